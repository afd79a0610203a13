// The editor in each engine: an article is pasted, its statements are taken, a chapter is made and the site saved, and
// what was written is there when the page is loaded again.

import { unzipSync } from '../../../scripts/site/node_modules/fflate/esm/index.mjs';
import { expect } from '../fixtures.mjs';
import { test } from '../pages/editor-places.mjs';

const ARTICLE = `示例市的一年

2024年，示例市实现地区生产总值1286.4亿元。年末全市常住人口约73万人，新增城镇就业超2万人。`;

/** In the page: finds, waits, types and presses, as `use`; and keeps what is saved as a file in `saved`. */
function equip() {
  const until = async (look, what) => {
    for (let frame = 0; frame < 3000; frame += 1) {
      const found = look();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(
      `${what} does not come; the page has: ${document.querySelector('#place')?.textContent?.slice(0, 300)}`,
    );
  };
  const find = (selector, text = '') =>
    until(
      () => [...document.querySelectorAll(selector)].find((node) => node.textContent.includes(text) && !node.disabled),
      `${selector} ${text}`,
    );
  window.saved = [];
  window.faults = [];
  addEventListener('error', ({ message }) => window.faults.push(message));
  document.addEventListener('securitypolicyviolation', (event) => window.faults.push(`CSP ${event.violatedDirective}`));
  for (const name of ['showSaveFilePicker', 'showOpenFilePicker', 'showDirectoryPicker']) {
    // Where the browser has them, files are saved through them: into the page's own folder.
    if (name in window) {
      window[name] = async ({ suggestedName }) => {
        const folder = await navigator.storage.getDirectory();
        const handle = await folder.getFileHandle('saved', { create: true });
        const close = async () => {
          const file = await handle.getFile();
          window.saved.push({ name: suggestedName, file });
        };
        return {
          name: suggestedName,
          getFile: () => handle.getFile(),
          createWritable: async () => {
            const inner = await handle.createWritable();
            const sink = { write: (chunk) => inner.write(chunk), close: () => inner.close().then(close) };
            // a file's stream can be piped to, and written to directly
            return Object.assign(new WritableStream(sink), sink);
          },
        };
      };
    }
  }
  const blobs = new Map();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const address = createObjectURL(blob);
    blobs.set(address, blob);
    return address;
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    window.saved.push({ name: this.download, file: blobs.get(this.href) });
    return undefined;
  };
  window.use = {
    until,
    find,
    press: async (selector, text) => (await find(selector, text)).click(),
    type: async (selector, text) => {
      const field = await find(selector);
      const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    key: (code, more = {}) => {
      document.activeElement?.blur?.();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...more }));
    },
  };
}

test('editor: an article becomes a site, and is there after a reload', async ({ engines, editing, fresh: _ }) => {
  const page = await engines.page();
  await page.go(`${editing.origin}/editor/?lang=zh`);
  await page.run(equip);
  await page.run(async (article) => {
    await use.type('.paste textarea', article);
    await use.press('.paste-foot .button', '找出数字');
    await use.press('.amount.opened .button.main', '取用');
    await use.type('.source-ask input', '示例市统计局');
    (await use.find('.source-ask')).requestSubmit();
    await use.until(() => !document.querySelector('.source-ask'), 'the answer about the source');
    await use.press('.amount.opened.open .button.main', '取用');
    await use.until(() => document.querySelectorAll('.article .mark.taken').length >= 2, 'statements');
    for (const n of [1, 2]) {
      await use.press('.rail-line', '添一章');
      await use.until(() => document.querySelectorAll('.rail-hue').length === n, `chapter ${n}`);
      await use.until(() => !document.querySelector('.statements-pane input:checked'), 'a chapter with nothing in it');
      await use.press('.statements-pane input[type=checkbox]');
      await use.until(() => document.querySelector('.statements-pane input:checked'), 'a tick');
    }
    await use.until(() => document.querySelector('.chapter-picture canvas, #place canvas'), 'a picture');
  }, ARTICLE);
  await page.run(async () => {
    use.key('KeyG');
    use.key('Digit5');
    await use.press('.publish .button.main', '存 zip');
    await use.until(() => saved.length === 1, 'the zip');
  });
  const { name, bytes } = await page.run(async () => {
    const [{ name, file }] = saved;
    const all = new Uint8Array(await (await file).arrayBuffer());
    let text = '';
    for (const byte of all) text += String.fromCharCode(byte);
    return { name, bytes: btoa(text) };
  });
  expect(name).toMatch(/-site\.zip$/);
  const files = unzipSync(new Uint8Array(Buffer.from(bytes, 'base64')));
  const text = Buffer.from(files['index.html']).toString();
  expect(text).toContain('示例市的一年');
  const cards = Object.keys(files).filter((path) => /\/cards\/.*-1200x630\.png$/.test(path));
  expect(cards).toHaveLength(2);
  for (const path of cards) expect(files[path].length, path).toBeGreaterThan(5000);
  expect(Object.keys(files)).toContain('story/article.txt');
  expect(await page.run('faults')).toEqual([]);

  await page.run(() => use.until(() => document.querySelector('.foot-state[data-state="saved"]'), 'saving'));
  await page.go(`${editing.origin}/editor/?lang=zh`);
  await page.run(equip);
  const chapters = await page.run(async () => {
    await use.find('.rail-hue');
    return document.querySelectorAll('.rail-hue').length;
  });
  expect(chapters).toBe(2);
});

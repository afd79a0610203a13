// A walk through the editor that no one has planned: nothing fails, no step is lost, and what is saved is JSON. SEED
// walks a walk again.

import { expect } from './fixtures.mjs';
import { test } from './pages/editor-places.mjs';
import { Editor } from './pages/editor.mjs';
import { expectClean } from './pages/story.mjs';

const STEPS = 150;

/** In the page: random presses and words by a seed. What has been done, and where a place failed. */
async function walk({ seed, steps }) {
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const any = (list) => list[random(list.length)];
  const seen = (node) => node.checkVisibility() && !node.disabled && node.getAttribute('aria-disabled') !== 'true';
  const key = (target, code, more = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...more }));
  const done = [];
  const places = [1, 2, 3, 4, 6];
  for (let step = 0; step < steps; step += 1) {
    const move = random(12);
    if (move === 0) {
      document.activeElement?.blur();
      key(document.body, 'KeyG');
      key(document.body, `Digit${any(places)}`);
      done.push('place');
    } else if (move === 1) {
      key(document.body, 'KeyZ', { ctrlKey: true, shiftKey: random(3) === 0 });
      done.push('undo');
    } else if (move === 2) {
      const code = any(['F8', 'Period', 'Enter', 'ArrowDown', 'ArrowUp', 'KeyN', 'KeyX', 'Digit1', 'KeyT', 'Space']);
      document.activeElement?.blur();
      key(document.body, code, { ctrlKey: code === 'Period' });
      done.push(code);
    } else if (move < 6) {
      const field = any([...document.querySelectorAll('#place input:not([type=file]), #place textarea')].filter(seen));
      if (field) {
        field.focus();
        if (field.type === 'checkbox') field.click();
        else {
          const { prototype } = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
          const words = any(['', '3', '约12万人', '{', 'x"\\', '2024年', field.value.slice(0, -1), `${field.value}字`]);
          Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, words);
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
          field.blur();
        }
        done.push(`field ${field.dataset.path ?? field.getAttribute('aria-label') ?? ''}`);
      }
    } else if (move === 6) {
      const list = any([...document.querySelectorAll('#place select')].filter(seen));
      if (list) {
        list.value = any([...list.options]).value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        done.push('select');
      }
    } else {
      const all = document.querySelectorAll('#place button, .rail button, .bar-undo');
      const button = any([...all].filter((node) => seen(node) && !/xlsx/.test(node.textContent)));
      button?.click();
      done.push(`press ${button?.textContent.slice(0, 20)}`);
    }
    await new Promise(requestAnimationFrame);
    if (document.querySelector('.failed-place')) break;
  }
  const failed = document.querySelector('.failed-place')?.textContent ?? '';
  return { done: done.slice(-8), failed };
}

test('editor: a random walk fails nowhere, and every step comes back', async ({ open, editing }) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  const page = await open();
  const editor = await Editor.open(page, editing);
  await editor.example('阅览室');
  await editor.saved();
  const files = async () => (await editor.kept()).at(-1).files;
  const first = await files();
  const { done, failed } = await page.evaluate(walk, { seed, steps: STEPS });
  const said = `SEED=${seed}, lately: ${done.join(', ')}`;
  expect(failed, said).toBe('');
  await editor.saved();
  const last = await files();
  for (const [name, text] of Object.entries(last)) {
    if (name.endsWith('.json')) expect(() => JSON.parse(text), `${said}: ${name}`).not.toThrow();
  }
  const all = (key) =>
    page.evaluate(async (shiftKey) => {
      const button = () => document.querySelectorAll('.bar-undo')[shiftKey ? 1 : 0];
      for (let n = 0; n < 500 && button().getAttribute('aria-disabled') !== 'true'; n += 1) {
        button().click();
        await new Promise(requestAnimationFrame);
      }
      return button().getAttribute('aria-disabled');
    }, key === 'redo');
  await all('redo');
  await editor.saved();
  const end = await files();
  expect(await all('undo'), said).toBe('true');
  await editor.saved();
  expect(await files(), said).toEqual(first);
  expect(await all('redo'), said).toBe('true');
  await editor.saved();
  expect(await files(), said).toEqual(end);
  expectClean(page, said);
});

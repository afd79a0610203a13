// Accessibility: names, reading order, announcements, flashes and languages. (A04 and so on in the names of tests are
// the numbers of the project's accessibility checks.) Keys and focus: engines/keyboard.spec.mjs.

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.mjs';
import { at } from './support/program.mjs';
import { sample, sampled } from './support/sample.mjs';

const LANGS = ['zh', 'en'];

/** Puts a scene on show, at rest. */
async function show(story, scene, lang) {
  if (lang) await story.set({ lang });
  await story.goTo(scene);
  await story.shows(scene);
  await story.atRest();
}

/** What a reader without a picture is given, as the golden text of tests/reading.rs has it. */
function told({ shadowRoot: root }) {
  const figure = root.querySelector('figure.stage');
  const text = (id) => root.getElementById(id)?.textContent ?? '';
  const lines = [
    `figure: ${figure.getAttribute('aria-label')}`,
    `described: ${figure.getAttribute('aria-describedby').split(' ').map(text).join(' ')}`,
  ];
  const walk = (list) => {
    for (const item of list.children) {
      const [button, inner] = item.children;
      lines.push(`${inner ? 'group:' : '-'} ${button.getAttribute('aria-label')}`);
      if (inner) walk(inner);
    }
  };
  const top = root.querySelector('.overlay > ul');
  if (top.getAttribute('aria-label')) lines.push(`group: ${top.getAttribute('aria-label')}`);
  walk(top);
  return lines;
}

/** Returns the figures whose table row and spoken name differ, as sentences. */
function unlike({ shadowRoot: root }) {
  const squeeze = (text) => text.replace(/\s/g, '');
  const rows = new Map(
    [...root.querySelectorAll('table tbody tr')].map((row) => [
      row.querySelector('[data-figure]')?.dataset.figure,
      [...row.children].map((cell) => cell.textContent),
    ]),
  );
  const figures = [...root.querySelectorAll('.mark[data-figure]')].filter(
    ({ dataset }) => dataset.figure === dataset.mark,
  );
  return figures.flatMap((mark) => {
    const { mark: id } = mark.dataset;
    const cells = rows.get(id);
    const name = squeeze(mark.getAttribute('aria-label'));
    if (!cells) return [`${id} has no row`];
    if (cells.length !== 6 || cells.some((cell, i) => i !== 2 && !cell)) return [`${id} has empty cells: ${cells}`];
    const [item, value, unit, bound] = cells;
    const digits = value.match(/[\d,.]+/)?.[0] ?? value;
    // that the engine computed it is told by the table and by its record
    const exact = ['确数', 'exact', '算出的数', 'computed'].some((word) => bound.startsWith(word));
    const parts = [item, digits, unit.split('…')[0], ...(exact ? [] : [bound.split(/[；;]/)[0]])];
    return parts
      .filter((part) => !name.includes(squeeze(part)))
      .map((part) => `${id} is called “${name}” without “${part}”`);
  });
}

// Seen to fail: with the source left out of spoken names; with the groups reversed; with the table's column of bounds
// dropped.
test(
  sampled('A04, A05: marks are named, described and read in order as the golden text has it; the table says the same'),
  async ({ visit, scenes }) => {
    // with all panels at once: a page may show them beat by beat
    const story = await visit('/embed.html');
    const text = await readFile(at('tests/golden/reading.txt'), 'utf8');
    const golden = text.trim().split(/\n(?=== )/);
    const pictures = scenes.flatMap((scene) => LANGS.map((lang) => [scene, lang]));
    expect(golden.map((lines) => lines.split('\n')[0])).toEqual(pictures.map(([scene, lang]) => `== ${scene} ${lang}`));
    for (const [scene, lang] of sample(pictures, 3)) {
      await show(story, scene, lang);
      const lines = [`== ${scene} ${lang}`, ...(await story.element.evaluate(told))];
      expect(lines).toEqual(golden.find((all) => all.startsWith(`${lines[0]}\n`)).split('\n'));
      expect(await story.element.evaluate(unlike), lines[0]).toEqual([]);
    }
    await expect(story.find('[role=application], [role=tree]')).toHaveCount(0);
  },
);

// Seen to fail: with the settling time at 0 (five messages); with the announcement five times over and not cut.
test('A08: a change is announced once, politely, in 120 characters; what moves by itself says nothing', async ({
  visit,
  scenes,
}) => {
  const story = await visit('/embed.html', { reduced: false });
  const { page } = story;
  await story.part('status').evaluate((status) => {
    window.heard = [];
    const note = () => window.heard.push([performance.now(), status.textContent]);
    new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const heard = () => page.evaluate(() => window.heard);
  await story.atRest();
  expect(await heard(), 'said while it played by itself').toEqual([]);
  await expect(story.part('status')).toHaveAttribute('aria-live', 'polite');
  await story.button('next').evaluate(async (button) => {
    for (let i = 0; i < 5; i += 1) {
      button.click();
      for (let n = 0; n < 4; n += 1) await new Promise((done) => requestAnimationFrame(done));
    }
  });
  await expect.poll(async () => (await heard()).length).toBeGreaterThan(0);
  await story.atRest();
  await story.frames(30);
  const said = await heard();
  expect(
    said.map(([, text]) => text),
    'five steps',
  ).toEqual([expect.stringContaining((await story.state()).label)]);
  for (const scene of scenes) {
    const { length } = await heard();
    if ((await story.state()).scene === scene) continue;
    await story.goTo(scene);
    await expect.poll(async () => (await heard()).length, `${scene} is announced`).toBeGreaterThan(length);
  }
  const all = await heard();
  for (const [, text] of all) expect([...text].length, text).toBeLessThanOrEqual(120);
  const quick = all.filter(([time], i) => i > 1 && time - all[i - 2][0] < 990);
  expect(quick, 'more than two a second').toEqual([]);
});

// Seen to fail: with every other 60 ms of a picture black. That no change flashes at all: tests/flashes.rs.
test('A10: motion has a pause that keys reach, and nothing flashes', async ({ visit }) => {
  const story = await visit('/embed.html', { reduced: false });
  await story.button('play').focus();
  await story.goTo('livelihood');
  await story.page.keyboard.press(' ');
  expect((await story.state()).playback, 'Space on the button').toBe('paused');
  const share = await story.element.evaluate(async (element) => {
    const root = element.shadowRoot;
    const copy = Object.assign(document.createElement('canvas'), { width: 32, height: 24 });
    const reader = copy.getContext('2d', { willReadFrequently: true });
    const linear = (part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    const cells = Array.from({ length: 32 * 24 }, () => ({ low: null, high: null, way: 0, turns: [] }));
    // WCAG: a change of a tenth of the full light, back and forth, with the darker below 0.8.
    const follow = (cell, light, now) => {
      cell.low = Math.min(cell.low ?? light, light);
      cell.high = Math.max(cell.high ?? light, light);
      if (cell.way <= 0 && light - cell.low >= 0.1 && cell.low < 0.8)
        Object.assign(cell, { way: 1, high: light, turns: [...cell.turns, now] });
      if (cell.way >= 0 && cell.high - light >= 0.1 && light < 0.8)
        Object.assign(cell, { way: -1, low: light, turns: [...cell.turns, now] });
    };
    element.goTo('greening');
    element.play();
    const end = performance.now() + 3000;
    while (performance.now() < end && root.querySelector('.frame').dataset.playback === 'playing') {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      reader.drawImage(root.querySelector('[part=canvas]'), 0, 0, 32, 24);
      const { data } = reader.getImageData(0, 0, 32, 24);
      cells.forEach((cell, i) => {
        const [r, g, b] = [0, 1, 2].map((k) => linear(data[i * 4 + k]));
        follow(cell, 0.2126 * r + 0.7152 * g + 0.0722 * b, now);
      });
    }
    return (
      cells.filter(({ turns }) => turns.some((time, i) => i >= 7 && time - turns[i - 7] < 1000)).length / cells.length
    );
  });
  expect(share, 'the share of the picture that flashes more than three times a second').toBeLessThan(0.25);
});

/** Every text of the document with the language it claims, through the shadow roots. */
function textsOf() {
  const found = [];
  const langOf = (node) => {
    for (let at = node; at; at = at.parentNode ?? at.host)
      if (at.lang || at.getAttribute?.('lang')) return at.getAttribute('lang');
    return '';
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim()) found.push([langOf(node), node.data.trim(), node.parentNode.className ?? '']);
      return;
    }
    if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(node.nodeName)) return;
    // Hidden text is read to nobody and is filled again before it is shown; only the table is always there.
    if (node.hidden && !node.matches('.tablebox')) return;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
      const value = node.getAttribute?.(name);
      if (value) found.push([langOf(node), value, `${node.className} @${name}`]);
    }
    if (node.shadowRoot) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  return found;
}

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
const ENGLISH = /[A-Za-z]{2,}(?:[ ,;:'’-]+[A-Za-z]{2,}){2,}/;
/** Texts that are not of the language they claim: Chinese characters in English, or a run of English words in Chinese. */
function mixed(list) {
  return list.flatMap(([lang, text, where]) => {
    const other = lang.startsWith('en') ? CHINESE : lang.startsWith('zh') ? ENGLISH : /^/;
    return other.test(text) ? [`“${text.slice(0, 60)}” in lang=${lang} (${where})`] : [];
  });
}

// Seen to fail: with the frame's lang fixed at zh-Hans; with the last announcement left in the status; with the focus
// not given back.
for (const address of sample(['/', '/embed.html'], 2)) {
  test(
    sampled(`A13: every text says its language and is in it; a switch keeps focus, record and scene, ${address}`),
    async ({ visit, scenes }) => {
      const wrong = [
        ['en', '来源', ''],
        ['zh-Hans', 'this is an English sentence', ''],
        ['', 'x', ''],
      ];
      const right = [
        ['zh-Hans', '《China Daily》GDP', ''],
        ['en', 'Source', ''],
      ];
      expect([mixed(wrong).length, mixed(right).length], 'the check itself').toEqual([3, 0]);
      const story = await visit(address);
      const { keyboard } = story.page;
      await story.press('sonification');
      await story.part('sonification').waitFor();
      const bad = new Set();
      for (const [turn, lang] of LANGS.entries()) {
        for (const scene of sample(scenes, 2, turn)) {
          await show(story, scene, lang);
          for (const text of mixed(await story.page.evaluate(textsOf))) bad.add(text);
        }
        // What was announced last is still there when the language changes.
        await expect(story.part('status')).not.toBeEmpty();
      }
      expect([...bad]).toEqual([]);
      await story.press('sonification-close');
      await show(story, 'lead', 'zh');
      await story.find('.overlay .mark[data-figure]').nth(3).focus();
      const { focusMark } = await story.state();
      await story.set({ lang: 'en' });
      await expect.poll(async () => (await story.state()).focusMark).toBe(focusMark);
      expect((await story.state()).scene).toBe('lead');
      await keyboard.press('Enter');
      await story.set({ lang: 'zh' });
      await expect(story.record).toBeVisible();
      await expect(story.record).toBeFocused();
    },
  );
}

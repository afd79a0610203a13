// A01: two rule checkers over every chapter, language, theme and panel, as a page and as an embed. One page load holds a whole matrix.
//
// Seen to fail: with the name taken off the button that goes back; with the muted colour at #999999.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { check } from './browser.mjs';

const require = createRequire(import.meta.url);
const source = (name) => readFile(require.resolve(name), 'utf8');

/** Runs in the page: every view of one language, each through the checkers; the failures as sentences. */
async function walk({ lang, scenes, views, ibm }) {
  const story = document.querySelector('duoyuan-story');
  const root = story.shadowRoot;
  const wait = (test) => new Promise((done, fail) => {
    const end = performance.now() + 10_000;
    const look = () => { if (test()) done(); else if (performance.now() > end) fail(new Error(`never: ${test}`)); else setTimeout(look, 10); };
    look();
  });
  const press = (what) => root.querySelector(`[data-do=${what}]`).click();
  story.lang = lang;
  const found = new Map();
  const add = (text, where) => found.set(text, [...(found.get(text) ?? []), where]);
  let looked = 0;
  const checker = new ace.Checker();
  for (const [theme, panel] of views) {
    story.theme = theme;
    if (panel) {
      press(panel);
      await wait(() => { const box = root.querySelector(`[part=${panel}]`)?.closest('section, .tablebox'); return box && !box.hidden; });
    }
    for (const scene of scenes) {
      story.goTo(scene);
      await wait(() => story.scene === scene && root.querySelector('.frame').dataset.playback === 'rest');
      const where = `${scene} ${lang} ${theme} ${panel || 'picture'}`;
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      for (const { id, nodes } of violations) for (const { target, failureSummary } of nodes) add(`axe ${id}: ${target.flat().join(' > ')}: ${failureSummary.replace(/\s+/g, ' ')}`, where);
      if (ibm.includes(theme + panel)) {
        const { results } = await checker.check(document, ['IBM_Accessibility']);
        for (const { ruleId, value, message, path, snippet } of results) if (value[0] === 'VIOLATION' && value[1] === 'FAIL') add(`IBM ${ruleId}: ${message} ${path.dom} ${snippet}`, where);
      }
      looked += 1;
    }
    if (panel) press(panel);
  }
  return { looked, found: [...found].map(([text, places]) => `${text} (${places.length} times, first ${places[0]})`) };
}

const VIEWS = [['light', ''], ['light', 'table'], ['dark', ''], ['dark', 'table'], ['light', 'sonification']];

const matrix = (address, lang) => async (t) => {
  const page = await t.page();
  await page.open(t.server.origin + address);
  await page.inject(await source('axe-core/axe.min.js'));
  await page.inject(await source('accessibility-checker-engine/ace.js'));
  const views = address === '/' ? VIEWS : VIEWS.slice(0, 4);
  // Both checkers everywhere in Chromium; in Firefox, where they read the same document, IBM's only where it is light and closed.
  const ibm = t.browser === 'chromium' ? views.map(([theme, panel]) => theme + panel) : ['light'];
  const { looked, found } = await page.evaluate(walk, { lang, scenes: t.scenes, views, ibm });
  check(looked === views.length * t.scenes.length, `looked at ${looked} views`);
  check(found.length === 0, found.join('\n'));
  check(page.faults.length === 0, page.faults.join(' | '));
};

/** The pages beside the story, which have no chapters. */
const plain = (address) => async (t) => {
  const page = await t.page();
  await page.open(t.server.origin + address);
  await page.inject(await source('axe-core/axe.min.js'));
  await page.inject(await source('accessibility-checker-engine/ace.js'));
  const found = await page.evaluate(async () => {
    const texts = [];
    for (const lang of ['zh', 'en']) {
      document.querySelector(`.languages [data-lang=${lang}]`).click();
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      texts.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${lang} axe ${id}: ${target.flat().join(' > ')}: ${failureSummary.replace(/\s+/g, ' ')}`)));
      const { results } = await new ace.Checker().check(document, ['IBM_Accessibility']);
      texts.push(...results.filter(({ value }) => value.join() === 'VIOLATION,FAIL').map(({ ruleId, message, snippet }) => `${lang} IBM ${ruleId}: ${message} ${snippet}`));
    }
    return texts;
  });
  check(found.length === 0, found.join('\n'));
};

export const rules = {
  'A01: page, zh': matrix('/', 'zh'),
  'A01: page, en': matrix('/', 'en'),
  'A01: embed, zh': matrix('/embed.html', 'zh'),
  'A01: embed, en': matrix('/embed.html', 'en'),
  'A01: the guide': plain('/how-to-read.html'),
  'A01: the accessibility statement': plain('/accessibility.html'),
};

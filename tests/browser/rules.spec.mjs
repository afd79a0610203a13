// Two accessibility checkers (A01) over every scene, language, theme and panel, as a page and as an embed: each of
// them once, and each with each other one in the long run. Seen to fail: with the name taken off the button that goes
// back; with the muted colour at #999999.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from './fixtures.mjs';
import { expectClean } from './pages/story.mjs';

const require = createRequire(import.meta.url);
const CHECKERS = await Promise.all(
  ['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js'].map((name) => readFile(require.resolve(name), 'utf8')),
);

/** Puts both checkers into the page, as `failures()`: what they find, as sentences. */
async function addCheckers(page) {
  for (const source of CHECKERS) await page.evaluate(source);
  await page.evaluate(() => {
    const checker = new ace.Checker();
    window.failures = async () => {
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      const { results } = await checker.check(document, ['IBM_Accessibility']);
      const sentence = (id, { target, failureSummary }) =>
        `axe ${id}: ${target.flat().join(' > ')}: ${failureSummary.replace(/\s+/g, ' ')}`;
      return [
        ...violations.flatMap(({ id, nodes }) => nodes.map((node) => sentence(id, node))),
        ...results
          .filter(({ value }) => value.join() === 'VIOLATION,FAIL')
          .map(({ ruleId, message, path, snippet }) => `IBM ${ruleId}: ${message} ${path.dom} ${snippet}`),
      ];
    };
  });
}

// Each page, language, theme and panel is in one of the first three, which share the scenes among them.
const SHORT = [
  ['', '/', 'zh', 'light', ''],
  ['', '/', 'en', 'dark', 'table'],
  ['', '/embed.html', 'en', 'light', 'sonification'],
];
const VIEWS = [
  ...SHORT,
  ...SHORT.map(([, ...view]) => ['long: ', ...view]),
  ['long: ', '/', 'zh', 'dark', 'table'],
  ['long: ', '/', 'en', 'dark', ''],
  ['long: ', '/', 'en', 'light', 'table'],
  ['long: ', '/', 'zh', 'light', 'sonification'],
  ['long: ', '/embed.html', 'zh', 'light', 'table'],
  ['long: ', '/embed.html', 'en', 'dark', ''],
];
for (const [view, [run, address, lang, theme, panel]] of VIEWS.entries()) {
  test(`${run}A01: ${address} in ${lang}, ${theme}, ${panel ? `${panel} open` : 'the picture'}`, async ({
    visit,
    scenes,
  }) => {
    const story = await visit(address);
    await addCheckers(story.page);
    await story.set({ lang, theme });
    if (panel) {
      await story.press(panel);
      await expect(story.part(panel)).toBeVisible();
    }
    const found = new Map();
    for (const scene of run ? scenes : scenes.filter((_, i) => i % SHORT.length === view)) {
      await story.goTo(scene);
      await story.shows(scene);
      await story.atRest();
      for (const text of await story.page.evaluate(() => window.failures())) found.set(text, found.get(text) ?? scene);
    }
    expect([...found].map(([text, scene]) => `${text} (first in ${scene})`)).toEqual([]);
    expectClean(story.page, address);
  });
}

for (const address of ['how-to-read.html', 'accessibility.html']) {
  test(`A01: ${address}`, async ({ open, server }) => {
    const page = await open();
    await page.goto(`${server.origin}/${address}`);
    await addCheckers(page);
    for (const lang of ['zh', 'en']) {
      await page.locator(`.languages [data-lang=${lang}]`).click();
      expect(await page.evaluate(() => window.failures()), lang).toEqual([]);
    }
  });
}

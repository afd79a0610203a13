// The words are there without a canvas, and on paper (A14 of the accessibility checks).

import { expect, test } from '../fixtures.mjs';

// Seen to fail: with the page's own words hidden whatever the status.
test('words: without a canvas the words of the page stay, with a notice', async ({ engine }) => {
  const page = await engine.open('/accessibility.html', { ready: false });
  const seen = await page.run(async () => {
    HTMLCanvasElement.prototype.getContext = () => null;
    const story = document.createElement('duoyuan-story');
    story.setAttribute('src', 'karamay/story.json');
    const words = document.createElement('p');
    words.textContent = 'heading, summary, source';
    story.append(words);
    document.body.prepend(story);
    await import('/duoyuan.js');
    await tools.until(() => ['fallback', 'error'].includes(story.getAttribute('status')));
    return {
      words: words.checkVisibility(),
      notice: story.shadowRoot.querySelector('.errors').textContent.length > 0,
    };
  });
  expect(seen).toEqual({ words: true, notice: true });
  expect((await page.faults()).filter((fault) => /^un(caught|handled)/.test(fault))).toEqual([]);
});

// Seen to fail: with `beforeprint` not listened to; with the table left out of print.js.
test('words: on paper every scene has heading, picture, sentences, table and source', async ({ engine, scenes }) => {
  const page = await engine.open('/');
  const poor = await page.run(async (count) => {
    dispatchEvent(new Event('beforeprint'));
    const sections = await tools.until(() => {
      const all = [...tools.root.querySelectorAll('.print section')];
      return all.length === count && all;
    }, 'a section a scene');
    const tables = tools.root.querySelectorAll('.print .data table');
    return sections.flatMap((section, i) => {
      const canvas = section.querySelector('canvas');
      const copy = document.createElement('canvas');
      copy.width = 40;
      copy.height = 40;
      const reader = copy.getContext('2d', { willReadFrequently: true });
      reader.drawImage(canvas, 0, 0, 40, 40);
      const { data } = reader.getImageData(0, 0, 40, 40);
      let drawn = 0;
      for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0] || data[i + 1] !== data[1]) drawn += 1;
      const missing = Object.entries({
        heading: section.querySelector('h2').textContent,
        picture: drawn > 20,
        sentences: section.querySelector('.leaf > p:not(.name)')?.textContent,
        rows: tables[i].querySelector('tbody tr'),
        source: tables[i].querySelector('tbody td:last-child').textContent,
        name: canvas.getAttribute('aria-label'),
      })
        .filter(([, there]) => !there)
        .map(([what]) => what);
      return missing.length > 0 ? [`${section.querySelector('h2').textContent}: ${missing}`] : [];
    });
  }, scenes.length);
  expect(poor).toEqual([]);
  await page.run("dispatchEvent(new Event('afterprint'))");
  expect(await page.run("tools.root.querySelectorAll('.print *').length"), 'the paper stays on the screen').toBe(0);
  if (engine.name !== 'chromium') return; // no driver shows another medium
  await page.run("dispatchEvent(new Event('beforeprint'))");
  await page.playwright.emulateMedia({ media: 'print' });
  const shown = await page.run(() =>
    ['.print', '.print table', '.print canvas', '.body', '.tools'].filter((name) =>
      tools.root.querySelector(name)?.checkVisibility(),
    ),
  );
  expect(shown).toEqual(['.print', '.print table', '.print canvas']);
  expect(await page.run("document.querySelector('h1').checkVisibility()"), 'the heading is printed').toBe(true);
});

// Every scene in every language, theme and width, at rest: what was drawn must hold all checks of picture.mjs.

import { fileURLToPath } from 'node:url';
import { check, newPage, waitStatus } from './browser.mjs';
import { PICTURE_CHECKS } from './picture.mjs';

const RECORDER = fileURLToPath(new URL('recorder.js', import.meta.url));
const VIEWS = [
  { width: 1280, height: 800, mode: 'page' },
  { width: 720, height: 900, mode: 'page' },
  { width: 375, height: 812, mode: 'page', dpr: 2 },
  { width: 280, height: 653, mode: 'stepper' },
];
const THEMES = ['light', 'dark'];
const LANGS = ['zh', 'en'];

/** Puts a chapter on show and reads back what its last frame drew. */
async function showAndInspect(page, scene) {
  await page.evaluate((id) => document.querySelector('duoyuan-story').goTo(id), scene);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  return page.evaluate(() => {
    const { shadowRoot, scene: id } = document.querySelector('duoyuan-story');
    return { id, figure: shadowRoot.querySelector('.stage').dataset.scene, ...window.inspectPicture() };
  });
}

export async function pictures({ run, browser, server, scenes, words }) {
  for (const { width, height, mode, dpr } of VIEWS) {
    for (const theme of THEMES) {
      const name = (scene, lang) => `picture ${scene} ${width} ${lang} ${theme}`;
      const wanted = scenes.flatMap((scene) => LANGS.map((lang) => name(scene, lang))).some((text) => words.every((word) => text.includes(word)));
      if (!wanted) continue;
      const page = await newPage(browser, { width, height, dpr, theme, recorder: RECORDER });
      let opened = null;
      try {
        await page.goto(mode === 'page' ? `${server.origin}/` : `${server.origin}/embed.html`);
        await waitStatus(page);
      } catch (error) {
        opened = error;
      }
      for (const lang of LANGS) {
        if (!opened) await page.evaluate((code) => { document.querySelector('duoyuan-story').lang = code; }, lang);
        for (const scene of scenes) {
          await run(name(scene, lang), async () => {
            if (opened) throw opened;
            const picture = await showAndInspect(page, scene);
            check(picture.id === scene && picture.figure === scene, `goTo showed ${picture.id}`);
            const found = Object.entries(PICTURE_CHECKS).flatMap(([what, test]) => test(picture).map((text) => `${what}: ${text}`));
            const faults = page.faults.splice(0);
            check(found.length + faults.length === 0, [...found, ...faults].join('\n'));
          });
        }
      }
      await page.context().close();
    }
  }
}

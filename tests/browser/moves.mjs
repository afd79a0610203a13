// What tests do with a page again and again: open it, press a button, ask what is on show.

import { check, waitStatus } from './browser.mjs';

export const state = (page) => page.evaluate(() => {
  const story = document.querySelector('duoyuan-story');
  const root = story.shadowRoot;
  const focus = root.activeElement;
  return {
    scene: story.scene, lang: story.lang, hash: location.hash, layout: root.querySelector('.frame').dataset.layout,
    playback: root.querySelector('.frame').dataset.playback, theme: root.querySelector('.frame').dataset.theme,
    label: root.querySelector('.stage').getAttribute('aria-label'), place: root.querySelector('.place').textContent,
    record: !root.querySelector('[part=record]').hidden, recordLabel: root.querySelector('[part=record]').getAttribute('aria-label'),
    focusMark: focus?.dataset.mark ?? null, focusPart: focus?.getAttribute('part') ?? null, status: root.querySelector('[part=status]').textContent,
    marks: [...root.querySelectorAll('.mark')].map((mark) => mark.dataset.mark),
  };
});

export async function openPage(t, options, hash = '') {
  const page = await t.open(options);
  await page.goto(`${t.server.origin}/${hash}`);
  await waitStatus(page);
  return page;
}

export async function openEmbed(t, options, query = '', hash = '') {
  const page = await t.open(options);
  await page.goto(`${t.server.origin}/embed.html${query}${hash}`);
  await waitStatus(page);
  return page;
}

export const press = (page, what) => page.locator(`[data-do=${what}]`).evaluate((button) => button.click());
export const clean = (page, what) => check(page.faults.length === 0, `${what}: ${page.faults.join(' | ')}`);
export const settled = (page) => page.waitForFunction(() => document.querySelector('duoyuan-story').shadowRoot.querySelector('.frame').dataset.playback === 'rest');

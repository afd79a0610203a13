// The guides for readers and editors: pages with many live examples, each fetched and drawn when the reader comes near
// it.

import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

export const LANGS = ['zh', 'en'];

/** Scrolls to each story of a page, as a reader does, until all are ready; returns how many there are. */
export async function readThrough(page) {
  const left = () =>
    page.evaluate(async () => {
      const stories = [...document.querySelectorAll('duoyuan-story')];
      for (const story of stories) {
        if (story.getAttribute('status') === 'ready') continue;
        story.scrollIntoView();
        for (let i = 0; i < 2; i += 1) await new Promise((done) => requestAnimationFrame(done));
      }
      scrollTo(0, 0);
      const others = stories.filter((story) => story.getAttribute('status') !== 'ready');
      if (stories.length === 0) return ['no story'];
      return others.map(
        (story) => `${story.getAttribute('scene')}: ${story.shadowRoot?.querySelector('.errors')?.innerText}`,
      );
    });
  await expect
    .poll(left, { message: `examples that are not ready; ${page.faults?.join(' | ')}`, timeout: 100_000 })
    .toEqual([]);
  return page.locator('duoyuan-story').count();
}

export class Guide {
  constructor(page) {
    this.page = page;
  }

  /** Opens `how-to-read` or `editor-guide` with all examples ready. */
  static async open(page, server, name, query = '') {
    await page.goto(`${server.origin}/${name}.html${query}`);
    await readThrough(page);
    return new Guide(page);
  }

  speak(lang) {
    return this.page.locator(`.languages [data-lang=${lang}]`).click();
  }

  /** Texts of the other language that are to be seen. */
  foreign(lang) {
    const other = lang === 'zh' ? 'en' : 'zh';
    return this.page.evaluate((tag) => {
      const seen = (node) => node.checkVisibility() && node.localName !== 'duoyuan-story';
      return [...document.querySelectorAll(`main [lang|=${tag}]`)]
        .filter(seen)
        .map((node) => node.textContent.slice(0, 30));
    }, other);
  }

  /** What reaches beyond the window. */
  sideways() {
    return this.page.evaluate(() => {
      const out = (node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1;
      return {
        over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
        // What scrolls within its own box may be wider than that.
        out: [...document.querySelectorAll('main *')]
          .filter((node) => out(node) && !node.closest('pre, table, .scroll'))
          .map((node) => `${node.localName}.${node.className}`)
          .slice(0, 5),
      };
    });
  }
}

/** The codes a story can be refused for: the rules of the engine's list of codes. */
export async function ruleCodes() {
  const text = await readFile(new URL('../../../src/diagnostic/codes.rs', import.meta.url), 'utf8');
  const start = text.indexOf('pub const RULES');
  const rules = text.slice(start, text.indexOf('\n];', start));
  return [...rules.matchAll(/\(\s*"([a-z-]+)",/g)].map(([, code]) => code);
}

// An article on another site with frames of ours: what the frame shows, what it tells the article, how high it stands.

import { expect } from '@playwright/test';
import { Story } from './story.mjs';

export const HEIGHTS = '360:900 720:800 1200:760';
export const SCRIPTS_ONLY = 'allow-scripts';
/** What the builder's code lets through. */
export const FLAGS = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** The tag of a frame; `sandbox` null: without one. */
export function frameTag(address, { sandbox = SCRIPTS_ONLY, heights = HEIGHTS, height = 800, more = '' } = {}) {
  const flags = sandbox === null ? '' : ` sandbox="${sandbox}"`;
  const published = heights ? ` data-duoyuan-heights="${heights}"` : '';
  return `<iframe src="${address}" title="Picture" width="100%" height="${height}"${flags}${published} ${more}></iframe>`;
}

/** Puts an article around `body` on the site; returns its address on the other site. `script`: with embed.js. */
export function frameArticle(site, body, { script = true, attributes = 'lang="en"' } = {}) {
  const own = script ? `<script type="module" src="${site.origin}/embed.js"></script>` : '';
  const text =
    `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,">` +
    `${own}<body><p>Before.</p>${body}<p id="after">After.</p>`;
  site.replaced.set('/article.html', { body: text, type: 'text/html', headers: { 'content-security-policy': '' } });
  return `${site.elsewhere}/article.html`;
}

export class EmbedFrame {
  constructor(page, { nth = 0 } = {}) {
    this.page = page;
    this.tag = page.locator('iframe').nth(nth);
  }

  /** Opens an article with frames and waits until this one is ready. `before`: done to the page first. */
  static async open(page, address, { nth = 0, before } = {}) {
    await page.addInitScript(() => {
      window.heard = [];
      window.shifts = 0;
      addEventListener('message', ({ data }) => {
        window.heard.push({ data, kept: document.querySelector('iframe')?.clientHeight });
      });
      const watch = (list) =>
        list.getEntries().forEach(({ value }) => {
          window.shifts += value;
        });
      new PerformanceObserver(watch).observe({ type: 'layout-shift', buffered: true });
    });
    await before?.(page);
    await page.goto(address);
    const frame = new EmbedFrame(page, { nth });
    await frame.ready();
    return frame;
  }

  async inner() {
    const handle = await this.tag.elementHandle();
    return handle.contentFrame();
  }

  async ready() {
    this.place = await this.inner();
    this.story = new Story(this.place);
    await this.story.ready();
    // Far from the window a frame gets no animation frame, so nothing is waited for that needs one.
    await expect(this.story.frame).toHaveAttribute('data-playback', /rest|paused|playing/);
    return this;
  }

  /** All that the article has heard. */
  async heard() {
    return (await this.page.evaluate(() => window.heard)).map(({ data }) => data);
  }
  /** How much height the article gives it. */
  height() {
    return this.tag.evaluate((frame) => frame.clientHeight);
  }
  /** How high its story is. */
  needed() {
    return this.story.element.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  }
  /** Waits until it stands as high as its story is, and returns that. */
  async fits(what = 'the height of the frame is that of its story') {
    await expect(async () => expect(await this.height(), what).toBe(await this.needed())).toPass({ timeout: 10_000 });
    return this.height();
  }
  /** Posts a message of the article to the frame. */
  send(message) {
    return this.tag.evaluate((frame, data) => frame.contentWindow.postMessage(data, '*'), message);
  }
  /** Posts a message of the frame to the article. */
  say(message) {
    return this.place.evaluate((data) => parent.postMessage(data, '*'), message);
  }
}

// Host pages for tests: an article of another maker around the element, on the built site.

import { readFile } from 'node:fs/promises';
import { DIST } from './static.mjs';

const ARTICLE_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";

const { folder: FOLDER } = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8').catch(() => '{}'));
export const FALLBACK = `<h2>Summary</h2><p>Up 12.3%.</p><img alt="Picture" width="700" height="300" src="${FOLDER}/karamay/stills/growth-720-en-light.svg"><table><tr><th>GDP</th><td>12.3%</td></tr></table><p>Source: x</p>`;

/** An element tag. */
export const story = (attributes = '', inside = '') => `<duoyuan-story src="karamay/story.json" ${attributes}>${inside}</duoyuan-story>`;

/** Puts an article at `address` of the built site; null as `policy` leaves the page without one. */
export function article(t, body, { address = '/article.html', policy = ARTICLE_CSP, head = '', script = 'duoyuan.js', lang = 'en' } = {}) {
  const text = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Article</title>`
    + `<link rel="icon" href="data:,">${script && `<script type="module" src="${script}"></script>`}${head}</head><body>${body}</body></html>`;
  t.site.replaced.set(address, { body: text, type: 'text/html', headers: { 'content-security-policy': policy ?? '' } });
  return t.site.origin + address;
}

/** Waits until all elements of the page have the status. */
export async function allAre(page, status, timeout = 20_000) {
  try {
    await page.waitForFunction((wanted) => {
      const all = [...document.querySelectorAll('duoyuan-story')];
      return all.length > 0 && all.every((element) => element.getAttribute('status') === wanted);
    }, status, { timeout });
  } catch {
    const seen = await page.evaluate(() => [...document.querySelectorAll('duoyuan-story')].map((element) => `${element.getAttribute('status')} ${element.shadowRoot?.querySelector('.errors')?.innerText ?? ''}`));
    throw new Error(`not all ${status}: ${seen.join(' | ')}; ${page.faults?.join(' | ')}`);
  }
}

/** The canvas of each element as an address of its pixels. */
export const pixels = (page) => page.evaluate(() => [...document.querySelectorAll('duoyuan-story')].map((element) => element.shadowRoot.querySelector('[part=canvas]').toDataURL()));

/** Our own console lines. */
export const ownLines = (page) => page.faults.filter((fault) => fault.startsWith('console') && fault.includes('duoyuan:'));

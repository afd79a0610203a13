// Articles of other makers around an element, served by the built site under a policy of their own.

import { readdir, readFile } from 'node:fs/promises';
import { DIST } from '../static.mjs';
import { at } from '../support/program.mjs';

const ARTICLE_CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What the build says of its files; empty before the first build, of which support/built.mjs tells. */
export const manifest = JSON.parse(await readFile(`${DIST}/manifest.json`, 'utf8').catch(() => '{"files":{}}'));

/** The folder of the scripts and engines, and the reader's engine in it. */
export const ASSETS = `/${manifest.assets}`;
export const WASM = `${ASSETS}/player.wasm`;
/** The compiled story as the pages of the site name it, and as any other page finds it. */
export const COMPILED = `/${Object.keys(manifest.files).find((path) => /^karamay\/story-\w+\.compiled$/.test(path))}`;
export const BESIDE = '/karamay/story.compiled';

/** Static words inside an element. */
export const FALLBACK =
  '<h2>Summary</h2><p>Up 12.3%.</p><img alt="Picture" width="700" height="300" ' +
  `src="${manifest.folder}/karamay/stills/growth-720-en-light.svg">` +
  '<table><tr><th>GDP</th><td>12.3%</td></tr></table><p>Source: x</p>';

/** An element's tag. */
export const tag = (attributes = '', inside = '', src = 'karamay/story.json') =>
  `<duoyuan-story src="${src}" ${attributes}>${inside}</duoyuan-story>`;

/** Puts an article on the site and returns where; null as `policy` leaves the page without one. */
export function article(site, body, options = {}) {
  const {
    address = '/article.html',
    policy = ARTICLE_CSP,
    head = '',
    script = 'duoyuan.js',
    attributes = 'lang="en"',
  } = options;
  const text =
    `<!doctype html><html ${attributes}><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Article</title><link rel="icon" href="data:,">' +
    `${script && `<script type="module" src="${script}"></script>`}${head}</head><body>${body}</body></html>`;
  site.replaced.set(address, { body: text, type: 'text/html', headers: { 'content-security-policy': policy ?? '' } });
  return site.origin + address;
}

/** Puts the plain files of a story of data/ on the site, which has none, as `folder`/story.json. */
export async function placePlain(site, story, folder) {
  const root = at(`data/${story}/`);
  for (const name of (await readdir(root, { recursive: true })).filter((path) => /\.(json|csv)$/.test(path))) {
    const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
    site.replaced.set(`/${folder}/${name}`, { body: await readFile(root + name), type });
  }
}

/** Our own lines in the console of a page. */
export const ownLines = (page) =>
  page.faults.filter((fault) => fault.startsWith('console') && fault.includes('duoyuan:'));

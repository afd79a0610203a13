// A scene's HTML by the command line → the static words and picture that stand inside an element until, or in place of, the live picture.

import { COLOURS } from '../../www/ui/shared.js';

const TOKENS = Object.fromEntries(Object.entries(COLOURS.light).map(([name, colour]) => [colour, name]));
const TABLE_NAME = { zh: '数据表', en: 'Data table', ru: 'Таблица данных' };

const FAMILY = / font-family="[^"]*"/;

/** The text that stands in a list most often. */
function mostOf(list) {
  const counts = new Map();
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0])[0];
}

/** An SVG for inside a page under a strict policy: no style sheet of its own, colours by the page's tokens, and ids that no other picture has. */
export function inlineSvg(svg, prefix) {
  const rules = [...(svg.match(/<style>([^]*?)<\/style>/)?.[1] ?? '').matchAll(/([^{}]+)\{([^}]*)\}/g)];
  const attributes = new Map();
  for (const [, selectors, body] of rules) {
    for (const selector of selectors.split(',').map((part) => part.trim().slice(1))) {
      for (const declaration of body.split(';')) {
        const [name, value] = declaration.split(/:(.*)/s).map((part) => part?.trim());
        // The others have no attribute of their own, and the page sets them.
        if (['font-family', 'font-weight'].includes(name)) attributes.set(selector, `${attributes.get(selector) ?? ''} ${name}="${value.replaceAll('"', "'")}"`);
      }
    }
  }
  // What most texts have stands once, on the picture: each text that says it again is one more style to work out before anything is seen.
  const family = mostOf([...svg.matchAll(/ class="(\w+)"/g)].map(([, name]) => attributes.get(name)?.match(FAMILY)?.[0] ?? ''));
  return svg.replace(/<\?xml[^>]*>\s*/, '').replace(/<style>[^]*?<\/style>\s*/, '')
    .replace(/ class="(\w+)"/g, (_, name) => attributes.get(name)?.replace(family, '') ?? '')
    .replace('<svg', `<svg${family}`)
    .replace(/"(#[0-9a-f]{6})"/g, (whole, hex) => (TOKENS[hex] ? `"var(--page-${TOKENS[hex]},${hex})"` : whole))
    .replace(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replace(/ aria-(labelledby|describedby)="([^"]+)"/g, (_, name, ids) => ` aria-${name}="${ids.split(' ').map((id) => `${prefix}-${id}`).join(' ')}"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/\n/g, '');
}

const part = (html, pattern) => html.match(pattern)?.[0] ?? '';

/** Its pieces: title and source (text), svg, sentences (paragraphs), table. */
export function pieces(html) {
  const caption = html.match(/<figcaption>([^]*?)<\/figcaption>/)?.[1] ?? '';
  const paragraphs = caption.match(/<p>[^]*?<\/p>/g) ?? [];
  return {
    title: html.match(/<h2>([^]*?)<\/h2>/)?.[1] ?? '', svg: part(html, /<svg[^]*?<\/svg>/),
    sentences: paragraphs.slice(0, -1), source: paragraphs.at(-1)?.slice(3, -4) ?? '', table: part(html, /<table>[^]*?<\/table>/),
  };
}

/** The picture for wide and for narrow screens; the style sheet shows one of them, the narrow one where it is missing. The wide one is first: where it is
    shown, the page is painted before the narrow one has come. */
export function pictures(narrow, wide) {
  return `<div class="still">${inlineSvg(pieces(wide).svg, 'w').replace('<svg ', '<svg class="wide" display="none" ')}${inlineSvg(pieces(narrow).svg, 'n').replace('<svg ', '<svg class="narrow" ')}</div>`;
}

export function tableDetails(html, lang) {
  return `<details><summary>${TABLE_NAME[lang]}</summary><div class="scroll">${pieces(html).table}</div></details>`;
}

/** A whole scene as static words: picture, sentences, table, source. */
export function staticScene(narrow, wide, lang) {
  const { sentences, source } = pieces(wide);
  return [pictures(narrow, wide), ...sentences, tableDetails(wide, lang), `<p class="source">${source}</p>`].join('\n  ');
}

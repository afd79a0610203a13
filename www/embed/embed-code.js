// What an editor pastes: a choice of story, scene, language, looks and platform → the code as text. Knows neither
// page nor network.

import { TEXT_LINK } from '../ui/words.js';
import { heightAt } from './heights.js';

/** @import {Lang, Mode, Theme} from '../types.js' */
/** Heights by width, CSS px. @typedef {Record<string, number>} Heights */
/** @typedef {'site' | 'iframe' | 'wordpress' | 'amp' | 'rss' | 'wechat' | 'toutiao' | 'baijiahao' |
 *   'social'} Platform */
/**
 * What is to be embedded where. `folder`: the address of the site or of a frozen version, with a slash; `first`: the
 * story's first scene; `source`, `table`: the text of a scene's table, for feeds.
 * @typedef {object} Choice
 * @property {string} story
 * @property {string} scene empty: all of them
 * @property {string} first
 * @property {Lang} lang
 * @property {Theme} theme
 * @property {Mode} mode
 * @property {number} width
 * @property {Platform} platform
 * @property {string} title
 * @property {string} folder
 * @property {string} stills
 * @property {Heights} heights
 * @property {string} integrity
 * @property {boolean} png whether there are stills in pixels
 * @property {string} source
 * @property {string} table
 * @property {Lang[]} [languages] those of the story, the first of which has the shortest addresses; Chinese and English
 *   where not said
 * @property {string} [site] where the reading pages are, if that is not `folder`
 */
/** @typedef {ReturnType<typeof addresses>} Addresses */
/** @typedef {string | number | boolean | null | undefined} Value */

/** What a frame needs to do what its buttons say: run, open sources in windows without the sandbox, save files. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
/** @param {Value} text */
const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** @param {Record<string, Value>} pairs */
const attributes = (pairs) =>
  Object.entries(pairs)
    .filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`))
    .join('');
/** @type {Record<Lang, string>} */
const MORE = { zh: '展开全图', en: 'Show all of it', ru: 'Показать полностью' };

/**
 * Addresses of a choice: `folder` is the site's or that of a frozen version, with a slash. The page of a story, or of
 * one of its scenes, has its words; that of a scene is its frame, too.
 * @typedef {'story' | 'scene' | 'lang' | 'theme' | 'folder' | 'stills' | 'first' | 'languages' | 'site'} Needed
 * @param {Pick<Choice, Needed>} choice
 */
export function addresses({ story, scene, lang, theme, folder, stills, first, languages = ['zh', 'en'], site }) {
  const own = encodeURIComponent(story);
  const isFirst = lang === languages[0];
  const ending = isFirst ? '' : `${lang}.html`;
  const page = scene ? `${folder}${own}/${scene}/${ending}` : `${site ?? folder}${own}/${ending}`;
  const framed = scene ? page : `${folder}${own}/embed${isFirst ? '' : `-${lang}`}.html`;
  const looks = theme === 'dark' ? 'dark' : 'light';
  return {
    page,
    story: `${folder}${own}/story.json`,
    still: (/** @type {number} */ width) => `${stills}${own}/stills/${scene || first}-${width}-${lang}-${looks}.svg`,
    /** The picture in pixels, for those who take no SVG. */
    pixels: `${stills}${own}/stills/${scene || first}-1200-${lang}-${looks}.png`,
    /** @param {Record<string, string>} [more] parameters */
    frame: (more = {}) => {
      const url = new URL(framed);
      const asked = { ...(theme !== 'auto' && { theme }), ...more };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },
  };
}

/** Heights by width as embed.js reads them: "360:812 720:640". @param {Heights} heights */
const heightList = (heights) =>
  Object.entries(heights)
    .map((pair) => pair.join(':'))
    .join(' ');

/**
 * An iframe and the script that sets its height; `script`: the address of embed.js.
 * @param {{ src: string, title: string, width: string | number, height: number | null, heights: Heights, script: string
 *   }} frame
 */
export function frameCode({ src, title, width, height, heights, script }) {
  const frame = attributes({
    src,
    title,
    width,
    height,
    loading: 'lazy',
    sandbox: SANDBOX,
    allow: 'clipboard-write',
    'data-duoyuan-heights': heightList(heights),
  });
  return `<iframe${frame}></iframe>\n<script type="module" src="${escape(script)}"></script>`;
}

/** @param {Choice} choice @param {string} src */
const image = (choice, src) => `<img${attributes({ src, alt: choice.title, width: 720 })}>`;
/** @param {Choice} choice @param {Addresses} at */
const textLink = (choice, at) => `<p><a href="${escape(at.page)}">${TEXT_LINK[choice.lang]}</a></p>`;
/** A path as a shell takes it. @param {string} path */
const quoted = (path) => (/[^\w./\u4e00-\u9fff-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path);

/** @param {Platform} platform @param {Choice} choice */
function exported(platform, { story, scene, lang, theme }) {
  const looks = theme !== 'auto' && `--theme ${theme}`;
  const what = [quoted(story), `--for ${platform}`, scene && `--scene ${scene}`, `--lang ${lang}`, looks];
  return ['duoyuan export', ...what.filter(Boolean), `-o ${platform}/`].join(' ');
}

/** @type {Record<Platform, (choice: Choice, at: Addresses) => string>} */
const CODES = {
  site(choice, at) {
    const { folder, integrity, scene, lang, theme, mode, title } = choice;
    const src = `${folder}duoyuan.js`;
    const script = attributes({ type: 'module', src, integrity, crossorigin: integrity && 'anonymous' });
    const looks = { theme: theme !== 'auto' && theme, mode: mode !== 'auto' && mode };
    // As both languages are written: what stands inside follows the page around until the script has come.
    const element = attributes({ src: at.story, scene, lang, dir: 'ltr', ...looks });
    // A paragraph around the picture: alone in an element that no script has made a block yet, it would stand on the
    // side where the page begins its lines.
    const picture = `<p>${image(choice, at.still(720))}</p>`;
    const words = [`<h3>${escape(title)}</h3>`, picture, textLink(choice, at)].join('\n  ');
    return `<script${script}></script>\n<duoyuan-story${element}>\n  ${words}\n</duoyuan-story>`;
  },
  iframe(choice, at) {
    const { title, heights, folder } = choice;
    const height = heightAt(heightList(heights), choice.width);
    return frameCode({ src: at.frame(), title, width: '100%', height, heights, script: `${folder}embed.js` });
  },
  wordpress: (_, at) => at.page,
  amp(choice, at) {
    const size = { width: choice.width, height: heightAt(heightList(choice.heights), choice.width) };
    const frame = attributes({
      src: at.frame({ dialect: 'amp' }),
      title: choice.title,
      ...size,
      layout: 'responsive',
      resizable: true,
      sandbox: SANDBOX,
      frameborder: '0',
    });
    const placeholder = attributes({ placeholder: true, layout: 'fill', src: at.still(720), alt: choice.title });
    const words = MORE[choice.lang];
    const more = `<div overflow tabindex="0" role="button" aria-label="${words}">${words}</div>`;
    return `<amp-iframe${frame}>\n  <amp-img${placeholder}></amp-img>\n  ${more}\n</amp-iframe>`;
  },
  rss(choice, at) {
    const picture = image(choice, choice.png ? at.pixels : at.still(720));
    const figure = `<figure>\n  ${picture}\n  <figcaption>${escape(choice.source)}</figcaption>\n</figure>`;
    return [figure, choice.table, textLink(choice, at)].join('\n');
  },
  wechat: (choice) => exported('wechat', choice),
  toutiao: (choice) => exported('toutiao', choice),
  baijiahao: (choice) => exported('baijiahao', choice),
  social: (choice) => exported('social', choice),
};

export const PLATFORMS = /** @type {Platform[]} */ (Object.keys(CODES));

/** The text to paste. @param {Choice} choice */
export const codeFor = (choice) => CODES[choice.platform](choice, addresses(choice));

/** A table of the document as HTML text. @param {Element} table */
export function tableText(table) {
  const cell = (/** @type {Element} */ node) =>
    `<${node.localName}>${escape((node.textContent ?? '').trim())}</${node.localName}>`;
  const rows = [...table.querySelectorAll('thead tr, tbody tr')];
  const lines = rows.map((row) => `<tr>${[...row.children].map(cell).join('')}</tr>`);
  return `<table>\n${lines.join('\n')}\n</table>`;
}

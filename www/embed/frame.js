// The iframe page: one element over the whole width, set by the page and the address. A page of one story (karamay/,
// karamay/greening/) has that story's static words and shows it only; embed.html shows the story that its address names
// and has no words of any. Only listed values and plain paths below this page are taken.

import { STILLS } from '../element/assets.js';
import { updateRestrictions } from '../element/restrictions.js';
import { el, find } from '../ui/dom.js';
import { LANGUAGES, PALETTES } from '../ui/shared.js';
import { langOf, langTag, TEXT_LINK } from '../ui/words.js';
import { eventMessage, EVENTS, heightMessages } from './messages.js';
import { FIRST } from '../element/first-story.js';
import { decoded, isId, pathBelow } from '../element/names.js';

/** @import {EditorLang, Lang} from '../types.js' */

/** @type {Record<'scene' | 'lang' | 'theme', (value: string) => boolean>} */
const LISTED = {
  scene: isId,
  lang: (value) => Object.hasOwn(LANGUAGES, value),
  theme: (value) => ['auto', ...PALETTES].includes(value),
};
// A frame outside the window gets no animation frame and no observer's call: its height is asked for by the clock as
// well.
const LOOKS_MS = [0, 60, 300, 1000, 3000];
const REFUSED = {
  zh: ['这一页不能打开地址里写的故事。', '请把地址里的story改成本页所在文件夹里的故事文件，例如my-story/story.json。'],
  en: [
    'This page cannot open the story that its address names.',
    "Change story in the address to a story file in this page's folder, such as my-story/story.json.",
  ],
};

const main = find('main', HTMLElement);
const asked = new URLSearchParams(location.search);
const told = location.hash; // as it was in the beginning: the chapter on show is written there later
const story = document.createElement('duoyuan-story');
// The way to the folder with the stories, and to that with their pages.
const { base = '', pages = base } = main.dataset;
const folder = new URL(base || '.', location.href);

/** @param {keyof typeof LISTED} name @param {unknown} value */
function take(name, value) {
  if (typeof value !== 'string' || !LISTED[name](value)) return;
  story.setAttribute(name, value);
  if (name === 'lang') document.documentElement.lang = langTag(langOf(value));
  if (name === 'theme' && value !== 'auto') document.documentElement.dataset.theme = value;
}

/** The path of the story to show; null where the one that is asked for is none that this page may show. */
function pathAsked() {
  const own = main.dataset.story ?? null;
  if (!asked.has('story')) return own ?? FIRST;
  const path = pathBelow(folder, asked.get('story'));
  const same = own && path && new URL(path, folder).href === new URL(own, folder).href;
  return own && !same ? null : path;
}

/** In place of a story that may not be shown: no other one is. */
function refuse() {
  const say = (/** @type {EditorLang} */ lang) =>
    el('div', { lang: langTag(lang) }, ...REFUSED[lang].map((text) => el('p', {}, text)));
  const named = el('p', {}, el('code', {}, (asked.get('story') ?? '').slice(0, 200)));
  main.querySelector('.fallback')?.remove();
  main.append(el('div', { class: 'fallback', role: 'alert' }, say('zh'), say('en'), named));
}

/**
 * The page of a story of this site, or of one of its scenes, with its words.
 * @param {string} id
 * @param {string} scene
 * @param {Lang} lang
 */
function pageOf(id, scene, lang) {
  const page = `${scene && `${scene}/`}${lang === (main.dataset.first ?? 'zh') ? '' : `${lang}.html`}`;
  return new URL(`${pages}${encodeURIComponent(id)}/${page}`, location.href).href;
}

/**
 * Where links lead that readers copy: to the page of the story, where there is one, and never to an address that is
 * meant for the page around.
 * @param {string} path
 */
function linkFor(path) {
  const scene = story.getAttribute('scene') ?? '';
  const id = decoded(path.replace(/\/story\.json$/, '')) ?? '';
  if (main.dataset.story || STILLS.has(id)) return pageOf(id, scene, story.lang);
  const link = new URL(location.href);
  const kept = new URLSearchParams();
  const values = { story: asked.get('story'), scene, lang: story.lang, theme: asked.get('theme') };
  for (const [name, value] of Object.entries(values)) if (value) kept.set(name, value);
  link.search = kept.toString();
  return link.href;
}

/**
 * The static words of the page belong to one scene and language; for another one of the site there is its picture and
 * the page that has its words.
 * @param {string} path
 */
function staticWords(path) {
  const own = main.querySelector('.fallback');
  const { scene = '', lang } = main.dataset;
  const wanted = { scene: story.getAttribute('scene') ?? '', lang: story.lang };
  if (main.dataset.story && wanted.scene === scene && (wanted.lang === lang || !asked.has('lang'))) return own;
  const id = decoded(path.replace(/\/story\.json$/, '')) ?? '';
  if (!STILLS.has(id) || !wanted.scene) return main.dataset.story ? own : null;
  const width = innerWidth < 540 ? 360 : 720;
  const src = `${STILLS.get(id)}${wanted.scene}-${width}-${wanted.lang}-light.svg`;
  const link = { href: pageOf(id, wanted.scene, wanted.lang) };
  return el(
    'div',
    { class: 'fallback' },
    el('img', { src, width: String(width), alt: '' }),
    el('p', {}, el('a', link, TEXT_LINK[wanted.lang])),
  );
}

/** The frame's heading is the picture's: a screen reader lists frames by it. */
function head() {
  const title = story.shadowRoot?.querySelector('figure')?.getAttribute('aria-label') ?? '';
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = title;
  document.title = title;
}

/** Puts the element into the page, with the static words inside. @param {string} path */
function show(path) {
  story.setAttribute('mode', 'stepper');
  story.setAttribute('src', `${base}${path}`);
  for (const name of /** @type {const} */ (['scene', 'lang', 'theme']))
    take(name, asked.get(name) ?? main.dataset[name] ?? null);
  // The code that the builder writes for AMP lets links and downloads through; no script of ours is there to say so.
  if (asked.get('dialect') === 'amp') updateRestrictions(story, { links: true, downloads: true });
  story.dataset.link = linkFor(path);
  new MutationObserver(() => {
    story.dataset.link = linkFor(path);
    document.documentElement.lang = langTag(story.lang);
    if (story.theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = story.theme;
  }).observe(story, { attributes: true, attributeFilter: ['lang', 'theme'] });
  // A story may lack the language that is asked for: which one it is shown in is known only now.
  story.addEventListener('duoyuan-ready', () => {
    document.documentElement.lang = langTag(story.lang);
  });
  const words = staticWords(path);
  main.querySelector('.fallback')?.remove();
  if (words) story.append(words);
  main.append(story);
  for (const event of ['duoyuan-ready', 'duoyuan-scene']) story.addEventListener(event, head);
}

/** Tells the page around how high this one is, and takes what it says. */
function converse() {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    for (const message of heightMessages({ height, asked, hash: told })) parent.postMessage(message, '*');
  };
  const look = () => {
    for (const wait of LOOKS_MS) setTimeout(tell, wait);
  };
  for (const event of ['duoyuan-ready', 'duoyuan-scene', 'duoyuan-error']) story.addEventListener(event, look);
  // What the element says of itself, for the page around: its own analytics may count it.
  for (const name of EVENTS) {
    story.addEventListener(name, (event) => parent.postMessage(eventMessage(name, event, asked), '*'));
  }
  new ResizeObserver(tell).observe(main);
  look();
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.type !== 'duoyuan' || data.v !== 1) return;
    if (LISTED.scene(data.scene)) story.goTo(data.scene);
    take('lang', data.lang);
    take('theme', data.theme);
    updateRestrictions(story, data);
  });
}

const path = pathAsked();
if (path === null) refuse();
else show(path);
if (parent !== window) converse();
// Who has opened the frame by itself may want the rest.
else for (const node of document.querySelectorAll('[data-alone]')) node.toggleAttribute('hidden', false);

// The iframe page: one element over the whole width, set by the page and the address. Only listed values and plain paths below this page are taken.

import { STILLS } from './assets.js';
import { el } from './dom.js';
import { speak } from './dialects.js';
import './sheet.js';

const LISTED = {
  story: (value) => /^(?:[\w-]+\/)*[\w-]+\.json$/.test(value), // no scheme, no "..", no leading slash: below this page
  scene: (value) => /^[\w-]{1,64}$/.test(value),
  lang: (value) => ['zh', 'en'].includes(value),
  theme: (value) => ['auto', 'light', 'dark', 'contrast'].includes(value),
};
// A frame outside the window gets no animation frame and no observer's call: its height is asked for by the clock as well.
const LOOKS_MS = [0, 60, 300, 1000, 3000];

const main = document.querySelector('main');
const asked = new URLSearchParams(location.search);
const story = document.createElement('duoyuan-story');

function take(name, value) {
  if (typeof value !== 'string' || !LISTED[name](value)) return;
  story.setAttribute(name === 'story' ? 'src' : name, value);
  if (name === 'lang') document.documentElement.lang = value === 'en' ? 'en' : 'zh-Hans';
  if (name === 'theme' && value !== 'auto') document.documentElement.dataset.theme = value;
}

/** The static words of the page belong to one scene and language; for another one there is its picture and the page that has its words. */
function staticWords() {
  const words = main.querySelector('.fallback');
  const { story: src, scene = '', lang } = main.dataset;
  const wanted = { src: story.getAttribute('src'), scene: story.getAttribute('scene') ?? '', lang: story.lang };
  if (!words || (wanted.src === src && wanted.scene === scene && (wanted.lang === lang || !asked.has('lang')))) return words;
  const id = wanted.src.replace(/\/story\.json$/, '');
  if (!STILLS.has(id) || !wanted.scene) return words;
  const width = innerWidth < 540 ? 360 : 720;
  const page = new URL(`${id}/${wanted.scene}/${wanted.lang === 'en' ? 'en.html' : ''}`, location.href.replace(/[^/]*(?:[?#].*)?$/, ''));
  return el('div', { class: 'fallback' },
    el('img', { src: `${STILLS.get(id)}${wanted.scene}-${width}-${wanted.lang}-light.svg`, width, alt: '' }),
    el('p', {}, el('a', { href: page.href }, wanted.lang === 'en' ? 'Text and table' : '文字与数据表')));
}

story.setAttribute('mode', 'stepper');
story.setAttribute('src', 'karamay/story.json');
for (const name of Object.keys(LISTED)) take(name, asked.get(name) ?? main.dataset[name] ?? null);
if (main.dataset.base) story.setAttribute('src', `${main.dataset.base}${story.getAttribute('src')}`);

new MutationObserver(() => {
  document.documentElement.lang = story.lang === 'en' ? 'en' : 'zh-Hans';
  if (story.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = story.theme;
}).observe(story, { attributes: true, attributeFilter: ['lang', 'theme'] });
const words = staticWords();
main.querySelector('.fallback')?.remove();
if (words) story.append(words);
main.append(story);

/** The frame's heading is the picture's: a screen reader lists frames by it. */
function head() {
  const title = story.shadowRoot.querySelector('figure').getAttribute('aria-label');
  document.querySelector('h1').textContent = title;
  document.title = title;
}
for (const event of ['duoyuan-ready', 'duoyuan-scene']) story.addEventListener(event, head);

if (parent !== window) {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(story.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    for (const message of speak({ height, asked, hash: location.hash })) parent.postMessage(message, '*');
  };
  const look = () => { for (const wait of LOOKS_MS) setTimeout(tell, wait); };
  for (const event of ['duoyuan-ready', 'duoyuan-scene', 'duoyuan-error']) story.addEventListener(event, look);
  new ResizeObserver(tell).observe(story);
  look();
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.type !== 'duoyuan' || data.v !== 1) return;
    if (typeof data.scene === 'string' && LISTED.scene(data.scene)) story.goTo(data.scene);
    take('lang', data.lang);
    take('theme', data.theme);
  });
}

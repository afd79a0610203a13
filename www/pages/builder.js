// The embed builder: a form, the code it makes, the picture as it will be, and what the platform's limits say of it.

import { el, find } from '../ui/dom.js';
import { OWN_NAMES } from '../ui/shared.js';
import { editorLang, langOf, langTag } from '../ui/words.js';
import { addresses, codeFor, PLATFORMS, tableText } from '../embed/embed-code.js';
import { heightAt } from '../embed/heights.js';
import { checksOf } from './platform-checks.js';
import { WORDS } from './builder-words.js';

/**
 * @import {EditorLang, Lang, Localized, Mode, SceneTitle, Theme} from '../types.js'
 * @import {Choice, Heights, Platform} from '../embed/embed-code.js'
 * @import {Limits, Output} from './platform-checks.js'
 * @typedef {typeof WORDS[EditorLang]} Words
 * @typedef {{ bytes: number, integrity: string }} PublishedFile
 */
/**
 * manifest.json, as far as it is read here.
 * @typedef {object} Manifest
 * @property {string} folder
 * @property {string} assets the folder of the scripts
 * @property {Record<string, { title: Localized, scenes: SceneTitle[], languages: Lang[] }>} stories
 * @property {Record<string, Record<string, Record<Lang, Heights>>>} heights by story, scene ('*': all) and language
 * @property {Record<string, PublishedFile>} files
 */

/** @type {Platform[]} */
const PICTURES = ['wechat', 'toutiao', 'baijiahao', 'social'];
const STILL_WIDTHS = [360, 720, 1200];
const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
/** @type {EditorLang} */
let lang = editorLang(langOf(asked));
const site = new URL('.', location.href).href;

/** What is chosen; kept when the page's own language changes. */
const choice = {
  story: '',
  scene: '',
  lang: /** @type {Lang} */ (lang),
  theme: /** @type {Theme} */ ('auto'),
  mode: /** @type {Mode} */ ('auto'),
  width: 720,
  platform: /** @type {Platform} */ ('site'),
  frozen: false,
};
/** @typedef {{ facts: Manifest, limits: Limits, cors: string | null }} Site `cors`: what the server lets others read */
let turn = 0; // a newer choice makes the older one's preview and checks void

/**
 * @param {keyof typeof choice} name
 * @param {string} label
 * @param {[value: string, text: string][]} options
 */
const select = (name, label, options) => {
  const list = el(
    'select',
    { name },
    ...options.map(([value, text]) => el('option', { value, selected: String(choice[name]) === value }, text)),
  );
  return el('label', {}, label, list);
};
const main = el('main');
const code = el('textarea', { readonly: true, rows: '9', spellcheck: 'false' });
const heading = el('h2');
const picture = el('a', { download: true });
const copied = el('span', { role: 'status', class: 'note' });
const stage = el('div', { class: 'stage' });
const checks = el('table', { class: 'checks' });
const note = el('p', { class: 'note' });

/** @param {Words} words @param {Site} published */
function form(words, published) {
  const { stories } = published.facts;
  const { scenes } = stories[choice.story];
  const pairs = (/** @type {Record<string, string>} */ names) => Object.entries(names);
  /** @type {(scene: SceneTitle) => [string, string]} */
  const sceneOption = ({ id, name }) => [id, inLang(name)];
  const parts = [
    select(
      'platform',
      words.platform,
      PLATFORMS.map((name) => [name, words.platforms[name]]),
    ),
    select(
      'story',
      words.story,
      Object.entries(stories).map(([id, { title }]) => [id, inLang(title)]),
    ),
    select('scene', words.scene, [['', words.all], ...scenes.map(sceneOption)]),
    select(
      'lang',
      words.lang,
      stories[choice.story].languages.map((tag) => [tag, OWN_NAMES[tag][0]]),
    ),
    select('theme', words.theme, pairs(words.themes)),
    select('mode', words.mode, pairs(words.modes)),
    el(
      'label',
      {},
      words.width,
      el('input', { name: 'width', type: 'number', min: '280', max: '1600', step: '10', value: String(choice.width) }),
    ),
    el(
      'label',
      { class: 'line' },
      el('input', { name: 'frozen', type: 'checkbox', checked: choice.frozen }),
      words.frozen,
    ),
  ];
  const node = el('form', { 'aria-label': words.title, onsubmit: (event) => event.preventDefault() }, ...parts);
  node.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'frozen') choice.frozen = target.checked;
    else if (target instanceof HTMLInputElement)
      choice.width = Math.min(1600, Math.max(280, Number(target.value) || 720));
    else if (target instanceof HTMLSelectElement) Object.assign(choice, { [target.name]: target.value });
    // Another story has other chapters and languages.
    if (target instanceof HTMLSelectElement && target.name === 'story') {
      choice.scene = '';
      settle(published.facts);
      build(published);
    } else show(published);
  });
  return node;
}

/** A text of a story in the page's language, or in one that it has. @param {Localized} text */
const inLang = (text) => text[lang] ?? text.en ?? Object.values(text)[0];

/** Chooses a language that the story has. @param {Manifest} facts */
function settle(facts) {
  const { languages } = facts.stories[choice.story];
  if (!languages.includes(choice.lang)) [choice.lang] = languages;
}

/** The path in the site of an address below it. @param {string} address */
const pathOf = (address) => decodeURIComponent(address.slice(site.length));

/** @param {Manifest} facts @returns {Choice} */
function full(facts) {
  const version = `${facts.folder}/`;
  const folder = choice.frozen ? `${site}${version}` : site;
  const { title, scenes, languages } = facts.stories[choice.story];
  const scene = scenes.find(({ id }) => id === choice.scene);
  const stills = `${site}${version}`;
  const asked = { ...choice, folder, languages, site, stills, first: scenes[0].id };
  return {
    ...asked,
    title: scene ? `${title[choice.lang]} · ${scene.name[choice.lang]}` : title[choice.lang],
    heights: facts.heights[choice.story][choice.scene || '*'][choice.lang],
    integrity: choice.frozen ? facts.files[`${version}duoyuan.js`].integrity : '',
    png: Boolean(facts.files[pathOf(addresses(asked).pixels)]),
    source: '',
    table: '',
  };
}

/**
 * The picture as readers will see it; resolves when there is one.
 * @param {Choice} all
 * @returns {Promise<HTMLElement>}
 */
function preview(all) {
  if (PICTURES.includes(all.platform)) {
    const width = STILL_WIDTHS.find((wide) => wide >= all.width) ?? 1200;
    const image = el('img', { src: addresses(all).still(width), width: String(all.width), alt: all.title });
    stage.replaceChildren(image);
    return image.decode().then(
      () => image,
      () => image,
    );
  }
  const mode = all.platform === 'site' ? all.mode : 'stepper';
  const { lang: shown, theme } = all;
  const src = `${encodeURIComponent(all.story)}/story.json`;
  const element = el('duoyuan-story', { src, scene: all.scene || null, lang: shown, theme, mode });
  element.style.width = `${all.width}px`;
  /** @type {Promise<HTMLElement>} */
  const ready = new Promise((done) => {
    for (const event of ['duoyuan-ready', 'duoyuan-error'])
      element.addEventListener(event, () => setTimeout(done, 100, element));
  });
  stage.replaceChildren(element);
  element.reload(); // measured also where it is out of sight
  return ready;
}

/** Bytes with brotli of what a page with this embed fetches. @param {Manifest} facts */
function pageBytes(facts) {
  const { assets, files } = facts;
  const names = ['duoyuan.js', `${assets}/duoyuan.js`, `${assets}/player.wasm`, `${choice.story}/story.compiled`];
  return names.reduce((sum, name) => sum + (files[`${name}.br`] ?? files[name]).bytes, 0);
}

/**
 * @param {Choice} all
 * @param {HTMLElement} shown
 * @param {Site} published
 * @returns {Output}
 */
function output(all, shown, { facts, cors }) {
  const png = facts.files[pathOf(addresses(all).pixels)];
  return {
    code: code.value,
    png: png ? { bytes: png.bytes, width: 1200 } : null,
    pageBytes: pageBytes(facts),
    height: Math.ceil(shown.getBoundingClientRect().height),
    published: heightAt(
      Object.entries(all.heights)
        .map((pair) => pair.join(':'))
        .join(' '),
      all.width,
    ),
    site,
    cors,
  };
}

/**
 * @param {Words} words
 * @param {Choice} all
 * @param {Output} measured
 * @param {Limits} limits
 */
function showChecks(words, all, measured, limits) {
  const rows = checksOf(all, measured, limits).map(({ sure, text, ok, note: why, ...names }) => {
    const verdict = ok === null ? words.unknown : ok ? words.pass : words.fail;
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, names[lang], ' ', el('span', { class: 'note' }, `(${words.sure[sure]})`)),
      el(
        'td',
        { class: 'measured' },
        typeof text === 'string' ? text : text[lang],
        why ? el('div', { class: 'note' }, why[lang]) : '',
      ),
      el('td', { class: 'verdict', 'data-ok': String(ok) }, verdict),
    );
  });
  checks.replaceChildren(el('tbody', {}, ...rows));
  // An exported picture has the platform's width, not that of the preview.
  note.textContent = [PICTURES.includes(all.platform) ? '' : words.height(measured.height), words.dated(limits.checked)]
    .filter(Boolean)
    .join(' · ');
}

/** Shows what has been chosen. @param {Site} published */
async function show(published) {
  turn += 1;
  const mine = turn;
  const words = WORDS[lang];
  const all = full(published.facts);
  code.value = codeFor(all);
  const pictures = PICTURES.includes(all.platform);
  heading.textContent = pictures ? words.command : words.code;
  code.setAttribute('aria-label', heading.textContent);
  // Only what has a say in the code can be chosen.
  find('[name=mode]', HTMLSelectElement, main).disabled = choice.platform !== 'site';
  find('[name=frozen]', HTMLInputElement, main).disabled = pictures;
  picture.hidden = !pictures;
  picture.textContent = words.picture;
  picture.href = all.png ? addresses(all).pixels : addresses(all).still(1200);
  copied.textContent = '';
  const shown = await preview(all);
  if (mine !== turn) return;
  const table = shown.shadowRoot?.querySelector('[part=table]');
  if (table && all.platform === 'rss') {
    code.value = codeFor({ ...all, table: tableText(table), source: table.querySelector('tfoot')?.textContent ?? '' });
  }
  const measured = output(all, shown, published);
  if (mine === turn) showChecks(words, all, measured, published.limits);
}

async function copyCode() {
  try {
    await navigator.clipboard.writeText(code.value);
    copied.textContent = WORDS[lang].copied;
  } catch {
    code.select();
    copied.textContent = WORDS[lang].notCopied;
  }
}

/** Writes the page; `published` is null where there is no site to embed from. @param {Site | null} published */
function build(published) {
  const words = WORDS[lang];
  const other = lang === 'zh' ? 'en' : 'zh';
  document.documentElement.lang = langTag(lang);
  document.title = words.title;
  const switcher = el(
    'button',
    {
      type: 'button',
      class: 'plain',
      lang: langTag(other),
      onclick: () => {
        lang = other;
        build(published);
      },
    },
    words.langs[other],
  );
  const head = el('header', {}, el('div', {}, el('h1', {}, words.title), el('p', {}, words.intro)), switcher);
  if (!published) {
    main.replaceChildren(head, el('p', {}, words.missing));
    return;
  }
  main.replaceChildren(
    head,
    el(
      'div',
      { class: 'columns' },
      form(words, published),
      el(
        'div',
        {},
        heading,
        code,
        el(
          'div',
          { class: 'copying' },
          el('button', { type: 'button', onclick: copyCode }, words.copy),
          picture,
          copied,
        ),
        el('h2', {}, words.checks),
        checks,
        note,
        el('h2', {}, words.preview),
        stage,
      ),
    ),
  );
  show(published);
}

/** What the site says of itself, or null. @returns {Promise<Site | null>} */
async function readSite() {
  const [about, rules] = await Promise.all(
    ['manifest.json', 'limits.json'].map((name) => fetch(name).catch(() => null)),
  );
  if (!about?.ok || !rules?.ok) return null;
  const [facts, limits] = await Promise.all([about.json(), rules.json()]);
  return { facts, limits, cors: rules.headers.get('access-control-allow-origin') };
}

document.body.append(main);
const published = await readSite();
if (published) {
  [choice.story] = Object.keys(published.facts.stories);
  settle(published.facts);
}
build(published);

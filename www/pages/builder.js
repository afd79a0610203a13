// The embed builder: a form, the code it makes, the picture as it will be, and what the platform's limits say of it.

import { el } from '../ui/dom.js';
import { langOf, langTag } from '../ui/words.js';
import { addresses, codeFor, PLATFORMS, tableText } from '../embed/embed-code.js';
import { heightAt } from '../embed/heights.js';
import { checksOf } from './platform-checks.js';
import { WORDS } from './builder-words.js';

const PICTURES = ['wechat', 'toutiao', 'baijiahao'];
const STILL_WIDTHS = [360, 720, 1200];
const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
let lang = langOf(asked);
const site = new URL('.', location.href).href;

/** What is chosen; kept when the page's own language changes. */
const choice = { story: '', scene: '', lang, theme: 'auto', mode: 'auto', width: 720, platform: 'site', frozen: false };
let facts = null;
let cors = null; // what the server lets other sites read
let limits = null; // of platforms, and the sizes of packs
let turn = 0; // a newer choice makes the older one's preview and checks void

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

function form(words) {
  const { scenes } = facts.stories[choice.story];
  const pairs = (names) => Object.entries(names);
  const parts = [
    select(
      'platform',
      words.platform,
      PLATFORMS.map((name) => [name, words.platforms[name]]),
    ),
    select(
      'story',
      words.story,
      pairs(facts.stories).map(([id, { title }]) => [id, title[lang]]),
    ),
    select('scene', words.scene, [['', words.all], ...scenes.map(({ id, name }) => [id, name[lang]])]),
    select('lang', words.lang, pairs(words.langs)),
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
    if (target.name === 'width') choice.width = Math.min(1600, Math.max(280, Number(target.value) || 720));
    else choice[target.name] = target.type === 'checkbox' ? target.checked : target.value;
    show();
  });
  return node;
}

function full() {
  const version = `${facts.folder}/`;
  const folder = choice.frozen ? `${site}${version}` : site;
  const { title, scenes } = facts.stories[choice.story];
  const scene = scenes.find(({ id }) => id === choice.scene);
  const still = `${version}${choice.story}/stills/${scenes[0].id}-720-zh-light.png`;
  return {
    ...choice,
    folder,
    stills: `${site}${version}`,
    first: scenes[0].id,
    title: scene ? `${title[choice.lang]} · ${scene.name[choice.lang]}` : title[choice.lang],
    heights: facts.heights[choice.story][choice.scene || '*'][choice.lang],
    integrity: choice.frozen ? facts.files[`${version}duoyuan.js`].integrity : '',
    png: Boolean(facts.files[still]),
    source: '',
    table: '',
  };
}

/** The picture as readers will see it; resolves when there is one. */
function preview(all) {
  if (PICTURES.includes(all.platform)) {
    const width = STILL_WIDTHS.find((wide) => wide >= Math.min(all.width, 1200));
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
  const ready = new Promise((done) => {
    for (const event of ['duoyuan-ready', 'duoyuan-error'])
      element.addEventListener(event, () => setTimeout(done, 100, element));
  });
  stage.replaceChildren(element);
  element.reload(); // measured also where it is out of sight
  return ready;
}

/** Bytes with brotli of what a page with this embed fetches. */
function pageBytes() {
  const shared = (name) => /^v[^/]+\/(.+)-\w+\.(?:wasm|json)$/.exec(name)?.[1];
  const ours = (name) => name === 'duoyuan.js' || ['duoyuan', choice.story].includes(shared(name));
  return Object.entries(facts.files)
    .filter(([name]) => ours(name))
    .reduce((sum, [, { brotli }]) => sum + brotli, 0);
}

function output(all, shown) {
  const at = addresses(all);
  const path = (address) => decodeURIComponent(address.slice(site.length));
  const png = facts.files[path(at.still(1200, 'png'))];
  return {
    code: code.value,
    png: png ? { bytes: png.bytes, width: 1200 } : null,
    pageBytes: pageBytes(),
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

function showChecks(words, all, measured) {
  const rows = checksOf(all, measured, limits).map(({ sure, text, ok, note: why, ...names }) => {
    const verdict = ok === null ? words.unknown : ok ? words.pass : words.fail;
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, names[lang], ' ', el('span', { class: 'note' }, `(${words.sure[sure]})`)),
      el('td', { class: 'measured' }, text[lang] ?? text, why ? el('div', { class: 'note' }, why[lang]) : ''),
      el('td', { class: 'verdict', 'data-ok': String(ok) }, verdict),
    );
  });
  checks.replaceChildren(el('tbody', {}, ...rows));
  // An exported picture has the platform's width, not that of the preview.
  note.textContent = [PICTURES.includes(all.platform) ? '' : words.height(measured.height), words.dated(limits.checked)]
    .filter(Boolean)
    .join(' · ');
}

async function show() {
  turn += 1;
  const mine = turn;
  const words = WORDS[lang];
  const all = full();
  code.value = codeFor(all);
  const pictures = PICTURES.includes(all.platform);
  heading.textContent = pictures ? words.command : words.code;
  code.setAttribute('aria-label', heading.textContent);
  // Only what has a say in the code can be chosen.
  const { mode, frozen } = main.querySelector('form').elements;
  mode.disabled = choice.platform !== 'site';
  frozen.disabled = pictures;
  picture.hidden = !pictures;
  picture.textContent = words.picture;
  picture.href = addresses(all).still(1200, all.png ? 'png' : 'svg');
  copied.textContent = '';
  const shown = await preview(all);
  if (mine !== turn) return;
  const table = shown.shadowRoot?.querySelector('[part=table]');
  if (table && all.platform === 'rss') {
    code.value = codeFor({ ...all, table: tableText(table), source: table.querySelector('tfoot')?.textContent ?? '' });
  }
  const measured = output(all, shown);
  if (mine === turn) showChecks(words, all, measured);
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

function build() {
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
        build();
      },
    },
    words.langs[other],
  );
  const head = el('header', {}, el('div', {}, el('h1', {}, words.title), el('p', {}, words.intro)), switcher);
  if (!facts) {
    main.replaceChildren(head, el('p', {}, words.missing));
    return;
  }
  main.replaceChildren(
    head,
    el(
      'div',
      { class: 'columns' },
      form(words),
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
  show();
}

document.body.append(main);
const answers = await Promise.all(['manifest.json', 'limits.json'].map((name) => fetch(name).catch(() => null)));
if (answers.every((answer) => answer?.ok)) {
  [facts, limits] = await Promise.all(answers.map((answer) => answer.json()));
  cors = answers[1].headers.get('access-control-allow-origin');
  [choice.story] = Object.keys(facts.stories);
}
build();

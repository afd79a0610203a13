// Writes the static site: node build.mjs DUOYUAN DIST, from www/, data/ and target/site.
//
// DIST/v1.2.3-…/ everything, frozen: engines, scripts, styles and compiled stories under hashed names; data, stills
// DIST/latest/   the entries whose address never changes; what they load lies in the version folder
// DIST/          the same entries and the pages; manifest.json; single.html; server/; npm/, the package

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/browser/browser.mjs';
import { COLOURS, LANGUAGES } from '../../www/ui/shared.js';
import { bundle, classic, inlineAssets, linkedAssets, plainScript, styles } from './bundle.mjs';
import { elementTypes } from './element-types.mjs';
import { pictures, pieces, staticScene, tableDetails } from './fallback.mjs';
import { addressOf, hashedName, integrity } from './hashing.mjs';
import { measureHeights } from './heights.mjs';
import { limits } from './limits.mjs';
import { manifest, withTwins } from './manifest.mjs';
import { npmPackage } from './npm.mjs';
import { oembeds } from './oembed.mjs';
import { fill, linkedPage, singlePage } from './pages.mjs';
import { drawStills, sceneHtml, WIDTHS } from './stills.mjs';
import { compiled, readStories } from './stories.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [duoyuan, dist] = process.argv.slice(2);
if (!dist) {
  console.error('usage: node build.mjs DUOYUAN DIST');
  process.exit(2);
}
const www = join(ROOT, 'www');
const engines = join(ROOT, 'target/site');
const data = join(ROOT, 'data');
const SITE = (process.env.SITE ?? 'https://example.org/duoyuan').replace(/\/$/, ''); // oEmbed answers need whole addresses
const COMPANIONS = ['grammar', 'charts']; // examples for the guides: served, not offered for embedding
const read = (name) => readFile(join(www, 'pages', name), 'utf8');

const release = (await readFile(join(ROOT, 'Cargo.toml'), 'utf8')).match(/^version = "(.*)"/m)[1];
const stories = await readStories(data);
const offered = stories.filter(({ id }) => !COMPANIONS.includes(id));
const engine = async (name) => ({ wasm: await readFile(join(engines, name, 'duoyuan_bg.wasm')), glue: await readFile(join(engines, name, 'engine.js')) });
const [author, player] = [await engine('pkg'), await engine('player')];
const icon = await readFile(join(www, 'pages/icon.svg'));
const files = new Map();

/** The version folder is named by all that goes into it, so that what was published under a name never changes. */
async function frozenName() {
  const hash = createHash('sha256');
  for (const { wasm, glue } of [author, player]) hash.update(wasm).update(glue);
  for (const { files: plain } of stories) for (const [name, bytes] of plain) hash.update(name).update(bytes);
  for (const folder of [www, dirname(fileURLToPath(import.meta.url))]) {
    for (const name of (await readdir(folder, { recursive: true })).filter((entry) => /\.\w+$/.test(entry) && !entry.startsWith('node_modules')).sort()) hash.update(name).update(await readFile(join(folder, name)));
  }
  return `v${release}-${hash.digest('hex').slice(0, 8)}`;
}
const version = await frozenName();

// --- what lies in the version folder ----------------------------------------------------------------------------

/** Puts a file under a hashed name into the version folder; where it is, seen from a folder of the site. */
function keep(name, bytes, sum = 'sha384') {
  const path = `${version}/${hashedName(name, bytes)}`;
  files.set(path, bytes);
  return { path, integrity: integrity(bytes, sum) };
}
const up = { '': '', 'latest/': '../', [`${version}/`]: '../' };
const seen = ({ path, integrity: sum }, folder) => ({
  address: path.startsWith(folder) && folder ? `./${addressOf(path.slice(folder.length))}` : `${up[folder] || './'}${addressOf(path)}`, integrity: sum,
});

const authorEngine = keep('duoyuan.wasm', author.wasm);
const authorGlue = keep('engine.js', await plainScript(author.glue));
const playerEngine = keep('player.wasm', player.wasm);
// Readers get what was checked. The companions show mistakes, which only the author's engine explains.
const kept = new Map(await Promise.all(stories.map(async ({ id, together }) => [id, {
  ...(offered.some((story) => story.id === id) && { compiled: keep(`${id}.compiled`, await compiled(duoyuan, join(data, id))) }),
  ...(together && { plain: keep(`${id}.json`, together) }),
}])));
const sonification = keep('sonification.js', await bundle({ www, engines, modules: [], exported: "export { SonificationPanel } from './a11y/sonification-panel.js';" }));
const russian = keep('words-ru.js', await bundle({ www, engines, modules: [], exported: "export { WORDS } from './ui/words-ru.js';" }));
const folders = Object.keys(up);
/** `whole`: for pages whose stories show mistakes, with the author's engine at once. */
const assetsFor = (folder, { whole = false } = {}) => linkedAssets({
  player: whole ? null : seen(playerEngine, folder),
  author: seen(authorEngine, folder),
  glue: seen(authorGlue, folder).address,
  sonification: seen(sonification, folder).address,
  words: { ru: seen(russian, folder).address },
  // A story may be named by its address in any of the folders.
  stills: offered.map(({ id }) => [id, `${seen({ path: `${version}/${id}/stills/` }, folder).address}`]),
  stories: [...kept].map(([id, parts]) => [
    folders.map((other) => seen({ path: `${other}${id}/story.json` }, folder).address),
    Object.fromEntries(Object.entries(parts).map(([name, file]) => [name, seen(file, folder)])),
  ]),
});
const first = `${addressOf(offered[0].id)}/story.json`;
const shell = (modules, assets, how = {}) => bundle({ www, engines, modules, assets, first, ...how });

const pages = [
  { name: 'index', modules: ['duoyuan.js', 'pages/reading-page.js'], css: ['pages/colours.css', 'pages/page.css'], story: 'karamay' },
  { name: 'embed', modules: ['duoyuan.js', 'embed/frame.js'], css: ['pages/colours.css', 'pages/page.css'], story: 'karamay' },
  { name: 'how-to-read', modules: ['duoyuan.js', 'pages/guide.js'], css: ['pages/colours.css', 'pages/page.css', 'pages/how-to-read.css'], early: 'guide-language.js' },
  { name: 'accessibility', modules: ['pages/guide.js'], css: ['pages/colours.css', 'pages/page.css', 'pages/how-to-read.css'], early: 'guide-language.js' },
  { name: 'builder', modules: ['duoyuan.js', 'pages/builder.js'], css: ['pages/colours.css', 'pages/page.css', 'pages/builder.css'] },
  { name: 'editor-guide', modules: ['duoyuan.js', 'pages/guide.js'], css: ['pages/colours.css', 'pages/page.css', 'pages/how-to-read.css', 'pages/editor-guide.css'], early: 'guide-language.js' },
];
for (const page of pages) {
  page.html = await read(`${page.name}.html`);
  page.script = keep(`${page.name}.js`, await shell(page.modules, assetsFor(`${version}/`, { whole: Boolean(page.early) })));
  page.styles = keep(`${page.name}.css`, await styles({ www, names: page.css }));
  if (page.early) page.classic = keep(page.early, await classic({ www, name: `pages/${page.early}` }));
}

// --- the stories: plain files everywhere, stills once ------------------------------------------------------------

for (const { id, files: plain } of stories) {
  for (const folder of folders) for (const [name, bytes] of plain) files.set(`${folder}${id}/${name}`, bytes);
}
for (const { id, languages } of offered) {
  for (const [name, bytes] of await drawStills(duoyuan, join(data, id), languages)) files.set(`${version}/${id}/stills/${name}`, bytes);
}

// --- the pages ---------------------------------------------------------------------------------------------------

const sceneOf = ({ id }, scene, lang, width, height) => sceneHtml(duoyuan, join(data, id), { scene, lang, width, height });

/** The first scene as static words and pictures, for the marks of the reading page. */
async function readingParts(story, lang) {
  const scene = story.story.scenes[0].id;
  // As most phones (375 to 411 px) and most desktop windows will have them drawn on the canvas: the take-over is not to be seen.
  const [narrow, wide] = await Promise.all([sceneOf(story, scene, lang, 375, 438), sceneOf(story, scene, lang, 912, 672)]);
  const tables = await Promise.all(story.languages.map(async (each) => [`table-${each}`, tableDetails(await sceneOf(story, scene, each, 720), each)]));
  return { 'still-zh': '', 'still-en': '', [`still-${lang}`]: pictures(narrow, wide), ...Object.fromEntries(tables) };
}

/** The reading page for those who come for the English: its words and its picture first. The page itself begins in Chinese. */
function inEnglish(html) {
  const swapped = (text, parts) => {
    const [zh, en] = parts.map((part) => part.exec(text)?.[0]);
    if (!zh || !en) throw new Error(`www/pages/index.html has no ${zh ? parts[1] : parts[0]}: the English page is made by changing the two round`);
    return text.replace(zh, '\0').replace(en, () => zh).replace('\0', () => en);
  };
  const [, zh, en] = /<title>(.*) · (.*)<\/title>/.exec(html);
  return swapped(swapped(html, [/<section lang="zh-Hans">.*?<\/section>/s, /<section lang="en">.*?<\/section>/s]), [/<p lang="zh-Hans">.*?<\/p>/, /<p lang="en">.*?<\/p>/])
    .replace(/<title>.*<\/title>/, `<title>${en} · ${zh}</title>`)
    .replace('<html lang="zh-Hans">', '<html lang="en">').replace('mode="page" lang="zh"', 'mode="page" lang="en"')
    .replace(/(<meta name="description" content=")[^"]*/, "$1Karamay's one lead industry and many others in pictures: how much each number says, where it stops, and where it comes from.");
}

/** The frame page of a story with a scene's static words; `scene` empty: the whole story, with the words of its first scene. `base`: the way to the
    folder with the stories. */
async function storyPage(html, story, { scene, lang, base }) {
  const shown = scene || story.story.scenes[0].id;
  const [narrow, wide] = await Promise.all([sceneOf(story, shown, lang, 375), sceneOf(story, shown, lang, 720)]);
  const { title } = pieces(wide);
  const id = addressOf(story.id);
  const attributes = `data-story="${id}/story.json"${scene && ` data-scene="${scene}"`} data-lang="${lang}" data-first="${story.languages[0]}" data-base="${base}"`;
  const oembed = `${SITE}/${id}/${scene && `${scene}/`}oembed${lang === story.languages[0] ? '' : `-${lang}`}.json`;
  return fill(html, { static: staticScene(narrow, wide, lang) })
    .replace(/<html lang="[^"]*">/, `<html lang="${LANGUAGES[lang]}">`)
    .replace(/<main[^>]*>/, `<main ${attributes}>`)
    .replace(/<title>[^<]*<\/title>/, `<title>${title}</title>\n<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${title}">`)
    .replace(/<h1 class="unseen">.*<\/h1>/, `<h1 class="unseen">${title}</h1>`);
}

const sha = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** A page of www in a folder of the site, seen from `folder`; `depth`: how many folders further down it lies. */
function linked(page, html, folder, depth = 0) {
  const part = (file) => {
    const { address, integrity: sum } = seen(file, folder);
    return { address: depth > 0 ? `${'../'.repeat(depth)}${address.replace(/^\.\//, '')}` : address, integrity: sum };
  };
  // The frame of any story cannot ask for one before its script has read which.
  const early = page.story ? [playerEngine, ...(page.any ? [] : [kept.get(page.story).compiled])] : [];
  return Buffer.from(linkedPage(html, icon, {
    styles: part(page.styles), script: part(page.script), classic: page.classic && part(page.classic), early: early.map(part),
  }));
}

const glued = linkedAssets({ author: { address: './duoyuan.wasm', integrity: '' }, stories: [], stills: [] });
const package_ = await bundle({ www, engines, modules: [], assets: glued, exported: "export * from './duoyuan.js';" });
const embed = await shell(['embed.js'], '');
const types = elementTypes({ www, properties: Object.keys(COLOURS.light).map((name) => `--duoyuan-${name}`) });
files.set('duoyuan.d.ts', Buffer.from(types.declaration)).set('custom-elements.json', Buffer.from(types.manifest));
for (const [name, bytes] of await npmPackage({ root: ROOT, module: package_, types, embed, wasm: author.wasm, version: release })) files.set(name, bytes);

const [index, frame] = pages;
const told = offered.find(({ id }) => id === index.story);
files.set('en.html', linked(index, fill(inEnglish(index.html), await readingParts(told, 'en')), ''));
index.html = fill(index.html, await readingParts(told, 'zh'));
for (const page of pages.filter((other) => other !== frame)) files.set(`${page.name}.html`, linked(page, page.html, ''));
// It can be given any story: words of one of them would be wrong for the others. The pages of the stories are beside those of the site.
const bare = fill(frame.html, { static: '' });
const bareBelow = { 'latest/': bare.replace('<main', '<main data-pages="../"') };
for (const folder of folders) {
  files.set(`${folder}duoyuan.js`, await shell(['duoyuan.js'], assetsFor(folder)));
  files.set(`${folder}embed.js`, embed);
  files.set(`${folder}embed.html`, linked({ ...frame, any: true }, bareBelow[folder] ?? bare, folder));
}
// A page for each story and each scene: the frame with their own static words, and the address that content systems ask for oEmbed.
for (const story of offered) for (const scene of ['', ...story.story.scenes.map(({ id }) => id)]) for (const lang of story.languages) {
  const depth = scene ? 2 : 1;
  const html = await storyPage(frame.html, story, { scene, lang, base: '../'.repeat(depth) });
  const name = `${story.id}/${scene && `${scene}/`}${lang === story.languages[0] ? 'index' : lang}.html`;
  for (const folder of ['', `${version}/`]) files.set(`${folder}${name}`, linked({ ...frame, story: story.id }, html, folder, depth));
}

const single = await shell(index.modules, inlineAssets({ wasm: author.wasm, stories: offered.map(({ id, together }) => [`${addressOf(id)}/story.json`, together]) }));
// The guide and the accessibility statement are other files: links to them would lead nowhere.
const alone = index.html.replace(/\s*<p>(?:<a [^>]*href="(?:how-to-read|accessibility)\.html[^>]*>[^<]*<\/a>\s*)+<\/p>/, '');
files.set('single.html', Buffer.from(singlePage(alone.replace(/<link rel="alternate"[^>]*>\n/g, ''), icon, { styles: files.get(index.styles.path), script: single, sha })));

// --- what only the finished site can tell ------------------------------------------------------------------------

const heights = await measureHeights({ launch, files, element: `${version}/duoyuan.js`, stories: offered, widths: WIDTHS });
for (const story of offered) {
  for (const [name, bytes] of oembeds(story, { site: SITE, version, heights: heights[story.id], files })) files.set(name, bytes);
}
for (const name of ['_headers', 'nginx.conf']) {
  const text = (await readFile(join(ROOT, 'src/site/server', name), 'utf8')).replaceAll('{{version}}', version)
    .replaceAll('{{root}}', '/var/www/duoyuan').replaceAll('{{port}}', '80').replaceAll('{{brotli}}', '').replaceAll('{{origin}}', new URL(SITE).origin);
  files.set(name === '_headers' ? name : `server/${name}`, Buffer.from(text));
}

const facts = {
  version: release, folder: version,
  stories: Object.fromEntries(offered.map(({ id, story, languages }) => [id, { version: story.version, languages, title: story.title, scenes: story.scenes.map(({ id: scene, name }) => ({ id: scene, name })) }])),
  heights,
};
const table = await limits(duoyuan, offered.map(({ id, languages }) => ({ id, languages, folder: join(data, id) })));
for (const folder of ['', `${version}/`]) files.set(`${folder}limits.json`, table);
const frozen = new Map([...files].filter(([name]) => name.startsWith(`${version}/`)).map(([name, bytes]) => [name.slice(version.length + 1), bytes]));
files.set(`${version}/manifest.json`, manifest(frozen, facts));
files.set('manifest.json', manifest(files, facts));

await rm(dist, { recursive: true, force: true });
for (const [name, bytes] of withTwins(files)) {
  await mkdir(dirname(join(dist, name)), { recursive: true });
  await writeFile(join(dist, name), bytes);
}

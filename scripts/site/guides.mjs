// Writes the guides of www/pages as every site has them: complete pages among the assets, with their example stories.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classic, integrity, styles } from './bundle.mjs';

const GUIDES = ['how-to-read', 'accessibility', 'editor-guide'];
/** The folders of data/ with examples. */
const EXAMPLES = ['grammar', 'charts'];
const STYLES = ['pages/colours.css', 'pages/page.css', 'pages/how-to-read.css'];

/** Removes white space between JSON values. Numbers and strings keep every character: 43.70 is more precise than 43.7. */
const compact = (text) => text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string) => string ?? '');

/** The files of a story as one JSON object {name: text}, which a page loads in one request. */
async function together(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(json|csv)$/.test(name)).sort();
  const texts = await Promise.all(names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    return [name, name.endsWith('.json') ? compact(text) : text];
  }));
  return Buffer.from(JSON.stringify(Object.fromEntries(texts)));
}

/** An SVG as an address that needs no request. */
const address = (svg) => `data:image/svg+xml,${encodeURIComponent(svg.trim()).replaceAll('%20', ' ').replaceAll('%2F', '/').replaceAll('%3D', '=').replaceAll('%3A', ':').replaceAll('%22', "'")}`;

/** name → bytes. `script(modules)`: a bundle. */
export async function guides({ www, data, script }) {
  const files = new Map([
    ['guide.js', await script(['duoyuan.js', 'pages/guide.js'])],
    ['guide.css', await styles({ www, names: STYLES })],
    ['editor-guide.css', await styles({ www, names: ['pages/editor-guide.css'] })],
    ['guide-language.js', await classic({ www, name: 'pages/guide-language.js' })],
  ]);
  const stories = {};
  for (const id of EXAMPLES) {
    const story = await together(join(data, id));
    files.set(`${id}.json`, story);
    stories[`${id}/story.json`] = { plain: `${id}.json`, integrity: integrity(story) };
  }
  const icon = address(await readFile(join(www, 'pages/icon.svg'), 'utf8'));
  const checked = (name) => `="${name}" integrity="${integrity(files.get(name))}" crossorigin`;
  const head = [
    `<script src${checked('guide-language.js')}></script>`,
    `<script type="module" src${checked('guide.js')}></script>`,
    `<script type="application/json" id="duoyuan-site">${JSON.stringify({ stories })}</script>`,
  ];
  const sheet = (name) => `<link rel="stylesheet" href${checked(`${name}.css`)}>\n`;
  for (const name of GUIDES) {
    const sheets = sheet('guide') + (files.has(`${name}.css`) ? sheet(name) : '');
    const page = (await readFile(join(www, `pages/${name}.html`), 'utf8'))
      .replace(/<link rel="(?:modulepreload|preload|stylesheet)"[^>]*>\n/g, '')
      .replace(/<script [^>]*src="[^>]*><\/script>\n/g, '')
      .replace(/href="icon\.svg"/, `href="${icon}"`)
      .replaceAll('href="index.html"', 'href="../index.html"')
      .replace('</head>', () => `${sheets}${head.join('\n')}\n</head>`);
    files.set(`${name}.html`, Buffer.from(page));
  }
  return files;
}

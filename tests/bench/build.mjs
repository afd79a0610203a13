// Writes the peers' pages into target/bench/peers: bundled, minified and compressed, as a careful author would.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
export const FOLDER = join(HERE, '../../target/bench/peers');
export const PEERS = ['raw', 'd3', 'uplot', 'chartjs', 'echarts'];
export const NAMES = { raw: 'hand-written canvas, inline', d3: 'D3, shaken', uplot: 'uPlot', chartjs: 'Chart.js, shaken', echarts: 'ECharts, shaken', duoyuan: 'duoyuan' };

const page = (script) => `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bench</title><link rel="icon" href="data:,">`
  + `<style>body{margin:16px;background:#fbf8f2}#root{display:grid;grid-template-columns:360px 360px;gap:12px}.box,.box canvas{width:360px;height:260px}.box{position:relative}</style>`
  + `${script.startsWith('<script type="module" src') ? script : ''}</head><body><div id="root"></div>${script.startsWith('<script type="module" src') ? '' : script}</body></html>`;

async function bundle(name) {
  const { outputFiles } = await build({ entryPoints: [join(HERE, 'peers', `${name}.js`)], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, legalComments: 'none', define: { 'process.env.NODE_ENV': '"production"' } });
  return outputFiles[0].text;
}

/** Writes the pages; returns the pinned version of each package. */
export async function buildPeers() {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const files = new Map([['raw.html', page(`<script type="module">${await bundle('inline')}</script>`)]]);
  for (const name of PEERS.slice(1)) {
    files.set(`${name}.js`, await bundle(name));
    files.set(`${name}.html`, page(`<script type="module" src="${name}.js"></script>`));
  }
  files.set('inline.js', await bundle('inline'));
  files.set('scale.js', await bundle('scale'));
  files.set('scale.html', page('<script type="module" src="scale.js"></script>'));
  for (const [name, text] of files) {
    await writeFile(join(FOLDER, name), text);
    await writeFile(join(FOLDER, `${name}.br`), brotliCompressSync(text));
  }
  const { devDependencies } = JSON.parse(await readFile(join(HERE, 'package.json'), 'utf8'));
  return devDependencies;
}

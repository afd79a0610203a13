// The npm package: packed, installed into a plain Vite page without any other dependency, built, and looked at.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { check, waitStatus } from './browser.mjs';
import { clean } from './moves.mjs';
import { DIST, serveFolder } from './static.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITE = join(ROOT, 'scripts/site/node_modules/.bin/vite');

export const packages = {
  // Seen to fail: with the WASM left out of the package.
  'package: installed into a Vite page, it draws': async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-package-'));
    try {
      const { stdout } = await run('npm', ['pack', join(DIST, 'npm'), '--json', '--ignore-scripts'], { cwd: folder });
      const [{ filename, files }] = JSON.parse(stdout);
      for (const name of ['duoyuan.js', 'duoyuan.wasm', 'duoyuan.d.ts', 'custom-elements.json', 'package.json']) check(files.some(({ path }) => path === name), `the package lacks ${name}`);
      await writeFile(join(folder, 'package.json'), '{"name": "page", "private": true, "type": "module"}');
      await run('npm', ['install', `./${filename}`, '--offline', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
      const installed = JSON.parse(await readFile(join(folder, 'node_modules/duoyuan/package.json'), 'utf8'));
      check(!installed.dependencies && !installed.peerDependencies, 'it has dependencies');
      await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script><duoyuan-story src="/karamay/story.json" scene="talent" lang="en"></duoyuan-story>');
      await writeFile(join(folder, 'main.js'), "import { DuoyuanStory } from 'duoyuan';\ndocument.querySelector('duoyuan-story').addEventListener('duoyuan-ready', (event) => { window.same = event.target instanceof DuoyuanStory; });\n");
      await mkdir(join(folder, 'public'));
      await cp(join(ROOT, 'data/karamay'), join(folder, 'public/karamay'), { recursive: true });
      await run(VITE, ['build', '--logLevel', 'warn'], { cwd: folder });
      const site = await serveFolder(join(folder, 'dist'));
      try {
        const page = await t.open({ width: 800, height: 900 });
        await page.goto(site.origin);
        await waitStatus(page);
        const seen = await page.evaluate(() => { const element = document.querySelector('duoyuan-story'); return { same: window.same, svg: element.toSVG().length, scene: element.scene }; });
        check(seen.same && seen.svg > 2000 && seen.scene === 'talent', JSON.stringify(seen));
        clean(page, 'the page');
      } finally {
        site.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  'package: the custom-elements manifest names what the element has': async (t) => {
    const manifest = JSON.parse(await readFile(join(DIST, 'npm/custom-elements.json'), 'utf8'));
    const [declaration] = manifest.modules[0].declarations;
    const types = await readFile(join(DIST, 'npm/duoyuan.d.ts'), 'utf8');
    const page = await t.open();
    await page.goto(`${t.site.origin}/embed.html?scene=growth`);
    await waitStatus(page);
    const missing = await page.evaluate(({ members, attributes }) => {
      const element = document.querySelector('duoyuan-story');
      const { observedAttributes } = element.constructor;
      return [...members.filter(({ name }) => !(name in element)).map(({ name }) => name), ...attributes.filter(({ name }) => name !== 'status' && !observedAttributes.includes(name)).map(({ name }) => name),
        ...observedAttributes.filter((name) => !attributes.some((other) => other.name === name))];
    }, declaration);
    check(missing.length === 0, `not as in the manifest: ${missing}`);
    const parts = await page.evaluate((names) => names.filter((name) => !document.querySelector('duoyuan-story').shadowRoot.querySelector(`[part~=${name}]`)), declaration.cssParts.map(({ name }) => name));
    check(parts.length === 0, `no part ${parts}`);
    for (const { name } of [...declaration.members, ...declaration.events]) check(types.includes(name), `the types lack ${name}`);
  },
};

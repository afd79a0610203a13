// Says what is missing before any browser starts: the tests open what `make build` has written. Compiles the Karamay
// story as server.mjs gives it out.

import { access, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPILED, pathOf, unasked } from '../server.mjs';
import { DIST } from '../static.mjs';
import { at, duoyuan } from './program.mjs';

export default async function built() {
  const needed = ['/pkg/engine.js', '/pkg/duoyuan_bg.wasm', '/player/engine.js', '/player/duoyuan_bg.wasm'].map(pathOf);
  for (const path of [...needed, join(DIST, 'manifest.json')]) {
    await access(path).catch(() => {
      throw new Error(`${path} is missing: make build`);
    });
  }
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-'));
  await cp(at('data/karamay'), folder, { recursive: true });
  const story = join(folder, 'story.json');
  await writeFile(story, unasked(await readFile(story, 'utf8')));
  const { code, stderr } = await duoyuan('compile', folder, '-o', COMPILED, '--force', '--quiet');
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(stderr);
}

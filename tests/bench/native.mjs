// Without a browser: criterion's medians of each stage, and every scene as SVG by the command line.

import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, progress, RUNS } from './pages.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
const cargo = (words) => run('cargo', words, { cwd: ROOT, maxBuffer: 1 << 28 });
const PICTURES = ['--lang', 'zh,en', '--theme', 'light,dark', '--width', '360,720,1200'];

/** All pictures, on as many cores as the machine has. */
async function everyPicture() {
  const program = join(target, 'release/duoyuan');
  const times = [];
  let pictures = 0;
  for (let i = 0; i < RUNS; i += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'duoyuan-svg-'));
    try {
      const started = performance.now();
      await run(program, ['render', join(ROOT, 'data/karamay'), '--format', 'svg', ...PICTURES, '--quiet', '-o', `${folder}/`]);
      times.push(performance.now() - started);
      pictures = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.svg')).length;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { ms: median(times), pictures, cores: availableParallelism() };
}

export async function measureNative() {
  progress('compiling the command line and the benchmarks (release)');
  await cargo(['build', '--quiet', '--release', '--features', 'cli', '--bin', 'duoyuan']);
  const svg = await everyPicture();
  progress('criterion');
  await cargo(['bench', '--quiet', '--bench', 'native', '--', '--quiet', '--warm-up-time', '1', '--measurement-time', '3']);
  const folder = join(target, 'criterion');
  const rooms = [];
  for (const name of await readdir(folder)) {
    const file = join(folder, name, 'new/estimates.json');
    if (!await access(file).then(() => true, () => false)) continue;
    const { median: { point_estimate: nanoseconds } } = JSON.parse(await readFile(file, 'utf8'));
    rooms.push({ name, ms: nanoseconds / 1e6 });
  }
  return { svg, rooms };
}

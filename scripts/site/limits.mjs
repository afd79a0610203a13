// What platforms take, and how large the packs for them are: from the command line, so that the builder shows the numbers of what it tells editors to run.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const THEMES = ['light', 'dark', 'contrast'];
// The others export films, which take minutes; their pictures are the stills of the site.
const MEASURED = ['wechat'];

/** `01-opening.html` is a file of the scene `opening`. */
const sceneOf = (file) => file.replace(/^\d+-|\.\w+$/g, '');

/** Sizes of one pack, or why it is refused. */
async function pack(duoyuan, folder, platform, lang, theme) {
  const out = await mkdtemp(join(tmpdir(), 'duoyuan-pack-'));
  try {
    await run(duoyuan, ['--quiet', 'export', folder, '--for', platform, '--lang', lang, '--theme', theme, '-o', out]);
    const { sizes } = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
    return { sizes: sizes.map(({ file, ...size }) => ({ scene: sceneOf(file), ...size })) };
  } catch (error) {
    if (!error.stderr) throw error;
    const [zh, en] = error.stderr.split('\n').map((line) => line.replace(/^duoyuan: /, ''));
    return { refused: { zh, en } };
  } finally {
    await rm(out, { recursive: true });
  }
}

/** The table of limits, and the sizes by story, platform and `zh-light`. */
export async function limits(duoyuan, stories) {
  const { stdout } = await run(duoyuan, ['limits']);
  const packs = {};
  for (const { id, folder, languages } of stories) {
    packs[id] = {};
    for (const platform of MEASURED) {
      packs[id][platform] = {};
      for (const lang of languages) for (const theme of THEMES) packs[id][platform][`${lang}-${theme}`] = await pack(duoyuan, folder, platform, lang, theme);
    }
  }
  return Buffer.from(`${JSON.stringify({ ...JSON.parse(stdout), packs })}\n`);
}

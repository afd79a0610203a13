// Pictures of every scene at rest, drawn by the command line: for readers without scripts, for feeds, and for the first moment of a page.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const WIDTHS = [360, 720, 1200];
export const THEMES = ['light', 'dark'];

/** The picture formats that this command line writes: svg, and png where it can. */
async function formats(duoyuan) {
  const { stdout } = await run(duoyuan, ['render', '--help']);
  return ['svg', 'png'].filter((format) => new RegExp(`\\b${format}\\b`).test(stdout.match(/--format[^]*?(?=\n\s+--|$)/)?.[0] ?? ''));
}

/** `opening-720-zh-light.svg` → bytes, for all scenes of a story folder in these languages. */
export async function drawStills(duoyuan, folder, languages) {
  const stills = new Map();
  const scratch = await mkdtemp(join(tmpdir(), 'duoyuan-stills-'));
  try {
    for (const format of await formats(duoyuan)) {
      for (const width of WIDTHS) for (const lang of languages) for (const theme of THEMES) {
        const out = await mkdtemp(join(scratch, 'x'));
        await run(duoyuan, ['render', folder, '--scene', 'all', '--width', String(width), '--lang', lang, '--theme', theme, '--format', format, '-o', out]);
        for (const file of (await readdir(out)).sort()) {
          stills.set(file.replace(/\.\w+$/, `-${width}-${lang}-${theme}.${format}`), await readFile(join(out, file)));
        }
      }
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
  return stills;
}

/** A scene without script, as the command line writes it: a figure with heading, picture, sentences, table and source. */
export async function sceneHtml(duoyuan, folder, { scene, lang, width, height }) {
  const window = height ? ['--height', String(height)] : [];
  const { stdout } = await run(duoyuan, ['render', folder, '--scene', scene, '--width', String(width), ...window, '--lang', lang, '--format', 'html'], { maxBuffer: 1 << 24 });
  return stdout;
}

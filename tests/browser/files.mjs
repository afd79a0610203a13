// The files of the command line beside the page: a PNG and the canvas show the same picture, animated SVG and GIF move and end at rest.
// Seen to fail: with a line of text broken elsewhere (4.7 % of the pixels).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './browser.mjs';
import { open } from './drawing.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files of `duoyuan render` in a folder of their own, which `body` gets as a function from name to bytes. */
async function rendered(options, body) {
  const folder = mkdtempSync(join(tmpdir(), 'duoyuan-'));
  try {
    // what the native tests have built
    const binary = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/duoyuan');
    execFileSync(binary, ['render', 'data/karamay', '--quiet', '-o', folder, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    await body((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In the page: the share of pixels that differ clearly between a picture's file and the canvas at rest. */
const difference = async ([scene, lang, theme, width, dpr, base64]) => {
  const { engine } = window;
  engine.width = width;
  engine.view(width, 1, lang, theme);
  engine.lay(scene);
  // not fetched: the page's policy lets it fetch from its own place only
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
  const [w, h] = [picture.width, Math.floor(engine.height() * dpr)];
  const context = () => Object.assign(document.createElement('canvas'), { width: w, height: h }).getContext('2d', { willReadFrequently: true });
  const [ours, theirs] = [context(), context()];
  engine.render(ours, dpr, engine.duration());
  theirs.drawImage(picture, 0, 0);
  const [a, b] = [ours, theirs].map((c) => c.getImageData(0, 0, w, h).data);
  let differ = 0;
  for (let i = 0; i < a.length; i += 4) {
    if ([0, 1, 2].some((k) => Math.abs(a[i + k] - b[i + k]) > 96)) differ += 1;
  }
  return { differ: differ / (a.length / 4), heights: [h, picture.height] };
};

export const files = {
  'files: a PNG and the canvas show the same picture': async (t) => {
    const page = await open(t);
    const ids = t.scenes;
    await rendered(['--format', 'png', '--theme', 'light,dark', '--width', '720'], async (read) => {
      const wrong = [];
      let compared = 0;
      for (const [scene, id] of ids.entries()) {
        const theme = scene % 2 ? 'dark' : 'light';
        const bytes = read(`${id}-${theme}.png`).toString('base64');
        const { differ, heights } = await page.evaluate(difference, [scene, 'zh', theme, 720, 2, bytes]);
        // the browser measures text itself, so that a line may break elsewhere: then it is another frame
        if (Math.abs(heights[0] - heights[1]) > 2) continue;
        compared += 1;
        // the edges of letters are drawn by two different programs; a mark or a line elsewhere is far more than this
        if (differ > 0.01) wrong.push(`${id} ${theme}: ${(differ * 100).toFixed(2)} % differ`);
      }
      check(compared >= ids.length - 2, `only ${compared} of ${ids.length} pictures are the same frame`);
      check(wrong.length === 0, wrong.join('\n'));
    });
  },
  'files: an animated SVG begins without its bars, moves, and ends as the still one': async (t) => {
    await rendered(['--scene', 'growth,livelihood', '--format', 'smil,svg', '--width', '480'], async (read) => {
      for (const id of ['growth', 'livelihood']) {
        const page = await t.open({ width: 480 });
        const shot = async (file, seconds) => {
          await page.setContent(read(file).toString('utf8'));
          await page.evaluate((s) => {
            const svg = document.querySelector('svg');
            svg.pauseAnimations();
            svg.setCurrentTime(s);
          }, seconds);
          return (await page.locator('svg').screenshot()).toString('base64');
        };
        const rest = await shot(`${id}.svg`, 0);
        const [start, middle, end] = [await shot(`${id}.smil.svg`, 0), await shot(`${id}.smil.svg`, 0.5), await shot(`${id}.smil.svg`, 5)];
        check(new Set([start, middle, end]).size === 3, `${id}: start, middle and end are not three pictures`);
        const share = await page.evaluate(async ([one, two]) => {
          const pixels = async (base64) => {
            const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
            const context = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }).getContext('2d');
            context.drawImage(picture, 0, 0);
            return context.getImageData(0, 0, picture.width, picture.height).data;
          };
          const [a, b] = [await pixels(one), await pixels(two)];
          return a.reduce((n, v, i) => n + (Math.abs(v - b[i]) > 48 ? 1 : 0), 0) / a.length;
        }, [rest, end]);
        check(share < 0.001, `${id}: the end differs from the still picture in ${(share * 100).toFixed(2)} % of its pixels`);
      }
    });
  },
};

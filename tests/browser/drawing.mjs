// The two ways to a canvas agree: plotters-canvas, call by call, and the run of numbers that a small loop draws.
// Seen to fail: with discs of the loop half a pixel too large; with a soft edge drawn as one path.

import { marksStory } from '../bench/stories.mjs';
import { check } from './browser.mjs';

/** In the page: an engine with the Karamay story, `per` replacing how many people one dot of the talent field stands for; or with the story of `files`. */
const prepare = async ({ per, files = {} }) => {
  const [{ default: init, Draft, Engine }, { CanvasRenderer }] = await Promise.all([import('/pkg/duoyuan.js'), import('/element/canvas-renderer.js')]);
  await init();
  const engine = new Engine();
  const draft = new Draft();
  const read = async (name) => (files[name] ? new TextEncoder().encode(files[name]) : new Uint8Array(await (await fetch(`/karamay/${name}`)).arrayBuffer()));
  const story = new TextDecoder().decode(await read('story.json'));
  draft.add('story.json', new TextEncoder().encode(story.replace('"talent-total", "per": 1000', `"talent-total", "per": ${per}`)));
  for (let names = draft.missing(); names; names = draft.missing()) for (const name of names.split('\n')) draft.add(name, await read(name));
  const { ok, problems } = JSON.parse(draft.open(engine));
  if (!ok) throw new Error(JSON.stringify(problems));
  const canvas = (width, height) => Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  /** The pixels of a canvas that the loop has drawn on. */
  window.drawn = (seconds, dpr) => {
    const [width, height] = [Math.floor(engine.width * dpr), Math.floor(engine.height() * dpr)];
    const context = canvas(width, height);
    new CanvasRenderer(context).draw(engine, seconds, dpr);
    return context.getImageData(0, 0, width, height);
  };
  /** Share of pixels that differ by more than `by` in a channel, and the greatest difference; or of the averages of squares that are `side` px wide. */
  window.compare = (seconds, dpr, by, { side = 1 } = {}) => {
    const [width, height] = [Math.floor(engine.width * dpr), Math.floor(engine.height() * dpr)];
    const [one, two] = [canvas(width, height), canvas(width, height)];
    engine.render(one, dpr, seconds);
    new CanvasRenderer(two).draw(engine, seconds, dpr);
    const columns = Math.ceil(width / side);
    const [a, b] = [one, two].map((context) => {
      const { data } = context.getImageData(0, 0, width, height);
      if (side === 1) return data;
      const averages = new Float32Array(columns * Math.ceil(height / side) * 4);
      data.forEach((value, i) => {
        const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)];
        averages[(Math.floor(y / side) * columns + Math.floor(x / side)) * 4 + (i & 3)] += value / side / side;
      });
      return averages;
    });
    let differ = 0;
    let most = 0;
    for (let i = 0; i < a.length; i += 1) {
      const gap = Math.abs(a[i] - b[i]);
      most = Math.max(most, gap);
      if (gap > by) differ += 1;
    }
    return { differ: differ / a.length, most };
  };
  /** What `work` gives without any words on canvases. */
  window.bare = (work) => {
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    prototype.fillText = () => {};
    try {
      return work();
    } finally {
      prototype.fillText = fillText;
    }
  };
  window.engine = engine;
};

export async function open(t, per = 1000) {
  const page = await t.open({ width: 800 });
  await page.goto(`${t.server.origin}/embed.html`);
  await page.evaluate(prepare, { per });
  return page;
}

/** A page with an engine that has a story of `n` dots in two chapters: as one field, and as two, of which the left one has `left`. */
async function openFields(t, n, left) {
  const files = marksStory(n, left);
  const page = await t.open({ width: 800 });
  await page.goto(`${t.server.origin}/embed.html`);
  await page.evaluate(prepare, { files });
  return page;
}

export const drawing = {
  'drawing: both ways draw the same, at rest and on the way, at three pixel ratios': async (t) => {
    const page = await open(t);
    const wrong = await page.evaluate(() => {
      const { engine } = window;
      const found = [];
      [[480, 1], [480, 1.5], [720, 2]].forEach(([width, dpr]) => {
        engine.width = width;
        for (let scene = 0; scene < 13; scene += 1) {
          engine.view(width, 1, 'zh', scene % 2 ? 'dark' : 'light');
          if (scene > 0) {
            engine.lay(scene - 1);
            engine.depart(engine.duration());
          }
          engine.lay(scene);
          for (const seconds of [0, 0.45, engine.duration()]) {
            const marks = window.bare(() => window.compare(seconds, dpr, 24));
            const all = window.compare(seconds, dpr, 24);
            // round corners are arcs to one and polygons to the other; words may stand a thirtieth of a px elsewhere, and a line of them on the next row of px
            const { differ, most } = marks.differ > 0.001 ? marks : all;
            if (marks.differ > 0.001 || all.differ > 0.01) found.push(`scene ${scene} at ${seconds.toFixed(2)} s, ${width} px × ${dpr}: ${(differ * 100).toFixed(3)} % differ, by up to ${most}`);
          }
        }
      });
      return found;
    });
    check(wrong.length === 0, wrong.join('\n'));
  },
  'drawing: both ways draw the same field of 6,040 dots': async (t) => {
    const page = await open(t, 25);
    const wrong = await page.evaluate((scene) => {
      const { engine } = window;
      engine.width = 720;
      engine.view(720, 1, 'zh', 'light');
      engine.lay(scene - 1);
      engine.depart(engine.duration());
      engine.lay(scene);
      return [0.45, engine.duration()].flatMap((seconds) => {
        const { differ, most } = window.compare(seconds, 2, 40);
        return differ > 0.01 ? [`at ${seconds.toFixed(2)} s ${(differ * 100).toFixed(3)} % differ, by up to ${most}`] : [];
      });
    }, t.scenes.indexOf('talent'));
    check(wrong.length === 0, wrong.join('\n'));
  },
  // Squares of four px: single pixels at the edge of a disc differ by a quarter, as the canvas takes a circle for curves; no whole disc may.
  // Seen to fail: with the loop's discs of the second field half a px to the right.
  'drawing: both ways draw the same two fields of 10,000 dots, at rest and on the way': async (t) => {
    const page = await openFields(t, 10_000, 3000);
    const wrong = await page.evaluate(() => {
      const { engine } = window;
      engine.width = 720;
      engine.view(720, 1, 'zh', 'light');
      engine.lay(0);
      engine.depart(engine.duration());
      engine.lay(1);
      return [0.1, 0.28, 0.5, 0.8, engine.duration()].flatMap((seconds) => {
        const { differ, most } = window.compare(seconds, 1, 16, { side: 4 });
        return differ > 0.0015 ? [`at ${seconds.toFixed(2)} s ${(differ * 100).toFixed(3)} % differ, by up to ${most}`] : [];
      });
    });
    check(wrong.length === 0, wrong.join('\n'));
  },
  // Seen to fail: with the picture of a tenth of a second later.
  'drawing: a change of 10,000 marks begins with the picture that it departs from': async (t) => {
    const page = await openFields(t, 10_000, 3000);
    const { share, apart } = await page.evaluate(() => {
      const { engine } = window;
      engine.width = 720;
      engine.view(720, 1, 'zh', 'light');
      engine.lay(0);
      const rest = window.drawn(engine.duration(), 1);
      const ink = (image) => Array.from({ length: rest.width * rest.height }, (_, i) => image.data[i * 4 + 3] * (image.data[i * 4] < 200 ? 1 : 0));
      engine.depart(engine.duration());
      engine.lay(1);
      const [before, after] = [ink(rest), ink(window.drawn(0, 1))];
      return { share: before.filter((alpha) => alpha > 0).length / before.length, apart: before.filter((alpha, i) => Math.abs(alpha - after[i]) > 48).length / before.length };
    });
    check(share > 0.2, `only ${share} of the picture is a field`);
    check(apart < 0.01, `${(apart * 100).toFixed(2)} % of the picture differ`);
  },
};

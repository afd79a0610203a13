// An engine in a page, without the element around it: what is drawn can be asked for at any moment, size and pixel
// ratio.

import { RENDERER } from '../www.mjs';

/** In the page: `per` replaces how many people one dot of the talent field stands for; `files` is another story. */
async function prepare({ per, files, renderer }) {
  const [{ default: init, Draft, Engine }, { CanvasRenderer }] = await Promise.all([
    import('/pkg/duoyuan.js'),
    import(renderer),
  ]);
  await init();
  const engine = new Engine();
  const draft = new Draft();
  const bytes = (text) => new TextEncoder().encode(text);
  const fetched = async (name) => new Uint8Array(await (await fetch(`/karamay/${name}`)).arrayBuffer());
  const read = (name) => (files[name] ? bytes(files[name]) : fetched(name));
  const story = new TextDecoder().decode(await read('story.json'));
  draft.add('story.json', bytes(story.replace('"talent-total", "per": 1000', `"talent-total", "per": ${per}`)));
  for (let names = draft.missing(); names; names = draft.missing()) {
    for (const name of names.split('\n')) draft.add(name, await read(name));
  }
  const { ok, problems } = JSON.parse(draft.open(engine));
  if (!ok) throw new Error(JSON.stringify(problems));
  const context = (width, height) =>
    Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  const sizeAt = (dpr) => [engine.width, engine.height()].map((length) => Math.floor(length * dpr));
  /** The pixels of a canvas that the renderer has drawn on. */
  window.drawn = (seconds, dpr) => {
    const [width, height] = sizeAt(dpr);
    const canvas = context(width, height);
    new CanvasRenderer(canvas).draw(engine, seconds, dpr);
    return canvas.getImageData(0, 0, width, height);
  };
  /** The averages of squares of `side` px. */
  const averages = ({ data, width, height }, side) => {
    if (side === 1) return data;
    const columns = Math.ceil(width / side);
    const sums = new Float32Array(columns * Math.ceil(height / side) * 4);
    data.forEach((value, i) => {
      const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)];
      sums[(Math.floor(y / side) * columns + Math.floor(x / side)) * 4 + (i & 3)] += value / side / side;
    });
    return sums;
  };
  /** The share of pixels that differ by more than `by` in a channel, and the greatest difference; or of squares of them. */
  window.compare = (seconds, dpr, by, side = 1) => {
    const [width, height] = sizeAt(dpr);
    const called = context(width, height);
    engine.render(called, dpr, seconds);
    const [a, b] = [called.getImageData(0, 0, width, height), window.drawn(seconds, dpr)].map((image) =>
      averages(image, side),
    );
    let differ = 0;
    let most = 0;
    for (let i = 0; i < a.length; i += 1) {
      const apart = Math.abs(a[i] - b[i]);
      most = Math.max(most, apart);
      if (apart > by) differ += 1;
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
}

/** Puts `engine`, `drawn`, `compare` and `bare` into the page. */
export const prepareDrawing = (page, { per = 1000, files = {} } = {}) =>
  page.evaluate(prepare, { per, files, renderer: RENDERER });

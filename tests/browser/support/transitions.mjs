/**
 * Runs in the page: walks through the story and returns where a canvas at rest differs from that of the scene opened directly.
 * The clock is set by hand, not waited for. `slack`: by how much of 255 a colour may differ, for browsers that smooth the edge of
 * the same curve differently by what else they draw. An edge may also be a pixel further: Chromium sets digits by a part
 * of a pixel elsewhere after it has drawn the same word among other letters. `onlyForwards`: not backwards and by jumps.
 * `scenes`: through these, in the order of the story.
 */
export async function walkThrough({ scenes, lang, mode, slack = 0, onlyForwards = false }) {
  const frame = requestAnimationFrame.bind(window);
  const frames = new Map();
  let last = 0;
  let now = performance.now();
  window.requestAnimationFrame = (call) => {
    last += 1;
    frames.set(last, call);
    return last;
  };
  window.cancelAnimationFrame = (id) => frames.delete(id);
  const turnClock = () => {
    now += 90;
    const calls = [...frames.values()];
    frames.clear();
    for (const call of calls) call(now);
  };
  const story = () => document.querySelector('duoyuan-story');
  const until = async (condition, what) => {
    const end = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`never: ${what}`);
      await new Promise((done) => frame(done));
    }
  };
  const toRest = async () => {
    const { dataset } = story().shadowRoot.querySelector('.frame');
    await until(() => {
      for (let i = 0; i < 50 && dataset.playback !== 'rest'; i += 1) turnClock();
      return dataset.playback === 'rest';
    }, `rest at ${story().scene}`);
  };
  const picture = () => {
    const canvas = story().shadowRoot.querySelector('[part=canvas]');
    const { width, height } = canvas;
    return { width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data };
  };
  const open = async (scene) => {
    const fresh = document.createElement('duoyuan-story');
    const attributes = { src: story().getAttribute('src'), lang, mode };
    for (const [name, value] of Object.entries(attributes)) fresh.setAttribute(name, value);
    history.replaceState(null, '', `#scene=${scene}`);
    story().replaceWith(fresh);
    await until(() => fresh.status === 'ready' && fresh.scene === scene, `${scene} opened`);
    await toRest();
  };
  const opened = new Map();
  for (const scene of scenes) {
    await open(scene);
    opened.set(scene, picture());
  }
  /** The first pixel of one picture that, within `slack`, is not in the other: there, or beside it. */
  const lacking = (one, other) => {
    const { width, height, data } = one;
    const has = (x, y, from) => {
      if (x < 0 || y < 0 || x >= width || y >= height) return false;
      const at = (y * width + x) * 4;
      for (let k = 0; k < 3; k += 1) if (Math.abs(data[from + k] - other.data[at + k]) > slack) return false;
      return true;
    };
    // most pixels are the same: they are passed over by fours of bytes
    const [these, those] = [one, other].map((picture) => new Uint32Array(picture.data.buffer));
    for (let at = 0; at < data.length; at += 4) {
      if (these[at / 4] === those[at / 4]) continue;
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      if (has(x, y, at)) continue;
      const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy]));
      if (!around.some(([nx, ny]) => has(nx, ny, at))) return `at ${x}, ${y} px`;
    }
    return '';
  };
  const wrong = [];
  let moved = 0;
  const compare = (how, from) => {
    const [now, then] = [picture(), opened.get(story().scene)];
    const isAlike = now.width === then.width && now.height === then.height;
    const where = isAlike ? lacking(now, then) || lacking(then, now) : 'of another size';
    if (where) wrong.push(`${from} → ${story().scene} (${how}) ${where}`);
  };
  const go = async (scene, how) => {
    const from = story().scene;
    story().goTo(scene);
    const { dataset } = story().shadowRoot.querySelector('.frame');
    if (dataset.playback === 'playing') moved += 1;
    else wrong.push(`${from} → ${scene} (${how}) does not move`);
    await toRest();
    compare(how, from);
  };
  await open(scenes[0]);
  for (const scene of scenes.slice(1)) {
    await go(scene, 'forwards');
    story().play();
    await toRest();
    compare('again', scene);
  }
  if (onlyForwards) return { wrong, missed: scenes.length - 1 - moved };
  await open(scenes.at(-1));
  for (const scene of scenes.toReversed().slice(1)) await go(scene, 'backwards');
  await open(scenes[0]);
  const jumps = scenes.length - 1;
  // the length of the jump has no divisor in common with the number of scenes, so that jumps come to every scene
  const far = [11, 7, 5, 3].find((step) => scenes.length % step !== 0 && step % scenes.length > 1) ?? 1;
  for (let i = 1; i <= jumps; i += 1) await go(scenes[(i * far) % scenes.length], 'by a jump');
  // Forwards, backwards and by jumps: three ways to all scenes but the first.
  return { wrong, missed: 3 * jumps - moved };
}

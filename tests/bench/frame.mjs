// One frame of an animation, as ratios to hand-written canvas.
//
// The peers draw the four charts again with other values, against raw.js. duoyuan plays its busiest chapter change, against a loop that has the very same
// canvas calls in an array: what it costs to have a story instead of a recording. The test sets the time, so that all draw the same moments.

import { NAMES, PEERS } from './build.mjs';
import { close, cpuMs, elementReady, isolatedPeer, launch, median, open, progress, RUNS, servePeers, serveSite, spread, taskMs, withElement, host } from './pages.mjs';

const STEP = 1000 / 60;
const FRAMES = 54; // of the change: its whole travel (transition.rs, TRAVEL)
const LOOKS = 30; // frames after each of which the heap is looked at
const WARM = 3; // changes that go by before: the browser makes quick what runs often, and what it has not yet made quick boxes numbers
const RESIZES = 7; // of each chapter
const LONG_ENOUGH = 900; // steps in which every chapter has come to rest
// Tasks are measured in processor time of the main thread, not in elapsed time, so that other programs do not count.
export const THREAD = { timeDomain: 'threadTicks' };
const STORY = 'src="karamay/story.json" mode="stepper" lang="zh" theme="light"';

// --- in the page ------------------------------------------------------------------------------------------------

/** Turns the page's animation frames by hand once `clock.hold()` was called; counts what a steady frame should not do. */
export function turnByHand() {
  const [ask, cancel] = [requestAnimationFrame.bind(window), cancelAnimationFrame.bind(window)];
  let held = false;
  let waiting = new Map();
  let number = 1e6;
  window.requestAnimationFrame = (call) => {
    if (!held) return ask(call);
    number += 1;
    waiting.set(number, call);
    return number;
  };
  window.cancelAnimationFrame = (id) => { if (!waiting.delete(id)) cancel(id); };
  window.clock = {
    now: 0,
    native: ask,
    hold() { held = true; this.now = performance.now(); },
    /** All calls that wait for the next frame; false when none does. */
    step(ms) {
      this.now += ms;
      const calls = waiting;
      waiting = new Map();
      for (const call of calls.values()) call(this.now);
      return calls.size > 0;
    },
  };
  window.counts = { decoded: 0, encoded: 0, memory: null, compiled: 0, instantiated: 0, fetched: 0, instantiateMs: [] };
}

function countStrings() {
  for (const [type, name, what] of [[TextDecoder, 'decode', 'decoded'], [TextEncoder, 'encode', 'encoded'], [TextEncoder, 'encodeInto', 'encoded']]) {
    const original = type.prototype[name];
    type.prototype[name] = function counted(...args) {
      window.counts[what] += 1;
      return original.apply(this, args);
    };
  }
}

/** Counts what is compiled, made and fetched, and keeps the memory of the newest instance. */
export function countEngines() {
  window.counts ??= { decoded: 0, encoded: 0, memory: null };
  Object.assign(window.counts, { compiled: 0, instantiated: 0, fetched: 0, instantiateMs: [] });
  const keep = (instance) => {
    window.counts.memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory) ?? window.counts.memory;
    return instance;
  };
  for (const name of ['compile', 'compileStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) => { window.counts.compiled += 1; return original.apply(WebAssembly, args); };
  }
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (source, ...more) => {
      window.counts.instantiated += 1;
      if (!(source instanceof WebAssembly.Module)) window.counts.compiled += 1;
      const started = performance.now();
      const made = await original.call(WebAssembly, source, ...more);
      window.counts.instantiateMs.push(performance.now() - started);
      keep(made.instance ?? made);
      return made;
    };
  }
  const Module = WebAssembly.Module;
  WebAssembly.Module = new Proxy(Module, { construct: (type, args) => { window.counts.compiled += 1; return new type(...args); } });
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (type, args) => {
    window.counts.instantiated += 1;
    const started = performance.now();
    const instance = new type(...args);
    window.counts.instantiateMs.push(performance.now() - started);
    return keep(instance);
  } });
  const fetching = window.fetch;
  window.fetch = (...args) => { window.counts.fetched += 1; return fetching(...args); };
}

/** Notes all calls on the element's canvases and their layers as numbers and texts, a frame an array; `tape` is what replay() in the other page plays. */
function recordCanvas() {
  const tape = { frames: [], texts: [], sizes: [], trouble: null };
  const numbers = new Map();
  const canvases = [];
  let words = null;
  let last = -1;
  const text = (value) => {
    if (!numbers.has(value)) {
      numbers.set(value, tape.texts.length);
      tape.texts.push(value);
    }
    return numbers.get(value);
  };
  const canvasOf = (context) => {
    let at = canvases.indexOf(context.canvas);
    if (at < 0) at = canvases.push(context.canvas) - 1;
    tape.sizes[at] = [context.canvas.width, context.canvas.height];
    if (at !== last) words.push(0, 1, at);
    last = at;
  };
  const proto = CanvasRenderingContext2D.prototype;
  window.METHODS.forEach((name, index) => {
    const original = proto[name];
    if (!original) return;
    proto[name] = function recorded(...args) {
      if (words) {
        canvasOf(this);
        if (name === 'fillText' || name === 'strokeText') words.push(index + 1, 3, text(args[0]), args[1], args[2]);
        else if (name === 'setLineDash') words.push(index + 1, args[0].length, ...args[0]);
        else if (name === 'arc') words.push(index + 1, 6, ...args.slice(0, 5), args[5] ? 1 : 0);
        else if (args.every((arg) => typeof arg === 'number')) words.push(index + 1, args.length, ...args);
        else tape.trouble = `${name}(${args.map((arg) => typeof arg)})`;
      }
      return original.apply(this, args);
    };
  });
  for (const name of ['drawImage', 'putImageData', 'createPattern']) {
    const original = proto[name];
    proto[name] = function refused(...args) { if (words) tape.trouble = name; return original.apply(this, args); };
  }
  window.SETTERS.forEach((name, index) => {
    const { get, set } = Object.getOwnPropertyDescriptor(proto, name);
    Object.defineProperty(proto, name, { configurable: true, get, set(value) {
      if (words) {
        canvasOf(this);
        words.push(100 + index, 1, typeof value === 'number' ? value : text(String(value)));
      }
      set.call(this, value);
    } });
  });
  window.recorder = {
    begin() {
      canvases.length = 0;
      Object.assign(tape, { frames: [], sizes: [], trouble: null });
    },
    frame(draw) {
      words = [];
      last = -1;
      draw();
      tape.frames.push(words);
      words = null;
    },
    tape: () => tape,
  };
}

const METHODS = ['save', 'restore', 'setTransform', 'resetTransform', 'transform', 'translate', 'scale', 'rotate', 'beginPath', 'closePath', 'moveTo', 'lineTo', 'bezierCurveTo', 'quadraticCurveTo',
  'arc', 'arcTo', 'ellipse', 'rect', 'roundRect', 'fill', 'stroke', 'clip', 'fillRect', 'strokeRect', 'clearRect', 'fillText', 'strokeText', 'setLineDash'];
const SETTERS = ['fillStyle', 'strokeStyle', 'lineWidth', 'globalAlpha', 'font', 'textAlign', 'textBaseline', 'lineJoin', 'lineCap', 'lineDashOffset', 'globalCompositeOperation'];
const names = `window.METHODS=${JSON.stringify(METHODS)};window.SETTERS=${JSON.stringify(SETTERS)};`;

/** The raw loop: the same calls from an array. What comes most is asked for first, as somebody who writes by hand would. */
function replayTape(tape) {
  const contexts = tape.sizes.map(([width, height]) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    Object.assign(canvas.style, { width: `${width / devicePixelRatio}px`, height: `${height / devicePixelRatio}px` });
    // Layers lie on one another.
    Object.assign(canvas.style, { position: 'absolute', left: '16px', top: '16px' });
    document.body.append(canvas);
    return canvas.getContext('2d');
  });
  const frames = tape.frames.map((words) => Float64Array.from(words));
  const { texts } = tape;
  const M = Object.fromEntries(window.METHODS.map((name, index) => [name, index + 1]));
  const S = Object.fromEntries(window.SETTERS.map((name, index) => [name, 100 + index]));
  const { fillRect, rect, moveTo, lineTo, arc, fillText, beginPath, fill, stroke, closePath, setTransform, setLineDash, strokeText } = M;
  const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign } = S;
  return (number) => {
    const w = frames[number];
    let c = contexts[0];
    for (let i = 0; i < w.length; i += 2 + w[i + 1]) {
      const a = i + 2;
      switch (w[i]) {
        case lineTo: c.lineTo(w[a], w[a + 1]); break;
        case moveTo: c.moveTo(w[a], w[a + 1]); break;
        case fillRect: c.fillRect(w[a], w[a + 1], w[a + 2], w[a + 3]); break;
        case rect: c.rect(w[a], w[a + 1], w[a + 2], w[a + 3]); break;
        case arc: c.arc(w[a], w[a + 1], w[a + 2], w[a + 3], w[a + 4], w[a + 5] === 1); break;
        case beginPath: c.beginPath(); break;
        case closePath: c.closePath(); break;
        case fill: c.fill(); break;
        case stroke: c.stroke(); break;
        case fillText: c.fillText(texts[w[a]], w[a + 1], w[a + 2]); break;
        case fillStyle: c.fillStyle = texts[w[a]]; break;
        case strokeStyle: c.strokeStyle = texts[w[a]]; break;
        case lineWidth: c.lineWidth = w[a]; break;
        case globalAlpha: c.globalAlpha = w[a]; break;
        case font: c.font = texts[w[a]]; break;
        case textAlign: c.textAlign = texts[w[a]]; break;
        case setTransform: c.setTransform(w[a], w[a + 1], w[a + 2], w[a + 3], w[a + 4], w[a + 5]); break;
        case strokeText: c.strokeText(texts[w[a]], w[a + 1], w[a + 2]); break;
        case setLineDash: c.setLineDash(Array.from(w.subarray(a, a + w[i + 1]))); break;
        case 0: c = contexts[w[a]]; break;
        default: {
          const args = Array.from(w.subarray(a, a + w[i + 1]));
          if (w[i] < 100) c[window.METHODS[w[i] - 1]](...args);
          else {
            const name = window.SETTERS[w[i] - 100];
            c[name] = typeof c[name] === 'number' ? args[0] : texts[args[0]];
          }
        }
      }
    }
  };
}

// --- duoyuan ----------------------------------------------------------------------------------------------------

/** A fresh element at rest in chapter `from`, its clock held; then on the way to the next. The page keeps its warm code. */
export async function depart(page, from) {
  await page.evaluate(async ([attributes, scene, step, most]) => {
    document.querySelector('duoyuan-story')?.remove();
    // The address would take the new element to the chapter that the last one ended with, and a chapter once seen stands still.
    history.replaceState(null, '', location.pathname);
    const holder = document.createElement('div');
    holder.innerHTML = `<duoyuan-story ${attributes}></duoyuan-story>`;
    const element = holder.firstChild;
    const ready = new Promise((done, fail) => {
      element.addEventListener('duoyuan-ready', done);
      element.addEventListener('duoyuan-error', (event) => fail(new Error(event.detail.message)));
    });
    document.body.prepend(element);
    await ready;
    // Sizes and sight are told by observers, a moment after.
    await new Promise((done) => { setTimeout(done, 300); });
    window.clock.hold();
    const rest = () => { for (let i = 0; i < most && window.clock.step(step); i += 1); };
    rest();
    if (scene > 0) element.goTo(window.chapters[scene]);
    await new Promise((done) => { setTimeout(done, 100); });
    rest();
    element.goTo(window.chapters[scene + 1]);
    await new Promise((done) => { setTimeout(done, 150); });
    if (!window.clock.step(step)) throw new Error(`${window.chapters[scene + 1]} does not move`);
  }, [STORY, from, STEP, LONG_ENOUGH]);
}

export async function elementPage(browser, site, chapters, inits = []) {
  const page = await open(browser, null, { width: 752, height: 1400 });
  await page.addInitScript(turnByHand);
  await page.addInitScript(countEngines);
  for (const init of inits) await page.addInitScript(init);
  await page.goto(withElement(site, '/bench.html', STORY));
  await elementReady(page);
  await page.evaluate((ids) => { window.chapters = ids; }, chapters);
  await page.session.send('Performance.enable', THREAD);
  return page;
}

/** How many canvas calls the frames of a tape have, a frame a number. */
function callsOf(frames) {
  return frames.map((words) => {
    let calls = 0;
    for (let i = 0; i < words.length; i += 2 + words[i + 1]) if (words[i] !== 0) calls += 1; // 0 only says which canvas
    return calls;
  });
}

/** All chapter changes recorded; the one with the most canvas calls, and its tape. */
async function busiest(browser, site, chapters) {
  const page = await elementPage(browser, site, chapters, [names, recordCanvas]);
  let best = null;
  const changes = [];
  try {
    for (let from = 0; from + 1 < chapters.length; from += 1) {
      const change = { from, name: `${chapters[from]} → ${chapters[from + 1]}` };
      changes.push(change);
      const tape = await recordChange(page, from).catch((error) => ({ frames: [], trouble: error.message.split('\n')[0] }));
      const calls = callsOf(tape.frames);
      const total = calls.reduce((sum, n) => sum + n, 0);
      Object.assign(change, { calls: Math.round(median(calls)), total, moving: calls.filter(Boolean).length, trouble: tape.trouble });
      // What a recording cannot repeat is no comparison, and what is at rest before the end is no frame.
      if (!change.trouble && change.moving === FRAMES && total > (best?.total ?? 0)) best = { ...change, tape };
    }
  } finally {
    await close(page);
  }
  if (!best) throw new Error(`no chapter change could be recorded: ${JSON.stringify(changes)}`);
  return { ...best, changes };
}

/** The canvas calls of the change from a chapter to the next. */
async function recordChange(page, from) {
  await depart(page, from);
  return page.evaluate(([frames, step]) => {
    window.recorder.begin();
    for (let i = 0; i < frames; i += 1) window.recorder.frame(() => window.clock.step(step));
    return window.recorder.tape();
  }, [FRAMES, STEP]);
}

/** Draw time: frame after frame at once, the browser free to present between them. */
const timeFrames = (page, frames) => page.evaluate(async ([many, step]) => {
  const times = [];
  for (let i = 0; i < many; i += 1) {
    await new Promise((done) => { window.clock.native(done); });
    const started = performance.now();
    const waiting = window.oneFrame(i, step);
    if (waiting) await waiting;
    times.push(performance.now() - started);
  }
  return times;
}, [frames, STEP]);

/** Draw, and the whole main thread and CPU meanwhile. */
async function timed(page, root, frames) {
  const [task, cpu] = [await taskMs(page), await cpuMs(root)];
  const times = await timeFrames(page, frames);
  return { draw: median(times), task: (await taskMs(page) - task) / frames, cpu: (await cpuMs(root) - cpu) / frames };
}

async function measureStory(browser, root, site, runs) {
  const manifest = await (await fetch(`${site.origin}/manifest.json`)).json();
  const chapters = manifest.stories.karamay.scenes.map(({ id }) => id);
  const change = await busiest(browser, site, chapters);
  progress(`busiest chapter change: ${change.name}, ${change.calls} canvas calls a frame`);
  const element = await elementPage(browser, site, chapters);
  const raw = await open(browser, host(site, '/raw.html'), { width: 752, height: 1400, init: turnByHand });
  await raw.session.send('Performance.enable', THREAD);
  await raw.evaluate(`${names}window.tapeOf=${replayTape}`);
  await raw.evaluate((tape) => { window.oneFrame = window.tapeOf(tape); for (let n = 0; n < 3; n += 1) for (let i = 0; i < tape.frames.length; i += 1) window.oneFrame(i); }, change.tape);
  await element.evaluate(() => { window.oneFrame = (_, step) => { window.clock.step(step); }; });
  const all = { duoyuan: [], raw: [] };
  try {
    // The first change warms the code, as the tape has been.
    await depart(element, change.from);
    await timeFrames(element, FRAMES);
    for (let run = 0; run < runs; run += 1) {
      await depart(element, change.from);
      all.duoyuan.push(await timed(element, root, FRAMES));
      all.raw.push(await timed(raw, root, FRAMES));
      progress(`chapter change ${run + 1}/${runs}`);
    }
  } finally {
    await close(element);
    await close(raw);
  }
  return { change: change.name, calls: change.calls, changes: change.changes, ...all, resize: await measureResizes(browser, site, chapters), counted: await countSteady(browser, site, chapters, change.from) };
}

/** Main-thread time of a resize at rest, layout and drawing with all that the browser does for it: the slowest chapter. */
async function measureResizes(browser, site, chapters) {
  const page = await elementPage(browser, site, chapters);
  const slowest = { ms: 0, chapter: '' };
  try {
    for (const chapter of chapters) {
      await page.evaluate(async (id) => {
        document.querySelector('duoyuan-story').goTo(id);
        await new Promise((done) => { setTimeout(done, 2500); });
      }, chapter);
      const times = [];
      for (let i = 0; i < RESIZES; i += 1) {
        const before = await taskMs(page);
        await page.evaluate(async (width) => {
          document.querySelector('duoyuan-story').style.width = `${width}px`;
          for (let frame = 0; frame < 4; frame += 1) await new Promise((done) => { requestAnimationFrame(done); });
        }, 740 - i * 8);
        times.push(await taskMs(page) - before);
      }
      if (median(times) > slowest.ms) Object.assign(slowest, { ms: median(times), chapter });
    }
  } finally {
    await close(page);
  }
  progress(`slowest resize: ${slowest.chapter}`);
  return slowest;
}

/** What a steady frame does that it should not: strings, memory, forced layouts. */
async function countSteady(browser, site, chapters, from) {
  const page = await elementPage(browser, site, chapters, [countStrings]);
  try {
    await depart(page, from);
    await page.evaluate((step) => { for (let i = 0; i < 10; i += 1) window.clock.step(step); }, STEP);
    // After a collection the browser compiles anew what it has thrown away, so some frames go by first. What turning the clock by hand makes
    // is taken off: it is measured by a page of its own that wants frames and does nothing with them.
    // The median of single frames: what happens once, such as a function made quicker or a text measured when it first comes, is no
    // steady frame's.
    const heap = async (body) => {
      await page.session.send('HeapProfiler.collectGarbage');
      await page.evaluate(body, [10, STEP]);
      const used = [];
      for (let look = 0; look <= LOOKS; look += 1) {
        if (look > 0) await page.evaluate(body, [1, STEP]);
        used.push((await page.session.send('Runtime.getHeapUsage')).usedSize);
      }
      return median(used.slice(1).map((size, i) => size - used[i]));
    };
    const turn = ([frames, step]) => { for (let i = 0; i < frames; i += 1) window.clock.step(step); };
    const counted = await page.evaluate(([frames, step]) => {
      const { decoded, encoded, memory } = window.counts;
      const bytes = memory?.buffer.byteLength ?? 0;
      for (let i = 0; i < frames; i += 1) window.clock.step(step);
      return { decoded: (window.counts.decoded - decoded) / frames, encoded: (window.counts.encoded - encoded) / frames, grown: (memory?.buffer.byteLength ?? 0) - bytes, memory: bytes };
    }, [30, STEP]);
    for (let change = 0; change < WARM; change += 1) {
      await depart(page, from);
      await page.evaluate(([frames, step]) => { for (let i = 0; i < frames; i += 1) window.clock.step(step); }, [FRAMES, STEP]);
    }
    const pairs = [];
    for (let run = 0; run < 5; run += 1) {
      await depart(page, from);
      await page.evaluate((step) => { for (let i = 0; i < 10; i += 1) window.clock.step(step); }, STEP);
      const full = await heap(turn);
      await page.evaluate(([most, step]) => { for (let i = 0; i < most && window.clock.step(step); i += 1); }, [LONG_ENOUGH, STEP]);
      await page.evaluate(() => { const wish = () => { if (window.wishing) requestAnimationFrame(wish); }; window.wishing = true; wish(); });
      const empty = await heap(turn);
      await page.evaluate((step) => { window.wishing = false; window.clock.step(step); }, STEP);
      pairs.push(full - empty);
    }
    return { ...counted, heap: Math.max(0, median(pairs)), ...await countLayouts(browser, page, from) };
  } finally {
    await close(page);
  }
}

/** Layouts inside an animation frame's own script are forced: the browser lays out after it by itself. */
async function countLayouts(browser, page, from) {
  await depart(page, from);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(async ([frames, step]) => {
    for (let i = 0; i < frames; i += 1) {
      await new Promise((done) => { window.clock.native(() => { performance.mark('bench:frame'); window.clock.step(step); performance.mark('bench:frame-end'); done(); }); });
    }
  }, [FRAMES, STEP]);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return { layouts: forced(traceEvents), frames: FRAMES };
}

export function forced(events) {
  const scripts = events.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X');
  const layouts = events.filter(({ name, ph }) => (name === 'Layout' || name === 'UpdateLayoutTree' || name === 'RecalculateStyles') && (ph === 'X' || ph === 'B'));
  const inside = (event) => scripts.some((script) => script.pid === event.pid && script.tid === event.tid && event.ts >= script.ts && event.ts < script.ts + script.dur);
  return layouts.filter(inside).length;
}

// --- the peers --------------------------------------------------------------------------------------------------

async function measurePeers(browser, root, peers, runs) {
  const pages = {};
  const all = {};
  try {
    for (const name of PEERS) {
      const page = await open(browser, isolatedPeer(peers, name === 'raw' ? 'inline' : name), { init: turnByHand });
      await page.waitForFunction(() => window.peer);
      await page.session.send('Performance.enable', THREAD);
      await page.evaluate((frames) => {
        window.oneFrame = (i) => { window.peer.draw(((i + 1) % frames) / frames); return Promise.resolve(); };
        for (let i = 0; i < 30; i += 1) window.oneFrame(i);
      }, FRAMES);
      pages[name] = page;
      all[name] = [];
    }
    for (let run = 0; run < runs; run += 1) {
      for (const name of PEERS) {
        const own = await timed(pages[name], root, FRAMES);
        const animated = await pages[name].evaluate(() => Boolean(window.peer.animate));
        all[name].push({ ...own, ...(animated && { own: await ownAnimation(pages[name]) }) });
        if (pages[name].faults.length > 0) throw new Error(`${name}: ${pages[name].faults.join(' | ')}`);
      }
      progress(`frames of the peers ${run + 1}/${runs}`);
    }
  } finally {
    for (const page of Object.values(pages)) await close(page);
  }
  return all;
}

/** A library's own animation of a second: main thread a frame that the browser made. */
async function ownAnimation(page) {
  const before = await taskMs(page);
  const frames = await page.evaluate(async () => {
    let made = 0;
    const end = performance.now() + 1000;
    window.peer.animate(Math.random(), 1000);
    while (performance.now() < end) {
      await new Promise((done) => { window.clock.native(done); });
      made += 1;
    }
    return made;
  });
  return (await taskMs(page) - before) / frames;
}

export async function measureFrames() {
  const [peers, site] = [await servePeers(), await serveSite()];
  const browser = await launch();
  const root = await browser.newBrowserCDPSession();
  try {
    const story = await measureStory(browser, root, site, RUNS);
    const others = await measurePeers(browser, root, peers, RUNS);
    const ratios = (own, base, what) => {
      const pairs = own.map((run, i) => run[what] / base[i][what]);
      return { ms: median(own.map((run) => run[what])), base: median(base.map((run) => run[what])), ratio: median(pairs), spread: spread(pairs) };
    };
    return {
      runs: RUNS, frames: FRAMES, change: story.change, calls: story.calls, changes: story.changes, resize: story.resize, counted: story.counted,
      duoyuan: { draw: ratios(story.duoyuan, story.raw, 'draw'), task: ratios(story.duoyuan, story.raw, 'task'), cpu: ratios(story.duoyuan, story.raw, 'cpu') },
      peers: PEERS.map((name) => ({ name, label: NAMES[name], draw: ratios(others[name], others.raw, 'draw'), task: ratios(others[name], others.raw, 'task'),
        ...(others[name][0].own && { own: median(others[name].map((run, i) => run.own / others.raw[i].task)) }) })),
    };
  } finally {
    await browser.close();
    peers.close();
    site.close();
  }
}

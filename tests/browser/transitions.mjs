// A chapter that a reader comes to looks, at rest, exactly as when it is opened directly: forwards, backwards, by jumps and played again.
// The clock is set by hand, not waited for; windows are so high that no scroll bar comes and goes. Seen to fail: with what travels painted after everything else.

import { check } from './browser.mjs';

/** In the page: walks through the story and returns where a canvas at rest differs from that of the chapter opened directly. */
async function walk({ lang, mode }) {
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
  const poll = async (condition, what) => {
    const end = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`never: ${what}`);
      await new Promise((done) => { setTimeout(done, 5); });
    }
  };
  const toRest = async () => {
    const { dataset } = story().shadowRoot.querySelector('.frame');
    await poll(() => {
      for (let i = 0; i < 50 && dataset.playback !== 'rest'; i += 1) turnClock();
      return dataset.playback === 'rest';
    }, `rest at ${story().scene}`);
  };
  const picture = async () => {
    const canvas = story().shadowRoot.querySelector('[part=canvas]');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const sum = await crypto.subtle.digest('SHA-256', data);
    return `${canvas.width}×${canvas.height} ${[...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  };
  const open = async (scene) => {
    const fresh = document.createElement('duoyuan-story');
    for (const [name, value] of Object.entries({ src: story().getAttribute('src'), lang, mode })) fresh.setAttribute(name, value);
    history.replaceState(null, '', `#scene=${scene}`);
    story().replaceWith(fresh);
    await poll(() => fresh.status === 'ready' && fresh.scene === scene, `${scene} opened`);
    await toRest();
  };
  const address = new URL(story().getAttribute('src'), document.baseURI);
  const scenes = (await (await fetch(address)).json()).scenes.map(({ id }) => id);
  const opened = new Map();
  for (const scene of scenes) {
    await open(scene);
    opened.set(scene, await picture());
  }
  const wrong = [];
  let moved = 0;
  const compare = async (how, from) => {
    if (await picture() !== opened.get(story().scene)) wrong.push(`${from} → ${story().scene} (${how})`);
  };
  const go = async (scene, how) => {
    const from = story().scene;
    story().goTo(scene);
    const { dataset } = story().shadowRoot.querySelector('.frame');
    if (dataset.playback === 'playing') moved += 1;
    else wrong.push(`${from} → ${scene} (${how}) does not move`);
    await toRest();
    await compare(how, from);
  };
  await open(scenes[0]);
  for (const scene of scenes.slice(1)) {
    await go(scene, 'forwards');
    story().play();
    await toRest();
    await compare('again', scene);
  }
  await open(scenes.at(-1));
  for (const scene of scenes.toReversed().slice(1)) await go(scene, 'backwards');
  await open(scenes[0]);
  for (let i = 5; i % scenes.length !== 0; i += 5) await go(scenes[i % scenes.length], 'by a jump');
  return { wrong, moved, scenes: scenes.length };
}

const sameAsOpened = async (page, settings) => {
  const { wrong, moved, scenes } = await page.evaluate(walk, settings);
  check(wrong.length === 0, `unlike the chapter opened directly: ${wrong.join('; ')}`);
  check(moved === 3 * (scenes - 1), `${moved} of ${3 * (scenes - 1)} chapters came moving`);
};

const cases = ['zh', 'en'].flatMap((lang) => [375, 720, 1280].map((width) => [`${lang}, ${width} px`, { lang, mode: 'stepper', width, path: '/embed.html' }]));
cases.push(['zh, 1280 px, as a page', { lang: 'zh', mode: 'page', width: 1280, path: '/' }], ['en, 375 px, as a page', { lang: 'en', mode: 'page', width: 375, path: '/' }]);

export const transitions = Object.fromEntries(cases.map(([name, { path, width, ...settings }]) => [`transitions: a chapter at rest is as if opened directly, ${name}`, async (t) => {
  const page = await t.open({ width, height: 1600, reduced: false });
  await page.goto(`${t.server.origin}${path}`);
  await page.waitForFunction(() => document.querySelector('duoyuan-story')?.getAttribute('status') === 'ready');
  await sameAsOpened(page, settings);
}]));

/** The same in every browser, at one width. */
export const transitionsEverywhere = {
  'transitions: a chapter at rest is as if opened directly': async ({ page, server }) => {
    const one = await page({ width: 720, height: 1600, reduced: false });
    await one.open(`${server.origin}/embed.html`);
    await sameAsOpened(one, { lang: 'zh', mode: 'stepper' });
  },
};

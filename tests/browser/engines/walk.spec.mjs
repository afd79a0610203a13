// A random walk through the story. A failure names its seed; SEED=… repeats the walk.

import { expect, test } from '../fixtures.mjs';
import { article, tag } from '../pages/article.mjs';
import { holdings } from '../support/holdings.mjs';

const MOST_GROWTH = 1_000_000; // bytes of heap

/** In the page: makes random moves, which must leave a ready element with a picture; returns the first failure, or ''. */
async function walk({ seed, steps, scenes }) {
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const any = (list) => list[random(list.length)];
  const { story } = tools;
  const moves = [
    () => story.next(),
    () => story.previous(),
    () => story.goTo(any(scenes)),
    () => story.play(),
    () => story.pause(),
    () => {
      story.lang = any(['zh', 'en']);
    },
    () => {
      story.theme = any(['auto', 'light', 'dark', 'contrast']);
    },
    () => {
      story.mode = any(['auto', 'page', 'stepper', 'still']);
    },
    () => {
      story.parentElement.style.width = `${260 + random(700)}px`;
    },
    () => any([...story.shadowRoot.querySelectorAll('.mark')])?.click(),
    () => {
      location.hash = `#scene=${any(scenes)}`;
    },
    () => scrollTo(0, random(3000)),
    () => {
      const { parentElement } = story;
      story.remove();
      parentElement.append(story);
    },
    () => story.toSVG(),
    () => story.goTo('nowhere'),
  ];
  for (let step = 0; step < steps; step += 1) {
    const move = random(moves.length);
    moves[move]();
    if (step % 10 === 9) await tools.frames(1);
    if (story.status !== 'ready' || !story.scene)
      return `step ${step}, move ${move}: status ${story.status}, scene ${story.scene}`;
  }
  await tools.frames(40);
  return tools.faults[0] ?? (story.toSVG().length > 1000 ? '' : 'no picture at the end');
}

const ownSeed = () => Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

async function openStory(engine, site) {
  article(site, `<div>${tag('mode="stepper" lang="zh"')}</div>`);
  return engine.open('/article.html', { from: site, width: 1000, reduced: false });
}

test('walk: a random walk of 100 steps meets no error', async ({ engine, scenes, site }) => {
  const seed = ownSeed();
  const page = await openStory(engine, site);
  expect(await page.run(walk, { seed, steps: 100, scenes }), `SEED=${seed}`).toBe('');
});

test('long: a random walk of 10,000 steps meets no error, and in Chromium a second one leaves nothing behind', async ({
  engine,
  scenes,
  site,
}) => {
  const [seed, steps] = [ownSeed(), 10_000];
  const page = await openStory(engine, site);
  expect(await page.run(walk, { seed, steps, scenes }), `SEED=${seed}`).toBe('');
  if (engine.name !== 'chromium') return;
  const before = await holdings(page.playwright);
  expect(await page.run(walk, { seed: seed + 1, steps, scenes }), `SEED=${seed + 1}`).toBe('');
  const after = await holdings(page.playwright);
  console.log(`        after ${steps} steps ${JSON.stringify(before)}, after twice as many ${JSON.stringify(after)}`);
  expect(after.heap - before.heap, `SEED=${seed}: growth of the heap`).toBeLessThan(MOST_GROWTH);
});

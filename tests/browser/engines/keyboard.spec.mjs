// Keys and the focus ring (A06 and A07 of the accessibility checks). What each key does in Chromium: keyboard.spec.mjs.

import { PNG } from 'pngjs';
import { expect, test } from '../fixtures.mjs';
import { sample, sampled } from '../support/sample.mjs';

const MOST_KEYS = 12;

/** In the page: the mark that is furthest away, and the keys that lead from the overview to it. */
function furthest() {
  const { root } = tools;
  const steps = (at, count) => {
    const forwards = ['Home', ...Array(at).fill('ArrowRight')];
    const backwards = ['End', ...Array(count - 1 - at).fill('ArrowLeft')];
    return forwards.length <= backwards.length ? forwards : backwards;
  };
  const direct = (at, count) => {
    const walk = Array(at).fill('ArrowDown');
    return walk.length <= steps(at, count).length ? walk : steps(at, count);
  };
  const groups = [...root.querySelectorAll('.overlay > ul > li > .area')];
  let worst = { keys: [], mark: null };
  for (const mark of root.querySelectorAll('.overlay .mark')) {
    const list = [...mark.closest('ul').querySelectorAll('.mark')];
    const group = groups.indexOf(mark.closest('ul').previousElementSibling);
    const toGroup = group < 0 ? [] : [...direct(group, groups.length), 'Enter'];
    const keys = ['Enter', ...toGroup, ...direct(list.indexOf(mark), list.length)];
    if (keys.length > worst.keys.length) worst = { keys, mark: mark.dataset.mark, levels: group < 0 ? 1 : 2 };
  }
  root.querySelector('.overlay .area').focus();
  return {
    ...worst,
    stops: root.querySelectorAll('figure.stage [tabindex="0"], .overlay button:not([tabindex])').length,
  };
}

// Seen to fail: with the buttons of all chapters among the stops.
test('keyboard: from the bar Tab goes to the chapter being read, its picture, and the bar below', async ({
  engine,
}) => {
  const page = await engine.open('/');
  await page.run("tools.show('growth', 'zh').then(() => tools.root.querySelector('.more').focus())");
  const trail = [];
  for (let i = 0; i < 30 && trail.at(-1)?.part !== 'dock'; i += 1) {
    await page.press('Tab');
    const stop = await page.run(() => {
      const { top, bottom } = tools.focus.getBoundingClientRect();
      const part = ['card', 'stage', 'dock'].find((name) => tools.focus.closest(`.${name}`)) ?? 'other';
      const { scene } = document.querySelector('duoyuan-story');
      const card = tools.focus.closest('.card');
      return {
        part,
        scene,
        active: card?.classList.contains('active') ?? true,
        seen: top >= 0 && bottom <= innerHeight,
      };
    });
    trail.push(stop);
  }
  const parts = trail.map(({ part }) => part);
  expect([...new Set(parts)]).toEqual(['card', 'stage', 'dock']);
  expect(parts.filter((part) => part === 'card').length).toBeGreaterThan(0);
  expect(parts.filter((part) => part === 'stage')).toEqual(['stage']);
  expect(trail.filter(({ scene, active, seen }) => scene !== 'growth' || !active || !seen)).toEqual([]);
  // what the others say is still there to be read
  expect(await page.run("tools.root.querySelectorAll('.card:not(.active) .number').length")).toBeGreaterThan(10);
  expect(await page.run("tools.root.querySelectorAll('.card[inert], .card[aria-hidden]').length")).toBe(0);
});

// Seen to fail: with `tabindex` 0 on every mark; with Home and End taken out of the overlay (the honours of the opening
// then need 17 keys).
test(
  sampled('keyboard: one stop a picture, every datum within 12 keys, Escape leads out again'),
  async ({ engine, scenes }) => {
    const page = await engine.open('/');
    for (const scene of sample(scenes, engine.name === 'chromium' ? 2 : 4)) {
      const plan = await page.run(`tools.show('${scene}', 'zh').then(${furthest})`);
      expect(plan.stops, `${scene}: tab stops`).toBe(1);
      expect(plan.keys.length + 1, `${scene}: Tab and keys to ${plan.mark}`).toBeLessThanOrEqual(MOST_KEYS);
      await page.press(...plan.keys);
      expect(await page.run('tools.focus?.dataset.mark'), `${scene}: ${plan.keys}`).toBe(plan.mark);
      await page.press(...Array(plan.levels).fill('Escape'));
      expect(await page.run('tools.focus?.dataset.stop'), `${scene}: Escape`).toBe('overview');
    }
  },
);

test('keyboard: Tab goes in, through and out again; nothing is taken from the page around', async ({ engine }) => {
  const page = await engine.open('/');
  await page.run("tools.show('lead', 'zh').then(() => tools.root.querySelector('.overlay .area').focus())");
  const trail = [];
  for (let i = 0; i < 120 && trail.at(-1) !== 'outside'; i += 1) {
    await page.press('Tab');
    trail.push(await page.run("tools.focus ? (tools.focus.closest('figure.stage') ? 'figure' : 'other') : 'outside'"));
  }
  expect(trail.at(-1), `trapped: ${trail}`).toBe('outside');
  expect(trail.filter((place) => place === 'figure').length, 'stops in the figure').toBeLessThanOrEqual(4);
  const taken = await page.run(() => {
    // the Page keys turn chapters where the story is the page: keyboard.spec.mjs
    const keys = ['ArrowDown', 'ArrowLeft', 'Home', 'End', 'Enter', ' ', 'Tab', 'a', 'Escape'];
    const places = [document.body, tools.root.querySelector('.number'), tools.root.querySelector('[data-do=share]')];
    const options = { bubbles: true, composed: true, cancelable: true };
    const prevented = (place, key) => !place.dispatchEvent(new KeyboardEvent('keydown', { key, ...options }));
    return places.flatMap((place) => keys.filter((key) => prevented(place, key)));
  });
  expect(taken, 'prevented outside of the picture').toEqual([]);
});

/** In the page: the stops whose ring is too thin, too faint, or lost over a mark. */
function poorRings() {
  const forced = matchMedia('(forced-colors: active)').matches;
  const light = (text) => {
    const [r, g, b] = text
      .match(/[\d.]+/g)
      .map(Number)
      .map((part) => {
        const c = part / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => {
    const [a, b] = [light(one), light(two)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const ground = getComputedStyle(tools.root.querySelector('.frame')).backgroundColor;
  const poor = new Set();
  for (const stop of tools.root.querySelectorAll(
    '.overlay button, .transport button, .bar button, .cards button, .rail a',
  )) {
    if (!stop.checkVisibility()) continue;
    stop.focus({ preventScroll: true });
    const style = getComputedStyle(stop);
    const name = stop.dataset.stop ?? stop.className;
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) poor.add(`${name}: ${style.outlineWidth}`);
    if (contrast(style.outlineColor, ground) < 3) poor.add(`${name}: ${style.outlineColor} on ${ground}`);
    if (!stop.closest('.overlay')) continue;
    // Over a mark the second tone is what stands out: a shadow, or a border where forced colours take shadows away.
    const border = parseFloat(style.borderTopWidth) >= 2 && style.borderTopColor;
    const second = forced ? border : /rgb[^)]*\)/.exec(style.boxShadow)?.[0];
    if (!second || contrast(style.outlineColor, second) < 3)
      poor.add(`${name}: ${second} beside ${style.outlineColor}`);
  }
  return [...poor].slice(0, 8);
}

/** How thick the ring is at the left and at the top of what has the focus, in pixels of the screen. */
async function ringOnScreen(page) {
  const { x, y, width, height, colour } = await page.run(() => {
    const box = tools.focus.getBoundingClientRect();
    const colour = getComputedStyle(tools.focus)
      .outlineColor.match(/[\d.]+/g)
      .map(Number);
    return { x: box.x, y: box.y, width: box.width, height: box.height, colour };
  });
  const png = PNG.sync.read(await page.shot());
  const like = (left, top) => {
    const at = (top * png.width + left) * 4;
    return [0, 1, 2].reduce((sum, k) => sum + Math.abs(png.data[at + k] - colour[k]), 0) < 24;
  };
  const run = (pixels) => {
    let [best, now] = [0, 0];
    for (const pixel of pixels) {
      now = pixel ? now + 1 : 0;
      best = Math.max(best, now);
    }
    return best;
  };
  const nine = Array.from({ length: 9 }, (_, i) => i - 10);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [middle, centre] = [top + Math.floor(height / 2), left + Math.floor(width / 2)];
  return { left: run(nine.map((i) => like(left + i, middle))), top: run(nine.map((i) => like(centre, top + i))) };
}

// Seen to fail: with the outline at 1 px; with the second tone left away.
for (const system of [{}, { theme: 'dark' }, { forced: true }]) {
  const name = Object.keys(system).join() || 'light';
  test(
    sampled(`keyboard: the ring is two tones, 2 px and 3:1, at every stop, and on the screen, ${name}`),
    async ({ engine, scenes }) => {
      test.skip(engine.name === 'webkit', 'a script that moves the focus brings no ring there');
      const page = await engine.open('/', system);
      for (const scene of sample(scenes, 4)) {
        await page.run(`tools.show('${scene}', 'zh').then(() => tools.root.querySelector('.overlay .area').focus())`);
        await page.press('Enter'); // a key: the ring is for keyboards
        expect(await page.run(poorRings), scene).toEqual([]);
      }
      await page.run("tools.show('building', 'zh').then(() => tools.root.querySelector('.overlay .mark').focus())");
      await page.press('ArrowRight');
      await expect(async () => {
        const { left, top } = await ringOnScreen(page);
        expect(Math.min(left, top), 'pixels of the ring').toBeGreaterThanOrEqual(2);
      }).toPass({ timeout: 5000 });
    },
  );
}

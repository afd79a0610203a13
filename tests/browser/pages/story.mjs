// A `<duoyuan-story>` on a page or in a frame: its parts by name, what it says of itself, and its moves. Playwright's
// selectors reach into the open shadow root, so no test spells a path through it.

import { expect } from '@playwright/test';

export class Story {
  /** `place`: a Playwright page or frame. `nth`: which story, where a page has several. */
  constructor(place, { nth = 0 } = {}) {
    this.place = place;
    this.page = place.page?.() ?? place;
    this.element = place.locator('duoyuan-story').nth(nth);
  }

  part(name) {
    return this.element.locator(`[part~=${name}]`);
  }
  /** The button that does this. */
  button(what) {
    return this.element.locator(`[data-do=${what}]`);
  }
  find(selector) {
    return this.element.locator(selector);
  }
  get frame() {
    return this.find('.frame');
  }
  get stage() {
    return this.find('.stage');
  }
  get canvas() {
    return this.find('[part=canvas]');
  }
  get record() {
    return this.part('record');
  }
  get table() {
    return this.find('table[part=table]');
  }
  /** The marks of the picture, as a screen reader meets them. */
  get marks() {
    return this.find('.mark');
  }
  get seek() {
    return this.find('.seek');
  }
  get errors() {
    return this.find('.errors');
  }

  /** Waits for a status; the failure says what the reader is told. */
  async ready(status = 'ready', { timeout = 20_000 } = {}) {
    try {
      await expect(this.element).toHaveAttribute('status', status, { timeout });
    } catch (error) {
      const told = await this.errors.innerText({ timeout: 100 }).catch(() => '');
      throw new Error(`${error.message}\n${told}\n${(this.page.faults ?? []).join(' | ')}`);
    }
  }

  /** Opens a story as a new element in place of this one, at an address's `hash`: all of a load but the page and the
      engine's compiling. `attributes`: those that are others than before. */
  async again({ hash = '', ...attributes } = {}) {
    await this.element.evaluate(
      (element, given) => {
        history.replaceState(null, '', given.hash || location.pathname + location.search);
        const fresh = document.createElement('duoyuan-story');
        for (const { name, value } of element.attributes) if (name !== 'status') fresh.setAttribute(name, value);
        for (const [name, value] of Object.entries(given.attributes)) fresh.setAttribute(name, value);
        element.replaceWith(fresh);
      },
      { hash, attributes },
    );
  }

  /** Waits until nothing moves and the picture on show is painted. */
  async atRest() {
    await expect(this.frame).toHaveAttribute('data-playback', 'rest', { timeout: 20_000 });
    await this.frames(2);
  }

  /** Waits for `count` animation frames, so that everything due in them has happened. */
  frames(count) {
    return this.place.evaluate(async (n) => {
      for (let i = 0; i < n; i += 1) await new Promise((done) => requestAnimationFrame(done));
    }, count);
  }

  /** How often the page asks for animation frames, and draws, while `count` of them pass. */
  activity(count) {
    return this.place.evaluate(async (n) => {
      const { prototype } = CanvasRenderingContext2D;
      const { setTransform } = prototype;
      const { requestAnimationFrame: ask } = window;
      const seen = { asked: 0, drawn: 0 };
      prototype.setTransform = function counted(...values) {
        seen.drawn += 1;
        return setTransform.apply(this, values);
      };
      window.requestAnimationFrame = (call) => {
        seen.asked += 1;
        return ask.call(window, call);
      };
      for (let i = 0; i < n; i += 1) await new Promise((done) => ask.call(window, done));
      prototype.setTransform = setTransform;
      window.requestAnimationFrame = ask;
      return seen;
    }, count);
  }

  /** Sets properties: lang, theme, mode, src. */
  set(properties) {
    return this.element.evaluate((element, values) => {
      Object.assign(element, values);
    }, properties);
  }
  goTo(scene) {
    return this.element.evaluate((element, id) => element.goTo(id), scene);
  }
  /** Presses a button without scrolling to it or hovering over it. */
  press(what) {
    return this.button(what).evaluate((button) => button.click());
  }
  /** Puts the slider of time at `part` thousandths. */
  seekTo(part) {
    return this.seek.evaluate((input, value) => {
      input.value = String(value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, part);
  }

  /** What it shows and has in focus. */
  state() {
    return this.element.evaluate((element) => {
      const { shadowRoot: root } = element;
      const { layout, playback, theme } = root.querySelector('.frame').dataset;
      const record = root.querySelector('[part=record]');
      const focus = root.activeElement;
      return {
        scene: element.scene,
        lang: element.lang,
        hash: location.hash,
        layout,
        playback,
        theme,
        label: root.querySelector('.stage').getAttribute('aria-label'),
        place: root.querySelector('.place').textContent,
        record: !record.hidden,
        recordLabel: record.getAttribute('aria-label'),
        focusMark: focus?.dataset.mark ?? null,
        focusStop: focus?.dataset.stop ?? null,
        focusPart: focus?.getAttribute('part') ?? null,
        status: root.querySelector('[part=status]').textContent,
        marks: [...root.querySelectorAll('.mark')].map((mark) => mark.dataset.mark),
      };
    });
  }

  /** Waits until the scene is on show. */
  async shows(scene) {
    await expect
      .poll(() => this.element.evaluate((element) => element.scene), { message: 'the scene on show' })
      .toBe(scene);
  }

  /** The canvas as an address of its pixels. */
  pixels() {
    return this.canvas.evaluate((canvas) => canvas.toDataURL());
  }
  /** The same once it has come to rest and two readings are alike. */
  async settledPixels() {
    await this.atRest();
    return this.pixels();
  }
}

/** Waits until all stories of the page have the status. */
export async function allStories(page, status, { timeout = 20_000 } = {}) {
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('duoyuan-story')].map(
        (element) =>
          `${element.getAttribute('status')} ${element.shadowRoot?.querySelector('.errors')?.innerText ?? ''}`,
      ),
    );
  const others = async () => {
    const all = await seen();
    return all.length === 0 ? ['no story'] : all.filter((text) => !text.startsWith(`${status} `));
  };
  await expect
    .poll(others, { timeout, message: `stories that are not ${status}; ${page.faults?.join(' | ')}` })
    .toEqual([]);
}

/** The canvases of all stories of the page, at rest, as addresses of their pixels. */
export async function allPixels(page) {
  const count = await page.locator('duoyuan-story').count();
  const pixels = [];
  for (let nth = 0; nth < count; nth += 1) pixels.push(await new Story(page, { nth }).settledPixels());
  return pixels;
}

/** Nothing went wrong in the page: no console line, violation, failed request, uncaught error. */
export const expectClean = (page, what = 'the page') => expect(page.faults, what).toEqual([]);

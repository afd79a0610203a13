// A guess in the chapter that is being read: its question, slider, picture and verdict.

import { test as base } from '../fixtures.mjs';

/** The server sends stories with their guesses. */
export const test = base.extend({
  asks: [
    async ({ server }, use) => {
      server.state.asks = true;
      await use();
    },
    { auto: true },
  ],
});

export const SHARE = 'livelihood-spending-share';
export const OIL = 'crude-output@2024';

/** The guess of the chapter that is being read. */
export const asked = (story) => ({
  heading: story.find('.card.active h2').first(),
  slider: story.find('.card.active input.scale'),
  show: story.find('.card.active [data-do=guess-show]'),
  skip: story.find('.card.active [data-do=guess-skip]'),
  verdict: story.find('.card.active .verdict'),
  inPicture: story.find('.grip-keys input'),
  area: story.find('.grip:not(.handle)'),
  handle: story.find('.grip.handle'),
});
export const markOf = (story, figure) => story.find(`.mark[data-figure="${figure}"]`);

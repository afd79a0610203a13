// The checks of picture.mjs can fail: each is given one broken picture.

import { expect, test } from './fixtures.mjs';
import { blank, clippedText, contrast, faintText, notFinite, overlappingText, smallText } from './picture.mjs';

const TEXT = {
  text: '油',
  px: 13,
  colour: '#1b1a17',
  alpha: 1,
  ground: 0xfbf8f2,
  left: 10,
  top: 10,
  right: 23,
  bottom: 23,
};
const text = (changes = {}) => ({ ...TEXT, ...changes });
const picture = (...texts) => ({ texts, faults: [], width: 100, height: 100, drawn: 0.2 });

const BROKEN = {
  'text of 11.5 px': [smallText, picture(text({ px: 11.5 }))],
  'text of unknown size': [smallText, picture(text({ px: NaN }))],
  'text beyond the edge': [clippedText, picture(text({ right: 104 }))],
  'two texts on each other': [overlappingText, picture(text(), text({ left: 20, right: 33 }))],
  'grey on paper': [faintText, picture(text({ colour: '#aaaaaa' }))],
  'ink at 0.3': [faintText, picture(text({ alpha: 0.3 }))],
  'a number that is not finite': [notFinite, { faults: ['lineTo(NaN, 1)'] }],
  'nearly nothing drawn': [blank, { texts: [text()], drawn: 0.001 }],
  'no text': [blank, picture()],
};

test('picture checks: each finds what is broken, none finds anything in a good picture', () => {
  for (const [what, [check, broken]] of Object.entries(BROKEN)) expect.soft(check(broken), what).toHaveLength(1);
  const good = picture(text(), text({ top: 30, bottom: 43 }));
  for (const [check] of Object.values(BROKEN)) expect.soft(check(good), check.name).toEqual([]);
  expect(contrast('#000000', 1, 0xffffff)).toBeCloseTo(21);
});

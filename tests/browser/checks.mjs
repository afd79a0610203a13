// The checks themselves must be able to fail: each is given one broken picture.

import { check } from './browser.mjs';
import { blank, clippedText, contrast, faintText, notFinite, overlappingText, smallText } from './picture.mjs';

const text = (changes = {}) => ({ text: '油', px: 13, colour: '#1b1a17', alpha: 1, ground: 0xfbf8f2, left: 10, top: 10, right: 23, bottom: 23, ...changes });
const picture = (...texts) => ({ texts, faults: [], width: 100, height: 100, drawn: 0.2 });

export const checksThatFail = {
  'check: a good picture passes': async () => {
    const good = picture(text(), text({ top: 30, bottom: 43 }));
    for (const test of [blank, clippedText, faintText, notFinite, overlappingText, smallText]) check(test(good).length === 0, `${test.name}: ${test(good)}`);
  },
  'check: small text is found': async () => check(smallText(picture(text({ px: 11.5 }))).length === 1, 'text of 11.5 px passed'),
  'check: text without a size is found': async () => check(smallText(picture(text({ px: NaN }))).length === 1, 'text of unknown size passed'),
  'check: clipped text is found': async () => check(clippedText(picture(text({ right: 104 }))).length === 1, 'text beyond the edge passed'),
  'check: overlapping text is found': async () => check(overlappingText(picture(text(), text({ left: 20, right: 33 }))).length === 1, 'overlapping text passed'),
  'check: faint text is found': async () => check(faintText(picture(text({ colour: '#aaaaaa' }))).length === 1, 'grey on paper passed'),
  'check: text made faint by alpha is found': async () => check(faintText(picture(text({ alpha: 0.3 }))).length === 1, 'ink at 0.3 passed'),
  'check: contrast of black on white is 21': async () => check(Math.abs(contrast('#000000', 1, 0xffffff) - 21) < 0.01, `got ${contrast('#000000', 1, 0xffffff)}`),
  'check: calls that are not finite are found': async () => check(notFinite({ faults: ['lineTo(NaN, 1)'] }).length === 1, 'NaN passed'),
  'check: a blank picture is found': async () => check(blank({ texts: [text()], drawn: 0.001 }).length === 1 && blank(picture()).length === 1, 'blank passed'),
};

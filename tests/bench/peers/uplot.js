// uPlot draws series and bars; it has no donut and no waffle, so those two are hand-written here as in raw.js.

import uPlot from 'uplot';
import { context, donut, waffle } from './raw.js';
import { at, boxes, COLORS, FONT, HIGH, LABELS, ready, TOP, WIDE, YEARS } from './work.js';

// Its style sheet places canvas and axes; only what these two charts need of it.
const sheet = new CSSStyleSheet();
sheet.replaceSync('.uplot,.uplot *{box-sizing:border-box}.u-wrap{position:relative}.u-over,.u-under{position:absolute}.uplot canvas{display:block;position:relative;width:100%;height:100%}.u-axis{position:absolute}');
document.adoptedStyleSheets = [sheet];

const plain = { width: WIDE, height: HIGH, legend: { show: false }, cursor: { show: false }, padding: [10, 10, 0, 0] };
const axis = { font: FONT, stroke: COLORS.ink, grid: { stroke: COLORS.rule, width: 1 }, ticks: { show: false } };
const scale = { range: [0, TOP] };
const places = LABELS.map((_, i) => i);
let now = at(0);
const [bars, line, d, w] = boxes((box, name) => {
  if (name === 'bars') {
    return new uPlot({ ...plain, scales: { x: { time: false, range: [-0.6, 11.6], ori: 1, dir: -1 }, y: { ...scale, ori: 0 } },
      axes: [{ ...axis, side: 3, size: 68, gap: 4, splits: () => places, values: () => LABELS, grid: { show: false } }, { show: false }],
      series: [{}, { fill: COLORS.bar, width: 0, paths: uPlot.paths.bars({ size: [0.75] }), points: { show: false } }] }, [places, now.bars], box);
  }
  if (name === 'line') {
    return new uPlot({ ...plain, scales: { x: { time: false }, y: scale }, axes: [{ ...axis, size: 24, gap: 2, values: (_, all) => all.map(String) }, { ...axis, size: 34, gap: 4 }],
      series: [{}, { stroke: COLORS.line, width: 2, points: { show: false } }] }, [YEARS, now.line], box);
  }
  return context(box);
});
function draw(t) {
  now = at(t);
  bars.setData([places, now.bars]);
  line.setData([YEARS, now.line]);
  donut(d, now.shares);
  waffle(w, now.full);
}
donut(d, now.shares);
waffle(w, now.full);
// Its first drawing waits for a microtask.
queueMicrotask(() => ready(draw));

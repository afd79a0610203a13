// D3 as it is mostly used: scales, shapes and axes to SVG, joined by data.

import { axisBottom, axisLeft } from 'd3-axis';
import { scaleBand, scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { arc, line, pie } from 'd3-shape';
import { at, boxes, COLORS, FIRST_YEAR, HIGH, LABELS, POINTS, ready, TOP, WIDE } from './work.js';

const [bars, series, donut, waffle] = boxes((box) => select(box).append('svg').attr('width', WIDE).attr('height', HIGH).attr('font-size', 12));

const across = scaleLinear([0, TOP], [68, WIDE - 10]);
const band = scaleBand(LABELS, [5, HIGH - 5]).padding(0.25);
bars.append('g').attr('transform', 'translate(68,0)').call(axisLeft(band).tickSize(0));
const x = scaleLinear([FIRST_YEAR, FIRST_YEAR + POINTS - 1], [34, WIDE - 10]);
const y = scaleLinear([0, TOP], [HIGH - 24, 10]);
series.append('g').attr('transform', `translate(0,${HIGH - 24})`).call(axisBottom(x).ticks(7, 'd'));
series.append('g').attr('transform', 'translate(34,0)').call(axisLeft(y).ticks(6).tickSizeInner(-(WIDE - 44)));
const path = series.append('path').attr('fill', 'none').attr('stroke', COLORS.line).attr('stroke-width', 2);
const trace = line((_, i) => x(FIRST_YEAR + i), (v) => y(v));
const ring = donut.append('g').attr('transform', `translate(${WIDE / 2},${HIGH / 2})`);
const slice = arc().innerRadius(66).outerRadius(110);
const slices = pie().sort(null);

function draw(t) {
  const work = at(t);
  bars.selectAll('rect').data(work.bars).join('rect').attr('fill', COLORS.bar).attr('x', 68).attr('y', (_, i) => band(LABELS[i]))
    .attr('height', band.bandwidth()).attr('width', (v) => across(v) - 68);
  path.attr('d', trace(work.line));
  ring.selectAll('path').data(slices(work.shares)).join('path').attr('fill', (_, i) => COLORS.donut[i]).attr('d', slice);
  waffle.selectAll('rect').data(Array.from({ length: 100 }, (_, i) => i < work.full)).join('rect').attr('x', (_, i) => 60 + (i % 10) * 24)
    .attr('y', (_, i) => 10 + Math.floor(i / 10) * 24).attr('width', 20).attr('height', 20).attr('fill', (full) => (full ? COLORS.full : COLORS.empty));
}
draw(0);
ready(draw);

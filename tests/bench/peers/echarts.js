// ECharts with what these four charts need and nothing else. It has no waffle: a scatter of squares.

import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { at, boxes, COLORS, LABELS, ready, TOP, YEARS } from './work.js';

use([BarChart, LineChart, PieChart, ScatterChart, GridComponent, CanvasRenderer]);

const cells = Array.from({ length: 100 }, (_, i) => [i % 10, -Math.floor(i / 10)]);
const coloured = (full) => cells.map((value, i) => ({ value, itemStyle: { opacity: 1, color: i < full ? COLORS.full : COLORS.empty } }));
const first = at(0);
const hidden = { show: false };
const label = { color: COLORS.ink, fontSize: 12 };
const make = {
  bars: { grid: { left: 68, top: 5, right: 10, bottom: 5 }, yAxis: { type: 'category', data: LABELS, inverse: true, axisLabel: { ...label, interval: 0 }, axisTick: hidden, axisLine: hidden },
    xAxis: { type: 'value', min: 0, max: TOP, show: false }, series: [{ type: 'bar', data: first.bars, itemStyle: { color: COLORS.bar } }] },
  line: { grid: { left: 34, top: 10, right: 10, bottom: 24 }, xAxis: { type: 'category', data: YEARS, axisLabel: { ...label, interval: 9 }, axisTick: hidden }, yAxis: { type: 'value', min: 0, max: TOP, axisLabel: label },
    series: [{ type: 'line', data: first.line, showSymbol: false, lineStyle: { color: COLORS.line, width: 2 } }] },
  donut: { series: [{ type: 'pie', radius: [66, 110], label: hidden, labelLine: hidden, data: first.shares.map((value, i) => ({ value, itemStyle: { color: COLORS.donut[i] } })) }] },
  waffle: { grid: { left: 60, top: 10, right: 60, bottom: 10 }, xAxis: { type: 'value', min: -0.5, max: 9.5, show: false }, yAxis: { type: 'value', min: -9.5, max: 0.5, show: false },
    series: [{ type: 'scatter', symbol: 'rect', symbolSize: 20, itemStyle: { opacity: 1 }, data: coloured(first.full) }] },
};
const charts = boxes((box, name) => {
  const chart = init(box);
  chart.setOption({ animation: false, ...make[name] });
  chart.getZr().flush();
  return chart;
});
const told = (t) => {
  const work = at(t);
  return [work.bars, work.line, work.shares.map((value, i) => ({ value, itemStyle: { color: COLORS.donut[i] } })), coloured(work.full)];
};
/** One moment, drawn at once. */
function draw(t) {
  told(t).forEach((data, i) => {
    charts[i].setOption({ animation: false, series: [{ data }] });
    charts[i].getZr().flush();
  });
}
/** Its own animation from one moment to another. */
function animate(t, ms) {
  told(t).forEach((data, i) => charts[i].setOption({ animation: true, animationDurationUpdate: ms, series: [{ data }] }));
}
ready(draw, { animate });

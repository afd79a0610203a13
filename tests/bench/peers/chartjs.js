// Chart.js with what these four charts need and nothing else. It has no waffle: a scatter of squares.

import { ArcElement, BarController, BarElement, CategoryScale, Chart, DoughnutController, LinearScale, LineController, LineElement, PointElement, ScatterController } from 'chart.js';
import { at, boxes, COLORS, LABELS, ready, TOP, YEARS } from './work.js';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, LinearScale, LineController, LineElement, PointElement, ScatterController);
Object.assign(Chart.defaults.font, { size: 12, family: "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', sans-serif" });
Chart.defaults.maintainAspectRatio = false;
Chart.defaults.events = [];

const cells = Array.from({ length: 100 }, (_, i) => ({ x: i % 10, y: -Math.floor(i / 10) }));
const colours = (full) => cells.map((_, i) => (i < full ? COLORS.full : COLORS.empty));
const first = at(0);
const hidden = { display: false };
const make = {
  bars: () => ({ type: 'bar', data: { labels: LABELS, datasets: [{ data: first.bars, backgroundColor: COLORS.bar, barPercentage: 0.8 }] },
    options: { indexAxis: 'y', scales: { x: { ...hidden, min: 0, max: TOP }, y: { ticks: { autoSkip: false, color: COLORS.ink }, grid: hidden } } } }),
  line: () => ({ type: 'line', data: { labels: YEARS, datasets: [{ data: first.line, borderColor: COLORS.line, borderWidth: 2, pointRadius: 0 }] },
    options: { scales: { x: { ticks: { maxTicksLimit: 8, color: COLORS.ink }, grid: hidden }, y: { min: 0, max: TOP, ticks: { color: COLORS.ink }, grid: { color: COLORS.rule } } } } }),
  donut: () => ({ type: 'doughnut', data: { datasets: [{ data: first.shares, backgroundColor: COLORS.donut, borderWidth: 0 }] }, options: { cutout: '60%' } }),
  waffle: () => ({ type: 'scatter', data: { datasets: [{ data: cells, pointStyle: 'rect', pointRadius: 14, borderWidth: 0, backgroundColor: colours(first.full) }] },
    options: { scales: { x: { ...hidden, min: -0.6, max: 9.6 }, y: { ...hidden, min: -9.6, max: 0.6 } } } }),
};
const charts = boxes((box, name) => {
  const canvas = document.createElement('canvas');
  box.append(canvas);
  // The default for all would also take away what its own animation needs.
  const config = make[name]();
  return new Chart(canvas, { ...config, options: { ...config.options, animation: false } });
});
function tell(t) {
  const work = at(t);
  charts[0].data.datasets[0].data = work.bars;
  charts[1].data.datasets[0].data = work.line;
  charts[2].data.datasets[0].data = work.shares;
  charts[3].data.datasets[0].backgroundColor = colours(work.full);
}
/** One moment, drawn at once. */
function draw(t) {
  tell(t);
  for (const chart of charts) chart.update('none');
}
/** Its own animation from one moment to another. */
function animate(t, ms) {
  tell(t);
  for (const chart of charts) {
    chart.options = { ...chart.config.options, animation: { duration: ms, easing: 'linear' } };
    chart.update();
  }
}
ready(draw, { animate });

// Many marks and long series, by several techniques in one page. `scale.make(kind, technique, n)` gives `draw(t)`; everything moves in every frame.

import { Chart, Decimation, LinearScale, LineController, LineElement, PointElement, ScatterController } from 'chart.js';
import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import uPlot from 'uplot';

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement, ScatterController);
Object.assign(Chart.defaults, { animation: false, maintainAspectRatio: false, events: [] });
use([LineChart, ScatterChart, GridComponent, CanvasRenderer]);

const WIDE = 688;
const HIGH = 560;
const COLOR = '#7a4b8c';
const root = document.getElementById('root');
root.style.display = 'block';

function box([wide, high] = [WIDE, HIGH]) {
  root.replaceChildren();
  const node = document.createElement('div');
  Object.assign(node.style, { width: `${wide}px`, height: `${high}px`, position: 'relative' });
  root.append(node);
  return node;
}
function canvas([wide, high] = [WIDE, HIGH]) {
  const node = document.createElement('canvas');
  Object.assign(node, { width: wide * devicePixelRatio, height: high * devicePixelRatio });
  Object.assign(node.style, { width: `${wide}px`, height: `${high}px` });
  box([wide, high]).append(node);
  const c = node.getContext('2d');
  c.scale(devicePixelRatio, devicePixelRatio);
  return c;
}

/** Squares that go from one grid to a narrower one. */
function field(n, [all, high] = [WIDE, HIGH]) {
  const grid = (wide) => {
    const pitch = Math.min(7, Math.sqrt((wide * high) / n));
    const columns = Math.max(1, Math.floor(wide / pitch));
    return { pitch, at: (i) => [(i % columns) * pitch, Math.floor(i / columns) * pitch] };
  };
  const [a, b] = [grid(all), grid(all * 0.6)];
  const from = new Float32Array(n * 2);
  const to = new Float32Array(n * 2);
  for (let i = 0; i < n; i += 1) {
    from.set(a.at(i), i * 2);
    to.set(b.at(i), i * 2);
  }
  const now = new Float32Array(n * 2);
  return { size: a.pitch * 0.74, now, move: (t) => { for (let i = 0; i < n * 2; i += 1) now[i] = from[i] + (to[i] - from[i]) * t; } };
}

/** Writes the squares into an image, as whole pixels: what the simplest such loop does. */
function writer(n, paper) {
  const { size, now, move } = field(n, paper);
  const k = devicePixelRatio;
  const side = Math.max(1, Math.round(size * k));
  return (image, t) => {
    const { width, height, data } = image;
    const words = new Uint32Array(data.buffer);
    move(t);
    words.fill(0);
    for (let i = 0; i < n * 2; i += 2) {
      const x = Math.min(width - side, Math.round(now[i] * k));
      const y = Math.min(height - side, Math.round(now[i + 1] * k));
      // one by one: at a few px a call of `fill` would take longer
      for (let row = y * width + x, end = row + side * width; row < end; row += width) for (let at = row; at < row + side; at += 1) words[at] = 0xff8c4b7a;
    }
  };
}

const marks = {
  fillRect(n) {
    const c = canvas();
    const { size, now, move } = field(n);
    return (t) => {
      move(t);
      c.clearRect(0, 0, WIDE, HIGH);
      c.fillStyle = COLOR;
      for (let i = 0; i < n * 2; i += 2) c.fillRect(now[i], now[i + 1], size, size);
    };
  },
  path(n) {
    const c = canvas();
    const { size, now, move } = field(n);
    return (t) => {
      move(t);
      c.clearRect(0, 0, WIDE, HIGH);
      c.fillStyle = COLOR;
      c.beginPath();
      for (let i = 0; i < n * 2; i += 2) c.rect(now[i], now[i + 1], size, size);
      c.fill();
    };
  },
  pixels(n, paper) {
    const c = canvas(paper);
    const image = c.createImageData(c.canvas.width, c.canvas.height);
    const write = writer(n, paper);
    return (t) => {
      write(image, t);
      c.putImageData(image, 0, 0);
    };
  },
  // The same on a canvas as large as duoyuan's, with marks as large.
  'pixels, as large': (n, paper) => marks.pixels(n, paper),
  chartjs(n) {
    const { size, now, move } = field(n);
    const data = Array.from({ length: n }, () => ({ x: 0, y: 0 }));
    const node = document.createElement('canvas');
    box().append(node);
    const hidden = { display: false };
    const chart = new Chart(node, { type: 'scatter', data: { datasets: [{ data, parsing: false, normalized: true, pointStyle: 'rect', pointRadius: (size / 2) * Math.SQRT2, borderWidth: 0, backgroundColor: COLOR }] },
      options: { scales: { x: { ...hidden, min: 0, max: WIDE }, y: { ...hidden, min: 0, max: HIGH, reverse: true } } } });
    const draw = (t) => {
      move(t);
      for (let i = 0; i < n; i += 1) {
        data[i].x = now[i * 2];
        data[i].y = now[i * 2 + 1];
      }
      chart.update('none');
    };
    return Object.assign(draw, { free: () => chart.destroy() });
  },
  echarts(n) {
    const { size, now, move } = field(n);
    const chart = init(box());
    const hidden = { type: 'value', show: false, min: 0 };
    const large = n > 2000;
    chart.setOption({ animation: false, grid: { left: 0, top: 0, right: 0, bottom: 0 }, xAxis: { ...hidden, max: WIDE }, yAxis: { ...hidden, max: HIGH, inverse: true },
      series: [{ type: 'scatter', symbol: 'rect', symbolSize: size, large, largeThreshold: 2000, progressive: 0, itemStyle: { color: COLOR, opacity: 1 }, data: [] }] });
    const draw = (t) => {
      move(t);
      const data = large ? now : Array.from({ length: n }, (_, i) => [now[i * 2], now[i * 2 + 1]]);
      chart.setOption({ series: [{ data }] });
      chart.getZr().flush();
    };
    return Object.assign(draw, { free: () => chart.dispose() });
  },
};

/** A walk that shifts with time: the same values for all. */
function walk(n) {
  const xs = new Float64Array(n).map((_, i) => i);
  const ys = new Float64Array(n);
  return { xs, ys, move: (t) => { for (let i = 0; i < n; i += 1) ys[i] = 50 + 30 * Math.sin((i / n) * 9 + t * 6) + 12 * Math.sin(i * 1.7 + t) * Math.cos(i * 0.013); } };
}

const series = {
  polyline(n) {
    const c = canvas();
    const { ys, move } = walk(n);
    return (t) => {
      move(t);
      c.clearRect(0, 0, WIDE, HIGH);
      c.strokeStyle = COLOR;
      c.lineWidth = 1;
      c.beginPath();
      for (let i = 0; i < n; i += 1) c.lineTo((i / (n - 1)) * WIDE, HIGH - (ys[i] / 100) * HIGH);
      c.stroke();
    };
  },
  columns(n) {
    const c = canvas();
    const { ys, move } = walk(n);
    const wide = Math.round(WIDE * devicePixelRatio);
    return (t) => {
      move(t);
      c.clearRect(0, 0, WIDE, HIGH);
      c.strokeStyle = COLOR;
      c.lineWidth = 1;
      c.beginPath();
      if (n <= wide * 2) for (let i = 0; i < n; i += 1) c.lineTo((i / (n - 1)) * WIDE, HIGH - (ys[i] / 100) * HIGH);
      else {
        for (let column = 0; column < wide; column += 1) {
          let low = Infinity;
          let high = -Infinity;
          const end = Math.ceil(((column + 1) / wide) * n);
          for (let i = Math.floor((column / wide) * n); i < end; i += 1) {
            const v = ys[i];
            if (v < low) low = v;
            if (v > high) high = v;
          }
          const x = (column + 0.5) / devicePixelRatio;
          c.moveTo(x, HIGH - (low / 100) * HIGH);
          c.lineTo(x, HIGH - (high / 100) * HIGH - 0.5);
        }
      }
      c.stroke();
    };
  },
  uplot(n) {
    const { xs, ys, move } = walk(n);
    move(0);
    const hidden = { show: false };
    const chart = new uPlot({ width: WIDE, height: HIGH, legend: hidden, cursor: hidden, scales: { x: { time: false }, y: { range: [0, 100] } }, axes: [hidden, hidden],
      series: [{}, { stroke: COLOR, width: 1, points: hidden }] }, [xs, ys], box());
    const draw = (t) => {
      move(t);
      chart.setData([xs, ys]);
    };
    return Object.assign(draw, { free: () => chart.destroy() });
  },
  chartjs(n) {
    const { ys, move } = walk(n);
    const node = document.createElement('canvas');
    box().append(node);
    const hidden = { type: 'linear', display: false };
    const chart = new Chart(node, { type: 'line', data: { datasets: [{ data: [], parsing: false, normalized: true, pointRadius: 0, borderWidth: 1, borderColor: COLOR }] },
      options: { plugins: { decimation: { enabled: true, algorithm: 'min-max' } }, scales: { x: { ...hidden, min: 0, max: n - 1 }, y: { ...hidden, min: 0, max: 100 } } } });
    const draw = (t) => {
      move(t);
      chart.data.datasets[0].data = Array.from(ys, (y, x) => ({ x, y }));
      chart.update('none');
    };
    return Object.assign(draw, { free: () => chart.destroy() });
  },
  echarts(n) {
    const { ys, move } = walk(n);
    const chart = init(box());
    const hidden = { type: 'value', show: false, min: 0 };
    chart.setOption({ animation: false, grid: { left: 0, top: 0, right: 0, bottom: 0 }, xAxis: { ...hidden, max: n - 1 }, yAxis: { ...hidden, max: 100 },
      series: [{ type: 'line', showSymbol: false, sampling: 'minmax', lineStyle: { width: 1, color: COLOR }, data: [] }] });
    const flat = new Float64Array(n * 2);
    const draw = (t) => {
      move(t);
      for (let i = 0; i < n; i += 1) {
        flat[i * 2] = i;
        flat[i * 2 + 1] = ys[i];
      }
      chart.setOption({ series: [{ data: flat }] });
      chart.getZr().flush();
    };
    return Object.assign(draw, { free: () => chart.dispose() });
  },
};

let current = null;
window.scale = {
  techniques: { marks: Object.keys(marks), series: Object.keys(series) },
  /** `paper`: width and height in CSS px of the canvas, where it is not the usual one. */
  make(kind, technique, n, paper) {
    current?.free?.();
    current = { marks, series }[kind][technique](n, paper);
    window.peer = { draw: current };
    current(0);
  },
};
performance.mark('bench:first-frame');

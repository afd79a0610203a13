// Hand-written canvas: what the others are compared with. No layers and no cache; only the calls that are needed.

import { at, boxes, COLORS, FIRST_YEAR, FONT, HIGH, LABELS, POINTS, ready, TOP, WIDE } from './work.js';

export function context(box) {
  const canvas = document.createElement('canvas');
  canvas.width = WIDE * devicePixelRatio;
  canvas.height = HIGH * devicePixelRatio;
  box.append(canvas);
  const c = canvas.getContext('2d');
  c.scale(devicePixelRatio, devicePixelRatio);
  c.font = FONT;
  return c;
}

function bars(c, values) {
  c.clearRect(0, 0, WIDE, HIGH);
  const step = (HIGH - 10) / LABELS.length;
  c.textBaseline = 'middle';
  c.textAlign = 'right';
  c.fillStyle = COLORS.ink;
  for (let i = 0; i < LABELS.length; i += 1) c.fillText(LABELS[i], 62, 5 + step * (i + 0.5));
  c.fillStyle = COLORS.bar;
  for (let i = 0; i < LABELS.length; i += 1) c.fillRect(68, 5 + step * i + 3, (values[i] / TOP) * (WIDE - 78), step - 6);
}

function line(c, values) {
  c.clearRect(0, 0, WIDE, HIGH);
  const x = (i) => 34 + (i / (POINTS - 1)) * (WIDE - 44);
  const y = (v) => HIGH - 24 - (v / TOP) * (HIGH - 34);
  c.strokeStyle = COLORS.rule;
  c.lineWidth = 1;
  c.fillStyle = COLORS.ink;
  c.textBaseline = 'middle';
  c.textAlign = 'right';
  c.beginPath();
  for (let v = 0; v <= TOP; v += 20) {
    c.moveTo(34, y(v));
    c.lineTo(WIDE - 10, y(v));
    c.fillText(String(v), 28, y(v));
  }
  c.stroke();
  c.textAlign = 'center';
  for (let year = 1960; year <= 2020; year += 10) c.fillText(String(year), x(year - FIRST_YEAR), HIGH - 12);
  c.strokeStyle = COLORS.line;
  c.lineWidth = 2;
  c.beginPath();
  c.moveTo(x(0), y(values[0]));
  for (let i = 1; i < POINTS; i += 1) c.lineTo(x(i), y(values[i]));
  c.stroke();
}

export function donut(c, shares) {
  c.clearRect(0, 0, WIDE, HIGH);
  const sum = shares.reduce((a, b) => a + b);
  let angle = -Math.PI / 2;
  for (let i = 0; i < shares.length; i += 1) {
    const next = angle + (shares[i] / sum) * Math.PI * 2;
    c.fillStyle = COLORS.donut[i];
    c.beginPath();
    c.arc(WIDE / 2, HIGH / 2, 110, angle, next);
    c.arc(WIDE / 2, HIGH / 2, 66, next, angle, true);
    c.fill();
    angle = next;
  }
}

export function waffle(c, full) {
  c.clearRect(0, 0, WIDE, HIGH);
  for (let i = 0; i < 100; i += 1) {
    c.fillStyle = i < full ? COLORS.full : COLORS.empty;
    c.fillRect(60 + (i % 10) * 24, 10 + Math.floor(i / 10) * 24, 20, 20);
  }
}

export function start() {
  const [b, l, d, w] = boxes(context);
  const draw = (t) => {
    const work = at(t);
    bars(b, work.bars);
    line(l, work.line);
    donut(d, work.shares);
    waffle(w, work.full);
  };
  draw(0);
  ready(draw);
}

// The work that all draw, the same for each: 12 bars with Chinese labels, a line of 70 points with axes, a donut, a waffle of 100 cells.
// `at(t)`, 0…1, is the moment of an animation; everything moves in every frame.

export const WIDE = 360;
export const HIGH = 260;
export const LABELS = ['独山子', '克拉玛依', '白碱滩', '乌尔禾', '石油化工', '数字经济', '新能源', '装备制造', '现代物流', '文化旅游', '金融服务', '绿色农业'];
export const COLORS = { bar: '#a85a12', line: '#1f6a93', ink: '#1b1a17', rule: '#d8d2c6', donut: ['#a85a12', '#1c7a55', '#1f6a93', '#7a4b8c', '#4a5a66'], full: '#b0413e', empty: '#e8e2d6' };
export const FONT = "12px 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', sans-serif";
export const TOP = 100; // of both scales
export const FIRST_YEAR = 1955;
export const POINTS = 70;

const wave = (i, t, turn) => 50 + 34 * Math.sin(i * turn + t * Math.PI * 2) + 8 * Math.cos(i * 3.1);

export function at(t) {
  const shares = [34, 26, 18, 14, 8].map((share, i) => share * (1 + 0.3 * Math.sin(t * Math.PI * 2 + i)));
  return {
    bars: LABELS.map((_, i) => wave(i, t, 0.7)),
    line: Array.from({ length: POINTS }, (_, i) => wave(i, t, 0.15)),
    shares,
    full: Math.round(60 + 30 * Math.sin(t * Math.PI * 2)),
  };
}

export const YEARS = Array.from({ length: POINTS }, (_, i) => FIRST_YEAR + i);

/** Four boxes, 2 × 2; `make(box, name)` fills each. */
export function boxes(make) {
  const root = document.getElementById('root');
  return ['bars', 'line', 'donut', 'waffle'].map((name) => {
    const box = document.createElement('div');
    box.className = 'box';
    root.append(box);
    return make(box, name);
  });
}

/** Tells the bench that the first picture is drawn, and gives it the moment to draw. */
export function ready(draw, more = {}) {
  performance.mark('bench:first-frame');
  window.peer = { draw, ...more };
}

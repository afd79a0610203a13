// The picture at rest as an SVG document, from the same numbers that are drawn on the canvas (src/render/display_list.rs
// tells the values).

const GRID = 16; // units a CSS px
const ANCHOR = ['', ' text-anchor="middle"', ' text-anchor="end"'];

const escape = (text) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const px = (units) => String(Math.round((units / GRID) * 100) / 100);

/** `scene` as drawing.js gives it, laid out in `engine`; `lang`: zh or en. */
export function toSvg(engine, scene, lang) {
  const count = engine.draw_data(engine.duration());
  const w = new Float32Array(engine.memory().buffer, engine.values(), count);
  const texts = engine.texts(0).split('\0').slice(1);
  const marks = new Map(scene.groups.flatMap((group) => group.marks).map((mark) => [mark.datum, mark]));
  const out = [];
  let i = 2;
  let open = false;
  const paint = (name) =>
    ` ${name}="#${w[i].toString(16).padStart(6, '0')}"${w[i + 1] < 1 ? ` ${name}-opacity="${Math.round(w[i + 1] * 100) / 100}"` : ''}`;
  const path = () => {
    const end = i + 1 + w[i] * 2;
    const points = [];
    for (i += 1; i < end; i += 2) points.push(`${px(w[i])} ${px(w[i + 1])}`);
    return `M${points.join('L')}`;
  };
  const many = (draw) => {
    const color = paint('fill');
    let left = w[i + 2];
    for (i += 3; left > 0; left -= 1) draw(color);
  };
  const operations = {
    1: () =>
      many((color) => {
        out.push(
          `<rect x="${px(w[i])}" y="${px(w[i + 1])}" width="${px(w[i + 2])}" height="${px(w[i + 3])}"${color}/>`,
        );
        i += 4;
      }),
    2: () =>
      many((color) => {
        out.push(`<circle cx="${px(w[i])}" cy="${px(w[i + 1])}" r="${px(w[i + 2])}"${color}/>`);
        i += 3;
      }),
    9: () =>
      many((color) => {
        out.push(
          `<rect x="${px(w[i])}" y="${px(w[i + 1])}" width="${px(w[i + 2])}" height="${px(w[i + 3])}" rx="${px(w[i + 4])}"${color}/>`,
        );
        i += 5;
      }),
    3: () => {
      out.push(
        `<circle cx="${px(w[i + 3])}" cy="${px(w[i + 4])}" r="${px(w[i + 5])}" fill="none"${paint('stroke')} stroke-width="${px(w[i + 2])}"/>`,
      );
      i += 6;
    },
    4: () => many((color) => out.push(`<path d="${path()}Z"${color}/>`)),
    5: () => {
      const pen = `fill="none"${paint('stroke')} stroke-width="${px(w[i + 2])}"`;
      i += 3;
      out.push(`<path d="${path()}" ${pen}/>`);
    },
    6: () => {
      const [, bold, size, family] = /^(bold )?([\d.]+)px (.*)$/.exec(texts[w[i + 2]]);
      const font = `font-family="${escape(family)}" font-size="${px(size)}"${bold ? ' font-weight="700"' : ''}${ANCHOR[w[i + 4]]}`;
      out.push(
        `<text x="${px(w[i + 5])}" y="${px(w[i + 6])}" ${font}${paint('fill')}>${escape(texts[w[i + 3]])}</text>`,
      );
      i += 8;
    },
    8: () => {
      if (open) out.push('</g>');
      const mark = marks.get(w[i]);
      open = Boolean(mark);
      if (mark)
        out.push(
          `<g data-mark="${escape(mark.key)}"${mark.figure ? ` data-figure="${escape(mark.figure)}"` : ''}><title>${escape(mark.name)}</title>`,
        );
      i += 1;
    },
  };
  while (i < count) operations[w[i++]]();
  if (open) out.push('</g>');
  const [width, height] = [scene.width, scene.height].map((side) => String(Math.round(side * 100) / 100));
  const tag = lang === 'zh' ? 'zh-Hans' : 'en';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${tag}" lang="${tag}" role="img" aria-labelledby="${scene.id}-t ${scene.id}-d" stroke-linejoin="round">
<title id="${scene.id}-t">${escape(scene.title)}</title>
<desc id="${scene.id}-d">${escape(scene.description)}</desc>
<style>text{font-variant-numeric:tabular-nums lining-nums}</style>
${out.join('\n')}
</svg>
`;
}

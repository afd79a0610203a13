// Runs in the page before anything else: notes what is drawn on canvases, because canvases fail silently and hide
// their text from other tools. Boxes, sizes and positions are in CSS px of the page's canvas.

(() => {
  const record = { texts: [], faults: [], calls: 0 };
  window.recorded = record;
  const proto = CanvasRenderingContext2D.prototype;
  const NAMES = [
    'fillText',
    'strokeText',
    'fillRect',
    'strokeRect',
    'clearRect',
    'rect',
    'roundRect',
    'arc',
    'arcTo',
    'ellipse',
    'lineTo',
    'moveTo',
    'bezierCurveTo',
    'quadraticCurveTo',
    'setTransform',
    'transform',
    'translate',
    'scale',
    'rotate',
    'drawImage',
  ];

  // A whole frame starts with its ground: the fill or clear that covers the canvas.
  const coversAll = (context, [x, y, w, h]) => {
    const m = context.getTransform();
    const near = 2;
    return (
      x * m.a + m.e <= near &&
      y * m.d + m.f <= near &&
      (x + w) * m.a + m.e >= context.canvas.width - near &&
      (y + h) * m.d + m.f >= context.canvas.height - near
    );
  };

  for (const name of NAMES) {
    const original = proto[name];
    if (!original) continue;
    proto[name] = function recorded(...args) {
      if (args.some((arg) => typeof arg === 'number' && !Number.isFinite(arg)))
        record.faults.push(`${name}(${args.join(', ')})`);
      if (this.canvas.isConnected && this.canvas.matches('[part=canvas]')) {
        record.calls += 1;
        if ((name === 'fillRect' || name === 'clearRect') && coversAll(this, args)) record.texts = [];
        if (name === 'fillText' && String(args[0]).trim()) record.texts.push(textOf(this, args));
      }
      return original.apply(this, args);
    };
  }

  function textOf(context, [text, x, y]) {
    const m = context.getTransform();
    const canvas = context.canvas;
    // Device px to CSS px as the reader sees them, whatever the canvas' style does.
    const css = (canvas.getBoundingClientRect().width || canvas.width) / canvas.width;
    const scale = Math.hypot(m.b, m.d) * css;
    const size = Number(/([\d.]+)px/.exec(context.font)?.[1] ?? NaN);
    const measure = context.measureText(text);
    const corners = [
      [-measure.actualBoundingBoxLeft, -measure.actualBoundingBoxAscent],
      [measure.actualBoundingBoxRight, -measure.actualBoundingBoxAscent],
      [-measure.actualBoundingBoxLeft, measure.actualBoundingBoxDescent],
      [measure.actualBoundingBoxRight, measure.actualBoundingBoxDescent],
    ].map(([dx, dy]) => m.transformPoint(new DOMPoint(x + dx, y + dy)));
    const xs = corners.map((point) => point.x * css);
    const ys = corners.map((point) => point.y * css);
    return {
      text: String(text),
      px: size * scale,
      colour: String(context.fillStyle),
      alpha: context.globalAlpha,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  }

  const distance = (a, b) =>
    Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255));

  /** What can be said about the picture on show, from its last frame. */
  window.inspectPicture = () => {
    const canvas = document.querySelector('duoyuan-story').shadowRoot.querySelector('[part=canvas]');
    const box = canvas.getBoundingClientRect();
    const dpr = canvas.width / box.width;
    // From a copy: reading the canvas itself would move it out of the graphics card and change what is tested.
    const copy = document.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    const reader = copy.getContext('2d', { willReadFrequently: true });
    reader.drawImage(canvas, 0, 0);
    const { data } = reader.getImageData(0, 0, canvas.width, canvas.height);
    const pixel = (x, y) => {
      const at = (y * canvas.width + x) * 4;
      return (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    };
    // Colours are counted in steps of 8, so that a gradient or a hatch is one ground. `without`: a colour that is not
    // counted (the text's own).
    const commonest = (left, top, right, bottom, step, without = null) => {
      const counts = new Map();
      let all = 0;
      let kept = 0;
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(canvas.height, bottom); y += step) {
        for (let x = Math.max(0, Math.floor(left)); x < Math.min(canvas.width, right); x += step) {
          const colour = pixel(x, y);
          all += 1;
          if (without !== null && distance(colour, without) < 48) continue;
          kept += 1;
          const bucket = colour & 0xf8f8f8;
          const entry = counts.get(bucket) ?? { colour, count: 0 };
          entry.count += 1;
          counts.set(bucket, entry);
        }
      }
      const first = [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? { colour: without ?? 0, count: 0 };
      return { colour: first.colour, share: all ? first.count / all : 1, kept: all ? kept / all : 0 };
    };
    // Glyphs cover less than three quarters of their box: when nearly all of it has the text's colour, the text is
    // invisible on its ground.
    const groundOf = (item) => {
      const box = [(item.left - 2) * dpr, (item.top - 2) * dpr, (item.right + 2) * dpr, (item.bottom + 2) * dpr, 1];
      const colour = /^#[0-9a-f]{6}$/i.test(item.colour) ? parseInt(item.colour.slice(1), 16) : null;
      const others = commonest(...box, colour);
      return others.kept < 0.25 ? (colour ?? others.colour) : others.colour;
    };
    const surface = commonest(0, 0, canvas.width, canvas.height, 2);
    const texts = record.texts.map((item) => ({ ...item, ground: groundOf(item) }));
    const faults = record.faults.splice(0);
    return { texts, faults, width: box.width, height: box.height, drawn: 1 - surface.share };
  };
})();

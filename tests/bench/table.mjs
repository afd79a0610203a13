// What was measured as rows against the budgets of ceilings.json: for the terminal, and as Markdown for README.md beside this file.

const kb = (bytes) => (bytes / 1000).toFixed(1);
const ms = (value) => (!Number.isFinite(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const times = (value) => `× ${value.toFixed(2)}`;
const percent = (share) => `± ${Math.round(share * 100)} %`;

/** How a value compares with its budget; empty where it has none. */
export function verdict(value, { goal, ceiling } = {}) {
  if (goal === undefined) return '';
  if (!Number.isFinite(value)) return 'not measured';
  if (value <= goal) return 'goal reached';
  if (ceiling === undefined) return 'GOAL MISSED';
  return value > ceiling ? 'ABOVE THE CEILING' : 'below the ceiling';
}

const row = (what, value, shown, budget, note = '') => ({ what, value, shown, budget, verdict: verdict(value, budget), note });

/** The rows of the budgets, as far as they were measured. */
export function budgetRows({ bytes, start, frame, memory, native }, budgets) {
  const rows = [];
  if (bytes) rows.push(row('everything fetched for the whole story, brotli, kB', bytes.total / 1000, kb(bytes.total), budgets.bytes, bytes.visits.en.parts.filter((part) => part.bytes > 1000).map((part) => `${part.name} ${kb(part.bytes)}`).join(' · ')));
  if (start) {
    const own = start.rows.find(({ name }) => name === 'duoyuan');
    rows.push(row('first picture, × inline canvas', own.picture.ratio, own.picture.ratio.toFixed(2), budgets.picture, `${ms(own.picture.ms)} ms, ${percent(own.picture.spread)}`));
    rows.push(row('first WASM frame, × inline canvas', own.frame.ratio, own.frame.ratio.toFixed(2), budgets.firstFrame, `${ms(own.frame.ms)} ms, ${percent(own.frame.spread)}, of which ${ms(own.frame.ms - own.wasm.ms)} after the WASM is there`));
    rows.push(row('layout shift when the canvas takes over', own.shift, own.shift.toFixed(4), budgets.shift));
  }
  if (frame) {
    const { draw, task, cpu } = frame.duoyuan;
    rows.push(row('draw a frame, × raw canvas, busiest change', draw.ratio, draw.ratio.toFixed(2), budgets.draw, `${ms(draw.ms)} ms against ${ms(draw.base)}, ${percent(draw.spread)}; ${frame.change}, ${frame.calls} calls`));
    rows.push(row('main-thread task a frame, × raw canvas', task.ratio, task.ratio.toFixed(2), budgets.task, `${ms(task.ms)} ms against ${ms(task.base)}, ${percent(task.spread)}; all processes ${times(cpu.ratio)}`));
    rows.push(row('main thread of a resize, slowest chapter, ms', frame.resize.ms, ms(frame.resize.ms), budgets.resize, `${frame.resize.chapter}: laid out anew and drawn, with what the browser does for it`));
    rows.push(row('forced layouts a steady frame', frame.counted.layouts / frame.counted.frames, (frame.counted.layouts / frame.counted.frames).toFixed(2), budgets.counted));
    rows.push(row('strings decoded a steady frame', frame.counted.decoded, frame.counted.decoded.toFixed(2), budgets.counted, `strings encoded: ${frame.counted.encoded.toFixed(2)}`));
    rows.push(row('bytes allocated by JavaScript a steady frame', frame.counted.heap, String(Math.round(frame.counted.heap)), budgets.counted, 'boxed numbers, views, what the browser allocates for its calls'));
    rows.push(row('growth of the WASM memory in steady frames', frame.counted.grown, String(frame.counted.grown), budgets.counted));
  }
  if (memory) {
    const { second } = memory;
    rows.push(row('second embed: calls of fetch', second.fetched, String(second.fetched), budgets.counted, `${second.requests} of them reached the server`));
    rows.push(row('second embed: compilations', second.compiled, String(second.compiled), budgets.counted));
    rows.push(row('second embed: ms to instantiate', second.instantiate, ms(second.instantiate), budgets.instantiate, `${second.made} instance; ready after ${ms(second.ready)} ms`));
  }
  if (native) rows.push(row('all scenes × 2 languages × 2 themes × 3 widths to SVG, s', native.svg.ms / 1000, (native.svg.ms / 1000).toFixed(2), budgets.native, `${native.svg.pictures} pictures, ${native.svg.cores} cores`));
  return rows;
}

const limit = (value) => (value === undefined ? '' : String(value));

/** Tables beside the budgets: [title, head, rows of texts]. */
export function details({ bytes, crates, start, frame, scale, memory, native }) {
  const tables = [];
  if (bytes) {
    const { zh, en } = bytes.visits;
    tables.push(['Bytes, whole story, brotli, as sent', ['part', 'kB, Chinese', 'kB, English'], [
      ...zh.parts.map(({ name, bytes: own }, i) => [name, kb(own), kb(en.parts[i].bytes)]), ['total', kb(zh.total), kb(en.total)],
      ['of the page, the static pictures', kb(bytes.still), ''], ['the second language adds', '', kb(zh.added)]]]);
  }
  if (crates && !crates.skipped) {
    tables.push(['WASM by crate, before compression', ['crate', 'kB', 'share'], crates.crates.filter(({ share }) => share >= 0.01).map(({ name, bytes: own, share }) => [name, kb(own), `${(share * 100).toFixed(1)} %`])]);
  }
  if (start) {
    tables.push([`Cold start, ${start.conditions}`, ['', 'kB', 'first picture, ms', '× inline', 'spread', 'layout shift'],
      start.rows.flatMap((own) => [[own.label, kb(own.bytes), ms(own.picture.ms), own.picture.ratio.toFixed(2), percent(own.picture.spread), own.shift.toFixed(4)],
        ...(own.frame ? [[`${own.label}, first WASM frame`, '', ms(own.frame.ms), own.frame.ratio.toFixed(2), percent(own.frame.spread), '']] : [])])]);
  }
  if (frame) {
    tables.push(['A frame of four charts, dpr 2', ['', 'draw, ms', '× raw', 'main thread, ms', '× raw', 'own animation × raw'],
      frame.peers.map((own) => [own.label, ms(own.draw.ms), own.draw.ratio.toFixed(2), ms(own.task.ms), own.task.ratio.toFixed(2), own.own ? own.own.toFixed(2) : ''])]);
  }
  if (scale) {
    for (const [kind, title] of [['marks', 'Unit marks travelling'], ['series', 'A series that changes']]) {
      const rows = scale.rows.filter((own) => own.kind === kind);
      const names = [...new Set(rows.flatMap(({ techniques }) => Object.keys(techniques)))];
      tables.push([`${title}: ms sync · CPU of all processes, a frame, dpr 1`, ['', ...rows.map(({ n }) => n.toLocaleString('en'))],
        names.map((name) => [name, ...rows.map(({ techniques, failed, n, drawn }) => (techniques[name] ? `${ms(techniques[name].sync)} · ${ms(techniques[name].cpu)}${name === 'duoyuan' && drawn !== n ? ` (${drawn})` : ''}` : failed ? 'fails' : '–'))])
          .concat(rows.some(({ failed }) => failed) && !names.includes('duoyuan') ? [['duoyuan', ...rows.map(() => 'fails')]] : [])]);
    }
  }
  if (memory) tables.push(['Memory of an open page', ['', 'JS heap, kB', 'WASM memory, kB', 'DOM nodes'], memory.rows.map((own) => [own.label, kb(own.heap), kb(own.wasm), String(own.nodes)])]);
  if (native) tables.push(['Native, criterion', ['', 'ms'], native.rooms.map(({ name, ms: own }) => [name, own.toFixed(own < 1 ? 3 : 2)])]);
  return tables;
}

/** Columns by the width of what is in them; a Chinese character is two wide. */
const wide = (text) => [...text].reduce((sum, c) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(c) ? 2 : 1), 0);
const pad = (text, width, right) => (right ? ' '.repeat(Math.max(0, width - wide(text))) + text : text + ' '.repeat(Math.max(0, width - wide(text))));

export function plain(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((line) => wide(line[i] ?? ''))));
  const numeric = head.map((_, i) => rows.every((line) => /^[×±\d.,·\s–a-zA-Z%()]*$/.test(line[i] ?? '')) && i > 0);
  return all.map((line) => `  ${line.map((text, i) => pad(text ?? '', widths[i], numeric[i])).join('  ').trimEnd()}`);
}

const markdown = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`, ...rows.map((line) => `| ${line.join(' | ')} |`)];

const HEAD = ['budget', 'measured', 'goal', 'ceiling', 'verdict', 'note'];
const line = ({ what, shown, budget, verdict: said, note }) => [what, shown, limit(budget?.goal), limit(budget?.ceiling), said, note];

export function asText(measured, rows) {
  const out = [];
  for (const [title, head, body] of details(measured)) out.push('', title, ...plain(head, body));
  if (measured.crates?.skipped) out.push('', `WASM by crate: skipped: ${measured.crates.skipped}`);
  if (rows.length > 0) out.push('', 'Budgets', ...plain(HEAD, rows.map(line)));
  return out;
}

export const METHOD = [
  'Every part is measured several times with the variants interleaved, and the medians are shown; ± is half the distance between the quartiles. Gaps under 10 % are noise, and only numbers of one run may be compared.',
  'Bytes are what the server sent while a browser walked all chapters. The cold start has an empty cache, Slow 4G and a processor four times slower. All peers draw the same four charts (12 bars with Chinese labels, 70 points with axes, a donut, 100 cells).',
  '“Raw” for a chapter change is a loop over its own canvas calls, recorded once; main-thread time is processor time of that thread, CPU that of all the browser\'s processes. Strings, layouts and memory are counted, not estimated.',
];

export function asMarkdown(measured, rows, { date, versions }) {
  return ['<!-- bench -->', `Measured by \`make bench\` on ${date} (${versions}).`, '', ...markdown(HEAD, rows.map(line)),
    ...details(measured).filter(([title]) => !/crate|Native|Memory/.test(title)).flatMap(([title, head, body]) => ['', `${title}:`, '', ...markdown(head, body)]), '', METHOD.join(' '), '<!-- /bench -->'];
}

// The charts of a chapter: rows of charts, as `rows` of a scene has them. Which statements a chart draws, what it looks
// like with others, and where it stands.
//
// **Invariant**: what an author wrote into a chart by hand (a note, an icon, a label) stays as long as its statement
// stays in a chart of that type.

/** A chart as it is written in a story. @typedef {{ type: string, [member: string]: unknown }} Chart */
/** @typedef {readonly (readonly Chart[])[]} Rows */
/** Row and place in it. @typedef {{ row: number, column: number }} Place */
/** Where a new chart goes; `own`: into a row of its own. @typedef {Place & { own: boolean }} Slot */

/** Members that name no statement, whatever they hold. */
const NO_STATEMENT = ['type', 'icon', 'accent', 'emblem', 'sign', 'from', 'sort', 'set', 'milestones', '$comment'];
/** Members that name what stands beside the statements that a chart is about. */
const BESIDE = ['band', 'class', 'compare', 'derived', 'reference', 'span'];
const PASSED_OVER = new Set([...NO_STATEMENT, ...BESIDE]);
/** Members of a chart that belong to its place in the row, not to what it draws. */
const OF_THE_PLACE = ['weight', 'under', 'frame'];
const LANGUAGE = /^(?:zh|en|ru)(?:-|$)/;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The statements that something in a chart is about, each once, in order.
 * @param {unknown} value
 * @param {(id: string) => boolean} known
 * @returns {string[]}
 */
export function idsIn(value, known) {
  /** @type {string[]} */
  const found = [];
  /** @param {unknown} inside */
  const walk = (inside) => {
    if (typeof inside === 'string') {
      if (known(inside)) found.push(inside);
    } else if (Array.isArray(inside)) inside.forEach(walk);
    else if (isObject(inside))
      for (const [member, held] of Object.entries(inside))
        if (!PASSED_OVER.has(member) && !LANGUAGE.test(member)) walk(held);
  };
  walk(value);
  return [...new Set(found)];
}

/** Every chart with its place. @param {Rows} rows */
export const placed = (rows) =>
  rows.flatMap((charts, row) => charts.map((chart, column) => ({ chart, place: { row, column } })));

/** @param {Rows} rows @param {Place} place @returns {Chart | undefined} */
export const chartAt = (rows, { row, column }) => rows[row]?.[column];

/** What a chart has of its place in the row. @param {Chart | undefined} chart @returns {Partial<Chart>} */
export const ofThePlace = (chart) =>
  Object.fromEntries(OF_THE_PLACE.filter((name) => chart && name in chart).map((name) => [name, chart?.[name]]));

/**
 * A fresh chart with what the old one of its type says beside its statements; of another type it has the old one's
 * place alone.
 * @param {Chart | undefined} old
 * @param {Chart} fresh
 * @param {(id: string) => boolean} known
 * @returns {Chart}
 */
export function merged(old, fresh, known) {
  if (!old) return fresh;
  if (old.type !== fresh.type) return { ...fresh, ...ofThePlace(old) };
  const stays = new Set(idsIn(fresh, known));
  const same = idsIn(old, known).some((id) => stays.has(id));
  /** @type {Record<string, unknown>} */
  const all = {};
  for (const [member, value] of Object.entries(old)) {
    const ids = idsIn(value, known);
    if (member in fresh) all[member] = kept(value, fresh[member], known);
    else if (BESIDE.includes(member) ? same : ids.every((id) => stays.has(id))) all[member] = value;
  }
  return /** @type {Chart} */ ({ ...fresh, ...all });
}

/**
 * A member's fresh value with the parts of the old one that are about the same statements.
 * @param {unknown} old
 * @param {unknown} fresh
 * @param {(id: string) => boolean} known
 */
function kept(old, fresh, known) {
  if (Array.isArray(old) && Array.isArray(fresh)) {
    const key = (/** @type {unknown} */ item) => idsIn(item, known).join();
    const own = new Map(old.map((item) => [key(item), item]));
    const rest = new Map(fresh.map((item) => [key(item), item]));
    // the order of the old one, then what is new
    const first = [...own].flatMap(([ids, item]) => (rest.has(ids) ? [item] : []));
    return [...first, ...[...rest].flatMap(([ids, item]) => (own.has(ids) ? [] : [item]))];
  }
  return idsIn(old, known).length > 0 || idsIn(fresh, known).length > 0 ? fresh : old;
}

/**
 * Charts that can be given one more statement without anything else being said of it, and the member that has them.
 * @type {Record<string, string>}
 */
const GROWS = {
  callouts: 'items',
  bars: 'items',
  'rate-rings': 'items',
  'diverging-bars': 'items',
  'stacked-parts': 'items',
  'area-squares': 'items',
  ranges: 'items',
  lines: 'items',
  stacks: 'figures',
  timeline: 'events',
  'unit-field': 'fields',
};

/**
 * A chart with other statements of the kind that it has, each drawn as its neighbours are; null where it would have to
 * be made anew, or nothing would be left of it.
 * @param {Chart} chart
 * @param {readonly string[]} ids
 * @param {(id: string) => boolean} known
 * @returns {Chart | null}
 */
export function grown(chart, ids, known) {
  const list = GROWS[chart.type];
  const items = chart[list];
  if (!Array.isArray(items)) return null;
  const stays = items.filter((item) => idsIn(item, known).every((id) => ids.includes(id)));
  const made = { ...chart, [list]: stays };
  const there = idsIn(made, known);
  const last = items.at(-1);
  if (there.some((id) => !ids.includes(id)) || last === undefined) return null;
  const fresh = ids
    .filter((id) => !there.includes(id))
    .map((id) => {
      if (typeof last === 'string') return id;
      const { per } = /** @type {{ per?: number }} */ (last);
      return { [chart.type === 'lines' ? 'series' : 'figure']: id, ...(per === undefined ? {} : { per }) };
    });
  return stays.length + fresh.length > 0 ? { ...made, [list]: [...stays, ...fresh] } : null;
}

/** @param {Rows} rows @returns {Chart[][]} */
const copy = (rows) => rows.map((charts) => [...charts]);

/** Without rows that have no chart. @param {Chart[][]} rows */
const tidy = (rows) => rows.filter((charts) => charts.length > 0);

/**
 * Rows with a chart at a place; in a row of its own at the end where there is no such place.
 * @param {Rows} rows
 * @param {Place} place
 * @param {Chart} chart
 */
export function withChart(rows, place, chart) {
  const all = copy(rows);
  if (chartAt(rows, place)) all[place.row][place.column] = chart;
  else all.push([chart]);
  return all;
}

/** @param {Rows} rows @param {Place} place */
export function withoutChart(rows, { row, column }) {
  const all = copy(rows);
  all[row]?.splice(column, 1);
  if (column === 0 && all[row]?.[0]?.under) {
    const { under: _, ...first } = all[row][0];
    all[row][0] = /** @type {Chart} */ (first);
  }
  return tidy(all);
}

/**
 * The place that is free once the chart there is taken away.
 * @param {Rows} rows
 * @param {Place} place
 * @returns {Slot}
 */
export const slotOf = (rows, { row, column }) => ({ row, column, own: (rows[row]?.length ?? 0) < 2 });

/** Rows with one chart more. @param {Rows} rows @param {Slot} slot @param {Chart} chart */
export function withSlot(rows, { row, column, own }, chart) {
  const all = copy(rows);
  if (own || !all[row]) all.splice(row, 0, [chart]);
  else all[row].splice(column, 0, chart);
  return upright(all);
}

/** Where a chart comes to stand that is added after another. @param {Rows} rows @param {Place} after */
export function nextPlace(rows, after) {
  return { row: Math.min(after.row + 1, rows.length), column: 0 };
}

/** Rows with a chart in a new row after a place. @param {Rows} rows @param {Place} after @param {Chart} chart */
export function withRow(rows, after, chart) {
  const all = copy(rows);
  all.splice(nextPlace(rows, after).row, 0, [chart]);
  return all;
}

/**
 * Moves a chart along the picture: before or after its neighbour in the row, and at the row's end into the next row; a
 * chart that is alone joins the row it comes to. `apart`: into a row of its own instead.
 * @param {Rows} rows
 * @param {Place} place
 * @param {'before' | 'after' | 'up' | 'down'} way
 * @returns {{ rows: Chart[][], place: Place } | null} null where it cannot go
 */
export function shifted(rows, place, way) {
  const chart = chartAt(rows, place);
  if (!chart) return null;
  const { row, column } = place;
  const all = copy(rows);
  if (way === 'before' || way === 'after') {
    const to = column + (way === 'before' ? -1 : 1);
    if (to < 0 || to >= rows[row].length) return null;
    all[row].splice(column, 1);
    all[row].splice(to, 0, chart);
    return { rows: upright(all), place: { row, column: to } };
  }
  const alone = rows[row].length === 1;
  const by = way === 'up' ? -1 : 1;
  all[row].splice(column, 1);
  if (!alone) {
    const to = way === 'up' ? row : row + 1;
    all.splice(to, 0, [chart]);
    return { rows: upright(all), place: { row: to, column: 0 } };
  }
  const to = row + by;
  if (to < 0 || to >= rows.length) return null;
  all[to].push(chart);
  return { rows: upright(tidy(all)), place: { row: way === 'up' ? to : row, column: all[to].length - 1 } };
}

/** The first chart of a row stands under none. @param {Chart[][]} rows */
const upright = (rows) =>
  rows.map(([first, ...rest]) => {
    if (!first?.under) return first ? [first, ...rest] : [];
    const { under: _, ...chart } = first;
    return [/** @type {Chart} */ (chart), ...rest];
  });

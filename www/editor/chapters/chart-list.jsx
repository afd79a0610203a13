// The charts of a chapter, row by row, and what can be done to the one that is meant.
//
// **Invariant**: whoever adds, moves or takes away a chart by key stands on the one that is meant afterwards.

import { useEffect, useRef } from 'preact/hooks';
import { language } from '../document/session.js';
import { announce } from '../frame/announce.js';
import { pressed } from '../frame/components.jsx';
import { useWords } from '../words.js';
import { chartsIn, moveChart, removeChart, rowsOf, sceneAt } from './actions.js';
import { chartName } from './answers.js';
import { emptyIn, goToChart, placeIn } from './meant.js';
import { withSlot } from './rows.js';
import { WORDS } from './words.js';

/** @import {Way} from './actions.js' */

/** Stands for the chart that is still to be made. */
const TO_BE_MADE = { type: '' };
/** @type {Record<string, Way>} */
const KEYS = {
  'Ctrl+Shift+ArrowLeft': 'before',
  'Ctrl+Shift+ArrowRight': 'after',
  'Ctrl+Shift+ArrowUp': 'up',
  'Ctrl+Shift+ArrowDown': 'down',
};
const SHORTCUTS = Object.keys(KEYS).join(' ').replaceAll('Ctrl', 'Control');

/**
 * Statements are ticked for the one that is meant.
 * @param {{ scene: number, onAdd: () => void }} props
 */
export function ChartList({ scene, onAdd }) {
  const words = useWords(WORDS);
  const rows = rowsOf(sceneAt(scene));
  const all = chartsIn(sceneAt(scene));
  const place = placeIn(rows);
  const slot = emptyIn(rows);
  const shown = slot ? withSlot(rows, slot, TO_BE_MADE) : rows;
  const alone = rows[place.row]?.length === 1;
  const ways = /** @type {const} */ ([
    ['before', '←', place.column > 0],
    ['after', '→', place.column + 1 < (rows[place.row]?.length ?? 0)],
    ['up', '↑', !alone || place.row > 0],
    ['down', '↓', !alone || place.row + 1 < rows.length],
  ]);
  const list = useRef(/** @type {HTMLFieldSetElement | null} */ (null));
  const follow = useRef(false);
  useEffect(() => {
    const meant = list.current?.querySelector('[aria-pressed="true"]');
    meant?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const next = meant ?? list.current?.querySelector('.chart-add');
    if (follow.current && next instanceof HTMLElement) next.focus();
    follow.current = false;
  });
  /** The focus goes along. @param {() => void} work */
  const followed = (work) => () => {
    follow.current = true;
    work();
  };
  const move = (/** @type {Way} */ way) => {
    const to = moveChart(scene, way);
    if (to) announce(words.chartMoved(to.row + 1, to.column + 1));
    return to !== null;
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const way = KEYS[pressed(event)];
    if (!way || slot) return;
    event.preventDefault();
    follow.current = move(way);
  };
  let n = 0;
  return (
    <fieldset ref={list} class="chart-list" aria-label={words.chartList}>
      <span class="chart-rows">
        {shown.map((charts, row) => (
          <span class="chart-row" key={charts.map(({ type }) => type).join(' ') + row}>
            {charts.map((chart, column) => {
              n += 1;
              const own = place.row === row && place.column === column;
              return chart === TO_BE_MADE ? (
                <button key={n} type="button" class="button small" aria-pressed="true" title={words.emptyChartHint}>
                  {words.emptyChart(n)}
                </button>
              ) : (
                <button
                  key={n}
                  type="button"
                  class="button small"
                  aria-pressed={own}
                  aria-keyshortcuts={own && all.length > 1 ? SHORTCUTS : undefined}
                  lang={language.value}
                  onClick={() => goToChart(all.find((other) => other.chart === chart)?.place ?? place)}
                  onKeyDown={own ? onKey : undefined}
                >
                  {words.chart(n, chartName(chart.type))}
                </button>
              );
            })}
          </span>
        ))}
      </span>
      <span class="push chart-tools">
        {all.length > 1 && !slot
          ? ways.map(([way, sign, on]) => (
              <button
                key={way}
                type="button"
                class="button small"
                aria-disabled={!on}
                aria-label={words[way]}
                title={`${words[way]} (Ctrl Shift ${sign})`}
                onClick={() => on && move(way)}
              >
                {sign}
              </button>
            ))
          : null}
        {all.length > 0 && !slot ? (
          <button type="button" class="button small" onClick={followed(() => removeChart(scene))}>
            {words.removeChart}
          </button>
        ) : null}
        <button type="button" class="button small chart-add" disabled={slot !== null} onClick={followed(onAdd)}>
          {words.addChart}
        </button>
      </span>
    </fieldset>
  );
}

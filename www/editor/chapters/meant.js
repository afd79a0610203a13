// Which chart of a chapter is meant: one that there is, or one that is still to be made at a free place among the
// others. Where a chart was taken away, the next one that is made takes its place.
//
// **Invariant**: a free place is one of the rows as they are; when those are others, or another chart is meant, no
// place is free.

import { signal } from '@preact/signals';
import { equal } from './edits.js';
import { chartAt, nextPlace, ofThePlace, slotOf, withSlot } from './rows.js';

/**
 * @import {Chart, Place, Rows, Slot} from './rows.js'
 * @typedef {object} Free
 * @property {Rows} rows as they are
 * @property {Slot} slot
 * @property {Partial<Chart>} members what the chart that was there had of its place
 * @property {boolean} shown whether the chart that is to be made is the one that is meant
 */

const meant = signal(/** @type {Place} */ ({ row: 0, column: 0 }));
const free = signal(/** @type {Free | null} */ (null));

/** The free place of these rows. @param {Rows} rows */
function freeIn(rows) {
  const now = free.value;
  return now && equal(now.rows, rows) ? now : null;
}

/** Where the chart is to be made that is meant; null where that is there already. @param {Rows} rows */
export function emptyIn(rows) {
  const now = freeIn(rows);
  return now?.shown ? now.slot : null;
}

/** Which chart of the chapter is meant from now on. @param {Place} place */
export function goToChart(place) {
  meant.value = place;
  free.value = null;
}

/**
 * Which chart is meant in rows that have changed: undo brings back the free place with the rows.
 * @param {Place} place
 */
export const nowMeant = (place) => {
  meant.value = place;
};

/**
 * The place that is meant, where there is a chart or one is to be made; else the first.
 * @param {Rows} rows
 * @returns {Place}
 */
export function placeIn(rows) {
  const slot = emptyIn(rows);
  if (slot) return { row: slot.row, column: slot.column };
  return chartAt(rows, meant.value) ? meant.value : { row: 0, column: 0 };
}

/** The chart that is meant, where it is made already. @param {Rows} rows */
export const chartIn = (rows) => (emptyIn(rows) ? undefined : chartAt(rows, placeIn(rows)));

/**
 * A chart was taken away: its place is free.
 * @param {Rows} before
 * @param {Place} place
 * @param {Rows} after
 * @param {boolean} shown whether what is to be made there is meant
 */
export function leaveFree(before, place, after, shown) {
  const members = ofThePlace(chartAt(before, place));
  free.value = { rows: after, slot: slotOf(before, place), members, shown };
}

/**
 * The chart that is meant is one that is to be made: where one was taken away, or after this one.
 * @param {Rows} rows
 */
export function beginIn(rows) {
  const there = freeIn(rows);
  const slot = { ...nextPlace(rows, placeIn(rows)), own: true };
  free.value = there ? { ...there, shown: true } : { rows, slot, members: {}, shown: true };
}

/**
 * Rows with a new chart at their free place, and where that is; null where no place is free.
 * @param {Rows} rows
 * @param {Chart} chart
 * @returns {{ rows: Chart[][], place: Place } | null}
 */
export function inFreePlace(rows, chart) {
  const now = freeIn(rows);
  if (!now) return null;
  const { row, column } = now.slot;
  return { rows: withSlot(rows, now.slot, { ...chart, ...now.members }), place: { row, column } };
}

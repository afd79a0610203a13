import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { asMarkdown, asText, budgetRows, verdict } from './table.mjs';

const { budgets } = JSON.parse(await readFile(new URL('ceilings.json', import.meta.url), 'utf8'));
const budget = { goal: 12, ceiling: 20 };
const ratio = { ms: 2, base: 1, ratio: 2, spread: 0.1 };

/** What run.mjs hands over, one of each kind. */
const measured = {
  bytes: {
    visits: {
      zh: { parts: [{ name: 'WASM', bytes: 142_000 }], total: 202_000, added: 0 },
      en: { parts: [{ name: 'WASM', bytes: 142_000 }], total: 203_000 },
    },
    total: 203_000,
    still: 2700,
  },
  crates: { crates: [{ name: 'duoyuan::layout', bytes: 90_000, share: 0.4 }] },
  start: { conditions: 'slow', rows: [{ name: 'duoyuan', label: 'duoyuan', bytes: 202_000, picture: ratio, frame: ratio, wasm: ratio, shift: 0 }] },
  frame: {
    change: 'a → b',
    calls: 900,
    resize: { ms: 12, chapter: 'a' },
    counted: { layouts: 0, frames: 54, decoded: 0, encoded: 0, heap: 0, grown: 0 },
    duoyuan: { draw: ratio, task: ratio, cpu: ratio },
    peers: [{ label: 'D3, shaken', draw: ratio, task: ratio }],
  },
  scale: {
    rows: [
      { kind: 'marks', n: 10_000, drawn: 10_000, failed: null, techniques: { path: { sync: 2, cpu: 20 }, duoyuan: { sync: 3, cpu: 10 } } },
      { kind: 'series', n: 10_000, drawn: 9000, failed: 'the story did not open', techniques: { polyline: { sync: 1, cpu: 5 } } },
    ],
  },
  memory: { second: { fetched: 0, requests: 0, compiled: 0, instantiate: 1, made: 1, ready: 100 }, rows: [{ label: 'duoyuan', heap: 1000, wasm: 2000, nodes: 9 }] },
  native: { svg: { ms: 110, pictures: 156, cores: 2 }, rooms: [{ name: 'layout', ms: 0.5 }] },
};

test('a value is told by its goal and its ceiling', () => {
  assert.equal(verdict(12, budget), 'goal reached');
  assert.equal(verdict(13, budget), 'below the ceiling');
  assert.equal(verdict(21, budget), 'ABOVE THE CEILING');
  assert.equal(verdict(13, { goal: 12 }), 'GOAL MISSED');
  assert.equal(verdict(NaN, budget), 'not measured');
  assert.equal(verdict(13), '');
});

test('every row has its budget in ceilings.json, and every budget a row', () => {
  const rows = budgetRows(measured, budgets);
  for (const { what, budget: own } of rows) assert.ok(own, `no budget for: ${what}`);
  const used = new Set(rows.map((row) => row.budget));
  for (const [name, own] of Object.entries(budgets)) assert.ok(used.has(own), `no row for the budget ${name}`);
});

test('the tables name each technique, and tell what duoyuan could not draw', () => {
  const rows = budgetRows(measured, budgets);
  const text = asText(measured, rows).join('\n');
  assert.match(text, /path +2\.00 · 20\.0\n/);
  assert.match(text, /duoyuan +fails\n/);
  assert.doesNotMatch(text, /undefined|NaN/);
  const markdown = asMarkdown(measured, rows, { date: '2026-01-01', versions: 'v' });
  assert.equal(markdown[0], '<!-- bench -->');
  assert.equal(markdown.at(-1), '<!-- /bench -->');
});

test('what was not measured has no row', () => {
  assert.deepEqual(budgetRows({}, budgets), []);
});

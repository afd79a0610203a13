import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdict } from './table.mjs';

const budget = { goal: 12, ceiling: 20 };

test('a value is told by its goal and its ceiling', () => {
  assert.equal(verdict(12, budget), 'goal reached');
  assert.equal(verdict(13, budget), 'below the ceiling');
  assert.equal(verdict(21, budget), 'ABOVE THE CEILING');
  assert.equal(verdict(13, { goal: 12 }), 'GOAL MISSED');
  assert.equal(verdict(NaN, budget), 'not measured');
  assert.equal(verdict(13), '');
});

test('only what the same run shows to be the least excuses a goal, and never a ceiling', () => {
  assert.equal(verdict(14, budget, 13), 'at least 13.00: goal out of reach');
  assert.equal(verdict(14, budget, 11), 'below the ceiling');
  assert.equal(verdict(14, budget, 12), 'below the ceiling');
  // What was undercut is no least: by a little it may be noise, by more it is not.
  assert.equal(verdict(14, budget, 15), 'about 15.00: goal out of reach');
  assert.equal(verdict(14, budget, 16), 'below the ceiling');
  assert.equal(verdict(21, budget, 20), 'ABOVE THE CEILING');
  assert.equal(verdict(11, budget, 13), 'goal reached');
});

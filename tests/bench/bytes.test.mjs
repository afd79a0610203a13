// The check of bytes must be able to fail. node --test tests/bench/bytes.test.mjs

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { DIST } from '../browser/static.mjs';
import { CEILINGS, crateOf, partOf } from './bytes.mjs';

const BYTES = fileURLToPath(new URL('bytes.mjs', import.meta.url));
const check = (words, env = {}) => new Promise((done) => {
  execFile(process.execPath, [BYTES, '--check', ...words], { env: { ...process.env, ...env } }, (error, stdout, stderr) => done({ status: error?.code ?? 0, text: stdout + stderr }));
});

test('the site as it is fits under the ceiling', async () => {
  const { status, text } = await check([]);
  assert.equal(status, 0, text);
  assert.match(text, /^bytes: \d+ for the whole story/);
});

test('a total above the ceiling is refused, with the parts and the remedy', async () => {
  const { status, text } = await check(['1000']);
  assert.equal(status, 1);
  assert.match(text, /WASM/);
  assert.match(text, /ceilings\.json/);
});

test('a page that has grown is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duoyuan-bytes-'));
  try {
    await cp(DIST, folder, { recursive: true });
    const page = `${await readFile(join(folder, 'index.html'), 'utf8')}<!-- ${randomBytes(CEILINGS.bytes.total).toString('base64')} -->`;
    await writeFile(join(folder, 'index.html.br'), brotliCompressSync(page));
    assert.equal((await check([], { DIST: folder })).status, 1);
    // Without its compressed form it would be measured as no browser gets it.
    await rm(join(folder, 'index.html.br'));
    const { status, text } = await check([], { DIST: folder });
    assert.equal(status, 2);
    assert.match(text, /without brotli/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a ceiling that is no number, and no site, are said', async () => {
  assert.equal((await check(['many'])).status, 2);
  const { status, text } = await check([], { DIST: tmpdir() });
  assert.equal(status, 2);
  assert.match(text, /make build/);
});

test('parts and crates by name', () => {
  assert.equal(partOf('/v0.1.0-1/duoyuan-2.wasm'), 'WASM');
  assert.equal(partOf('/'), 'page with the static picture (HTML)');
  assert.equal(partOf('/karamay/series/x.csv'), 'story, its sources and series');
  assert.equal(crateOf('<duoyuan::layout::Board as core::fmt::Debug>::fmt::h0123456789abcdef'), 'duoyuan::layout');
  assert.equal(crateOf('core::fmt::write::h0123456789abcdef'), 'core');
  assert.equal(crateOf('data segment ".rodata"'), 'constants (texts, tables)');
});

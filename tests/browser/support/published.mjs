// A site that `duoyuan build` writes from a new story, for tests to open: made once a worker, in a folder of its own.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DUOYUAN = process.env.DUOYUAN ?? join(ROOT, 'target/debug/duoyuan');
const ASSETS = process.env.ASSETS ?? join(ROOT, 'target/assets');

/** Where the newsroom says that its site is. */
export const BASE = 'https://valley.example/graphics/';
/** What the newsroom says of itself. */
export const SETTINGS = {
  name: { zh: '山谷日报', en: 'The Valley Post' },
  home: 'https://valley.example/',
  byline: { zh: '记者 李明', en: 'By Li Ming' },
  date: '2026-11-30',
  theme: { light: { 'hue-1': '#7a0019', surface: '#ffffff' }, dark: { 'hue-1': '#ff9fae' } },
  related: [{ text: { zh: '阅览室十年', en: 'Ten years of the reading room' }, href: 'https://valley.example/ten' }],
  footer: { zh: '© 山谷日报社', en: '© The Valley Post' },
};

/** Runs the command in a folder. */
export const duoyuan = (cwd, ...words) => execFileSync(DUOYUAN, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });

/** Begins a story in an empty folder and publishes it. Returns the folder around the site, which is at news/graphics. */
export function publish({ languages = 'zh,en', settings = SETTINGS, more = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'duoyuan-publish-'));
  duoyuan(folder, 'new', 'books', '--languages', languages, '--quiet');
  if (settings) writeFileSync(join(folder, 'books/site.json'), JSON.stringify(settings));
  duoyuan(
    folder,
    'build',
    'books',
    '-o',
    'news/graphics',
    '--assets',
    ASSETS,
    '--base',
    BASE,
    '--inline',
    '--quiet',
    ...more,
  );
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

// A static server for the tests: www/, the built WASM and the story data under the paths of the site, with the strict
// headers that published pages are sent with. Tests may replace any answer and push live-reload events. As for
// readers, the Karamay story is one compiled file for the reader's engine; its plain files are read by the author's
// engine as soon as a test replaces one of them.

import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Where an address is read from; PKG and DATA may point elsewhere, for trying the shell without a build. */
export function pathOf(address) {
  const path = normalize(decodeURIComponent(address)).replace(/^(\.\.[/\\])+/, '');
  if (path.startsWith('/pkg/')) return join(process.env.PKG ?? join(ROOT, 'target/site/pkg'), path.slice(5));
  if (path.startsWith('/player/')) return join(ROOT, 'target/site', path);
  if (path.startsWith('/karamay/')) return join(process.env.DATA ?? join(ROOT, 'data/karamay'), path.slice(9));
  if (/^\/(?:grammar|charts)\//.test(path)) return join(ROOT, 'data', path);
  const name = path === '/' ? 'index.html' : path;
  const page = join(ROOT, 'www/pages', name);
  return existsSync(page) ? page : join(ROOT, 'www', name);
}

/** A story that asks no guesses, with all else on its line: what waits for a reader would be in the way of most tests. */
export const unasked = (story) =>
  story.replace(/\n {6}"guess": \{[\s\S]*?\n {6}\},/g, (lines) => lines.replace(/[^\n]+/g, ''));

/** Where `support/built.mjs` compiles the Karamay story without its guesses. */
export const COMPILED = join(ROOT, 'target/test/karamay.compiled');

const PLAYER = `{
  address: new URL('../player/duoyuan_bg.wasm', import.meta.url).href,
  integrity: '',
  glue: async () => (await import('../player/engine.js')).default,
}`;
/** The module that names the engines, with the reader's engine too; pages do not fetch the author's ahead then. */
const withPlayer = (text) =>
  text
    .replace('export const PLAYER = null', `export const PLAYER = ${PLAYER}`)
    .replace(/<link rel="preload"[^>]*>/g, '');

export async function startServer() {
  /** Whether stories are given out with their guesses; whether as plain files alone, as for an editor at work. */
  const state = { asks: false, plain: false };
  /** address → {status, body, type, stream, policy} instead of the file. */
  const replaced = new Map();
  const listeners = new Set();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/~events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    try {
      const other = replaced.get(pathname);
      const isCompiled = pathname === '/karamay/story.compiled' && !other;
      const isChanged =
        state.asks || state.plain || [...replaced.keys()].some((address) => address.startsWith('/karamay/'));
      if (isCompiled && isChanged) throw new Error('only the plain files are those of the test');
      const path = isCompiled ? COMPILED : pathOf(pathname);
      const file = other?.body ?? (other?.status >= 400 ? '' : await readFile(path));
      const type = other?.type ?? TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream';
      const plain = !other && !state.asks && pathname.endsWith('/story.json');
      const engines = !other && (pathname === '/element/assets.js' || type.startsWith('text/html'));
      const body = plain ? unasked(file.toString()) : engines ? withPlayer(file.toString()) : file;
      const policy = type.startsWith('text/html') ? { 'content-security-policy': other?.policy ?? CSP } : {};
      // `stream` leaves the length unsaid, as servers that compress do.
      const length = other?.stream ? {} : { 'content-length': Buffer.byteLength(body) };
      response.writeHead(other?.status ?? 200, {
        ...length,
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...policy,
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
    }
  });
  await new Promise((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    replaced,
    state,
    push: (data) => {
      for (const response of listeners) response.write(`data: ${data}\n\n`);
    },
    listening: () => listeners.size > 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

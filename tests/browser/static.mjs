// A server for folders as they are, like the sample configuration of the build: compressed forms of files, CORS, the
// strict policy for pages, 304. It notes every request; tests may replace any answer, leave it hanging, or give a host
// page of their own.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CSP } from './server.mjs';

/** The built site; `make build` writes it. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/** The strict policy as the sample configuration sends it: WebKit takes 'self' of a sandboxed frame for nobody, so the server is named as well. */
const policyOf = (host) => CSP.replaceAll("'self'", `'self' http://${host}`);

/** `root`: the folder; `cors`: send Access-Control-Allow-Origin; `policy(host)`: of the pages, '' for none. */
export async function serveFolder(root, { cors = true, policy = policyOf } = {}) {
  /** address → {status, body, type, hang, headers} instead of the file. */
  const replaced = new Map();
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const other = replaced.get(pathname);
    const noted = { path: pathname, bytes: 0, status: 0 };
    requests.push(noted);
    if (other?.hang) return;
    let path = join(root, normalize(decodeURIComponent(pathname)));
    const headers = {
      ...(cors && { 'access-control-allow-origin': '*' }),
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    };
    try {
      if (!other && (await stat(path)).isDirectory()) path = join(path, 'index.html');
      const type = other?.type ?? TYPES[extname(path) || '.html'] ?? 'application/octet-stream';
      let body = other?.body ?? (other?.status >= 400 ? 'not found' : null);
      if (body === null) {
        const brotli =
          /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && (await readFile(`${path}.br`).catch(() => null));
        body = brotli || (await readFile(path));
        if (brotli) headers['content-encoding'] = 'br';
        headers.etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
        headers['cache-control'] = /^\/(?:v\d|assets-)/.test(pathname)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache';
      }
      if (type.startsWith('text/html')) headers['content-security-policy'] = policy(request.headers.host);
      const same = headers.etag && request.headers['if-none-match'] === headers.etag;
      response.writeHead(same ? 304 : (other?.status ?? 200), {
        ...headers,
        'content-type': type,
        ...(!same && { 'content-length': Buffer.byteLength(body) }),
        ...other?.headers,
      });
      Object.assign(noted, { bytes: same ? 0 : Buffer.byteLength(body), status: same ? 304 : (other?.status ?? 200) });
      response.end(same ? undefined : body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain', ...headers });
      response.end('not found');
    }
  });
  await new Promise((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    /** The same server under another name: another site to the browser. */
    elsewhere: `http://localhost:${port}`,
    replaced,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

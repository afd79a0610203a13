// The sample nginx configuration, on this machine: what it answers, and how much of it. node tests/load/nginx.mjs; NGINX and WRK name the programs,
// SECONDS_EACH how long each load lasts. What is answered is checked; what is measured is printed.

import { execFile, spawn } from 'node:child_process';
import { access, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'node:http';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DIST = process.env.DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const NGINX = process.env.NGINX ?? 'nginx';
const WRK = process.env.WRK ?? 'wrk';
const SECONDS = Number(process.env.SECONDS_EACH ?? 5);
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
});
const there = (path) => access(path).then(() => true, () => false);
let failed = 0;
function check(good, what) {
  if (good) return;
  failed += 1;
  console.log(`FAILED  ${what}`);
}

/** GET without a browser's cache: status, headers, and the bytes as they travel. */
const get = (address, headers = {}) => new Promise((done, fail) => {
  request(address, { headers }, (response) => {
    let bytes = 0;
    response.on('data', (chunk) => { bytes += chunk.length; });
    response.on('end', () => done({ status: response.statusCode, headers: response.headers, bytes }));
  }).on('error', fail).end();
});

const folder = await mkdtemp(join(tmpdir(), 'duoyuan-nginx-'));
const port = await freePort();
const brotli = await there(BROTLI_MODULE);
// Copied, and readable: the workers of nginx run as another user.
await cp(DIST, join(folder, 'site'), { recursive: true });
await run('chmod', ['-R', 'a+rX', folder]);
const sample = (await readFile(join(DIST, 'server/nginx.conf'), 'utf8')).replace('listen 80;', `listen 127.0.0.1:${port};`)
  .replace('root /var/www/site;', `root ${folder}/site;`).replace(/brotli_static on;/, brotli ? 'brotli_static on;' : '# brotli_static on;');
await writeFile(join(folder, 'nginx.conf'), `${brotli ? `load_module ${BROTLI_MODULE};\n` : ''}worker_processes auto;\npid ${folder}/pid;\nerror_log ${folder}/error.log;
events { worker_connections 4096; }\nhttp { access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;\n${sample}\n}\n`);
const nginx = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;'], {
  stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NGINX: undefined }, // to nginx itself the name means sockets of a parent
});
const site = `http://127.0.0.1:${port}`;

try {
  for (let i = 0; ; i += 1) {
    try { await get(site); break; } catch (error) {
      if (i > 100) throw error;
      await new Promise((done) => { setTimeout(done, 50); });
    }
  }
  const manifest = JSON.parse(await readFile(join(DIST, 'manifest.json'), 'utf8'));
  const { assets, files } = manifest;
  const [style, script, wasm] = ['page.css', 'page.js', 'player.wasm'].map((name) => `${assets}/${name}`);
  const story = Object.keys(files).find((name) => /^karamay\/story-\w+\.compiled$/.test(name));
  const visit = ['index.html', style, script, wasm, story];

  // What it answers. Each line seen to fail: with gzip_static and brotli_static off, without each add_header, type, map and location, with etag off.
  const types = { 'index.html': /^text\/html; charset=utf-8/, [style]: /^text\/css/, [script]: /^text\/javascript/, [wasm]: /^application\/wasm/, [story]: /^application\/octet-stream/ };
  const accept = brotli ? 'br, gzip' : 'gzip';
  let total = 0;
  for (const name of visit) {
    const { status, headers, bytes } = await get(`${site}/${name}`, { 'accept-encoding': accept });
    check(status === 200 && types[name].test(headers['content-type']), `${name}: ${status} ${headers['content-type']}`);
    check(headers['content-encoding'] === (brotli ? 'br' : 'gzip'), `${name}: content-encoding ${headers['content-encoding']}`);
    const twin = files[`${name}.${brotli ? 'br' : 'gz'}`].bytes;
    check(bytes === twin, `${name}: ${bytes} bytes, the manifest says ${twin}`);
    check(headers['access-control-allow-origin'] === '*' && headers['x-content-type-options'] === 'nosniff', `${name}: no CORS or nosniff`);
    check(headers['referrer-policy'] === 'no-referrer' && /accept-encoding/i.test(headers.vary ?? ''), `${name}: referrer-policy ${headers['referrer-policy']}, vary ${headers.vary}`);
    check(/default-src 'none'/.test(headers['content-security-policy'] ?? ''), `${name}: no policy`);
    const frozen = name !== 'index.html';
    check(frozen ? /immutable/.test(headers['cache-control']) : /max-age=300/.test(headers['cache-control']), `${name}: ${headers['cache-control']}`);
    const again = await get(`${site}/${name}`, { 'accept-encoding': accept, 'if-none-match': headers.etag ?? 'none' });
    check(again.status === 304 && again.bytes === 0, `${name} again: ${again.status}`);
    const plain = await get(`${site}/${name}`);
    check(plain.bytes === files[name].bytes && !plain.headers['content-encoding'], `${name} without compression: ${plain.bytes}`);
    total += bytes;
  }
  check((await get(`${site}/index.html.br`)).status === 404, 'a twin is served as a page');
  check((await get(`${site}/server/nginx.conf`)).status === 404, 'its own settings are served');
  check((await get(`${site}/karamay/single.html`)).headers['content-security-policy'] === undefined, 'single.html gets a second policy');

  // How much of it. Seen to fail: with limit_req in the configuration.
  const load = async (name, headers = []) => {
    const { stdout } = await run(WRK, ['-t2', '-c64', `-d${SECONDS}s`, '--latency', '-H', `Accept-Encoding: ${accept}`, ...headers.flatMap((header) => ['-H', header]), `${site}/${name}`]);
    const bad = stdout.match(/Non-2xx or 3xx responses: (\d+)/)?.[1] ?? '0';
    check(bad === '0', `${name}: ${bad} bad answers under load`);
    return { rate: Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: stdout.match(/99%\s+(\S+)/)?.[1] };
  };
  const { headers: { etag = 'none' } } = await get(`${site}/index.html`, { 'accept-encoding': accept });
  const rows = [['the page', await load('index.html')], ['the WASM', await load(wasm)], ['the page, unchanged (304)', await load('index.html', [`If-None-Match: ${etag}`])]];
  console.log(`a first visit: ${visit.length} requests, ${total} bytes (${accept.split(',')[0]}); a later one: 1 request, 304, no body`);
  console.log(`a million first visits a day: ${(total / 1000).toFixed(0)} GB, ${((visit.length * 1e6) / 86400).toFixed(0)} requests a second on average`);
  for (const [what, { rate, p99 }] of rows) console.log(`${what.padEnd(28)} ${rate.toFixed(0).padStart(8)} requests a second, 99 % within ${p99}`);
} finally {
  nginx.kill();
  await new Promise((done) => { nginx.on('exit', done); setTimeout(done, 3000); });
  await rm(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'nginx: all answers as promised' : `nginx: ${failed} answers not as promised`);
process.exit(failed === 0 ? 0 : 1);

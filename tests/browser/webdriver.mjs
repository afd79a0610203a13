// Firefox and WebKitGTK by the W3C WebDriver protocol: just what the tests need of it, the same for both.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const START_MS = 20_000;
const SCRIPT_MS = process.env.LONG ? 3_600_000 : 60_000;

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

const DRIVERS = {
  firefox: (port) => ({
    command: [process.env.GECKODRIVER ?? 'geckodriver', '--port', String(port), '--log', 'fatal'],
    capabilities: { browserName: 'firefox', 'moz:firefoxOptions': { binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr', args: ['-headless'], prefs: { 'ui.prefersReducedMotion': 1 } } },
  }),
  webkit: (port) => ({
    // It has no headless mode.
    command: ['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24', process.env.WEBKITDRIVER ?? 'WebKitWebDriver', `--port=${port}`],
    capabilities: { 'webkitgtk:browserOptions': { binary: process.env.WEBKIT, args: ['--automation'] } },
  }),
};

/** A browser: `go(address)`, `run(function, argument)` → what the function's promise gives, `size(width, height)`, `shot()` → PNG bytes, `close()`. */
export async function drive(name) {
  const port = await freePort();
  const { command: [program, ...args], capabilities } = DRIVERS[name](port);
  // A group of its own, so that the browser ends with its driver.
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  const stop = () => { try { process.kill(-child.pid); } catch { /* it has ended by itself */ } };
  child.on('error', () => {});
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${name}: ${value.error}: ${value.message}`);
    return value;
  };
  const end = Date.now() + START_MS;
  for (;;) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (Date.now() > end) {
        stop();
        throw new Error(`${program} does not answer: ${error.message}`);
      }
      await new Promise((done) => { setTimeout(done, 100); });
    }
  }
  try {
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: SCRIPT_MS, pageLoad: SCRIPT_MS });
    return {
      go: (url) => call('POST', `${session}/url`, { url }),
      size: (width, height) => call('POST', `${session}/window/rect`, { width, height }),
      shot: async () => Buffer.from(await call('GET', `${session}/screenshot`), 'base64'),
      async run(work, argument = null) {
        // In a task of its own: in the driver's, WebKit runs microtasks in the middle of synchronous code.
        const script = `const [argument, done] = arguments;
          setTimeout(() => Promise.resolve().then(() => (${work})(argument)).then((value) => done({ value }), (error) => done({ error: String(error) })));`;
        const { value, error } = await call('POST', `${session}/execute/async`, { script, args: [argument] });
        if (error) throw new Error(`${name}: ${error}`);
        return value;
      },
      async close() {
        await call('DELETE', session).catch(() => {});
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

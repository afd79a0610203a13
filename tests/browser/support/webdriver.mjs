// Firefox and WebKitGTK by the W3C WebDriver protocol: just what the tests need of it, the same for both.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const START_MS = 30_000;
const SCRIPT_MS = process.env.LONG ? 3_600_000 : 150_000; // a hang guard, for busy machines
// The protocol's signs for keys that write nothing.
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The reader's system in Firefox' preferences. */
function preferences({ reduced, theme, forced }) {
  const [ink, paper] = ['#ffffff', '#000000'];
  return {
    'ui.prefersReducedMotion': reduced ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
    // 2: the reader's colours always, which is what Windows' high contrast switches on.
    'browser.display.document_color_use': forced ? 2 : 1,
    ...(forced && {
      'browser.display.foreground_color': ink,
      'browser.display.background_color': paper,
      'browser.display.foreground_color.dark': ink,
      'browser.display.background_color.dark': paper,
    }),
  };
}

/** The reader's wish for less motion as GTK reads it, in a folder of its own; no other part of the system can be told. */
function settings({ reduced }) {
  const folder = mkdtempSync(join(tmpdir(), 'duoyuan-gtk-'));
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(folder, version));
    writeFileSync(join(folder, version, 'settings.ini'), `[Settings]\ngtk-enable-animations=${Number(!reduced)}\n`);
  }
  return folder;
}

const DRIVERS = {
  firefox: (port, system) => ({
    command: [process.env.GECKODRIVER ?? 'geckodriver', '--port', String(port), '--log', 'fatal'],
    capabilities: {
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        args: ['-headless'],
        prefs: preferences(system),
      },
    },
  }),
  webkit: (port, system) => ({
    folder: settings(system),
    // It has no headless mode.
    command: [
      'xvfb-run',
      '-a',
      '-s',
      '-screen 0 1400x2000x24',
      process.env.WEBKITDRIVER ?? 'WebKitWebDriver',
      `--port=${port}`,
    ],
    capabilities: { 'webkitgtk:browserOptions': { binary: process.env.WEBKIT, args: ['--automation'] } },
  }),
};

/**
 * A browser with one page: `go(address)`, `run(function or source, argument)` → what its promise gives, `press(key)`,
 * `size(width, height)` of the page, `shot()` → PNG bytes of the window, `close()`.
 */
export async function drive(name, system) {
  const port = await freePort();
  const { command, capabilities, folder } = DRIVERS[name](port, system);
  const [program, ...args] = command;
  const env = { ...process.env, ...(folder && { XDG_CONFIG_HOME: folder }) };
  // A group of its own, so that the browser ends with its driver.
  const child = spawn(program, args, { detached: true, stdio: 'ignore', env });
  const stop = () => {
    try {
      process.kill(-child.pid);
    } catch {
      // it has ended by itself
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  child.on('error', () => {});
  const call = async (method, path, body) => {
    const request = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...request });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${name}: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    const up = () =>
      call('GET', '/status').then(
        () => 'answers',
        (error) => error.message,
      );
    await expect.poll(up, { timeout: START_MS, intervals: [50], message: program }).toBe('answers');
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: SCRIPT_MS, pageLoad: SCRIPT_MS });
    const browser = {
      go: (url) => call('POST', `${session}/url`, { url }),
      /** A run of keys is one call: each costs a journey to the browser. */
      async press(...keys) {
        const actions = keys
          .map((key) => KEYS[key] ?? key)
          .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
        await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
      },
      shot: async () => Buffer.from(await call('GET', `${session}/screenshot`), 'base64'),
      async run(work, argument = null) {
        const source = typeof work === 'string' ? `() => (${work})` : String(work);
        // In a task of its own: in the driver's, WebKit runs microtasks in the middle of synchronous code.
        const script = `const [argument, done] = arguments;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => Promise.resolve().then(() => (${source})(argument))
            .then((value) => done({ value }), (error) => done({ error: String(error) }));
          port2.postMessage(0);`;
        const execute = () => call('POST', `${session}/execute/async`, { script, args: [argument] });
        // WebKit may run it in a page that it is about to leave: then it has not been run in the one that follows.
        const left = (/** @type {Error} */ failure) => {
          if (!failure.message.includes('unload event')) throw failure;
          return execute();
        };
        const { value, error } = await execute().catch(left);
        if (error) throw new Error(`${name}: ${error}`);
        return value;
      },
      /** The window has borders: it is enlarged by what the page misses. */
      async size(width, height) {
        let [wide, high] = [width, height];
        for (let attempt = 0; attempt < 3; attempt += 1) {
          await call('POST', `${session}/window/rect`, { width: wide, height: high });
          const inner = await browser.run('[innerWidth, innerHeight]');
          if (inner[0] === width && inner[1] === height) return;
          wide += width - inner[0];
          high += height - inner[1];
        }
      },
      async close() {
        await call('DELETE', session).catch(() => {});
        stop();
      },
    };
    return browser;
  } catch (error) {
    stop();
    throw error;
  }
}

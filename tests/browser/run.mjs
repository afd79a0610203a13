// Walks the pages in Chromium, and those of accessibility in Firefox too. One line a test, "N passed, N failed" at the end, exit code 1 after a failure.
// node run.mjs [WORD…]: only tests whose name has all the words. CHROMIUM and FIREFOX name the browsers.

import { articles } from './articles.mjs';
import { asked } from './asked.mjs';
import { launch, newPage, sceneIds } from './browser.mjs';
import { builder } from './builder.mjs';
import { checksThatFail } from './checks.mjs';
import { colours } from './colours.mjs';
import { compiled } from './compiled.mjs';
import { drawing } from './drawing.mjs';
import { editors } from './editors.mjs';
import { embeds } from './embeds.mjs';
import { files } from './files.mjs';
import { failures } from './failures.mjs';
import { frames } from './frames.mjs';
import { guide } from './guide.mjs';
import { interaction } from './interaction.mjs';
import { motion } from './motion.mjs';
import { long, longWalks } from './long.mjs';
import { navigation } from './navigation.mjs';
import { otherEngines, walks } from './other-engines.mjs';
import { packages } from './package.mjs';
import { pictures } from './pictures.mjs';
import { robust } from './robust.mjs';
import { safety } from './safety.mjs';
import { chromium, firefox } from './engines.mjs';
import { rules } from './rules.mjs';
import { sight } from './sight.mjs';
import { sounds } from './sounds.mjs';
import { served } from './serving.mjs';
import { transitions, transitionsEverywhere } from './transitions.mjs';
import { twin } from './twin.mjs';
import { startServer } from './server.mjs';
import { site } from './site.mjs';
import { DIST, serveFolder } from './static.mjs';

const LONG = Boolean(process.env.LONG); // make test-long
const TEST_MS = LONG ? 3_600_000 : 60_000;
const words = process.argv.slice(2);
const server = await startServer();
for (const address of ['/pkg/engine.js', '/pkg/duoyuan_bg.wasm', '/karamay/story.json']) {
  if (!(await fetch(server.origin + address)).ok) {
    console.error(`${address} is missing: build the page's WASM first (make build)`);
    process.exit(2);
  }
}
const built = await serveFolder(DIST);
if (!(await fetch(`${built.origin}/manifest.json`)).ok) {
  console.error('dist/ is missing: make build');
  process.exit(2);
}
const browser = await launch();
const scenes = await sceneIds(server.origin);

let passed = 0;
let failed = 0;

async function run(name, body, limit = TEST_MS) {
  if (!words.every((word) => name.includes(word))) return;
  const pages = [];
  const started = performance.now();
  let timer;
  try {
    const open = async (options) => {
      const page = await newPage(browser, options);
      pages.push(page);
      return page;
    };
    const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`took longer than ${limit / 1000} s`)), limit); });
    await Promise.race([body({ open, server, scenes, site: built }), late]);
    passed += 1;
    console.log(`ok      ${name} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n        ${String(error.message).split('\n').slice(0, 12).join('\n        ')}`);
  } finally {
    clearTimeout(timer);
    server.replaced.clear();
    built.replaced.clear();
    await Promise.allSettled(pages.map((page) => page.context().close()));
  }
}

if (LONG) for (const [name, body] of Object.entries(long)) await run(name, body);
if (LONG) await otherEngines({ run, words, promises: longWalks });
else for (const group of [checksThatFail, sounds, drawing, files, motion, transitions, navigation, interaction, guide, editors, failures, asked, embeds, served, site, compiled, frames, robust, colours, articles, walks, safety, builder, packages]) {
  for (const [name, body] of Object.entries(group)) await run(name, body);
}
if (!LONG) {
  await otherEngines({ run, words });
  await pictures({ run, browser, server, scenes, words });
}

// The checks of accessibility, the same in both browsers, side by side. A browser that no test asks for is not started.
if (!LONG) await Promise.all([chromium, firefox].map(async (start) => {
  let engine = null;
  for (const [name, body] of [twin, sight, rules, ...(start === firefox ? [transitionsEverywhere] : [])].flatMap(Object.entries)) {
    await run(`${start.name}: ${name}`, async () => {
      engine ??= await start();
      const opened = [];
      const page = async (options) => {
        opened.push(await engine.page(options));
        return opened.at(-1);
      };
      try {
        await body({ page, server, scenes, browser: engine.name });
      } finally {
        await Promise.allSettled(opened.map((each) => each.close()));
      }
    }, 4 * TEST_MS);
  }
  await engine?.close();
}));

await browser.close();
server.close();
built.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

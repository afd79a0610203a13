// How high an embed is at each published width, measured in a browser on the built files: the space an article keeps for it before it has said so.

import { createServer } from 'node:http';
import { extname } from 'node:path';
import { addressOf } from './hashing.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.csv': 'text/csv', '.svg': 'image/svg+xml' };

function serve(files) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
    const bytes = files.get(name);
    response.writeHead(bytes ? 200 : 404, { 'content-type': TYPES[extname(name)] ?? 'text/plain', 'access-control-allow-origin': '*' });
    response.end(bytes ?? 'not found');
  });
  return new Promise((done) => { server.listen(0, '127.0.0.1', () => done(server)); });
}

/** In the page: one element for each scene, and one for the whole story ('*'), at this width; CSS px. */
async function measure({ src, scenes, lang, width }) {
  const heights = {};
  for (const scene of ['*', ...scenes]) {
    const story = document.createElement('duoyuan-story');
    for (const [name, value] of Object.entries({ src, lang, mode: 'stepper', theme: 'light', ...(scene !== '*' && { scene }) })) story.setAttribute(name, value);
    const ready = new Promise((done, fail) => {
      story.addEventListener('duoyuan-ready', done);
      story.addEventListener('duoyuan-error', ({ detail }) => fail(new Error(`${scene}: ${detail.message}`)));
    });
    document.body.style.width = `${width}px`;
    document.body.append(story);
    await ready;
    await new Promise((done) => { setTimeout(done, 30); });
    heights[scene] = Math.ceil(story.getBoundingClientRect().height);
    if (scene === '*') {
      for (const id of scenes) {
        story.goTo(id);
        heights[scene] = Math.max(heights[scene], Math.ceil(story.getBoundingClientRect().height));
      }
    }
    story.remove();
  }
  return heights;
}

/** scene → language → width → height; scene '*' is the whole story, at its tallest. */
export async function measureHeights({ launch, files, element, stories, widths }) {
  const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>body{margin:0}</style><script type="module" src="${element}"></script>`;
  const server = await serve(new Map([...files, ['measure.html', Buffer.from(page)]]));
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: Math.max(...widths), height: 900 }, reducedMotion: 'reduce' });
    const tab = await context.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/measure.html`);
    const result = {};
    for (const { id, story, languages } of stories) {
      const scenes = story.scenes.map((scene) => scene.id);
      result[id] = Object.fromEntries(['*', ...scenes].map((scene) => [scene, Object.fromEntries(languages.map((lang) => [lang, {}]))]));
      for (const lang of languages) for (const width of widths) {
        const heights = await tab.evaluate(measure, { src: `${addressOf(id)}/story.json`, scenes, lang, width });
        for (const [scene, height] of Object.entries(heights)) result[id][scene][lang][width] = height;
      }
    }
    return result;
  } finally {
    await browser.close();
    server.close();
  }
}

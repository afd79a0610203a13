// What an editor pastes: a choice of story, scene, language, looks and platform → the code as text. Knows neither
// page nor network.

import { TEXT_LINK } from '../ui/words.js';
import { heightAt } from './heights.js';

/** What a frame needs to do what its buttons say: run, open sources in windows without the sandbox, save files. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const attributes = (pairs) =>
  Object.entries(pairs)
    .filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`))
    .join('');
const MORE = { zh: '展开全图', en: 'Show all of it' };

/** Addresses of a choice: `folder` is the site's or that of a frozen version, with a slash. The page of a story, or of
    one of its scenes, has its words. */
export function addresses({ story, scene, lang, theme, folder, stills, first }) {
  const own = encodeURIComponent(story);
  const page = `${folder}${own}/${scene && `${scene}/`}${lang === 'zh' ? '' : `${lang}.html`}`;
  const looks = theme === 'dark' ? 'dark' : 'light';
  return {
    page,
    story: `${folder}${own}/story.json`,
    still: (width, ending = 'svg') => `${stills}${own}/stills/${scene || first}-${width}-${lang}-${looks}.${ending}`,
    frame: (more = {}) => {
      const url = new URL(page);
      const asked = { ...(theme !== 'auto' && { theme }), ...more };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },
  };
}

/** Heights by width as embed.js reads them: "360:812 720:640". */
const heightList = (heights) =>
  Object.entries(heights)
    .map((pair) => pair.join(':'))
    .join(' ');

/** An iframe and the script that sets its height; `script`: the address of embed.js. */
export function frameCode({ src, title, width, height, heights, script }) {
  const frame = attributes({
    src,
    title,
    width,
    height,
    loading: 'lazy',
    sandbox: SANDBOX,
    allow: 'clipboard-write',
    'data-duoyuan-heights': heightList(heights),
  });
  return `<iframe${frame}></iframe>\n<script type="module" src="${escape(script)}"></script>`;
}

const image = (choice, src) => `<img${attributes({ src, alt: choice.title, width: 720 })}>`;
const textLink = (choice, at) => `<p><a href="${escape(at.page)}">${TEXT_LINK[choice.lang]}</a></p>`;
/** A path as a shell takes it. */
const quoted = (path) => (/[^\w./\u4e00-\u9fff-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path);

function exported(platform, { story, scene, lang, theme }) {
  const looks = theme !== 'auto' && `--theme ${theme}`;
  const what = [quoted(`data/${story}`), `--for ${platform}`, scene && `--scene ${scene}`, `--lang ${lang}`, looks];
  return ['duoyuan export', ...what.filter(Boolean), `-o ${platform}/`].join(' ');
}

const CODES = {
  site(choice, at) {
    const { folder, integrity, scene, lang, theme, mode, title } = choice;
    const src = `${folder}duoyuan.js`;
    const script = attributes({ type: 'module', src, integrity, crossorigin: integrity && 'anonymous' });
    const looks = { theme: theme !== 'auto' && theme, mode: mode !== 'auto' && mode };
    // As both languages are written: what stands inside follows the page around until the script has come.
    const element = attributes({ src: at.story, scene, lang, dir: 'ltr', ...looks });
    // A paragraph around the picture: alone in an element that no script has made a block yet, it would stand on the
    // side where the page begins its lines.
    const picture = `<p>${image(choice, at.still(720))}</p>`;
    const words = [`<h3>${escape(title)}</h3>`, picture, textLink(choice, at)].join('\n  ');
    return `<script${script}></script>\n<duoyuan-story${element}>\n  ${words}\n</duoyuan-story>`;
  },
  iframe(choice, at) {
    const { title, heights, folder } = choice;
    const height = heightAt(heightList(heights), choice.width);
    return frameCode({ src: at.frame(), title, width: '100%', height, heights, script: `${folder}embed.js` });
  },
  wordpress: (_, at) => at.page,
  amp(choice, at) {
    const size = { width: choice.width, height: heightAt(heightList(choice.heights), choice.width) };
    const frame = attributes({
      src: at.frame({ dialect: 'amp' }),
      title: choice.title,
      ...size,
      layout: 'responsive',
      resizable: true,
      sandbox: SANDBOX,
      frameborder: '0',
    });
    const placeholder = attributes({ placeholder: true, layout: 'fill', src: at.still(720), alt: choice.title });
    const words = MORE[choice.lang];
    const more = `<div overflow tabindex="0" role="button" aria-label="${words}">${words}</div>`;
    return `<amp-iframe${frame}>\n  <amp-img${placeholder}></amp-img>\n  ${more}\n</amp-iframe>`;
  },
  rss(choice, at) {
    const picture = image(choice, at.still(720, choice.png ? 'png' : 'svg'));
    const figure = `<figure>\n  ${picture}\n  <figcaption>${escape(choice.source)}</figcaption>\n</figure>`;
    return [figure, choice.table, textLink(choice, at)].join('\n');
  },
  wechat: (choice) => exported('wechat', choice),
  toutiao: (choice) => exported('toutiao', choice),
  baijiahao: (choice) => exported('baijiahao', choice),
};

export const PLATFORMS = Object.keys(CODES);

/** `choice`: platform, story, scene ('' for all), first, lang, theme, mode, width, title, heights, folder, stills,
    integrity; for rss also source, table, png. */
export const codeFor = (choice) => CODES[choice.platform](choice, addresses(choice));

/** A table of the document as HTML text. */
export function tableText(table) {
  const cell = (node) => `<${node.localName}>${escape(node.textContent.trim())}</${node.localName}>`;
  return `<table>\n${[...table.querySelectorAll('thead tr, tbody tr')].map((row) => `<tr>${[...row.children].map(cell).join('')}</tr>`).join('\n')}\n</table>`;
}

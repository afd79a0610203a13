// What an editor pastes: a choice of story, scene, language, looks and platform → the code as text. Knows neither page nor network.

import { heightAt } from './heights.js';

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const attributes = (pairs) => Object.entries(pairs).filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
  .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`)).join('');
const TEXT_LINK = { zh: '文字与数据表', en: 'Text and data table' };
const MORE = { zh: '展开全图', en: 'Show all of it' };

/** Addresses of a choice: `folder` is the site's or that of a frozen version, with a slash. */
export function addresses({ story, scene, lang, theme, folder, stills, first }) {
  const shown = scene || first;
  const page = scene ? `${folder}${story}/${scene}/${lang === 'zh' ? '' : `${lang}.html`}` : `${folder}embed.html?story=${story}/story.json&lang=${lang}`;
  const looks = theme === 'dark' ? 'dark' : 'light';
  return {
    page, text: `${folder}${story}/${shown}/${lang === 'zh' ? '' : `${lang}.html`}`,
    still: (width, ending = 'svg') => `${stills}${story}/stills/${shown}-${width}-${lang}-${looks}.${ending}`,
    frame: (more = {}) => {
      const url = new URL(page);
      for (const [name, value] of Object.entries({ ...(theme !== 'auto' && { theme }), ...more })) url.searchParams.set(name, value);
      return url.href;
    },
  };
}

const heightList = (heights) => Object.entries(heights).map((pair) => pair.join(':')).join(' ');
const figure = (choice, at) => `<h3>${escape(choice.title)}</h3>\n  <img src="${escape(at.still(720))}" alt="${escape(choice.title)}" width="720">\n  <p><a href="${escape(at.text)}">${TEXT_LINK[choice.lang]}</a></p>`;

const CODES = {
  site(choice, at) {
    const script = attributes({ type: 'module', src: `${choice.folder}duoyuan.js`, integrity: choice.integrity, crossorigin: choice.integrity && 'anonymous' });
    const element = attributes({ src: `${choice.folder}${choice.story}/story.json`, scene: choice.scene, lang: choice.lang, theme: choice.theme !== 'auto' && choice.theme, mode: choice.mode !== 'auto' && choice.mode });
    return `<script${script}></script>\n<duoyuan-story${element}>\n  ${figure(choice, at)}\n</duoyuan-story>`;
  },
  iframe(choice, at, dialect) {
    const frame = attributes({ src: at.frame(dialect && { dialect }), title: choice.title, width: '100%', height: heightAt(heightList(choice.heights), choice.width), loading: 'lazy', sandbox: 'allow-scripts', 'data-duoyuan-heights': heightList(choice.heights) });
    return `<iframe${frame}></iframe>\n<script type="module" src="${escape(choice.folder)}embed.js"></script>`;
  },
  wordpress: (choice, at) => (choice.scene ? at.text : CODES.iframe(choice, at, 'wordpress')),
  amp(choice, at) {
    const height = heightAt(heightList(choice.heights), choice.width);
    const frame = attributes({ src: at.frame({ dialect: 'amp' }), title: choice.title, width: choice.width, height, layout: 'responsive', resizable: true, sandbox: 'allow-scripts', frameborder: '0' });
    return `<amp-iframe${frame}>\n  <amp-img${attributes({ placeholder: true, layout: 'fill', src: at.still(720), alt: choice.title })}></amp-img>\n  <div overflow tabindex="0" role="button" aria-label="${MORE[choice.lang]}">${MORE[choice.lang]}</div>\n</amp-iframe>`;
  },
  rss: (choice, at) => `<figure>\n  <img src="${escape(at.still(720, choice.png ? 'png' : 'svg'))}" alt="${escape(choice.title)}" width="720">\n  <figcaption>${escape(choice.source)}</figcaption>\n</figure>\n${choice.table}\n<p><a href="${escape(at.text)}">${TEXT_LINK[choice.lang]}</a></p>`,
  wechat: (choice) => exported('wechat', choice),
  toutiao: (choice) => exported('toutiao', choice),
  baijiahao: (choice) => exported('baijiahao', choice),
};
const exported = (platform, { story, scene, lang, theme }) => ['duoyuan export', `data/${story}`, `--for ${platform}`, scene && `--scene ${scene}`, `--lang ${lang}`, theme !== 'auto' && `--theme ${theme}`, `-o ${platform}/`].filter(Boolean).join(' ');

export const PLATFORMS = Object.keys(CODES);

/** `choice`: platform, story, scene ('' for all), first, lang, theme, mode, width, title, heights, folder, stills, integrity; for rss also source, table, png. */
export const codeFor = (choice) => CODES[choice.platform](choice, addresses(choice));

/** A table of the document as HTML text. */
export function tableText(table) {
  const cell = (node) => `<${node.localName}>${escape(node.textContent.trim())}</${node.localName}>`;
  return `<table>\n${[...table.querySelectorAll('thead tr, tbody tr')].map((row) => `<tr>${[...row.children].map(cell).join('')}</tr>`).join('\n')}\n</table>`;
}

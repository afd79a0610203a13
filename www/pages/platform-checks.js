// What the platforms allow: of the web, what we measure here; of those that take files, the command line's own table
// (limits.json, from src/export/limits.rs).

/**
 * @import {ForEditors} from '../types.js'
 * @import {Choice, Platform} from '../embed/embed-code.js'
 * @typedef {'official' | 'strong' | 'good' | 'weak' | 'measured'} Sure
 */
/**
 * What a choice has come to. `published`: the height that was published for its width; `cors`: what the server lets
 * other sites read; `pageBytes`: what a first visit fetches.
 * @typedef {object} Output
 * @property {string} code
 * @property {{ bytes: number, width: number } | null} png
 * @property {number} pageBytes
 * @property {number} height
 * @property {number | null} published
 * @property {string} site
 * @property {string | null} cors
 */
/**
 * What was found; `ok` is null where nobody can say here.
 * @typedef {{ text: string | ForEditors, ok: boolean | null, note?: ForEditors }} Found
 */
/** @typedef {ForEditors & { sure: Sure }} Name */
/** @typedef {Name & Found} Row */
/**
 * @typedef {{ platform: string, what: string, words: ForEditors, sure: Sure, least: number,
 *   most: number | null }} Limit
 */
/** @typedef {{ what: string, scene: string, actual: number, note?: ForEditors }} PackSize */
/** @typedef {{ refused?: ForEditors, sizes: PackSize[] }} Pack */
/**
 * limits.json: what platforms take, and the sizes of packs by story, platform and look.
 * @typedef {{ checked: string, limits: Limit[], packs: Record<string, Record<string, Record<string, Pack>>> }} Limits
 */

/** @param {number} bytes */
const kB = (bytes) => `${Math.ceil(bytes / 1000)} kB`;
/** @param {number} value */
const number = (value) => value.toLocaleString('en');

/** @type {Partial<Record<Platform, (Name & { measure: (output: Output) => Found })[]>>} */
const WEB = {
  site: [
    {
      zh: "网页的CSP要有 script-src 本站 'wasm-unsafe-eval'",
      en: "The page's CSP needs script-src with this site and 'wasm-unsafe-eval'",
      sure: 'strong',
      measure: ({ site }) => ({ text: site, ok: null }),
    },
    {
      zh: '首次打开的流量（brotli）',
      en: 'Bytes of a first visit (brotli)',
      sure: 'measured',
      measure: ({ pageBytes }) => ({ text: kB(pageBytes), ok: null }),
    },
    {
      zh: '没有脚本时有图和文字',
      en: 'Picture and words without scripts',
      sure: 'measured',
      measure: ({ code }) => ({ text: /<img/.test(code) ? '<img>' : '–', ok: /<img [\s\S]*<a /.test(code) }),
    },
  ],
  iframe: [
    {
      zh: '高度50–8000像素',
      en: 'Height 50–8,000 px',
      sure: 'measured',
      measure: ({ height }) => ({ text: `${height} px`, ok: height >= 50 && height <= 8000 }),
    },
    {
      zh: '公布的高度与实测相符',
      en: 'Published height equals the measured one',
      sure: 'measured',
      measure: ({ height, published }) => ({
        text: `${published} / ${height} px`,
        ok: published !== null && Math.abs(height - published) <= Math.max(2, height * 0.05),
      }),
    },
    {
      zh: 'sandbox 允许脚本、新窗口和下载，不给本站来源',
      en: 'sandbox allows scripts, new windows and downloads, not the origin',
      sure: 'strong',
      measure({ code }) {
        const given = /sandbox="([^"]*)"/.exec(code)?.[1] ?? '';
        const needed = ['allow-scripts', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-downloads'];
        return { text: given, ok: needed.join(' ') === given };
      },
    },
  ],
  wordpress: [
    {
      zh: '贴入网址，由oEmbed展开；服务器要发Access-Control-Allow-Origin: *',
      en: 'Paste the address; oEmbed unfolds it. The server must send Access-Control-Allow-Origin: *',
      sure: 'strong',
      measure: ({ cors }) => ({ text: cors ?? '–', ok: cors === '*' }),
    },
  ],
  amp: [
    {
      zh: '距页顶600像素以上，或有占位图',
      en: '600 px below the top, or a placeholder',
      sure: 'strong',
      measure: ({ code }) => ({ text: 'placeholder', ok: /placeholder/.test(code) }),
    },
    {
      zh: '只能用https地址',
      en: 'https addresses only',
      sure: 'strong',
      measure: ({ site }) => ({ text: new URL(site).protocol, ok: site.startsWith('https:') }),
    },
  ],
  rss: [
    {
      zh: '只有图、说明、表格和链接，没有脚本',
      en: 'Picture, caption, table and link only; no script',
      sure: 'good',
      measure: ({ code }) => ({ text: '0 script', ok: !/<script|<iframe/.test(code) && /<table/.test(code) }),
    },
  ],
  social: [
    {
      zh: '每章1:1和9:16，PNG和GIF',
      en: 'Each chapter 1:1 and 9:16, PNG and GIF',
      sure: 'measured',
      measure: () => ({ text: '1080 × 1080, 1080 × 1920', ok: true }),
    },
  ],
};

/** @param {Limit} limit */
const BOUND = ({ least, most }) => (most === null ? `≥ ${number(least)}` : `≤ ${number(most)}`);
const CLEAN = {
  zh: '不含id、class、style、script等：导出时逐节检查',
  en: 'No id, class, style, script and so on: the export checks each section',
};
const REFUSED = { zh: '导出命令不予写出', en: 'The export command refuses' };

/**
 * Sizes of the chosen scenes in the pack; the largest is what a limit is about.
 * @param {Pack} pack
 * @param {Limit} limit
 * @param {string} scene
 */
function inPack(pack, limit, scene) {
  const sizes = pack.sizes.filter((size) => size.what === limit.what && (scene === '' || size.scene === scene));
  if (sizes.length === 0) return null;
  const notes = sizes.flatMap(({ note }) => note ?? []);
  return { actual: Math.max(...sizes.map(({ actual }) => actual)), notes, of: sizes.length };
}

/**
 * @param {Limits} table
 * @param {Choice} choice
 * @param {Output['png']} png
 * @returns {Row[]}
 */
function ofFiles({ limits, packs }, { platform, story, scene, lang, theme }, png) {
  const pack = packs[story]?.[platform]?.[`${lang}-${theme === 'auto' ? 'light' : theme}`];
  if (pack?.refused) return [{ ...REFUSED, sure: 'measured', text: pack.refused, ok: false }];
  /** @type {Record<string, number | undefined>} */
  const own = { 'picture-bytes': png?.bytes, width: png?.width };
  /** @type {(limit: Limit) => Row[]} */
  const rowsOf = (limit) => {
    /** @type {Name} */
    const label = {
      zh: `${limit.words.zh} ${BOUND(limit)}`,
      en: `${limit.words.en[0].toUpperCase()}${limit.words.en.slice(1)} ${BOUND(limit)}`,
      sure: limit.sure,
    };
    const seen = pack ? inPack(pack, limit, scene) : { actual: own[limit.what] ?? null, notes: [], of: 1 };
    if (!seen) return []; // the pack has nothing of this kind
    if (seen.actual === null) return [{ ...label, text: 'report.txt', ok: null }];
    const ok = seen.actual >= limit.least && (limit.most === null || seen.actual <= limit.most);
    const changed = seen.notes.length;
    const largest = {
      zh: `共${seen.of}节，取最大${changed ? `；${changed}节有改动，见report.txt` : ''}`,
      en: `largest of ${seen.of} sections${changed ? `; ${changed} changed, see report.txt` : ''}`,
    };
    return [{ ...label, text: number(seen.actual), ok, note: seen.of > 1 ? largest : seen.notes[0] }];
  };
  const rows = limits.filter((limit) => limit.platform === platform).flatMap(rowsOf);
  return pack ? [...rows, { ...CLEAN, sure: 'good', text: '0', ok: true }] : rows;
}

/**
 * What the platform of a choice allows, and whether it holds.
 * @param {Choice} choice
 * @param {Output} output
 * @param {Limits} table
 * @returns {Row[]}
 */
export function checksOf(choice, output, table) {
  const web = (WEB[choice.platform] ?? []).map(({ measure, ...row }) => ({ ...row, ...measure(output) }));
  return [...web, ...ofFiles(table, choice, output.png)];
}

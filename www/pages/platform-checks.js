// What the platforms allow: of the web, what we measure here; of those that take files, the command line's own table
// (limits.json, from src/export/limits.rs).

const kB = (bytes) => `${Math.ceil(bytes / 1000)} kB`;
const number = (value) => value.toLocaleString('en');

/** Each: names in both languages, `sure`: official | strong | good | weak | measured, `measure(output)` → {text, ok}.
    Output: code, height, published, site, cors, pageBytes. */
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
        ok: Math.abs(height - published) <= Math.max(2, height * 0.05),
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
};

const BOUND = ({ least, most }) => (most === null ? `≥ ${number(least)}` : `≤ ${number(most)}`);
const CLEAN = {
  zh: '不含id、class、style、script等：导出时逐节检查',
  en: 'No id, class, style, script and so on: the export checks each section',
};
const REFUSED = { zh: '导出命令不予写出', en: 'The export command refuses' };

/** Sizes of the chosen scenes in the pack; the largest is what a limit is about. */
function inPack(pack, limit, scene) {
  const sizes = pack.sizes.filter((size) => size.what === limit.what && (scene === '' || size.scene === scene));
  const most = sizes.reduce((large, size) => (size.actual > (large?.actual ?? -1) ? size : large), null);
  return most && { actual: most.actual, notes: sizes.map(({ note }) => note).filter(Boolean), of: sizes.length };
}

function ofFiles({ limits, packs }, { platform, story, scene, lang, theme }, png) {
  const pack = packs[story]?.[platform]?.[`${lang}-${theme === 'auto' ? 'light' : theme}`];
  if (pack?.refused) return [{ ...REFUSED, sure: 'measured', text: pack.refused, ok: false }];
  const own = { 'picture-bytes': png?.bytes, width: png?.width };
  const rows = limits
    .filter((limit) => limit.platform === platform)
    .flatMap((limit) => {
      const label = {
        zh: `${limit.words.zh} ${BOUND(limit)}`,
        en: `${limit.words.en[0].toUpperCase()}${limit.words.en.slice(1)} ${BOUND(limit)}`,
        sure: limit.sure,
      };
      const seen = pack ? inPack(pack, limit, scene) : { actual: own[limit.what] ?? null, notes: [], of: 1 };
      if (!seen) return []; // the pack has nothing of this kind
      if (seen.actual === null) return [{ ...label, text: 'report.txt', ok: null }];
      const ok = seen.actual >= limit.least && (limit.most === null || seen.actual <= limit.most);
      const [note] = seen.notes;
      return [
        {
          ...label,
          text: number(seen.actual),
          ok,
          note:
            seen.of > 1
              ? {
                  zh: `共${seen.of}节，取最大${seen.notes.length ? `；${seen.notes.length}节有改动，见report.txt` : ''}`,
                  en: `largest of ${seen.of} sections${seen.notes.length ? `; ${seen.notes.length} changed, see report.txt` : ''}`,
                }
              : note,
        },
      ];
    });
  return pack ? [...rows, { ...CLEAN, sure: 'good', text: '0', ok: true }] : rows;
}

/** Rows of a choice: names, how sure, what it is ('…' or {zh, en}), whether it holds (null: nobody can say here), a
    note. */
export function checksOf(choice, output, table) {
  const web = (WEB[choice.platform] ?? []).map(({ measure, ...row }) => ({ ...row, ...measure(output) }));
  return [...web, ...ofFiles(table, choice, output.png)];
}

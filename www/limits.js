// What the platforms allow, as published at a date; each limit with how sure that is. `measure` takes the output and says what it is and whether it holds.

const kB = (bytes) => `${Math.ceil(bytes / 1000)} kB`;
const DATED = '2026-11';

const forbidden = (svg) => [...new Set(svg.match(/<(?:style|script|defs|clipPath|filter|mask|linearGradient|radialGradient|foreignObject|a)\b|\s(?:id|class|href)=|url\(#/g) ?? [])].map((found) => found.trim().replace(/[<=]/g, ''));

/** Each: names in both languages, `sure`: official | strong | good | weak, `measure(output)` → {text, ok}. Output: code, height, stillBytes, svg, svgBytes, png {bytes, width} or null, pageBytes. */
export const LIMITS = {
  site: [
    { zh: '网页的CSP要有 script-src 本站 \'wasm-unsafe-eval\'', en: 'The page\'s CSP needs script-src with this site and \'wasm-unsafe-eval\'', sure: 'strong', measure: ({ site }) => ({ text: site, ok: null }) },
    { zh: '首次打开的流量（brotli）', en: 'Bytes of a first visit (brotli)', sure: 'measured', measure: ({ pageBytes }) => ({ text: kB(pageBytes), ok: null }) },
    { zh: '没有脚本时有图和文字', en: 'Picture and words without scripts', sure: 'measured', measure: ({ code }) => ({ text: /<img/.test(code) ? '<img>' : '–', ok: /<img [^]*<a /.test(code) }) },
  ],
  iframe: [
    { zh: '高度50–8000像素', en: 'Height 50–8,000 px', sure: 'measured', measure: ({ height }) => ({ text: `${height} px`, ok: height >= 50 && height <= 8000 }) },
    { zh: '公布的高度与实测相符', en: 'Published height equals the measured one', sure: 'measured', measure: ({ height, published }) => ({ text: `${published} / ${height} px`, ok: Math.abs(height - published) <= Math.max(2, height * 0.05) }) },
    { zh: 'sandbox 只给 allow-scripts', en: 'sandbox gives allow-scripts only', sure: 'strong', measure: ({ code }) => ({ text: 'allow-scripts', ok: /sandbox="allow-scripts"/.test(code) }) },
  ],
  wordpress: [
    { zh: '贴入网址，由oEmbed展开；服务器要发Access-Control-Allow-Origin: *', en: 'Paste the address; oEmbed unfolds it. The server must send Access-Control-Allow-Origin: *', sure: 'strong', measure: ({ cors }) => ({ text: cors ?? '–', ok: cors === '*' }) },
  ],
  amp: [
    { zh: '距页顶600像素以上，或有占位图', en: '600 px below the top, or a placeholder', sure: 'strong', measure: ({ code }) => ({ text: 'placeholder', ok: /placeholder/.test(code) }) },
    { zh: '只能用https地址', en: 'https addresses only', sure: 'strong', measure: ({ site }) => ({ text: new URL(site).protocol, ok: site.startsWith('https:') }) },
  ],
  wechat: [
    { zh: '正文少于20000字符', en: 'Fewer than 20,000 characters', sure: 'official', measure: ({ svg }) => ({ text: String(svg.length), ok: svg.length < 20_000 }) },
    { zh: '正文小于1 MB', en: 'Smaller than 1 MB', sure: 'official', measure: ({ svgBytes }) => ({ text: kB(svgBytes), ok: svgBytes < 1_000_000 }) },
    { zh: 'SVG不得含id、class、style、defs等：导出命令会改写', en: 'No id, class, style or defs in the SVG: the export command rewrites it', sure: 'good', measure: ({ svg }) => ({ text: forbidden(svg).join(' ') || '0', ok: forbidden(svg).length === 0 }) },
  ],
  toutiao: [
    { zh: '图片不超过2 MB', en: 'Picture up to 2 MB', sure: 'weak', measure: ({ png }) => ({ text: png ? kB(png.bytes) : '–', ok: png ? png.bytes <= 2_000_000 : null }) },
    { zh: '宽约750像素以上', en: 'About 750 px wide or more', sure: 'weak', measure: ({ png }) => ({ text: png ? `${png.width} px` : '–', ok: png ? png.width >= 750 : null }) },
  ],
  baijiahao: [
    { zh: '图片不超过10 MB', en: 'Picture up to 10 MB', sure: 'weak', measure: ({ png }) => ({ text: png ? kB(png.bytes) : '–', ok: png ? png.bytes <= 10_000_000 : null }) },
    { zh: '宽750像素以上', en: '750 px wide or more', sure: 'weak', measure: ({ png }) => ({ text: png ? `${png.width} px` : '–', ok: png ? png.width >= 750 : null }) },
  ],
  rss: [
    { zh: '只有图、说明、表格和链接，没有脚本', en: 'Picture, caption, table and link only; no script', sure: 'good', measure: ({ code }) => ({ text: '0 script', ok: !/<script|<iframe/.test(code) && /<table/.test(code) }) },
  ],
};
export { DATED };

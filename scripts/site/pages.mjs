// The pages of www as the site has them: each with one style sheet, one script, the engine and the story asked for early, the icon inside.

const drop = (html, pattern) => html.replace(pattern, '');

/** `icon.svg` as an address that needs no request. */
const iconAddress = (svg) => `data:image/svg+xml,${encodeURIComponent(svg.toString().trim()).replaceAll('%20', ' ').replaceAll('%2F', '/').replaceAll('%3D', '=').replaceAll('%3A', ':').replaceAll('%22', "'")}`;

/** The head without what only the unbundled page needs. */
function bare(html, icon) {
  let page = drop(html, /<link rel="(?:modulepreload|preload|stylesheet)"[^>]*>\n/g);
  page = drop(page, /<script type="module"[^>]*><\/script>\n/g);
  return page.replace(/href="icon\.svg"/, `href="${iconAddress(icon)}"`);
}

const addTo = (html, lines) => html.replace('</head>', `${lines.join('\n')}\n</head>`);
const checked = (file) => `integrity="${file.integrity}" crossorigin`;

/** A page that names its parts: `styles`, `script`, `classic` and what is to be fetched `early`, each {address, integrity},
    relative to the page. */
export function linkedPage(html, icon, { styles, script, classic, early }) {
  let page = bare(html, icon);
  const [still] = page.match(/<div class="still">/) ?? [];
  if (still) page = page.replace(still, '<div class="still" id="still">').replace('<svg class="wide"', '<svg class="wide" id="still-wide"');
  if (classic) page = page.replace(/<script src="[^"]+"><\/script>/, `<script src="${classic.address}" ${checked(classic)}></script>`);
  return addTo(page, [
    // Painted once with its picture, not three times on the way to it; the width is that of page.css.
    ...(still ? [
      '<link rel="expect" href="#still-wide" media="(min-width:540px)" blocking="render">',
      '<link rel="expect" href="#still" media="not all and (min-width:540px)" blocking="render">',
    ] : []),
    `<link rel="stylesheet" href="${styles.address}" ${checked(styles)}>`,
    ...early.map(({ address }) => `<link rel="preload" href="${address}" as="fetch" crossorigin>`),
    `<script type="module" src="${script.address}" ${checked(script)}></script>`,
  ]);
}

/** A script's text as it may stand in a page. */
const inPage = (script) => script.toString().trim().replaceAll('</script', '<\\/script');

/** A page that has everything inside and asks for nothing, under a policy that allows just that. `sha` makes a CSP hash. */
export function singlePage(html, icon, { styles, script, sha }) {
  const code = inPage(script);
  const css = styles.toString().trim();
  const policy = `default-src 'none'; script-src '${sha(code)}' 'wasm-unsafe-eval'; style-src '${sha(css)}'; img-src data: blob:; base-uri 'none'; form-action 'none'; `
    + "require-trusted-types-for 'script'; trusted-types 'none'";
  const page = bare(html, icon).replace('<meta charset="utf-8">\n', `<meta charset="utf-8">\n<meta http-equiv="content-security-policy" content="${policy}">\n`);
  // Functions, or a "$&" in the code would be taken for a pattern.
  return page.replace('</head>', () => `<style>${css}</style>\n</head>`).replace('</body>', () => `<script type="module">${code}</script>\n</body>`);
}

/** Puts static words and pictures where the page says `<!-- NAME -->`; a mark that is not there is an error. */
export function fill(html, parts) {
  return Object.entries(parts).reduce((page, [name, text]) => {
    if (!page.includes(`<!-- ${name} -->`)) throw new Error(`the page has no <!-- ${name} -->`);
    return page.replace(`<!-- ${name} -->`, () => text);
  }, html);
}

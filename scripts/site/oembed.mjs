// The oEmbed answer of each scene: what a content system shows when an editor pastes the scene's address.

const WIDTH = 720;

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Heights by width as embed.js reads them: "360:812 720:640". */
export const heightList = (heights) => Object.entries(heights).map(([width, height]) => `${width}:${height}`).join(' ');

/** `ID/SCENE/oembed.json` (Chinese) and `ID/SCENE/oembed-en.json` → bytes. */
export function oembeds({ id, story }, { site, version, heights, files }) {
  return story.scenes.flatMap((scene) => Object.keys(heights[scene.id]).map((lang) => {
    const address = `${site}/${id}/${scene.id}/${lang === 'zh' ? '' : `${lang}.html`}`;
    const height = heights[scene.id][lang][WIDTH];
    const still = (ending) => `${version}/${id}/stills/${scene.id}-${WIDTH}-${lang}-light.${ending}`;
    const thumbnail = [still('png'), still('svg')].find((name) => files.has(name));
    const svg = files.get(still('svg')).toString();
    const [pictureWidth, pictureHeight] = ['width', 'height'].map((name) => Math.round(Number(svg.match(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`))[1])));
    const title = `${story.title[lang]} · ${scene.name[lang]}`;
    const frame = `<iframe src="${attribute(address)}" title="${attribute(title)}" width="${WIDTH}" height="${height}" loading="lazy" sandbox="allow-scripts" `
      + `data-duoyuan-heights="${heightList(heights[scene.id][lang])}"></iframe><script type="module" src="${site}/embed.js"></script>`;
    const answer = { version: '1.0', type: 'rich', provider_name: 'duoyuan', provider_url: `${site}/`, title, html: frame, width: WIDTH, height,
      thumbnail_url: `${site}/${thumbnail}`, thumbnail_width: pictureWidth, thumbnail_height: pictureHeight, cache_age: 86400 };
    return [`${id}/${scene.id}/oembed${lang === 'zh' ? '' : `-${lang}`}.json`, Buffer.from(`${JSON.stringify(answer, null, 1)}\n`)];
  }));
}

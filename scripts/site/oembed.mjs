// The oEmbed answers of a story and of each scene: what a content system shows when an editor pastes the address of their page.

import { frameCode } from '../../www/embed/embed-code.js';
import { addressOf } from './hashing.mjs';
import { textOf } from './stories.mjs';

const WIDTH = 720;

/** `ID/oembed.json`, `ID/SCENE/oembed.json` in the first language and the same in others as `oembed-en.json` → bytes. */
export function oembeds({ id, story, languages: [first] }, { site, version, heights, files }) {
  const pages = [{ key: '*', folder: `${id}/`, shown: story.scenes[0] }, ...story.scenes.map((scene) => ({ key: scene.id, folder: `${id}/${scene.id}/`, shown: scene }))];
  return pages.flatMap(({ key, folder, shown }) => Object.keys(heights[key]).map((lang) => {
    const address = `${site}/${addressOf(folder)}${lang === first ? '' : `${lang}.html`}`;
    const height = heights[key][lang][WIDTH];
    const still = (ending) => `${version}/${id}/stills/${shown.id}-${WIDTH}-${lang}-light.${ending}`;
    const thumbnail = [still('png'), still('svg')].find((name) => files.has(name));
    const svg = files.get(still('svg')).toString();
    const [pictureWidth, pictureHeight] = ['width', 'height'].map((name) => Math.round(Number(svg.match(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`))[1])));
    const title = key === '*' ? textOf(story.title, lang) : `${textOf(story.title, lang)} · ${textOf(shown.name, lang)}`;
    const frame = frameCode({ src: address, title, width: WIDTH, height, heights: heights[key][lang], script: `${site}/embed.js` });
    const answer = { version: '1.0', type: 'rich', provider_name: 'duoyuan', provider_url: `${site}/`, title, html: frame, width: WIDTH, height,
      thumbnail_url: `${site}/${addressOf(thumbnail)}`, thumbnail_width: pictureWidth, thumbnail_height: pictureHeight, cache_age: 86400 };
    return [`${folder}oembed${lang === first ? '' : `-${lang}`}.json`, Buffer.from(`${JSON.stringify(answer, null, 1)}\n`)];
  }));
}

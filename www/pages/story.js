// The reading page of any story, as `duoyuan serve` shows it: names the story to the element, and puts its title above.

import { FIRST } from '../element/first-story.js';
import { el, find } from '../ui/dom.js';
import { langOf, langTag } from '../ui/words.js';

/** @import {Localized} from '../types.js' */

const story = find('duoyuan-story', HTMLElement);
const masthead = find('.masthead', HTMLElement);

/** The title stands in the story's file. Where that cannot be read, the element says what is wrong with it. */
async function entitle() {
  try {
    /** @type {{ title: Localized }} */
    const { title } = await (await fetch(FIRST, { cache: 'no-cache' })).json();
    const words = Object.entries(title).map(([tag, text]) => el('span', { lang: langTag(langOf(tag)) }, text));
    find('h1', HTMLElement, masthead).replaceChildren(...words.flatMap((word) => [word, ' ']));
    document.title = Object.values(title).join(' · ');
  } catch {
    // as it was
  }
}

story.setAttribute('src', FIRST);
story.addEventListener('duoyuan-ready', entitle);

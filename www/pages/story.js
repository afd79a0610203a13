// The reading page of any story, as `duoyuan serve` shows it: names the story to the element, and puts its title above.

import { FIRST } from '../element/first-story.js';
import { el, find } from '../ui/dom.js';
import { langOf, langTag } from '../ui/words.js';

/** @import {Localized} from '../types.js' */

const story = find('duoyuan-story', HTMLElement);
const masthead = find('.masthead', HTMLElement);

/** @param {string} selector @param {Localized} text */
function say(selector, text) {
  const words = Object.entries(text).map(([tag, each]) => el('span', { lang: langTag(langOf(tag)) }, each));
  find(selector, HTMLElement, masthead).replaceChildren(...words.flatMap((word) => [word, ' ']));
}

/** The title stands in the story's file. Where that cannot be read, the element says what is wrong with it. */
async function entitle() {
  try {
    const { title, subtitle } = await (await fetch(FIRST, { cache: 'no-cache' })).json();
    say('h1', title);
    say('p', subtitle);
    document.title = Object.values(title).join(' · ');
  } catch {
    // as it was
  }
}

story.setAttribute('src', FIRST);
story.addEventListener('duoyuan-ready', entitle);

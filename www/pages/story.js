// The reading page of any story, as `duoyuan serve` shows it: names the story to the element, and puts its title above.

import { FIRST } from '../element/first-story.js';
import { find } from '../ui/dom.js';

/** @import {Localized} from '../types.js' */

const story = find('duoyuan-story', HTMLElement);
const masthead = find('.masthead', HTMLElement);

/** @param {string} selector @param {Localized} text */
function say(selector, { zh, en }) {
  const place = find(selector, HTMLElement, masthead);
  find('[lang|=zh]', HTMLElement, place).textContent = zh;
  find('[lang|=en]', HTMLElement, place).textContent = en;
}

/** The title stands in the story's file. Where that cannot be read, the element says what is wrong with it. */
async function entitle() {
  try {
    const { title, subtitle } = await (await fetch(FIRST, { cache: 'no-cache' })).json();
    say('h1', title);
    say('p', subtitle);
    document.title = `${title.zh} · ${title.en}`;
  } catch {
    // as it was
  }
}

story.setAttribute('src', FIRST);
story.addEventListener('duoyuan-ready', entitle);

// The reading page of any story, as `duoyuan serve` shows it: names the story to the element, and puts its title above.

import { FIRST } from '../element/first-story.js';

const story = document.querySelector('duoyuan-story');
const masthead = document.querySelector('.masthead');
const say = (place, { zh, en }) => {
  place.querySelector('[lang|=zh]').textContent = zh;
  place.querySelector('[lang|=en]').textContent = en;
};

/** The title stands in the story's file. Where that cannot be read, the element says what is wrong with it. */
async function entitle() {
  try {
    const { title, subtitle } = await (await fetch(story.src, { cache: 'no-cache' })).json();
    say(masthead.querySelector('h1'), title);
    say(masthead.querySelector('p'), subtitle);
    document.title = `${title.zh} · ${title.en}`;
  } catch {
    // as it was
  }
}

story.src = FIRST;
story.addEventListener('duoyuan-ready', entitle);

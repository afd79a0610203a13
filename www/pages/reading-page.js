// The reading page: keeps the page's language and colours with the element's.

import { find } from '../ui/dom.js';
import { langOf, langTag } from '../ui/words.js';

const story = find('duoyuan-story', HTMLElement);
const root = document.documentElement;

function follow() {
  const lang = langTag(langOf(story.getAttribute('lang') ?? 'zh'));
  // Even the same language, said again, has browsers work out every style of the page anew.
  if (root.lang !== lang) root.lang = lang;
  const theme = story.getAttribute('theme') ?? 'auto';
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

new MutationObserver(follow).observe(story, { attributes: true, attributeFilter: ['lang', 'theme'] });
follow();

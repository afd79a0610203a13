// The guide and the pages like it: their language switch, which live examples follow.

import { find } from '../ui/dom.js';
import { editorLang, langOf, langTag } from '../ui/words.js';

/** @import {EditorLang} from '../types.js' */

const root = document.documentElement;
const stories = [...document.querySelectorAll('duoyuan-story')];
const languages = find('.languages', HTMLElement);
const buttons = [...languages.querySelectorAll('button')];
const heading = find('h1', HTMLElement);
/** @param {EditorLang} lang */
const titleIn = (lang) => find(`[lang|=${lang}]`, HTMLElement, heading).textContent ?? '';
const titles = { zh: titleIn('zh'), en: titleIn('en') };

/** Shows one language everywhere; what the reader was looking at stays where it was. @param {EditorLang} lang */
function show(lang) {
  const held = [...document.querySelectorAll('h1, h2, h3')].find(
    (heading) => heading.getBoundingClientRect().bottom > 0,
  );
  const before = held?.getBoundingClientRect().top ?? 0;
  root.lang = langTag(lang);
  root.dataset.show = lang;
  document.title = titles[lang];
  for (const story of stories) story.lang = lang;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
  if (held && scrollY > 0) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: 'instant' });
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const lang = editorLang(langOf(button.dataset.lang ?? ''));
    show(lang);
    const address = new URL(location.href);
    address.searchParams.set('lang', lang);
    history.replaceState(null, '', address);
  });
}
languages.hidden = false;
show(editorLang(langOf(root.dataset.show ?? '')));

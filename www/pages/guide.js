// The guide and the pages like it: their language switch, which live examples follow.

import { langTag } from '../ui/words.js';

const root = document.documentElement;
const stories = [...document.querySelectorAll('duoyuan-story')];
const languages = document.querySelector('.languages');
const buttons = [...languages.querySelectorAll('button')];
const titles = Object.fromEntries(
  ['zh', 'en'].map((lang) => [lang, document.querySelector(`h1 [lang|=${lang}]`).textContent]),
);

/** Shows one language everywhere; what the reader was looking at stays where it was. */
function show(lang) {
  const held = [...document.querySelectorAll('h1, h2, h3')].find(
    (heading) => heading.getBoundingClientRect().bottom > 0,
  );
  const before = held?.getBoundingClientRect().top;
  root.lang = langTag(lang);
  root.dataset.show = lang;
  document.title = titles[lang];
  for (const story of stories) story.lang = lang;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
  if (held && scrollY > 0) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: 'instant' });
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const { lang } = button.dataset;
    show(lang);
    const address = new URL(location.href);
    address.searchParams.set('lang', lang);
    history.replaceState(null, '', address);
  });
}
languages.hidden = false;
show(root.dataset.show);

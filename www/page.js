// The reading page: keeps the page's language and colours with the element's, and reloads while an editor works.

const story = document.querySelector('duoyuan-story');
const root = document.documentElement;

function follow() {
  root.lang = story.getAttribute('lang') === 'en' ? 'en' : 'zh-Hans';
  const theme = story.getAttribute('theme') ?? 'auto';
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

new MutationObserver(follow).observe(story, { attributes: true, attributeFilter: ['lang', 'theme'] });
follow();

// `duoyuan serve` says "changed /karamay/story.json": an address below the story's folder, or one of the page itself.
if (['localhost', '127.0.0.1'].includes(location.hostname)) {
  const folder = new URL('.', new URL(story.src, document.baseURI)).pathname;
  let waiting = 0;
  const events = new EventSource('/~events');
  events.onmessage = ({ data }) => {
    const address = data.replace(/^changed /, '');
    if (!address.startsWith(folder)) {
      location.reload();
      return;
    }
    // An editor that saves several files tells of each; one reading is enough.
    clearTimeout(waiting);
    waiting = setTimeout(() => story.reload(), 30);
  };
}

// The iframe page: one element over the whole width, set by the address. Only listed values and plain same-origin paths are taken.

const LISTED = {
  story: (value) => /^(?:[\w-]+\/)*[\w-]+\.json$/.test(value), // no scheme, no "..", no leading slash: below this page
  scene: (value) => /^[\w-]{1,64}$/.test(value),
  lang: (value) => ['zh', 'en'].includes(value),
  theme: (value) => ['auto', 'light', 'dark', 'contrast'].includes(value),
};

const asked = new URLSearchParams(location.search);
const story = document.createElement('duoyuan-story');

function take(name, value) {
  if (typeof value !== 'string' || !LISTED[name](value)) return;
  story.setAttribute(name === 'story' ? 'src' : name, value);
  if (name === 'lang') document.documentElement.lang = value === 'en' ? 'en' : 'zh-Hans';
  if (name === 'theme' && value !== 'auto') document.documentElement.dataset.theme = value;
}

story.setAttribute('mode', 'stepper');
story.setAttribute('src', 'karamay/story.json');
for (const name of Object.keys(LISTED)) take(name, asked.get(name));

new MutationObserver(() => {
  document.documentElement.lang = story.lang === 'en' ? 'en' : 'zh-Hans';
  if (story.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = story.theme;
}).observe(story, { attributes: true, attributeFilter: ['lang', 'theme'] });
document.querySelector('main').append(story);

/** The frame's heading is the picture's: a screen reader lists frames by it. */
function head() {
  const title = story.shadowRoot.querySelector('figure').getAttribute('aria-label');
  document.querySelector('h1').textContent = title;
  document.title = title;
}
for (const event of ['duoyuan-ready', 'duoyuan-scene']) story.addEventListener(event, head);

if (parent !== window) {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(story.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    parent.postMessage({ type: 'duoyuan', v: 1, id: asked.get('id') ?? '', height }, '*');
  };
  // Not only by the observer: a cross-site frame below the fold gets no such callback until it is scrolled to.
  story.addEventListener('duoyuan-ready', tell);
  story.addEventListener('duoyuan-scene', tell);
  new ResizeObserver(tell).observe(story);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.type !== 'duoyuan' || data.v !== 1) return;
    if (typeof data.scene === 'string' && LISTED.scene(data.scene)) story.goTo(data.scene);
    take('lang', data.lang);
    take('theme', data.theme);
  });
}

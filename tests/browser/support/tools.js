// Runs in the page before anything else, in every engine: keeps what goes wrong, and has the few actions that tests
// need in the page.

{
  const faults = [];
  addEventListener('error', ({ message }) => faults.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(`unhandled: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    faults.push(`CSP ${violatedDirective} ${blockedURI}`),
  );
  for (const kind of ['warn', 'error']) {
    const { [kind]: log } = console;
    console[kind] = (...words) => {
      faults.push(`${kind}: ${words.join(' ')}`);
      log.apply(console, words);
    };
  }

  const frame = requestAnimationFrame.bind(window); // some tests replace the page's own
  const tools = {
    faults,
    get story() {
      return document.querySelector('duoyuan-story');
    },
    get root() {
      return tools.story.shadowRoot;
    },
    get focus() {
      return tools.root.activeElement;
    },
    /** Waits for animation frames. */
    async frames(count) {
      for (let i = 0; i < count; i += 1) await new Promise((done) => frame(done));
    },
    /** Waits until `test` gives something, and returns that. */
    async until(test, what = String(test), limit = 20_000) {
      const end = performance.now() + limit;
      for (;;) {
        const answer = test();
        if (answer) return answer;
        if (performance.now() > end) throw new Error(`never: ${what}; ${faults.join(' | ')}`);
        await tools.frames(1);
      }
    },
    /** The statuses of all stories, once none is loading any more. */
    async settled() {
      const statuses = () =>
        [...document.querySelectorAll('duoyuan-story')].map((story) => story.getAttribute('status'));
      const over = () => statuses().length > 0 && statuses().every((status) => status && status !== 'loading');
      await tools.until(over, 'stories that are no longer loading');
      await tools.frames(10);
      return statuses().join();
    },
    /** Puts a scene on show and waits until it is at rest and painted. */
    async show(scene, lang = tools.story.lang) {
      tools.story.lang = lang;
      tools.story.goTo(scene);
      const { dataset } = tools.root.querySelector('.frame');
      await tools.until(() => tools.story.scene === scene && dataset.playback === 'rest', `${scene} at rest`);
      await tools.frames(2);
    },
  };
  window.tools = tools;
}

// The chapters as small pictures, so that one sees what is published. Each is painted when it comes into sight.

import { useEffect, useRef } from 'preact/hooks';
import { author, loaded, storyLanguage } from '../document/session.js';
import { story } from '../document/story-document.js';
import { told } from '../words.js';

const LAID_OUT = 640; // px: for which width a chapter is laid out
const SHOWN = 128; // px

/** @param {{ scene: number, name: string }} props */
function Thumbnail({ scene, name }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const state = loaded.value;
  const lang = storyLanguage.value;
  useEffect(() => {
    const engine = author.peek();
    const on = canvas.current;
    if (!engine || !on || !state.shown) return undefined;
    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      seen.disconnect();
      const scale = SHOWN / LAID_OUT;
      const size = { width: LAID_OUT, height: 0, seconds: Infinity, dpr: devicePixelRatio * scale };
      try {
        const drawn = engine.preview(on, { scene, beat: 0, lang, theme: 'light', ...size });
        Object.assign(on.style, { width: `${SHOWN}px`, height: `${drawn.height * scale}px` });
        on.dataset.drawn = 'true';
      } catch {
        on.width = 0;
      }
    });
    seen.observe(on);
    return () => seen.disconnect();
  }, [state, scene, lang]);
  return (
    <li class="publish-thumbnail">
      <span class="publish-sheet">
        <canvas ref={canvas} role="img" aria-label={name} width={SHOWN} height={SHOWN / 2} />
      </span>
      <span class="small-text">
        <span class="muted">{scene + 1}</span> {name}
      </span>
    </li>
  );
}

export const Thumbnails = () => (
  <ul class="publish-thumbnails">
    {(story.value?.scenes ?? []).map((scene, at) => (
      <Thumbnail key={scene.id ?? at} scene={at} name={told(scene.name) || told(scene.title) || `${at + 1}`} />
    ))}
  </ul>
);

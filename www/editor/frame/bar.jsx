// The bar above all places.

import { redo, select, selection, undo } from '../document/story-document.js';

export const Bar = () => (
  <header class="bar">
    {['start', 'sentences', 'tables', 'chapters', 'check', 'publish'].map((place) => (
      <button
        key={place}
        type="button"
        class="link"
        aria-current={selection.value.place === place}
        onClick={() => select({ place: /** @type {import('../types.js').Place} */ (place) })}
      >
        {place}
      </button>
    ))}
    <button type="button" onClick={undo}>
      undo
    </button>
    <button type="button" onClick={redo}>
      redo
    </button>
  </header>
);

// The frame of the editor and the place that is on show in it.

import './frame/frame.css';
import { selection } from './document/story-document.js';
import Chapters from './chapters/index.jsx';
import Check from './check/index.jsx';
import { Bar } from './frame/bar.jsx';
import { Foot } from './frame/foot.jsx';
import { Rail } from './frame/rail.jsx';
import Publish from './publish/index.jsx';
import Sentences from './sentences/index.jsx';
import Source from './source/index.jsx';
import Start from './start/index.jsx';
import Tables from './tables/index.jsx';

/** @type {Record<import('./types.js').Place, import('preact').ComponentType>} */
const PLACES = {
  start: Start,
  sentences: Sentences,
  tables: Tables,
  chapters: Chapters,
  check: Check,
  publish: Check,
  source: Source,
};

export function App() {
  const { place } = selection.value;
  const Shown = PLACES[place];
  return (
    <div class={place === 'start' ? 'frame at-start' : 'frame'}>
      <Bar />
      {place === 'start' ? null : <Rail />}
      <main class="place" id="place" tabIndex={-1}>
        <Shown key={place === 'publish' ? 'check' : place} />
      </main>
      <Foot />
      {place === 'publish' ? <Publish /> : null}
    </div>
  );
}

// The frame of the editor and the place that is on show in it.

import './frame/frame.css';
import { Component } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import Chapters from './chapters/index.jsx';
import Check from './check/index.jsx';
import { canUndo, select, selection, story, undo } from './document/story-document.js';
import { Bar } from './shell/bar.jsx';
import { Key } from './frame/components.jsx';
import { followFocus } from './frame/focus.js';
import { footKeys } from './frame/foot-keys.js';
import { Foot } from './shell/foot.jsx';
import { Help } from './shell/help.jsx';
import { useFrameKeys } from './shell/keys.js';
import { Rail } from './shell/rail.jsx';
import { WORDS } from './frame/words.js';
import Publish from './publish/index.jsx';
import Sentences from './sentences/index.jsx';
import Source from './source/index.jsx';
import { Drop } from './start/drop.jsx';
import Start from './start/index.jsx';
import Story from './story/index.jsx';
import Tables from './tables/index.jsx';
import { fill, told, useWords } from './words.js';

/** @import {Place} from './types.js' */

/** @type {Record<Place, import('preact').ComponentType>} */
const PLACES = {
  start: Start,
  sentences: Sentences,
  tables: Tables,
  chapters: Chapters,
  check: Check,
  publish: Check,
  source: Source,
  story: Story,
};

/** What stands in a place that failed: nothing is lost by it. @param {{ why: string, again: () => void }} props */
function Failed({ why, again }) {
  const words = useWords(WORDS);
  return (
    <div class="question failed-place" role="alert">
      <p>{fill(words.crashed, { why })}</p>
      <p>
        <button type="button" class="button main" onClick={again}>
          {words.again}
        </button>{' '}
        <button
          type="button"
          class="button"
          disabled={!canUndo.value}
          onClick={() => {
            undo();
            again();
          }}
        >
          {words.undo} <Key>Ctrl Z</Key>
        </button>
      </p>
    </div>
  );
}

/** A place that fails takes neither the frame nor the document with it. */
class Guard extends Component {
  /** @type {{ why: string }} */
  state = { why: '' };
  /** @param {unknown} error */
  componentDidCatch(error) {
    console.error(error);
    this.setState({ why: `${error instanceof Error ? error.message : error}` });
  }
  render() {
    if (!this.state.why) return this.props.children;
    return <Failed why={this.state.why} again={() => this.setState({ why: '' })} />;
  }
}

export function App() {
  const words = useWords(WORDS);
  const { place } = selection.value;
  const Shown = PLACES[place];
  const under = place === 'publish' ? 'check' : place;
  const shown = useRef(under);
  useFrameKeys();
  useEffect(followFocus, []);
  useEffect(() => {
    document.title = story.value ? `${told(story.value.title)} · ${words.place[place]} · duoyuan` : '多元 · duoyuan';
  });
  if (shown.current !== under) {
    shown.current = under;
    footKeys.value = [];
  }
  return (
    <div class={place === 'start' ? 'frame at-start' : 'frame'}>
      <Bar />
      {place === 'start' ? null : <Rail />}
      <main class="place" id="place" tabIndex={-1}>
        {place === 'start' ? null : (
          <h1 class="spoken">
            {told(story.value?.title) || words.untitled}: {words.place[under]}
          </h1>
        )}
        <Guard key={under}>
          <Shown />
        </Guard>
      </main>
      <Help />
      <Foot />
      <Drop />
      {place === 'publish' ? <Publish close={() => select({ place: 'check' })} /> : null}
    </div>
  );
}

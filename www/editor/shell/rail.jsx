// The story at the left of each place: its article, chapters, tables and sources, and what waits in each.

import './rail.css';
import { useState } from 'preact/hooks';
import { addScene } from '../chapters/actions.js';
import { HUES, hueOf } from '../chapters/scenes.js';
import { facts } from '../document/session.js';
import { select, selection, sources, story } from '../document/story-document.js';
import { paragraphs, waitingInScene, waitingInSeries, waitingInSource } from './waiting.js';
import { fill, told, useWords } from '../words.js';
import { Strip } from './strip.jsx';
import { railOpen } from './rail-open.js';
import { WORDS } from '../frame/words.js';

/** @import {Selection} from '../types.js' */

/** @param {Partial<Selection>} there */
function go(there) {
  railOpen.value = false;
  select(there);
}

/**
 * A line of the rail that leads to its part of the story.
 * @param {{ name: string, waits: number, current: boolean, to: Partial<Selection>, hue?: string, count?: number,
 *   number?: number }} props
 */
function Line({ name, waits, current, to, hue, count, number }) {
  const words = useWords(WORDS);
  return (
    <li>
      <button type="button" class="rail-line" aria-current={current ? 'true' : undefined} onClick={() => go(to)}>
        {number === undefined ? null : <span class="rail-number">{number}</span>}
        {hue ? <span class={`rail-hue ${hue}`} /> : null}
        <span class="rail-name">{name}</span>
        {waits > 0 ? (
          <span class="amber">{fill(words.waiting, { n: waits })}</span>
        ) : (
          <span class="muted">{count === undefined ? '' : count}</span>
        )}
      </button>
    </li>
  );
}

function Chapters() {
  const words = useWords(WORDS);
  const { place, scene: at } = selection.value;
  const scenes = story.value?.scenes ?? [];
  return (
    <section>
      <h2>
        {words.chapters} <span class="muted">{scenes.length}</span>
      </h2>
      <ul>
        {scenes.map((scene, n) => (
          <Line
            key={scene.id ?? n}
            name={told(scene.name) || told(scene.title) || scene.id || `${n + 1}`}
            number={n + 1}
            hue={HUES.includes(hueOf(scene.accent)) ? hueOf(scene.accent) : HUES[0]}
            waits={waitingInScene(n)}
            current={n === at && (place === 'chapters' || place === 'check' || place === 'publish')}
            to={{ scene: n, place: place === 'check' ? 'check' : 'chapters' }}
          />
        ))}
        <li>
          <button type="button" class="rail-line muted" onClick={() => addScene(scenes.length - 1)}>
            <span class="rail-number">+</span>
            <span class="rail-name">{words.addChapter}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}

function Tables() {
  const words = useWords(WORDS);
  const series = Object.entries(story.value?.series ?? {});
  const { place, series: chosen } = selection.value;
  return (
    <section>
      <h2>
        {words.tables} <span class="muted">{series.length}</span>
      </h2>
      <ul>
        {series.map(([id, { label }]) => (
          <Line
            key={id}
            name={told(label) || id}
            waits={waitingInSeries(id)}
            count={facts.value.filter((statement) => statement.series === id).length || undefined}
            current={place === 'tables' && chosen === id}
            to={{ place: 'tables', series: id, source: '' }}
          />
        ))}
        {series.length === 0 ? (
          <Line name={words.addTable} waits={0} current={false} to={{ place: 'tables', series: '', source: '' }} />
        ) : null}
      </ul>
    </section>
  );
}

function Sources() {
  const words = useWords(WORDS);
  const [all, setAll] = useState(false);
  const known = Object.entries(sources.value?.sources ?? {});
  const { source: chosen, place } = selection.value;
  const first = known.filter(
    ([id], at) => at === 0 || waitingInSource(id) > 0 || (place === 'tables' && id === chosen),
  );
  const shown = all || known.length <= 2 ? known : first;
  return (
    <section>
      <h2>
        {words.sources} <span class="muted">{known.length}</span>
      </h2>
      <ul>
        {shown.map(([id, source]) => (
          <Line
            key={id}
            name={told(source.publisher) || told(source.title) || id}
            waits={waitingInSource(id)}
            current={place === 'tables' && chosen === id}
            to={{ place: 'tables', source: id, series: '' }}
          />
        ))}
        {known.length > 2 && (all || known.length > first.length) ? (
          <li>
            <button type="button" class="rail-line muted" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? words.fewerSources : fill(words.otherSources, { n: known.length - first.length })}
            </button>
          </li>
        ) : null}
        {known.length === 0 ? <li class="rail-line muted">{words.noSources}</li> : null}
      </ul>
    </section>
  );
}

export function Rail() {
  const words = useWords(WORDS);
  const scenes = story.value?.scenes ?? [];
  return (
    <nav class={railOpen.value ? 'rail open' : 'rail'} id="rail" aria-label={words.story}>
      <section class="rail-title">
        <p class="rail-heading serif">
          <button
            type="button"
            aria-current={selection.value.place === 'story' ? 'true' : undefined}
            title={words.place.story}
            onClick={() => go({ place: 'story' })}
          >
            {told(story.value?.title) || words.untitled}
          </button>
        </p>
        <p class="muted">{fill(words.counts, { chapters: scenes.length, statements: facts.value.length })}</p>
      </section>
      <Strip paragraphs={paragraphs.value} />
      <Chapters />
      <Tables />
      <Sources />
      <section>
        <ul>
          <Line name={words.files} waits={0} current={selection.value.place === 'source'} to={{ place: 'source' }} />
        </ul>
      </section>
    </nav>
  );
}

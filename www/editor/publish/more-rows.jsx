// Pictures, the fact sheet and data.

import { useState } from 'preact/hooks';
import { isCancel } from '../document/files-in.js';
import { saveFile, storyName, zipOf } from '../document/files-out.js';
import { facts as rows, storyLanguage } from '../document/session.js';
import { story } from '../document/story-document.js';
import { Key, Segments, Tick } from '../frame/components.jsx';
import { fill, useWords } from '../words.js';
import { makeData, makeFacts, makePictures } from './outputs.js';
import { Row } from './row.jsx';
import { Thumbnails } from './thumbnails.jsx';
import { WORDS } from './words.js';

/** @import {RefObject} from 'preact' */

/** What came of an action, told in the row; `run` runs one at a time. @param {string} failed */
function useOutcome(failed) {
  const [said, setSaid] = useState({ text: '', bad: false, busy: false });
  const run = async (/** @type {(say: (text: string) => void) => Promise<string>} */ action) => {
    if (said.busy) return;
    const say = (/** @type {string} */ text) => setSaid({ text, bad: false, busy: true });
    try {
      say('…');
      setSaid({ text: await action(say), bad: false, busy: false });
    } catch (error) {
      const why = error instanceof Error ? error.message : `${error}`;
      setSaid({ text: isCancel(error) ? '' : fill(failed, { why }), bad: !isCancel(error), busy: false });
    }
  };
  return { said, run };
}

/** @param {{ base: string, ready: boolean, action: RefObject<() => void> }} props */
export function PicturesRow({ base, ready, action }) {
  const words = useWords(WORDS).pictures;
  const where = useWords(WORDS).site.where;
  const [chosen, setChosen] = useState({ png: true, svg: true, cards: true, all: false });
  const { said, run } = useOutcome(words.failed);
  const make = () =>
    run(async (say) => {
      const asked = { ...chosen, base };
      const pictures = await makePictures(asked, (done, all) => say(fill(words.busy, { done, all })));
      const zip = new Blob([/** @type {BlobPart} */ (zipOf(pictures))]);
      const name = await saveFile(`${storyName()}-pictures.zip`, zip, 'application/zip');
      return fill(words.saved, { name, n: pictures.size });
    });
  action.current = () => void (ready && make());
  return (
    <Row
      name={words.name}
      about={fill(words.about, { n: story.value?.scenes?.length ?? 0 })}
      said={said.text}
      bad={said.bad}
      whereName={where}
      action={
        <button type="button" class="button" disabled={!ready} aria-disabled={said.busy} onClick={make}>
          {words.save} <Key>I</Key>
        </button>
      }
      where={
        <>
          <p>{words.whereText}</p>
          <p>{words.fonts}</p>
        </>
      }
    >
      <p class="output-ticks">
        {
          /** @type {const} */ (['png', 'svg', 'cards', 'all']).map((name) => (
            <Tick key={name} checked={chosen[name]} onChange={(on) => setChosen({ ...chosen, [name]: on })}>
              {words[name]}
            </Tick>
          ))
        }
      </p>
      <Thumbnails />
      <p class="muted small-text">{words.note}</p>
    </Row>
  );
}

/** @param {{ ready: boolean, action: RefObject<() => void> }} props */
export function FactsRow({ ready, action }) {
  const words = useWords(WORDS).facts;
  const where = useWords(WORDS).site.where;
  const [format, setFormat] = useState(/** @type {'csv' | 'html'} */ ('csv'));
  const { said, run } = useOutcome(words.failed);
  const facts = () =>
    run(async () => {
      const type = format === 'csv' ? 'text/csv' : 'text/html';
      const text = await makeFacts(format, storyLanguage.peek());
      return fill(words.saved, { name: await saveFile(`${storyName()}-facts.${format}`, text, type) });
    });
  const data = () =>
    run(async () => {
      const zip = new Blob([/** @type {BlobPart} */ (zipOf(await makeData()))]);
      return fill(words.saved, { name: await saveFile(`${storyName()}-data.zip`, zip, 'application/zip') });
    });
  action.current = () => void (ready && facts());
  return (
    <Row
      name={words.name}
      about={fill(words.about, { n: rows.value.length })}
      said={said.text}
      bad={said.bad}
      whereName={where}
      action={
        <button type="button" class="button" disabled={!ready} aria-disabled={said.busy} onClick={facts}>
          {words.save} <Key>F</Key>
        </button>
      }
      where={<p>{words.whereText}</p>}
    >
      <p>{words.text}</p>
      <div class="output-ticks">
        <Segments
          label={words.format}
          value={format}
          options={[
            { id: 'csv', name: words.formats.csv },
            { id: 'html', name: words.formats.html },
          ]}
          onChange={(id) => setFormat(id === 'csv' ? 'csv' : 'html')}
        />
        <button type="button" class="button" disabled={!ready} aria-disabled={said.busy} onClick={data}>
          {words.data}
        </button>
        <span class="muted small-text">{words.dataAbout}</span>
      </div>
    </Row>
  );
}

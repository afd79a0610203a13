// The site: as a zip or a folder, with the story in it so that it can be opened again.

import { useState } from 'preact/hooks';
import { isCancel } from '../document/files-in.js';
import { canWriteFolders, chooseFolder, save, saveFile, storyName, writeAll, zipOf } from '../document/files-out.js';
import { facts } from '../document/session.js';
import { change, story } from '../document/story-document.js';
import { Key, Tick } from '../frame/components.jsx';
import { fill, useWords } from '../words.js';
import { makeSite, sizeOf, storySize, withStory } from './outputs.js';
import { Row } from './row.jsx';
import { WORDS } from './words.js';

/** What is chosen for the site; it outlives the dialog. */
const choice = { folder: false, inline: false, originals: true };

/**
 * @param {{ base: string, onBase: (base: string) => void, ready: boolean, action: import('preact').RefObject<() =>
 *   void>}} props
 */
export function SiteRow({ base, onBase, ready, action }) {
  const words = useWords(WORDS);
  const own = words.site;
  const [chosen, setChosen] = useState(choice);
  const [said, setSaid] = useState({ text: '', bad: false, busy: false });
  const [made, setMade] = useState({ size: '', n: 0 });
  /** @param {Partial<typeof choice>} part */
  const choose = (part) => {
    Object.assign(choice, part);
    setChosen({ ...choice });
  };
  const good = base === '' || /^https?:\/\/[^\s?#]+\/$/.test(base);
  const make = async () => {
    if (said.busy || !ready || !good) return;
    /** @type {Promise<unknown>} */
    let working = Promise.resolve();
    const name = `${storyName()}-site.zip`;
    const address = base || own.yours;
    const saved = () => setSaid({ text: fill(own.saved, { name, address }), bad: false, busy: false });
    try {
      const folder = chosen.folder && canWriteFolders() ? await chooseFolder() : null;
      setSaid({ text: own.begin, bad: false, busy: true });
      const progress = (/** @type {number} */ done, /** @type {number} */ all) =>
        setSaid({ text: fill(own.busy, { done, all }), bad: false, busy: true });
      const making = async () => {
        await new Promise((done) => setTimeout(done, 30));
        const site = await makeSite({ base, inline: chosen.inline }, progress);
        return withStory(site, chosen.originals);
      };
      if (folder) {
        const all = await making();
        await writeAll(folder, all);
        setMade({ size: sizeOf([...all.values()].reduce((sum, { length }) => sum + length, 0)), n: all.size });
        setSaid({ text: fill(own.savedFolder, { name: folder.name, address }), bad: false, busy: false });
      } else {
        const zip = making().then((all) => {
          const bytes = zipOf(all);
          setMade({ size: sizeOf(bytes.length), n: all.size });
          return new Blob([/** @type {BlobPart} */ (bytes)], { type: 'application/zip' });
        });
        working = zip.catch(() => {}); // told below; where the question for the place was cancelled nobody else listens
        await saveFile(name, zip, 'application/zip');
        saved();
      }
    } catch (error) {
      if (isCancel(error)) {
        // the site is still being made: what it says of its progress is not the last word
        await working;
        setSaid({ text: '', bad: false, busy: false });
        const { downloaded } = /** @type {{ downloaded?: Promise<unknown> }} */ (error);
        void downloaded?.then(saved);
        return;
      }
      const why = error instanceof Error ? error.message : `${error}`;
      setSaid({ text: fill(own.failed, { why }), bad: true, busy: false });
    }
  };
  action.current = make;
  const about = (
    <>
      {made.size ? fill(own.size, { size: made.size }) : own.about}
      {made.n ? (
        <>
          <br />
          {fill(own.count, { n: made.n })}
        </>
      ) : null}
    </>
  );
  return (
    <Row
      name={own.name}
      about={about}
      said={said.text}
      bad={said.bad}
      whereName={own.where}
      action={
        <button
          type="button"
          class="button main"
          disabled={!ready || !good}
          aria-disabled={said.busy}
          aria-describedby="output-open"
          onClick={make}
        >
          {chosen.folder && canWriteFolders() ? own.saveFolder : own.save} <Key>Enter</Key>
        </button>
      }
      where={
        <>
          <p>{own.whereText}</p>
          <input
            class={good ? 'output-address' : 'output-address bad'}
            type="url"
            aria-label={own.address}
            aria-invalid={!good}
            placeholder="https://"
            value={base}
            onInput={(event) => onBase(event.currentTarget.value.trim())}
            onBlur={() => base !== '' && !base.endsWith('/') && onBase(`${base}/`)}
          />
          {good ? null : <p class="amber small-text">{own.badAddress}</p>}
        </>
      }
    >
      <dl class="output-parts">
        {own.parts.map(([part, what]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="output-ticks">
        {canWriteFolders() ? (
          <Tick checked={chosen.folder} onChange={(folder) => choose({ folder })}>
            {own.folder}
          </Tick>
        ) : null}
        <Tick checked={chosen.inline} onChange={(inline) => choose({ inline })}>
          {own.single}
        </Tick>
        <Tick checked={chosen.originals} onChange={(originals) => choose({ originals })}>
          {own.originals}
        </Tick>
      </p>
      <p class="output-open" id="output-open">
        {fill(own.open, { n: facts.value.length })} {chosen.originals ? own.openStory : null}
      </p>
    </Row>
  );
}

/** The address of the site, which site.json keeps. */
export function useBase() {
  const words = useWords(WORDS);
  return (/** @type {string} */ base) =>
    change({ label: words.site.address, merge: 'site-base' }, [
      { file: 'site.json', path: ['base'], value: base === '' ? undefined : base },
    ]);
}

/** The story alone, for those who go on elsewhere. */
export function StoryLine() {
  const words = useWords(WORDS);
  const [said, setSaid] = useState('');
  const keep = async (/** @type {'folder' | 'zip'} */ how) => {
    const { name, why } = (await save(how)) ?? { name: '' };
    setSaid(why ? fill(words.site.failed, { why }) : name ? fill(words.story.saved, { name }) : '');
  };
  return (
    <p class="output-story">
      <button type="button" class="button small" disabled={!story.value} onClick={() => keep('zip')}>
        {words.story.save}
      </button>{' '}
      {canWriteFolders() ? (
        <button type="button" class="button small" disabled={!story.value} onClick={() => keep('folder')}>
          {words.story.folder}
        </button>
      ) : null}{' '}
      <span class="muted small-text" role="status">
        {said || fill(words.story.about, { size: storySize() })}
      </span>
    </p>
  );
}

// Publishing: the one dialog. What is made goes to this computer; nothing is sent anywhere.

import './publish.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { counts, facts, goTo, languages, loaded, problems } from '../document/session.js';
import { fileText, select, story } from '../document/story-document.js';
import { Key, Select, useKeys } from '../frame/components.jsx';
import { SaveNotice } from '../frame/save-notice.jsx';
import { footKeys } from '../frame/foot-keys.js';
import { fill, language, told, useWords } from '../words.js';
import { CodeRow } from './code-row.jsx';
import { FactsRow, PicturesRow } from './more-rows.jsx';
import { SiteRow, StoryLine, useBase } from './site-row.jsx';
import { unnamedIn } from './unnamed.js';
import { WORDS } from './words.js';

/** @import {Problem} from '../types.js' */

/** Whether it can be published, and what else is to be said of it. @param {{ close: () => void }} props */
function Ready({ close }) {
  const words = useWords(WORDS);
  const { stops, advice } = counts.value;
  const all = facts.value;
  const unticked = all.filter(({ state }) => state !== 'ticked').length;
  const by = [...new Set(all.filter(({ state }) => state === 'ticked').map((each) => each.by))].join('、');
  const unnamed = unnamedIn(story.value);
  const show = (/** @type {'error' | 'warning'} */ severity) => {
    const first = problems.peek().find((problem) => problem.severity === severity);
    close();
    if (first && severity === 'error') goTo(first);
  };
  return (
    <div class="ready" role="status">
      {stops > 0 || !loaded.value.ok ? (
        <span class="ready-stop">
          <b>{stops > 0 ? fill(words.stops, { n: stops }) : words.notLoaded}</b>{' '}
          <button type="button" class="link" onClick={() => show('error')}>
            {words.goThere}
          </button>
        </span>
      ) : (
        <span>
          ✓ <b>{words.ready}</b>
        </span>
      )}
      {all.length === 0 ? (
        <span class="muted">{words.noStatements}</span>
      ) : unticked === 0 ? (
        <span>
          ✓ <b>{fill(words.ticked, { n: all.length })}</b> <span class="muted">{by}</span>
        </span>
      ) : (
        <span>○ {fill(words.unticked, { n: unticked })}</span>
      )}
      {advice > 0 ? (
        <span>
          ○ <b class="amber">{fill(words.advice, { n: advice })}</b>{' '}
          <button type="button" class="link" onClick={() => show('warning')}>
            {words.seeAdvice}
          </button>
        </span>
      ) : null}
      {unnamed.length > 0 ? (
        <span>
          ○ <b class="amber">{fill(words.unnamed, { n: unnamed.length, text: unnamed[0].text })}</b>{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              close();
              goTo(/** @type {Problem} */ ({ file: 'story.json', path: unnamed[0].path }));
            }}
          >
            {words.goThere}
          </button>
        </span>
      ) : null}
      <span class="muted push">{words.again}</span>
    </div>
  );
}

/** The command of `duoyuan export` for a platform. */
function Commands() {
  const words = useWords(WORDS);
  const [platform, setPlatform] = useState('wechat');
  const [said, setSaid] = useState('');
  const command = `duoyuan export ${story.value?.id ?? 'story'} --for ${platform} -o ${platform}/`;
  return (
    <footer class="publish-foot">
      <span>{words.commands}</span>
      <Select
        label={words.platform}
        value={platform}
        options={Object.entries(words.platforms).map(([id, name]) => ({ id, name }))}
        onChange={setPlatform}
      />
      <code>{command}</code>
      <button
        type="button"
        class="link"
        onClick={() =>
          navigator.clipboard.writeText(command).then(
            () => setSaid(fill(words.commandCopied, { command: '✓' })),
            () => setSaid(words.code.cannot),
          )
        }
      >
        {words.copyCommand}
      </button>
      <span role="status">{said}</span>
    </footer>
  );
}

/** The address that site.json has. */
function baseOf() {
  try {
    return `${JSON.parse(fileText('site.json') || '{}').base ?? ''}`;
  } catch {
    return '';
  }
}

/** @param {{ close: () => void }} props */
export default function Publish({ close }) {
  const words = useWords(WORDS);
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const site = useRef(() => {});
  const code = useRef(() => {});
  const pictures = useRef(() => {});
  const sheet = useRef(() => {});
  const base = baseOf();
  const setBase = useBase();
  const ready = loaded.value.ok && counts.value.stops === 0;
  useEffect(() => {
    dialog.current?.showModal();
    const { keys } = words;
    const before = footKeys.peek();
    footKeys.value = [
      ['Enter', keys.zip],
      ['C', keys.code],
      ['I', keys.pictures],
      ['F', keys.facts],
      ['Esc', keys.back],
    ];
    return () => {
      footKeys.value = before;
    };
  }, [words]);
  useKeys(
    {
      Enter: () => site.current(),
      KeyC: () => code.current(),
      KeyI: () => pictures.current(),
      KeyF: () => sheet.current(),
    },
    'dialog',
  );
  const title = told(story.value?.title) || words.untitled;
  const names = languages.value.map((lang) => words.languageNames[lang] ?? lang);
  return (
    <dialog
      ref={dialog}
      class="publish"
      aria-labelledby="publish-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header class="publish-head">
        <h1 class="serif" id="publish-title" tabIndex={-1} autofocus>
          {fill(words.heading, { title })}
        </h1>
        <span class="muted">
          {fill(words.about, {
            chapters: story.value?.scenes?.length ?? 0,
            languages: names.join(language.value === 'zh' ? '、' : ', '),
          })}
        </span>
        <button type="button" class="button push" onClick={close}>
          {words.close} <Key>Esc</Key>
        </button>
      </header>
      <SaveNotice />
      <Ready
        close={() => {
          select({ place: 'check' });
          close();
        }}
      />
      <div class="outputs">
        <SiteRow base={base} onBase={setBase} ready={ready} action={site} />
        <StoryLine />
        <CodeRow base={base} action={code} />
        <PicturesRow base={base} ready={ready} action={pictures} />
        <FactsRow ready={ready} action={sheet} />
      </div>
      <Commands />
    </dialog>
  );
}

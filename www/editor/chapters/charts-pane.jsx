// The charts that take the ticked statements, as live pictures, and those that do not, with the reason and what would
// make them.

import './charts-pane.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { engineWords } from '../document/session.js';
import { themeNow } from '../preview/theme.js';
import { said, saidPlainly, useWords } from '../words.js';
import { addChart, splitChart, useChart } from './actions.js';
import { chartsFor, paintChart } from './answers.js';
import { Blocked, blocking } from './blocked.jsx';
import { useAnswers } from './use-answers.js';
import { WORDS } from './words.js';

/**
 * @import {ChartAnswer, StoryLang} from '../types.js'
 * @import {Chart} from './rows.js'
 * @typedef {object} Props
 * @property {number} scene
 * @property {StoryLang} lang
 * @property {string[]} ids
 * @property {Chart | undefined} chart the one in use
 * @property {string} name of the chart in use
 * @property {(id: string) => boolean} known
 * @property {(id: string) => string} phrase
 */

const FEW = 6; // refusals that are listed before all are asked for

/** @param {Props} props */
export function ChartsPane({ scene, lang, ids, chart, name, known, phrase }) {
  const words = useWords(WORDS);
  const [every, setEvery] = useState(false);
  const [open, setOpen] = useState('');
  const answers = useAnswers(ids, lang);
  const accepting = answers.all.filter(({ accepted }) => accepted).map((answer, index) => ({ answer, index }));
  // a mistake elsewhere is why none takes them, not what each says
  const blocked = accepting.length === 0 && ids.length > 0 && blocking.value !== null;
  const refusing = (blocked ? [] : answers.all)
    .filter(({ accepted }) => !accepted)
    .sort((a, b) => (b.takes?.length ?? 0) - (a.takes?.length ?? 0));
  const shown = every ? refusing : refusing.slice(0, FEW);
  const inUse = chart?.type ?? '';
  // the one in use first
  accepting.sort((a, b) => Number(b.answer.type === inUse) - Number(a.answer.type === inUse));
  return (
    <section class="pane charts-pane" aria-labelledby="charts-head">
      <header class="pane-head">
        <h2 id="charts-head">{words.charts}</h2>
        {ids.length > 0 && answers.all.length > 0 && !blocked ? (
          <span class="muted">{words.accepting(accepting.length, ids.length)}</span>
        ) : null}
      </header>
      <div class="pane-body" aria-live="off">
        {ids.length === 0 && !chart ? <p class="pane-note muted">{words.tickFirst}</p> : null}
        {blocked ? <Blocked /> : null}
        <ul class="tiles">
          {chart && !accepting.some(({ answer }) => answer.type === inUse) ? (
            <li class="tile in-use by-hand">
              <span class="tile-name">
                <b>{name}</b>{' '}
                <span class="muted">
                  {blocked
                    ? words.inUse
                    : refusing.some(({ type }) => type === inUse)
                      ? words.inUseRefused
                      : words.byHand}
                </span>
              </span>
            </li>
          ) : null}
          {accepting.map(({ answer, index }) => (
            <Tile
              key={answer.type}
              answer={answer}
              index={index}
              ids={answers.ids}
              lang={lang}
              inUse={answer.type === inUse}
              onUse={() => useChart(scene, /** @type {Chart} */ (answer.chart), known)}
            />
          ))}
        </ul>
        {refusing.length > 0 ? (
          <>
            <header class="refusals-head">
              <h2>{words.refusing}</h2>
              <span class="muted push">{words.refusingHint}</span>
            </header>
            <ul class="refusals">
              {shown.map((answer) => (
                <Refusal
                  key={answer.type}
                  answer={answer}
                  open={open === answer.type}
                  onOpen={(on) => setOpen(on ? answer.type : '')}
                  {...{ scene, lang, ids, known, phrase }}
                />
              ))}
            </ul>
            {refusing.length > FEW ? (
              <p class="refusals-rest muted">
                {every ? null : <span>{words.otherRefusals(refusing.length - FEW)}</span>}
                <button type="button" class="link push" aria-expanded={every} onClick={() => setEvery(!every)}>
                  {every ? words.listFew : words.listAll}
                </button>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
}

/** In the language of the interface. @param {string} type */
const nameOf = (type) => engineWords.value.charts.find(({ id }) => id === type)?.name ?? type;

/**
 * @param {{ answer: ChartAnswer, index: number, ids: string[], lang: StoryLang, inUse: boolean,
 *   onUse: () => void }} props
 */
function Tile({ answer, index, ids, lang, inUse, onUse }) {
  const words = useWords(WORDS);
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const theme = themeNow.value;
  useLayoutEffect(() => {
    const on = canvas.current;
    if (!on) return undefined;
    // One after another, so that typing is not held up.
    const timer = setTimeout(() => {
      if (ids.length === 0) return;
      paintChart(on, ids, index, { width: WIDTH, theme, lang });
      Object.assign(on.style, { width: '100%', height: 'auto', marginTop: `${(-100 * HEAD) / WIDTH}%` });
    }, 0);
    return () => clearTimeout(timer);
  }, [answer, index, ids, lang, theme]);
  return (
    <li class={inUse ? 'tile in-use' : 'tile'}>
      <button type="button" aria-pressed={inUse} onClick={onUse}>
        <span class="tile-picture" aria-hidden="true">
          <canvas ref={canvas} />
        </span>
        <span class="tile-name">
          <b>{nameOf(answer.type)}</b> {inUse ? <span class="muted">{words.inUse}</span> : null}
        </span>
      </button>
    </li>
  );
}

const HEAD = 24; // px of it that a chapter's heading takes
const WIDTH = 320; // px at which a chart is laid out to be shown small

/**
 * @param {{ answer: ChartAnswer, open: boolean, onOpen: (on: boolean) => void, scene: number, lang: StoryLang,
 *   ids: string[], known: (id: string) => boolean, phrase: (id: string) => string }} props
 */
function Refusal({ answer, open, onOpen, scene, lang, ids, known, phrase }) {
  const words = useWords(WORDS);
  const takes = (answer.takes ?? []).filter((id) => ids.includes(id));
  const rest = ids.filter((id) => !takes.includes(id));
  const chart =
    takes.length > 0 && open
      ? chartsFor(takes, lang).find((other) => other.accepted && other.type === answer.type)?.chart
      : undefined;
  const named = takes.map(phrase).join(words.and);
  const split = () => {
    if (!chart) return;
    if (rest.length > 0) splitChart(scene, /** @type {Chart} */ (chart), rest, lang, known);
    else addChart(scene, /** @type {Chart} */ (chart));
  };
  return (
    <li class={open ? 'refusal open' : 'refusal'}>
      <button type="button" class="refusal-head" aria-expanded={open} onClick={() => onOpen(!open)}>
        <span class="refusal-name">{nameOf(answer.type)}</span>
        <span class="refusal-reason">{saidPlainly(answer.reason)}</span>
      </button>
      {open ? (
        <div class="refusal-way">
          <p>
            {said(answer.help)} {chart ? words.splitNote(named) : null}
          </p>
          {chart ? (
            <button type="button" class="button" onClick={split}>
              {words.split}
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

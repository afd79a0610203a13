// The amounts of the article as they are now, and the one that is open.
//
// **Invariant**: the list follows the files; it is never kept beside them.

import { computed, effect, signal } from '@preact/signals';
import { author, languages, storyLanguage } from '../document/session.js';
import { article, editorState, select, selection, sources, story } from '../document/story-document.js';
import { amountsOf, paragraphStates, waits } from './amounts.js';
import { isToLookAt } from './faults.js';

/** @import { Recognised, StoryJson } from '../types.js' */
/** @import { Amount, Kept } from './types.js' */

/** @type {Recognised} */
const NOTHING = { candidates: [], dates: [], rest: [] };

/** editor.json with what this place keeps in it. */
export const kept = computed(() => /** @type {Kept} */ (editorState.value));

/** The language of the article; where there is none, that in which the story is shown. */
export const articleLanguage = computed(() => {
  if (article.value.trim() === '') return storyLanguage.value;
  return editorState.value.language ?? (/\p{Script=Han}/u.test(article.value) ? 'zh' : languages.value[0]);
});

const reading = computed(() => {
  const engine = author.value;
  if (!engine || article.value.trim() === '') return NOTHING;
  return engine.recognise(article.value, articleLanguage.value);
});

/** What words say by themselves, kept as long as the article has its language. @type {Map<string, Recognised>} */
let alone = new Map();
let aloneIn = '';

/** @param {string} words */
function recognise(words) {
  const [engine, lang] = [author.value, articleLanguage.value];
  if (aloneIn !== lang) alone = new Map();
  aloneIn = lang;
  const read = alone.get(words) ?? engine?.recognise(words, lang) ?? NOTHING;
  if (engine) alone.set(words, read);
  return read;
}

/** Those of before by their key, each with what it said. @type {Map<string, { said: string, amount: Amount }>} */
let before = new Map();

/**
 * The same objects as before where nothing has changed, so that nothing is drawn anew for them.
 * @param {Amount[]} all
 */
function unchanged(all) {
  /** @type {typeof before} */
  const now = new Map();
  for (const amount of all) {
    const said = JSON.stringify(amount);
    const last = before.get(amount.key);
    now.set(amount.key, last?.said === said ? last : { said, amount });
  }
  before = now;
  return [...now.values()].map(({ amount }) => amount);
}

/** What amounts are told from: a chapter's words that are being typed are none of it. */
const figures = computed(() => story.value?.figures);
const names = computed(() => story.value?.names);
const units = computed(() => story.value?.units);

export const amounts = computed(() =>
  unchanged(
    amountsOf({
      text: article.value,
      reading: reading.value,
      story: /** @type {StoryJson} */ ({ figures: figures.value, names: names.value, units: units.value }),
      kept: kept.value,
      languages: languages.value,
      language: articleLanguage.value,
      recognise,
    }),
  ),
);

export const paragraphList = computed(() => paragraphStates(article.value, amounts.value));

/** Where the editor is: START-END, or the id of a figure that is in no article. */
export const currentKey = signal('');

let last = { amount: '', statement: '' };
effect(() => {
  const { amount, statement } = selection.value;
  const all = amounts.value;
  const asked =
    statement !== last.statement && statement
      ? all.find(({ id, state }) => state === 'taken' && id === statement)?.key
      : amount !== last.amount
        ? amount
        : undefined;
  if (asked === undefined && statement !== last.statement && all.length === 0) return;
  last = { amount, statement };
  if (asked) currentKey.value = asked;
});

/** The one that is open; `null` where there is none. */
export const current = computed(
  () =>
    amounts.value.find(({ key }) => key === currentKey.value) ?? amounts.value.find(waits) ?? amounts.value[0] ?? null,
);

/** @param {Amount | null | undefined} amount */
export function goToAmount(amount) {
  if (!amount) return;
  currentKey.value = amount.key;
  last = { amount: amount.kind === 'figure' ? '' : amount.key, statement: amount.state === 'taken' ? amount.id : '' };
  select(last);
}

/** The next one that waits, behind the one given or from the beginning. @param {string} key */
export function nextWaiting(key) {
  const all = amounts.peek();
  const at = all.findIndex((amount) => amount.key === key);
  const behind = all.slice(at + 1);
  return behind.find(isToLookAt) ?? all.slice(0, at + 1).find(isToLookAt) ?? null;
}

/** The id of the article's source, and whether the story has it. */
export const articleSource = computed(() => {
  const all = sources.value?.sources ?? {};
  const id = editorState.value.source ?? Object.keys(all).find((name) => all[name]?.kind === 'article') ?? 'article';
  return { id, known: id in all };
});

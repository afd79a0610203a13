// What an editor does with amounts: taking, naming, leaving, correcting, adding. Each is one step.
//
// **Invariant**: nothing is written that is not on show, but ids; what lacks something that a figure must have, or
// leaves a question open, is not taken.

import { signal } from '@preact/signals';
import { languages } from '../document/session.js';
import { article, change, files, fileText, story, together, undo, write } from '../document/story-document.js';
import { announce } from '../frame/announce.js';
import { language } from '../words.js';
import { amounts, articleLanguage, articleSource, current, goToAmount, kept, nextWaiting } from './now.js';
import { naming, newSource, releasing, taking, withLiterals } from './take.js';
import { append, keyOf } from './text.js';
import { usesOf } from './uses.js';
import { anyLanguage } from './words-of.js';
import { WORDS } from './words.js';

/** @import { Change, Label, SourceJson } from '../types.js' */
/** @import { Amount, Draft } from './types.js' */

const words = () => WORDS[language.peek()];

/** What waits until the article's source is known. @type {import('@preact/signals').Signal<(() => void) | null>} */
export const waitingForSource = signal(null);

/** Changes of the story, with numbers as they are printed. @param {Label} label @param {Change[]} changes */
function put(label, changes) {
  together(label, () => {
    change(label, changes);
    const text = fileText('story.json');
    if (text.includes('"⟦')) write(label, 'story.json', withLiterals(text));
  });
}

/** Does it now, or once the source is known. @param {() => void} run */
function withSource(run) {
  if (articleSource.peek().known) run();
  else waitingForSource.value = run;
}

const into = () => ({ story: story.peek(), languages: languages.peek(), source: articleSource.peek().id });

/** @param {Amount} amount */
const about = (amount) => anyLanguage(amount.figure.label, language.peek()) || amount.printed;

/**
 * Takes an amount, or says what it lacks.
 * @param {Amount} amount
 * @returns {string} the member that is lacking, `question` where one is to be answered first; '' where it is taken
 */
export function take(amount) {
  if (amount.state === 'taken' || amount.state === 'name') return '';
  if (amount.questions[0]?.answers[0].name) {
    name(amount);
    return '';
  }
  const [lacks] = amount.needs;
  if (lacks) {
    announce(words().needed(words().needs[/** @type {'value'} */ (lacks)]));
    return lacks;
  }
  const [question] = amount.questions;
  if (question) {
    const asked = words().questions[/** @type {'goal'} */ (question.id)](question.values);
    announce(words().answerFirst(asked));
    return 'question';
  }
  withSource(() => {
    put(words().steps.take, taking(amount, into()).changes);
    const following = nextWaiting(amount.key);
    announce(following ? words().saidTaken(about(amount)) : words().saidLast(about(amount)));
    goToAmount(following ?? current.peek());
  });
  return '';
}

/** Takes all that leave nothing open. */
export function takeAll() {
  const clear = () =>
    amounts.peek().filter(({ kind, state, needs }) => kind === 'amount' && state === 'open' && needs.length === 0);
  const n = clear().length;
  if (n === 0) return announce(words().nothingClear);
  return withSource(() => {
    together(words().steps.takeAll, () => {
      for (const amount of clear()) put(words().steps.take, taking(amount, into()).changes);
    });
    announce(words().done(n));
    goToAmount(nextWaiting(''));
  });
}

/**
 * What is to be taken away though the story uses it, until an editor has decided.
 * @type {import('@preact/signals').Signal<{ key: string, run: () => void } | null>}
 */
export const leaving = signal(null);

/** Does it at once where nothing uses the statement, else asks first. @param {Amount} amount @param {() => void} run */
function unlessUsed(amount, run) {
  const { scenes, elsewhere } = usesOf(story.peek(), amount.id);
  const used = amount.state === 'taken' && (scenes.length > 0 || elsewhere);
  if (used) leaving.value = { key: amount.key, run };
  else run();
}

/** Does what was asked about, or leaves everything as it is. @param {boolean} yes */
export function decideLeaving(yes) {
  const run = leaving.peek()?.run;
  leaving.value = null;
  if (yes) run?.();
}

/** It is no quantity: a name. @param {Amount} amount */
export const name = (amount) => unlessUsed(amount, () => nameIt(amount));

/** @param {Amount} amount */
function nameIt(amount) {
  if (amount.state === 'name' || amount.kind === 'figure') return;
  const undone = amount.state === 'taken' ? releasing(amount) : [];
  withSource(() => {
    put(words().steps.name, [...undone, ...naming(amount, into()).changes]);
    announce(words().saidName(anyLanguage(amount.name, language.peek())));
    goToAmount(nextWaiting(amount.key) ?? current.peek());
  });
}

/** It stays as it is, and is not asked about again. @param {Amount} amount */
export function leave(amount) {
  if (amount.state === 'taken' || amount.state === 'name') return;
  change(words().steps.leave, [{ file: 'editor.json', path: ['taken', amount.key], value: { state: 'left' } }]);
  announce(words().saidLeft);
  goToAmount(nextWaiting(amount.key) ?? current.peek());
}

/** Back to undecided; what it has become is removed. @param {Amount} amount */
export function release(amount) {
  unlessUsed(amount, () => {
    change(words().steps.release, amount.kind === 'figure' ? releasing(amount).slice(0, 1) : releasing(amount));
    const made = files.peek();
    const holds = () => files.value === made;
    announce(words().saidReleased(about(amount)), { holds, does: () => holds() && undo() });
  });
}

/** Forgets what was typed and answered before taking. @param {Amount} amount */
export const reset = (amount) =>
  change(words().steps.reset, [{ file: 'editor.json', path: ['drafts', amount.key], value: undefined }]);

/**
 * Sets members of the figure that is open; `undefined` empties one.
 * @param {Amount} amount @param {Record<string, unknown>} members
 */
export function set(amount, members) {
  const label = { label: words().steps.edit, merge: `${amount.key}-${Object.keys(members).join()}` };
  const entries = Object.entries(members);
  if (amount.state === 'taken') {
    const path = ['figures', amount.id];
    put(
      label,
      entries.map(([member, value]) => ({ file: 'story.json', path: [...path, member], value })),
    );
  } else {
    const path = ['drafts', amount.key, 'figure'];
    change(
      label,
      entries.map(([member, value]) => ({ file: 'editor.json', path: [...path, member], value: value ?? null })),
    );
  }
}

/**
 * Sets what is kept of a draft beside its figure.
 * @param {Amount} amount @param {Draft} members
 */
export function draft(amount, members) {
  const label = { label: words().steps.edit, merge: `${amount.key}-${Object.keys(members).join()}` };
  change(
    label,
    Object.entries(members).map(([member, value]) => ({
      file: 'editor.json',
      path: ['drafts', amount.key, member],
      value,
    })),
  );
}

/**
 * An answer is the latest word: what was typed before about the same members goes.
 * @param {Amount} amount @param {string} question @param {number} index
 */
export function answer(amount, question, index) {
  const asked = amount.questions.find(({ id }) => id === question);
  const chosen = asked?.answers[index];
  if (!chosen) return;
  if (chosen.name) return name(amount);
  const about = new Set(asked.answers.flatMap(({ set }) => Object.keys(set)));
  const typed = Object.keys(kept.peek().drafts?.[amount.key]?.figure ?? {}).filter((member) => about.has(member));
  const path = ['drafts', amount.key];
  change(words().steps.answer, [
    { file: 'editor.json', path: [...path, 'answers', question], value: index },
    ...typed.map((member) => ({ file: 'editor.json', path: [...path, 'figure', member], value: undefined })),
  ]);
}

/**
 * Texts of a unit, of the story or of one that is still to be made.
 * @param {Amount} amount @param {string} of @param {string} word
 */
export function unitText(amount, of, word) {
  if (!amount.figure.unit) return draft(amount, { unit: { ...amount.unit, [of]: word } });
  const label = { label: words().steps.edit, merge: `unit-${amount.figure.unit}-${of}` };
  return change(label, [{ file: 'story.json', path: ['units', amount.figure.unit, of], value: word || undefined }]);
}

/** Digits, or a figure of speech, that nobody has made a number of. @param {Amount} amount */
export const isLikelyName = ({ kind, key, questions }) =>
  (kind === 'digits' && !kept.value.drafts?.[key]) || questions[0]?.answers[0].name === true;

/**
 * Makes an amount of any words of the article, in place of what was found in them; words of an amount that is decided
 * lead to that.
 * @param {number} start
 * @param {number} end
 */
export function addSpan(start, end) {
  const key = keyOf(start, end);
  const there = amounts.peek().filter((amount) => amount.start < end && amount.end > start);
  const decided = there.find(({ state }) => state === 'taken' || state === 'name');
  if (decided) return goToAmount(decided);
  if (there.filter(({ kind }) => kind !== 'digits').length > 1) return announce(words().tooMuch);
  if (!amounts.peek().some((amount) => amount.key === key)) {
    const value = [...new Set([...(kept.peek().added ?? []), key])];
    change(words().steps.add, [{ file: 'editor.json', path: ['added'], value }]);
  }
  return goToAmount(amounts.peek().find((amount) => amount.key === key));
}

/** Adds text at the end of the article. @param {string} pasted */
export function pasteMore(pasted) {
  if (!pasted.trim()) return;
  const before = article.peek();
  const known =
    kept.peek().language ?? (before ? articleLanguage.peek() : /\p{Script=Han}/u.test(pasted) ? 'zh' : 'en');
  together(words().steps.paste, () => {
    write(words().steps.paste, 'article.txt', append(before, pasted));
    if (!kept.peek().language) change(words().steps.paste, [{ file: 'editor.json', path: ['language'], value: known }]);
  });
  goToAmount(amounts.peek().find(({ start }) => start >= before.trimEnd().length));
}

/**
 * Registers the article's source and does what waited for it, as one step.
 * @param {{ publisher: object, title: object, date: string }} told
 */
export function saveSource(told) {
  const run = waitingForSource.peek();
  waitingForSource.value = null;
  /** @type {SourceJson} */
  const value = newSource(told, languages.peek());
  together(words().steps.source, () => {
    change(words().steps.source, [{ file: 'sources.json', path: ['sources', articleSource.peek().id], value }]);
    run?.();
  });
}

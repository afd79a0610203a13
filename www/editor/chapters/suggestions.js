// What could be done about the amounts that are typed into a chapter's sentences: the statement that each may be, what
// it lost, and the remedies that the engine itself offers.

import { change, editorState, fix, freshId, sources, story } from '../document/story-document.js';
import { messageOf } from '../document/problem-words.js';
import { problems } from '../document/session.js';
import { language } from '../words.js';
import { sceneAt, setNarration, setText } from './actions.js';
import { statementsIn } from './answers.js';
import { statementsFor } from './digits.js';
import { statementsInWords } from './in-words.js';
import { languagesOf, textIn } from './languages.js';
import { said as spokenIn } from './lines.js';
import { nameAround, nameOf, sourceOfNames } from './names.js';
import { idsIn } from './rows.js';
import { leaveWords, typedIn, worthOfStatements } from './typed.js';
import { WORDS } from './words.js';

/**
 * @import {Problem, SceneJson, StoryLang} from '../types.js'
 * @import {Match} from './digits.js'
 * @import {Found} from './typed.js'
 * @typedef {'title' | 'subtitle' | 'note'} Member
 * @typedef {object} Suggestion
 * @property {Member | 'narration'} member
 * @property {number} line of narration
 * @property {string} text the whole text
 * @property {Found} typed
 * @property {Match | null} match
 * @property {string} name what would be recorded as a name; '' of words
 */

/**
 * @param {SceneJson} scene
 * @param {string} code
 * @returns {{ member: Member | 'narration', line: number, text: string }[]}
 */
function textsOf(scene, code) {
  const sentences = (scene.narration ?? []).map((texts, line) => ({
    member: /** @type {const} */ ('narration'),
    line,
    text: textIn(texts, code),
  }));
  const members = /** @type {const} */ (['title', 'subtitle', 'note']);
  return [...sentences, ...members.map((member) => ({ member, line: 0, text: textIn(scene[member], code) }))];
}

/**
 * Everything typed by hand in a chapter's texts in one language, in the order in which it stands there.
 * @param {number} scene
 * @param {StoryLang} lang
 * @returns {Suggestion[]}
 */
export function suggestionsFor(scene, lang) {
  const now = sceneAt(scene);
  if (!now) return [];
  const own = new Set(idsIn(now.rows, () => true));
  const phrases = [...statementsIn(lang)].sort((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)));
  const worth = worthOfStatements();
  const inWords = phrases.map(({ id, phrase }) => ({ id, phrase, worth: worth.get(id) }));
  const all = textsOf(now, lang).flatMap(({ member, line, text }) =>
    typedIn(text, lang).map((typed) => {
      const [match = null] = typed.worth
        ? statementsInWords(text, { ...typed, worth: typed.worth }, inWords)
        : statementsFor(text, typed, phrases);
      return { member, line, text, typed, match, name: typed.worth ? '' : nameAround(text, typed) };
    }),
  );
  // words that no statement says may be meant so: they hold up nothing else
  const maybe = (/** @type {Suggestion} */ { match, typed }) => Number(!match && typed.worth !== undefined);
  return all.sort((a, b) => maybe(a) - maybe(b));
}

/**
 * Puts the quotation in place of the digits.
 * @param {number} scene
 * @param {StoryLang} lang
 * @param {Suggestion} suggestion
 */
export function takeSuggestion(scene, lang, { member, line, text, match }) {
  if (!match) return;
  const quoted = `${text.slice(0, match.from)}{${match.id}}${text.slice(match.to)}`;
  if (member !== 'narration') return setText(scene, member, lang, quoted, true);
  const sentences = /** @type {import('./lines.js').Sentence[]} */ (sceneAt(scene)?.narration ?? []);
  return setNarration(
    scene,
    lang,
    sentences.map((sentence, i) => (i === line ? spokenIn(sentence, lang, quoted) : sentence)),
    true,
  );
}

/** Records digits as part of a name, which states no amount, and leaves words. @param {Suggestion} suggestion */
export function recordName({ name, typed }) {
  if (typed.worth) return leaveWords(typed.text);
  const id = freshId('name', /** @type {Record<string, unknown> | undefined} */ (story.value?.names));
  const source = sourceOfNames(editorState.value, sources.value?.sources ?? {});
  const value = nameOf(name, languagesOf(story.value), source);
  const label = WORDS[language.value].steps.name;
  return change(label, [{ file: 'story.json', path: ['names', id], value }]);
}

/**
 * The first problem of a chapter that the engine can mend by itself.
 * @param {number} scene
 * @returns {Problem | undefined}
 */
export const mendable = (scene) =>
  problems.value.find(({ path, edit, file }) => edit && file === 'story.json' && path.startsWith(`scenes[${scene}].`));

/** @param {Problem} problem */
export const mend = (problem) => fix(problem, messageOf(problem));

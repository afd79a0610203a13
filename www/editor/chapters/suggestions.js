// What could be done about the digits that are typed into a chapter's sentences: the statement that each may be, what
// it lost, and the remedies that the engine itself offers.

import { change, editorState, fix, freshId, sources, story } from '../document/story-document.js';
import { problems } from '../document/session.js';
import { language, said } from '../words.js';
import { sceneAt, setNarration, setText } from './actions.js';
import { statementsIn } from './answers.js';
import { statementsFor, typedNumbers } from './digits.js';
import { languagesOf, textIn } from './languages.js';
import { said as spokenIn } from './lines.js';
import { declaredNames, nameAround, nameOf, sourceOfNames } from './names.js';
import { idsIn } from './rows.js';
import { WORDS } from './words.js';

/**
 * @import {Problem, SceneJson, StoryLang} from '../types.js'
 * @import {Match, Typed} from './digits.js'
 * @typedef {'title' | 'subtitle' | 'note'} Member
 * @typedef {object} Suggestion
 * @property {Member | 'narration'} member
 * @property {number} line of narration
 * @property {string} text the whole text
 * @property {Typed} typed
 * @property {Match | null} match
 * @property {string} name what would be recorded as a name
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
  const names = declaredNames(story.value);
  const own = new Set(idsIn(now.rows, () => true));
  const phrases = [...statementsIn(lang)].sort((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)));
  return textsOf(now, lang).flatMap(({ member, line, text }) =>
    typedNumbers(text, names).map((typed) => {
      const [match = null] = statementsFor(text, typed, phrases);
      return { member, line, text, typed, match, name: nameAround(text, typed) };
    }),
  );
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

/** Records digits as part of a name, which states no amount. @param {Suggestion} suggestion */
export function recordName({ name }) {
  const id = freshId('name', /** @type {Record<string, unknown> | undefined} */ (story.value?.names));
  const source = sourceOfNames(editorState.value, sources.value?.sources ?? {});
  const value = nameOf(name, languagesOf(story.value), source);
  const label = WORDS[language.value].steps.name;
  change(label, [{ file: 'story.json', path: ['names', id], value }]);
}

/**
 * The first problem of a chapter that the engine can mend by itself.
 * @param {number} scene
 * @returns {Problem | undefined}
 */
export const mendable = (scene) =>
  problems.value.find(({ path, edit, file }) => edit && file === 'story.json' && path.startsWith(`scenes[${scene}].`));

/** @param {Problem} problem */
export const mend = (problem) => fix(problem, said(problem.message));

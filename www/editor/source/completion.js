// What may stand at a place of story.json: names of members and values, by the schema of stories, and ids that the
// story has.
//
// **Invariant**: what is offered passes the schema at that place; a schema that is not understood offers nothing.

import { getLocation } from 'jsonc-parser';

/**
 * @import {CompletionContext, CompletionResult} from '@codemirror/autocomplete'
 * @import {JsonPath, StoryJson} from '../types.js'
 * @typedef {Record<string, any>} Schema
 * @typedef {{ label: string, detail?: string, type: string, apply?: string }} Offer
 */

const DEEPEST = 12;

/**
 * The schemas that a place may have, with references and choices followed.
 * @param {Schema} root
 * @param {Schema | undefined} schema
 * @param {number} [depth]
 * @returns {Schema[]}
 */
function ways(root, schema, depth = 0) {
  if (!schema || typeof schema !== 'object' || depth > DEEPEST) return [];
  const found = [schema];
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#/')) {
    const target = schema.$ref
      .slice(2)
      .split('/')
      .reduce((/** @type {any} */ at, name) => at?.[decodeURIComponent(name.replace(/~1/g, '/'))], root);
    found.push(...ways(root, target, depth + 1));
  }
  for (const name of ['anyOf', 'oneOf', 'allOf']) {
    for (const each of schema[name] ?? []) found.push(...ways(root, each, depth + 1));
  }
  return found;
}

/** The schemas of a path. @param {Schema} root @param {JsonPath} path */
export function schemasAt(root, path) {
  let now = ways(root, root);
  for (const key of path) {
    now = now.flatMap((schema) => {
      if (typeof key === 'number') {
        const item = Array.isArray(schema.prefixItems) ? (schema.prefixItems[key] ?? schema.items) : schema.items;
        return ways(root, item);
      }
      const own = schema.properties?.[key];
      if (own) return ways(root, own);
      const patterns = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) =>
        new RegExp(pattern).test(key),
      );
      if (patterns.length > 0) return patterns.flatMap(([, each]) => ways(root, each));
      return ways(root, typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
    });
  }
  return now;
}

/**
 * What the story has that a member may name.
 * @param {StoryJson | null} story
 * @param {string} member
 * @param {string[]} sources
 */
function named(story, member, sources) {
  if (member === 'figure' || member === 'part_of') return Object.keys(story?.figures ?? {});
  if (member === 'series') return Object.keys(story?.series ?? {});
  if (member === 'list') return Object.keys(story?.lists ?? {});
  if (member === 'unit') return Object.keys(story?.units ?? {});
  if (member === 'source') return sources;
  return [];
}

/**
 * @param {string} text
 * @param {number} offset
 * @param {Schema} root
 * @param {{ story: StoryJson | null, sources: string[] }} known
 * @returns {{ key: boolean, offers: Offer[] }}
 */
export function offers(text, offset, root, known) {
  const location = getLocation(text, offset);
  const path = location.path.slice();
  if (location.isAtPropertyKey) {
    path.pop();
    const members = schemasAt(root, path).flatMap((schema) => Object.entries(schema.properties ?? {}));
    const unique = new Map(members.map(([name, schema]) => [name, /** @type {Schema} */ (schema).description ?? '']));
    return {
      key: true,
      offers: [...unique].map(([name, about]) => ({ label: name, detail: about.slice(0, 80), type: 'property' })),
    };
  }
  const last = path[path.length - 1];
  const member =
    last === 'id' && path.includes('source') ? 'source' : `${typeof last === 'number' ? path[path.length - 2] : last}`;
  const values = schemasAt(root, path).flatMap((schema) => [
    ...(schema.enum ?? []),
    ...('const' in schema ? [schema.const] : []),
    ...(schema.type === 'boolean' ? [true, false] : []),
  ]);
  const ids = named(known.story, member, known.sources);
  const all = [...new Set([...values, ...ids])].filter((value) =>
    ['string', 'boolean', 'number'].includes(typeof value),
  );
  return {
    key: false,
    offers: all.map((value) => ({ label: `${value}`, type: typeof value === 'string' ? 'text' : 'constant' })),
  };
}

/**
 * @param {() => { root: Schema | null, story: StoryJson | null, sources: string[] }} known
 * @returns {(context: CompletionContext) => CompletionResult | null}
 */
export const completion = (known) => (context) => {
  const { root, ...rest } = known();
  if (!root) return null;
  const text = context.state.doc.toString();
  const word = context.matchBefore(/"?[\w$@.-]*/);
  if (!context.explicit && !word?.text.startsWith('"')) return null;
  const from = word ? word.from : context.pos;
  const inString = word?.text.startsWith('"') ?? false;
  const { key, offers: all } = offers(text, context.pos, root, rest);
  if (all.length === 0) return null;
  const behind = text[context.pos] === '"';
  return {
    from: inString ? from + 1 : from,
    options: all.map((offer) => {
      const quoted = offer.type !== 'constant';
      const open = quoted && !inString ? '"' : '';
      const close = quoted && !behind ? '"' : '';
      return { ...offer, apply: `${open}${offer.label}${close}${key && !behind ? ': ' : ''}` };
    }),
    validFor: /^[\w$@.-]*$/,
  };
};

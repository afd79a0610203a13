// What a frame tells the page around it: its height, in the words that page understands, and what readers do.

import { MAX_HEIGHT, MIN_HEIGHT } from './heights.js';
import { isId } from '../element/names.js';

/** @param {string | null} text */
const plain = (text) => (isId(text) ? text : '');

/**
 * The messages for a height in CSS px; `asked`: the frame's address parameters. Ours always, another dialect where the
 * address asks for one.
 * @param {{ height: number, asked: URLSearchParams, hash: string }} said
 */
export function heightMessages({ height, asked, hash }) {
  const value = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, height));
  /** @type {(object | string)[]} */
  const messages = [{ type: 'duoyuan', v: 1, id: plain(asked.get('id')), height: value }];
  const dialect = asked.get('dialect');
  if (dialect === 'amp') messages.push({ sentinel: 'amp', type: 'embed-size', height: value });
  // WordPress hands its secret to the frame behind the hash, also where an oEmbed answer has brought the frame, and
  // believes no message without it.
  const secret = /[?&]secret=([\w-]+)/.exec(hash)?.[1];
  if (secret || dialect === 'wordpress') {
    messages.push({ message: 'height', secret: plain(secret ?? asked.get('secret')), value });
  }
  if (dialect === 'pym') messages.push(`pymxPYMx${plain(asked.get('childId'))}xPYMxheightxPYMx${value}`);
  return messages;
}

/** Events of the element that the page around is told of. */
export const EVENTS = ['ready', 'scene', 'record', 'table', 'download', 'share', 'end', 'error'].map(
  (name) => `duoyuan-${name}`,
);

/**
 * The message for an event of the element: it has no height, so that it is not taken for one.
 * @param {string} name
 * @param {Event} event
 * @param {URLSearchParams} asked
 */
export function eventMessage(name, event, asked) {
  const detail = event instanceof CustomEvent ? event.detail : {};
  return { type: 'duoyuan', v: 1, id: plain(asked.get('id')), event: name, detail };
}

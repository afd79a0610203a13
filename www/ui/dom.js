// Makes nodes. Everything goes through textContent and attributes: there is no way to pass markup, so a story's text
// stays text.

const SVG = 'http://www.w3.org/2000/svg';

/** The path of each icon. */
const PATHS = {
  previous: 'M14.5 5 8 12l6.5 7',
  next: 'M9.5 5 16 12l-6.5 7',
  play: 'M8 5v14l11-7z',
  pause: 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z',
  replay: 'M6.2 8.2A7.2 7.2 0 1 1 4.8 12M5.6 3.6v5h5',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  listen: 'M5 10v4h3l4 3.5v-11L8 10zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  share: 'M12 14V4m-3.5 3L12 3.5 15.5 7M8 11H6v9h12v-9h-2',
  down: 'M12 5v13m-5-5 5 5 5-5',
  save: 'M12 4v11m-4.5-4 4.5 4.5 4.5-4.5M4.5 15v5h15v-5',
};
const SOLID = new Set(['play', 'pause']);

/** @typedef {keyof typeof PATHS} Icon */
/** @typedef {string | boolean | null | undefined | ((event: Event) => void)} Attribute */
/** @typedef {Node | string | null | undefined} Child */

/**
 * Makes a node: `el('button', {class: 'x', 'aria-label': 'y', onclick: f}, child, …)`; a false or null attribute is
 * left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
}

/** @param {Icon} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', SOLID.has(name) ? 'icon solid' : 'icon');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * Changes an icon button only when it has to change, so that focus and press state survive.
 * @param {HTMLElement} button
 * @param {Icon} name
 */
export function setIcon(button, name) {
  if (button.dataset.icon === name) return;
  button.dataset.icon = name;
  button.replaceChildren(icon(name));
}

/**
 * Names a node, also for the pointer.
 * @param {HTMLElement} node
 * @param {string} text
 */
export function label(node, text) {
  node.setAttribute('aria-label', text);
  node.setAttribute('title', text);
}

/**
 * The element of the page that a selector finds; it has to be there.
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 */
export function find(selector, kind, within = document) {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

/**
 * What draws on a canvas. A browser that gives none fails at the first drawing, where that is told.
 * @param {HTMLCanvasElement} canvas
 */
export const contextOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));

/**
 * Sets position and size in CSS px; null takes one back. CSSOM, not a style attribute: a strict `style-src` allows it.
 * @param {HTMLElement} node
 * @param {Partial<Record<'left' | 'top' | 'width' | 'height', number | null>>} box
 */
export function place(node, box) {
  for (const [side, px] of Object.entries(box)) node.style.setProperty(side, px === null ? null : `${px}px`);
}

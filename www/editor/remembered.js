// What the browser remembers for the editor: on this computer, or in this tab.
//
// **Invariant**: where the browser keeps nothing, asking answers null and keeping does nothing.

/** @param {boolean} tab */
const place = (tab) => (tab ? sessionStorage : localStorage);

/** @param {string} name @param {boolean} [tab] for this tab alone */
export function recall(name, tab = false) {
  try {
    return place(tab).getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value @param {boolean} [tab] for this tab alone */
export function memorise(name, value, tab = false) {
  try {
    place(tab).setItem(name, value);
  } catch {
    // It holds until the page is closed.
  }
}

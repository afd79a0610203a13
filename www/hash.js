// What the address says behind its #: the chapter or the record that is on show.

/** `#scene=ID` or `#figure=ID`; ids hold letters, digits and - _ . @ only. */
export function readHash() {
  const match = /^#(scene|figure)=([\w.@-]{1,128})$/.exec(decodeHash());
  return match ? { kind: match[1], id: match[2] } : null;
}

function decodeHash() {
  try {
    return decodeURIComponent(location.hash);
  } catch {
    return '';
  }
}

/** The chapter a hash means: by its id, or as the first one that has the figure's record. `scenes()` is asked only for figures. */
export function findWanted(hash, list, scenes) {
  if (!hash) return null;
  const byFigure = hash.kind === 'figure';
  const index = byFigure ? scenes().findIndex((scene) => Object.hasOwn(scene.records, hash.id)) : list.findIndex((scene) => scene.id === hash.id);
  return index < 0 ? null : { index, figure: byFigure ? hash.id : null };
}

// Writes src/pictogram/outlines.rs: node scripts/pictograms.mjs FOLDER, the unpacked package @tabler/icons at the
// version below. Needed only when the set changes: `npm install --no-save svgpath` beside it first.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import svgpath from 'svgpath';

const VERSION = '3.52.0';
/** Each is one meaning; the names are those of Tabler Icons. */
const NAMES = `
  droplet barrel flame bolt building-factory-2 atom-2 building-bank camera stethoscope wheat cloud-computing
  truck-delivery plane-departure network dots server-2 cpu movie luggage question-mark user users-group user-star
  building-community building books book-2 baby-carriage school briefcase home-2 home-heart heartbeat old
  heart-handshake coin-yuan coin wallet backpack ambulance microscope body-scan run shield-heart leaf pill vaccine road
  ripple plant-2 trees wind device-mobile-check file-check clock-hour-2 flag scale bulb medal mood-smile spray flower
  route fish ship train car bus bike sun snowflake cloud-rain mountain map-pin world gavel news ball-football music
  palette tools shopping-cart package phone wifi chart-bar recycle tractor
`.trim().split(/\s+/);
/** Our own pictograms, which the package lacks. */
const OWN = {
  derrick: 'M4.5 24L8.9 1.8 M19.5 24L15.1 1.8 M7.8 .3H16.2V1.8H7.8Z M7.8 1H16.2 M5.9 17L17.1 10.9 M18.1 17L6.9 10.9 M7.1 10.9L16.2 6.2 M16.9 10.9L7.8 6.2 M5.9 17H18.1 M6.9 10.9H17.1 M7.8 6.2H16.2 M4.7 23L18.1 17 M19.3 23L5.9 17',
};
const UNIT = 10; // steps of a grid unit; an icon is 24 units wide and high
const TOLERANCE = 0.06; // units that a chord may lie beside its curve

const [folder] = process.argv.slice(2);
const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
if (version !== VERSION) throw new Error(`${folder} has version ${version}, not ${VERSION}`);

/** A path's data → its lines, each with points and whether it ends where it began. */
function lines(data) {
  const all = [];
  let points = [];
  let [x, y] = [0, 0];
  const end = (closed) => {
    if (points.length > 0) all.push({ points, closed });
    points = [];
  };
  const curve = (p1, p2, p3) => {
    const p0 = [x, y];
    const bend = Math.hypot(p0[0] - 2 * p1[0] + p2[0], p0[1] - 2 * p1[1] + p2[1]) + Math.hypot(p1[0] - 2 * p2[0] + p3[0], p1[1] - 2 * p2[1] + p3[1]);
    const steps = Math.max(1, Math.ceil(Math.sqrt(bend / (TOLERANCE * 6))));
    for (let i = 1; i <= steps; i += 1) {
      const t = i / steps;
      const u = 1 - t;
      const at = (k) => u ** 3 * p0[k] + 3 * u * u * t * p1[k] + 3 * u * t * t * p2[k] + t ** 3 * p3[k];
      points.push([at(0), at(1)]);
    }
  };
  svgpath(data).abs().unshort().unarc().iterate(([command, ...n], _, fromX, fromY) => {
    [x, y] = [fromX, fromY];
    if (command === 'M') {
      end(false);
      points.push([n[0], n[1]]);
    } else if (command === 'L') points.push([n[0], n[1]]);
    else if (command === 'H') points.push([n[0], y]);
    else if (command === 'V') points.push([x, n[0]]);
    else if (command === 'C') curve([n[0], n[1]], [n[2], n[3]], [n[4], n[5]]);
    else if (command === 'Q') {
      const [cx, cy, ex, ey] = n;
      curve([x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3], [ex + ((cx - ex) * 2) / 3, ey + ((cy - ey) * 2) / 3], [ex, ey]);
    } else if (command === 'Z') end(true);
    else throw new Error(`no such command: ${command}`);
  });
  end(false);
  return all;
}

const grid = (value) => Math.round(Math.min(24, Math.max(0, value)) * UNIT);
async function paths(name) {
  const svg = await readFile(join(folder, 'icons/outline', `${name}.svg`), 'utf8');
  return [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, data]) => data).filter((data) => data !== 'M0 0h24v24H0z');
}
async function outline(name) {
  return (OWN[name] ? [OWN[name]] : await paths(name)).flatMap(lines).map(({ points, closed }) => {
    const steps = points.map((point) => point.map(grid)).filter((point, i, list) => i === 0 || point.join() !== list[i - 1].join());
    return `(${closed}, &[${steps.flat().join(', ')}])`;
  });
}

const camel = (name) => name.split('-').map((part) => part[0].toUpperCase() + part.slice(1)).join('');
const entries = await Promise.all([...NAMES, ...Object.keys(OWN)].map(async (name) => `    ${camel(name)} = "${name}": &[${(await outline(name)).join(', ')}],`));
const target = new URL('../src/pictogram/outlines.rs', import.meta.url);
await writeFile(target, `//! Written by scripts/pictograms.mjs from Tabler Icons ${VERSION} (MIT, © Paweł Kuna) and pictograms of our own: do not edit.
//!
//! **Invariant**: knows only what the package draws.

use super::pictograms;

pictograms! {
${entries.join('\n')}
}
`);

// Says what is missing before any browser starts: the tests open what `make build` has written.

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from '../server.mjs';
import { DIST } from '../static.mjs';

export default async function built() {
  const needed = [pathOf('/pkg/engine.js'), pathOf('/pkg/duoyuan_bg.wasm'), join(DIST, 'manifest.json')];
  for (const path of needed) {
    await access(path).catch(() => {
      throw new Error(`${path} is missing: make build`);
    });
  }
}

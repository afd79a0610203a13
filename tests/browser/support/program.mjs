// The command line as `cargo test` or `cargo build` has built it.

import { execFile } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? 'target';

/** A file of the repository. */
export const at = (path) => join(ROOT, path);
export const PROGRAM = join(isAbsolute(target) ? target : at(target), 'debug/duoyuan');

/** Runs `duoyuan …` in the repository: its exit code and what it writes. */
export function duoyuan(...args) {
  return new Promise((done) => {
    execFile(PROGRAM, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      done({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

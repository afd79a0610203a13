#!/usr/bin/env bash
# The long runs, for the night: licences and advisories, the crate's package and documentation, two clean builds of the
# engines, all charts with all statements at all widths, every key mistyped, each fuzz target for a minute, the sample
# nginx configuration under load, all pictures in both themes, all changes of scene, 500 mounts, 2,000 changes, 200 sizes,
# random walks of 10,000 steps in three engines. A walk prints its seed; SEED=… repeats it.
set -euo pipefail
echo 'test-long: setting up what is missing, building, running what takes long'
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

# Builds both engines twice, each time from a fresh copy of the committed files with nothing built before, and compares the bytes.
same_twice() {
  local scratch copy
  scratch=$(mktemp -d)
  for copy in one two; do
    mkdir "$scratch/$copy"
    git archive HEAD | tar -x -C "$scratch/$copy"
    # Each copy builds into a folder of its own: nothing is taken over from the other, and no path may get into the bytes.
    CARGO_TARGET_DIR="$scratch/$copy/target-$copy" bash "$scratch/$copy/scripts/wasm.sh"
    CARGO_TARGET_DIR="$scratch/$copy/target-$copy" bash "$scratch/$copy/scripts/wasm.sh" player
  done
  diff -r --exclude='*.stamp' "$scratch/one/target/site" "$scratch/two/target/site" ||
    { say 'two clean builds differ: look for paths or times in the files (strings FILE)' >&2 && return 1; }
  rm -rf "$scratch"
}

need_all node chromium firefox webkit geckodriver fonts browser_packages nginx
bash scripts/audit.sh
# What is published must build from its own files, and its documentation without a warning.
cargo package --allow-dirty
RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --features cli
same_twice
LONG=1 cargo test --features cli --test tests -- oracle:: acceptance:: mutation:: flashes::
if can_fuzz; then bash scripts/fuzz.sh; fi
make build
node tests/load/nginx.mjs
LONG=1 node tests/browser/run.mjs "$@"

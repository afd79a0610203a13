#!/usr/bin/env bash
# Builds both engines twice, each time from a fresh copy of the committed files with nothing built before, and compares the bytes. Takes some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
echo 'same-twice: building the engines twice from nothing'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for copy in one two; do
  mkdir "$scratch/$copy"
  git archive HEAD | tar -x -C "$scratch/$copy"
  for engine in '' reader; do
    # A place of its own for what is built: nothing is taken over from the other copy, and its name must not get into the bytes.
    (cd "$scratch/$copy" && CARGO_TARGET_DIR="$scratch/$copy/target-$copy" bash scripts/wasm.sh $engine)
  done
done
status=0
for file in pkg/duoyuan_bg.wasm reader/duoyuan_bg.wasm pkg/engine.js reader/engine.js; do
  if cmp "$scratch/one/target/site/$file" "$scratch/two/target/site/$file"; then
    echo "same-twice: $file is the same both times"
  else
    echo "same-twice: $file differs between two clean builds: look for paths or times in it (strings FILE)" >&2
    status=1
  fi
done
exit $status

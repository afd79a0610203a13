#!/usr/bin/env bash
# Writes the static site to dist/: compressed pages, the WASM, the stories and their stills, a manifest with checksums.
# SITE (https://…) is where it will be served: oEmbed answers need whole addresses.
set -euo pipefail
echo 'build: setting up what is missing, writing the static site to dist/'
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all node chromium fonts browser_packages build_packages
bash scripts/wasm.sh
bash scripts/wasm.sh player
say 'build: compiling the command line, for the stills'
cargo build --quiet --features cli --bin duoyuan
node scripts/site/assets.mjs "$root/target/assets"
say 'build: bundling, drawing stills, measuring heights, compressing'
node scripts/site/build.mjs "$target_dir/debug/duoyuan" "$root/target/dist.new"
# The folder takes its name when it is whole. A server keeps the frozen folders (v*) of earlier builds; this one has its own.
rm -rf dist
mv target/dist.new dist
say "build: dist/ has $(find dist -type f | wc -l | tr -d ' ') files, $(du -sk dist | awk '{print $1}') KiB"

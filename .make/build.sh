#!/usr/bin/env bash
# Writes the static site to dist/: the pages, the WASM, the stories, the schema.
set -euo pipefail
echo "build: setting up what is missing, writing the static site to dist/"
# shellcheck source=.make/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

bash .make/wasm.sh
new=$root/target/dist.new
rm -rf "$new"
mkdir -p "$new"
cp -R www/. "$new/"
cp -R target/site/pkg "$new/pkg"
for folder in data/*/; do cp -R "$folder" "$new/$(basename "$folder")"; done
# The folder takes its name when it is whole.
rm -rf dist
mv "$new" dist
say "build: dist/ has $(find dist -type f | wc -l | tr -d ' ') files, $(du -sk dist | awk '{print $1}') KiB"

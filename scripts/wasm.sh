#!/usr/bin/env bash
# Builds an engine, WASM and the JavaScript beside it. Steps whose inputs have not changed are skipped.
#   wasm.sh                the author's engine, which reads and checks plain stories, into target/site/pkg
#   wasm.sh player         the reader's engine, which opens compiled stories, into target/site/player
#   wasm.sh player names   the same with the names of its functions, as target/bench/named.wasm: to see what it is made of
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all wasm_target wasm_bindgen node build_packages
wasm_opt=scripts/site/node_modules/.bin/wasm-opt
name=${1:-pkg} folder=$target_dir options=()
# No path of this machine gets into the file, so that two machines make the same one.
paths="--remap-path-prefix=$root=. --remap-path-prefix=$(rustc --print sysroot)=rust --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
export RUSTFLAGS="${RUSTFLAGS:-} $paths"
if [ "$name" = player ]; then options=(--no-default-features) folder=$target_dir/player; fi

say "wasm: compiling ($name)"
# At most 64 MiB of memory: a story that needs more stops the engine, not the reader's whole page.
cargo rustc --release --lib --target "$wasm_target" --target-dir "$folder" --crate-type cdylib \
  ${options[@]+"${options[@]}"} -- -C link-arg=--max-memory=67108864
compiled=$folder/$wasm_target/release/duoyuan.wasm
# What rustc lets LLVM use for wasm32-unknown-unknown; wasm-opt must be told, or it refuses the file.
features=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
  --enable-reference-types --enable-multivalue)

if [ "${2:-}" = names ]; then
  wasm-bindgen "$compiled" --keep-debug --target web --no-typescript --out-dir "$target_dir/bench/names" --out-name duoyuan
  "$wasm_opt" -Oz -g "${features[@]}" "$target_dir/bench/names/duoyuan_bg.wasm" -o "$target_dir/bench/named.wasm"
  exit 0
fi

out=$root/target/site/$name stamp=$root/target/site/$name.stamp
inputs="$(cksum "$compiled" scripts/wasm.sh scripts/site/engine.mjs scripts/site/package-lock.json) $(wasm-bindgen --version)"
if [ -s "$out/engine.js" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ]; then exit 0; fi

# Written into a new folder that is then renamed: a program that reads it meanwhile finds all old files or all new ones.
rm -rf "$out.new" "$stamp"
wasm-bindgen "$compiled" --target web --out-dir "$out.new" --out-name duoyuan
say 'wasm: making it smaller'
"$wasm_opt" -Oz --strip-debug --strip-producers --strip-target-features "${features[@]}" \
  "$out.new/duoyuan_bg.wasm" -o "$out.new/duoyuan_bg.wasm"
node scripts/site/engine.mjs "$out.new"
rm -rf "$out"
mv "$out.new" "$out"
printf '%s\n' "$inputs" >"$stamp"
say "wasm: $(($(wc -c <"$out/duoyuan_bg.wasm") / 1024)) KiB in target/site/$name"

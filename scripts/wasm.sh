#!/usr/bin/env bash
# Builds an engine, WASM and the JavaScript beside it. Steps whose inputs have not changed are skipped.
#   wasm.sh          the full engine, which reads plain stories, into target/site/pkg
#   wasm.sh reader   the reader's engine, which opens packs, into target/site/reader
#   wasm.sh reader names   the same with the names of its functions, into target/bench/named.wasm: to see what it is made of
# With WASM_OPT=optional it does without wasm-opt where that cannot be had: for looking at, not for publishing.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all rust wasm_target wasm_bindgen
if ! need_wasm_opt; then
  [ "${WASM_OPT:-}" = optional ] || exit 1
  say 'wasm: going on without wasm-opt; the file is larger than it should be' >&2
fi

# What rustc lets LLVM use for wasm32-unknown-unknown; wasm-opt must be told, or it refuses the file.
features=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
  --enable-reference-types --enable-multivalue)

site=$root/target/site
case ${1:-} in
  '') name=pkg build=() compiled=$target_dir/$wasm_target/release/duoyuan.wasm ;;
  reader) name=reader build=(--no-default-features) compiled=$target_dir/reader/$wasm_target/release/duoyuan.wasm ;;
  *)
    echo 'usage: wasm.sh [reader [names]]' >&2
    exit 2
    ;;
esac
stamp=$site/$name.stamp

# At most 64 MiB: a story that wants more is stopped by the engine's own end, not by the reader's whole page.
compile() { cargo "${@:2}" rustc --release --lib --target "$wasm_target" --crate-type cdylib "${build[@]}" ${1:+--target-dir "$1"} -- -C link-arg=--max-memory=67108864; }

# No path of this machine gets into the file, so that two machines make the same one.
paths="--remap-path-prefix=$root=. --remap-path-prefix=$(rustc --print sysroot)=rust --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
export RUSTFLAGS="${RUSTFLAGS:-} $paths"

say "wasm: compiling ($name)"
if [ "$name" = pkg ]; then
  compile ''
elif need_rust_src; then
  # The standard library made anew for size, and a panic that only traps: a fifth smaller. rustc calls these options unstable;
  # what they are used for here is the size of a file, and a compiler that has lost them says so.
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="$RUSTFLAGS -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none" \
    compile "$target_dir/reader" -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
else
  say "wasm: without the standard library's source the reader's engine is a fifth larger than it should be" >&2
  compile "$target_dir/reader"
fi

if [ "${2:-}" = names ]; then
  names=$target_dir/bench/names
  mkdir -p "$names"
  wasm-bindgen "$compiled" --keep-debug --target web --no-typescript --out-dir "$names" --out-name duoyuan
  "$wasm_opt" -Oz -g "${features[@]}" "$names/duoyuan_bg.wasm" -o "$target_dir/bench/named.wasm"
  rm -rf "$names"
  exit 0
fi

inputs=$(
  sha256 "$compiled" "${BASH_SOURCE[0]}" | awk '{print $1}'
  wasm-bindgen --version
  if [ -n "$wasm_opt" ]; then "$wasm_opt" --version; fi
)
if [ -s "$site/$name/duoyuan_bg.wasm" ] && [ -s "$site/$name/engine.js" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ]; then
  exit 0
fi

# Into a new folder that then takes the name: who reads it meanwhile finds all of the old or all of the new.
new=$site/$name.new
rm -rf "$new" "$stamp"
mkdir -p "$new"
say 'wasm: writing the JavaScript beside it'
wasm-bindgen "$compiled" --target web --no-typescript --out-dir "$new" --out-name duoyuan
before=$(wc -c <"$new/duoyuan_bg.wasm")
if [ -n "$wasm_opt" ]; then
  say 'wasm: making it smaller'
  # Small functions go into those that call them: browsers compile each when it is first called, on the thread that draws.
  # Then all is taken apart into single steps, and loops and branches are found anew; -Oz again finds what that has laid open.
  # The lowest KiB of the memory is the end of the stack, which nothing points into.
  "$wasm_opt" -Oz --always-inline-max-function-size=10 --low-memory-unused --flatten --rereloop --flatten --simplify-locals-notee-nostructure -Oz -Oz --strip-debug --strip-producers --strip-target-features "${features[@]}" \
    --minify-imports-and-exports-and-modules "$new/duoyuan_bg.wasm" -o "$new/opt.wasm" >"$new/names"
  mv "$new/opt.wasm" "$new/duoyuan_bg.wasm"
  # What goes in and out has names of one letter now, and all comes from a module `a`; the JavaScript is told. wasm-opt's list of them has lines
  # ["module", "name", "letter"] and ["name", "letter"].
  sed -n -e 's/^ *\["[^"]*", "\([^"]*\)", "\([^"]*\)"\].*$/\1 \2/p' -e 's/^ *\["\([^"]*\)", "\([^"]*\)"\].*$/\1 \2/p' \
    "$new/names" >"$new/list"
  if ! [ -s "$new/list" ]; then
    echo "wasm: $wasm_opt tells the new names of imports and exports in a form that is not known here:" >&2
    head -n 5 "$new/names" >&2
    echo "  use version $oldest_wasm_opt, or add the form to ${BASH_SOURCE[0]}" >&2
    exit 1
  fi
  {
    echo 's|"\./duoyuan_bg\.js"|a|'
    sed 's/^\([^ ]*\) \([^ ]*\)$/s|wasm\\.\1\\([^a-zA-Z0-9_]\\)|wasm.\2\\1|g;s|^\\( *\\)\1: function|\\1\2: function|/' "$new/list"
  } >"$new/renaming"
  sed -f "$new/renaming" "$new/duoyuan.js" >"$new/renamed.js"
  mv "$new/renamed.js" "$new/duoyuan.js"
  rm "$new/names" "$new/list" "$new/renaming"
fi
# wasm-bindgen keeps an instance in variables of its module, so a module has one instance for ever. As a function it gives
# a new one at each call: one for each embed, another after a trap, and none is kept when its element is gone. Its own start takes addresses,
# answers and bytes as well, with a warning for each; ours is given what is compiled.
{
  echo 'export default function instance() {'
  sed -e 's/^export class /class /' -e '/^async function __wbg_load/,$d' "$new/duoyuan.js"
  echo 'return { Engine, init: async (module) => __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module) };'
  echo '}'
} >"$new/engine.js"
after=$(wc -c <"$new/duoyuan_bg.wasm")
rm -rf "${site:?}/$name"
mv "$new" "$site/$name"
printf '%s\n' "$inputs" >"$stamp"
say "wasm: $((after / 1024)) KiB ($((before / 1024)) before wasm-opt) in target/site/$name"

#!/usr/bin/env bash
# Builds Rust's standard library for wasm32-unknown-unknown where rustup cannot download it.
#
# The source must be that of the compiler, to the digit. Debian's package rust-src has it, in one of the suites of the
# archive that apt-get on this machine already uses; nothing of apt's own state is changed. The library is built with
# bitcode, so that link-time optimisation of the release build reaches into it, and put where rustup would put it.
# Needs apt-get, dpkg and write access to the toolchain; takes about a minute.
set -euo pipefail

target=wasm32-unknown-unknown
version=$(rustc --version | awk '{print $2}')
sysroot=$(rustc --print sysroot)
library=$sysroot/lib/rustlib/$target/lib
source=$sysroot/lib/rustlib/src/rust

stop() { printf 'wasm-std: %s\n' "$*" >&2; exit 1; }

for tool in apt-get apt-cache dpkg cargo; do
  command -v "$tool" >/dev/null || stop "needs $tool; without it: rustup target add $target"
done
[ -w "$sysroot/lib/rustlib" ] || stop "may not write to $sysroot; run it as the toolchain's owner"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# One line "ADDRESS SUITE" for each archive that has the component main, from both forms of apt's configuration.
archives() {
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -r "$file" ] || continue
    # deb822: stanzas of fields, a field goes on in lines that begin with a space
    awk '
      function flush(  i, j, n, m, u, s) {
        if (types ~ /(^| )deb( |$)/ && components ~ /(^| )main( |$)/ && enabled !~ /^ *no/) {
          n = split(uris, u, " "); m = split(suites, s, " ")
          for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) print u[i], s[j]
        }
        types = uris = suites = components = enabled = field = ""
      }
      function add(text) {
        if (field == "types") types = types " " text
        else if (field == "uris") uris = uris " " text
        else if (field == "suites") suites = suites " " text
        else if (field == "components") components = components " " text
        else if (field == "enabled") enabled = text
      }
      /^#/ { next }
      /^[ \t]*$/ { flush(); next }
      /^[ \t]/ { sub(/^[ \t]+/, ""); add($0); next }
      { at = index($0, ":"); field = tolower(substr($0, 1, at - 1)); text = substr($0, at + 1); sub(/^[ \t]+/, "", text); add(text) }
      END { flush() }
    ' "$file"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -r "$file" ] || continue
    # one line: deb [options] address suite component…
    sed -n 's/^[ \t]*deb[ \t]\{1,\}\(\[[^]]*\][ \t]*\)\{0,1\}//p' "$file" | awk '/ main( |$)/{print $1, $2}'
  done
}

archives >"$scratch/archives"
# The main archive, not the one for security updates: the newer suites are only there.
address=$(awk '$2 !~ /security/ {print $1; exit}' "$scratch/archives")
[ -n "$address" ] || stop "found no archive in apt's configuration"

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keyring" ] || stop "needs $keyring (apt-get install debian-archive-keyring)"

mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial"
apt=(-o "Dir::Etc::SourceList=$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
  -o "Dir::State::Lists=$scratch/lists" -o "Dir::Cache=$scratch/cache" -o Acquire::Languages=none
  -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
  -o Acquire::IndexTargets::deb::CNF::DefaultEnabled=false -o "APT::Sandbox::User=$(id -un)")

# The suites where a compiler of any age may be, one after the other: an index is large.
package=
for suite in $(awk '$2 !~ /security/ {print $2}' "$scratch/archives") testing unstable stable-backports experimental; do
  printf 'wasm-std: looking for rust-src %s in %s\n' "$version" "$suite"
  printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$address" "$suite" >"$scratch/sources.list"
  apt-get "${apt[@]}" update -qq 2>"$scratch/apt.log" || continue
  package=$(apt-cache "${apt[@]}" madison rust-src |
    awk -v v="$version" 'index($3, v "+") == 1 || index($3, v "-") == 1 || index($3, v "~") == 1 {print $3; exit}')
  [ -z "$package" ] || break
done
if [ -z "$package" ]; then
  [ ! -s "$scratch/apt.log" ] || cat "$scratch/apt.log" >&2
  stop "no suite of the archive has rust-src $version; another way: a rustc that rustup has $target for"
fi

printf 'wasm-std: unpacking rust-src %s\n' "$package"
(cd "$scratch" && apt-get "${apt[@]}" download -qq "rust-src=$package" && dpkg-deb -x rust-src_*.deb .)
unpacked=$scratch/usr/src/rustc-$version
[ -d "$unpacked/library/std" ] || stop "rust-src $package is laid out otherwise than expected"

# cargo looks for the source at this one place. What was there comes back; what we put there goes.
before=
if [ -e "$source" ]; then
  before=$source.before-$$
  mv "$source" "$before"
fi
put_back() {
  rm -rf "$source"
  if [ -n "$before" ]; then mv "$before" "$source"; else rmdir "${source%/*}" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap put_back EXIT
mkdir -p "$source"
cp -R "$unpacked/library" "$source/"
[ ! -e "$unpacked/Cargo.lock" ] || cp "$unpacked/Cargo.lock" "$source/"

printf 'wasm-std: building the standard library for %s (about a minute)\n' "$target"
mkdir -p "$scratch/empty/src"
printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$scratch/empty/Cargo.toml"
printf '#![no_std]\n' >"$scratch/empty/src/lib.rs"
(
  cd "$scratch/empty"
  unset CARGO_TARGET_DIR CARGO_BUILD_TARGET CARGO_ENCODED_RUSTFLAGS
  RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    cargo build --quiet --release --target "$target" -Zbuild-std=std,panic_abort,test
)
# Whole or not at all: the folder gets its name when it is complete.
rm -rf "$library.new"
mkdir -p "$library.new"
find "$scratch/empty/target/$target/release/deps" -name '*.rlib' ! -name 'libempty-*' -exec cp {} "$library.new/" \;
compgen -G "$library.new/libstd-*.rlib" >/dev/null || stop 'the build made no standard library'
rm -rf "$library"
mv "$library.new" "$library"
printf 'wasm-std: %s for rustc %s is in place\n' "$target" "$version"

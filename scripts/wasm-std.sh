#!/usr/bin/env bash
# Builds Rust's standard library for wasm32-unknown-unknown where rustup cannot download it.
#
# Its source must be of the compiler's own version. Where the toolchain has none (rustup component add rust-src), Debian's
# package rust-src has it, in one of the suites of the archive that apt-get uses here; apt's own state stays as it is.
# The library is built with bitcode, so that link-time optimisation of the release build reaches into it, and put where
# rustup would put it. Takes about a minute, and needs write access to the toolchain.
set -euo pipefail

target=wasm32-unknown-unknown version=$(rustc --version | awk '{print $2}') rustlib=$(rustc --print sysroot)/lib/rustlib
source=$rustlib/src/rust library=$rustlib/$target/lib
stop() { printf 'wasm-std: %s\n' "$*" >&2 && exit 1; }
[ -w "$rustlib" ] || stop "may not write to $rustlib; run it as the toolchain's owner"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# get_source : unpacks rust-src of exactly this version into $scratch/usr/src
get_source() {
  local address suite package='' keyring=/usr/share/keyrings/debian-archive-keyring.gpg archives apt
  if ! command -v apt-get dpkg-deb >/dev/null || ! [ -r "$keyring" ]; then
    stop "there is no source of the standard library here, nor apt-get, dpkg-deb and $keyring to get Debian's"
  fi
  # Lines "ADDRESS SUITE" from what apt is set up with. Suites for security updates do not have all packages.
  archives=$(apt-get --print-uris update | sed -n "s|^'\(.*/debian\)/dists/\([^/]*\)/InRelease' .*|\1 \2|p")
  address=${archives%% *}
  [ -n "$address" ] || stop 'apt-get uses no archive of Debian here'
  mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial"
  apt=(-qq -o "Dir::Etc::SourceList=$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null
    -o Dir::Etc::PreferencesParts=/dev/null -o "Dir::State::Lists=$scratch/lists" -o "Dir::Cache=$scratch/cache"
    -o Acquire::Languages=none -o "APT::Sandbox::User=$(id -un)")
  # One suite after the other, as an index is large: those of this machine, then all where a compiler of any age may be.
  for suite in $(awk '{print $2}' <<<"$archives") stable testing unstable stable-backports experimental; do
    printf 'wasm-std: looking for rust-src %s in %s\n' "$version" "$suite"
    printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$address" "$suite" >"$scratch/sources.list"
    apt-get "${apt[@]}" update || continue
    # 1.85.0+dfsg3-1, say.
    package=$(apt-cache "${apt[@]}" madison rust-src |
      awk -v v="$version" '{split($3, part, /[-+~]/)} part[1] == v && !seen {print $3; seen = 1}')
    [ -z "$package" ] || break
  done
  [ -n "$package" ] || stop "no suite has rust-src $version; another way: a rustc that rustup has $target for"
  printf 'wasm-std: unpacking rust-src %s\n' "$package"
  (cd "$scratch" && apt-get "${apt[@]}" download "rust-src=$package" && dpkg-deb -x rust-src_*.deb .)
}

# cargo looks for the source only here. What is put here is removed again at the end.
if ! [ -d "$source/library/std" ]; then
  get_source
  trap 'rm -rf "$scratch" "$source"; rmdir "${source%/*}" 2>/dev/null || true' EXIT
  mkdir -p "$source"
  mv "$scratch/usr/src/rustc-$version/library" "$source/" || stop "rust-src $version is laid out otherwise than expected"
fi

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
rm -rf "$library.new" && mkdir -p "$library.new"
find "$scratch/empty/target/$target/release/deps" -name '*.rlib' ! -name 'libempty-*' -exec cp {} "$library.new/" \;
compgen -G "$library.new/libstd-*.rlib" >/dev/null || stop 'the build made no standard library'
rm -rf "$library"
mv "$library.new" "$library"
printf 'wasm-std: %s for rustc %s is in place\n' "$target" "$version"

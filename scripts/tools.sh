# shellcheck shell=bash
# Sourced by the other scripts: finds each tool, or gets it, or says what is missing, why, and the command that gets it.
#
# A need_… function is silent and instant when the tool is there, so a script may call it as often as it likes.
# Crates go to the cache folder, npm packages beside their lock files, system packages through apt-get.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/duoyuan
# shellcheck disable=SC2034 # the scripts that source this use it
target_dir=${CARGO_TARGET_DIR:-$root/target}
wasm_target=wasm32-unknown-unknown
# A shell opened before rustup was installed does not know its folder yet.
export PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin

say() { printf '%s\n' "$*"; }
has() { command -v "$1" >/dev/null 2>&1; }

# missing NAME WHY COMMAND… : names what is not there and the commands that get it; status 1
missing() {
  printf 'missing: %s\n   why:    %s\n' "$1" "$2" >&2
  printf '   get it: %s\n' "${@:3}" >&2
  return 1
}

# first_of NAME… : the path of the first that exists (a name on PATH, or a path)
first_of() {
  local found
  found=$(command -v "$@") && say "${found%%$'\n'*}"
}

# --- getting things ---------------------------------------------------------------------------------------------

# apt_get PACKAGE… : status 1 where apt-get is not to be had, or when it fails
apt_get() {
  local as_root=(env)
  has apt-get || return 1
  [ "$(id -u)" = 0 ] || as_root=(sudo env)
  # Once a run, also across the scripts that call each other. A package list that cannot be renewed may still do.
  if [ -z "${DUOYUAN_APT_UPDATED:-}" ]; then
    "${as_root[@]}" apt-get update -qq || say '  apt-get update had problems; going on with the lists that are there' >&2
    export DUOYUAN_APT_UPDATED=1
  fi
  say "  apt-get install $*"
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# from_apt NAME WHY FIND PACKAGE… : what the function FIND does not find is installed
from_apt() {
  local name=$1 why=$2 find=$3
  shift 3
  "$find" && return 0
  say "$name: $why; getting it"
  apt_get "$@" && "$find" && return 0
  missing "$name" "$why" "apt-get install $*"
}

# cargo_tool PROGRAM VERSION WHY [CRATE] : built once, in this version; first on PATH
cargo_tool() {
  local folder=$cache/$1-$2 install
  PATH=$folder/bin:$PATH
  [ -x "$folder/bin/$1" ] && return 0
  say "$1: $3; cargo install ${4:-$1} $2 into $folder (once; some minutes)"
  # Little optimisation: the tool is built in half the time and runs for a second.
  install=(env CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    cargo install --quiet "${4:-$1}" --version "=$2" --root "$folder")
  "${install[@]}" --locked && return 0
  say "  the versions that $1 was released with are not all to be had here; once more with the newest that fit" >&2
  "${install[@]}" || missing "$1 $2" "$3" "cargo install ${4:-$1} --version =$2 --root \"$folder\""
}

# --- Rust and WASM ----------------------------------------------------------------------------------------------

need_rust() {
  local wanted found
  if ! has cargo || ! has rustc; then
    missing 'cargo and rustc' 'compiles duoyuan' 'https://rustup.rs, then: rustup default stable'
    return 1
  fi
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml) found=$(rustc --version | awk '{print $2}')
  printf '%s\n' "$wanted" "$found" | sort -C -t. -k1,1n -k2,2n ||
    missing "rustc $wanted or newer (here: $found)" 'compiles duoyuan' 'rustup update stable'
}

has_wasm_target() { compgen -G "$(rustc --print sysroot)/lib/rustlib/$wasm_target/lib/libstd-*.rlib" >/dev/null; }

need_wasm_target() {
  local why="Rust's standard library for the browser"
  has_wasm_target && return 0
  say "$wasm_target: $why; getting it"
  if has rustup; then rustup target add "$wasm_target" || true; else apt_get libstd-rust-dev-wasm32 lld || true; fi
  # From its source, where it is not to be had built.
  has_wasm_target || bash scripts/wasm-std.sh || true
  has_wasm_target || missing "$wasm_target" "$why" "rustup target add $wasm_target" 'bash scripts/wasm-std.sh'
}

# In exactly the version of Cargo.lock.
need_wasm_bindgen() {
  local version
  version=$(awk '$0 == "name = \"wasm-bindgen\"" {getline; gsub(/"/, ""); print $3; exit}' Cargo.lock)
  has wasm-bindgen-test-runner && [ "$(wasm-bindgen --version)" = "wasm-bindgen $version" ] && return 0
  cargo_tool wasm-bindgen "$version" 'writes the JavaScript beside the WASM, and runs its tests' wasm-bindgen-cli
}

# For these the program that is installed already is taken, whatever its version.
need_wasm_pack() { has wasm-pack || cargo_tool wasm-pack 0.15.1 'runs the WASM tests in browsers'; }
need_twiggy() { has twiggy || cargo_tool twiggy 0.8.0 'says which crates the WASM is made of'; }
# The last version that the rustc of Cargo.toml compiles.
need_cargo_deny() { has cargo-deny || cargo_tool cargo-deny 0.18.3 'reads licences and origins of all crates'; }

# cargo-fuzz calls the nightly compiler, whose sanitizers find what a stable build does not.
can_fuzz() { has rustup && rustup toolchain list 2>/dev/null | grep -q '^nightly'; }
need_fuzz() {
  can_fuzz || missing 'a nightly Rust' 'tries random stories' 'rustup toolchain install nightly --profile minimal' || return 1
  has cargo-fuzz || cargo_tool cargo-fuzz 0.13.2 'tries random stories'
}

# --- node and its packages --------------------------------------------------------------------------------------

need_node() {
  local major
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  if [ "${major:-0}" -ge 20 ] && has npm; then return 0; fi
  missing "node 20 or newer with npm (here: ${major:-none})" 'builds the site and runs the browser tests' \
    'nvm install 22' 'apt-get install nodejs npm (Debian 13 or later)'
}

# need_packages FOLDER WHY : the npm packages of a folder's lock file
need_packages() {
  local stamp=$1/node_modules/.lock-of-install flags=(--silent --ignore-scripts --no-audit --no-fund)
  if cmp -s "$1/package-lock.json" "$stamp"; then return 0; fi
  has npm || return 1
  say "npm ci in $1: $2"
  # The browsers are the system's; the packages need not bring their own, nor run scripts. A registry may lack optional
  # packages of other platforms; npm then writes a lock without them that its own `ci` refuses, while `install` takes it.
  (cd "$1" && export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 &&
    { npm ci "${flags[@]}" || npm install --no-save "${flags[@]}"; }) ||
    missing "the npm packages of $1" "$2" "cd $1 && npm ci" || return 1
  cp "$1/package-lock.json" "$stamp"
}

need_bench_packages() { need_packages tests/bench 'the libraries to be compared with'; }
need_browser_packages() { need_packages tests/browser 'drive the browsers'; }
need_build_packages() { need_packages scripts/site 'bundle the page, make the WASM smaller'; }

# --- browsers, their drivers, and what the tests look into files with ----------------------------------------------
# Each is told to the programs that use it by an environment variable of its name, which may also be set beforehand.

find_chromium() {
  CHROMIUM=$(first_of "${CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable) && has chromedriver
}
find_firefox() { FIREFOX=$(first_of "${FIREFOX:-firefox-esr}" firefox); }
find_webkit() {
  WEBKIT=$(first_of "${WEBKIT:-MiniBrowser}" /usr/lib/*/webkit2gtk-4.*/MiniBrowser) &&
    WEBKITDRIVER=$(first_of WebKitWebDriver) && has xvfb-run
}
find_nginx() { NGINX=$(first_of nginx /usr/sbin/nginx) && WRK=$(first_of wrk); }
# Without a Chinese font the browsers draw boxes, and what the tests measure means nothing.
find_fonts() { [ "$(uname -s)" = Darwin ] || [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; }
find_poppler() { has pdftotext && has pdffonts && has pdfinfo; }
export CHROMIUM FIREFOX GECKODRIVER WEBKIT WEBKITDRIVER NGINX WRK

need_chromium() { from_apt 'chromium and chromedriver' 'the tests run in it' find_chromium chromium chromium-driver; }
need_firefox() { from_apt firefox 'the tests run in it' find_firefox firefox-esr; }
need_webkit() { from_apt WebKitGTK 'the tests run in it' find_webkit webkit2gtk-driver xvfb xauth; }
need_nginx() {
  from_apt 'nginx and wrk' 'try the sample configuration' find_nginx nginx-light libnginx-mod-http-brotli-static wrk
}
need_fonts() { from_apt 'a Chinese font' 'the tests measure Chinese text' find_fonts fontconfig fonts-noto-cjk; }
need_poppler() { from_apt poppler-utils 'looks into the PDFs that the tests make' find_poppler poppler-utils; }
need_geckodriver() {
  has geckodriver || cargo_tool geckodriver 0.37.1 'lets the tests drive Firefox' || return 1
  GECKODRIVER=$(command -v geckodriver)
}

# --- what a script needs as a whole: every missing tool is named before the first stops the run ---------------------

# need_all TOOL… : and Rust before them, as it builds some of them
need_all() {
  local status=0 tool
  need_rust || return 1
  for tool in "$@"; do "need_$tool" || status=1; done
  return "$status"
}

# shellcheck shell=bash disable=SC2034 # what is found here is used by the scripts that source this
# Sourced by the other scripts: finds each tool, or gets it, or says what is missing, why, and how to get it.
#
# A need_… function is silent and instant when the tool is there, so a script may call it as often as it likes.
# Nothing is put into the project: crates and npm tools go to the cache folder, system packages through apt-get.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/duoyuan
system=$(uname -s)
target_dir=${CARGO_TARGET_DIR:-$root/target}
wasm_target=wasm32-unknown-unknown
wasm_pack_version=0.15.1
geckodriver_version=0.37.1
binaryen_version=132.0.0
cargo_fuzz_version=0.13.2
twiggy_version=0.8.0
# The last that the rustc of Cargo.toml compiles.
cargo_deny_version=0.18.3

# A shell opened before rustup was installed does not know its folder yet.
PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH

say() { printf '%s\n' "$*"; }

# missing NAME WHY REMEDY… : one block on stderr, once a name; status 1
missing_already=
missing() {
  local name=$1 why=$2 label='get it:' remedy
  shift 2
  case $missing_already in *"|$name|"*) return 1 ;; esac
  missing_already="$missing_already|$name|"
  {
    printf 'missing: %s\n   why:    %s\n' "$name" "$why"
    for remedy in "$@"; do
      printf '   %s %s\n' "$label" "$remedy"
      label='    or:'
    done
  } >&2
  return 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# first_of NAME… : the path of the first that exists (a name on PATH, or a path)
first_of() {
  local name
  for name in "$@"; do
    if command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

sha256() { if has sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# locked_version CRATE : its version in Cargo.lock
locked_version() {
  awk -v name="name = \"$1\"" '$0 == name {getline; gsub(/"/, ""); print $3; exit}' Cargo.lock 2>/dev/null || true
}

# --- getting things ---------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

can_apt() {
  has apt-get || return 1
  [ "$(id -u)" = 0 ] && return 0
  has sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

# apt_get PACKAGE… : status 1 where apt-get is not to be had, or when it fails
apt_get() {
  can_apt || return 1
  # Once a run, also across the scripts that call each other. A package list that cannot be renewed may still do.
  if [ -z "${DUOYUAN_APT_UPDATED:-}" ]; then
    say "  apt-get update"
    as_root apt-get update -qq || say "  apt-get update had problems; going on with the lists that are there" >&2
    export DUOYUAN_APT_UPDATED=1
  fi
  say "  apt-get install $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# cargo_get CRATE VERSION FOLDER : built once into FOLDER/bin
cargo_get() {
  say "  cargo install $1 $2 into $3 (once; some minutes)"
  (
    # Outside the project and without its settings, which are meant for the project's own code.
    # Little optimisation: the tool is built in half the time and runs for a second.
    cd /
    unset CARGO_BUILD_TARGET CARGO_TARGET_DIR RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
    export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    cargo install --quiet --locked "$1" --version "=$2" --root "$3" && exit 0
    echo "  the versions that $1 was released with are not all to be had here; once more with the newest that fit" >&2
    cargo install --quiet "$1" --version "=$2" --root "$3"
  )
}

# --- Rust -------------------------------------------------------------------------------------------------------

need_rust() {
  local why='compiles duoyuan' wanted found
  if ! has cargo || ! has rustc; then
    missing 'cargo and rustc' "$why" 'https://rustup.rs, then: rustup default stable' \
      'apt-get install cargo rustc (Debian 13 or later)' 'brew install rustup (macOS), then: rustup default stable'
    return 1
  fi
  [ -n "${rust_is_new_enough:-}" ] && return 0
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  found=$(rustc --version | awk '{print $2}')
  if [ -n "$wanted" ] && [ "$(printf '%s\n' "$wanted" "$found" | sort -t. -k1,1n -k2,2n | head -n 1)" != "$wanted" ]; then
    missing "rustc $wanted or newer (here: $found)" "$why" 'rustup update stable'
    return 1
  fi
  rust_is_new_enough=yes
}

need_rustfmt_and_clippy() {
  need_rust || return 1
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    say 'rustfmt and clippy: check the form of the code; getting them'
    if has rustup; then rustup component add rustfmt clippy; else apt_get rustfmt rust-clippy; fi ||
      missing 'rustfmt and clippy' 'check the form of the code' 'rustup component add rustfmt clippy' \
        'apt-get install rustfmt rust-clippy'
  fi
}

has_wasm_target() {
  compgen -G "$(rustc --print sysroot)/lib/rustlib/$wasm_target/lib/libstd-*.rlib" >/dev/null
}

need_wasm_target() {
  need_rust || return 1
  [ -n "${wasm_target_is_there:-}" ] && return 0
  if ! has_wasm_target; then
    say "$wasm_target: Rust's standard library for the browser; getting it"
    if has rustup && rustup target add "$wasm_target" && has_wasm_target; then
      :
    elif ! has rustup && apt_get libstd-rust-dev-wasm32 lld && has_wasm_target; then
      :
    elif bash scripts/wasm-std.sh && has_wasm_target; then
      :
    else
      missing "$wasm_target" "Rust's standard library for the browser" "rustup target add $wasm_target" \
        'apt-get install libstd-rust-dev-wasm32 lld (where rustc is a Debian package)' 'bash scripts/wasm-std.sh'
      return 1
    fi
  fi
  wasm_target_is_there=yes
}

# --- WASM -------------------------------------------------------------------------------------------------------

# The source of the standard library, for the reader's engine; without it that is built with the ordinary one.
need_rust_src() {
  local there
  there=$(rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml
  [ -f "$there" ] || { has rustup && rustup component add rust-src && [ -f "$there" ]; }
}

# Puts wasm-bindgen and wasm-bindgen-test-runner, in exactly the version of Cargo.lock, first on PATH.
need_wasm_bindgen() {
  local why='writes the JavaScript beside the WASM, and runs its tests' version here bin
  version=$(locked_version wasm-bindgen)
  if [ -z "$version" ]; then
    missing 'wasm-bindgen in Cargo.lock' 'says which wasm-bindgen to use' 'cargo generate-lockfile'
    return 1
  fi
  if here=$(command -v wasm-bindgen) && [ -x "${here%/*}/wasm-bindgen-test-runner" ] &&
    [ "$("$here" --version | awk '{print $2}')" = "$version" ]; then
    bin=${here%/*}
  else
    bin=$cache/wasm-bindgen-$version/bin
    if ! [ -x "$bin/wasm-bindgen" ] || ! [ -x "$bin/wasm-bindgen-test-runner" ]; then
      need_rust || return 1
      say "wasm-bindgen $version: $why; getting it"
      cargo_get wasm-bindgen-cli "$version" "${bin%/bin}" || {
        missing "wasm-bindgen $version" "$why" \
          "cargo install wasm-bindgen-cli --version =$version --root \"${bin%/bin}\""
        return 1
      }
    fi
  fi
  case $PATH in "$bin:"*) ;; *) PATH=$bin:$PATH ;; esac
}

need_wasm_pack() {
  local why='runs the WASM tests in browsers' folder=$cache/wasm-pack-$wasm_pack_version
  wasm_pack=$(first_of wasm-pack "$folder/bin/wasm-pack") && return 0
  need_rust || return 1
  say "wasm-pack: $why; getting it"
  wasm_pack=$folder/bin/wasm-pack
  cargo_get wasm-pack "$wasm_pack_version" "$folder" ||
    missing wasm-pack "$why" "cargo install wasm-pack --version =$wasm_pack_version" 'brew install wasm-pack (macOS)'
}

# Older ones leave the engine larger, by more than the story may have (version 120: 0.6 kB), and list the names of imports and exports in another form.
oldest_wasm_opt=132

# Sets wasm_opt to the first on PATH or in the cache folder that is new enough.
find_wasm_opt() {
  local version
  for wasm_opt in wasm-opt "$cache/binaryen-$binaryen_version/node_modules/.bin/wasm-opt"; do
    wasm_opt=$(command -v "$wasm_opt") || continue
    version=$("$wasm_opt" --version 2>/dev/null | sed -n 's/^wasm-opt version \([0-9]*\).*/\1/p')
    if [ "${version:-0}" -ge "$oldest_wasm_opt" ]; then return 0; fi
  done
  wasm_opt=
  return 1
}

# new_enough_in_apt PACKAGE MAJOR
new_enough_in_apt() {
  local version
  has apt-cache || return 1
  version=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}\([0-9]*\).*/\2/p')
  [ "${version:-0}" -ge "$2" ]
}

need_wasm_opt() {
  local why='makes the WASM smaller' folder=$cache/binaryen-$binaryen_version
  find_wasm_opt && return 0
  say "wasm-opt $oldest_wasm_opt or newer: $why; getting it"
  if new_enough_in_apt binaryen "$oldest_wasm_opt" && apt_get binaryen && find_wasm_opt; then return 0; fi
  if has npm; then
    say "  npm install binaryen $binaryen_version into $folder"
    mkdir -p "$folder"
    npm install --silent --no-audit --no-fund --prefix "$folder" "binaryen@$binaryen_version" && find_wasm_opt && return 0
  fi
  missing "wasm-opt $oldest_wasm_opt or newer" "$why" \
    "npm install --prefix \"$folder\" binaryen@$binaryen_version" 'brew install binaryen (macOS)'
}

# cargo-fuzz calls the nightly compiler, whose sanitizers find what a stable build does not.
can_fuzz() { has rustup && rustup toolchain list 2>/dev/null | grep -q '^nightly'; }

# Sets cargo_fuzz, and makes nightly the compiler of this script.
need_fuzz() {
  local why='tries random stories' folder=$cache/cargo-fuzz-$cargo_fuzz_version
  if ! can_fuzz; then
    missing 'a nightly Rust' "$why" 'rustup toolchain install nightly --profile minimal'
    return 1
  fi
  cargo_fuzz=$(first_of cargo-fuzz "$folder/bin/cargo-fuzz") || {
    say "cargo-fuzz: $why; getting it"
    cargo_fuzz=$folder/bin/cargo-fuzz
    cargo_get cargo-fuzz "$cargo_fuzz_version" "$folder" ||
      missing cargo-fuzz "$why" "cargo install cargo-fuzz --version =$cargo_fuzz_version"
  }
  export RUSTUP_TOOLCHAIN=nightly
}

need_twiggy() {
  local why='says which crates the WASM is made of' bin=$cache/twiggy-$twiggy_version/bin
  has twiggy && return 0
  if ! [ -x "$bin/twiggy" ]; then
    need_rust || return 1
    say "twiggy: $why; getting it"
    cargo_get twiggy "$twiggy_version" "${bin%/bin}" || {
      missing twiggy "$why" "cargo install twiggy --version =$twiggy_version"
      return 1
    }
  fi
  PATH=$bin:$PATH
}

# --- what the crates bring along ----------------------------------------------------------------------------------

# Sets cargo_deny.
need_cargo_deny() {
  local why='reads licences and origins of all crates' folder=$cache/cargo-deny-$cargo_deny_version
  cargo_deny=$(first_of cargo-deny "$folder/bin/cargo-deny") && return 0
  need_rust || return 1
  say "cargo-deny: $why; getting it"
  cargo_deny=$folder/bin/cargo-deny
  cargo_get cargo-deny "$cargo_deny_version" "$folder" ||
    missing cargo-deny "$why" "cargo install cargo-deny --version =$cargo_deny_version" 'brew install cargo-deny (macOS)'
}

# --- browsers and their drivers ---------------------------------------------------------------------------------

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

need_node() {
  local why='runs the browser tests' major
  if ! has node || ! has npm; then
    say "node and npm: $why; getting them"
    if new_enough_in_apt nodejs 20; then apt_get nodejs npm || true; fi
  fi
  major=$(node_major)
  if [ "${major:-0}" -lt 20 ] || ! has npm; then
    missing "node 20 or newer with npm (here: ${major:-none})" "$why" 'apt-get install nodejs npm (Debian 13 or later)' \
      'nvm install 22' 'brew install node (macOS)'
  fi
}

# need_packages FOLDER WHY : the npm packages of a folder's lock file
need_packages() {
  local folder=$1 stamp=$1/node_modules/.lock-of-install
  if cmp -s "$folder/package-lock.json" "$stamp"; then return 0; fi
  need_node || return 1
  say "npm ci in $folder: $2"
  # The browsers are the system's; the packages need not bring their own, nor run scripts. A registry may lack optional packages
  # of other platforms; npm then writes a lock without them that its own `ci` refuses, while `install` takes what the lock says.
  local flags=(--silent --ignore-scripts --no-audit --no-fund)
  (cd "$folder" && export PUPPETEER_SKIP_DOWNLOAD=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 &&
    { npm ci "${flags[@]}" || npm install --no-save "${flags[@]}"; }) || {
    missing "the npm packages of $folder" "$2" "cd $folder && npm ci"
    return 1
  }
  mkdir -p "${stamp%/*}"
  cp "$folder/package-lock.json" "$stamp"
}

need_bench_packages() { need_packages tests/bench 'be compared with'; }
need_browser_packages() { need_packages tests/browser 'drive the browsers'; }
need_build_packages() { need_packages scripts/build 'bundle the page'; }

find_chromium() {
  chromium=$(first_of chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' '/Applications/Chromium.app/Contents/MacOS/Chromium') &&
    chromedriver=$(first_of chromedriver "${CHROMEWEBDRIVER:-/nowhere}/chromedriver" /usr/lib/chromium-browser/chromedriver)
}

# Sets chromium and chromedriver.
need_chromium() {
  local why='the first of the two browsers that the tests run in'
  find_chromium && return 0
  say "chromium and chromedriver: $why; getting them"
  apt_get chromium chromium-driver && find_chromium && return 0
  missing 'chromium and chromedriver (of one version)' "$why" 'apt-get install chromium chromium-driver' \
    'brew install --cask google-chrome chromedriver (macOS)'
}

find_webkit() {
  webkit=$(first_of "${WEBKIT:-/nowhere}" /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser) &&
    webkitdriver=$(first_of WebKitWebDriver) && has xvfb-run
}

# Sets webkit (a small browser around the engine) and webkitdriver.
need_webkit() {
  local why='the third engine that the tests run in, that of Safari'
  find_webkit && return 0
  say "WebKitGTK: $why; getting it"
  apt_get webkit2gtk-driver xvfb xauth && find_webkit && return 0
  missing 'WebKitGTK, its driver and xvfb' "$why" 'apt-get install webkit2gtk-driver xvfb xauth'
}

# Sets nginx and wrk.
need_nginx() {
  local why='the sample configuration is tried with them'
  nginx=$(first_of nginx /usr/sbin/nginx) && wrk=$(first_of wrk) && return 0
  say "nginx and wrk: $why; getting them"
  apt_get nginx-light libnginx-mod-http-brotli-static wrk && nginx=$(first_of nginx /usr/sbin/nginx) && wrk=$(first_of wrk) && return 0
  missing 'nginx and wrk' "$why" 'apt-get install nginx-light libnginx-mod-http-brotli-static wrk'
}

find_firefox() {
  firefox=$(first_of firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox)
}

# Sets firefox.
need_firefox() {
  local why='the second of the two browsers that the tests run in'
  find_firefox && return 0
  say "firefox: $why; getting it"
  apt_get firefox-esr && find_firefox && return 0
  missing firefox "$why" 'apt-get install firefox-esr' 'brew install --cask firefox (macOS)'
}

# Sets geckodriver.
need_geckodriver() {
  local why='lets the tests drive Firefox' folder=$cache/geckodriver-$geckodriver_version
  geckodriver=$(first_of geckodriver "${GECKOWEBDRIVER:-/nowhere}/geckodriver" "$folder/bin/geckodriver") && return 0
  need_rust || return 1
  say "geckodriver: $why; getting it"
  geckodriver=$folder/bin/geckodriver
  cargo_get geckodriver "$geckodriver_version" "$folder" ||
    missing geckodriver "$why" "cargo install geckodriver --version =$geckodriver_version" 'brew install geckodriver (macOS)'
}

# Without a Chinese font the browsers draw boxes, and what the tests measure means nothing.
has_chinese_font() {
  [ "$system" = Darwin ] && return 0
  if has fc-list; then [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; else
    compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null
  fi
}

need_fonts() {
  local why='the tests measure Chinese text in the browsers'
  has_chinese_font && return 0
  say "fonts-noto-cjk: $why; getting it"
  apt_get fontconfig fonts-noto-cjk && has_chinese_font && return 0
  missing fonts-noto-cjk "$why" 'apt-get install fonts-noto-cjk' 'any font with simplified Chinese'
}

# --- looking into PDFs --------------------------------------------------------------------------------------------

need_poppler() {
  local why='looks into the PDFs that the tests make (pdftotext, pdffonts, pdfinfo)'
  has pdftotext && has pdffonts && has pdfinfo && return 0
  say "poppler-utils: $why; getting it"
  apt_get poppler-utils && has pdftotext && return 0
  missing poppler-utils "$why" 'apt-get install poppler-utils' 'brew install poppler (macOS)'
}

# --- what a script needs as a whole: every missing tool is named before the first stops the run ------------------

need_all() {
  local status=0 tool
  for tool in "$@"; do "need_$tool" || status=1; done
  return "$status"
}

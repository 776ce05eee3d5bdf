#!/usr/bin/env bash
# Installs the missing tools for building, serving and testing this project.
#
#   scripts/setup.sh serve   for `make serve`: Rust for wasm32, Node, wasm-bindgen
#   scripts/setup.sh page    also for `make dist` and `pkg`: Trunk, wasm-split, wasm-opt, esbuild
#   scripts/setup.sh test    also for `make test`: clippy, Chromium, cargo-deny, npm packages
#
# Tools are installed in a cache folder (SSLENGINE_DOCTOR_CACHE, default ~/.cache/sslengine-doctor),
# one folder for each version, so the next clone reuses them. Their paths are written to
# .tools/PART.env for the other scripts. SSLENGINE_DOCTOR_RUST=rustup or =debian selects the only
# source for wasm32 Rust. See docs/toolchain.md.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

TRUNK_VERSION=0.21.14 # the newest that builds with Rust 1.95; 0.22.1 needs 1.96.1
WASM_BINDGEN_VERSION=$(locked_version wasm-bindgen 0.2.130)
WASM_SPLIT_VERSION=0.2.4
BINARYEN_VERSION=132.0.0
ESBUILD_VERSION=0.28.2
SIRV_VERSION=3.0.2
CARGO_DENY_VERSION=0.20.2
CARGO_VET_VERSION=0.10.2
NODE_MAJOR=20   # the oldest Node that works
NODE_INSTALL=22 # installed if no such Node is found
DEBIAN_RUST="rustc-web cargo-web rust-web-src rust-web-llvm"
STD_DIR=/usr/lib/rustlib/$WASM_TARGET
LOGS=$CACHE/logs

part=${1:-test}
case $part in
  serve | page | test) ;;
  *) die "unknown part '$part': use 'serve', 'page' or 'test'" ;;
esac
wants() { # PART: whether this set-up includes it
  case $part in
    "$1" | test) ;;
    page) [ "$1" = serve ] ;;
    *) false ;;
  esac
}
mkdir -p "$CACHE" "$LOGS" "$ROOT/.tools"

work=$(mktemp -d "$CACHE/setup.XXXXXX")
jobs_running=
cleanup() {
  local pid
  for pid in $jobs_running; do kill -- "-$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# --- Debian's packages ----------------------------------------------------------------------------

on_debian() { have apt-get && have dpkg-query; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

need_root() { # PURPOSE
  [ "$(id -u)" = 0 ] || have sudo || die "$1 needs root, and sudo was not found." "Run this script as root once: $0 $part"
}

# Installs the missing ones of the given packages; fails if that is not possible.
apt_install() {
  local missing="" package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  need_root "Installing$missing"
  say "Installing Debian's packages:$missing"
  # shellcheck disable=SC2086 # a list of words
  {
    if ! apt-cache show $missing >/dev/null 2>&1; then as_root apt-get update -q >"$LOGS/apt.log" 2>&1 || true; fi
    apt_try $missing || {
      as_root apt-get update -q >>"$LOGS/apt.log" 2>&1 || true
      apt_try $missing
    } || {
      tail -n 15 "$LOGS/apt.log" >&2
      return 1
    }
  }
}

# --no-remove: never remove a compiler that the user installed.
apt_try() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends --no-remove "$@" </dev/null >>"$LOGS/apt.log" 2>&1
}

# --- Parallel steps -------------------------------------------------------------------------------

# start NAME TIME command...: runs the command in the background; its output goes to logs/NAME.log.
# TIME is roughly how long it takes on two cores. Each job is a process group (set -m), so stopping
# this script also stops the compilers.
start() {
  local name=$1 usual=$2
  shift 2
  note "started: $name, about $usual (log: $LOGS/$name.log)"
  set -m
  (
    began=$SECONDS
    "$@" >"$LOGS/$name.log" 2>&1 </dev/null
    printf '%s\n' $((SECONDS - began)) >"$work/$name.took"
  ) &
  set +m
  jobs_running="$jobs_running $!"
  jobs_names="${jobs_names:-} $name"
}

# Waits for all jobs, reports each result, and exits if one failed.
finish() {
  local name pid failed=
  # shellcheck disable=SC2086 # lists of words
  set -- ${jobs_names:-}
  for pid in $jobs_running; do
    name=$1
    shift
    if wait "$pid"; then
      note "done: $name ($(cat "$work/$name.took") s)"
    else
      failed="$failed $name"
      printf '%s\n' "error: $name failed; the end of $LOGS/$name.log:" >&2
      tail -n 25 "$LOGS/$name.log" >&2
    fi
  done
  jobs_running=
  jobs_names=
  [ -z "$failed" ] || die "set-up failed:$failed"
}

# --- Rust -----------------------------------------------------------------------------------------

WASM_TOOLCHAIN= # rustup's name of the toolchain for wasm32; empty for the default one
WASM_PATH=      # the folder to prepend to PATH for it, if there is no rustup

# Whether the rustc $1 has a std for wasm32. A std built here must come from exactly this version of
# rustc.
has_std() {
  local dir
  dir=$("$1" --print target-libdir --target $WASM_TARGET 2>/dev/null) &&
    ls "$dir"/libstd-*.rlib "$dir"/libtest-*.rlib >/dev/null 2>&1 &&
    { [ ! -f "$dir/../made-by" ] || "$1" -vV | cmp -s - "$dir/../made-by"; }
}

debian_std_is_current() { [ -x /usr/bin/rustc ] && [ -f $STD_DIR/made-by ] && has_std /usr/bin/rustc; }

# Without cargo: install Debian's compiler on Debian, otherwise ask for rustup.
find_cargo() {
  if have cargo && cargo --version >/dev/null 2>&1; then return; fi
  if on_debian; then
    say "cargo not found; installing Debian's"
    apt_install rustc-web cargo-web gcc libc6-dev || die "Debian's Rust could not be installed." \
      "Install Rust with rustup (https://rustup.rs), then run this script again."
    hash -r
  else
    die "cargo not found." "Install Rust with rustup (https://rustup.rs), then run this script again."
  fi
}

# Whether the rustc $1 is at least Cargo.toml's rust-version.
RUST_WANTED=$(sed -n 's/^rust-version = "\([0-9.]*\)".*/\1/p' "$ROOT/Cargo.toml" 2>/dev/null || true)
new_enough() {
  printf '%s %s\n' "$("$1" --version | awk '{ sub(/-.*/, "", $2); print $2 }')" "${RUST_WANTED:-1.0}" | tr . ' ' |
    awk '{ exit ($1 * 1000 + $2 < $4 * 1000 + $5) }'
}

# shellcheck disable=SC2086 # DEBIAN_RUST is a list of words
wasm_rust() {
  local way=${SSLENGINE_DOCTOR_RUST:-auto}
  if [ "$way" != debian ] && has_std rustc; then
    note "Rust for $WASM_TARGET: $(rustc --version)"
    return
  fi
  if [ "$way" != rustup ] && debian_std_is_current; then
    use_debian_rust
    return
  fi
  if [ "$way" != debian ] && have rustup; then
    say "Adding Rust's $WASM_TARGET target with rustup"
    if RUSTUP_MAX_RETRIES=0 rustup target add $WASM_TARGET >"$LOGS/rustup.log" 2>&1 && has_std rustc; then
      note "Rust for $WASM_TARGET: $(rustc --version)"
      return
    fi
    note "rustup failed: $(tail -n 1 "$LOGS/rustup.log")"
  fi
  if [ "$way" = rustup ] || ! on_debian; then
    die "this Rust cannot build for $WASM_TARGET: $(rustc --version)" \
      "Install Rust with rustup (https://rustup.rs) and run: rustup target add $WASM_TARGET"
  fi
  say "Using Debian's Rust for $WASM_TARGET"
  apt_install $DEBIAN_RUST || die "Debian's Rust could not be installed (log: $LOGS/apt.log)."
  if ! new_enough /usr/bin/rustc; then
    say "Upgrading Debian's Rust: $(/usr/bin/rustc --version) is too old"
    as_root apt-get update -q >>"$LOGS/apt.log" 2>&1 || true
    apt_try $DEBIAN_RUST || true
    new_enough /usr/bin/rustc || die "Debian has no newer Rust (log: $LOGS/apt.log)."
  fi
  apt_install "$(debian_lld)" || die "The linker $(debian_lld) could not be installed (log: $LOGS/apt.log)."
  debian_std_is_current || build_debian_std
  use_debian_rust
}

# The linker's package. rust-web-llvm expects it: `rust-lld` is a link to it. It must belong to the
# compiler's LLVM.
debian_lld() { /usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/lld-\1/p'; }

use_debian_rust() {
  if have rustup; then
    WASM_TOOLCHAIN=debian-web
    rustup toolchain list | grep -q "^$WASM_TOOLCHAIN" || rustup toolchain link "$WASM_TOOLCHAIN" /usr >/dev/null 2>&1
  elif [ "$(command -v rustc)" != /usr/bin/rustc ] && [ "$(command -v rustc)" != /bin/rustc ]; then
    WASM_PATH=/usr/bin
  fi
  note "Rust for $WASM_TARGET: $(/usr/bin/rustc --version) from Debian"
}

# The sources of std, for a smaller release page (small_std in lib.sh). It can be built without them.
std_sources() {
  if has_std_sources; then return; fi
  if [ -z "$WASM_TOOLCHAIN$WASM_PATH" ] && have rustup &&
    RUSTUP_MAX_RETRIES=0 rustup component add rust-src >"$LOGS/rust-src.log" 2>&1 && has_std_sources; then
    note "Added Rust's component rust-src, for a smaller page"
  else
    note "Without Rust's component rust-src the release page is about 30 kB larger."
  fi
}

# Debian has no std for wasm32. Builds it from Debian's sources and installs it where `rustup target
# add` would. RUSTC_BOOTSTRAP enables -Z build-std for this build. `lto = true` needs embed-bitcode
# later, and `cargo test` needs the crate `test`.
build_debian_std() {
  say "Building Rust's std for $WASM_TARGET from Debian's sources, once (about a minute)"
  local empty=$work/std
  need_root "Installing Rust's std in $STD_DIR"
  mkdir -p "$empty/src" "$empty/lib"
  : >"$empty/src/lib.rs"
  printf '%s\n' '[package]' 'name = "empty"' 'version = "0.0.0"' 'edition = "2021"' '[workspace]' >"$empty/Cargo.toml"
  (
    cd "$empty"
    unset CARGO_TARGET_DIR CARGO_BUILD_TARGET CARGO_ENCODED_RUSTFLAGS RUSTFLAGS RUSTUP_TOOLCHAIN
    PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Cembed-bitcode=yes \
      /usr/bin/cargo build -Z build-std=std,panic_abort,test --release --target $WASM_TARGET
  ) >"$LOGS/std.log" 2>&1 || {
    tail -n 25 "$LOGS/std.log" >&2
    die "std could not be built (log: $LOGS/std.log)"
  }
  cp "$empty/target/$WASM_TARGET/release/deps/"*.rlib "$empty/lib/"
  rm -f "$empty/lib/"libempty-*.rlib
  /usr/bin/rustc -vV >"$empty/made-by"
  as_root rm -rf "$STD_DIR"
  as_root mkdir -p "$STD_DIR/lib"
  as_root cp "$empty/lib/"*.rlib "$STD_DIR/lib/"
  as_root cp "$empty/made-by" "$STD_DIR/made-by"
  # rustc rejects crates that were compiled against another std (E0463).
  rm -rf "$(target_dir)/${WASM_TARGET:?}"
}

# install_crate FOLDER CRATE VERSION [OPTIONS]: installs into $CACHE/FOLDER: a prebuilt program if
# cargo-binstall is available, else with `cargo install OPTIONS`. The tools need little speed, so
# optimise for a short build, with --debug not at all. If the registry lacks a version from the
# tool's lock file (a mirror may lag behind), install without the lock file.
install_crate() {
  local folder=$CACHE/$1 fresh=$work/$1 options=${4:-}
  set -- "$2" --version "$3" --root "$fresh"
  cd "$CACHE"
  unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET RUSTUP_TOOLCHAIN
  export CARGO_TARGET_DIR=$CACHE/build/${folder##*/} CARGO_INCREMENTAL=0 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_DEV_DEBUG=0
  case $options in *--features*) ;; *)
    if have cargo-binstall && cargo binstall --no-confirm "$@"; then options=prebuilt; fi ;;
  esac
  if [ "$options" != prebuilt ]; then
    # shellcheck disable=SC2086 # a list of words
    cargo install --locked "$@" $options || cargo install "$@" $options
  fi
  rm -rf "$folder" "$CARGO_TARGET_DIR"
  mv "$fresh" "$folder"
}

# install_wheel FOLDER PACKAGE VERSION PROGRAM: installs a program that PyPI has prebuilt; fails if
# there is no pip, or no build for this machine.
install_wheel() {
  local fresh=$work/$1
  have python3 && python3 -m pip --version >/dev/null 2>&1 || return 1
  python3 -m pip install --quiet --no-deps --no-input --disable-pip-version-check --only-binary :all: \
    --target "$fresh" "$2==$3" && "$fresh/bin/$4" --version || return 1
  rm -rf "${CACHE:?}/$1"
  mv "$fresh" "$CACHE/$1"
}

# A tool that checks the dependencies: prebuilt, else compiled.
install_checker() { # CRATE VERSION
  install_wheel "$1-$2" "astral-dev-toolchain-$1" "$2" "$1" || install_crate "$1-$2" "$1" "$2"
}

# --- Node and the browser -------------------------------------------------------------------------

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

find_node() {
  local own=$CACHE/node-$NODE_INSTALL/node_modules/node/bin
  if [ -x "$own/node" ]; then PATH=$own:$PATH; fi
  if [ "$(node_major || true)" -ge $NODE_MAJOR ] 2>/dev/null && have npm; then return; fi
  on_debian || die "Node $NODE_MAJOR or later is needed, with npm." \
    "Install it (https://nodejs.org), then run this script again."
  have npm || apt_install nodejs npm || die "Debian's nodejs and npm could not be installed (log: $LOGS/apt.log)."
  hash -r
  if [ "$(node_major || true)" -ge $NODE_MAJOR ] 2>/dev/null; then return; fi
  say "Installing Node $NODE_INSTALL from npm (found only $(node --version))"
  npm_install "node-$NODE_INSTALL" "node@$NODE_INSTALL" >"$LOGS/node.log" 2>&1 || {
    tail -n 15 "$LOGS/node.log" >&2
    die "Node $NODE_INSTALL could not be installed."
  }
  PATH=$own:$PATH
  hash -r
}

# npm_install FOLDER PACKAGE@VERSION: installs into $CACHE/FOLDER/node_modules.
npm_install() {
  local fresh=$work/$1
  mkdir -p "$fresh"
  printf '{ "private": true }\n' >"$fresh/package.json"
  npm install --prefix "$fresh" --no-fund --no-audit --loglevel=error "$2"
  rm -rf "${CACHE:?}/$1"
  mv "$fresh" "$CACHE/$1"
}

# The npm packages of the tests in a folder; installed again if its lock file changed.
test_modules_current() { cmp -s "$ROOT/$1/package-lock.json" "$ROOT/$1/node_modules/.installed-from"; }
test_modules() {
  cd "$ROOT/$1"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.installed-from
}

first_of() {
  local candidate
  for candidate in "$@"; do
    if [ -n "$candidate" ] && candidate=$(command -v "$candidate" 2>/dev/null); then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

find_chrome() {
  CHROME_BIN=$(first_of "${CHROME_BIN:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium") &&
    CHROMEDRIVER=$(first_of "${CHROMEDRIVER:-}" "${CHROMEWEBDRIVER:+$CHROMEWEBDRIVER/chromedriver}" chromedriver)
}

# --- Main -----------------------------------------------------------------------------------------

say "Set-up for '$part' (tools in $CACHE)"
CHROME_BIN=${CHROME_BIN:-}
CHROMEDRIVER=${CHROMEDRIVER:-}

find_cargo
new_enough rustc || die "Rust $RUST_WANTED or later is needed; found $(rustc --version)." \
  "With rustup: rustup update stable. On Debian without rustup: apt-get install rustc-web cargo-web"
if on_debian; then
  have cc || apt_install gcc libc6-dev || die "A C compiler is needed: apt-get install gcc libc6-dev"
fi

# The long compilations do not need wasm32, so start them first, in the background.
tool_bins=
need_crate() { # FOLDER TIME CRATE VERSION PROGRAM [OPTIONS]
  tool_bins="$tool_bins$CACHE/$1/bin:"
  [ -x "$CACHE/$1/bin/$5" ] || start "$1" "$2" install_crate "$1" "$3" "$4" "${6:-}"
}
need_npm() { # PACKAGE VERSION
  local folder=$1-$2
  [ -d "$CACHE/$folder/node_modules" ] || start "$folder" "10 s" npm_install "$folder" "$1@$2"
}
need_crate "wasm-bindgen-cli-$WASM_BINDGEN_VERSION" "2 min" wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen-test-runner \
  --no-default-features
if wants page; then
  # Without TLS, with which it would download tools: it finds them in PATH.
  need_crate "trunk-$TRUNK_VERSION" "7 min" trunk "$TRUNK_VERSION" trunk "--no-default-features --debug"
  need_crate "wasm-split-$WASM_SPLIT_VERSION" "2 min" wasm_split_cli_support "$WASM_SPLIT_VERSION" wasm-split-cli "--features build-binary"
fi

wasm_rust
if wants page; then std_sources; fi
find_node
case $PATH in "$CACHE/node-$NODE_INSTALL/"*) tool_bins="$tool_bins${PATH%%:*}:" ;; esac
need_npm sirv "$SIRV_VERSION"
if wants page; then
  need_npm binaryen "$BINARYEN_VERSION"
  need_npm esbuild "$ESBUILD_VERSION"
  tool_bins="$tool_bins$ROOT/scripts/tools:$CACHE/esbuild-$ESBUILD_VERSION/node_modules/.bin:"
fi

ready_parts=serve
if wants page; then ready_parts="serve page"; fi
if [ "$part" = test ]; then
  ready_parts="serve page test"
  for folder in tests/e2e tests/node; do
    test_modules_current "$folder" || start "${folder#tests/}-modules" "20 s" test_modules "$folder"
  done
  if ! find_chrome; then
    if on_debian; then apt_install chromium chromium-driver fonts-dejavu-core || true; fi
    hash -r
    find_chrome || die "Chromium or Chrome is needed, and its chromedriver." \
      "Debian: apt-get install chromium chromium-driver" \
      "macOS: install Chrome, then 'brew install --cask chromedriver'" \
      "Other systems: set CHROME_BIN and CHROMEDRIVER to their paths."
  fi
  note "browser: $CHROME_BIN, $CHROMEDRIVER"
  # The one-file page is also tested in Firefox, if available; its test reports if it is skipped.
  if ! first_of "${FIREFOX_BIN:-}" firefox-esr firefox >/dev/null && on_debian && apt-cache show firefox-esr >/dev/null 2>&1; then
    apt_install firefox-esr || note "firefox-esr could not be installed: no tests in Firefox"
  fi
  # The page is also tested in WebKitGTK, the engine of Safari; its test reports if it is skipped.
  if ! have WebKitWebDriver && on_debian && apt-cache show webkit2gtk-driver >/dev/null 2>&1; then
    apt_install webkit2gtk-driver xvfb || note "webkit2gtk-driver could not be installed: no tests in WebKit"
  fi
  # valgrind counts the instructions; the step reports if it is skipped.
  if ! have valgrind && on_debian; then
    apt_install valgrind || note "valgrind could not be installed: instructions are not counted"
  fi
  # clippy and rustfmt: from rustup, or from Debian if its compiler is used.
  if [ -n "$WASM_TOOLCHAIN$WASM_PATH" ] || { on_debian && [ -x /usr/bin/cargo ] && ! have rustup; }; then
    apt_install rust-web-clippy rustfmt-web || note "Debian's clippy could not be installed: no clippy for $WASM_TARGET"
  fi
  if have rustup && ! { cargo clippy --version && cargo fmt --version; } >/dev/null 2>&1; then
    say "Adding clippy and rustfmt with rustup"
    RUSTUP_MAX_RETRIES=0 rustup component add clippy rustfmt >"$LOGS/rustup.log" 2>&1 ||
      note "rustup failed: $(tail -n 1 "$LOGS/rustup.log")"
  fi
  for tool in "cargo-deny $CARGO_DENY_VERSION" "cargo-vet $CARGO_VET_VERSION"; do
    folder=${tool/ /-}
    tool_bins="$tool_bins$CACHE/$folder/bin:"
    # shellcheck disable=SC2086 # two words
    [ -x "$CACHE/$folder/bin/${tool% *}" ] || start "$folder" "10 s, or 4 min if compiled" install_checker $tool
  done
fi
finish

# Move the complete file into place, so that no script reads a half-written one.
{
  printf '# Written by scripts/setup.sh; read by the other scripts. Not in git.\n'
  printf 'export SSLENGINE_DOCTOR_READY=%q\n' "$ready_parts"
  printf 'export SSLENGINE_DOCTOR_WASM_TOOLCHAIN=%q\n' "$WASM_TOOLCHAIN"
  printf 'export SSLENGINE_DOCTOR_WASM_PATH=%q\n' "$WASM_PATH"
  printf 'export CHROME_BIN=%q\n' "$CHROME_BIN"
  printf 'export CHROMEDRIVER=%q\n' "$CHROMEDRIVER"
  printf 'export SSLENGINE_DOCTOR_WASM_OPT=%q\n' "$CACHE/binaryen-$BINARYEN_VERSION/node_modules/.bin/wasm-opt"
  printf 'export SSLENGINE_DOCTOR_WASM_OPT_CACHE=%q\n' "$CACHE/wasm-opt"
  printf 'export SSLENGINE_DOCTOR_SIRV=%q\n' "$CACHE/sirv-$SIRV_VERSION"
  # shellcheck disable=SC2016 # $PATH is for the reader to expand
  printf 'export PATH=%q"$PATH"\n' "$tool_bins"
} >"$work/env"
mv "$work/env" "$ROOT/.tools/$part.env"
say "Set-up for '$part' is complete"

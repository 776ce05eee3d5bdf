# shellcheck shell=bash
# Shared by all scripts here: paths, messages, and how to build for wasm32.
# Source it; do not run it. Uses only bash 3.2, the version on macOS.
# shellcheck disable=SC2034 # the names are for the scripts that source this

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${SSLENGINE_DOCTOR_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sslengine-doctor}
WASM_TARGET=wasm32-unknown-unknown

say() { printf '%s\n' "==> $*"; }
note() { printf '%s\n' "    $*"; }
die() {
  printf '%s\n' "error: $1" >&2
  shift
  for line in "$@"; do printf '%s\n' "       $line" >&2; done
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Where cargo puts what it builds: CARGO_TARGET_DIR if set, else target/ here.
target_dir() {
  case ${CARGO_TARGET_DIR:-target} in
    /*) printf '%s\n' "$CARGO_TARGET_DIR" ;;
    *) printf '%s\n' "$ROOT/${CARGO_TARGET_DIR:-target}" ;;
  esac
}

# The exact version of package $1 in Cargo.lock, or $2 if it is not there.
locked_version() {
  local found=
  if [ -f "$ROOT/Cargo.lock" ]; then
    found=$(awk -v want="name = \"$1\"" \
      '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock")
  fi
  printf '%s\n' "${found:-$2}"
}

# Installs what part $1 (`page` or `test`) lacks, then loads the PATH and variables that setup.sh
# wrote. If another script started this one, they are loaded already.
ready() {
  case " ${SSLENGINE_DOCTOR_READY:-} " in *" $1 "*) return ;; esac
  "$ROOT/scripts/setup.sh" "$1"
  # shellcheck source=/dev/null
  . "$ROOT/.tools/$1.env"
}

# Runs Trunk with the Rust for wasm32. Trunk accepts only `true` and `false` in NO_COLOR; others
# also set 1.
run_trunk() {
  if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; else unset NO_COLOR; fi
  TRUNK_SKIP_VERSION_CHECK=true with_wasm_rust trunk "$@"
}

SMALL_STD_FLAGS="-Zunstable-options -Cpanic=immediate-abort"

# Whether the release page is built with a standard library that is compiled for size. This needs
# the sources of Rust's std (rust-src) and Rust 1.91. SSLENGINE_DOCTOR_STD=small or =ordinary decides
# otherwise.
# shellcheck disable=SC2086 # a list of words
small_std() {
  case ${SSLENGINE_DOCTOR_STD:-auto} in
    small) return 0 ;;
    ordinary) return 1 ;;
    *) has_std_sources && RUSTC_BOOTSTRAP=1 with_wasm_rust rustc --print cfg $SMALL_STD_FLAGS >/dev/null 2>&1 ;;
  esac
}

has_std_sources() { [ -f "$(with_wasm_rust rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ]; }

# Runs "$@" so that cargo compiles the standard library for size, without the text of panics, if
# small_std says so. These are unstable options of cargo and rustc, which RUSTC_BOOTSTRAP allows.
with_small_std() {
  if small_std; then
    RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
      RUSTFLAGS="${RUSTFLAGS:-} $SMALL_STD_FLAGS" "$@"
  else
    "$@"
  fi
}

# Runs "$@" with the Rust that can build for wasm32 (the ordinary one, unless setup.sh recorded
# another).
with_wasm_rust() {
  if [ -n "${SSLENGINE_DOCTOR_WASM_TOOLCHAIN:-}" ]; then
    RUSTUP_TOOLCHAIN=$SSLENGINE_DOCTOR_WASM_TOOLCHAIN "$@"
  elif [ -n "${SSLENGINE_DOCTOR_WASM_PATH:-}" ]; then
    PATH=$SSLENGINE_DOCTOR_WASM_PATH:$PATH "$@"
  else
    "$@"
  fi
}

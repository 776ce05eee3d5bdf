# shellcheck shell=bash
# What every script here shares: where things are, how to speak, how to run a build for wasm32.
# Sourced, not run. Kept to bash 3.2, which is what macOS brings.
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

# The exact version of package $1 in Cargo.lock, or $2 where there is none.
locked_version() {
  local found=
  if [ -f "$ROOT/Cargo.lock" ]; then
    found=$(awk -v want="name = \"$1\"" \
      '$0 == want { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock")
  fi
  printf '%s\n' "${found:-$2}"
}

# Installs what part $1 (`page` or `test`) lacks, then takes over the PATH and the names that set-up wrote down.
# A script started by another one has them already.
ready() {
  case " ${SSLENGINE_DOCTOR_READY:-} " in *" $1 "*) return ;; esac
  "$ROOT/scripts/setup.sh" "$1"
  # shellcheck source=/dev/null
  . "$ROOT/.tools/$1.env"
}

# Trunk, with the Rust for wasm32. Of NO_COLOR it takes only `true` and `false`, where others also write 1.
run_trunk() {
  if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; else unset NO_COLOR; fi
  TRUNK_SKIP_VERSION_CHECK=true with_wasm_rust trunk "$@"
}

# Runs "$@" with the Rust that can build for wasm32 (the ordinary one, unless set-up noted another).
with_wasm_rust() {
  if [ -n "${SSLENGINE_DOCTOR_WASM_TOOLCHAIN:-}" ]; then
    RUSTUP_TOOLCHAIN=$SSLENGINE_DOCTOR_WASM_TOOLCHAIN "$@"
  elif [ -n "${SSLENGINE_DOCTOR_WASM_PATH:-}" ]; then
    PATH=$SSLENGINE_DOCTOR_WASM_PATH:$PATH "$@"
  else
    "$@"
  fi
}

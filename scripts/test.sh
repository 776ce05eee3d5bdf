#!/usr/bin/env bash
# Runs everything that CI checks, or only the given steps:
#   scripts/test.sh                 all steps
#   scripts/test.sh fmt native      only these
# Steps: fmt, clippy, doc, clippy-wasm, native, count, web, dist, pkg, node, e2e, deny. The first
# failure ends the run. At the end a table shows how long each step took, and how long it used a
# processor.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

work=$(mktemp -d)
lanes= # the process groups that run steps in the background
cleanup() {
  local lane
  for lane in $lanes; do kill -- "-$lane" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# The page and all engines, without the command.
WEB_FEATURES="--no-default-features --features web,rust-verifier,containers,share"

# --- The steps ------------------------------------------------------------------------------------

step_fmt() { cargo fmt --all --check; }

# The page's crates also compile natively, so lint everything here (and test it below). They are not
# default features: the command does not need them. Then lint the command's features alone, and the
# core without features.
step_clippy() {
  cargo clippy --locked --all-targets -- -D warnings
  cargo clippy --locked --lib --bins -- -D warnings
  cargo clippy --locked --lib --no-default-features -- -D warnings
}

# Builds the rustdoc of public and private items; fails on a broken link. `native` runs its
# examples.
step_doc() {
  RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib --features web
}

# Lints what exists only on wasm32: the page, the engine and the exports of the npm package.
step_clippy_wasm() {
  if ! with_wasm_rust cargo clippy --version >/dev/null 2>&1; then
    note "Skipped: the Rust for wasm32 on this machine has no clippy. rustup's Rust has one."
    return
  fi
  # shellcheck disable=SC2086 # a list of words
  with_wasm_rust cargo clippy --locked --target "$WASM_TARGET" $WEB_FEATURES --lib --bins --test web -- -D warnings
  with_wasm_rust cargo clippy --locked --target "$WASM_TARGET" --lib --no-default-features --features js-api \
    -- -D warnings
  with_wasm_rust cargo clippy --locked --target "$WASM_TARGET" --lib --no-default-features --features node-command \
    -- -D warnings
}

# In one process per program, because tests share what they have generated and verified.
step_native() {
  cargo test --locked --no-fail-fast --lib --bins --tests
  cargo test --locked --doc
}

# Counts the instructions of a few cases; reports if they cannot be compared.
step_count() { node "$ROOT/scripts/count.mjs"; }

# webdriver.json holds the browser's flags; wasm-bindgen-test-runner reads it.
step_web() {
  # shellcheck disable=SC2086 # a list of words
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner WASM_BINDGEN_TEST_ONLY_WEB=1 WASM_BINDGEN_TEST_TIMEOUT=600 \
    with_wasm_rust cargo test --locked --target "$WASM_TARGET" $WEB_FEATURES --test web
}

step_dist() { "$ROOT/scripts/dist.sh"; }
step_pkg() { "$ROOT/scripts/pkg.sh"; }

# The package and the page are compared with the native command.
native_command() {
  cargo build --locked --features web --bin sslengine-doctor
  SSLENGINE_DOCTOR_NATIVE="$(target_dir)/debug/sslengine-doctor"
  export SSLENGINE_DOCTOR_NATIVE
}

step_node() {
  native_command
  node_tests tests/node
}

step_e2e() {
  native_command
  node_tests tests/e2e
}

node_tests() {
  set -- "$1"/*.test.mjs
  [ -f "$1" ] || die "$1 not found."
  node --test --test-concurrency=2 --test-reporter=spec "$@"
}

# Checks advisories only if their database is reachable; the other checks need no network.
step_deny() {
  cargo deny --locked check --hide-inclusion-graph licenses bans sources
  if cargo deny fetch db >"$work/fetch.log" 2>&1; then
    cargo deny --locked check advisories
  else
    note "Advisories were not checked: their database is not reachable."
  fi
  # Every dependency has a public audit or is listed as an exemption (supply-chain/). Uses the stored
  # copies of the public audits.
  cargo vet check --locked </dev/null
}

# --- Main -----------------------------------------------------------------------------------------

# Counts the passed tests from the summary lines of cargo test, wasm-bindgen-test and node.
count_passed() {
  sed "s/$(printf '\033')\[[0-9;]*m//g" "$1" | awk '
    /^test result: .* [0-9]+ passed;/ { for (i = 2; i <= NF; i++) if ($i ~ /^passed;/) n += $(i - 1) }
    /^[^ ]+ pass [0-9]+$/ { n += $NF }
    END { print n + 0 }'
}

# Runs each step in its own process, so any failing command fails the step.
step() { bash "$ROOT/scripts/test.sh" --step "$1" 2>&1 </dev/null; }

heading() { printf '\n==== %s ====\n' "$1"; }

passed=0
table="$(printf '%-14s %8s %10s %8s' step seconds processor passed)"
row() { # NAME SECONDS PROCESSOR-SECONDS PASSED
  table="$table
$(printf '%-14s %8s %10s %8s' "$1" "$2" "$3" "$4")"
}

# Runs a command and writes to FILE how many seconds it used a processor.
metered() { # FILE COMMAND...
  local file=$1 TIMEFORMAT='%U %S' result=0
  shift
  # Only `time` writes to the file: the command's errors have their own descriptor.
  { time "$@" 2>&3; } 3>&2 2>"$file" || result=$?
  return "$result"
}

close() { # STEP SECONDS
  local count
  count=$(count_passed "$work/$1.log")
  passed=$((passed + count))
  [ "$count" -gt 0 ] || count=
  printf -- '---- %s: ok, %d s%s\n' "$1" "$2" "${count:+, $count passed}"
  row "$1" "$2" "$(awk '{ printf "%d", $1 + $2 }' "$work/$1.cpu")" "$count"
}

fail() { # STEP
  printf '\n==== FAILED: %s (rerun: scripts/test.sh %s) ====\n' "$1" "$1"
  exit 1
}

run() { # STEP, in the foreground
  local began=$SECONDS
  heading "$1"
  metered "$work/$1.cpu" step "$1" | tee "$work/$1.log" || fail "$1"
  close "$1" $((SECONDS - began))
}

# lane PRIORITY STEP...: runs the steps one after the other in the background. Each leaves a file
# STEP.took or, if it failed, STEP.failed.
lane() {
  local priority=$1 name began
  shift
  steps="${steps:-} $*"
  set -m
  (
    for name in "$@"; do
      began=$SECONDS
      if metered "$work/$name.cpu" nice -n "$priority" bash "$0" --step "$name" >"$work/$name.log" 2>&1 </dev/null; then
        printf '%s\n' $((SECONDS - began)) >"$work/$name.took"
      else
        : >"$work/$name.failed"
        exit
      fi
    done
  ) &
  set +m
  lanes="$lanes $!"
}

# Prints each step of the lanes when it ends; stops at the first failure.
follow() {
  local name left=$steps rest
  while [ -n "$left" ]; do
    rest=
    for name in $left; do
      if [ -f "$work/$name.failed" ]; then
        heading "$name"
        cat "$work/$name.log"
        fail "$name"
      elif [ -f "$work/$name.took" ]; then
        heading "$name"
        cat "$work/$name.log"
        close "$name" "$(cat "$work/$name.took")"
      else
        rest="$rest $name"
      fi
    done
    left=$rest
    sleep 1
  done
  lanes=
}

if [ "${1:-}" = --step ]; then
  "step_$(printf '%s' "$2" | tr - _)"
  exit
fi

case "$*" in
  native) ready page ;; # no browser for that
  *) ready test ;;
esac
row set-up "$SECONDS" "" ""

if [ $# -gt 0 ]; then
  for name in "$@"; do
    grep -q "^step_$(printf '%s' "$name" | tr - _)()" "$0" || die "Unknown step '$name'."
    run "$name"
  done
else
  # Two lanes, because long parts of a build use only one core (the linker, wasm-opt). Steps with a
  # browser have priority: their tests wait for what the page does.
  run fmt
  say "Running the other steps side by side. Each is printed when it ends."
  lane 10 clippy native doc count clippy-wasm deny
  lane 0 dist pkg web node e2e
  follow
  [ "$passed" -gt 0 ] || die "No tests were run."
fi

printf '\n%s\n' "$table"
printf '\nDone in %d min %d s\n' $((SECONDS / 60)) $((SECONDS % 60))
printf '%d passed, 0 failed\n' "$passed"

#!/usr/bin/env bash
# Benchmarks this library against common alternatives and prints Markdown tables. docs/benchmarks.md
# describes the method. BENCH_ROUNDS=5, BENCH_HOSTS=chromium,node,native,footprint,
# BENCH_CASES=rsa,… and BENCH_CONTENDERS=… select
# what runs. BENCH_PKG=keep uses the existing pkg/.
# BENCH_WRITE=1 writes the tables to docs/benchmarks.md.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready test
cd "$ROOT/bench"
if [ "${BENCH_PKG:-}" != keep ] || [ ! -d ../pkg ]; then "$ROOT/scripts/pkg.sh" >&2; fi
if ! cmp -s package-lock.json node_modules/.installed-from; then
  say "Installing the libraries to compare with" >&2
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --loglevel=error >&2
  cp package-lock.json node_modules/.installed-from
fi

target=$(target_dir)/bench
case ,${BENCH_HOSTS:-native}, in *,native,*)
  say "Building the native references" >&2
  CARGO_TARGET_DIR=$target cargo build --locked --quiet --release --manifest-path native/Cargo.toml
  ;;
esac
BENCH_NATIVE=$target/release/sslengine-doctor-bench exec node run.mjs

#!/usr/bin/env bash
# Regenerates the embedded trust data from its sources in trust/, checks it, or imports a newer
# list. Commit the result.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
cargo run --quiet --locked --no-default-features --features rust-verifier --example trust_data -- "$@"

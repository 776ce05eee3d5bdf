#!/usr/bin/env bash
# Makes the embedded trust data anew from its sources in trust/, checks it, or takes a newer list; commit the result.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
cargo run --quiet --locked --no-default-features --features rust-verifier --example trust_data -- "$@"

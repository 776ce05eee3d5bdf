#!/usr/bin/env bash
# Regenerates the embedded trust data from its sources in trust/, checks it, imports a newer list, or
# imports the compromised keys. Commit the result.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"

# The keys of the newest rustls-webpki: cargo downloads it for the oracle's writer.
if [ "${1:-}" = keys ]; then
  writer=tests/oracle/writer/Cargo.toml
  cargo update --quiet --manifest-path "$writer" -p rustls-webpki
  cargo metadata --format-version 1 --manifest-path "$writer" | node scripts/compromised-keys.mjs trust/compromised-keys.json
  exit
fi
cargo run --quiet --locked --no-default-features --features rust-verifier --example trust_data -- "$@"

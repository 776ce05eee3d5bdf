#!/usr/bin/env bash
# Builds the documentation site from docs/ and the program's own texts:
#   scripts/docs.sh FOLDER
# It runs natively even if the rest is built for wasm32.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -eq 1 ] || die "usage: scripts/docs.sh FOLDER"
case $1 in /*) folder=$1 ;; *) folder=$PWD/$1 ;; esac
cd "$ROOT"
say "Building the documentation"
cargo run --quiet --locked --example docs -- "$folder"

#!/usr/bin/env bash
# Builds the npm package into pkg/: the library for wasm32, the JavaScript and TypeScript bindings
# from wasm-bindgen, and the files in npm/. The version comes from Cargo.toml.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready page
cd "$ROOT"
say "Building pkg/"
[ -f npm/package.json ] || die "npm/package.json is missing: pkg/package.json is made from it."

# Text search and SHA-256 use 16-byte vectors, which makes reading text four times as fast. Node
# supports them since version 16, browsers since 2023.
export RUSTFLAGS="${RUSTFLAGS:-} -C target-feature=+simd128,+bulk-memory"

# The library and the command are two files: a browser need not load the argument parser. Cargo gives
# both the same name, so each has its own folder; otherwise each build would replace the other's.
# Link-time optimisation makes these files 7 % larger.
build() { # FEATURES NAME [OPTIONS OF WASM-BINDGEN]
  local features=$1 name=$2 folder
  shift 2
  folder=$(target_dir)/pkg/$name
  CARGO_PROFILE_RELEASE_LTO=off with_wasm_rust cargo rustc --locked --lib --crate-type cdylib --release --target "$WASM_TARGET" --target-dir "$folder" \
    --no-default-features --features "$features"
  wasm-bindgen --target web --out-dir pkg --out-name "$name" "$@" "$folder/$WASM_TARGET/release/sslengine_doctor.wasm"
  wasm-opt -O3 -o pkg/optimised.wasm "pkg/${name}_bg.wasm"
  mv pkg/optimised.wasm "pkg/${name}_bg.wasm"
}

rm -rf pkg
build js-api sslengine_doctor
build node-command sslengine_doctor_command --no-typescript

# The heads (*.head.bin) are embedded in the WebAssembly.
mkdir pkg/authorities
cp static/authorities/??.bin static/authorities/??.more.bin pkg/authorities/
cp docs/report.schema.json pkg/
cp LICENSE-MIT LICENSE-APACHE pkg/
cp -R npm/. pkg/ # npm/README.md, if present, replaces the project's
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
node -e '
  const fs = require("node:fs");
  const [file, version] = process.argv.slice(1);
  const manifest = JSON.parse(fs.readFileSync(file, "utf8"));
  fs.writeFileSync(file, JSON.stringify({ ...manifest, version }, null, 2) + "\n");
' pkg/package.json "$version"
note "pkg/: version $version, $(wc -c <pkg/sslengine_doctor_bg.wasm | tr -d ' ') bytes of wasm," \
  "$(wc -c <pkg/sslengine_doctor_command_bg.wasm | tr -d ' ') for the command"

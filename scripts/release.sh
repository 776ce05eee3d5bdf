#!/usr/bin/env bash
# Checks and assembles a release. It publishes nothing: .github/workflows/release.yml does, with
# these steps.
#
#   scripts/release.sh check [TAG]   checks versions, changelog, lock file and TAG
#   scripts/release.sh files         collects the files from dist/ and pkg/ in target/release-files/,
#                                    with a software bill of materials (SBOM)
#   scripts/release.sh reproduce     builds the commit again in another folder, and compares every
#                                    file of dist/ and pkg/
#   scripts/release.sh --dry-run     runs every step except publishing: check, a clean tree, the
#                                    builds, the files, and what crates.io and npm would get.
#                                    RELEASE_BUILT=1 uses the existing dist/ and pkg/;
#                                    RELEASE_REPRODUCE=no skips the second build.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
files=$ROOT/target/release-files
MAX_CRATE=10000000 # bytes, the limit of crates.io
CYCLONEDX_VERSION=0.5.9

problems=0
problem() {
  printf '%s\n' "problem: $*" >&2
  problems=$((problems + 1))
}

# Prints section $1 of the changelog, without its heading.
section() {
  awk -v want="## $1" '
    /^## / { on = ($0 == want || index($0, want " ") == 1); next }
    on { print }' CHANGELOG.md
}

# Prints what is new in this version. Before the release it is still under Unreleased.
notes() {
  if [ -n "$(section "$version")" ]; then section "$version"; else section Unreleased; fi
}

check() { # [TAG]
  say "Version $version"
  case $version in
    *[!0-9A-Za-z.-]* | "") problem "Cargo.toml has no valid version: '$version'" ;;
  esac
  if [ -n "${1:-}" ] && [ "$1" != "v$version" ]; then
    problem "the tag is $1, Cargo.toml says $version: expected v$version"
  fi
  [ "$(locked_version sslengine-doctor none)" = "$version" ] || problem "Cargo.lock has another version: run cargo update --workspace"
  # scripts/pkg.sh copies the version from Cargo.toml; npm/package.json has none of its own.
  [ "$(node -p 'require("./npm/package.json").version')" = 0.0.0 ] || problem "npm/package.json must keep the version 0.0.0"
  if [ -f pkg/package.json ] && [ "$(node -p 'require("./pkg/package.json").version')" != "$version" ]; then
    problem "pkg/ has another version: run make pkg"
  fi
  # `cargo binstall` finds the archives by the repository.
  if [ -n "${GITHUB_REPOSITORY:-}" ]; then
    grep -qx "repository = \"https://github.com/$GITHUB_REPOSITORY\"" Cargo.toml || problem "Cargo.toml lacks repository = \"https://github.com/$GITHUB_REPOSITORY\""
  fi
  if [ -z "$(section "$version" | tr -d '[:space:]')" ]; then
    # Before the release the changes are still under Unreleased.
    if [ -n "${1:-}" ] || [ -z "$(notes | tr -d '[:space:]')" ]; then
      problem "CHANGELOG.md has no section '## $version'"
    else
      note "CHANGELOG.md has no section '## $version' yet: the notes are those of Unreleased"
    fi
  fi
}

# Collects the page's archive, the one-file page with its SHA-256, the npm package, the notes, and a
# file of checksums.
make_files() {
  [ -f dist/sslengine-doctor.html ] || die "dist/ not found: run make dist."
  [ -f pkg/package.json ] || die "pkg/ not found: run make pkg."
  rm -rf "$files"
  mkdir -p "$files"
  # Make the archive reproducible: no times, no owners, sorted names.
  find dist -type f | LC_ALL=C sort |
    tar --create --no-recursion --owner=0 --group=0 --numeric-owner --mode=u=rw,go=r --mtime=@0 --files-from=- |
    gzip -n -9 >"$files/sslengine-doctor-$version-page.tar.gz"
  cp dist/sslengine-doctor.html dist/sslengine-doctor.html.sha256 "$files/"
  (cd "$files" && sha256sum --check --quiet sslengine-doctor.html.sha256)
  (cd pkg && npm pack --silent --pack-destination "$files" >/dev/null)
  sbom
  (cd "$files" && sha256sum -- *.tar.gz *.tgz *.html *.cdx.json >SHA256SUMS)
  notes >"$files/NOTES.md"
}

# Writes which crates are in the command and in the page, as CycloneDX documents. The npm package
# has the page's crates and no dependencies of npm.
sbom() {
  local tool=$CACHE/cargo-cyclonedx-$CYCLONEDX_VERSION name
  if [ ! -x "$tool/bin/cargo-cyclonedx" ]; then
    say "Installing cargo-cyclonedx, about two minutes"
    CARGO_TARGET_DIR=$CACHE/build/cyclonedx CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
      cargo install --quiet --locked cargo-cyclonedx --version "$CYCLONEDX_VERSION" --root "$tool"
    rm -rf "$CACHE/build/cyclonedx"
  fi
  # The time of the commit, so that the same commit gives the same file.
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
  export SOURCE_DATE_EPOCH
  name=sslengine-doctor-$version
  list_crates "$name-command" --features default --target all
  list_crates "$name-page" --no-default-features --features web,rust-verifier,containers,share,js-api --target "$WASM_TARGET"
}

list_crates() { # NAME OPTIONS...
  local name=$1
  shift
  PATH=$CACHE/cargo-cyclonedx-$CYCLONEDX_VERSION/bin:$PATH cargo cyclonedx --quiet --format json --override-filename "$name" "$@"
  # Without the folder of this build.
  sed "s|path+file://$ROOT|path+file:///sslengine-doctor|g" "$name.json" >"$files/$name.cdx.json"
  rm "$name.json"
  grep -q '"bomFormat": "CycloneDX"' "$files/$name.cdx.json" || problem "$name.cdx.json is no CycloneDX document"
  note "$name.cdx.json: $(grep -c '"purl"' "$files/$name.cdx.json") components"
}

# Builds page and package from a clone of the commit in another folder, without any result of the
# first build, and compares all files.
reproduce() {
  local other name differ=
  [ -f dist/index.html ] && [ -f pkg/package.json ] || die "dist/ or pkg/ not found: run make dist pkg."
  ready page
  other=$(mktemp -d)
  say "Building the commit again in $other"
  git clone --quiet --no-local "$ROOT" "$other/clone"
  (
    cd "$other/clone"
    # The clone uses the same tools, but no cached result.
    export CARGO_TARGET_DIR=$other/target SSLENGINE_DOCTOR_WASM_OPT_CACHE=
    scripts/dist.sh
    scripts/pkg.sh
  ) >"$other/log" 2>&1 || { tail -n 25 "$other/log" >&2; die "the second build failed"; }
  for name in dist pkg; do
    diff -rq "$name" "$other/clone/$name" || differ=1
  done
  [ -z "$differ" ] || problem "two builds of the commit differ"
  [ -n "$differ" ] || note "the same: $(find dist pkg -type f | wc -l | tr -d ' ') files"
  rm -rf "$other"
}

# Checks what crates.io would get: the sources of library and command, and no other file.
crate() {
  local list name log
  log=$(mktemp)
  # Untracked files are not part of a release. dry_run has already reported a tree that is not
  # clean.
  list=$(cargo package --list --locked --allow-dirty 2>/dev/null)
  for name in src/lib.rs src/bin/sslengine_doctor.rs src/trust/data/aws.bin static/authorities/00.bin static/authorities/00.head.bin Cargo.lock README.md LICENSE-MIT LICENSE-APACHE; do
    grep -qx "$name" <<<"$list" || problem "the crate lacks $name"
  done
  name=$(grep -vE '^(build\.rs|src/.+\.(rs|bin)|static/authorities/([0-9a-f]{2}(\.more)?(\.head)?|clients)\.bin|docs/report\.schema\.json|\.cargo_vcs_info\.json|Cargo\.(toml|lock|toml\.orig)|CHANGELOG\.md|README\.md|LICENSE-(MIT|APACHE))$' <<<"$list" || true)
  [ -z "$name" ] || problem "the crate contains unexpected files: $(tr '\n' ' ' <<<"$name")"
  say "crates.io: $(wc -l <<<"$list" | tr -d ' ') files"
  # Build from the archive, as a user's `cargo install` does. Then run every step of publishing
  # except the last.
  cargo package --locked --allow-dirty --target-dir "$(target_dir)" >"$log" 2>&1 || problem "cargo package failed: $(cat "$log")"
  cargo publish --dry-run --no-verify --locked --allow-dirty --target-dir "$(target_dir)" >"$log.publish" 2>&1 ||
    problem "cargo publish --dry-run failed: $(cat "$log.publish")"
  rm -f "$log" "$log.publish"
  local size
  size=$(wc -c <"$(target_dir)/package/sslengine-doctor-$version.crate" | tr -d ' ')
  note "$size bytes"
  [ "$size" -le "$MAX_CRATE" ] || problem "the crate has $size bytes, the limit is $MAX_CRATE"
}

npm_package() {
  say "npm: sslengine-doctor@$version"
  local packed
  packed=$(cd pkg && npm pack --dry-run --json 2>/dev/null)
  node -e '
    const [{ files, size, unpackedSize, version }] = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const names = files.map((file) => file.path);
    console.log(`    ${names.length} files, ${size} bytes packed, ${unpackedSize} unpacked`);
    const wanted = ["index.js", "index.node.js", "index.d.ts", "command.js", "calls.js", "report.schema.json", "README.md", "LICENSE-MIT",
      "sslengine_doctor_bg.wasm", "sslengine_doctor_command_bg.wasm", "authorities/00.bin"];
    const lacking = wanted.filter((name) => !names.includes(name));
    if (lacking.length) { console.error(`npm package lacks ${lacking.join(", ")}`); process.exit(1); }
    if (version !== process.argv[1]) { console.error(`npm package has version ${version}`); process.exit(1); }
  ' "$version" <<<"$packed" || problem "the npm package is wrong, see above"
}

# Packs the native command for Linux: static if this machine can build for musl, else as usual.
native() {
  local target
  target=$(uname -m)-unknown-linux-musl
  [ "$(uname -s)" = Linux ] || { note "not Linux: no native archive"; return 0; }
  if ! rustc --print target-libdir --target "$target" 2>/dev/null | xargs ls >/dev/null 2>&1 || ! have musl-gcc; then
    note "no static build: rustup target add $target, and install musl-tools"
    target=$(rustc -vV | sed -n 's/^host: //p')
  fi
  "$ROOT/scripts/native.sh" pack "$target" || { problem "scripts/native.sh pack $target failed"; return 0; }
  local archive=$ROOT/target/native-files/sslengine-doctor-$version-$target.tgz list name
  list=$(tar -tzf "$archive")
  for name in sslengine-doctor README.md LICENSE-MIT LICENSE-APACHE man/sslengine-doctor.1 completions/sslengine-doctor.bash; do
    grep -qx "sslengine-doctor-$version-$target/$name" <<<"$list" || problem "$archive lacks $name"
  done
  cp "$archive" "$files/"
  (cd "$files" && sha256sum -- *.tar.gz *.tgz *.html *.cdx.json >SHA256SUMS)
}

dry_run() {
  check
  [ -z "$(git status --porcelain)" ] || problem "the tree is not clean: $(git status --porcelain | wc -l | tr -d ' ') files differ from the commit"
  if git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null; then problem "the tag v$version already exists"; fi
  if [ -z "${RELEASE_BUILT:-}" ]; then
    "$ROOT/scripts/dist.sh"
    "$ROOT/scripts/pkg.sh"
  fi
  [ "${RELEASE_REPRODUCE:-yes}" = no ] || reproduce
  make_files
  npm_package
  crate
  native
  say "The release v$version would contain"
  (cd "$files" && wc -c -- * | sed '$d; s/^/   /')
  say "Its notes"
  sed 's/^/    /' "$files/NOTES.md"
  say "Publishing would run: npm publish --provenance; cargo publish; deploy the page to Pages"
}

case ${1:-} in
  check) check "${2:-}" ;;
  files) make_files ;;
  reproduce) reproduce ;;
  --dry-run) dry_run ;;
  *) die "usage: scripts/release.sh check [TAG] | files | reproduce | --dry-run" ;;
esac
[ "$problems" = 0 ] || die "$problems problem(s): cannot release."

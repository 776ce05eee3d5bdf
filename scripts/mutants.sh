#!/usr/bin/env bash
# Mutation testing: changes one place of the code at a time, and the tests have to notice it.
# docs/testing.md explains the figures.
#
#   scripts/mutants.sh [K/N]    the K-th of N parts (default 1/20), spread evenly over all files
#
# cargo-mutants lists the changes (mutants). To compile this crate for each would take two days, so all
# mutants are compiled into one program, each behind a number (scripts/mutants/switch.mjs). It works in
# a copy of the committed and changed files, in target/mutants/tree. If no file has changed, a second
# run continues where the first stopped. It fails if the tests notice less than 95 % of the
# mutants that compile. MUTANTS_LONGEST=15 leaves out tests that take more than 15 s, apart from those
# that compare thousands of answers. MUTANTS_BUDGET=13 runs at most 13 s of tests on each mutant: a
# first look, since a mutant that is missed takes about a minute otherwise. A later run without it
# repeats only what was missed.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

MUTANTS_VERSION=27.1.0
# Subjects of tests/native that read the sources, documents or this machine.
OTHER="architecture connect_causes docs download memory pipelines text"

part=${1:-1/20}
case $part in
  *[!0-9/]* | */*/* | /* | */) die "'$part' is no part: write K/N, such as 3/20" ;;
  */*) ;;
  *) die "'$part' is no part: write K/N, such as 3/20" ;;
esac
number=${part%/*} parts=${part#*/}
[ "$number" -ge 1 ] && [ "$number" -le "$parts" ] || die "There is no part $number of $parts."

tool=$CACHE/cargo-mutants-$MUTANTS_VERSION
if [ ! -x "$tool/bin/cargo-mutants" ]; then
  say "Installing cargo-mutants $MUTANTS_VERSION"
  CARGO_TARGET_DIR=$CACHE/build cargo install --locked --quiet --root "$tool" "cargo-mutants@$MUTANTS_VERSION"
fi

work=$(target_dir)/mutants
tree=$work/tree
# The files and their content. The same files need not be built again.
state=$(git -C "$ROOT" ls-files -z --cached --others --exclude-standard | (cd "$ROOT" && xargs -0 sha256sum 2>/dev/null) | sha256sum)
if [ "$(cat "$work/state" 2>/dev/null)" != "$state" ]; then
  rm -rf "$tree" "$work/results" "$work/state"
  mkdir -p "$tree"
  # All files get a new time (tar -m): the last build may have been of changed files.
  git -C "$ROOT" ls-files -z --cached --others --exclude-standard |
    tar -C "$ROOT" --null --no-recursion --ignore-failed-read -cf - -T - 2>/dev/null | tar -C "$tree" -xmf -
  for subject in $OTHER; do
    sed "/^mod $subject;\$/d" "$tree/tests/native/main.rs" >"$work/main.rs"
    mv "$work/main.rs" "$tree/tests/native/main.rs"
  done
  # The copy compiles library and command only, without the page.
  sed '/^sslengine-doctor = { path = "\."/d' "$tree/Cargo.toml" >"$work/Cargo.toml"
  mv "$work/Cargo.toml" "$tree/Cargo.toml"
  say "Listing the mutants and building them, about five minutes"
  (cd "$tree" && "$tool/bin/cargo-mutants" mutants --list --json) >"$work/list.json"
  CARGO_TARGET_DIR=$work/build node "$ROOT/scripts/mutants/build.mjs" "$tree" "$work/list.json" "$work/built.json"
  printf '%s\n' "$state" >"$work/state"
fi

say "Part $part; the results are in $work/results"
node "$ROOT/scripts/mutants/run.mjs" "$tree" "$work/built.json" "$work/results" "$part"

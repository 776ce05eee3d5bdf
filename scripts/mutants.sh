#!/usr/bin/env bash
# Mutation testing: cargo-mutants changes one place of the code at a time, and the tests have to
# notice it. docs/testing.md explains the figures.
#
#   scripts/mutants.sh [K/N]    the K-th of N parts (default 1/20), spread evenly over all files
#
# It works in a copy of the committed and changed files, in target/mutants/tree, so the project can
# be edited meanwhile. The copy compiles the library only, without the page: this, no optimisation
# of the crate itself, and incremental compilation keep a mutant at a minute or less. Arguments in
# MUTANTS_ARGS go to cargo-mutants, such as `--no-config --file src/chain/order.rs`.
# It fails if the tests notice less than 95 % of the mutants that compile.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

MUTANTS_VERSION=27.1.0
LEAST=${MUTANTS_LEAST:-95}
# Subjects of tests/native that test other things: texts, documents, programs, sockets.
# `connect` stays, because other subjects use it; its tests do not run.
OTHER="architecture cli commands connect_causes docs download export i18n memory pipelines text"

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
rm -rf "$tree" "$work/mutants.out"
mkdir -p "$tree"
# All files get a new time (tar -m): the last mutant of an earlier run may be what was compiled.
git -C "$ROOT" ls-files -z --cached --others --exclude-standard |
  tar -C "$ROOT" --null --no-recursion --ignore-failed-read -cf - -T - 2>/dev/null | tar -C "$tree" -xmf -
for subject in $OTHER; do
  sed "/^mod $subject;\$/d" "$tree/tests/native/main.rs" >"$work/main.rs"
  mv "$work/main.rs" "$tree/tests/native/main.rs"
done
sed -e '/^sslengine-doctor = { path = "\."/d' -e 's/^crate-type = .*/crate-type = ["rlib"]/' "$tree/Cargo.toml" >"$work/Cargo.toml"
mv "$work/Cargo.toml" "$tree/Cargo.toml"

# nextest stops at the first failure, so slow tests go last. A few that take half a minute each do not
# run: others notice the same.
mkdir -p "$tree/.config"
cat >"$tree/.config/nextest.toml" <<'CONFIG'
[profile.default]
default-filter = """
not test(/^(cert|connect|containers|der|fleet|fuzz_replay|guide|num)::/)
and not (test(/^ingest::/) and not test(/^ingest::(forms_test|keys|redact)::/))
and not test(/every_kind_in_every_wrapping|a_key_in_utf_16|each_intermediate_is_accepted|the_committed_data_equals/)
"""
[[profile.default.overrides]]
filter = "test(/^(oracle|verify)::/) or test(/^repair::every_known|^waived::|certificates_without_text/)"
priority = -10
[[profile.default.overrides]]
filter = "test(/^(client_certificate|ingest)::/)"
priority = -50
CONFIG

set -- --in-place --profile mutants --shard "$((number - 1))/$parts" --sharding round-robin --output "$work" \
  --minimum-test-timeout 60 --colors never --cargo-arg=--lib --cargo-arg=--test=native
if cargo nextest --version >/dev/null 2>&1; then set -- "$@" --test-tool nextest; fi
say "Part $number of $parts; the logs are in $work/mutants.out"
status=0
# shellcheck disable=SC2086 # a list of words
(cd "$tree" && CARGO_TARGET_DIR=$work/build "$tool/bin/cargo-mutants" mutants "$@" ${MUTANTS_ARGS:-}) || status=$?
# 2: some were missed, 3: some took too long. Others are errors, such as a failing test without any change.
case $status in 0 | 2 | 3) ;; *) exit "$status" ;; esac
node "$ROOT/scripts/mutants.mjs" "$work/mutants.out/outcomes.json" "$LEAST"

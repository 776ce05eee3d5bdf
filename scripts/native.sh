#!/usr/bin/env bash
# Builds the native command and packs or installs it.
#
#   scripts/native.sh pack [TARGET]    builds for TARGET (default: this machine) and writes
#                                      target/native-files/sslengine-doctor-VERSION-TARGET.tgz
#                                      (.zip on Windows), laid out as `cargo binstall` expects
#   scripts/native.sh install [PREFIX] installs command, manual page and completions in PREFIX
#                                      (default: /usr/local); DESTDIR is put before it
#
# The program of a Linux musl target must be static. Completions and the manual page are printed by
# the program itself, so it must run on this machine.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
name=sslengine-doctor

# Builds for target $1 and prints the path of the program.
build() {
  local suffix=
  case $1 in *windows*) suffix=.exe ;; esac
  cargo build --quiet --release --locked --bin "$name" --target "$1" >&2
  printf '%s\n' "$(target_dir)/$1/release/$name$suffix"
}

# Writes the manual page and the completions of program $1 into folder $2.
extras() {
  mkdir -p "$2/man" "$2/completions"
  "$1" --lang en --man >"$2/man/$name.1"
  "$1" --lang en --completions bash >"$2/completions/$name.bash"
  "$1" --lang en --completions fish >"$2/completions/$name.fish"
  "$1" --lang en --completions zsh >"$2/completions/_$name"
  "$1" --lang en --completions elvish >"$2/completions/$name.elv"
  "$1" --lang en --completions powershell >"$2/completions/_$name.ps1"
}

host_target() { rustc -vV | sed -n 's/^host: //p'; }

pack() {
  local target=${1:-$(host_target)} program folder out
  program=$(build "$target")
  case $target in
    *-linux-musl)
      # A static program needs no library.
      if have readelf && readelf -d "$program" | grep -q NEEDED; then die "$program is not static"; fi
      ;;
  esac
  out=$ROOT/target/native-files
  folder=$name-$version-$target
  rm -rf "${out:?}/$folder"
  mkdir -p "$out/$folder"
  cp "$program" README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$out/$folder/"
  extras "$program" "$out/$folder"
  case $target in
    *windows*)
      (cd "$out" && rm -f "$folder.zip" && 7z a -bso0 "$folder.zip" "$folder")
      say "$folder.zip"
      ;;
    *)
      # Sorted names, no times and no owners where tar can (GNU tar; macOS has another).
      if tar --version 2>/dev/null | grep -q GNU; then
        tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --directory="$out" "$folder" |
          gzip -n -9 >"$out/$folder.tgz"
      else
        tar -czf "$out/$folder.tgz" -C "$out" "$folder"
      fi
      say "$folder.tgz ($(wc -c <"$out/$folder.tgz" | tr -d ' ') bytes)"
      ;;
  esac
  rm -rf "${out:?}/$folder"
}

install_files() {
  local prefix=${DESTDIR:-}${1:-/usr/local} program work
  program=$(build "$(host_target)")
  work=$(mktemp -d)
  extras "$program" "$work"
  install -d "$prefix/bin" "$prefix/share/man/man1" "$prefix/share/bash-completion/completions" \
    "$prefix/share/zsh/site-functions" "$prefix/share/fish/vendor_completions.d"
  install -m 755 "$program" "$prefix/bin/$name"
  install -m 644 "$work/man/$name.1" "$prefix/share/man/man1/$name.1"
  install -m 644 "$work/completions/$name.bash" "$prefix/share/bash-completion/completions/$name"
  install -m 644 "$work/completions/_$name" "$prefix/share/zsh/site-functions/_$name"
  install -m 644 "$work/completions/$name.fish" "$prefix/share/fish/vendor_completions.d/$name.fish"
  rm -rf "$work"
  say "Installed in $prefix"
}

case ${1:-} in
  pack) pack "${2:-}" ;;
  install) install_files "${2:-}" ;;
  *) die "usage: scripts/native.sh pack [TARGET] | install [PREFIX]" ;;
esac

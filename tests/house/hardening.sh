#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that the built programs are hardened: position-independent, every relocation done and
# sealed before main(), no executable stack, stack protector; and, where the compiler optimises,
# that it checks the C library's calls. The programs hardly make any of those, so that they need not
# show it: the commands that compiled them do.
# Arguments: the compiler, compile_commands.json or no, the programs.
set -eu
export LC_ALL=C
compiler=$1 commands=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

lacks () { echo "$1: $2"; }

# Says on standard output what a program lacks.
check () {
  readelf --wide --file-header --segments --dynamic --dyn-syms "$1" >"$work/facts"
  grep -q '^ *Type: *DYN' "$work/facts" && grep -q 'INTERP' "$work/facts" ||
    lacks "$1" 'not position-independent'
  grep -q 'GNU_RELRO' "$work/facts" || lacks "$1" 'relocations are not made read-only'
  grep -Eq 'BIND_NOW|Flags: .*NOW' "$work/facts" || lacks "$1" 'symbols are bound lazily'
  grep -Eq 'GNU_STACK .* RW +0x' "$work/facts" || lacks "$1" 'the stack is executable'
  grep -q '__stack_chk_fail' "$work/facts" || lacks "$1" 'no stack protector'
}

# The check itself: a program with none of it must lack each.
cat >"$work/soft.c" <<'C'
int main (void) { return 0; }
C
$compiler -no-pie -fno-stack-protector -Wl,-z,norelro,-z,lazy,-z,execstack \
  "$work/soft.c" -o "$work/soft"
[ "$(check "$work/soft" | wc -l)" = 5 ] || {
  echo 'The check does not see what is missing:'
  check "$work/soft"
  exit 1
}

for program in "$@"; do
  check "$program"
done >"$work/wrong"
# Programs that only help to build are not installed.
[ "$commands" = no ] || grep '"command": .* -o src/' "$commands" | grep -v '/generate-' >"$work/commands"
[ "$commands" = no ] || grep -v -- ' -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=[2-9] ' "$work/commands" |
  sed 's/.* -c \([^"]*\).*/\1: compiled without checks of the C library/' >>"$work/wrong"
cat "$work/wrong"
[ ! -s "$work/wrong" ]

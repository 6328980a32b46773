#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts from the built objects that the arrows between the rooms point one way:
# no room uses a symbol that another room defines unless it is allowed to see that room,
# and nothing outside ui uses GTK or libadwaita.
# Arguments: ROOM=LIBRARY:SEEN,SEEN,… for every room.
set -eu
export LC_ALL=C

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for argument in "$@"; do
  room=${argument%%=*} rest=${argument#*=}
  nm "${rest%%:*}" 2>/dev/null | awk -v d="$work/$room.defined" -v u="$work/$room.used" '
    $2 ~ /^[TDBRVW]$/ { print $3 > d }
    $1 == "U" { print $2 > u }'
  touch "$work/$room.defined" "$work/$room.used"
  sort -u -o "$work/$room.defined" "$work/$room.defined"
  sort -u -o "$work/$room.used" "$work/$room.used"
done

checks=0 failed=0
complain () {
  failed=$((failed + 1))
  echo "$1"
  sed 's/^/    /' "$work/wrong" | head -n 10
}

for argument in "$@"; do
  room=${argument%%=*} seen=",${argument##*:},"
  [ -s "$work/$room.defined" ] || { : >"$work/wrong"; complain "$room: defines nothing"; }
  for other in "$@"; do
    other=${other%%=*}
    case "$seen" in *",$other,"*) continue ;; esac
    [ "$other" = "$room" ] && continue
    checks=$((checks + 1))
    comm -12 "$work/$room.used" "$work/$other.defined" |
      comm -23 - "$work/$room.defined" >"$work/wrong"
    [ ! -s "$work/wrong" ] || complain "$room uses $other, which it may not see:"
  done
  case "$room" in ui) continue ;; esac
  checks=$((checks + 1))
  grep -E '^(gtk|gdk|adw|gsk)_' "$work/$room.used" >"$work/wrong" || :
  [ ! -s "$work/wrong" ] || complain "$room uses the toolkit, which only ui may see:"
done

echo "$checks checks, $failed failed"
[ "$failed" = 0 ]

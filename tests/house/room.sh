#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that a room of a test's own holds: what the command says is all that is heard, its status
# is passed on, the home is empty and gone afterwards, and so is every process that lived in it.
# Argument: run-under-xvfb.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail () { echo "$*"; exit 1; }

# Brings the accessibility registry up, which speaks of itself.
cat >"$work/command" <<'COMMAND'
address=$(gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
  --method org.a11y.Bus.GetAddress | sed "s/^('//; s/',)\$//")
gdbus call --address "$address" --dest org.a11y.atspi.Registry \
  --object-path /org/a11y/atspi/accessible/root --method org.freedesktop.DBus.Peer.Ping >/dev/null
ls -A "$HOME"
echo "$HOME"
exit 7
COMMAND
status=0
YC_A11Y=real "$1" sh "$work/command" >"$work/said" 2>"$work/heard" || status=$?
[ "$status" = 7 ] || { cat "$work/heard"; fail "the status was 7, passed on was $status"; }
[ "$(wc -l <"$work/said")" = 1 ] || { cat "$work/said"; fail 'more is heard than was said'; }
home=$(cat "$work/said")
case "$home" in /tmp/yc-xvfb.*) ;; *) fail "no home of its own: $home" ;; esac
[ ! -e "$home" ] || fail "$home is still there"

tries=0
while grep -lsz "^HOME=$home\$" /proc/[0-9]*/environ >"$work/alive"; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { cat "$work/alive"; fail 'these outlived their home'; }
  sleep 0.1
done

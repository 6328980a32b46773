#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that `meson install` into an empty prefix gives programs that run from there.
# Arguments: meson, the build folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$2"
DESTDIR="$work" "$1" install --no-rebuild --quiet
prefix=$(dirname "$(dirname "$(find "$work" -type f -name yichuangd | head -n 1)")")
for program in yichuang yichuangd yichuangctl; do
  "$prefix/bin/$program" --version | grep -q "$program"
done
for file in applications/io.github.yichuang.Yichuang.desktop \
            metainfo/io.github.yichuang.Yichuang.metainfo.xml \
            glib-2.0/schemas/io.github.yichuang.Yichuang.gschema.xml \
            icons/hicolor/scalable/apps/io.github.yichuang.Yichuang.svg \
            locale/zh_CN/LC_MESSAGES/yichuang.mo; do
  [ -s "$prefix/share/$file" ] || { echo "not installed: $file"; exit 1; }
done

# The installed service, with its built-in sample data, in an empty folder.
mkdir "$work/data"
mkfifo "$work/stdin"
"$prefix/bin/yichuangd" --demo --data "$work/data" --listen 127.0.0.1:0 --exit-with-stdin \
  <"$work/stdin" >"$work/said" &
service=$!
exec 9>"$work/stdin"
tries=0
until grep -q '^Listening on ' "$work/said"; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo 'the installed service did not start'; exit 1; }
  kill -0 "$service"
  sleep 0.1
done
exec 9>&-
wait "$service"

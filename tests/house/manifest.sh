#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that flatpak-builder reads the manifest without a word of warning.
# Argument: the manifest.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Where it leaves its cache.
cd "$work"
flatpak-builder --show-manifest "$1" >"$work/out" 2>"$work/err"
cat "$work/err"
[ ! -s "$work/err" ]
grep -q '"yichuang"' "$work/out"

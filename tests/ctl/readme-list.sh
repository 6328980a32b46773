#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The question list and the overlay that authors are shown first, in data/schema/README.md, are proven.
# usage: readme-list.sh YICHUANGCTL README CATALOG
set -eu
ctl=$1 readme=$2 catalog=$3
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

cp -r "$catalog" "$room/catalog"
cd "$room/catalog"
# The two blocks of JSON under the heading take the place of the sample's.
sed -n '/^## Question lists/,/^## A form/p' "$readme" | awk '
  /^```json/ { n++; inside = 1; next }
  /^```/ { inside = 0 }
  inside { print > (n == 1 ? "lists/water.json" : "overlays/water@990119201.json") }'
grep -q home_tier lists/water.json
grep -q metered overlays/water@990119201.json

"$ctl" catalog check .
"$ctl" list draw overlays/water@990119201.json | grep -q 抄表到户

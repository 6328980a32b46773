#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The form that authors are shown first, in data/schema/README.md, is a form that works.
# usage: readme-form.sh YICHUANGCTL README
set -eu
ctl=$1 readme=$2
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

# The two blocks of JSON under the heading.
sed -n '/^## A form in ten minutes/,/^## Forms/p' "$readme" | awk -v room="$room" '
  /^```json/ { n++; inside = 1; next }
  /^```/ { inside = 0 }
  inside { print > (room "/" (n == 1 ? "schema" : "layout") ".json") }'
cd "$room"

"$ctl" form check schema.json layout.json
cat > data.json <<'DATA'
{ "hall": "礼堂", "use_on": "2999-12-01", "sound": true, "power": 2.5, "phone": "10000000101",
  "slots": [ { "part": "上午", "hours": 3 }, { "part": "晚上", "hours": 2 } ] }
DATA
"$ctl" form validate schema.json data.json
sed 's/"power": 2.5, //' data.json > without.json
if "$ctl" form validate schema.json without.json; then
  echo 'the power is not asked for' >&2
  exit 1
fi
"$ctl" form state schema.json layout.json data.json | grep '"/power"' | grep -q '"visible":true'
sed 's/true/false/' data.json > silent.json
"$ctl" form state schema.json layout.json silent.json | grep '"/power"' | grep -q '"visible":false'
"$ctl" form print schema.json layout.json data.json -o form.pdf
pdftotext form.pdf - | grep -q '400.00 元'

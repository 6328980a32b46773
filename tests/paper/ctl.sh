#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that yichuangctl form print takes files and the standard input, and refuses what is neither.
# Arguments: yichuangctl, the folder of sample forms.
set -eu
export LC_ALL=C.UTF-8
ctl=$1 form=$2/tiered-water
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail () { echo "$*"; exit 1; }

echo '{"meter_account":"20260718"}' >"$work/data.json"
"$ctl" form print "$form/schema.json" "$form/layout.json" "$work/data.json" -o "$work/a.pdf" --practice
pdftotext "$work/a.pdf" - | grep -q 20260718 || fail 'the account is not on paper'
pdftotext "$work/a.pdf" - | grep -q 演练样例 || fail 'practice is not told'

{ printf '{"schema":'; cat "$form/schema.json"; printf ',"data":'; cat "$work/data.json"; printf '}'; } |
  "$ctl" form print - >"$work/b.pdf"
pdftotext "$work/b.pdf" - | grep -q 20260718 || fail 'the account is not on paper'
! pdftotext "$work/b.pdf" - | grep -q 演练样例 || fail 'nobody asked for practice'

echo '{"type":"object","properties":{"place":{"type":"string","format":"place-code"}}}' >"$work/place.json"
echo '{"type":"Control","scope":"#/properties/place"}' >"$work/layout.json"
echo '{"place":"440104"}' >"$work/data.json"
print_place () { "$ctl" form print "$work/place.json" "$work/layout.json" "$work/data.json" "$@"; }
print_place | pdftotext - - | grep -q 440104 || fail 'the code of the place is not on paper'
print_place --catalog "$2/.." | pdftotext - - >"$work/words"
grep -q '广东省 广州市 越秀区' "$work/words" || fail 'the name of the place is not on paper'
! grep -q 440104 "$work/words" || fail 'the code of the place is on paper beside its name'
status=0
print_place --catalog "$work/none" >"$work/c.pdf" 2>/dev/null || status=$?
[ "$status" = 2 ] || fail "the status of no catalog is $status"

status=0
echo '{"schema":' | "$ctl" form print - >"$work/c.pdf" 2>"$work/heard" || status=$?
[ "$status" = 2 ] || fail "the status of nonsense is $status"
grep -q yichuangctl "$work/heard" || fail 'nonsense is not told'
[ ! -s "$work/c.pdf" ] || fail 'nonsense was printed'
status=0
"$ctl" form print "$work/none.json" >"$work/c.pdf" 2>/dev/null || status=$?
[ "$status" = 2 ] || fail "the status of no file is $status"

echo '{"lists":[],"answers":{},"items":["YS-0101","GA-0301"]}' >"$work/plan.json"
"$ctl" plan print "$work/plan.json" --catalog "$2/.." --sheet items --sheet flow -o "$work/d.pdf" --practice
pdftotext "$work/d.pdf" - >"$work/words"
grep -q 阶梯水费办理证明 "$work/words" || fail 'the item is not on paper'
grep -q 流程图 "$work/words" || fail 'the flow chart is not on paper'
! grep -q 服务记录单 "$work/words" || fail 'nobody asked for the record'
grep -q 演练样例 "$work/words" || fail 'practice is not told'
status=0
echo '[]' | "$ctl" plan print - >"$work/e.pdf" 2>"$work/heard" || status=$?
[ "$status" = 2 ] || fail "the status of what is no plan is $status"
[ -s "$work/heard" ] || fail 'what is no plan is not told'

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that every string of the sources is in po/zh_CN.po, translated and not fuzzy,
# and that every source with strings is listed in po/POTFILES.
# Argument: the source folder.
set -eu
export LC_ALL=C
cd "$1"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

grep -rlE '\b(_|N_|C_|NC_|Q_|ngettext) ?\("|translatable="(yes|true)"' src resources \
  --include='*.c' --include='*.h' --include='*.ui' | sort >"$work/with-strings"
grep -v '^#' po/POTFILES | sort >"$work/listed"
if ! comm -23 "$work/with-strings" "$work/listed" | (! grep .); then
  echo 'not listed in po/POTFILES'
  exit 1
fi

xgettext --from-code=UTF-8 --files-from=po/POTFILES --output="$work/all.pot" --add-comments \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 \
  --keyword=ngettext:1,2 --package-name=yichuang
msgmerge --quiet --no-fuzzy-matching po/zh_CN.po "$work/all.pot" -o "$work/zh_CN.po"
msgattrib --untranslated "$work/zh_CN.po" | grep -A3 '^#:' >"$work/missing" || :
msgattrib --only-fuzzy po/zh_CN.po | grep '^msgid' >>"$work/missing" || :
if [ -s "$work/missing" ]; then
  echo 'not translated into zh_CN:'
  cat "$work/missing"
  exit 1
fi
msgfmt --check --statistics -o /dev/null "$work/zh_CN.po"

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts that `meson install` into an empty folder gives programs that run from there, also where
# that is not the prefix that they were configured for.
# Arguments: meson, the build folder, the test of the installed desk, run-under-xvfb.
set -eu
work=$(mktemp -d /tmp/yc-install.XXXXXX)
trap 'rm -rf "$work"' EXIT
cd "$2"
DESTDIR="$work/root" "$1" install --no-rebuild --quiet
found=$(dirname "$(dirname "$(find "$work/root" -type f -name yichuangd | head -n 1)")")
prefix="$work/elsewhere"
mv "$found" "$prefix"
# As a package's trigger does, and `meson install` itself without DESTDIR.
glib-compile-schemas --strict "$prefix/share/glib-2.0/schemas"

# Nothing may lead back to the build folder.
unset YICHUANG_LOCALEDIR YICHUANGD GSETTINGS_SCHEMA_DIR XDG_DATA_DIRS XDG_CONFIG_DIRS
for program in yichuang yichuangd yichuangctl; do
  "$prefix/bin/$program" --version | grep -q "$program"
done
helper=$(find "$prefix" -type f -name yichuang-pages -perm -u+x | head -n 1)
[ -n "$helper" ] || { echo 'not installed: yichuang-pages'; exit 1; }
for file in applications/io.github.yichuang.Yichuang.desktop \
            metainfo/io.github.yichuang.Yichuang.metainfo.xml \
            glib-2.0/schemas/io.github.yichuang.Yichuang.gschema.xml \
            icons/hicolor/scalable/apps/io.github.yichuang.Yichuang.svg \
            locale/zh_CN/LC_MESSAGES/yichuang.mo \
            man/man1/yichuang.1 man/man1/yichuangd.1 man/man1/yichuangctl.1; do
  [ -s "$prefix/share/$file" ] || { echo "not installed: $file"; exit 1; }
done

# Every option is in the man page.
for program in yichuang yichuangd; do
  LC_ALL=C.UTF-8 "$prefix/bin/$program" --help | grep -o -e '--[a-z-]*' | grep -v -e '--help' |
    sed 's/-/\\-/g' | while read -r option; do
    grep -qF -e "$option" "$prefix/share/man/man1/$program.1" ||
      { echo "$program.1 says nothing of $option"; exit 1; }
  done
done

# A desk that nobody has set up looks for the service where one that nobody has set up listens.
schema=io.github.yichuang.Yichuang
url=$(GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8 \
  gsettings --schemadir "$prefix/share/glib-2.0/schemas" get "$schema" service-url)
address=$(LC_ALL=C.UTF-8 "$prefix/bin/yichuangd" --help | sed -n 's/.*(default \(.*:.*\))$/\1/p')
[ "$url" = "'http://$address'" ] || { echo "desk: $url, service: $address"; exit 1; }

# In Chinese, on a machine that need not have a Chinese locale.
mkdir "$work/locale"
localedef -i zh_CN -f UTF-8 "$work/locale/zh_CN.UTF-8"
export LOCPATH="$work/locale" LC_ALL=zh_CN.UTF-8
"$prefix/bin/yichuangctl" --help | grep -q '用法' || { echo 'yichuangctl: no Chinese'; exit 1; }
"$prefix/bin/yichuangd" --help | grep -q '演练' || { echo 'yichuangd: no Chinese'; exit 1; }
YC_A11Y=real "$4" "$3" "$prefix"

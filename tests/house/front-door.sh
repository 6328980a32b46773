#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Asserts what ./dev promises: plain POSIX shell, a help that names every word, a package list in
# order, only what is missing installed, and what failed said last.
# Argument: the source folder.
set -eu
export LC_ALL=C
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail () { echo "$*"; exit 1; }

# Every shell script of the house, in the language that /bin/sh surely speaks.
scripts=$(grep -rlI --exclude-dir=node_modules '^#!/bin/sh' "$source/dev" "$source/.ci" "$source/tests")
for script in $scripts; do
  sh -n "$script" || fail "$script: not POSIX shell"
  sed 1d "$script" | grep -v '^ *#' >"$work/script"
  ! grep -nE '[[][[] |<<[<]|&[>]|(^| )(functio[n]|loca[l]|declar[e]|sourc[e]) |\$\{[a-z_]+(//|\^|,,|:[0-9])|\[ [^]]* =[=] ' \
    "$work/script" || fail "$script: not POSIX shell"
done
grep -q '^set -eu' "$source/dev" || fail 'dev: goes on after errors'

# Words: those of the case at the end, those of the help, those that the README tells of.
words=$(sed -n '/^case "\$word"/,/^esac/s/^  \([a-z-]*\)) .*/\1/p' "$source/dev")
[ "$(echo "$words" | wc -w)" -ge 5 ] || fail 'dev: its words were not found'
"$source/dev" help >"$work/help"
"$source/dev" >"$work/bare"
cmp "$work/help" "$work/bare"
for word in $words; do
  grep -q "^\./dev $word  *[A-Za-z]" "$work/help" || fail "./dev help does not tell of $word"
done
for word in $(grep -o '\./dev [a-z-]*' "$source/README.md" | cut -d ' ' -f 2 | sort -u); do
  echo "$words" | grep -qx "$word" || fail "README.md tells of ./dev $word, which is not there"
done

# The README's map: every room of src/ and no other, every folder and file that it names.
sed -n 's/^| `\([a-z]*\)` |.*| [^|]* |$/\1/p' "$source/README.md" | sort >"$work/told"
(cd "$source/src" && ls -d -- */ | tr -d /) | sort >"$work/rooms"
comm -23 "$work/rooms" "$work/told" | (! grep .) || fail 'README.md does not tell of these rooms'
for path in $(grep -o '`[a-z.]*[a-z-]*/[a-zA-Z/.-]*`' "$source/README.md" | tr -d '`' | sort -u); do
  case "$path" in build/*) continue ;; esac
  for folder in . src data resources tests; do
    [ ! -e "$source/$folder/$path" ] || continue 2
  done
  fail "README.md names $path, which is not there"
done
for path in $(grep -o '](\([^)]*\))' "$source/README.md" | tr -d '])('); do
  file=${path%%#*}
  [ -e "$source/$file" ] || fail "README.md links to $file, which is not there"
  # A heading is linked to in small letters, its words joined.
  [ "$file" = "$path" ] || sed -n 's/^##* //p' "$source/$file" | tr 'A-Z ' 'a-z-' |
    grep -qxF "${path#*#}" || fail "README.md links to $path, but there is no such heading"
done

status=0
"$source/dev" nonsense >"$work/out" 2>"$work/err" || status=$?
[ "$status" = 2 ] && [ ! -s "$work/out" ] && cmp "$work/help" "$work/err" ||
  fail './dev nonsense does not say what the words are'

# Packages: one list, in order, each of them one that Debian has.
sed -n "/^packages='/,/^'/p" "$source/dev" | grep -v "'" >"$work/packages"
sort -c -u "$work/packages" || fail 'dev: the list of packages is not in order'
while read -r package; do
  dpkg-query -W "$package" >/dev/null 2>&1 || apt-cache show "$package" >/dev/null 2>&1 ||
    fail "dev: Debian has no package $package"
done <"$work/packages"

# A machine of paper: every tool that ./dev calls only writes down that it was called.
mkdir "$work/tools" "$work/tree" "$work/home"
cp "$source/dev" "$work/tree"
mkdir -p "$work/tree/po" "$work/tree/build/main/src/ctl"
for tool in apt-get sudo localedef msgfmt meson ninja lpstat; do
  cat >"$work/tools/$tool" <<'TOOL'
#!/bin/sh
echo "${0##*/} $*" >>"$PAPER/calls"
case "${0##*/}" in
  sudo) exec "$@" ;;
  apt-get) [ "$1" = update ] || exit "$(cat "$PAPER/apt" 2>/dev/null || echo 0)" ;;
  meson) [ "$1" != test ] || { cat "$PAPER/log"; exit "$(cat "$PAPER/tests")"; } ;;
esac
TOOL
done
cat >"$work/tools/dpkg-query" <<'TOOL'
#!/bin/sh
for package; do :; done
grep -qx "$package" "$PAPER/missing" || echo 'install ok installed'
TOOL
cat >"$work/tools/id" <<'TOOL'
#!/bin/sh
cat "$PAPER/id"
TOOL
ln -s /bin/true "$work/tree/build/main/src/ctl/yichuangctl"
chmod +x "$work"/tools/*
paper () {
  : >"$work/calls"
  PATH="$work/tools:$PATH" PAPER="$work" HOME="$work/home" XDG_DATA_HOME="$work/home/data" \
    "$work/tree/dev" "$@" >"$work/out" 2>&1
}
called () { grep -q "^$1" "$work/calls"; }

echo 0 >"$work/id"
: >"$work/missing"
paper demo-data || fail 'dev: fails with every package there'
! called apt-get || fail 'dev: installs although nothing is missing'

printf 'meson\nxvfb\n' >"$work/missing"
paper demo-data || fail 'dev: fails after installing'
called 'apt-get install .* meson xvfb$' || fail 'dev: does not install what is missing, alone'
grep -q '^Installing Debian packages: meson xvfb$' "$work/out" || fail 'dev: installs in silence'
! called sudo || fail 'dev: root needs no sudo'
echo 1000 >"$work/id"
paper demo-data || fail 'dev: fails as a user'
called 'sudo .*apt-get install' || fail 'dev: a user needs sudo'
echo 100 >"$work/apt"
! paper demo-data || fail 'dev: goes on when packages cannot be installed'
rm "$work/apt"
: >"$work/missing"

mkdir -p "$work/home/data/yichuang/demo" "$work/home/data/yichuang/desk"
paper demo-data
[ ! -e "$work/home/data/yichuang/demo" ] || fail 'dev: demo-data leaves old practice data'
[ -e "$work/home/data/yichuang/desk" ] || fail 'dev: demo-data deletes the work of a real desk'

# The last lines of ./dev test: what failed, then one line of figures.
cat >"$work/log" <<'LOG'
1/3 yichuang:house / layers       OK     0.10s
2/3 yichuang:ui / ui-pages        FAIL   0.20s   exit status 1
3/3 yichuang:ui / ui-sheet        SKIP   0.20s

Summary of Failures:

2/3 yichuang:ui / ui-pages        FAIL   0.20s   exit status 1

Ok:                 1
Expected Fail:      0
Fail:               1
Unexpected Pass:    0
Skipped:            1
Timeout:            0
LOG
echo 1 >"$work/tests"
! paper test || fail 'dev: test says nothing of failures'
[ "$(tail -n 1 "$work/out")" = '2 passed, 2 failed, 2 skipped' ] || fail 'dev: miscounts'
tail -n 5 "$work/out" | grep -c 'ui-pages  *FAIL' | grep -qx 2 || fail 'dev: test does not end with what failed'
sed '/Summary/,/^Ok/{/^Ok/!d};/FAIL/d;s/^Fail:.*/Fail: 0/' "$work/log" >"$work/good"
mv "$work/good" "$work/log"
echo 0 >"$work/tests"
paper test || fail 'dev: test fails although nothing did'
[ "$(tail -n 1 "$work/out")" = '2 passed, 0 failed, 2 skipped' ] || fail 'dev: miscounts'
! grep -q '^Failed' "$work/out" || fail 'dev: tells of failures that were none'

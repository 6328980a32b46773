#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file names what it reads. Where headers are parsed once for a whole room the compiler no
# longer notices that one is missing: what those headers give must be named by the file itself or by
# a header of ours that it names.
set -eu
cd "$1"
find src -name 'yc-*.[ch]' ! -name yc-basics.h ! -name yc-widgets.h -exec awk -f "$1/tests/house/includes.awk" {} +

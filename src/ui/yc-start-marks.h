/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of the start, for those who measure it. */
#pragma once

#include "yc-window.h"

G_BEGIN_DECLS

void yc_start_marks_watch (YcWindow *window);

G_END_DECLS

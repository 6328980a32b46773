/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a form is on this machine: opening it, typing, scrolling, and the memory it takes. */
#pragma once

#include "yc-author-window.h"

G_BEGIN_DECLS

char *yc_author_benchmark_run (YcAuthorWindow *window,
                               GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table from errors to what a clerk reads: what happened, and the way out. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *yc_error_words_title        (const GError *error);
const char *yc_error_words_way_out      (const GError *error);
const char *yc_error_words_way_to_print (const GError *error);
char       *yc_error_words_line         (const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pages of a document are meant: "1-3,5". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From 1, both ends included. */
typedef struct
{
  int first;
  int last;
} YcPageRange;

/**
 * yc_page_ranges_parse:
 * @text: numbers and ranges such as "1-3,5" or "2-", as an input method may write them: full-width
 *     digits, Chinese commas and dashes are taken too
 *
 * Returns: (transfer full) (element-type YcPageRange): in rising order, none touching the next, as
 *     IPP wants them; empty for an empty text, which means all pages. %NULL with
 *     YC_PRINTING_ERROR_UNSUPPORTED and words for the clerk when it is not a list of pages
 */
GArray *yc_page_ranges_parse (const char *text, GError **error);

G_END_DECLS

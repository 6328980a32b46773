/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How answers are written where the ways through a list are shown. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* From where to where on the line of numbers or days a value stands for: both ends the same for a
 * point, else all between them without the ends. */
typedef struct
{
  double low;
  double high;
} YcListSpan;

/* All (transfer full). */
char *yc_list_words_join    (GPtrArray   *words,
                             const char  *separator);
/* Of many only the first few. */
char *yc_list_words_shorten (GPtrArray   *words,
                             const char  *separator);
/* From the value at @first to that at @last, such as “≤ 4”. */
char *yc_list_words_range   (GPtrArray   *values,
                             GArray      *spans,
                             guint        first,
                             guint        last);

G_END_DECLS

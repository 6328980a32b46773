/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tokens of PDF objects out of bytes that may say anything. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPdfSpan:
 * @at: the first byte
 * @end: the byte behind the last one
 *
 * A stretch of a PDF's bytes. Empty when there is nothing.
 */
typedef struct
{
  const char *at;
  const char *end;
} YcPdfSpan;

gboolean yc_pdf_is_space     (char          c);
gboolean yc_pdf_is_delimiter (char          c);
gsize    yc_pdf_get_length   (YcPdfSpan     span);
const char *yc_pdf_find_word (YcPdfSpan     span,
                              const char   *word);
void     yc_pdf_skip_space   (YcPdfSpan    *in);
gboolean yc_pdf_skip_word    (YcPdfSpan    *in,
                              const char   *word);
gboolean yc_pdf_read_number  (YcPdfSpan    *in,
                              gsize        *number);
gboolean yc_pdf_read_value   (YcPdfSpan    *in,
                              YcPdfSpan    *value);
gboolean yc_pdf_read_item    (YcPdfSpan    *array,
                              YcPdfSpan    *item);
gboolean yc_pdf_find_key     (YcPdfSpan     dictionary,
                              const char   *key,
                              YcPdfSpan    *value);
gboolean yc_pdf_read_ref     (YcPdfSpan     value,
                              guint        *number);

G_END_DECLS

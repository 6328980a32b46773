/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a PDF's one signature and what it covers. */
#pragma once

#include <gio/gio.h>

#include "yc-pdf-lexer-private.h"

G_BEGIN_DECLS

/**
 * YcFieldResult:
 * @YC_FIELD_FOUND: exactly one signature, which covers the whole file but its own digits
 * @YC_FIELD_NO_PDF: not a PDF from its first to its last line
 * @YC_FIELD_NONE: no signature
 * @YC_FIELD_MANY: more than one
 * @YC_FIELD_GARBLED: a byte range that is not four whole numbers
 * @YC_FIELD_UNCOVERED: bytes that the signature does not cover
 */
typedef enum
{
  YC_FIELD_FOUND = 1,
  YC_FIELD_NO_PDF,
  YC_FIELD_NONE,
  YC_FIELD_MANY,
  YC_FIELD_GARBLED,
  YC_FIELD_UNCOVERED,
} YcFieldResult;

/**
 * YcSignatureField:
 * @covered: the signed bytes
 * @der: the signature, with the zero bytes that fill up its room
 * @n_ranges: how many byte ranges the file has
 */
typedef struct
{
  GBytes *covered;
  GBytes *der;
  guint   n_ranges;
} YcSignatureField;

YcFieldResult yc_signature_field_find        (YcSignatureField *self,
                                              GBytes           *pdf);
gsize         yc_signature_field_find_end    (GBytes           *pdf);
void          yc_signature_field_clear       (YcSignatureField *self);
char         *yc_signature_field_dup_serial  (YcSignatureField *self);
char         *yc_signature_field_dup_last_day (YcSignatureField *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSignatureField, yc_signature_field_clear)

G_END_DECLS

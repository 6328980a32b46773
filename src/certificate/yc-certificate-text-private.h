/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's text with its placeholders, parsed once and filled in many times. */
#pragma once

#include "yc-certificate-template.h"
#include "yc-sheet-text.h"

G_BEGIN_DECLS

/* What a table's column asks for to show the row's number. */
#define YC_ROW_INDEX "@index"

/**
 * YcTextScope:
 * @data: the certificate's data
 * @row: (nullable): a table's row, which column texts look into instead
 * @index: the row's number, from 1
 * @values: (nullable) (element-type YcTextRange): where to add the places of what was filled in
 */
typedef struct
{
  JsonNode *data;
  JsonNode *row;
  guint     index;
  GArray   *values;
} YcTextScope;

typedef struct _YcCertificateText YcCertificateText;

YcCertificateText *yc_certificate_text_new        (const char         *source,
                                                   gboolean            in_row,
                                                   const char         *pointer,
                                                   GError            **error);
void               yc_certificate_text_free       (YcCertificateText  *self);
char              *yc_certificate_text_expand     (YcCertificateText  *self,
                                                   const YcTextScope  *scope,
                                                   GError            **error);
void               yc_certificate_text_each_path  (YcCertificateText  *self,
                                                   const char         *rows,
                                                   YcTemplatePathFunc  func,
                                                   gpointer            user_data);

JsonNode          *yc_certificate_path_get        (JsonNode           *node,
                                                   const char         *path);
gboolean           yc_certificate_path_check      (const char         *path,
                                                   gboolean            in_row,
                                                   const char         *pointer,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateText, yc_certificate_text_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's text with its placeholders, parsed once and filled in many times. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcTextScope:
 * @data: the certificate's data
 * @row: (nullable): a table's row, which column texts look into instead
 * @index: the row's number, from 1
 */
typedef struct
{
  JsonNode *data;
  JsonNode *row;
  guint     index;
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
void               yc_certificate_text_list_paths (YcCertificateText  *self,
                                                   const char         *prefix,
                                                   GHashTable         *paths);

JsonNode          *yc_certificate_path_get        (JsonNode           *node,
                                                   const char         *path);
gboolean           yc_certificate_path_check      (const char         *path,
                                                   gboolean            in_row,
                                                   const char         *pointer,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateText, yc_certificate_text_free)

G_END_DECLS

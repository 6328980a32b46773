/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ECMA-262 regular expression, as JSON Schema's `pattern` asks for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcSchemaPattern YcSchemaPattern;

YcSchemaPattern *yc_schema_pattern_new      (const char             *source,
                                             GError                **error);
YcSchemaPattern *yc_schema_pattern_ref      (YcSchemaPattern        *self);
void             yc_schema_pattern_unref    (YcSchemaPattern        *self);
gsize            yc_schema_pattern_get_size (const YcSchemaPattern  *self);
gboolean         yc_schema_pattern_matches  (YcSchemaPattern        *self,
                                             const char             *text,
                                             gsize                   length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSchemaPattern, yc_schema_pattern_unref)

G_END_DECLS

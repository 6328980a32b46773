/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ECMA-262 regular expression, as JSON Schema's `pattern` asks for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcSchemaPattern YcSchemaPattern;

YcSchemaPattern *yc_schema_pattern_new     (const char             *source,
                                            GError                **error);
void             yc_schema_pattern_free    (YcSchemaPattern        *self);
gboolean         yc_schema_pattern_matches (const YcSchemaPattern  *self,
                                            const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSchemaPattern, yc_schema_pattern_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiling a schema: what the builder and the keywords share. */
#pragma once

#include "yc-schema-private.h"

G_BEGIN_DECLS

typedef struct
{
  YcSchema      *schema;
  YcSchemaTable *tables[3];
  gboolean       assert_formats;
  GHashTable    *patterns;        /* source → YcSchemaPattern */
  gsize          pattern_bytes;
  GQueue         pending;         /* subschemas that have no program yet */
  YcSubschema   *current;
  JsonObject    *object;          /* of the current one */
  GArray        *ops;
} YcSchemaBuilder;

typedef gboolean (*YcSchemaBuildFunc) (YcSchemaBuilder  *self,
                                       YcSchemaOp       *op,
                                       GError          **error);

typedef struct
{
  const char        *keyword;
  YcSchemaOpKind     kind;
  YcSchemaBuildFunc  build;
  YcSchemaDraft      drafts;
} YcSchemaKeyword;

extern const YcSchemaKeyword yc_schema_keywords[];
extern const guint yc_schema_n_keywords;

YcSubschema *yc_schema_get_child (YcSchemaBuilder *self,
                                  JsonNode        *node,
                                  const char      *keyword,
                                  const char      *name,
                                  int              index);
YcSubschema *yc_schema_resolve   (YcSchemaBuilder *self,
                                  const char      *base,
                                  const char      *reference,
                                  char           **anchor,
                                  GError         **error);
YcSchemaPattern *yc_schema_get_pattern (YcSchemaBuilder  *self,
                                        const char       *source,
                                        GError          **error);

G_END_DECLS

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
  const char    *unknown_vocabulary;  /* that a meta-schema demands */
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

/* yc-schema-resolve.c */
void             yc_schema_scope_free    (YcSchemaScope    *scope);
YcSubschema     *yc_schema_get_child     (YcSchemaBuilder  *self,
                                          JsonNode         *node,
                                          const char       *keyword,
                                          const char       *name,
                                          int               index);
YcSubschema     *yc_schema_resolve       (YcSchemaBuilder  *self,
                                          const char       *base,
                                          const char       *reference,
                                          char            **anchor,
                                          GError          **error);

/* yc-schema-build.c */
YcSchemaPattern *yc_schema_get_pattern   (YcSchemaBuilder  *self,
                                          const char       *source,
                                          GError          **error);

/* yc-schema-short.c */
void             yc_schema_shorten       (YcSubschema      *subschema);

/* yc-schema-keywords.c */
gboolean         yc_schema_build_fail    (YcSchemaBuilder  *self,
                                          YcSchemaOp       *op,
                                          const char       *expected,
                                          GError          **error);
YcSchemaPattern *yc_schema_build_pattern (YcSchemaBuilder  *self,
                                          const char       *keyword,
                                          const char       *source,
                                          GError          **error);
gboolean         yc_schema_read_count    (JsonNode         *node,
                                          guint64          *count);
GStrv            yc_schema_read_names    (JsonNode         *node);

/* yc-schema-applicators.c */
gboolean yc_schema_build_schema             (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_list               (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_dependent_schemas  (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_dependent_required (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_dependencies       (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_properties         (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_items              (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_contains           (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_ref                (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_dynamic_ref        (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_if                 (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);
gboolean yc_schema_build_unevaluated        (YcSchemaBuilder  *self,
                                             YcSchemaOp       *op,
                                             GError          **error);

G_END_DECLS

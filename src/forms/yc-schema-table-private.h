/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema documents by URI, with the resources and anchors that are embedded in them. */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Nobody writes schemas this deep; a deeper one is an attack or a mistake. */
#define YC_SCHEMA_MAX_NESTING 200

/* A document or a part of one that has an own `$id`. Immutable once it is in a table. */
typedef struct
{
  gatomicrefcount ref_count;
  char           *uri;       /* absolute, without a fragment */
  JsonNode       *document;  /* keeps @root alive */
  JsonNode       *root;      /* borrowed from @document */
  GHashTable     *anchors;   /* name → JsonNode, borrowed */
  GHashTable     *dynamic;   /* the anchors that are dynamic, likewise */
} YcSchemaResource;

typedef struct
{
  GHashTable *by_uri;   /* uri → YcSchemaResource */
  GHashTable *by_root;  /* JsonNode → YcSchemaResource, borrowed */
} YcSchemaTable;

YcSchemaTable    *yc_schema_table_new        (void);
void              yc_schema_table_free       (YcSchemaTable     *self);
gboolean          yc_schema_table_add        (YcSchemaTable     *self,
                                              const char        *uri,
                                              JsonNode          *document,
                                              GError           **error);
YcSchemaResource *yc_schema_table_find       (YcSchemaTable     *self,
                                              const char        *uri);
YcSchemaResource *yc_schema_table_find_root  (YcSchemaTable     *self,
                                              JsonNode          *root);
YcSchemaTable    *yc_schema_table_get_meta   (void);

YcSchemaResource *yc_schema_resource_ref     (YcSchemaResource  *self);
void              yc_schema_resource_unref   (YcSchemaResource  *self);

char             *yc_schema_uri_resolve      (const char        *base,
                                              const char        *reference,
                                              char             **fragment,
                                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSchemaTable, yc_schema_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSchemaResource, yc_schema_resource_unref)

G_END_DECLS

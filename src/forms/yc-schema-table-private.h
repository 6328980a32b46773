/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema documents by URI, with the resources and anchors that are embedded in them. */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Nobody writes schemas this deep; a deeper one is an attack or a mistake. */
#define YC_SCHEMA_MAX_NESTING 200
/* Nor of so many subschemas: the longest forms have some thousand. */
#define YC_SCHEMA_MAX_PARTS 100000

/* Bits, so that a table of keywords can say in which drafts each is known. */
typedef enum
{
  YC_SCHEMA_DRAFT_7 = 1 << 0,       /* draft-06 is read like it */
  YC_SCHEMA_DRAFT_2019 = 1 << 1,    /* without $recursiveRef */
  YC_SCHEMA_DRAFT_2020 = 1 << 2,
} YcSchemaDraft;

#define YC_SCHEMA_DRAFTS_ALL (YC_SCHEMA_DRAFT_7 | YC_SCHEMA_DRAFT_2019 | YC_SCHEMA_DRAFT_2020)
#define YC_SCHEMA_DRAFTS_NEW (YC_SCHEMA_DRAFT_2019 | YC_SCHEMA_DRAFT_2020)
/* Where `items` may be an array, with `additionalItems`. */
#define YC_SCHEMA_DRAFTS_OLD (YC_SCHEMA_DRAFT_7 | YC_SCHEMA_DRAFT_2019)

/* One step of a path, kept on the stack and written out only when there is something to report. */
typedef struct _YcSchemaStep
{
  const struct _YcSchemaStep *parent;
  const char                 *name;       /* NULL for @index */
  guint                       index;
} YcSchemaStep;

char *yc_schema_write_path (const YcSchemaStep *step);

/* Where an anchor is: the node and, unless that is very long, the JSON Pointer to it in its
 * resource. */
typedef struct
{
  JsonNode *node;      /* borrowed from the document */
  char     *pointer;   /* nullable */
  gboolean  dynamic;
} YcSchemaAnchor;

/* A document or a part of one that has an own `$id`. Immutable once it is in a table. */
typedef struct
{
  gatomicrefcount ref_count;
  char           *uri;       /* absolute, without a fragment */
  JsonNode       *document;  /* keeps @root alive */
  JsonNode       *root;      /* borrowed from @document */
  YcSchemaDraft   draft;
  GHashTable     *anchors;   /* name → YcSchemaAnchor */
} YcSchemaResource;

typedef struct
{
  YcSchemaDraft  draft;    /* of documents that do not say */
  guint          n_parts;  /* subschemas in all documents */
  GHashTable    *by_uri;   /* uri → YcSchemaResource */
  GHashTable    *by_root;  /* JsonNode → YcSchemaResource, borrowed */
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

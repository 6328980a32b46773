/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running a compiled schema: what the files with its operations share. */
#pragma once

#include "yc-schema-private.h"

G_BEGIN_DECLS

/* What of an object or array some subschema has looked at, for the unevaluated… keywords. */
typedef struct
{
  GHashTable *names;
  GHashTable *indexes;
  gboolean    all_names;
  gboolean    all_items;
  guint       n_prefix;
} YcSchemaSeen;

typedef struct
{
  YcSchemaReport *report;         /* NULL: stop at the first problem */
  const YcSubschema *root;        /* where paths of keywords begin */
  guint           depth;
  guint64         steps;
  guint           n_heavy;        /* patterns and formats tried */
  gint64          start;          /* of the thread's time, ns; 0 until it is looked at */
  gboolean        over_limit;
  guint           n_scopes;
  YcSchemaScope  *scopes[YC_SCHEMA_MAX_DEPTH];
} YcSchemaRun;

/* Where a subschema is being run. */
typedef struct
{
  const YcSubschema  *schema;
  JsonNode           *instance;       /* NULL: there is none */
  YcSchemaTypes       types;          /* of it, 0 if there is none */
  const YcSchemaStep *instance_path;
  const YcSchemaStep *keyword_path;
  YcSchemaSeen       *seen;           /* nullable */
} YcSchemaSpot;

/* yc-schema-run.c */
gboolean yc_schema_report_at      (YcSchemaRun        *run,
                                   const YcSchemaSpot *spot,
                                   const char         *keyword,
                                   JsonNode           *value,
                                   const YcSchemaStep *instance_path,
                                   const char         *name);
gboolean yc_schema_fail           (YcSchemaRun        *run,
                                   const YcSchemaSpot *spot,
                                   const YcSchemaOp   *op);
gboolean yc_schema_wants_more     (YcSchemaRun        *run);
void     yc_schema_seen_clear     (YcSchemaSeen       *seen);
void     yc_schema_seen_add_name  (YcSchemaSeen       *seen,
                                   const char         *name);
void     yc_schema_seen_add_index (YcSchemaSeen       *seen,
                                   guint               index);
void     yc_schema_seen_merge     (YcSchemaSeen       *into,
                                   const YcSchemaSeen *from);
gboolean yc_schema_seen_has_name  (const YcSchemaSeen *seen,
                                   const char         *name);
gboolean yc_schema_seen_has_index (const YcSchemaSeen *seen,
                                   guint               index);

/* yc-schema-validate.c */
void          yc_schema_run_init     (YcSchemaRun        *run,
                                      const YcSubschema  *root,
                                      YcSchemaReport     *report);
YcSchemaTypes yc_schema_get_types    (JsonNode           *node);
gboolean      yc_schema_enter        (YcSchemaRun        *run,
                                      const YcSchemaSpot *spot);
void          yc_schema_leave        (YcSchemaRun        *run,
                                      guint               n_scopes);
gboolean      yc_schema_spend        (YcSchemaRun        *run,
                                      const YcSchemaSpot *spot,
                                      guint               n);
gboolean      yc_schema_look_at_time (YcSchemaRun        *run,
                                      const YcSchemaSpot *spot);
gboolean      yc_schema_run_op       (YcSchemaRun        *run,
                                      const YcSchemaSpot *spot,
                                      const YcSchemaOp   *op);
gboolean      yc_schema_run          (YcSchemaRun        *run,
                                      const YcSubschema  *schema,
                                      JsonNode           *instance,
                                      const YcSchemaStep *instance_path,
                                      const YcSchemaStep *keyword_path,
                                      YcSchemaSeen       *seen);
gboolean      yc_schema_try          (YcSchemaRun        *run,
                                      const YcSubschema  *schema,
                                      const YcSchemaSpot *spot,
                                      JsonNode           *instance,
                                      YcSchemaSeen       *seen);
gboolean      yc_schema_run_branch   (YcSchemaRun        *run,
                                      const YcSubschema  *schema,
                                      JsonNode           *instance,
                                      const YcSchemaStep *instance_path,
                                      const YcSchemaStep *keyword_path,
                                      YcSchemaSeen       *seen);

/* Patterns and formats may take long; every so many of them the time is looked at. */
#define YC_SCHEMA_HEAVY_PER_LOOK 64

/* Counts a pattern or format about to be tried; %FALSE when they have taken too long. */
static inline gboolean
yc_schema_spend_heavy (YcSchemaRun        *run,
                       const YcSchemaSpot *spot)
{
  return ++run->n_heavy % YC_SCHEMA_HEAVY_PER_LOOK != 0 || yc_schema_look_at_time (run, spot);
}

/* yc-schema-leaf.c */
gboolean yc_schema_run_leaf      (YcSchemaRun        *run,
                                  const YcSubschema  *schema,
                                  JsonNode           *node);

/* The operations: yc-schema-run-values.c, yc-schema-run-arrays.c, yc-schema-run-objects.c,
 * yc-schema-run-branches.c */
typedef gboolean (*YcSchemaRunFunc) (YcSchemaRun        *run,
                                     const YcSchemaSpot *spot,
                                     const YcSchemaOp   *op);

gboolean yc_schema_is_as_long_as              (const char         *text,
                                               guint64             n);
gboolean yc_schema_is_text_of                 (const YcSchemaOp   *op,
                                               const char         *text);
gboolean yc_schema_run_type                   (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_money                  (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_const                  (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_enum                   (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_number                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_string                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_count                  (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_unique                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_items                  (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_contains               (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_unevaluated_items      (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_required               (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_dependent_required     (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_dependent_schemas      (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_property_names         (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_properties             (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_member                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSubschema  *schema,
                                               const char         *keyword,
                                               const char         *place,
                                               const char         *name,
                                               JsonNode           *value);
gboolean yc_schema_run_unevaluated_properties (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_ref                    (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_dynamic_ref            (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_all_of                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_any_of                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_one_of                 (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_not                    (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);
gboolean yc_schema_run_if                     (YcSchemaRun        *run,
                                               const YcSchemaSpot *spot,
                                               const YcSchemaOp   *op);

G_END_DECLS

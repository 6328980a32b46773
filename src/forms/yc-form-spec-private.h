/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema and a control say about one field, shared by all rows that have it. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-attachment.h"
#include "yc-form-facts-private.h"
#include "yc-form-field.h"

G_BEGIN_DECLS

/* More rows than anybody types; a schema without maxItems allows as many. */
#define MAX_ROWS 1000

typedef struct _YcFormSpec YcFormSpec;

struct _YcFormSpec
{
  char            *scope;           /* "#/properties/…", of a column relative to the item */
  char            *name;            /* last step of the scope, decoded */
  YcFormFieldKind  kind;
  char            *format;
  char            *title;
  char            *help;
  char            *placeholder;
  char            *unit;
  char            *source;          /* `x-source`: JSON Pointer into what is known already */
  gboolean         required;        /* of a column; of others YcFormDemands tells */
  gboolean         read_only;
  JsonNode        *calculate;       /* JsonLogic, nullable */
  JsonNode        *initial;         /* `default`, nullable */
  GPtrArray       *choice_titles;
  GPtrArray       *choice_values;   /* JsonNode */
  GPtrArray       *columns;         /* YcFormSpec, of a repeating field */
  guint            min_rows;
  guint            max_rows;
  guint            max_length;      /* in characters, 0 for none */
  YcFormFacts      facts;
  YcAttachmentRules files;          /* of ATTACHMENT: what is taken */
};

YcFormSpec *yc_form_spec_new        (JsonNode    *root,
                                     const char  *scope,
                                     JsonObject  *control,
                                     GError     **error);
YcFormSpec *yc_form_spec_ref        (YcFormSpec  *self);
void        yc_form_spec_unref      (YcFormSpec  *self);

JsonNode   *yc_form_schema_resolve  (JsonNode    *root,
                                     JsonNode    *schema);
JsonNode   *yc_form_schema_property (JsonNode    *root,
                                     JsonNode    *schema,
                                     const char  *name);
JsonNode   *yc_form_schema_at       (JsonNode    *root,
                                     const char  *scope,
                                     JsonNode   **parent);
gboolean    yc_form_schema_has_type (JsonObject  *schema,
                                     const char  *type);
gboolean    yc_form_schema_requires (JsonNode    *parent,
                                     const char  *name);
char       *yc_form_scope_to_pointer (const char *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormSpec, yc_form_spec_unref)

G_END_DECLS

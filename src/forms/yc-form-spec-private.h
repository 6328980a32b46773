/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema and a control say about one field, shared by all rows that have it. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-attachment.h"
#include "yc-form-facts-private.h"
#include "yc-form-field.h"
#include "yc-form-schema-private.h"

G_BEGIN_DECLS

/* More rows than anybody types; a schema without maxItems allows as many. */
#define MAX_ROWS 1000

typedef struct _YcFormSpec YcFormSpec;

struct _YcFormSpec
{
  char            *scope;           /* "#/properties/…", of a field in a row relative to the item */
  char            *name;            /* last step of the scope, decoded */
  YcFormFieldKind  kind;
  JsonNode        *node;            /* the schema that the scope names */
  JsonObject      *schema;          /* the same, or what it says besides null */
  JsonObject      *options;         /* of the control, nullable */
  char            *format;
  char            *title;
  char            *help;
  char            *placeholder;     /* this and the next are translated once there is a translator */
  char            *unit;
  char            *own_placeholder;
  char            *own_unit;
  char            *i18n;            /* of the control, else of the schema, nullable */
  char            *source;          /* `x-source`: JSON Pointer into what is known already */
  YcFormTypes      types;           /* of the schema without null, as far as it says so */
  gboolean         alternatives;
  gboolean         read_only;       /* the schema's `readOnly` */
  gboolean         nullable;
  gboolean         always;          /* `x-relevance`: it counts when it is hidden too */
  JsonNode        *calculate;       /* JsonLogic, nullable */
  JsonNode        *initial;         /* `default`, nullable */
  char            *none;            /* what the schema calls null, as people read it; nullable */
  char            *none_name;       /* the same before it was translated */
  char            *none_key;        /* its own `i18n`, nullable */
  GPtrArray       *choice_titles;   /* translated once the form has a translator */
  GPtrArray       *choice_names;    /* nullable: the same before that */
  GPtrArray       *choice_keys;     /* their own `i18n`, or NULL */
  GPtrArray       *choice_values;   /* JsonNode; of ALTERNATIVES their schemas */
  JsonNode        *items;           /* of REPEATING: the schema of a row */
  JsonNode        *detail;          /* of REPEATING: the layout of a row */
  gboolean         flat;            /* the rows fit into a table */
  gboolean         eager;           /* the rows have rules, so each needs its elements */
  guint            min_rows;
  guint            max_rows;
  guint            max_length;      /* in characters, 0 for none */
  YcFormFacts      facts;
  YcAttachmentRules files;          /* of ATTACHMENT: what is taken */
};

YcFormSpec *yc_form_spec_new         (JsonNode    *root,
                                      JsonNode    *schema,
                                      const char  *scope,
                                      JsonObject  *control);
YcFormSpec *yc_form_spec_ref         (YcFormSpec  *self);
void        yc_form_spec_unref       (YcFormSpec  *self);
void        yc_form_spec_read_rows   (YcFormSpec  *self,
                                      JsonNode    *root);
void        yc_form_spec_read_choices (YcFormSpec *self,
                                       JsonNode   *root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormSpec, yc_form_spec_unref)

G_END_DECLS

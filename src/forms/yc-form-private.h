/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a form, for the files that make it up and for its fields. */
#pragma once

#include "yc-form-calculation-private.h"
#include "yc-form-checks-private.h"
#include "yc-form-demand-private.h"
#include "yc-form-element-private.h"
#include "yc-form-history-private.h"
#include "yc-form.h"
#include "yc-schema.h"

G_BEGIN_DECLS

typedef struct
{
  YcFormRule *rule;         /* owned by its element */
  gboolean    holds;
} RuleState;

struct _YcForm
{
  GObject             parent_instance;
  JsonNode           *schema_node;
  YcSchema           *schema;
  YcFormElement      *root;
  GPtrArray          *fields;       /* in the layout's order, without those in rows */
  GHashTable         *by_pointer;   /* pointer → YcFormField, those in rows too; not owned */
  YcFormCalculations *calculations;
  YcFormChecks       *checks;
  YcFormDemands      *demands;
  GArray             *rules;        /* RuleState */
  JsonNode           *data;
  YcSchemaReport     *report;
  GPtrArray          *wrong;        /* the fields that have a problem; owned */
  guint               mark;
  guint               n_missing;
  guint               n_errors;
  YcFormHistory      *history;
  YcFormTranslator    translator;
  gpointer            translator_data;
  GDestroyNotify      translator_notify;
  gboolean            read_only;
};

/* yc-form.c */
void         yc_form_register          (YcForm                *self,
                                        YcFormField           *field);
void         yc_form_unregister        (YcForm                *self,
                                        YcFormField           *field);
void         yc_form_set_counts        (YcForm                *self,
                                        guint                  n_missing,
                                        guint                  n_errors);
void         yc_form_emit_changed      (YcForm                *self);

/* yc-form-state.c */
void         yc_form_collect_rules     (YcForm                *self,
                                        YcFormElement         *element);
YcFormField *yc_form_find_field_around (YcForm                *self,
                                        const char            *pointer);
void         yc_form_show_problem      (YcForm                *self,
                                        YcFormField           *field,
                                        const YcSchemaProblem *problem);
void         yc_form_validate          (YcForm                *self);
void         yc_form_update            (YcForm                *self,
                                        const char            *changed);

/* yc-form-data.c */
JsonNode    *yc_form_read_field        (YcForm                *self,
                                        YcFormField           *field);
void         yc_form_write_field       (YcForm                *self,
                                        YcFormField           *field,
                                        JsonNode              *value);
void         yc_form_leave_field       (YcForm                *self,
                                        YcFormField           *field);
void         yc_form_row_removed       (YcForm                *self,
                                        YcFormField           *repeating,
                                        guint                  index);
void         yc_form_row_moved         (YcForm                *self,
                                        YcFormField           *repeating,
                                        guint                  from,
                                        guint                  to);
void         yc_form_row_duplicated    (YcForm                *self,
                                        YcFormField           *repeating,
                                        guint                  index);
void         yc_form_load_all          (YcForm                *self);

G_END_DECLS

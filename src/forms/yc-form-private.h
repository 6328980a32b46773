/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a form, for the files that make it up and for its fields. */
#pragma once

#include "yc-form-branch-private.h"
#include "yc-form-calculation-private.h"
#include "yc-form-checks-private.h"
#include "yc-form-history-private.h"
#include "yc-form-watch-private.h"
#include "yc-form.h"
#include "yc-schema.h"

G_BEGIN_DECLS

struct _YcForm
{
  GObject             parent_instance;
  JsonNode           *schema_node;
  JsonNode           *layout;
  YcSchema           *schema;
  YcFormBranch       *branch;       /* the form's own elements and fields */
  GHashTable         *by_pointer;   /* pointer → YcFormField, of all branches; not owned */
  YcFormCalculations *calculations;
  YcFormChecks       *checks;
  char               *hidden;       /* the pointers of hidden fields that hold something; nullable */
  JsonNode           *view;         /* the data without those; NULL while nobody needs it */
  YcFormWatch        *watch;        /* elements whose rules look at places */
  GHashTable         *demands;      /* schema → YcFormDemands */
  GHashTable         *required;     /* schema → set of the names in its `required` */
  GHashTable         *generated;    /* schema → layout made up for it */
  GHashTable         *common;       /* schema with alternatives → that without */
  GHashTable         *schemas;      /* part of the schema → YcSchema, nullable */
  GHashTable         *specs;        /* control (JsonObject) → YcFormSpec */
  GHashTable         *rules;        /* `rule` (JsonObject) → YcFormRule */
  JsonNode           *data;
  YcSchemaReport     *report;
  GPtrArray          *wrong;        /* the fields that have a problem; owned */
  GPtrArray          *recounted;    /* elements whose counts are different; owned */
  guint               mark;
  guint               n_missing;
  guint               n_errors;
  guint               n_elements;
  guint               n_alternatives;   /* fields with alternatives, so far */
  GArray             *findings;     /* YcFormFinding: what is missing and wrong */
  guint               updating;
  YcFormHistory      *history;
  YcFormTranslator    translator;
  gpointer            translator_data;
  GDestroyNotify      translator_notify;
  gboolean            read_only;
};

/* yc-form.c */
void           yc_form_register          (YcForm                *self,
                                          YcFormField           *field);
void           yc_form_unregister        (YcForm                *self,
                                          YcFormField           *field);
void           yc_form_set_counts        (YcForm                *self,
                                          guint                  n_missing,
                                          guint                  n_errors);
void           yc_form_emit_changed      (YcForm                *self);

/* yc-form-templates.c */
YcFormDemands *yc_form_find_demands      (YcForm                *self,
                                          JsonNode              *schema);
JsonNode      *yc_form_get_generated     (YcForm                *self,
                                          JsonNode              *schema);
JsonNode      *yc_form_get_common        (YcForm                *self,
                                          JsonNode              *schema);
YcSchema      *yc_form_find_schema       (YcForm                *self,
                                          JsonNode              *schema);
gboolean       yc_form_is_required       (YcForm                *self,
                                          JsonNode              *schema,
                                          const char            *scope);
YcFormSpec    *yc_form_find_spec         (YcForm                *self,
                                          JsonNode              *schema,
                                          const char            *scope,
                                          JsonObject            *control);
YcFormRule    *yc_form_find_rule         (YcForm                *self,
                                          JsonObject            *element,
                                          GError               **error);
gboolean       yc_form_count_element     (YcForm                *self);

/* yc-form-alternative.c */
int            yc_form_find_alternative  (YcForm                *form,
                                          GPtrArray             *schemas,
                                          JsonNode              *value);

/* yc-form-applies.c */
gboolean       yc_form_applies           (const YcFormGuard     *guard,
                                          const char            *pointer,
                                          JsonNode              *data,
                                          gpointer               form);

/* yc-form-default.c */
JsonNode      *yc_form_create_default    (YcForm                *self,
                                          JsonNode              *schema);
JsonNode      *yc_form_create_begin      (YcForm                *self,
                                          JsonNode              *schema,
                                          JsonNode              *common,
                                          JsonNode              *before);

/* yc-form-visibility.c */
void           yc_form_apply_state       (YcFormBranch          *branch,
                                          gpointer               form);
void           yc_form_run_rules_of      (YcForm                *self,
                                          YcFormBranch          *branch);
gboolean       yc_form_run_rules         (YcForm                *self,
                                          const char            *changed);

/* yc-form-problems.c */
YcFormField   *yc_form_find_field_around (YcForm                *self,
                                          const char            *pointer,
                                          gboolean               make);
void           yc_form_set_problems_of   (YcForm                *self,
                                          YcFormField           *field,
                                          guint                  n_missing,
                                          guint                  n_errors);
void           yc_form_place_problems    (YcForm                *self);
void           yc_form_show_error        (YcForm                *self,
                                          YcFormField           *field);

/* yc-form-state.c */
void           yc_form_branch_made       (YcForm                *self,
                                          YcFormBranch          *branch);
void           yc_form_validate          (YcForm                *self,
                                          const char            *changed);
void           yc_form_update            (YcForm                *self,
                                          const char            *changed);

/* yc-form-hidden.c */
gboolean       yc_form_field_counts      (YcFormField           *field);
char          *yc_form_list_hidden       (YcForm                *self);
JsonNode      *yc_form_get_view          (YcForm                *self,
                                          const char            *changed);

/* yc-form-translation.c */
const char    *yc_form_translate         (YcForm                *self,
                                          const char            *key,
                                          const char            *fallback);
char          *yc_form_element_dup_key   (YcFormElement         *element);
char          *yc_form_field_dup_key     (YcFormField           *field);
void           yc_form_translate_branch  (YcFormBranch          *branch,
                                          gpointer               form);

/* yc-form-data.c */
JsonNode      *yc_form_read_field        (YcForm                *self,
                                          YcFormField           *field);
char          *yc_form_find_outermost    (YcForm                *self,
                                          const char            *pointer);
char          *yc_form_find_outermost_table (YcFormField         *field);
void           yc_form_trim_rows_around  (YcForm                *self,
                                          YcFormField           *field);
void           yc_form_put               (YcForm                *self,
                                          const char            *pointer,
                                          JsonNode              *value);
void           yc_form_write_field       (YcForm                *self,
                                          YcFormField           *field,
                                          JsonNode              *value);
void           yc_form_write_none        (YcForm                *self,
                                          YcFormField           *field,
                                          gboolean               none);
void           yc_form_load_field        (YcForm                *self,
                                          YcFormField           *field);
void           yc_form_load_all          (YcForm                *self);
void           yc_form_leave_field       (YcForm                *self,
                                          YcFormField           *field);

/* yc-form-rows.c */
JsonArray     *yc_form_ensure_rows       (YcForm                *self,
                                          YcFormField           *repeating,
                                          guint                  n_rows);
void           yc_form_trim_rows         (YcForm                *self,
                                          YcFormField           *repeating);
void           yc_form_load_rows         (YcForm                *self,
                                          YcFormField           *repeating);
YcFormRow     *yc_form_row_appended      (YcForm                *self,
                                          YcFormField           *repeating);
void           yc_form_row_removed       (YcForm                *self,
                                          YcFormField           *repeating,
                                          guint                  index);
void           yc_form_row_moved         (YcForm                *self,
                                          YcFormField           *repeating,
                                          guint                  from,
                                          guint                  to);
void           yc_form_row_duplicated    (YcForm                *self,
                                          YcFormField           *repeating,
                                          guint                  index);

G_END_DECLS

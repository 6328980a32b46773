/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form does with its fields. */
#pragma once

#include "yc-form-element.h"
#include "yc-form-field.h"
#include "yc-form-spec-private.h"

G_BEGIN_DECLS

typedef struct _YcForm YcForm;
typedef struct _YcFormBranch YcFormBranch;

struct _YcFormField
{
  GObject        parent_instance;
  YcForm        *form;          /* not owned; NULL once the form is gone or the row is removed */
  YcFormBranch  *branch;        /* not owned; likewise */
  YcFormSpec    *spec;
  GSList        *elements;      /* those that show it, in the layout's order; not owned */
  char          *place;         /* from the branch's base on */
  char          *pointer;
  char          *title;         /* translated; NULL where the form's own is the one */
  char          *help;
  char          *text;
  JsonNode      *value;
  char          *error;
  char          *source;
  char          *filled_from;   /* its last source */
  JsonNode      *filled;        /* what that gave */
  char          *shared_with;
  GListStore    *rows;
  GListStore    *columns;
  YcFormBranch  *alternative;
  GPtrArray     *kept;          /* JsonNode, nullable: what was filled into each alternative */
  int            chosen;        /* of the alternatives */
  YcFormElement *counted;       /* where what is missing and wrong was added; not owned */
  guint          n_missing;
  guint          n_errors;
  guint          new_missing;   /* while problems are being placed */
  guint          new_errors;
  guint          mark;
  guint          inner_mark;    /* while it is found what is wrong with alternatives */
  guint          order;         /* among all fields, while problems are listed */
  gboolean       required;
  gboolean       none;          /* the data say null */
  gboolean       visible;
  gboolean       enabled;
  gboolean       locked;
  gboolean       touched;
  gboolean       edited;
};

typedef void (*YcFormBranchFunc) (YcFormBranch *branch,
                                  gpointer      user_data);

YcFormField      *yc_form_field_new           (YcFormBranch *branch,
                                               YcFormSpec   *spec,
                                               const char   *place,
                                               const char   *pointer);
const YcFormSpec *yc_form_field_get_spec      (YcFormField  *self);
void              yc_form_field_add_element   (YcFormField  *self,
                                               YcFormElement *element);
void              yc_form_field_each_branch   (YcFormField  *self,
                                               YcFormBranchFunc func,
                                               gpointer      user_data);
void              yc_form_field_detach        (YcFormField  *self);
void              yc_form_field_set_pointer   (YcFormField  *self,
                                               const char   *pointer);
void              yc_form_field_take_value    (YcFormField  *self,
                                               JsonNode     *value,
                                               gboolean      keep_text);
GListStore       *yc_form_field_create_columns (YcForm      *form,
                                                YcFormSpec  *spec);
void              yc_form_field_set_edited    (YcFormField  *self,
                                               gboolean      edited);
void              yc_form_field_take_source   (YcFormField  *self,
                                               const char   *source);
void              yc_form_field_take_text     (YcFormField  *self,
                                               char         *text);
void              yc_form_field_forget_source (YcFormField  *self);
void              yc_form_field_recall_source (YcFormField  *self);
void              yc_form_field_note_none     (YcFormField  *self,
                                               JsonNode     *value);
void              yc_form_field_fill          (YcFormField  *self,
                                               JsonNode     *value,
                                               const char   *source);
void              yc_form_field_set_required  (YcFormField  *self,
                                               gboolean      required);
void              yc_form_field_set_visible   (YcFormField  *self,
                                               gboolean      visible);
void              yc_form_field_set_enabled   (YcFormField  *self,
                                               gboolean      enabled);
void              yc_form_field_set_locked    (YcFormField  *self,
                                               gboolean      locked);
void              yc_form_field_set_touched   (YcFormField  *self,
                                               gboolean      touched);
void              yc_form_field_set_error     (YcFormField  *self,
                                               const char   *error);
void              yc_form_field_set_words     (YcFormField  *self,
                                               const char   *title,
                                               const char   *help);
void              yc_form_field_notify_alternative (YcFormField *self);
void              yc_form_field_tidy          (YcFormField  *self);
YcFormField      *yc_form_field_get_repeating (YcFormField  *self);
YcFormRow        *yc_form_field_get_row       (YcFormField  *self);
YcFormRow        *yc_form_field_insert_row    (YcFormField  *self,
                                               guint         index);
void              yc_form_field_drop_row      (YcFormField  *self,
                                               guint         index);
void              yc_form_field_set_n_rows    (YcFormField  *self,
                                               guint         n_rows);
void              yc_form_field_number_rows   (YcFormField  *self,
                                               guint         from);
void              yc_form_field_show_alternative (YcFormField *self,
                                                  int          chosen);
void              yc_form_field_load_alternative (YcFormField *self);
int               yc_form_field_get_option    (YcFormField  *self);
void              yc_form_field_choose_alternative (YcFormField *self,
                                                    int          chosen);

YcFormRow        *yc_form_row_new             (YcFormField  *repeating,
                                               guint         index);
void              yc_form_row_set_index       (YcFormRow    *self,
                                               guint         index);
void              yc_form_row_move            (YcFormRow    *self);
YcFormField      *yc_form_row_get_repeating   (YcFormRow    *self);
YcFormBranch     *yc_form_row_get_branch      (YcFormRow    *self);
YcFormBranch     *yc_form_row_ensure_branch   (YcFormRow    *self);
void              yc_form_row_set_touched     (YcFormRow    *self);
void              yc_form_row_detach          (YcFormRow    *self);

G_END_DECLS

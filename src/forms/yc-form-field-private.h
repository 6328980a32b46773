/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form does with its fields. */
#pragma once

#include "yc-form-element.h"
#include "yc-form-field.h"
#include "yc-form-spec-private.h"

G_BEGIN_DECLS

typedef struct _YcForm YcForm;

struct _YcFormField
{
  GObject      parent_instance;
  YcForm      *form;            /* not owned; NULL once the form is gone or the row is removed */
  YcFormSpec  *spec;
  YcFormRow   *row;             /* not owned; of a field in a row */
  char        *pointer;
  char        *text;
  JsonNode    *value;
  char        *error;
  char        *source;
  GListStore  *rows;
  GListStore  *columns;
  YcFormElement *alternative;
  guint        mark;
  guint        n_missing;
  guint        n_errors;
  gboolean     required;
  gboolean     visible;
  gboolean     enabled;
  gboolean     touched;
  gboolean     edited;
};

YcFormField      *yc_form_field_new           (YcForm      *form,
                                               YcFormSpec  *spec,
                                               const char  *pointer);
const YcFormSpec *yc_form_field_get_spec      (YcFormField *self);
void              yc_form_field_detach        (YcFormField *self);
void              yc_form_field_set_pointer   (YcFormField *self,
                                               const char  *pointer);
void              yc_form_field_take_value    (YcFormField *self,
                                               JsonNode    *value,
                                               gboolean     keep_text);
void              yc_form_field_fill          (YcFormField *self,
                                               JsonNode    *value,
                                               const char  *source);
void              yc_form_field_set_required  (YcFormField *self,
                                               gboolean     required);
void              yc_form_field_set_visible   (YcFormField *self,
                                               gboolean     visible);
void              yc_form_field_set_enabled   (YcFormField *self,
                                               gboolean     enabled);
void              yc_form_field_set_touched   (YcFormField *self,
                                               gboolean     touched);
void              yc_form_field_set_error     (YcFormField *self,
                                               const char  *error);
void              yc_form_field_tidy          (YcFormField *self);
void              yc_form_field_mark          (YcFormField *self,
                                               guint        mark);
guint             yc_form_field_get_mark      (YcFormField *self);
YcFormField      *yc_form_field_get_repeating (YcFormField *self);
YcFormRow        *yc_form_field_get_row       (YcFormField *self);
YcFormRow        *yc_form_field_insert_row    (YcFormField *self,
                                               guint        index);
void              yc_form_field_set_n_rows    (YcFormField *self,
                                               guint        n_rows);

YcFormRow        *yc_form_row_new             (YcFormField *repeating);
void              yc_form_row_add             (YcFormRow   *self,
                                               YcFormField *field);
void              yc_form_row_set_index       (YcFormRow   *self,
                                               guint        index);
YcFormField      *yc_form_row_get_repeating   (YcFormRow   *self);
YcFormField      *yc_form_row_get_field       (YcFormRow   *self,
                                               guint        index);
guint             yc_form_row_get_n_fields    (YcFormRow   *self);
void              yc_form_row_detach          (YcFormRow   *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a form being filled: what was typed, what it means, what is wrong with it. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-attachment.h"

G_BEGIN_DECLS

/**
 * YcFormFieldKind:
 * @YC_FORM_FIELD_TEXT: one line of text.
 * @YC_FORM_FIELD_MULTILINE: several lines of text.
 * @YC_FORM_FIELD_NUMBER: a number.
 * @YC_FORM_FIELD_INTEGER: a whole number.
 * @YC_FORM_FIELD_DATE: a day, `YYYY-MM-DD` in the data.
 * @YC_FORM_FIELD_YES_NO: true or false.
 * @YC_FORM_FIELD_CHOICE: one of a closed list.
 * @YC_FORM_FIELD_REPEATING: rows of fields, an array in the data.
 * @YC_FORM_FIELD_CHOICES: several of a closed list, an array in the data.
 * @YC_FORM_FIELD_MONEY: an amount, whole fen in the data, yuan with two decimals in the text.
 * @YC_FORM_FIELD_ATTACHMENT: a file or several, an object or an array of objects in the data.
 * @YC_FORM_FIELD_ALTERNATIVES: one of several sets of fields, an object in the data.
 */
typedef enum
{
  YC_FORM_FIELD_TEXT = 1,
  YC_FORM_FIELD_MULTILINE,
  YC_FORM_FIELD_NUMBER,
  YC_FORM_FIELD_INTEGER,
  YC_FORM_FIELD_DATE,
  YC_FORM_FIELD_YES_NO,
  YC_FORM_FIELD_CHOICE,
  YC_FORM_FIELD_REPEATING,
  YC_FORM_FIELD_CHOICES,
  YC_FORM_FIELD_MONEY,
  YC_FORM_FIELD_ATTACHMENT,
  YC_FORM_FIELD_ALTERNATIVES,
} YcFormFieldKind;

typedef struct _YcFormElement YcFormElement;

#define YC_TYPE_FORM_FIELD (yc_form_field_get_type ())
#define YC_TYPE_FORM_ROW   (yc_form_row_get_type ())

G_DECLARE_FINAL_TYPE (YcFormField, yc_form_field, YC, FORM_FIELD, GObject)
G_DECLARE_FINAL_TYPE (YcFormRow, yc_form_row, YC, FORM_ROW, GObject)

const char      *yc_form_field_get_pointer        (YcFormField *self);
const char      *yc_form_field_get_scope          (YcFormField *self);
YcFormFieldKind  yc_form_field_get_kind           (YcFormField *self);
const char      *yc_form_field_get_format         (YcFormField *self);
gboolean         yc_form_field_get_ascii          (YcFormField *self);
const char      *yc_form_field_get_title          (YcFormField *self);
const char      *yc_form_field_get_help           (YcFormField *self);
const char      *yc_form_field_get_placeholder    (YcFormField *self);
const char      *yc_form_field_get_unit           (YcFormField *self);
guint            yc_form_field_get_max_length     (YcFormField *self);
gboolean         yc_form_field_get_range          (YcFormField *self,
                                                   double      *minimum,
                                                   double      *maximum,
                                                   double      *step);
gboolean         yc_form_field_get_write_only     (YcFormField *self);
gboolean         yc_form_field_get_nullable       (YcFormField *self);
JsonNode        *yc_form_field_get_constant       (YcFormField *self);
gboolean         yc_form_field_get_required       (YcFormField *self);
gboolean         yc_form_field_get_read_only      (YcFormField *self);
gboolean         yc_form_field_get_calculated     (YcFormField *self);
gboolean         yc_form_field_get_visible        (YcFormField *self);
gboolean         yc_form_field_get_enabled        (YcFormField *self);
gboolean         yc_form_field_get_touched        (YcFormField *self);
const char      *yc_form_field_get_error          (YcFormField *self);
const char      *yc_form_field_get_source         (YcFormField *self);
void             yc_form_field_set_source         (YcFormField *self,
                                                   const char  *source);
gboolean         yc_form_field_get_edited         (YcFormField *self);
const char      *yc_form_field_get_shared_with    (YcFormField *self);
void             yc_form_field_set_shared_with    (YcFormField *self,
                                                   const char  *shared_with);
void             yc_form_field_restore_source     (YcFormField *self,
                                                   const char  *source,
                                                   gboolean     edited);

const char      *yc_form_field_get_text           (YcFormField *self);
void             yc_form_field_set_text           (YcFormField *self,
                                                   const char  *text);
char            *yc_form_field_dup_words          (YcFormField *self);
JsonNode        *yc_form_field_get_value          (YcFormField *self);
void             yc_form_field_set_value          (YcFormField *self,
                                                   JsonNode    *value);
gboolean         yc_form_field_get_takes_none     (YcFormField *self);
gboolean         yc_form_field_get_none           (YcFormField *self);
const char      *yc_form_field_get_none_title     (YcFormField *self);
void             yc_form_field_set_none           (YcFormField *self,
                                                   gboolean     none);
const YcAttachmentRules *
                 yc_form_field_get_files          (YcFormField *self);
void             yc_form_field_leave              (YcFormField *self);

guint            yc_form_field_get_n_choices      (YcFormField *self);
const char      *yc_form_field_get_choice_title   (YcFormField *self,
                                                   guint        index);
JsonNode        *yc_form_field_get_choice_value   (YcFormField *self,
                                                   guint        index);
int              yc_form_field_get_chosen         (YcFormField *self);
void             yc_form_field_choose             (YcFormField *self,
                                                   int          index);
gboolean         yc_form_field_get_picked         (YcFormField *self,
                                                   guint        index);
void             yc_form_field_set_picked         (YcFormField *self,
                                                   guint        index,
                                                   gboolean     picked);
YcFormElement   *yc_form_field_get_alternative    (YcFormField *self);

GListModel      *yc_form_field_get_rows           (YcFormField *self);
GListModel      *yc_form_field_get_columns        (YcFormField *self);
guint            yc_form_field_get_min_rows       (YcFormField *self);
guint            yc_form_field_get_max_rows       (YcFormField *self);
gboolean         yc_form_field_can_append_row     (YcFormField *self);
YcFormRow       *yc_form_field_append_row         (YcFormField *self);
void             yc_form_field_remove_row         (YcFormField *self,
                                                   guint        index);
void             yc_form_field_move_row           (YcFormField *self,
                                                   guint        from,
                                                   guint        to);
YcFormRow       *yc_form_field_duplicate_row      (YcFormField *self,
                                                   guint        index);

guint            yc_form_row_get_index            (YcFormRow   *self);
YcFormElement   *yc_form_row_get_root             (YcFormRow   *self);
YcFormElement   *yc_form_row_get_root_of          (YcFormRow   *self,
                                                   YcFormElement *control);
YcFormField     *yc_form_row_get_cell             (YcFormRow   *self,
                                                   YcFormElement *control,
                                                   guint        column);
char            *yc_form_row_dup_title            (YcFormRow   *self,
                                                   YcFormElement *control);
void             yc_form_row_follow               (YcFormRow   *self,
                                                   GCallback    callback,
                                                   gpointer     object);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of one form being filled: schema, layout, data, what is missing and what is wrong. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-form-element.h"
#include "yc-form-field.h"
#include "yc-form-problem.h"
#include "yc-forms-error.h"
#include "yc-schema-report.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM (yc_form_get_type ())

/**
 * YcFormTranslator:
 * @key: what to translate, such as "address.street.label" or "kind.large"
 * @fallback: (nullable): the words without a translation
 * @user_data: what was given with the function
 *
 * Gives the words for a key of a form in the interface's language.
 *
 * Returns: (nullable) (transfer none): the words, valid until the next call; %NULL for @fallback
 */
typedef const char *(*YcFormTranslator) (const char *key,
                                         const char *fallback,
                                         gpointer    user_data);

G_DECLARE_FINAL_TYPE (YcForm, yc_form, YC, FORM, GObject)

YcForm        *yc_form_new            (JsonNode    *schema,
                                       JsonNode    *layout,
                                       GError     **error);
const char    *yc_form_get_title      (YcForm      *self);
void           yc_form_set_translator (YcForm      *self,
                                       YcFormTranslator translator,
                                       gpointer     user_data,
                                       GDestroyNotify notify);
const char    *yc_form_get_today      (YcForm      *self);
void           yc_form_set_today      (YcForm      *self,
                                       const char  *today);
gboolean       yc_form_get_read_only  (YcForm      *self);
void           yc_form_set_read_only  (YcForm      *self,
                                       gboolean     read_only);
YcFormElement *yc_form_get_root       (YcForm      *self);
YcFormField   *yc_form_find_field     (YcForm      *self,
                                       const char  *pointer);
gboolean       yc_form_set_text       (YcForm      *self,
                                       const char  *pointer,
                                       const char  *text,
                                       GError     **error);
gboolean       yc_form_set_value      (YcForm      *self,
                                       const char  *pointer,
                                       JsonNode    *value,
                                       GError     **error);
gboolean       yc_form_autofill       (YcForm      *self,
                                       const char  *pointer,
                                       JsonNode    *value,
                                       const char  *source,
                                       GError     **error);
guint          yc_form_fill_from      (YcForm      *self,
                                       JsonNode    *known,
                                       const char  *name,
                                       const char  *source);
gboolean       yc_form_set_data       (YcForm      *self,
                                       JsonNode    *data,
                                       GError     **error);
JsonNode      *yc_form_get_data       (YcForm      *self);
JsonNode      *yc_form_get_submission (YcForm      *self);
gboolean       yc_form_undo           (YcForm      *self,
                                       char       **pointer);
gboolean       yc_form_redo           (YcForm      *self,
                                       char       **pointer);
GListModel    *yc_form_check          (YcForm      *self);
void           yc_form_report_checks  (YcForm      *self,
                                       YcSchemaReport *report);
GListModel    *yc_form_get_problems   (YcForm      *self);
gboolean       yc_form_get_is_valid   (YcForm      *self);
gboolean       yc_form_get_is_empty   (YcForm      *self);
guint          yc_form_get_n_missing  (YcForm      *self);
guint          yc_form_get_n_errors   (YcForm      *self);

G_END_DECLS

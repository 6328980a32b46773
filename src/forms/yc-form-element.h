/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One element of a form's layout: a box of elements, a heading, or a control with its field. */
#pragma once

#include <gio/gio.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

/**
 * YcFormElementKind:
 * @YC_FORM_ELEMENT_VERTICAL: children one under the other.
 * @YC_FORM_ELEMENT_HORIZONTAL: children side by side where there is room.
 * @YC_FORM_ELEMENT_GROUP: children under a heading.
 * @YC_FORM_ELEMENT_CATEGORIZATION: children are categories, one shown at a time.
 * @YC_FORM_ELEMENT_CATEGORY: one page of a categorization.
 * @YC_FORM_ELEMENT_LABEL: words only.
 * @YC_FORM_ELEMENT_CONTROL: a field.
 * @YC_FORM_ELEMENT_LIST_WITH_DETAIL: a repeating field as a list beside the chosen row's elements.
 * @YC_FORM_ELEMENT_TROUBLE: stands for one that cannot be shown; its title says why.
 */
typedef enum
{
  YC_FORM_ELEMENT_VERTICAL = 1,
  YC_FORM_ELEMENT_HORIZONTAL,
  YC_FORM_ELEMENT_GROUP,
  YC_FORM_ELEMENT_CATEGORIZATION,
  YC_FORM_ELEMENT_CATEGORY,
  YC_FORM_ELEMENT_LABEL,
  YC_FORM_ELEMENT_CONTROL,
  YC_FORM_ELEMENT_LIST_WITH_DETAIL,
  YC_FORM_ELEMENT_TROUBLE,
} YcFormElementKind;

#define YC_TYPE_FORM_ELEMENT (yc_form_element_get_type ())

G_DECLARE_FINAL_TYPE (YcFormElement, yc_form_element, YC, FORM_ELEMENT, GObject)

YcFormElementKind  yc_form_element_get_kind        (YcFormElement *self);
const char        *yc_form_element_get_title       (YcFormElement *self);
const char        *yc_form_element_get_description (YcFormElement *self);
JsonObject        *yc_form_element_get_options     (YcFormElement *self);
const char        *yc_form_element_get_node        (YcFormElement *self);
const char        *yc_form_element_get_scope       (YcFormElement *self);
YcFormElement     *yc_form_element_get_parent      (YcFormElement *self);
GListModel        *yc_form_element_get_children    (YcFormElement *self);
YcFormField       *yc_form_element_get_field       (YcFormElement *self);
GListModel        *yc_form_element_get_columns     (YcFormElement *self);
gboolean           yc_form_element_get_stepper     (YcFormElement *self);
gboolean           yc_form_element_get_visible     (YcFormElement *self);
gboolean           yc_form_element_get_enabled     (YcFormElement *self);
gboolean           yc_form_element_get_read_only   (YcFormElement *self);
gboolean           yc_form_element_get_required    (YcFormElement *self);
guint              yc_form_element_get_n_missing   (YcFormElement *self);
guint              yc_form_element_get_n_errors    (YcFormElement *self);

G_END_DECLS

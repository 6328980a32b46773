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
} YcFormElementKind;

#define YC_TYPE_FORM_ELEMENT (yc_form_element_get_type ())

G_DECLARE_FINAL_TYPE (YcFormElement, yc_form_element, YC, FORM_ELEMENT, GObject)

YcFormElementKind  yc_form_element_get_kind     (YcFormElement *self);
const char        *yc_form_element_get_title    (YcFormElement *self);
GListModel        *yc_form_element_get_children (YcFormElement *self);
YcFormField       *yc_form_element_get_field    (YcFormElement *self);
gboolean           yc_form_element_get_stepper  (YcFormElement *self);
gboolean           yc_form_element_get_visible  (YcFormElement *self);
gboolean           yc_form_element_get_enabled  (YcFormElement *self);

G_END_DECLS

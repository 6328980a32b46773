/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of a control say about its editor. */
#include "yc-form-look.h"

#include "yc-json.h"

/**
 * yc_form_look_read:
 * @self: (out caller-allocates): what is wanted
 * @element: (nullable): a control
 */
void
yc_form_look_read (YcFormLook    *self,
                   YcFormElement *element)
{
  JsonObject *options = element == NULL ? NULL : yc_form_element_get_options (element);
  const char *format = yc_json_get_string (options, "format", "");

  self->slider = yc_json_get_boolean (options, "slider", FALSE);
  self->toggle = yc_json_get_boolean (options, "toggle", FALSE);
  self->radio = g_str_equal (format, "radio");
  self->dropdown = g_str_equal (format, "dropdown") || g_str_equal (format, "select");
  self->masked = g_str_equal (format, "password");
  self->described = yc_json_get_boolean (options, "showUnfocusedDescription", FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a layout (JSON Forms' UI schema) into elements. */
#pragma once

#include "yc-form-element-private.h"

G_BEGIN_DECLS

/* Gives the field at @scope, the same for the same scope. */
typedef YcFormField *(*YcFormFieldFinder) (const char  *scope,
                                           JsonObject  *control,
                                           gpointer     user_data,
                                           GError     **error);

YcFormElement *yc_form_layout_build (JsonNode           *schema,
                                     JsonNode           *layout,
                                     YcFormFieldFinder   find_field,
                                     gpointer            user_data,
                                     GError            **error);

G_END_DECLS

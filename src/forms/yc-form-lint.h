/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an author overlooked in a form: found before anybody fills it in. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcFormFinding:
 * @in_layout: whether it is in the layout rather than in the schema
 * @warning: whether the form works all the same
 * @pointer: a JSON Pointer into that file
 * @message: what is wrong there, translated
 */
typedef struct
{
  gboolean  in_layout;
  gboolean  warning;
  char     *pointer;
  char     *message;
} YcFormFinding;

GPtrArray *yc_form_lint (JsonNode *schema,
                         JsonNode *layout);

G_END_DECLS

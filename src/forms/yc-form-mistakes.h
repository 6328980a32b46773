/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the rules of a form's schema, found before anybody fills it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcFormMistake:
 * @pointer: a JSON Pointer into the schema
 * @message: what is wrong there, translated
 */
typedef struct
{
  char *pointer;
  char *message;
} YcFormMistake;

GPtrArray *yc_form_find_mistakes (JsonNode *schema);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every place that a form's schema speaks of. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-guard-private.h"

G_BEGIN_DECLS

/*
 * YcFormPlace:
 * @path: in the data; %NULL steps stand for every row
 * @pointer: in the schema, where @schema was found
 * @schema: what is said there
 * @guards: (element-type YcFormGuard): under what it applies
 */
typedef struct
{
  YcFormPath *path;
  const char *pointer;
  JsonObject *schema;
  GArray     *guards;
} YcFormPlace;

typedef void (*YcFormPlaceFunc) (const YcFormPlace *place,
                                 gpointer           user_data);

void     yc_form_survey          (JsonNode         *schema,
                                  YcFormPlaceFunc   func,
                                  gpointer          user_data);
gboolean yc_form_schema_knows    (JsonNode         *schema,
                                  const YcFormPath *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form asks a schema for, with `$ref` followed and `allOf` merged. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef void (*YcFormPropertyFunc) (const char *name,
                                    JsonNode   *schema,
                                    gpointer    user_data);

JsonNode   *yc_form_schema_resolve         (JsonNode            *root,
                                            JsonNode            *schema);
JsonNode   *yc_form_schema_get             (JsonNode            *root,
                                            JsonNode            *schema,
                                            const char          *keyword);
gboolean    yc_form_schema_has_type        (JsonObject          *schema,
                                            const char          *type);
gboolean    yc_form_schema_is              (JsonNode            *root,
                                            JsonNode            *schema,
                                            const char          *type);
gboolean    yc_form_schema_has_properties  (JsonNode            *root,
                                            JsonNode            *schema);
void        yc_form_schema_each_property   (JsonNode            *root,
                                            JsonNode            *schema,
                                            YcFormPropertyFunc   func,
                                            gpointer             user_data);
GPtrArray  *yc_form_schema_list_options    (JsonNode            *root,
                                            JsonNode            *schema,
                                            gboolean            *nullable);
guint       yc_form_schema_count_known     (JsonNode            *root,
                                            JsonNode            *schema,
                                            JsonObject          *object);
gboolean    yc_form_schema_is_alternatives (JsonNode            *root,
                                            JsonNode            *schema);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form asks a schema for, with `$ref` followed and `allOf` merged. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef void (*YcFormPropertyFunc) (const char *name,
                                    JsonNode   *schema,
                                    gpointer    user_data);

/* The types that a schema names. */
typedef enum
{
  YC_FORM_TYPE_NULL = 1 << 0,
  YC_FORM_TYPE_BOOLEAN = 1 << 1,
  YC_FORM_TYPE_INTEGER = 1 << 2,
  YC_FORM_TYPE_NUMBER = 1 << 3,
  YC_FORM_TYPE_STRING = 1 << 4,
  YC_FORM_TYPE_ARRAY = 1 << 5,
  YC_FORM_TYPE_OBJECT = 1 << 6,
} YcFormTypes;

JsonNode   *yc_form_schema_resolve         (JsonNode            *root,
                                            JsonNode            *schema);
JsonNode   *yc_form_schema_get             (JsonNode            *root,
                                            JsonNode            *schema,
                                            const char          *keyword);
gboolean    yc_form_schema_names           (JsonNode            *node,
                                            const char          *name);
gboolean    yc_form_schema_has_type        (JsonObject          *schema,
                                            const char          *type);
YcFormTypes yc_form_schema_get_types       (JsonNode            *root,
                                            JsonNode            *schema);
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

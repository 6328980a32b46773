/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed set of documents that schemas may refer to. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_SCHEMA_REGISTRY (yc_schema_registry_get_type ())

G_DECLARE_FINAL_TYPE (YcSchemaRegistry, yc_schema_registry, YC, SCHEMA_REGISTRY, GObject)

YcSchemaRegistry *yc_schema_registry_new                (void);
gboolean          yc_schema_registry_add                (YcSchemaRegistry  *self,
                                                         const char        *uri,
                                                         JsonNode          *document,
                                                         GError           **error);
gboolean          yc_schema_registry_contains           (YcSchemaRegistry  *self,
                                                         const char        *uri);
void              yc_schema_registry_set_assert_formats (YcSchemaRegistry  *self,
                                                         gboolean           assert_formats);
void              yc_schema_registry_set_draft_7        (YcSchemaRegistry  *self,
                                                         gboolean           draft_7);
gboolean          yc_schema_registry_get_assert_formats (YcSchemaRegistry  *self);

G_END_DECLS

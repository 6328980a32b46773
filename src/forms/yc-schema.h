/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A JSON Schema (draft 2020-12), compiled once and then run against documents. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "yc-forms-error.h"
#include "yc-schema-registry.h"
#include "yc-schema-report.h"

G_BEGIN_DECLS

#define YC_TYPE_SCHEMA (yc_schema_get_type ())

typedef struct _YcSchema YcSchema;

GType     yc_schema_get_type    (void) G_GNUC_CONST;
YcSchema *yc_schema_compile     (JsonNode          *schema,
                                 const char        *base_uri,
                                 YcSchemaRegistry  *registry,
                                 GError           **error);
YcSchema *yc_schema_compile_uri (const char        *uri,
                                 YcSchemaRegistry  *registry,
                                 GError           **error);
YcSchema *yc_schema_ref         (YcSchema          *self);
void      yc_schema_unref       (YcSchema          *self);
gboolean  yc_schema_validate    (YcSchema          *self,
                                 JsonNode          *instance,
                                 YcSchemaReport    *report);
gboolean  yc_schema_update_report (YcSchema        *self,
                                   JsonNode        *instance,
                                   const char      *pointer,
                                   YcSchemaReport  *report,
                                   GPtrArray       *changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSchema, yc_schema_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named conditions of a question list, put in where rules call them: {"is": "NAME"}. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcNamedRules YcNamedRules;

/* @conditions: (nullable): rules by name, each of which may call those before it. NULL with
 * YC_CORE_ERROR_CATALOG. */
YcNamedRules *yc_named_rules_new    (JsonObject    *conditions,
                                     GError       **error);
void          yc_named_rules_free   (YcNamedRules  *self);

/* (transfer full): a copy of @object whose member "when" (nullable) calls nothing any more. */
JsonObject   *yc_named_rules_expand (YcNamedRules  *self,
                                     JsonObject    *object,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcNamedRules, yc_named_rules_free)

G_END_DECLS

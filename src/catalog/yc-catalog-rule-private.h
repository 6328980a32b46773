/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a JsonLogic rule speaks of, found without working it out. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * YcCatalogRuleVarFunc:
 * @path: what "var" or "missing" names, such as "form.has_tenants"; never ""
 * @user_data: the caller's
 */
typedef void (*YcCatalogRuleVarFunc) (const char *path,
                                      gpointer    user_data);

/*
 * YcCatalogRuleConstantFunc:
 * @path: what "var" names
 * @constant: what a comparison holds it against
 * @user_data: the caller's
 */
typedef void (*YcCatalogRuleConstantFunc) (const char *path,
                                           JsonNode   *constant,
                                           gpointer    user_data);

void yc_catalog_rule_each_var      (JsonNode                  *rule,
                                    YcCatalogRuleVarFunc       func,
                                    gpointer                   user_data);
void yc_catalog_rule_each_constant (JsonNode                  *rule,
                                    YcCatalogRuleConstantFunc  func,
                                    gpointer                   user_data);

/* (transfer full) (nullable): a copy of @rule in which every name has @prefix before it, but for those that
 * begin with @except and a dot. */
JsonNode *yc_catalog_rule_rename   (JsonNode                  *rule,
                                    const char                *prefix,
                                    const char                *except);

G_END_DECLS

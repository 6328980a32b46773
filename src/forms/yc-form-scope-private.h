/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scopes, which name a schema and with it a place in the data: as JSON Forms reads them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *yc_form_scope_resolve     (JsonNode   *root,
                                     JsonNode   *schema,
                                     const char *scope);
JsonNode *yc_form_scope_find_holder (JsonNode   *root,
                                     JsonNode   *schema,
                                     const char *scope);
gboolean  yc_form_scope_is_place    (const char *scope);
char     *yc_form_scope_to_pointer  (const char *scope);
char     *yc_form_scope_dup_name    (const char *scope);

G_END_DECLS

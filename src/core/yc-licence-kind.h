/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of documents in the licence store, as question lists and items name them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_LICENCE_KIND_FACT "licence."

/**
 * yc_licence_kind_normalise:
 * @kind: "residence-permit", or "residence_permit" as in the name of a fact
 *
 * Returns: (transfer full): the kind as facts name it
 */
char *yc_licence_kind_normalise    (const char *kind);
/* Adds to @kinds, a set of strings it frees, what the questions of the list ask as a fact. */
void  yc_licence_kind_collect_list (JsonObject *list,
                                    GHashTable *kinds);
/* Adds what the materials of the item name, in all variants. */
void  yc_licence_kind_collect_item (JsonObject *item,
                                    GHashTable *kinds);

G_END_DECLS

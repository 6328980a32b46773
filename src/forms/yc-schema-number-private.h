/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON numbers compared and divided by value, whether they are whole in memory or not. */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean yc_schema_node_is_number   (JsonNode *node);
gboolean yc_schema_node_is_integer  (JsonNode *node);
gboolean yc_schema_node_is_string   (JsonNode *node);
int      yc_schema_number_compare   (JsonNode *a,
                                     JsonNode *b);
gboolean yc_schema_number_multiple  (JsonNode *number,
                                     JsonNode *divisor);
guint    yc_schema_node_hash        (JsonNode *node);

G_END_DECLS

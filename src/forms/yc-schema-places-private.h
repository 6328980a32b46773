/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which places in the data a schema looks at. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void yc_schema_find_places (JsonNode   *schema,
                              const char *pointer,
                              GPtrArray  *pointers);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of `format`: those of JSON Schema and those of the counter. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*YcSchemaFormat) (const char *text);

YcSchemaFormat yc_schema_format_find (const char *name);

G_END_DECLS

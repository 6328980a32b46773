/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the schema compiler needs of a registry. */
#pragma once

#include "yc-schema-registry.h"
#include "yc-schema-table-private.h"

G_BEGIN_DECLS

YcSchemaTable *yc_schema_registry_get_table (YcSchemaRegistry *self);

G_END_DECLS

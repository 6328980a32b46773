/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammars of our own files (data/schema), built in. */
#pragma once

#include "yc-schema.h"

G_BEGIN_DECLS

YcSchemaRegistry *yc_catalog_schemas_load    (void);
YcSchema         *yc_catalog_schemas_compile (YcSchemaRegistry *registry,
                                              const char       *name);

G_END_DECLS

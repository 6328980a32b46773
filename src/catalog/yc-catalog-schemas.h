/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammars of our own files (data/schema), built in. */
#pragma once

#include "yc-schema.h"

G_BEGIN_DECLS

YcSchema *yc_catalog_schemas_get      (const char            *name);
char     *yc_catalog_schemas_describe (const YcSchemaProblem *problem,
                                       const char            *pointer);

G_END_DECLS

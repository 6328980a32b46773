/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Validating only what a change can touch: what its files share. */
#pragma once

#include "yc-schema-run-private.h"

G_BEGIN_DECLS

gboolean yc_schema_op_reaches (const YcSchemaOp  *op,
                               const char        *name);
gboolean yc_schema_reaches    (const YcSubschema *schema,
                               const char        *name);

G_END_DECLS

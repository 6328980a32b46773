/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixed set of names, each with something, that is looked up more often than anything else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcSchemaNames YcSchemaNames;

YcSchemaNames *yc_schema_names_new    (guint                n_names);
void           yc_schema_names_free   (YcSchemaNames       *self);
void           yc_schema_names_add    (YcSchemaNames       *self,
                                       const char          *name,
                                       gpointer             value);
gpointer       yc_schema_names_lookup (const YcSchemaNames *self,
                                       const char          *name);

guint64        yc_schema_hash_text    (const char          *text,
                                       gsize                length);
guint64        yc_schema_hash_mix     (guint64              hash,
                                       guint64              word);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of `format`: those of JSON Schema and those of the counter. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*YcSchemaFormat) (const char *text);

YcSchemaFormat yc_schema_format_find (const char *name);

/* yc-schema-format-wide.c */
gboolean       yc_schema_format_is_iri              (const char *text);
gboolean       yc_schema_format_is_iri_reference    (const char *text);
gboolean       yc_schema_format_is_idn_email        (const char *text);
gboolean       yc_schema_format_is_uri_template     (const char *text);
gboolean       yc_schema_format_is_relative_pointer (const char *text);

G_END_DECLS

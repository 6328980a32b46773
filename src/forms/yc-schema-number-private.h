/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON numbers compared and divided by value, whether they are whole in memory or not. */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean whole;       /* @integer counts, otherwise @real */
  gint64   integer;
  double   real;
} YcSchemaNumber;

/* A divisor: digits × 10^exponent, which is what its text in the schema says. */
typedef struct
{
  guint64 digits;
  int     exponent;
  double  scale;        /* 10^-exponent where a double has that exactly, or 0 */
} YcSchemaDivisor;

gboolean yc_schema_node_is_number   (JsonNode *node);
gboolean yc_schema_node_is_integer  (JsonNode *node);
gboolean yc_schema_node_is_string   (JsonNode *node);
guint    yc_schema_node_hash        (JsonNode *node);

void     yc_schema_number_read      (YcSchemaNumber       *self,
                                     JsonNode             *node);
int      yc_schema_number_compare   (const YcSchemaNumber *a,
                                     const YcSchemaNumber *b);
void     yc_schema_divisor_read     (YcSchemaDivisor      *self,
                                     const YcSchemaNumber *number);
gboolean yc_schema_number_multiple  (const YcSchemaNumber  *number,
                                     const YcSchemaDivisor *divisor);

G_END_DECLS

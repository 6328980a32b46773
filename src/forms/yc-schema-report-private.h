/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a problem, for its words. */
#pragma once

#include "yc-schema-report.h"

G_BEGIN_DECLS

struct _YcSchemaProblem
{
  const char *keyword;            /* static */
  char       *keyword_location;
  char       *instance_location;
  const struct _YcSubschema *schema;  /* nullable: where the keyword stands */
  const struct _YcSubschema *root;    /* where @keyword_location begins */
  JsonNode   *value;
  char       *name;
  char       *words;
  guint       edition;            /* of the report, when it was found */
  JsonNode   *parameters;         /* made when asked for */
};

gboolean yc_schema_report_get_branches (YcSchemaReport *self);
void     yc_schema_report_withdraw     (YcSchemaReport *self,
                                        const char     *keyword);

G_END_DECLS

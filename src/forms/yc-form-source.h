/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a form's fields are filled in from, as its schema says. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_FORM_SOURCE_LICENCES "/licences/"
#define YC_FORM_SOURCE_EARLIER "/earlier/"

/**
 * YcFormSource:
 * @field: JSON Pointer of the field in the form's data
 * @sources: JSON Pointers into what is known (`x-source`), of which the first that has something
 *   counts; may be none
 * @shared: what it is called where several forms ask it (`x-shared`, else the first of @sources)
 */
typedef struct
{
  char *field;
  GStrv sources;
  char *shared;
} YcFormSource;

/* (transfer full) (element-type YcFormSource): of the fields outside of lists that say something,
 * in the schema's order */
GPtrArray *yc_form_source_list   (JsonNode           *schema);
/* Whether anything comes from what the service knows of the person. */
gboolean   yc_form_source_asks_records (const YcFormSource *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema says of a single value that an editor can make use of. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean  ranged;             /* whether there are both bounds */
  double    minimum;
  double    maximum;
  double    step;               /* 0 for any */
  gboolean  write_only;
  gboolean  nullable;
  JsonNode *constant;           /* nullable */
} YcFormFacts;

void yc_form_facts_read  (YcFormFacts *self,
                          JsonObject  *schema);
void yc_form_facts_clear (YcFormFacts *self);

G_END_DECLS

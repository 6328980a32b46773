/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic: our own operator over places. */
#include "yc-logic-private.h"

#include "yc-json.h"
#include "yc-place-code.h"

#include <string.h>

/* {"within": [place, around, …]}: whether the place is one of those around, or lies in one. */
static JsonNode *
apply_within (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  for (guint i = 1; i < n; i++)
    if (yc_place_code_is_within (yc_json_node_get_string (args[0]),
                                 yc_json_node_get_string (args[i])))
      return yc_logic_boolean (TRUE);
  return yc_logic_boolean (FALSE);
}

static const YcLogicOperator within = { "within", apply_within, FALSE };

const YcLogicOperator *
yc_logic_find_places (const char *name)
{
  return strcmp (name, within.name) == 0 ? &within : NULL;
}

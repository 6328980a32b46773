/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the JsonLogic evaluator share. */
#pragma once

#include "yc-logic.h"

G_BEGIN_DECLS

/* One evaluation: how deep it is, how much work it may still do, and where it is done. */
typedef struct
{
  guint               depth;
  gsize               work;
  GError            **error;
  const YcLogicScene *scene;
  gsize               left;     /* of the work, when it failed */
} YcLogicRun;

/* Gets @n arguments, worked out already unless the operator is lazy; answers (transfer full) or
 * NULL with an error.
 */
typedef JsonNode *(*YcLogicFunction) (YcLogicRun  *run,
                                      JsonNode   **args,
                                      guint        n,
                                      JsonNode    *data);

typedef struct
{
  const char      *name;
  YcLogicFunction  function;
  gboolean         lazy;
} YcLogicOperator;

JsonNode              *yc_logic_evaluate       (YcLogicRun     *run,
                                                JsonNode       *rule,
                                                JsonNode       *data);
gboolean               yc_logic_spend          (YcLogicRun     *run,
                                                gsize           work);
gboolean               yc_logic_weigh          (YcLogicRun     *run,
                                                JsonNode       *value);
JsonNode              *yc_logic_look_up        (JsonNode       *data,
                                                const char     *path);
const YcLogicOperator *yc_logic_find_operator  (const char     *name);
const YcLogicOperator *yc_logic_find_lazy      (const char     *name);
const YcLogicOperator *yc_logic_find_date      (const char     *name);
const YcLogicOperator *yc_logic_find_rows      (const char     *name);
const YcLogicOperator *yc_logic_find_places    (const char     *name);
GPtrArray             *yc_logic_elements       (YcLogicRun     *run,
                                                JsonNode      **args,
                                                guint           n,
                                                JsonNode       *data);

JsonNode              *yc_logic_boolean        (gboolean        value);
JsonNode              *yc_logic_number         (double          value);
JsonNode              *yc_logic_null           (void);
double                 yc_logic_to_number      (JsonNode       *value);
double                 yc_logic_parse_float    (YcLogicRun     *run,
                                                JsonNode       *value);
char                  *yc_logic_to_string      (YcLogicRun     *run,
                                                JsonNode       *value);
gboolean               yc_logic_loosely_equal  (YcLogicRun     *run,
                                                JsonNode       *a,
                                                JsonNode       *b);
gboolean               yc_logic_strictly_equal (JsonNode       *a,
                                                JsonNode       *b);

G_END_DECLS

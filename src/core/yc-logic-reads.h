/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a JsonLogic rule looks at, found without working it out. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcLogicBase:
 * @YC_LOGIC_BASE_DATA: the rule's own data, as by "var" and "missing".
 * @YC_LOGIC_BASE_FORM: the whole form, as by "form".
 * @YC_LOGIC_BASE_OUTER: what is around the row, as by "outer".
 */
typedef enum
{
  YC_LOGIC_BASE_DATA = 1,
  YC_LOGIC_BASE_FORM,
  YC_LOGIC_BASE_OUTER,
} YcLogicBase;

/**
 * YcLogicRead:
 * @base: where @path begins
 * @levels: for %YC_LOGIC_BASE_OUTER, how many rows out, from 1
 * @path: (nullable): such as "tenants.*.rent" with "*" for every row, "" for all there is; %NULL
 *   when only data can tell
 * @length: only how many rows there are matters
 * @needed: the rule makes no sense without it: it has no default and the rule does not ask whether it
 *   is there
 */
typedef struct
{
  YcLogicBase  base;
  guint        levels;
  const char  *path;
  gboolean     length;
  gboolean     needed;
} YcLogicRead;

typedef void (*YcLogicReadFunc) (const YcLogicRead *read,
                                 gpointer           user_data);

/**
 * yc_logic_get_operation:
 * @rule: (nullable): a rule
 * @name: (out): the operator
 *
 * Returns: (transfer none) (nullable): the arguments, an array or the only one alone; %NULL when @rule
 *   is a plain value
 */
JsonNode *yc_logic_get_operation (JsonNode    *rule,
                                  const char **name);

/**
 * yc_logic_each_read:
 * @rule: (nullable): a rule that yc_logic_check() is content with
 * @func: (scope call): called for each place that the rule looks at; some may come twice
 * @user_data: for @func
 *
 * Finds what a rule looks at. Inside of loops over rows, the names of the row's members are told as
 * places in every row.
 */
void yc_logic_each_read (JsonNode        *rule,
                         YcLogicReadFunc  func,
                         gpointer         user_data);

G_END_DECLS

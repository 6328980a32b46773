/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of question lists, taken apart down to what compares one answer with fixed values. */
#include "yc-list-leaf-private.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"

static const struct
{
  const char *name;
  YcListTie   tie;
  /* How many rules it ties, 0 for any number. */
  guint       n;
} ties[] = {
  { "and", YC_LIST_TIE_ALL, 0 }, { "or", YC_LIST_TIE_ANY, 0 }, { "!", YC_LIST_TIE_NOT, 1 },
  { "!!", YC_LIST_TIE_ANY, 1 },  { "if", YC_LIST_TIE_IF, 0 },  { "?:", YC_LIST_TIE_IF, 0 },
};

/* An operator's only argument may stand without an array. */
static JsonArray *
dup_arguments (JsonNode *arguments)
{
  JsonArray *array = yc_json_node_get_array (arguments);

  if (array != NULL)
    return json_array_ref (array);
  array = json_array_new ();
  json_array_add_element (array, yc_json_copy (arguments));
  return array;
}

JsonArray *
yc_list_leaf_take_apart (JsonNode  *rule,
                         YcListTie *tie)
{
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);
  g_autoptr (JsonArray) array = NULL;
  guint n;

  *tie = YC_LIST_TIE_NONE;
  if (arguments == NULL)
    return NULL;
  array = dup_arguments (arguments);
  n = json_array_get_length (array);
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    if (g_str_equal (ties[i].name, name) && n > 0 && (ties[i].n == 0 || ties[i].n == n))
      {
        *tie = ties[i].tie;
        return g_steal_pointer (&array);
      }
  return NULL;
}

static void
note_read_cb (const YcLogicRead *read,
              gpointer           user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* What @rule gives whatever is answered; NULL when that depends on the answer. */
static JsonNode *
work_out (JsonNode   *rule,
          const char *today)
{
  YcLogicScene scene = { .today = today };
  gboolean reads = FALSE;

  yc_logic_each_read (rule, note_read_cb, &reads);
  return reads ? NULL : yc_logic_apply_in (rule, NULL, &scene, NULL);
}

static gboolean
is_answer (JsonNode *rule)
{
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);

  return arguments != NULL && g_str_equal (name, "var") &&
         (!JSON_NODE_HOLDS_ARRAY (arguments) ||
          json_array_get_length (json_node_get_array (arguments)) == 1);
}

/* {"days": [answer, today]} and its like: only of days that are compared with today. */
static gboolean
counts_from_today (JsonNode    *rule,
                   const char  *today,
                   const char **unit)
{
  static const char *const units[] = { "days", "months", "years", NULL };
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);
  g_autoptr (JsonArray) array = arguments != NULL ? dup_arguments (arguments) : NULL;
  guint n_answers = 0, n = array != NULL ? json_array_get_length (array) : 0;

  if (n == 0 || n > 2 || (!g_strv_contains (units, name) && !g_str_equal (name, "age")))
    return FALSE;
  *unit = g_str_equal (name, "age") ? "years" : name;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *argument = json_array_get_element (array, i);
      g_autoptr (JsonNode) constant = work_out (argument, today);

      if (is_answer (argument))
        n_answers++;
      else if (g_strcmp0 (yc_json_node_get_string (constant), today) != 0)
        return FALSE;
    }
  return n_answers == 1;
}

/* Whether @domain can be held against @constant in this way, and only changes its mind there. */
static gboolean
add_constant (YcListDomain *domain,
              const char   *operator,
              JsonNode     *constant)
{
  const char *kind = yc_list_domain_get_kind (domain);
  gboolean orders = *operator == '<' || *operator == '>';

  if (JSON_NODE_HOLDS_NULL (constant) && !orders)
    return TRUE;
  if (g_str_equal (kind, "number") && !yc_json_node_get_number (constant, NULL))
    return FALSE;
  if (g_str_equal (kind, "date"))
    {
      if (!yc_day_is_valid (yc_json_node_get_string (constant)))
        return FALSE;
    }
  else if (!g_str_equal (kind, "number") &&
           (orders || yc_json_node_get_string (constant) == NULL))
    {
      return FALSE;
    }
  yc_list_domain_add_point (domain, constant);
  return TRUE;
}

static gboolean
add_count (YcListDomain *domain,
           const char   *unit,
           JsonNode     *constant,
           const char   *today)
{
  double count;
  GDate day;

  if (!yc_json_node_get_number (constant, &count) ||
      !g_str_equal (yc_list_domain_get_kind (domain), "date") || !yc_day_parse (today, &day))
    return FALSE;
  yc_list_domain_add_days (domain, unit, count, &day);
  return TRUE;
}

static gboolean
collect_comparison (YcListDomain *domain,
                    const char   *operator,
                    JsonArray    *arguments,
                    const char   *today)
{
  const char *unit = NULL;
  guint n = json_array_get_length (arguments), n_answers = 0;

  for (guint i = 0; i < n; i++)
    if (counts_from_today (json_array_get_element (arguments, i), today, &unit) ||
        is_answer (json_array_get_element (arguments, i)))
      n_answers++;
  if (n_answers != 1)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *argument = json_array_get_element (arguments, i);
      g_autoptr (JsonNode) constant = work_out (argument, today);

      if (constant == NULL)
        continue;
      if (unit != NULL ? !add_count (domain, unit, constant, today)
                       : !add_constant (domain, operator, constant))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect_in (YcListDomain *domain,
            JsonArray    *arguments,
            const char   *today)
{
  g_autoptr (JsonNode) set = NULL;
  JsonArray *array;

  if (json_array_get_length (arguments) != 2 ||
      !is_answer (json_array_get_element (arguments, 0)))
    return FALSE;
  set = work_out (json_array_get_element (arguments, 1), today);
  array = set != NULL ? yc_json_node_get_array (set) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!add_constant (domain, "===", json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

static gboolean
collect_within (YcListDomain *domain,
                JsonArray    *arguments,
                const char   *today)
{
  guint n = json_array_get_length (arguments);

  if (n == 0 || !is_answer (json_array_get_element (arguments, 0)) ||
      !g_str_equal (yc_list_domain_get_kind (domain), "place"))
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (JsonNode) around = work_out (json_array_get_element (arguments, i), today);

      if (around == NULL || !add_constant (domain, "===", around))
        return FALSE;
    }
  return TRUE;
}

/* An answer alone counts as true unless it is null, 0 or an empty text. */
static gboolean
collect_truth (YcListDomain *domain)
{
  g_autoptr (JsonNode) zero = json_node_new (JSON_NODE_VALUE);
  g_autoptr (JsonNode) empty = yc_json_string_node ("");

  json_node_set_int (zero, 0);
  yc_list_domain_add_point (domain, zero);
  if (g_str_equal (yc_list_domain_get_kind (domain), "text"))
    yc_list_domain_add_point (domain, empty);
  return TRUE;
}

gboolean
yc_list_leaf_collect (JsonNode     *rule,
                      YcListDomain *domain,
                      const char   *today)
{
  static const char *const comparisons[] = { "==", "===", "!=", "!==", "<", "<=", ">", ">=",
                                             NULL };
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);
  g_autoptr (JsonArray) array = arguments != NULL ? dup_arguments (arguments) : NULL;

  if (array == NULL)
    return FALSE;
  if (is_answer (rule))
    return collect_truth (domain);
  if (g_strv_contains (comparisons, name))
    return collect_comparison (domain, name, array, today);
  if (g_str_equal (name, "in"))
    return collect_in (domain, array, today);
  return g_str_equal (name, "within") && collect_within (domain, array, today);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an answer costs in a conversation of twelve lists: the plan is worked out anew each time. */
#include <stdlib.h>

#include "yc-json.h"
#include "yc-plan.h"

#define N_LISTS 12
#define N_QUESTIONS 30
#define N_OUTCOMES 60
#define N_ITEMS 60
#define N_FACTS 40
#define N_ROUNDS 500

static void
put (YcCatalog *catalog, const char *kind, const char *id, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) body = yc_json_parse (text->str, (gssize) text->len, NULL, &error);

  g_assert_no_error (error);
  yc_catalog_apply (catalog, kind, id, body, &error);
  g_assert_no_error (error);
}

/* Each asks for five materials, one of them with variants, one the result of another item. */
static void
put_item (YcCatalog *catalog, guint number)
{
  g_autofree char *code = g_strdup_printf ("I%u", number);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text, "{\"code\":\"%s\",\"title\":\"事项%u\",\"result\":\"r%u\",\"materials\":["
            "{\"id\":\"id-card\",\"title\":\"身份证\",\"licence\":\"id-card\"},"
            "{\"id\":\"a%u\",\"title\":\"材料%u\"},{\"id\":\"b%u\",\"title\":\"材料%u\"},"
            "{\"id\":\"x\",\"title\":\"结果%u\",\"result\":\"r%u\"},"
            "{\"id\":\"v\",\"title\":\"条件材料\",\"variants\":["
            "{\"id\":\"one\",\"title\":\"学历\",\"when\":{\"===\":[{\"var\":\"facts.f.n%u\"},\"a\"]}},"
            "{\"id\":\"two\",\"title\":\"住所\",\"when\":{\"===\":[{\"var\":\"facts.f.n%u\"},\"b\"]}}]}]}",
      code, number, number, number % 20, number % 20, number % 15, number % 15,
      (number * 7) % N_ITEMS, (number * 7) % N_ITEMS, number % N_FACTS, number % N_FACTS);
  put (catalog, "item", code, text);
}

static void
append_question (GString *text, guint list, guint index)
{
  g_string_append_printf (
      text, "%s{\"id\":\"q%u\",\"title\":\"问题\",\"kind\":\"choice\",\"choices\":["
            "{\"value\":\"a\",\"title\":\"甲\"},{\"value\":\"b\",\"title\":\"乙\"}]",
      index > 0 ? "," : "", index);
  if (index % 3 == 0)
    g_string_append_printf (text, ",\"fact\":\"f.n%u\"", (list * 5 + index) % N_FACTS);
  if (index > 0)
    g_string_append_printf (text, ",\"when\":{\"or\":[{\"===\":[{\"var\":\"q%u\"},\"a\"]},"
                                  "{\"in\":[{\"var\":\"facts.f.n%u\"},[\"a\",\"b\"]]}]}",
                            index - 1, index % N_FACTS);
  g_string_append_c (text, '}');
}

static void
put_list (YcCatalog *catalog, guint number)
{
  g_autofree char *id = g_strdup_printf ("l%u", number);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "{\"id\":\"%s\",\"title\":\"清单\",\"questions\":[", id);
  for (guint i = 0; i < N_QUESTIONS; i++)
    append_question (text, number, i);
  g_string_append (text, "],\"outcomes\":[");
  for (guint i = 0; i < N_OUTCOMES; i++)
    g_string_append_printf (text, "%s{\"item\":\"I%u\",\"reason\":\"因为\",\"when\":{\"and\":["
                                  "{\"===\":[{\"var\":\"q%u\"},\"%c\"]},"
                                  "{\"!==\":[{\"var\":\"facts.f.n%u\"},\"c\"]}]}}",
                            i > 0 ? "," : "", (number * 11 + i) % N_ITEMS, i % N_QUESTIONS,
                            "ab"[i % 2], i % N_FACTS);
  g_string_append (text, "]}");
  put (catalog, "list", id, text);
}

static void
answer (YcPlan *plan, guint list, guint question, char value)
{
  g_autofree char *key = g_strdup_printf ("l%u/q%u", list, question);
  g_autofree char *text = g_strdup_printf ("\"%c\"", value);
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, NULL);

  g_assert_true (yc_plan_answer (plan, key, node, NULL));
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* The conversation as a clerk has it, again and again with other answers. */
static void
measure (YcPlan *plan, double *times)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      guint list = g_rand_int_range (random, 0, N_LISTS);
      guint question = g_rand_int_range (random, 0, N_QUESTIONS);
      gint64 begin = g_get_monotonic_time ();

      answer (plan, list, question, "ab"[g_rand_int_range (random, 0, 2)]);
      times[i] = (double) (g_get_monotonic_time () - begin) / 1000;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
}

int
main (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autofree double *times = g_new (double, N_ROUNDS);

  for (guint i = 0; i < N_ITEMS; i++)
    put_item (catalog, i);
  for (guint i = 0; i < N_LISTS; i++)
    put_list (catalog, i);
  for (guint i = 0; i < N_LISTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      yc_plan_start (plan, yc_catalog_get_list (catalog, id));
      for (guint j = 0; j < N_QUESTIONS; j++)
        answer (plan, i, j, "ab"[j % 2]);
    }
  g_assert_true (yc_plan_is_complete (plan));
  measure (plan, times);
  g_print ("{\"bench\":\"plan\",\"lists\":%d,\"questions\":%u,\"entries\":%u,\"materials\":%u,"
           "\"answer_p50_ms\":%.2f,\"answer_p99_ms\":%.2f,\"answer_max_ms\":%.2f,\"budget_ms\":5}\n",
           N_LISTS, g_list_model_get_n_items (yc_plan_get_questions (plan)),
           g_list_model_get_n_items (yc_plan_get_entries (plan)),
           g_list_model_get_n_items (yc_plan_get_materials (plan)), times[N_ROUNDS / 2],
           times[N_ROUNDS * 99 / 100], times[N_ROUNDS - 1]);
  return 0;
}

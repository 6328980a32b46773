/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is saved of a visit's plan: the citizen, the need, the answers. */
#include "yc-plan-contents.h"

#include "yc-difference-private.h"
#include "yc-json.h"
#include "yc-plan-summary.h"

#include <glib/gi18n-lib.h>

/* Longer than any list of what was advised needs to be. */
#define MAX_TITLE 120

/* The items' titles, cut where the service would not take more; nothing personal. */
static char *
dup_title (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      const char *one = yc_plan_entry_get_title (entry);

      if (g_utf8_strlen (title->str, -1) + g_utf8_strlen (one, -1) > MAX_TITLE)
        {
          g_string_append (title, "…");
          break;
        }
      g_string_append_printf (title, "%s%s", title->len > 0 ? "、" : "", one);
    }
  return g_string_free (title, FALSE);
}

JsonObject *
yc_plan_contents_write (YcVisit   *visit,
                        YcCatalog *catalog)
{
  YcPlan *plan = yc_visit_get_plan (visit);
  g_autofree char *title = dup_title (plan);
  JsonObject *contents = json_object_new ();

  json_object_set_string_member (contents, "title", title);
  json_object_set_int_member (contents, "catalog_version", yc_catalog_get_version (catalog));
  json_object_set_object_member (contents, "citizen",
                                 yc_citizen_to_json (yc_visit_get_citizen (visit)));
  if (!yc_citizen_get_empty (yc_visit_get_agent (visit)))
    json_object_set_object_member (contents, "agent",
                                   yc_citizen_to_json (yc_visit_get_agent (visit)));
  json_object_set_string_member (contents, "need", yc_visit_get_need (visit));
  json_object_set_member (contents, "plan", yc_plan_to_json (plan));
  return contents;
}

/* Who is not there and who said nothing of themselves are the same. */
static gboolean
is_same_person (JsonObject *a,
                JsonObject *b)
{
  static const char *const members[] = { "name", "id_number", "mobile", "address", "email" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (!g_str_equal (yc_json_get_string (a, members[i], ""),
                      yc_json_get_string (b, members[i], "")))
      return FALSE;
  return TRUE;
}

gboolean
yc_plan_contents_equal (JsonObject *a,
                        JsonObject *b)
{
  JsonNode *plan = yc_json_get_member (a, "plan");
  JsonNode *other = yc_json_get_member (b, "plan");

  return plan != NULL && other != NULL && yc_json_equal (plan, other) &&
         g_str_equal (yc_json_get_string (a, "need", ""), yc_json_get_string (b, "need", "")) &&
         is_same_person (yc_json_get_object (a, "citizen"), yc_json_get_object (b, "citizen")) &&
         is_same_person (yc_json_get_object (a, "agent"), yc_json_get_object (b, "agent"));
}

/* (transfer full): what the answers of a telling lead to, in words */
static JsonObject *
summarize (YcCatalog  *catalog,
           JsonObject *contents)
{
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  JsonNode *json = yc_json_get_member (contents, "plan");

  if (json != NULL)
    yc_plan_load_json (plan, json, NULL);
  return yc_plan_summarize (plan);
}

/* (nullable): what @rows say under @name where @key is @value */
static const char *
find_words (JsonArray  *rows,
            const char *key,
            const char *value,
            const char *name)
{
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = yc_json_node_get_object (json_array_get_element (rows, i));

      if (g_strcmp0 (yc_json_get_string (row, key, NULL), value) == 0)
        return yc_json_get_string (row, name, NULL);
    }
  return NULL;
}

/* Each of @rows beside what @others say; those that both have are taken once. */
static void
compare_rows (GListStore *list,
              JsonArray  *rows,
              JsonArray  *others,
              const char *key,
              const char *name,
              const char *title,
              gboolean    ours)
{
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = yc_json_node_get_object (json_array_get_element (rows, i));
      const char *value = yc_json_get_string (row, key, NULL);
      const char *here = yc_json_get_string (row, name, NULL);
      const char *there = find_words (others, key, value, name);

      if (ours || there == NULL)
        yc_difference_add (list, title != NULL ? title : value, ours ? here : there,
                           ours ? there : here);
    }
}

static void
compare_members (GListStore *list,
                 JsonObject *ours,
                 JsonObject *theirs,
                 const char *member,
                 const char *key,
                 const char *name,
                 const char *title)
{
  JsonArray *here = yc_json_get_array (ours, member);
  JsonArray *there = yc_json_get_array (theirs, member);

  compare_rows (list, here, there, key, name, title, TRUE);
  compare_rows (list, there, here, key, name, title, FALSE);
}

GListModel *
yc_plan_contents_compare (YcCatalog  *catalog,
                          JsonObject *ours,
                          JsonObject *theirs)
{
  GListStore *list = g_list_store_new (YC_TYPE_DIFFERENCE);
  g_autoptr (JsonObject) here = summarize (catalog, ours);
  g_autoptr (JsonObject) there = summarize (catalog, theirs);

  yc_difference_add_people (list, yc_json_get_object (ours, "citizen"),
                            yc_json_get_object (theirs, "citizen"));
  yc_difference_add_people (list, yc_json_get_object (ours, "agent"),
                            yc_json_get_object (theirs, "agent"));
  yc_difference_add (list, _("Need"), yc_json_get_string (ours, "need", ""),
                     yc_json_get_string (theirs, "need", ""));
  compare_members (list, here, there, "answers", "question", "answer", NULL);
  compare_members (list, here, there, "items", "title", "title", _("Item"));
  compare_members (list, here, there, "nothing", "title", "title", _("Not needed"));
  compare_members (list, here, there, "refused", "title", "title", _("Not possible"));
  return G_LIST_MODEL (list);
}

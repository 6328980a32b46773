/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a visit. */
#include "yc-visit-paper.h"

#include "yc-day.h"
#include "yc-draft-material.h"
#include "yc-json.h"
#include "yc-plan-summary.h"

#include <string.h>

static gboolean
is_ticked (YcCaseDraft *draft,
           const char  *id)
{
  GListModel *materials = yc_case_draft_get_materials (draft);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      if (g_strcmp0 (yc_draft_material_get_id (material), id) == 0)
        return yc_draft_material_get_status (material) != YC_MATERIAL_MISSING;
    }
  return FALSE;
}

/* Whether a case of the item was begun and has the material. */
static gboolean
is_brought_for (YcVisit    *visit,
                const char *item_code,
                const char *id)
{
  GListModel *drafts = yc_visit_get_drafts (visit);

  for (guint i = 0; i < g_list_model_get_n_items (drafts); i++)
    {
      g_autoptr (YcCaseDraft) draft = g_list_model_get_item (drafts, i);

      if (g_strcmp0 (yc_case_draft_get_item_code (draft), item_code) == 0)
        return is_ticked (draft, id);
    }
  return FALSE;
}

static gboolean
is_brought (YcVisit    *visit,
            JsonObject *summary,
            JsonObject *material)
{
  JsonArray *numbers = yc_json_get_array (material, "items");
  JsonArray *items = yc_json_get_array (summary, "items");

  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      guint number = (guint) json_array_get_int_element (numbers, i);
      JsonObject *item = json_array_get_object_element (items, number - 1);

      if (!is_brought_for (visit, yc_json_get_string (item, "code", NULL),
                           yc_json_get_string (material, "id", NULL)))
        return FALSE;
    }
  return json_array_get_length (numbers) > 0;
}

static JsonObject *
summarize (YcVisit *visit)
{
  JsonObject *summary = yc_plan_summarize (yc_visit_get_plan (visit));
  JsonArray *materials = yc_json_get_array (summary, "materials");

  for (guint i = 0; i < json_array_get_length (materials); i++)
    {
      JsonObject *material = json_array_get_object_element (materials, i);

      if (is_brought (visit, summary, material))
        json_object_set_boolean_member (material, "brought", TRUE);
    }
  return summary;
}

static void
set_time (JsonObject *object,
          const char *name,
          GDateTime  *time)
{
  g_autofree char *text = g_date_time_format_iso8601 (time);

  json_object_set_string_member (object, name, text);
}

static void
set_people (JsonObject *object,
            YcDesk     *desk,
            YcVisit    *visit)
{
  YcSession *session = yc_desk_get_session (desk);
  g_autofree char *place =
      yc_catalog_dup_place_words (yc_desk_get_catalog (desk), yc_session_get_place (session));

  yc_json_set_text (object, "place", place);
  yc_json_set_text (object, "counter", yc_session_get_counter (session));
  yc_json_set_text (object, "clerk", yc_session_get_user_name (session));
  yc_json_set_text (object, "asked", yc_visit_get_need (visit));
  json_object_set_object_member (object, "citizen",
                                 yc_citizen_to_json (yc_visit_get_citizen (visit)));
  if (!yc_citizen_get_empty (yc_visit_get_agent (visit)))
    json_object_set_object_member (object, "agent",
                                   yc_citizen_to_json (yc_visit_get_agent (visit)));
}

static void
set_number (JsonObject  *object,
            YcSavedPlan *plan)
{
  yc_json_set_text (object, "number", yc_saved_plan_get_number (plan));
  json_object_set_boolean_member (object, "local", yc_saved_plan_get_local (plan));
}

/* Paper is Chinese whatever the interface is. */
static const char *
get_state_words (const char *state)
{
  static const char *const words[][2] = {
    { "open", "等待接收" },
    { "accepted", "已接收" },
    { "declined", "已退回" },
    { "withdrawn", "已收回" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], state))
      return words[i][1];
  return "";
}

static void
set_hand_over (JsonObject  *object,
               YcSavedPlan *plan)
{
  const char *state = yc_saved_plan_get_hand_over (plan);
  JsonObject *hand_over;

  if (*state == '\0')
    return;
  hand_over = json_object_new ();
  yc_json_set_text (hand_over, "to", yc_saved_plan_get_to (plan));
  yc_json_set_text (hand_over, "due", yc_saved_plan_get_due (plan));
  yc_json_set_text (hand_over, "note", yc_saved_plan_get_note (plan));
  yc_json_set_text (hand_over, "state", get_state_words (state));
  if (g_str_equal (state, "accepted"))
    yc_json_set_text (hand_over, "accepted_by", yc_saved_plan_get_answered_by (plan));
  json_object_set_object_member (object, "hand_over", hand_over);
}

GBytes *
yc_visit_paper_write (YcDesk             *desk,
                      YcVisit            *visit,
                      const char *const  *sheets,
                      const char         *declaration,
                      gboolean            filled)
{
  g_autoptr (JsonNode) request = yc_json_object_node (json_object_new ());
  JsonObject *object = json_node_get_object (request);
  g_autoptr (GDateTime) now = yc_day_now ();
  JsonArray *names = json_array_new ();
  char *text;

  g_return_val_if_fail (YC_IS_DESK (desk) && YC_IS_VISIT (visit), NULL);

  for (guint i = 0; sheets[i] != NULL; i++)
    json_array_add_string_element (names, sheets[i]);
  json_object_set_array_member (object, "sheets", names);
  json_object_set_object_member (object, "plan", summarize (visit));
  set_number (object, yc_visit_get_saved_plan (visit));
  set_hand_over (object, yc_visit_get_saved_plan (visit));
  set_people (object, desk, visit);
  set_time (object, "started_at", yc_visit_get_started_at (visit));
  set_time (object, "printed_at", now);
  yc_json_set_text (object, "declaration", declaration);
  json_object_set_boolean_member (object, "filled", filled);
  json_object_set_boolean_member (object, "sample", yc_desk_get_demo (desk));
  text = yc_json_write (request);
  return g_bytes_new_take (text, strlen (text));
}

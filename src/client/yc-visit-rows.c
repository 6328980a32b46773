/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a visit is kept in its row and made from it again, from a plan or from a case of the service. */
#include "yc-visit-inside-private.h"

#include "yc-case-draft-private.h"
#include "yc-json.h"
#include "yc-saved-plan-private.h"

static void
load_content (YcVisit    *self,
              JsonObject *content)
{
  JsonNode *plan = yc_json_get_member (content, "plan");

  self->attention = yc_json_get_boolean (content, "attention", FALSE);
  yc_visit_set_need (self, yc_json_get_string (content, "need", ""));
  yc_visit_set_page (self, yc_json_get_string (content, "page", ""));
  yc_citizen_load_json (self->citizen, yc_json_get_object (content, "citizen"));
  yc_citizen_load_json (self->agent, yc_json_get_object (content, "agent"));
  if (plan != NULL)
    yc_plan_resume (self->plan, plan, yc_json_get_member (content, "plan_past"), NULL);
  yc_saved_plan_restore (self->saved_plan, yc_json_get_object (content, "saved_plan"));
}

/* Fills a new visit, or one whose own changes are given up, from a plan of the service. */
void
yc_visit_take_plan (YcVisit    *self,
                    JsonObject *json)
{
  JsonNode *plan = yc_json_get_member (json, "plan");
  g_autoptr (JsonObject) restored = json_object_new ();

  self->loading = TRUE;
  json_object_set_string_member (restored, "id", yc_json_get_string (json, "id", ""));
  yc_saved_plan_restore (self->saved_plan, restored);
  yc_saved_plan_rebase (self->saved_plan, json);
  yc_visit_set_need (self, yc_json_get_string (json, "need", ""));
  yc_citizen_load_json (self->citizen, yc_json_get_object (json, "citizen"));
  yc_citizen_load_json (self->agent, yc_json_get_object (json, "agent"));
  if (plan != NULL)
    yc_plan_load_json (self->plan, plan, NULL);
  self->loading = FALSE;
  yc_visit_update_title (self);
}

/* (transfer full): a visit as it was saved */
YcVisit *
yc_visit_new_from_row (YcParts    *parts,
                       YcVisitRow *row)
{
  YcVisit *self = yc_visit_create (parts, row->id);

  self->loading = TRUE;
  self->started_at = g_date_time_new_from_iso8601 (row->started_at, NULL);
  load_content (self, yc_json_node_get_object (row->content));
  for (guint i = 0; i < row->drafts->len; i++)
    {
      g_autoptr (YcCaseDraft) draft = NULL;

      draft = yc_case_draft_new_from_row (parts, self->citizen, self->agent, self->plan,
                                          g_ptr_array_index (row->drafts, i));
      yc_visit_append_draft (self, draft);
    }
  self->loading = FALSE;
  yc_visit_update_title (self);
  return self;
}

/* (transfer none): fills a new visit from a case of the service */
YcCaseDraft *
yc_visit_take_case (YcVisit  *self,
                    YcCase   *a_case,
                    GError  **error)
{
  JsonObject *json = yc_case_get_json (a_case);
  g_autoptr (YcCaseDraft) draft = NULL;

  yc_citizen_load_json (self->citizen, yc_json_get_object (json, "applicant"));
  yc_citizen_load_json (self->agent, yc_json_get_object (json, "agent"));
  draft = yc_case_draft_new_from_case (self->parts, self->citizen, self->agent, self->plan, a_case,
                                       error);
  if (draft == NULL)
    return NULL;
  yc_visit_append_draft (self, draft);
  return draft;
}

/* (transfer full): what to save; it counts as clean from now on. */
YcVisitRow *
yc_visit_to_row (YcVisit    *self,
                 const char *user_id)
{
  YcVisitRow *row = yc_visit_row_new (self->id);
  JsonObject *content = json_object_new ();

  row->user_id = g_strdup (user_id);
  row->started_at = yc_time_format (self->started_at);
  json_object_set_string_member (content, "need", self->need);
  json_object_set_string_member (content, "page", self->page);
  json_object_set_boolean_member (content, "attention", self->attention);
  json_object_set_object_member (content, "citizen", yc_citizen_to_json (self->citizen));
  json_object_set_object_member (content, "agent", yc_citizen_to_json (self->agent));
  json_object_set_member (content, "plan", yc_plan_to_json (self->plan));
  if (yc_plan_get_past (self->plan) != NULL)
    json_object_set_member (content, "plan_past", json_node_ref (yc_plan_get_past (self->plan)));
  json_object_set_object_member (content, "saved_plan", yc_saved_plan_to_json (self->saved_plan));
  row->content = yc_json_object_node (content);
  for (guint i = 0; i < yc_visit_get_n_drafts (self); i++)
    yc_case_draft_save (yc_visit_nth_draft (self, i), row, i);
  self->dirty = FALSE;
  return row;
}

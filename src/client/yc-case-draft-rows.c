/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a draft is kept in its visit's row and made from it again, or from a case of the service. */
#include "yc-case-draft-inside-private.h"

#include "yc-json.h"

/* (transfer full): a draft as it was saved; one whose item is gone from the catalog is kept */
YcCaseDraft *
yc_case_draft_new_from_row (YcParts    *parts,
                            YcCitizen  *citizen,
                            YcCitizen  *agent,
                            YcPlan     *plan,
                            YcDraftRow *row)
{
  YcCaseDraft *self =
      yc_case_draft_create (parts, citizen, agent, plan, row->case_id, row->item_code);
  JsonObject *content = yc_json_node_get_object (row->content);
  JsonNode *answers = yc_json_get_member (content, "answers");

  self->kept_answers = answers != NULL ? json_node_ref (answers) : NULL;
  yc_draft_sheet_open (self->sheet, NULL);
  yc_draft_sheet_load (self->sheet, yc_json_get_string (content, "item_title", NULL),
                       yc_json_get_member (content, "materials"),
                       yc_json_get_member (content, "form"));
  yc_draft_sheet_restore_sources (self->sheet, yc_json_get_member (content, "sources"));
  yc_delivery_wish_load (self->wish, yc_json_get_object (content, "delivery"));
  yc_draft_course_restore (self->course, row->state, row->command_id,
                           yc_json_get_object (content, "case"),
                           yc_json_get_string (content, "base", NULL),
                           (guint) yc_json_get_int (content, "base_tries", 0));
  yc_case_draft_follow_plan (self);
  yc_case_draft_update_ready (self);
  return self;
}

/* (transfer full): a draft that shows a case of the service, to mend it when it was returned */
YcCaseDraft *
yc_case_draft_new_from_case (YcParts    *parts,
                             YcCitizen  *citizen,
                             YcCitizen  *agent,
                             YcPlan     *plan,
                             YcCase     *a_case,
                             GError    **error)
{
  g_autoptr (YcCaseDraft) self = NULL;
  JsonObject *json = yc_case_get_json (a_case);
  JsonNode *answers = yc_json_get_member (json, "answers");

  self = yc_case_draft_create (parts, citizen, agent, plan, yc_case_get_id (a_case),
                               yc_case_get_item_code (a_case));
  if (!yc_draft_sheet_open (self->sheet, error))
    return NULL;
  self->kept_answers = answers != NULL ? json_node_ref (answers) : NULL;
  yc_draft_sheet_load (self->sheet, NULL, yc_json_get_member (json, "materials"),
                       yc_json_get_member (json, "form"));
  yc_delivery_wish_load (self->wish, yc_json_get_object (json, "delivery"));
  yc_draft_course_set_case (self->course, a_case);
  yc_case_draft_update_ready (self);
  return g_steal_pointer (&self);
}

/* Saving */

static void
save_base (YcCaseDraft *self,
           JsonObject  *content)
{
  guint n_tries;
  const char *base = yc_draft_course_get_base (self->course, &n_tries);

  if (base == NULL)
    return;
  json_object_set_string_member (content, "base", base);
  json_object_set_int_member (content, "base_tries", n_tries);
}

/**
 * yc_case_draft_save:
 * @self: a draft
 * @visit: the row of its visit
 * @position: its place in the visit
 *
 * Adds its row to its visit's.
 */
void
yc_case_draft_save (YcCaseDraft *self,
                    YcVisitRow  *visit,
                    guint        position)
{
  YcDraftRow *row =
      yc_visit_row_add_draft (visit, self->case_id, yc_case_draft_get_item_code (self));
  JsonObject *content = json_object_new ();
  YcCase *a_case = yc_case_draft_get_case (self);

  row->position = position;
  row->state = g_strdup (yc_draft_course_get_word (self->course));
  json_object_set_string_member (content, "item_title", yc_case_draft_get_item_title (self));
  json_object_set_member (content, "materials", yc_draft_sheet_dup_materials (self->sheet));
  json_object_set_member (content, "form", yc_draft_sheet_dup_form (self->sheet));
  json_object_set_member (content, "sources", yc_draft_sheet_dup_sources (self->sheet));
  yc_delivery_wish_save (self->wish, content);
  if (self->kept_answers != NULL)
    json_object_set_member (content, "answers", json_node_ref (self->kept_answers));
  if (a_case != NULL)
    json_object_set_object_member (content, "case", json_object_ref (yc_case_get_json (a_case)));
  save_base (self, content);
  row->content = yc_json_object_node (content);
}

void
yc_case_draft_release_files (YcCaseDraft *self)
{
  g_autoptr (JsonNode) form = yc_draft_sheet_dup_form (self->sheet);

  yc_attachments_release (self->parts->attachments, form);
}

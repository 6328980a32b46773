/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a draft sends, and what comes of it: saved, refused, or changed by somebody else meanwhile. */
#include "yc-case-draft-inside-private.h"

#include "yc-json.h"
#include "yc-outbox-private.h"
#include "yc-refusal.h"
#include "yc-task.h"

char **
yc_case_draft_dup_refusals (YcCaseDraft *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  YcCommand *command;
  JsonArray *problems;

  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  command = yc_case_draft_get_command (self);
  problems = command != NULL ? yc_command_get_problems (command) : NULL;
  for (guint i = 0; problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (problems, i));
      g_autofree char *name = yc_refusal_dup_title (self, one);
      g_autofree char *line =
          g_strdup_printf ("%s: %s", name, yc_json_get_string (one, "message", ""));

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

static JsonNode *
answers_to_json (YcCaseDraft *self)
{
  if (self->kept_answers != NULL && yc_plan_is_empty (self->plan))
    return json_node_ref (self->kept_answers);
  return yc_json_object_node (json_object_ref (yc_plan_get_answers (self->plan)));
}

/* (transfer full): what would be sent now */
JsonNode *
yc_case_draft_dup_submission (YcCaseDraft *self)
{
  JsonObject *body = json_object_new ();

  if (yc_case_draft_get_case (self) == NULL)
    {
      json_object_set_string_member (body, "id", self->case_id);
      json_object_set_string_member (body, "item", yc_case_draft_get_item_code (self));
    }
  json_object_set_int_member (body, "catalog_version",
                              yc_catalog_get_version (self->parts->catalog));
  json_object_set_object_member (body, "applicant", yc_citizen_to_json (self->citizen));
  if (!yc_citizen_get_empty (self->agent))
    json_object_set_object_member (body, "agent", yc_citizen_to_json (self->agent));
  json_object_set_member (body, "answers", answers_to_json (self));
  json_object_set_member (body, "materials", yc_draft_sheet_dup_materials (self->sheet));
  if (yc_case_draft_get_form (self) != NULL)
    json_object_set_string_member (body, "filled_on",
                                   yc_form_get_today (yc_case_draft_get_form (self)));
  json_object_set_member (body, "form", yc_draft_sheet_dup_submission (self->sheet));
  yc_delivery_wish_save (self->wish, body);
  return yc_json_object_node (body);
}

/* The user has seen both: what is filled in here takes the place of @a_case. */
void
yc_case_draft_build_on (YcCaseDraft *self,
                        YcCase      *a_case)
{
  yc_draft_course_set_base (self->course, a_case);
  yc_case_draft_emit_changed (self);
}

/* The user has seen both: what is filled in here becomes what @a_case has. */
void
yc_case_draft_take_theirs (YcCaseDraft *self,
                           YcCase      *a_case)
{
  JsonObject *json = yc_case_get_json (a_case);

  yc_citizen_load_json (self->citizen, yc_json_get_object (json, "applicant"));
  yc_citizen_load_json (self->agent, yc_json_get_object (json, "agent"));
  yc_draft_sheet_load (self->sheet, NULL, yc_json_get_member (json, "materials"),
                       yc_json_get_member (json, "form"));
  yc_delivery_wish_load (self->wish, yc_json_get_object (json, "delivery"));
  yc_case_draft_build_on (self, a_case);
  yc_case_draft_update_ready (self);
}

static void
submitted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcCaseDraft *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (YcCommand) command = yc_outbox_add_finish (YC_OUTBOX (source), result, &error);

  if (command != NULL)
    yc_draft_course_set_command (self->course, command);
  yc_case_draft_set_submitting (self, FALSE);
  yc_task_return_done (task, command != NULL, error);
}

static gboolean
check_submittable (YcCaseDraft  *self,
                   GError      **error)
{
  if (!yc_case_draft_get_editable (self))
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE,
                           "The case is on its way or with the reviewer");
      return FALSE;
    }
  yc_draft_sheet_check (self->sheet);
  yc_case_draft_update_ready (self);
  if (self->ready)
    return TRUE;
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INCOMPLETE,
                       "The draft has missing or wrong fields");
  return FALSE;
}

void
yc_case_draft_submit_async (YcCaseDraft         *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (JsonArray) files = NULL;
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;
  GError *error = NULL;
  YcCase *a_case;

  g_return_if_fail (YC_IS_CASE_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_case_draft_submit_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!check_submittable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  a_case = yc_case_draft_get_case (self);
  if (a_case != NULL)
    {
      path = g_strdup_printf ("/cases/%s/submissions", self->case_id);
      etag = g_strdup (yc_draft_course_get_base (self->course, NULL));
    }
  body = yc_case_draft_dup_submission (self);
  files = yc_draft_sheet_list_files (self->sheet, yc_json_get_member (
                                                      yc_json_node_get_object (body), "form"));
  yc_case_draft_set_submitting (self, TRUE);
  yc_case_draft_emit_flush (self);
  yc_outbox_submit_async (self->parts->outbox, NULL, path != NULL ? path : "/cases", body, files,
                          etag, self->case_id, yc_case_draft_get_item_title (self),
                          yc_case_draft_get_command (self),
                          cancellable, submitted_cb, g_steal_pointer (&task));
}

gboolean
yc_case_draft_submit_finish (YcCaseDraft   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passes plans on: who was asked first is responsible until somebody else accepts (首问负责制). */
#include "yc-plan-passing.h"

#include "yc-clock.h"
#include "yc-documents-table.h"
#include "yc-findings.h"
#include "yc-hand-overs-table.h"
#include "yc-json.h"
#include "yc-plan-store.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COUNTER "counter"
#define HOTLINE "hotline"

static gboolean
conflict (GError     **error,
          const char  *message)
{
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT, message);
  return FALSE;
}

/* (transfer full): the path of the place that receives it: of a counter its own, of the hotline the
 * city, of a department none. NULL when there is no such place. */
static char *
find_path (const YcWork *work,
           const char   *kind,
           const char   *place)
{
  YcShelf *shelf = yc_service_get_shelf (work->service);
  const char *path = work->identity->place_path;
  gint64 version = yc_documents_table_get_version (work->transaction, NULL);
  g_autoptr (JsonObject) known = NULL;

  if (g_str_equal (kind, HOTLINE))
    return g_strndup (path, strcspn (path, "/") + 1);
  if (!g_str_equal (kind, COUNTER))
    return g_strdup ("");
  known = yc_shelf_get (shelf, work->transaction, "place", place, version, NULL);
  if (known == NULL)
    return NULL;
  return yc_shelf_get_place_path (shelf, work->transaction, place, NULL);
}

static gboolean
check_due (const YcWork  *work,
           JsonObject    *body,
           YcFindings    *findings)
{
  const char *due = yc_json_get_string (body, "due", "");
  g_autofree char *today = yc_clock_format_local_day (work->now_text);
  GDate day;

  if (yc_clock_parse_day (due, &day) && strcmp (due, today) >= 0)
    return TRUE;
  yc_findings_add (findings, "/due", "minimum", _("The day has passed."));
  return FALSE;
}

static YcHandOver *
create_hand_over (const YcWork  *work,
                  YcPlanRecord  *record,
                  JsonObject    *body,
                  GError       **error)
{
  JsonObject *to = yc_json_get_object (body, "to");
  const char *kind = yc_json_get_string (to, "kind", COUNTER);
  const char *place = yc_json_get_string (to, "place", "");
  g_autoptr (YcFindings) findings = yc_findings_new ();
  g_autofree char *path = find_path (work, kind, place);
  YcHandOver *hand_over;

  if (path == NULL)
    yc_findings_add (findings, "/to/place", "place", _("There is no such place."));
  check_due (work, body, findings);
  if (!yc_findings_finish (findings, error))
    return NULL;
  hand_over = g_new0 (YcHandOver, 1);
  hand_over->plan_id = g_strdup (record->id);
  hand_over->from_id = g_strdup (work->identity->id);
  hand_over->from_name = g_strdup (work->identity->name);
  hand_over->from_path = g_strdup (work->identity->place_path);
  hand_over->to_kind = g_strdup (kind);
  hand_over->to_place = g_strdup (place);
  hand_over->to_path = g_steal_pointer (&path);
  hand_over->to_name = g_strdup (yc_json_get_string (to, "name", ""));
  hand_over->due = g_strdup (yc_json_get_string (body, "due", ""));
  hand_over->note = g_strdup (yc_json_get_string (body, "note", ""));
  hand_over->at = g_strdup (work->now_text);
  return hand_over;
}

static JsonObject *
describe (const YcHandOver *hand_over)
{
  JsonObject *detail = json_object_new ();

  json_object_set_string_member (detail, "to", hand_over->to_kind);
  json_object_set_string_member (detail, "place", hand_over->to_place);
  json_object_set_string_member (detail, "due", hand_over->due);
  return detail;
}

/**
 * yc_plan_passing_hand_over:
 * @work: the work of a clerk, in a transaction that writes
 * @record: a plan; changed
 * @body: {to: {kind, place, name}, due, note}, of right types
 * @error: (nullable): return location
 *
 * Asks somebody else to take the plan over. Until they accept, who has it stays responsible.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_STATE_CONFLICT, %YC_SERVICE_ERROR_INVALID or another error
 */
gboolean
yc_plan_passing_hand_over (const YcWork  *work,
                           YcPlanRecord  *record,
                           JsonObject    *body,
                           GError       **error)
{
  YcVault *vault = yc_service_get_vault (work->service);
  g_autoptr (YcHandOver) open = NULL;
  g_autoptr (YcHandOver) hand_over = NULL;
  g_autoptr (GError) local = NULL;

  if (!yc_plan_store_may_change (work, record))
    return conflict (error, _("Another counter is responsible for this plan."));
  open = yc_hand_overs_table_find_open (work->transaction, vault, record->id, &local);
  if (open != NULL)
    return conflict (error, _("The plan waits for an answer from where it was handed to."));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  hand_over = create_hand_over (work, record, body, error);
  return hand_over != NULL &&
         yc_hand_overs_table_insert (work->transaction, vault, hand_over, error) &&
         yc_plan_store_change (work, record, "plan.hand-over", describe (hand_over),
                               hand_over->to_path, error);
}

static gboolean
is_receiver (const YcWork     *work,
             const YcHandOver *hand_over)
{
  return hand_over->to_path[0] != '\0' && yc_identity_covers (work->identity, hand_over->to_path);
}

/* The hotline and departments may have no desk: then who handed it over writes down who accepted. */
static gboolean
may_answer (const YcWork     *work,
            YcPlanRecord     *record,
            const YcHandOver *hand_over,
            const char       *answer,
            const char       *by)
{
  if (g_str_equal (answer, "withdraw"))
    return yc_plan_store_may_change (work, record);
  if (is_receiver (work, hand_over))
    return TRUE;
  return !g_str_equal (hand_over->to_kind, COUNTER) && by[0] != '\0' &&
         yc_plan_store_may_change (work, record);
}

static void
set_holder (const YcWork *work,
            YcPlanRecord *record)
{
  g_free (record->holder);
  g_free (record->holder_name);
  g_free (record->holder_path);
  record->holder = g_strdup (work->identity->id);
  record->holder_name = g_strdup (work->identity->name);
  record->holder_path = g_strdup (work->identity->place_path);
}

static const char *
get_state (const char *answer)
{
  if (g_str_equal (answer, "accept"))
    return "accepted";
  return g_str_equal (answer, "decline") ? "declined" : "withdrawn";
}

/**
 * yc_plan_passing_answer:
 * @work: the work of a clerk, in a transaction that writes
 * @record: a plan; changed
 * @body: {answer, by, note}, of right types; answer is "accept", "decline" or "withdraw"
 * @error: (nullable): return location
 *
 * Answers the hand-over that is open. Who accepts is responsible from then on.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_STATE_CONFLICT or another error
 */
gboolean
yc_plan_passing_answer (const YcWork  *work,
                        YcPlanRecord  *record,
                        JsonObject    *body,
                        GError       **error)
{
  YcVault *vault = yc_service_get_vault (work->service);
  const char *answer = yc_json_get_string (body, "answer", "");
  const char *by = yc_json_get_string (body, "by", "");
  g_autoptr (GError) local = NULL;
  g_autoptr (YcHandOver) open =
    yc_hand_overs_table_find_open (work->transaction, vault, record->id, &local);
  g_autofree char *other = NULL;
  JsonObject *detail;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (open == NULL)
    return conflict (error, _("The plan does not wait for an answer."));
  if (!may_answer (work, record, open, answer, by))
    return conflict (error, _("This is for who is responsible, or who receives it, to say."));
  detail = describe (open);
  json_object_set_string_member (detail, "answer", answer);
  other = g_strdup (is_receiver (work, open) ? record->holder_path : open->to_path);
  if (g_str_equal (answer, "accept") && is_receiver (work, open))
    set_holder (work, record);
  return yc_hand_overs_table_answer (work->transaction, vault, record->id, get_state (answer),
                                     by[0] != '\0' ? by : work->identity->name,
                                     yc_json_get_string (body, "note", ""), work->now_text,
                                     error) &&
         yc_plan_store_change (work, record, "plan.answer", detail, other, error);
}

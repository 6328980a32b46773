/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads plans for those who may see them, and stores changes with their audit record and event. */
#include "yc-plan-store.h"

#include "yc-events-table.h"
#include "yc-hand-overs-table.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-plans-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/**
 * yc_plan_store_may_change:
 * @work: the work
 * @record: a plan
 *
 * Returns: whether the person is responsible for the plan, or works there
 */
gboolean
yc_plan_store_may_change (const YcWork *work,
                          YcPlanRecord *record)
{
  return yc_identity_sees_case (work->identity, record->holder_path, record->holder);
}

/**
 * yc_plan_store_sees:
 * @work: the work
 * @record: a plan
 *
 * Returns: whether the person may know of the plan: as of a case, where it was saved, where who is
 *   responsible works, and where it was handed to
 */
gboolean
yc_plan_store_sees (const YcWork *work,
                    YcPlanRecord *record)
{
  const YcIdentity *identity = work->identity;

  return yc_identity_sees_case (identity, record->place_path, record->clerk) ||
         yc_plan_store_may_change (work, record) ||
         yc_hand_overs_table_was_to (work->transaction, record->id, identity->place_path);
}

/* At any other counter the citizen is there, with the sheet and the ID card. */
static gboolean
is_citizen (const YcWork *work,
            YcPlanRecord *record,
            const char   *id_number)
{
  g_autofree char *person = NULL;

  if (id_number == NULL || record->person[0] == '\0')
    return FALSE;
  person = yc_person_key (yc_service_get_vault (work->service), id_number);
  return g_str_equal (person, record->person);
}

/**
 * yc_plan_store_load:
 * @work: the work
 * @id: a plan's id
 * @id_number: (nullable): the ID number of the citizen at the counter
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the plan with its content; %NULL with %YC_SERVICE_ERROR_NOT_FOUND when
 *   there is none, or none that this person may know of
 */
YcPlanRecord *
yc_plan_store_load (const YcWork  *work,
                    const char    *id,
                    const char    *id_number,
                    GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcPlanRecord) record = yc_plans_table_load (
    work->transaction, yc_service_get_vault (work->service), id, &local);

  if (record != NULL &&
      (yc_plan_store_sees (work, record) || is_citizen (work, record, id_number)))
    return g_steal_pointer (&record);
  if (local != NULL && !g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                         _("There is no such plan."));
  return NULL;
}

static gboolean
add_event (const YcWork  *work,
           YcPlanRecord  *record,
           const char    *path,
           const char    *clerk,
           GError       **error)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);
  g_autofree char *data = NULL;

  json_object_set_string_member (object, "id", record->id);
  json_object_set_int_member (object, "version", record->version);
  data = yc_json_write (node);
  return yc_events_table_append (work->transaction, work->now_text, "plan", NULL, path, clerk, data,
                                 error);
}

static gboolean
add_record (const YcWork  *work,
            YcPlanRecord  *record,
            const char    *action,
            JsonObject    *detail,
            GError       **error)
{
  json_object_set_string_member (detail, "number", record->number);
  json_object_set_int_member (detail, "version", record->version);
  return yc_work_add_audit (work, action, record->id, detail, error);
}

/**
 * yc_plan_store_insert:
 * @work: the work, in a transaction that writes
 * @record: a new plan
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_plan_store_insert (const YcWork  *work,
                      YcPlanRecord  *record,
                      GError       **error)
{
  return add_record (work, record, "plan.save", json_object_new (), error) &&
         yc_plans_table_insert (work->transaction, yc_service_get_vault (work->service), record,
                                error) &&
         add_event (work, record, record->place_path, record->clerk, error);
}

/**
 * yc_plan_store_change:
 * @work: the work, in a transaction that writes
 * @record: a plan that was changed
 * @action: what was done, such as "plan.hand-over"
 * @detail: (transfer full): more for the audit record, without personal data
 * @other_path: (nullable): a place that hears of it besides that of who is responsible
 * @error: (nullable): return location
 *
 * Gives the plan its next version and stores it.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_plan_store_change (const YcWork  *work,
                      YcPlanRecord  *record,
                      const char    *action,
                      JsonObject    *detail,
                      const char    *other_path,
                      GError       **error)
{
  record->version++;
  g_free (record->updated_at);
  record->updated_at = g_strdup (work->now_text);
  if (!add_record (work, record, action, detail, error) ||
      !yc_plans_table_update (work->transaction, yc_service_get_vault (work->service), record,
                              error) ||
      !add_event (work, record, record->holder_path, record->clerk, error))
    return FALSE;
  return other_path == NULL || *other_path == '\0' ||
         g_str_equal (other_path, record->holder_path) ||
         add_event (work, record, other_path, "", error);
}

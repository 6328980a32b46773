/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes plans in, and their changes. A plan is the desk's own words about answers; what it leads to
 * is worked out anew from the catalog wherever it is opened. */
#include "yc-plan-intake.h"

#include "yc-clock.h"
#include "yc-counters-table.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-person.h"
#include "yc-plan-number.h"
#include "yc-plan-store.h"
#include "yc-plans-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static char *
allot_number (const YcWork  *work,
              GError       **error)
{
  guint year = yc_clock_get_local_year (work->now);
  const char *place = work->identity->place;
  g_autofree char *counter = g_strdup_printf ("plan-%s-%u", place, year);
  gint64 running = yc_counters_table_next (work->transaction, counter, error);
  char *number = running > 0 ? yc_plan_number_compose (place, year, (guint64) running) : NULL;

  if (running > 0 && number == NULL)
    g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_INTERNAL,
                 "No plan number can be made for the place %s", place);
  return number;
}

static JsonObject *
copy_content (JsonObject *body)
{
  static const char *const members[] = { "agent", "need", "plan" };
  JsonObject *content = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (yc_json_get_member (body, members[i]) != NULL)
      yc_json_copy_member (content, body, members[i]);
  return content;
}

static void
set_contents (const YcWork *work,
              YcPlanRecord *record,
              JsonObject   *body)
{
  const char *id_number;

  g_clear_pointer (&record->citizen, json_object_unref);
  g_clear_pointer (&record->content, json_object_unref);
  g_free (record->person);
  g_free (record->title);
  record->citizen = yc_person_copy (yc_json_get_object (body, "citizen"));
  record->content = copy_content (body);
  record->title = g_strdup (yc_json_get_string (body, "title", ""));
  record->catalog_version = yc_json_get_int (body, "catalog_version", 0);
  id_number = yc_json_get_string (record->citizen, "id_number", "");
  record->person = *id_number != '\0'
                     ? yc_person_key (yc_service_get_vault (work->service), id_number)
                     : g_strdup ("");
}

static YcPlanRecord *
create_record (const YcWork  *work,
               JsonObject    *body,
               GError       **error)
{
  const YcIdentity *identity = work->identity;
  g_autoptr (YcPlanRecord) record = yc_plan_record_new ();

  record->id = g_strdup (yc_json_get_string (body, "id", NULL));
  record->number = allot_number (work, error);
  if (record->number == NULL)
    return NULL;
  record->local_number = yc_plan_number_compose_local (record->id);
  record->version = 1;
  record->place = g_strdup (identity->place);
  record->place_path = g_strdup (identity->place_path);
  record->counter = g_strdup (identity->counter);
  record->clerk = g_strdup (identity->id);
  record->clerk_name = g_strdup (identity->name);
  record->holder = g_strdup (identity->id);
  record->holder_name = g_strdup (identity->name);
  record->holder_path = g_strdup (identity->place_path);
  record->saved_at = g_strdup (work->now_text);
  record->updated_at = g_strdup (work->now_text);
  set_contents (work, record, body);
  return g_steal_pointer (&record);
}

static gboolean
has_same_contents (const YcWork *work,
                   YcPlanRecord *record,
                   JsonObject   *body)
{
  g_autoptr (YcPlanRecord) sent = yc_plan_record_new ();

  set_contents (work, sent, body);
  return json_object_equal (record->citizen, sent->citizen) &&
         json_object_equal (record->content, sent->content);
}

/* A desk whose command was parked sends the same plan with a new key: that is no second plan. */
static YcPlanRecord *
find_existing (const YcWork  *work,
               JsonObject    *body,
               GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcPlanRecord) record =
    yc_plans_table_load (work->transaction, yc_service_get_vault (work->service),
                         yc_json_get_string (body, "id", ""), &local);

  if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return NULL;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (g_str_equal (record->clerk, work->identity->id) &&
           has_same_contents (work, record, body))
    return g_steal_pointer (&record);
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("A plan with this id exists already."));
  return NULL;
}

/**
 * yc_plan_intake_create:
 * @work: the work of a clerk, in a transaction that writes
 * @body: {id, title, catalog_version, citizen, agent, need, plan}, of right types
 * @error: (nullable): return location
 *
 * Saves a plan and gives it its number. Who saves it was asked first and is responsible.
 *
 * Returns: (transfer full): the plan, %NULL with %YC_SERVICE_ERROR_STATE_CONFLICT or another error
 */
YcPlanRecord *
yc_plan_intake_create (const YcWork  *work,
                       JsonObject    *body,
                       GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcPlanRecord) record = find_existing (work, body, &local);

  if (record != NULL)
    return g_steal_pointer (&record);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  record = create_record (work, body, error);
  if (record == NULL || !yc_plan_store_insert (work, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * yc_plan_intake_change:
 * @work: the work of a clerk, in a transaction that writes
 * @record: a plan; changed
 * @body: as for yc_plan_intake_create(), without the id
 * @error: (nullable): return location
 *
 * Saves other answers. Only at the place of who is responsible.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_STATE_CONFLICT or another error
 */
gboolean
yc_plan_intake_change (const YcWork  *work,
                       YcPlanRecord  *record,
                       JsonObject    *body,
                       GError       **error)
{
  if (!yc_plan_store_may_change (work, record))
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                           _("Another counter is responsible for this plan."));
      return FALSE;
    }
  if (has_same_contents (work, record, body))
    return TRUE;
  set_contents (work, record, body);
  return yc_plan_store_change (work, record, "plan.change", json_object_new (), NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans: saved, found again, looked at, handed over. Each search and each look is noted, in
 * vain or not, and nobody can look at people by the hundred. */
#include "yc-routes-private.h"

#include "yc-clock.h"
#include "yc-etag.h"
#include "yc-hand-overs-table.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-plan-codec.h"
#include "yc-plan-intake.h"
#include "yc-plan-number.h"
#include "yc-plan-passing.h"
#include "yc-plan-store.h"
#include "yc-plans-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* A person rarely has more; a counter that has more has another trouble. */
#define MAX_FOUND 50
#define MAX_OPEN 200
/* Who handed a plan over may read for so long what became of it: over a long weekend. */
#define DAYS_ANSWERED 4

static YcHttpResponse *
answer_plan (YcCall        *call,
             guint          status,
             YcPlanRecord  *record,
             GError       **error)
{
  return yc_etag_answer (status, record->version,
                         yc_plan_codec_write_whole (&call->work, record, error));
}

/* The plan as the request says it was when it was read. */
static YcPlanRecord *
load_to_change (YcCall  *call,
                GError **error)
{
  g_autoptr (YcPlanRecord) record = yc_plan_store_load (&call->work, call->argument, NULL, error);

  if (record == NULL || !yc_etag_check_match (call->request, record->version, error))
    return NULL;
  return g_steal_pointer (&record);
}

YcHttpResponse *
yc_plan_route_create (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcPlanRecord) record = yc_plan_intake_create (&call->work, body, error);

  return record != NULL ? answer_plan (call, 201, record, error) : NULL;
}

YcHttpResponse *
yc_plan_route_change (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcPlanRecord) record = load_to_change (call, error);

  if (record == NULL || !yc_plan_intake_change (&call->work, record, body, error))
    return NULL;
  return answer_plan (call, 200, record, error);
}

static gboolean
check_allowance (YcCall  *call,
                 GError **error)
{
  guint wait = yc_allowance_take (yc_service_get_looks (call->work.service),
                                  call->work.identity->id);

  if (wait > 0)
    yc_service_error_set_wait (error, wait);
  return wait == 0;
}

/* Adds the plans that this person may know of, or whose citizen is at the counter. */
static gboolean
add_summaries (YcCall      *call,
               GStrv        ids,
               const char  *id_number,
               JsonArray   *plans,
               GError     **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (YcPlanRecord) record =
        yc_plan_store_load (&call->work, ids[i], id_number, &local);
      JsonObject *summary = NULL;

      if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
        continue;
      if (record != NULL)
        summary = yc_plan_codec_write_summary (&call->work, record, &local);
      if (summary == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      json_array_add_object_element (plans, summary);
    }
  return TRUE;
}

static YcHttpResponse *
answer_plans (JsonArray *plans)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "plans", json_array_ref (plans));
  return yc_http_response_new_json (200, object);
}

static gboolean
note_search (YcCall      *call,
             const char  *number,
             const char  *person,
             JsonArray   *plans,
             GError     **error)
{
  JsonObject *detail = json_object_new ();

  json_object_set_member (detail, "number", yc_json_string_node (number));
  json_object_set_int_member (detail, "found", json_array_get_length (plans));
  return yc_work_add_audit (&call->work, "plan.search", person != NULL ? person : "", detail, error);
}

/* With a number alone, or an ID number alone, only what the person may know of by place; with both,
 * the citizen is there with sheet and card, and any counter finds the plan. */
YcHttpResponse *
yc_plan_route_search (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  const char *id_number = yc_json_get_string (body, "id_number", NULL);
  const char *typed = yc_json_get_string (body, "number", NULL);
  g_autofree char *number = yc_plan_number_normalize (typed);
  g_autofree char *person = NULL;
  g_autoptr (JsonArray) plans = json_array_new ();
  g_auto (GStrv) ids = NULL;

  if (!check_allowance (call, error))
    return NULL;
  if (id_number != NULL)
    person = yc_person_key (yc_service_get_vault (call->work.service), id_number);
  if (typed == NULL || number != NULL)
    ids = yc_plans_table_find (call->work.transaction, number, person, MAX_FOUND, error);
  else
    ids = g_new0 (char *, 1);
  if (ids == NULL ||
      !add_summaries (call, ids, number != NULL ? id_number : NULL, plans, error) ||
      !note_search (call, number, person, plans, error))
    return NULL;
  return answer_plans (plans);
}

YcHttpResponse *
yc_plan_route_look (YcCall  *call,
                    GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcPlanRecord) record = NULL;
  JsonObject *detail;

  if (!check_allowance (call, error))
    return NULL;
  record = yc_plan_store_load (&call->work, call->argument,
                               yc_json_get_string (body, "id_number", NULL), error);
  if (record == NULL)
    return NULL;
  detail = json_object_new ();
  json_object_set_string_member (detail, "number", record->number);
  json_object_set_boolean_member (detail, "elsewhere",
                                  !yc_plan_store_sees (&call->work, record));
  if (!yc_work_add_audit (&call->work, "plan.look", record->id, detail, error))
    return NULL;
  return answer_plan (call, 200, record, error);
}

static void
refuse_view (GError **error)
{
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” has no meaning here."), "view");
}

static GStrv
list_handed_over (YcCall  *call,
                  GError **error)
{
  g_autoptr (GDateTime) since = g_date_time_add_days (call->work.now, -DAYS_ANSWERED);
  g_autofree char *text = yc_clock_format (since);

  return yc_hand_overs_table_list_from (call->work.transaction, call->work.identity->id, text,
                                        MAX_OPEN, error);
}

YcHttpResponse *
yc_plan_route_list_open (YcCall  *call,
                         GError **error)
{
  const char *view = yc_http_request_get_query (call->request, "view");
  gboolean outgoing = g_strcmp0 (view, "outgoing") == 0;
  g_autoptr (JsonArray) plans = json_array_new ();
  g_auto (GStrv) ids = NULL;

  if (view != NULL && !outgoing && !g_str_equal (view, "incoming"))
    {
      refuse_view (error);
      return NULL;
    }
  ids = outgoing ? list_handed_over (call, error)
                 : yc_hand_overs_table_list_to (call->work.transaction,
                                                call->work.identity->place_path, MAX_OPEN, error);
  if (ids == NULL || !add_summaries (call, ids, NULL, plans, error))
    return NULL;
  return answer_plans (plans);
}

/* What one is responsible for oneself; names are masked, so that nobody was looked up. */
YcHttpResponse *
yc_plan_route_list_held (YcCall  *call,
                         GError **error)
{
  const char *view = yc_http_request_get_query (call->request, "view");
  g_autoptr (JsonArray) plans = json_array_new ();
  g_auto (GStrv) ids = NULL;

  if (view != NULL && !g_str_equal (view, "held"))
    {
      refuse_view (error);
      return NULL;
    }
  ids = yc_plans_table_list_held (call->work.transaction, call->work.identity->id, MAX_OPEN, error);
  if (ids == NULL || !add_summaries (call, ids, NULL, plans, error))
    return NULL;
  return answer_plans (plans);
}

YcHttpResponse *
yc_plan_route_hand_over (YcCall  *call,
                         GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcPlanRecord) record = load_to_change (call, error);

  if (record == NULL || !yc_plan_passing_hand_over (&call->work, record, body, error))
    return NULL;
  return answer_plan (call, 201, record, error);
}

YcHttpResponse *
yc_plan_route_answer (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcPlanRecord) record = load_to_change (call, error);

  if (record == NULL || !yc_plan_passing_answer (&call->work, record, body, error))
    return NULL;
  return answer_plan (call, 200, record, error);
}

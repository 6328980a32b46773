/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of cases: one's own, the reviewer's inbox, those of a place. */
#include "yc-routes-private.h"

#include "yc-case-codec.h"
#include "yc-case-query.h"
#include "yc-cases-table.h"
#include "yc-clock.h"
#include "yc-page.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
set_malformed (const char  *name,
               GError     **error)
{
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” has no meaning here."), name);
  return FALSE;
}

static gboolean
read_words (YcHttpRequest  *request,
            YcCaseFilter   *filter,
            GError        **error)
{
  const char *returned = yc_http_request_get_query (request, "returned");

  filter->state = yc_http_request_get_query (request, "state");
  filter->cause = yc_http_request_get_query (request, "cause");
  filter->reason = yc_http_request_get_query (request, "reason");
  filter->item = yc_http_request_get_query (request, "item");
  filter->returned = g_strcmp0 (returned, "true") == 0;
  if (filter->state != NULL && !yc_case_state_from_string (filter->state, NULL))
    return set_malformed ("state", error);
  if (filter->cause != NULL && !yc_cause_from_string (filter->cause, NULL))
    return set_malformed ("cause", error);
  if (returned != NULL && !filter->returned && !g_str_equal (returned, "false"))
    return set_malformed ("returned", error);
  return TRUE;
}

/* Both days belong to the period. */
static gboolean
read_days (YcHttpRequest  *request,
           char          **from,
           char          **until,
           GError        **error)
{
  const char *first = yc_http_request_get_query (request, "from");
  const char *last = yc_http_request_get_query (request, "to");
  GDate day;

  if (first != NULL && !yc_clock_parse_day (first, &day))
    return set_malformed ("from", error);
  if (first != NULL)
    *from = yc_clock_format_day_start (&day);
  if (last != NULL && !yc_clock_parse_day (last, &day))
    return set_malformed ("to", error);
  if (last != NULL)
    {
      g_date_add_days (&day, 1);
      *until = yc_clock_format_day_start (&day);
    }
  return TRUE;
}

static gboolean
read_view (YcCall        *call,
           YcCaseFilter  *filter,
           GError       **error)
{
  const char *view = yc_http_request_get_query (call->request, "view");
  const YcIdentity *identity = call->work.identity;

  filter->clerk = yc_http_request_get_query (call->request, "clerk");
  filter->path = identity->place_path;
  if (view == NULL || g_str_equal (view, "place"))
    return TRUE;
  if (g_str_equal (view, "mine"))
    {
      filter->clerk = identity->id;
      filter->path = NULL;
      return TRUE;
    }
  if (!g_str_equal (view, "review"))
    return set_malformed ("view", error);
  filter->not_clerk = identity->id;
  filter->review_path = identity->place_path;
  filter->state = filter->state != NULL ? filter->state
                                        : yc_case_state_to_string (YC_CASE_STATE_SUBMITTED);
  filter->oldest_first = TRUE;
  return TRUE;
}

static gboolean
add_summaries (YcCall        *call,
               GPtrArray     *cases,
               JsonArray     *array,
               GError       **error)
{
  for (guint i = 0; i < cases->len; i++)
    {
      JsonObject *summary =
        yc_case_codec_write_summary (&call->work, g_ptr_array_index (cases, i), error);

      if (summary == NULL)
        return FALSE;
      json_array_add_object_element (array, summary);
    }
  return TRUE;
}

static YcHttpResponse *
answer_list (YcCall              *call,
             const YcCaseFilter  *filter,
             GPtrArray           *cases,
             GError             **error)
{
  gint64 shown = filter->limit - 1;
  g_autoptr (JsonArray) array = json_array_new ();
  g_autofree char *next = NULL;
  JsonObject *object;

  if (cases->len > shown)
    {
      YcCaseRecord *last = g_ptr_array_index (cases, shown - 1);

      next = yc_page_write_next (yc_case_query_is_by_submission (filter) ? last->submitted_at
                                                                         : last->updated_at,
                                 last->id);
      g_ptr_array_set_size (cases, shown);
    }
  if (!add_summaries (call, cases, array, error))
    return NULL;
  object = json_object_new ();
  json_object_set_array_member (object, "cases", g_steal_pointer (&array));
  if (next != NULL)
    json_object_set_string_member (object, "next", next);
  else
    json_object_set_null_member (object, "next");
  return yc_http_response_new_json (200, object);
}

YcHttpResponse *
yc_case_route_list (YcCall  *call,
                    GError **error)
{
  YcCaseFilter filter = { 0 };
  g_auto (YcPage) page = { 0 };
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  if (!yc_page_read (&page, call->request, error) ||
      !read_words (call->request, &filter, error) ||
      !read_days (call->request, &from, &until, error) || !read_view (call, &filter, error))
    return NULL;
  filter.from = from;
  filter.until = until;
  filter.after_time = page.after_time;
  filter.after_id = page.after_id;
  /* One more than is shown tells whether there is another page. */
  filter.limit = page.limit + 1;
  cases = yc_cases_table_list (call->work.transaction, yc_service_get_vault (call->work.service),
                               &filter, error);
  return cases != NULL ? answer_list (call, &filter, cases, error) : NULL;
}

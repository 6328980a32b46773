/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reported mistakes and gaps, and what citizens asked: recorded, listed, answered. */
#include "yc-routes-private.h"

#include "yc-etag.h"
#include "yc-inquiries-table.h"
#include "yc-inquiry-course.h"
#include "yc-json.h"
#include "yc-page.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static YcHttpResponse *
answer_inquiry (guint                   status,
                const YcInquiryRecord  *record)
{
  return yc_etag_answer (status, record->version, yc_inquiry_record_to_json (record, TRUE));
}

YcHttpResponse *
yc_inquiry_route_create (YcCall  *call,
                         GError **error)
{
  g_autoptr (YcInquiryRecord) record =
    yc_inquiry_course_begin (&call->work, yc_http_request_get_body (call->request), error);

  return record != NULL ? answer_inquiry (201, record) : NULL;
}

YcHttpResponse *
yc_inquiry_route_get (YcCall  *call,
                      GError **error)
{
  g_autoptr (YcInquiryRecord) record =
    yc_inquiry_course_load (&call->work, call->argument, error);

  return record != NULL ? answer_inquiry (200, record) : NULL;
}

YcHttpResponse *
yc_inquiry_route_step (YcCall  *call,
                       GError **error)
{
  g_autoptr (YcInquiryRecord) record =
    yc_inquiry_course_load (&call->work, call->argument, error);

  if (record == NULL || !yc_etag_check_match (call->request, record->version, error) ||
      !yc_inquiry_course_step (&call->work, record, yc_http_request_get_body (call->request),
                               error))
    return NULL;
  return answer_inquiry (200, record);
}

YcHttpResponse *
yc_inquiry_route_hear (YcCall  *call,
                       GError **error)
{
  g_autoptr (YcInquiryRecord) record =
    yc_inquiry_course_load (&call->work, call->argument, error);

  if (record == NULL ||
      !yc_inquiry_course_hear (
        &call->work, record,
        yc_json_get_int (yc_http_request_get_body (call->request), "version", 0), error))
    return NULL;
  return yc_etag_answer (200, record->version, yc_inquiry_record_to_json (record, FALSE));
}

static gboolean
read_word (YcCall             *call,
           const char         *name,
           const char *const  *words,
           const char        **value,
           GError            **error)
{
  const char *text = yc_http_request_get_query (call->request, name);

  if (text != NULL)
    *value = text;
  if (text == NULL || g_strv_contains (words, text))
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” has no meaning here."), name);
  return FALSE;
}

static gboolean
read_filter (YcCall           *call,
             YcInquiryFilter  *filter,
             GError          **error)
{
  static const char *const views[] = { "mine", "news", "open", "place", NULL };
  static const char *const kinds[] = { "mistake", "gap", "consultation", NULL };
  const char *view = "place";

  if (!read_word (call, "view", views, &view, error) ||
      !read_word (call, "kind", kinds, &filter->kind, error))
    return FALSE;
  filter->unanswered = g_str_equal (view, "open");
  filter->news = g_str_equal (view, "news");
  if (filter->news || g_str_equal (view, "mine"))
    filter->by = call->work.identity->id;
  else
    filter->place_path = call->work.identity->place_path;
  return TRUE;
}

static char *
write_next (const YcInquiryFilter *filter,
            const YcInquiryRecord *last)
{
  g_autofree char *urgency = yc_inquiry_record_dup_urgency (last);

  return yc_page_write_next (filter->unanswered ? urgency : last->at, last->id);
}

YcHttpResponse *
yc_inquiry_route_list (YcCall  *call,
                       GError **error)
{
  YcInquiryFilter filter = { 0 };
  g_auto (YcPage) page = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *next = NULL;
  JsonArray *array;
  JsonObject *object;

  if (!yc_page_read (&page, call->request, error) || !read_filter (call, &filter, error))
    return NULL;
  filter.after = page.after_time;
  filter.after_id = page.after_id;
  filter.limit = page.limit + 1;
  records = yc_inquiries_table_list (call->work.transaction,
                                     yc_service_get_vault (call->work.service), &filter, error);
  if (records == NULL)
    return NULL;
  if (records->len > page.limit)
    {
      next = write_next (&filter, records->pdata[page.limit - 1]);
      g_ptr_array_set_size (records, page.limit);
    }
  array = json_array_new ();
  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, yc_inquiry_record_to_json (records->pdata[i], FALSE));
  object = json_object_new ();
  json_object_set_array_member (object, "inquiries", array);
  json_object_set_member (object, "next", yc_json_string_node (next));
  return yc_http_response_new_json (200, object);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, and what is done with them. */
#include "yc-routes-private.h"

#include "yc-case-store.h"
#include "yc-certificate-change.h"
#include "yc-certificate-term.h"
#include "yc-delivery-codec.h"
#include "yc-json.h"
#include "yc-ledger-table.h"
#include "yc-page.h"
#include "yc-prints-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
read_view (YcCall      *call,
           const char **clerk,
           const char **path,
           GError     **error)
{
  const char *view = yc_http_request_get_query (call->request, "view");

  if (g_strcmp0 (view, "mine") == 0)
    *clerk = call->work.identity->id;
  else
    *path = call->work.identity->place_path;
  if (view == NULL || g_str_equal (view, "mine") || g_str_equal (view, "place"))
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” has no meaning here."), "view");
  return FALSE;
}

YcHttpResponse *
yc_certificate_route_list (YcCall  *call,
                           GError **error)
{
  const char *clerk = NULL, *path = NULL;
  g_auto (YcPage) page = { 0 };
  g_autoptr (JsonArray) array = NULL;
  g_autofree char *next = NULL;
  JsonObject *object;

  if (!yc_page_read (&page, call->request, error) || !read_view (call, &clerk, &path, error))
    return NULL;
  array = yc_certificates_table_list (call->work.transaction,
                                      yc_service_get_vault (call->work.service), clerk, path,
                                      page.after_time, page.after_id, page.limit + 1, error);
  if (array == NULL)
    return NULL;
  if (json_array_get_length (array) > page.limit)
    {
      JsonObject *last = json_array_get_object_element (array, page.limit - 1);

      next = yc_page_write_next (json_object_get_string_member (last, "issued_at"),
                                 json_object_get_string_member (last, "serial"));
      json_array_remove_element (array, page.limit);
    }
  object = json_object_new ();
  json_object_set_array_member (object, "certificates", g_steal_pointer (&array));
  json_object_set_member (object, "next", yc_json_string_node (next));
  return yc_http_response_new_json (200, object);
}

/* The versions before and after, if any. */
static void
add_neighbours (YcCall               *call,
                YcCertificateRecord  *certificate,
                JsonObject           *object)
{
  g_autofree char *before = yc_certificates_table_find_version (
    call->work.transaction, certificate, certificate->version - 1);
  g_autofree char *after = yc_certificates_table_find_version (
    call->work.transaction, certificate, certificate->version + 1);

  json_object_set_member (object, "replaces", yc_json_string_node (before));
  json_object_set_member (object, "replaced_by", yc_json_string_node (after));
}

/* What its number says, whether it is in force, and how that came. */
static gboolean
add_course (YcCall               *call,
            YcCaseRecord         *record,
            YcCertificateRecord  *certificate,
            JsonObject           *object,
            GError              **error)
{
  const char *identifier = certificate->identifier;
  g_autofree char *last_day =
    yc_certificate_term_dup_last_day (&call->work, record, certificate);
  JsonArray *changes = yc_ledger_table_list (call->work.transaction,
                                             yc_service_get_vault (call->work.service),
                                             certificate->series, certificate->running, error);

  if (changes == NULL)
    return FALSE;
  json_object_set_member (object, "identifier",
                          yc_json_string_node (identifier[0] != '\0' ? identifier : NULL));
  json_object_set_int_member (object, "version", certificate->version);
  json_object_set_member (object, "valid_until", yc_json_string_node (last_day));
  json_object_set_string_member (object, "state",
                                 yc_certificate_state_to_string (certificate->state));
  add_neighbours (call, certificate, object);
  json_object_set_array_member (object, "changes", changes);
  return TRUE;
}

static gboolean
add_deliveries (YcCall               *call,
                YcCertificateRecord  *certificate,
                JsonObject           *object,
                GError              **error)
{
  JsonArray *deliveries = yc_delivery_codec_write_all (&call->work, certificate->case_id,
                                                       certificate->serial, error);

  if (deliveries != NULL)
    json_object_set_array_member (object, "deliveries", deliveries);
  return deliveries != NULL;
}

static JsonObject *
write_certificate (YcCaseRecord        *record,
                   YcCertificateRecord *certificate)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "serial", certificate->serial);
  json_object_set_string_member (object, "case_id", record->id);
  json_object_set_string_member (object, "case_number", record->number);
  json_object_set_string_member (object, "title", certificate->title);
  json_object_set_string_member (object, "applicant_name",
                                 yc_json_get_string (record->applicant, "name", ""));
  json_object_set_string_member (object, "issued_at", certificate->issued_at);
  json_object_set_string_member (object, "sha256", certificate->sha256);
  return object;
}

static YcHttpResponse *
answer_certificate (YcCall               *call,
                    guint                 status,
                    YcCaseRecord         *record,
                    YcCertificateRecord  *certificate,
                    GError              **error)
{
  g_autoptr (JsonObject) object = write_certificate (record, certificate);
  JsonArray *prints =
    yc_prints_table_list (call->work.transaction, yc_service_get_vault (call->work.service),
                          certificate->serial, error);

  if (prints == NULL)
    return NULL;
  json_object_set_int_member (object, "n_prints", json_array_get_length (prints));
  json_object_set_array_member (object, "prints", prints);
  if (!add_course (call, record, certificate, object, error) ||
      !add_deliveries (call, certificate, object, error))
    return NULL;
  return yc_http_response_new_json (status, g_steal_pointer (&object));
}

YcHttpResponse *
yc_certificate_route_get (YcCall  *call,
                          GError **error)
{
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate =
    yc_case_store_load_certificate (&call->work, call->argument, &record, error);

  return certificate != NULL ? answer_certificate (call, 200, record, certificate, error) : NULL;
}

static YcCertificateDraft *
foresee_change (YcCall              *call,
                YcCertificateAction  action)
{
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate =
    yc_case_store_load_certificate (&call->work, call->argument, &record, NULL);

  return certificate != NULL
           ? yc_certificate_change_foresee (&call->work, record, certificate, action,
                                            yc_http_request_get_body (call->request)) : NULL;
}

/* Answers with the certificate that stands now: the new version, or the one that is void. */
static YcHttpResponse *
change (YcCall               *call,
        YcCertificateAction   action,
        guint                 status,
        GError              **error)
{
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate =
    yc_case_store_load_certificate (&call->work, call->argument, &record, error);
  g_autoptr (YcCertificateRecord) after = NULL;

  if (certificate == NULL ||
      !yc_certificate_change_make (&call->work, record, certificate, action,
                                   yc_http_request_get_body (call->request), error))
    return NULL;
  after = yc_certificates_table_find_by_case (call->work.transaction, record->id, error);
  return after != NULL ? answer_certificate (call, status, record, after, error) : NULL;
}

YcHttpResponse *
yc_certificate_route_make_void (YcCall  *call,
                                GError **error)
{
  return change (call, YC_CERTIFICATE_ACTION_VOID, 200, error);
}

YcHttpResponse *
yc_certificate_route_replace (YcCall  *call,
                              GError **error)
{
  return change (call, YC_CERTIFICATE_ACTION_REPLACE, 201, error);
}

YcHttpResponse *
yc_certificate_route_reissue (YcCall  *call,
                              GError **error)
{
  return change (call, YC_CERTIFICATE_ACTION_REISSUE, 201, error);
}

YcCertificateDraft *
yc_certificate_route_foresee_replacement (YcCall *call)
{
  return foresee_change (call, YC_CERTIFICATE_ACTION_REPLACE);
}

YcCertificateDraft *
yc_certificate_route_foresee_reissue (YcCall *call)
{
  return foresee_change (call, YC_CERTIFICATE_ACTION_REISSUE);
}

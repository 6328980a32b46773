/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One case: taken in, read, mended, decided, withdrawn. */
#include "yc-routes-private.h"

#include "yc-case-codec.h"
#include "yc-case-decision.h"
#include "yc-case-intake.h"
#include "yc-case-store.h"
#include "yc-certificates-table.h"
#include "yc-etag.h"
#include "yc-json.h"

static YcHttpResponse *
answer_case (YcCall        *call,
             guint          status,
             YcCaseRecord  *record,
             GError       **error)
{
  return yc_etag_answer (status, record->version,
                         yc_case_codec_write_whole (&call->work, record, error));
}

/* The case as the request says it was when it was read. */
static YcCaseRecord *
load_to_change (YcCall  *call,
                GError **error)
{
  g_autoptr (YcCaseRecord) record = yc_case_store_load (&call->work, call->argument, error);

  if (record == NULL || !yc_etag_check_match (call->request, record->version, error))
    return NULL;
  return g_steal_pointer (&record);
}

YcHttpResponse *
yc_case_route_create (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcCaseRecord) record = yc_case_intake_create (&call->work, body, error);

  return record != NULL ? answer_case (call, 201, record, error) : NULL;
}

YcHttpResponse *
yc_case_route_get (YcCall  *call,
                   GError **error)
{
  g_autoptr (YcCaseRecord) record = yc_case_store_load (&call->work, call->argument, error);
  g_autofree char *etag = NULL;
  YcHttpResponse *response;

  if (record == NULL)
    return NULL;
  etag = yc_etag_write (record->version);
  /* A print changes what is told of a case without changing the case, so an issued one is always
   * told in full. */
  if (record->state == YC_CASE_STATE_ISSUED || !yc_etag_is_known (call->request, etag))
    return answer_case (call, 200, record, error);
  response = yc_http_response_new_empty (304);
  yc_http_response_set_header (response, "ETag", etag);
  return response;
}

YcHttpResponse *
yc_case_route_submit (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcCaseRecord) record = load_to_change (call, error);

  if (record == NULL || !yc_case_intake_resubmit (&call->work, record, body, error))
    return NULL;
  return answer_case (call, 200, record, error);
}

YcCertificateDraft *
yc_case_route_foresee (YcCall *call)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcCaseRecord) record = load_to_change (call, NULL);

  return record != NULL ? yc_case_decision_foresee (&call->work, record, body) : NULL;
}

YcHttpResponse *
yc_case_route_decide (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcCaseRecord) record = load_to_change (call, error);

  if (record == NULL || !yc_case_decision_make (&call->work, record, body, error))
    return NULL;
  return answer_case (call, 200, record, error);
}

YcHttpResponse *
yc_case_route_withdraw (YcCall  *call,
                        GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcCaseRecord) record = load_to_change (call, error);

  if (record == NULL || !yc_case_intake_withdraw (&call->work, record,
                                                  yc_json_get_string (body, "note", ""), error))
    return NULL;
  return answer_case (call, 200, record, error);
}

static YcHttpResponse *
answer_pdf (YcCall               *call,
            YcCertificateRecord  *certificate,
            GError              **error)
{
  g_autofree char *etag = g_strdup_printf ("\"%s\"", certificate->sha256);
  YcHttpResponse *response;
  GBytes *pdf;

  if (yc_etag_is_known (call->request, etag))
    response = yc_http_response_new_empty (304);
  else
    {
      pdf = yc_certificates_table_load_pdf (call->work.transaction,
                                            yc_service_get_vault (call->work.service),
                                            certificate->serial, error);
      if (pdf == NULL)
        return NULL;
      response = yc_http_response_new (200, "application/pdf", pdf);
    }
  yc_http_response_set_header (response, "ETag", etag);
  return response;
}

YcHttpResponse *
yc_case_route_get_certificate (YcCall  *call,
                               GError **error)
{
  g_autoptr (YcCaseRecord) record = yc_case_store_load (&call->work, call->argument, error);
  g_autoptr (YcCertificateRecord) certificate = NULL;

  if (record == NULL)
    return NULL;
  certificate = yc_certificates_table_find_by_case (call->work.transaction, record->id, error);
  return certificate != NULL ? answer_pdf (call, certificate, error) : NULL;
}

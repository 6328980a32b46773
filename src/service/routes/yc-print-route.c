/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printings of certificates: which one each is, why there was one more, and what comes out. */
#include "yc-routes-private.h"

#include "yc-case-store.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-print-mark.h"
#include "yc-print-reason.h"
#include "yc-prints-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static JsonObject *
find (YcCall      *call,
      const char  *id,
      GError     **error)
{
  return yc_prints_table_find (call->work.transaction, yc_service_get_vault (call->work.service),
                               id, error);
}

static YcHttpResponse *
answer (YcCall      *call,
        guint        status,
        const char  *id,
        GError     **error)
{
  JsonObject *print = find (call, id, error);

  return print != NULL ? yc_http_response_new_json (status, print) : NULL;
}

static gboolean
check_new (YcCall      *call,
           const char  *id,
           GError     **error)
{
  g_autoptr (JsonObject) print = find (call, id, NULL);

  if (print == NULL)
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                       _("A printing with this id exists already."));
  return FALSE;
}

/* Only what is in force is printed. */
static gboolean
check_allowed (YcCall               *call,
               YcCaseRecord         *record,
               YcCertificateRecord  *certificate,
               GError              **error)
{
  YcRole role = call->work.identity->role;

  return yc_case_state_allows (record->state, YC_CASE_ACTION_PRINT, role, FALSE, error) &&
         yc_certificate_state_allows (certificate->state, YC_CERTIFICATE_ACTION_PRINT, role, FALSE,
                                      error);
}

/* Every further printing has a reason. A desk that knew of none before has printed with the line
 * down: that is not lost, but said. */
static gboolean
check_reason (const YcPrintRecord  *print,
              GError              **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  if (print->number > 1 && print->reason[0] == '\0')
    yc_findings_add (findings, "/reason", "required",
                     _("This certificate was printed before. Say why it is printed once more."));
  else if (g_strcmp0 (print->reason, yc_print_reason_to_string (YC_PRINT_REASON_OTHER)) == 0 &&
           (print->note == NULL || print->note[strspn (print->note, " \t\r\n")] == '\0'))
    yc_findings_add (findings, "/note", "required", _("Say in words why."));
  return yc_findings_finish (findings, error);
}

/* What the body says, and the next number of its certificate. */
static gboolean
read_print (YcCall         *call,
            YcPrintRecord  *print,
            GError        **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  const YcIdentity *identity = call->work.identity;

  *print = (YcPrintRecord) {
    .id = yc_json_get_string (body, "id", ""),
    .serial = call->argument,
    .number = 1 + yc_prints_table_count (call->work.transaction, call->argument, error),
    .printer = yc_json_get_string (body, "printer", ""),
    .copies = yc_json_get_int (body, "copies", 1),
    .job = yc_json_get_string (body, "job", ""),
    .reason = yc_json_get_string (body, "reason", ""),
    .note = yc_json_get_string (body, "note", NULL),
    .by_id = identity->id,
    .by_name = identity->name,
    .at = call->work.now_text,
  };
  if (print->number < 1 || !check_reason (print, error))
    return FALSE;
  if (print->number == 1)
    print->reason = "";
  return TRUE;
}

static JsonObject *
write_detail (const char *serial,
              const char *state,
              const char *reason)
{
  JsonObject *detail = json_object_new ();

  json_object_set_string_member (detail, "serial", serial);
  json_object_set_string_member (detail, "state", state);
  if (reason[0] != '\0')
    json_object_set_string_member (detail, "reason", reason);
  return detail;
}

YcHttpResponse *
yc_print_route_create (YcCall  *call,
                       GError **error)
{
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate =
    yc_case_store_load_certificate (&call->work, call->argument, &record, error);
  YcPrintRecord print;

  if (certificate == NULL || !check_allowed (call, record, certificate, error) ||
      !read_print (call, &print, error) || !check_new (call, print.id, error) ||
      !yc_prints_table_insert (call->work.transaction, yc_service_get_vault (call->work.service),
                               &print, error) ||
      !yc_work_add_audit (&call->work, "print.create", print.id,
                          write_detail (print.serial, "submitted", print.reason), error))
    return NULL;
  return answer (call, 201, print.id, error);
}

YcHttpResponse *
yc_print_route_set_state (YcCall  *call,
                          GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  const char *state = yc_json_get_string (body, "state", "");
  g_autoptr (JsonObject) print = find (call, call->argument, error);
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate = NULL;

  if (print == NULL)
    return NULL;
  certificate = yc_case_store_load_certificate (
    &call->work, json_object_get_string_member (print, "serial"), &record, error);
  if (certificate == NULL ||
      !yc_prints_table_set_state (call->work.transaction, call->argument, state,
                                  yc_json_get_string (body, "detail", ""),
                                  yc_json_get_string (body, "job",
                                                      yc_json_get_string (print, "job", "")),
                                  call->work.now_text, error) ||
      !yc_work_add_audit (&call->work, "print.state", call->argument,
                          write_detail (certificate->serial, state, ""), error))
    return NULL;
  return answer (call, 200, call->argument, error);
}

/* What was printed is not printed once more under the same number. */
static gboolean
check_waits (JsonObject  *print,
             GError     **error)
{
  if (g_str_equal (json_object_get_string_member (print, "state"), "submitted"))
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                       _("This printing is over. To print once more, begin another one."));
  return FALSE;
}

/* The first sheet is the file as it was issued; each further one says which one it is. */
static GBytes *
make_sheet (YcCall      *call,
            JsonObject  *print,
            GError     **error)
{
  gint64 number = json_object_get_int_member (print, "number");
  g_autoptr (GDateTime) at =
    g_date_time_new_from_iso8601 (json_object_get_string_member (print, "asked_at"), NULL);
  g_autoptr (GBytes) pdf = yc_certificates_table_load_pdf (
    call->work.transaction, yc_service_get_vault (call->work.service),
    json_object_get_string_member (print, "serial"), error);

  if (pdf == NULL || number == 1)
    return g_steal_pointer (&pdf);
  return yc_print_mark_add (pdf, (guint) number, at, error);
}

YcHttpResponse *
yc_print_route_get_sheet (YcCall  *call,
                          GError **error)
{
  g_autoptr (JsonObject) print = find (call, call->argument, error);
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate = NULL;
  GBytes *sheet;

  if (print == NULL)
    return NULL;
  certificate = yc_case_store_load_certificate (
    &call->work, json_object_get_string_member (print, "serial"), &record, error);
  if (certificate == NULL || !check_allowed (call, record, certificate, error) ||
      !check_waits (print, error))
    return NULL;
  sheet = make_sheet (call, print, error);
  return sheet != NULL ? yc_http_response_new (200, "application/pdf", sheet) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printings of certificates: which one each is, why there was one more, and what comes out. */
#include "yc-routes-private.h"

#include "yc-case-store.h"
#include "yc-certificate-contents.h"
#include "yc-certificate-error.h"
#include "yc-day.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-overprint-sheet.h"
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
                                  yc_json_get_string (body, "printer",
                                                      yc_json_get_string (print, "printer", "")),
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

/* A length in mm as the query has it; 0 when it has none. */
static gboolean
read_mm (YcCall      *call,
         const char  *name,
         double      *mm,
         GError     **error)
{
  const char *text = yc_http_request_get_query (call->request, name);
  char *end = NULL;

  *mm = text != NULL ? g_ascii_strtod (text, &end) : 0.0;
  if (text == NULL || (end != text && *end == '\0' && *mm >= -YC_SHEET_SHIFT_MOST &&
                       *mm <= YC_SHEET_SHIFT_MOST))
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” has no meaning here."), name);
  return FALSE;
}

/* What the template's placeholders name, as it was when the certificate was issued. */
static JsonObject *
write_contents (YcCall               *call,
                YcCaseRecord         *record,
                YcCertificateRecord  *certificate,
                JsonObject           *item)
{
  g_autoptr (JsonObject) place =
    yc_certificate_contents_find_issuer (&call->work, record, item);
  JsonObject *data = yc_certificate_contents_write (&call->work, record, place);
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (certificate->issued_at, NULL);
  g_autoptr (GDateTime) local = at != NULL ? yc_day_in_china (at, 0) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");

  json_object_set_string_member (data, "serial", certificate->serial);
  json_object_set_string_member (data, "issued_at", certificate->issued_at);
  json_object_set_string_member (data, "today", day);
  return data;
}

/* Which of its printings this is, when the query names one of this certificate. */
static gboolean
find_number (YcCall               *call,
             YcCertificateRecord  *certificate,
             gint64               *number,
             GError              **error)
{
  const char *id = yc_http_request_get_query (call->request, "print");
  g_autoptr (JsonObject) print = id != NULL ? find (call, id, error) : NULL;

  *number = 1;
  if (id == NULL)
    return TRUE;
  if (print == NULL)
    return FALSE;
  if (g_str_equal (json_object_get_string_member (print, "serial"), certificate->serial))
    {
      *number = json_object_get_int_member (print, "number");
      return check_waits (print, error);
    }
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                       _("This is another certificate’s printing."));
  return FALSE;
}

/* A form that the template does not have is not there. */
static gboolean
check_form (YcCertificateTemplate  *template_,
            GError                **error)
{
  if (yc_certificate_template_get_has_overprint (template_))
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                       _("This certificate is printed on plain paper only"));
  return FALSE;
}

/* What has no room on the form is told in words: plain paper has room for it. */
static GBytes *
tell_room (GError  *why,
           GError **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  if (why->domain == YC_CERTIFICATE_ERROR)
    yc_findings_add (findings, "/overprint", "certificate",
                     yc_certificate_error_get_reason (why));
  if (yc_findings_finish (findings, error))
    g_propagate_error (error, g_error_copy (why));
  return NULL;
}

static GBytes *
make_overprint (YcCall               *call,
                YcCaseRecord         *record,
                YcCertificateRecord  *certificate,
                GError              **error)
{
  gboolean with_form = g_strcmp0 (yc_http_request_get_query (call->request, "view"), "form") == 0;
  YcShelf *shelf = yc_service_get_shelf (call->work.service);
  g_autoptr (JsonObject) item = yc_shelf_get (shelf, call->work.transaction, "item", record->item,
                                              record->catalog_version, error);
  g_autoptr (YcCertificateTemplate) template_ = NULL;
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) why = NULL;
  YcSheetShift shift;
  gint64 number;

  if (item == NULL || !read_mm (call, "x_mm", &shift.x_mm, error) ||
      !read_mm (call, "y_mm", &shift.y_mm, error) ||
      !find_number (call, certificate, &number, error))
    return NULL;
  template_ = yc_shelf_get_template (shelf, call->work.transaction,
                                     yc_json_get_string (item, "certificate", ""),
                                     record->catalog_version, error);
  if (template_ == NULL || !check_form (template_, error))
    return NULL;
  data = write_contents (call, record, certificate, item);
  pdf = yc_overprint_compose (template_, data, &shift, with_form, call->work.now, &why);
  if (pdf == NULL)
    return tell_room (why, error);
  if (number == 1)
    return g_steal_pointer (&pdf);
  return yc_print_mark_add (pdf, (guint) number, call->work.now, error);
}

/* What goes on a form that is printed already. */
YcHttpResponse *
yc_print_route_get_overprint (YcCall  *call,
                              GError **error)
{
  g_autoptr (YcCaseRecord) record = NULL;
  g_autoptr (YcCertificateRecord) certificate =
    yc_case_store_load_certificate (&call->work, call->argument, &record, error);
  GBytes *sheet;

  if (certificate == NULL || !check_allowed (call, record, certificate, error))
    return NULL;
  sheet = make_overprint (call, record, certificate, error);
  return sheet != NULL ? yc_http_response_new (200, "application/pdf", sheet) : NULL;
}

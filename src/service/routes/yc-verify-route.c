/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public page on which anyone checks that a certificate was issued. It tells what the paper in
 * the reader's hand should say, and nothing about the person. */
#include "yc-routes-private.h"

#include "yc-certificate-number.h"
#include "yc-certificates-table.h"
#include "yc-clock.h"
#include "yc-day.h"
#include "yc-service-error.h"

#include <string.h>

/* The reader chooses the language, not the service's own locale, so both are kept here. */
typedef struct
{
  const char *lang;
  const char *heading;
  const char *found;
  const char *sample;
  const char *not_found;
  const char *bad_number;
  const char *serial;
  const char *title;
  const char *issuer;
  const char *issued_at;
  const char *hash;
  const char *advice;
} Words;

static const Words chinese = {
  .lang = "zh-CN",
  .heading = "电子证明核验",
  .found = "该流水号的证明确由本系统出具。",
  .sample = "演练：这是样例数据，不具有任何效力。",
  .not_found = "本系统没有出具过该流水号的证明。",
  .bad_number = "这不是正确的流水号，请核对是否抄错。",
  .serial = "流水号",
  .title = "证明名称",
  .issuer = "出具单位",
  .issued_at = "出具日期",
  .hash = "文件校验值（SHA-256）",
  .advice = "请将以上内容与手中的证明逐项核对。电子文件还应核验其电子签名。",
};

static const Words english = {
  .lang = "en",
  .heading = "Certificate check",
  .found = "A certificate with this serial number was issued by this system.",
  .sample = "Practice: this is sample data without any effect.",
  .not_found = "This system has issued no certificate with this serial number.",
  .bad_number = "This is not a valid serial number. Please check that it was copied correctly.",
  .serial = "Serial number",
  .title = "Certificate",
  .issuer = "Issued by",
  .issued_at = "Date of issue",
  .hash = "Checksum of the file (SHA-256)",
  .advice = "Compare these with the certificate in your hand. For a file, also verify its "
            "signature.",
};

static const char style[] =
  "body{font:18px/1.6 'Noto Sans CJK SC',sans-serif;max-width:40em;margin:2em auto;padding:0 1em;"
  "color:#222;background:#fff}h1{font-size:1.4em}dl{display:grid;grid-template-columns:auto 1fr;"
  "gap:.3em 1.5em}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}.yes{border-left:.4em solid "
  "#26a269;padding-left:.8em}.no{border-left:.4em solid #c01c28;padding-left:.8em}"
  ".sample{background:#fdf3d7;padding:.5em .8em}";

/* Chinese unless the reader's first choice is another language. */
static const Words *
choose_words (YcHttpRequest *request)
{
  const char *header = yc_http_request_get_header (request, "accept-language");

  if (header == NULL || header[0] == '*' || g_ascii_strncasecmp (header, "zh", 2) == 0)
    return &chinese;
  return &english;
}

static void
append_entry (GString    *html,
              const char *name,
              const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (html, "<dt>%s</dt><dd>%s</dd>", name, escaped);
}

static void
append_certificate (GString                   *html,
                    const Words               *words,
                    const YcCertificateRecord *certificate)
{
  g_autoptr (GDateTime) issued = yc_clock_parse (certificate->issued_at);
  g_autoptr (GDateTime) local = yc_day_in_china (issued, 0);
  g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");

  if (certificate->sample)
    g_string_append_printf (html, "<p class=\"sample\">%s</p>", words->sample);
  g_string_append_printf (html, "<p class=\"yes\">%s</p><dl>", words->found);
  append_entry (html, words->serial, certificate->serial);
  append_entry (html, words->title, certificate->title);
  append_entry (html, words->issuer, certificate->place_name);
  append_entry (html, words->issued_at, day);
  append_entry (html, words->hash, certificate->sha256);
  g_string_append_printf (html, "</dl><p>%s</p>", words->advice);
}

static void
append_failure (GString     *html,
                const Words *words,
                const char  *serial)
{
  gboolean plausible = yc_certificate_number_check (serial);

  g_string_append_printf (html, "<p class=\"no\">%s</p><dl>",
                          plausible ? words->not_found : words->bad_number);
  append_entry (html, words->serial, serial);
  g_string_append (html, "</dl>");
}

static YcHttpResponse *
answer_page (const Words               *words,
             const char                *serial,
             const YcCertificateRecord *certificate)
{
  GString *html = g_string_new (NULL);
  YcHttpResponse *response;

  g_string_append_printf (html,
                          "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width\">"
                          "<meta name=\"robots\" content=\"noindex\">"
                          "<title>%s</title><style>%s</style></head><body><h1>%s</h1>",
                          words->lang, words->heading, style, words->heading);
  if (certificate != NULL)
    append_certificate (html, words, certificate);
  else
    append_failure (html, words, serial);
  g_string_append (html, "</body></html>\n");
  response = yc_http_response_new_text (certificate != NULL ? 200 : 404,
                                        "text/html; charset=utf-8", g_string_free (html, FALSE));
  yc_http_response_set_header (response, "Content-Language", words->lang);
  yc_http_response_set_header (response, "Content-Security-Policy",
                               "default-src 'none'; style-src 'unsafe-inline'");
  return response;
}

YcHttpResponse *
yc_verify_route_get (YcCall  *call,
                     GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcCertificateRecord) certificate = NULL;

  certificate = yc_certificates_table_find (call->work.transaction, call->argument, &local);
  if (certificate == NULL &&
      !g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return answer_page (choose_words (call->request), call->argument, certificate);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the first certificate of a process as quick as the others. */
#include "yc-certificate-warm-up.h"

#include "yc-certificate-composer.h"
#include "yc-json.h"

/* Something of all that certificates have: a title, words, a table, and what is in bold. */
static const char template_text[] =
  "{\"id\":\"warm-up\",\"type\":\"ZM01\",\"title\":\"证明\",\"addressee\":\"本单位\","
  "\"valid_months\":12,\"paragraphs\":[{\"text\":\"兹证明，{applicant.name}，A1。\"},"
  "{\"table\":{\"rows\":\"form.rows\",\"columns\":[{\"title\":\"姓名\",\"value\":\"{name}\","
  "\"width\":1}]}}]}";

static const char data_text[] =
  "{\"applicant\":{\"name\":\"样例\"},\"form\":{\"rows\":[{\"name\":\"样例\"}]}}";

void
yc_certificate_warm_up (void)
{
  g_autoptr (JsonNode) body = yc_json_parse (template_text, -1, NULL, NULL);
  g_autoptr (JsonNode) data = yc_json_parse (data_text, -1, NULL, NULL);
  g_autoptr (YcCertificateTemplate) template_ = yc_certificate_template_new (body, NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (0);
  const YcCertificateMarks marks = {
    .serial = "ZM01-000000000000-1970-000000-0",
    .verify_url = "http://127.0.0.1/verify/",
    .issuer = "样例单位",
    .issued_at = time,
    .purpose = YC_SHEET_SAMPLE,
  };
  g_autoptr (YcCertificateSeal) seal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sheet = NULL;

  sheet = yc_certificate_compose (template_, json_node_get_object (data), &marks, &seal, &error);

  if (sheet == NULL)
    g_message ("No certificate can be set yet: %s", error->message);
}

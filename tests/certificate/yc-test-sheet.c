/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template, data and marks to compose with, and what poppler's tools say of the result. */
#include "yc-test-sheet.h"

#include "yc-json.h"
#include "yc-pem-signer.h"

#include <glib/gstdio.h>

static const char template_text[] =
    "{'id':'tiered-water','type':'ZM01','title':'阶梯水费办理证明','addressee':'黄江供水有限公司（样例）',"
    "'valid_months':12,'paragraphs':["
    "{'text':'兹证明，{applicant.name}（公民身份号码：{applicant.id_number|mask}）的用水地址为"
    "{form.address}，现实际居住 {form.residents|number} 人。','style':'body'},"
    "{'text':'租户如下：','when':{'!!':[{'var':'form.tenants'}]}},"
    "{'table':{'rows':'form.tenants','columns':["
    "{'title':'序号','value':'{@index}','width':0.1},"
    "{'title':'姓名','value':'{name}','width':0.3},"
    "{'title':'公民身份号码','value':'{id_number|mask}','width':0.35},"
    "{'title':'入住日期','value':'{moved_in|date}','width':0.25}]}},"
    "{'text':'特此证明。'}]}";

GDateTime *
yc_test_sheet_get_time (void)
{
  static gsize time = 0;

  if (g_once_init_enter (&time))
    g_once_init_leave (&time, (gsize) g_date_time_new_utc (2026, 11, 21, 7, 42, 8.0));

  return (GDateTime *) time;
}

const YcCertificateMarks *
yc_test_sheet_get_marks (void)
{
  static YcCertificateMarks marks = {
    .serial = "ZM01-990119204001-2026-000123-U",
    .verify_url = "http://127.0.0.1:8080/verify/ZM01-990119204001-2026-000123-U",
    .issuer = "黄江镇北岸社区居民委员会",
    .purpose = YC_SHEET_SAMPLE,
  };
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      marks.issued_at = yc_test_sheet_get_time ();
      g_once_init_leave (&ready, 1);
    }

  return &marks;
}

JsonNode *
yc_test_sheet_parse (const char *quoted)
{
  g_autofree char *text = g_strdelimit (g_strdup (quoted), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);

  return node;
}

YcCertificateTemplate *
yc_test_sheet_parse_template (const char *quoted)
{
  g_autoptr (JsonNode) node = yc_test_sheet_parse (quoted);
  g_autoptr (GError) error = NULL;
  YcCertificateTemplate *template_ = yc_certificate_template_new (node, &error);

  g_assert_no_error (error);

  return template_;
}

YcCertificateTemplate *
yc_test_sheet_create_template (void)
{
  return yc_test_sheet_parse_template (template_text);
}

static JsonArray *
create_tenants (guint n_tenants)
{
  static const char *const names[] = {
    "李小燕", "阿卜杜热合曼·买买提", "𠮷田秀", "Catherine Vandenberghe", "欧阳建国", "马超",
  };
  JsonArray *tenants = json_array_new ();

  for (guint i = 0; i < n_tenants; i++)
    {
      JsonObject *tenant = json_object_new ();

      json_object_set_string_member (tenant, "name", names[i % G_N_ELEMENTS (names)]);
      json_object_set_string_member (tenant, "id_number", "990101199203124512");
      json_object_set_string_member (tenant, "moved_in", "2025-03-01");
      json_array_add_object_element (tenants, tenant);
    }

  return tenants;
}

JsonObject *
yc_test_sheet_create_data (guint n_tenants)
{
  g_autoptr (JsonNode) node = yc_test_sheet_parse (
      "{'applicant':{'name':'周明德','id_number':'990101196803124516'},"
      "'form':{'address':'黄江镇北岸社区沿河路27号','residents':1204}}");
  JsonObject *data = json_object_ref (json_node_get_object (node));

  json_object_set_array_member (json_object_get_object_member (data, "form"), "tenants",
                                create_tenants (n_tenants));

  return data;
}

GBytes *
yc_test_sheet_issue (guint n_tenants, YcSigner *signer)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (n_tenants);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = yc_certificate_issue (template_, data, yc_test_sheet_get_marks (), signer, &error);

  g_assert_no_error (error);

  return pdf;
}

GBytes *
yc_test_sheet_issue_sample (guint n_tenants)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (&error);

  g_assert_no_error (error);

  return yc_test_sheet_issue (n_tenants, signer);
}

static void
write_file (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

char *
yc_test_sheet_run (GBytes *pdf, const char *program, const char *arguments, gboolean to_stdout)
{
  g_autofree char *folder = g_dir_make_tmp ("yc-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *line = g_strdup_printf ("%s %s %s %s", program, arguments, path,
                                           to_stdout ? "-" : "");
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  write_file (path, pdf);
  g_spawn_command_line_sync (line, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return output;
}

guint
yc_test_sheet_count_red (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) picture = NULL;
  const guint8 *data;
  gsize size;
  guint n = 0;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, "pdftoppm", "-r", "50", "-f", "1", "-l", "1", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &picture, NULL, &error);
  g_assert_no_error (error);

  /* Three bytes a pixel behind a head of 15 bytes, "P6 414 585 255". */
  data = g_bytes_get_data (picture, &size);
  g_assert_cmpuint (size, >, 15);
  for (gsize i = size % 3; i + 2 < size; i += 3)
    n += data[i] > 150 && data[i + 1] < 90 && data[i + 2] < 90;

  return n;
}

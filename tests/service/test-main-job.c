/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main job against a real service with the sample catalog: taken in, returned, mended,
 * approved, certificate. */
#include "yc-test-service.h"

#include "yc-json.h"
#include "yc-uuid.h"

#include <glib.h>

#define MATERIALS                                                                                \
  "[{\"id\":\"id-card\",\"status\":\"fetched\"},{\"id\":\"water-bill\",\"status\":\"complete\"}," \
  "{\"id\":\"property\",\"status\":\"complete\"},{\"id\":\"lease\",\"status\":\"complete\"},"     \
  "{\"id\":\"residence\",\"status\":\"tolerated\"}]"

#define FORM(own)                                                                                \
  "{\"meter_account\":\"20260718\",\"water_address\":\"东莞市黄江镇北岸社区样例一路 8 号\","         \
  "\"relation\":\"户主本人\",\"tenure\":\"自有，部分出租\",\"own_residents\":" own ","              \
  "\"has_tenants\":true,\"tenants\":[{\"name\":\"马建国\",\"id_number\":\"99010119850125551X\","   \
  "\"moved_in\":\"2026-03-01\",\"residence_permit\":true}],\"residents\":5,"                     \
  "\"reason\":\"租户同住，申请增加计费人口。\",\"phone\":\"10000000101\"}"

#define APPLICANT "{\"name\":\"周伯安\",\"id_number\":\"990101198103161155\"}"

static gint64
get_catalog_version (YcTestService *service,
                     const char    *token)
{
  g_autoptr (JsonObject) changes =
    yc_test_service_get (service, "/api/v1/catalog/changes?after=0&limit=2000", token, 200);

  g_assert_false (json_object_get_boolean_member (changes, "more"));
  return json_object_get_int_member (changes, "version");
}

static void
test_main_job (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autofree char *clerk = yc_test_service_sign_in (service, "chenxiao");
  g_autofree char *reviewer = yc_test_service_sign_in (service, "wangfang");
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *path = g_strconcat ("/api/v1/cases/", id, NULL);
  g_autofree char *decisions = g_strconcat (path, "/decisions", NULL);
  g_autofree char *submissions = g_strconcat (path, "/submissions", NULL);
  g_autofree char *pdf_path = g_strconcat (path, "/certificate", NULL);
  g_autofree char *body = g_strdup_printf (
    "{\"id\":\"%s\",\"item\":\"YS-0101\",\"catalog_version\":%" G_GINT64_FORMAT ",\"applicant\":"
    APPLICANT ",\"materials\":" MATERIALS ",\"form\":" FORM ("4") "}", id,
    get_catalog_version (service, clerk));
  g_autofree char *again = g_strdup_printf (
    "{\"catalog_version\":%" G_GINT64_FORMAT ",\"applicant\":" APPLICANT ",\"materials\":" MATERIALS
    ",\"form\":" FORM ("4") "}", get_catalog_version (service, clerk));
  g_autoptr (JsonObject) taken = NULL, returned = NULL, mended = NULL, issued = NULL;
  g_autoptr (YcTestAnswer) pdf = NULL;

  taken = yc_test_service_post (service, "/api/v1/cases", clerk, "Idempotency-Key: a\r\n", body, 201);
  g_assert_cmpstr (json_object_get_string_member (taken, "state"), ==, "submitted");
  returned = yc_test_service_post (
    service, decisions, reviewer, "Idempotency-Key: b\r\nIf-Match: \"1\"\r\n",
    "{\"decision\":\"return\",\"reason\":\"R-LEASE-SIGN\",\"cause\":\"clerk\",\"note\":\"补签\"}", 200);
  g_assert_cmpstr (json_object_get_string_member (returned, "state"), ==, "returned");
  mended = yc_test_service_post (service, submissions, clerk,
                                 "Idempotency-Key: c\r\nIf-Match: \"2\"\r\n", again, 200);
  g_assert_cmpint (json_object_get_int_member (mended, "n_tries"), ==, 2);
  issued = yc_test_service_post (service, decisions, reviewer,
                                 "Idempotency-Key: d\r\nIf-Match: \"3\"\r\n",
                                 "{\"decision\":\"approve\"}", 200);
  g_assert_cmpstr (json_object_get_string_member (issued, "state"), ==, "issued");
  pdf = yc_test_service_request (service, "GET", pdf_path, clerk, NULL, NULL);
  g_assert_cmpuint (pdf->status, ==, 200);
  g_assert_true (g_str_has_prefix (yc_test_answer_get_text (pdf), "%PDF-1.4"));
  g_assert_cmpint (yc_test_service_stop (service), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/main-job", test_main_job);
  return g_test_run ();
}

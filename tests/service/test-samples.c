/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample cases have files, and whoever may see such a case can open them. */
#include "yc-test-service.h"

#include "yc-attachment.h"
#include "yc-file-type.h"
#include "yc-json.h"

#define API "/api/v1"

static JsonObject *
load_first (YcTestService *service,
            const char    *token,
            const char    *query)
{
  g_autofree char *path = g_strconcat (API "/cases?", query, NULL);
  g_autoptr (JsonObject) list = yc_test_service_get (service, path, token, 200);
  JsonArray *cases = yc_json_get_array (list, "cases");
  g_autofree char *address = NULL;

  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  address = g_strconcat (
    API "/cases/", yc_json_get_string (json_array_get_object_element (cases, 0), "id", NULL), NULL);
  return yc_test_service_get (service, address, token, 200);
}

static void
assert_file (YcTestService *service,
             const char    *token,
             JsonObject    *a_case,
             const char    *pointer)
{
  JsonNode *file = yc_json_pointer_get (yc_json_get_member (a_case, "form"), pointer);
  g_autofree char *path = g_strconcat (API "/files/", yc_attachment_get_id (file), NULL);
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (service, "GET", path, token, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_attachment_is_valid (file));
  g_assert_true (g_str_has_prefix (yc_attachment_get_name (file), "样例"));
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpint (answer->body->len, ==, yc_attachment_get_size (file));
  g_assert_cmpstr (yc_file_type_check (answer->body->data, answer->body->len, &error), ==,
                   yc_attachment_get_type (file));
  g_assert_no_error (error);
}

static void
test_files (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autofree char *village = yc_test_service_sign_in (service, "wangfang");
  g_autofree char *town = yc_test_service_sign_in (service, "hejing");
  g_autoptr (JsonObject) utility = load_first (service, village, "view=review&item=YS-0102");
  g_autoptr (JsonObject) lease = load_first (service, town, "view=place&item=ZJ-0701");

  assert_file (service, village, utility, "/photos/0");
  assert_file (service, village, utility, "/photos/1");
  assert_file (service, town, lease, "/contract");
  assert_file (service, town, lease, "/photos/1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/files", test_files);
  return g_test_run ();
}

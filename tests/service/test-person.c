/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of a person at the counter: only for who has number and name, and noted. */
#include "yc-api-fixture.h"

#include "yc-json.h"
#include "yc-uuid.h"

#define API "/api/v1"
#define APPROVE "{\"decision\":\"approve\"}"

static JsonObject *
ask (YcApiFixture *self,
     const char   *token,
     const char   *name,
     const char   *item)
{
  g_autofree char *body = g_strdup_printf (
    "{\"id_number\":\"990101198103161155\",\"name\":\"%s\",\"item\":\"%s\"}", name, item);

  return yc_test_service_post (self->service, API "/people/records", token, NULL, body, 200);
}

static void
assert_known (JsonObject *records,
              const char *earlier,
              guint       n_licences)
{
  g_autoptr (JsonObject) owned = records;
  JsonObject *form = yc_json_get_object (yc_json_get_object (records, "earlier"), "form");
  JsonArray *licences = yc_json_get_array (records, "licences");

  g_assert_cmpint (form != NULL, ==, earlier != NULL);
  g_assert_cmpstr (yc_json_get_string (form, "account", ""), ==, earlier != NULL ? earlier : "");
  g_assert_cmpuint (json_array_get_length (licences), ==, n_licences);
  for (guint i = 0; i < n_licences; i++)
    {
      JsonObject *licence = json_array_get_object_element (licences, i);

      g_assert_cmpstr (yc_json_get_string (licence, "item", NULL), ==, "TS-0001");
      g_assert_cmpstr (yc_json_get_string (licence, "serial", ""), !=, "");
      g_assert_cmpstr (yc_json_get_string (yc_json_get_object (licence, "form"), "account", NULL),
                       ==, "20260718");
    }
}

static void
test_records (YcApiFixture *self)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) issued = NULL;

  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), NULL, 0);
  id = yc_api_fixture_submit (self, "TS-0001");
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "20260718", 0);
  issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "20260718", 1);
  /* Another item has no earlier case, but the same certificates. */
  assert_known (ask (self, self->clerk, "周伯安", "TS-0002"), NULL, 1);
  /* Nor does another town know of the case. */
  assert_known (ask (self, self->other_clerk, "周伯安", "TS-0001"), NULL, 1);
  /* Who has only the number learns nothing. */
  assert_known (ask (self, self->clerk, "周某", "TS-0001"), NULL, 0);
}

static void
test_withdrawn (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *path = yc_api_fixture_get_path (id, "/withdrawal");
  g_autofree char *headers = yc_api_fixture_write_headers (1);
  g_autoptr (JsonObject) withdrawn = NULL;

  assert_known (ask (self, self->clerk, "周伯安", "TS-0002"), "", 1);
  withdrawn =
    yc_test_service_post (self->service, path, self->clerk, headers, "{\"note\":\"不办了\"}", 200);
  assert_known (ask (self, self->clerk, "周伯安", "TS-0002"), NULL, 1);
}

/* What must hold between the fields of a form is asked here as at the desk. */
static void
test_checks (YcApiFixture *self)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (
    self, id, "TS-0001", NULL, NULL, "{\"account\":\"00000000\",\"people\":40,\"double\":80}");
  g_autoptr (JsonObject) problem =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 422);
  JsonObject *first = json_array_get_object_element (yc_json_get_array (problem, "errors"), 0);

  g_assert_cmpstr (yc_json_get_string (first, "pointer", NULL), ==, "/form/people");
  g_assert_cmpstr (yc_json_get_string (first, "message", NULL), ==, "空户号不能超过30人");
}

/* A form that was filled some days ago is computed for that day; long ago is too long. */
static void
submit_day (YcApiFixture *self,
            int           days,
            guint         status)
{
  g_autoptr (GTimeZone) china = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) now = g_date_time_new_now (china);
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);
  g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = g_strdup_printf (
    "{\"id\":\"%s\",\"item\":\"TS-0005\",\"catalog_version\":%d,\"applicant\":" YC_API_APPLICANT
    ",\"materials\":[],\"filled_on\":\"%s\",\"form\":{\"day\":\"%s\"}}",
    id, (int) self->version, day, day);
  g_autoptr (JsonObject) answer =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, status);

  if (status == 201)
    g_assert_cmpstr (yc_json_get_string (yc_json_get_object (answer, "form"), "day", NULL), ==,
                     day);
}

static void
test_day (YcApiFixture *self)
{
  submit_day (self, 0, 201);
  submit_day (self, -5, 201);
  submit_day (self, -40, 422);
  submit_day (self, 3, 422);
}

static const YcApiTest tests[] = {
  { "/person/records", test_records },
  { "/person/withdrawn", test_withdrawn },
  { "/person/checks", test_checks },
  { "/person/day", test_day },
  { NULL, NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}

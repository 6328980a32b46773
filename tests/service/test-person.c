/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of a person at the counter: only for who has number and name, and noted. */
#include "yc-api-ledger.h"

#include "yc-json.h"
#include "yc-uuid.h"

#include <string.h>

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

/* Of either form only "account", which is all that is asked; @licences, joined by a space, are the
 * items whose certificates are told of. */
static void
assert_known (JsonObject *records,
              const char *earlier,
              const char *licences)
{
  g_autoptr (JsonObject) owned = records;
  JsonObject *form = yc_json_get_object (yc_json_get_object (records, "earlier"), "form");
  JsonArray *array = yc_json_get_array (records, "licences");
  g_autoptr (GString) items = g_string_new (NULL);

  g_assert_cmpint (form != NULL, ==, earlier != NULL);
  g_assert_cmpstr (yc_json_get_string (form, "account", NULL), ==, earlier);
  g_assert_cmpuint (form != NULL ? json_object_get_size (form) : 1, ==, 1);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *licence = json_array_get_object_element (array, i);
      JsonObject *told = yc_json_get_object (licence, "form");

      g_string_append_printf (items, "%s%s", i > 0 ? " " : "",
                              yc_json_get_string (licence, "item", NULL));
      g_assert_cmpstr (yc_json_get_string (licence, "serial", ""), !=, "");
      g_assert_cmpstr (yc_json_get_string (told, "account", NULL), ==, "20260718");
      g_assert_cmpuint (json_object_get_size (told), ==, 1);
    }
  g_assert_cmpstr (items->str, ==, licences);
}

static void
issue (YcApiFixture *self,
       const char   *item)
{
  g_autofree char *id = yc_api_fixture_submit (self, item);
  g_autoptr (JsonObject) issued =
    yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);

  g_assert_nonnull (issued);
}

static void
test_records (YcApiFixture *self)
{
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), NULL, "");
  issue (self, "TS-0001");
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "20260718", "TS-0001");
  /* Another item has no earlier case, but the same certificates. */
  assert_known (ask (self, self->clerk, "周伯安", "TS-0006"), NULL, "TS-0001");
  /* Who has only the number learns nothing. */
  assert_known (ask (self, self->clerk, "周某", "TS-0001"), NULL, "");
}

/* An item whose form asks for nothing, has no form or does not exist gives no reason to look. */
static void
test_purpose (YcApiFixture *self)
{
  static const char *const items[] = { "TS-0002", "TS-0004", "TS-0005", "NO-9999", "" };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    assert_known (ask (self, self->clerk, "周伯安", items[i]), NULL, "");
}

/* Another town knows of no case and no certificate, but of those that the city shares. */
static void
test_places (YcApiFixture *self)
{
  g_autofree char *neighbour = NULL;

  yc_test_service_add_user (self->service, self->root, "neighbour", "clerk", "990901001002");
  yc_test_service_add_user (self->service, self->root, "above", "clerk", "990901001");
  neighbour = yc_test_service_sign_in (self->service, "neighbour");
  assert_known (ask (self, self->other_clerk, "周伯安", "TS-0001"), NULL, "");
  assert_known (ask (self, self->other_clerk, "周伯安", "TS-0006"), NULL, "");
  assert_known (ask (self, neighbour, "周伯安", "TS-0001"), NULL, "");
  issue (self, "TS-0007");
  assert_known (ask (self, self->other_clerk, "周伯安", "TS-0001"), NULL, "");
  assert_known (ask (self, self->other_clerk, "周伯安", "TS-0006"), NULL, "TS-0007");
  assert_known (ask (self, neighbour, "周伯安", "TS-0006"), NULL, "TS-0007");
  g_free (neighbour);
  neighbour = yc_test_service_sign_in (self->service, "above");
  assert_known (ask (self, neighbour, "周伯安", "TS-0001"), "20260718", "TS-0001");
}

/* Twelve months after the day on which it was issued in China, as its template says. */
static void
assert_last_day (JsonObject *licence)
{
  g_autoptr (GDateTime) issued =
    g_date_time_new_from_iso8601 (yc_json_get_string (licence, "issued_at", ""), NULL);
  g_autoptr (GDateTime) there = g_date_time_add_hours (issued, 8);
  g_autoptr (GDateTime) last = g_date_time_add_years (there, 1);
  g_autofree char *day = g_date_time_format (last, "%Y-%m-%d");

  g_assert_cmpstr (yc_json_get_string (licence, "valid_until", NULL), ==, day);
}

/* @licences: the kinds that are told of for @item, each with a space behind it */
static void
assert_licences (YcApiFixture *self,
                 const char   *token,
                 const char   *name,
                 const char   *item,
                 const char   *licences)
{
  g_autofree char *body = g_strdup_printf (
    "{\"id_number\":\"990101198103161155\",\"name\":\"%s\",\"items\":[\"%s\",\"NO-9999\"]}", name, item);
  g_autoptr (JsonObject) told =
    yc_test_service_post (self->service, API "/people/licences", token, NULL, body, 200);
  JsonArray *array = yc_json_get_array (told, "licences");
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *licence = json_array_get_object_element (array, i);

      g_string_append_printf (kinds, "%s ", yc_json_get_string (licence, "kind", NULL));
      g_assert_cmpuint (g_utf8_strlen (yc_json_get_string (licence, "serial", ""), -1), ==, 5);
      assert_last_day (licence);
      g_assert_cmpuint (json_object_get_size (licence), ==, 5);
    }
  g_assert_cmpstr (kinds->str, ==, licences);
}

/* For a plan: that there is a document of a kind that the items name, once, under the same rules. */
static void
test_licences (YcApiFixture *self)
{
  issue (self, "TS-0001");
  issue (self, "TS-0007");
  assert_licences (self, self->clerk, "周伯安", "TS-0006", "shared_proof test_proof ");
  /* Whose materials name nothing that was issued, gives no reason to know. */
  assert_licences (self, self->clerk, "周伯安", "TS-0001", "");
  assert_licences (self, self->clerk, "周某", "TS-0006", "");
  assert_licences (self, self->other_clerk, "周伯安", "TS-0006", "shared_proof ");
}

static gint64
count (YcApiFixture *self,
       const char   *sql)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);

  yc_api_ledger_assert_sound (ledger);
  return yc_api_ledger_count (ledger, sql);
}

/* The last character may be typed small, or with spaces around. */
static void
test_spelling (YcApiFixture *self)
{
  static const char *const spellings[] = { "99010119850125551X", "99010119850125551x",
                                           " 99010119850125551x " };
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = yc_api_fixture_write_case (
    self, id, "TS-0001", "{\"name\":\"马建国\",\"id_number\":\"99010119850125551X\"}", NULL, NULL);
  g_autoptr (JsonObject) taken =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 201);

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *question = g_strdup_printf (
        "{\"id_number\":\"%s\",\"name\":\"马建国\",\"item\":\"TS-0001\"}", spellings[i]);
      g_autoptr (JsonObject) known = yc_test_service_post (
        self->service, API "/people/records", self->clerk, NULL, question, 200);

      g_assert_true (json_object_has_member (known, "earlier"));
    }
}

/* Every look is noted with what it gave, and without whose it was in clear. */
static void
test_noted (YcApiFixture *self)
{
  gint64 before = count (self, "SELECT count(*) FROM audit WHERE action = 'person.look'");

  assert_known (ask (self, self->clerk, "周某", "TS-0001"), NULL, "");
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "20260718", "TS-0001");
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE action = 'person.look'"), ==,
                   before + 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE action = 'person.look' AND "
                          "by_id = 'clerk' AND detail LIKE '%\"earlier\":\"BA-%' AND "
                          "detail LIKE '%\"item\":\"TS-0001\"%'"), >, 0);
  assert_licences (self, self->clerk, "周伯安", "TS-0004", "");
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE action = 'person.look' AND "
                          "by_id = 'clerk' AND detail LIKE '%\"items\":[\"TS-0004\"%'"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE subject LIKE '%99010119810316%' "
                          "OR detail LIKE '%99010119810316%' OR detail LIKE '%周伯安%'"), ==, 0);
}

/* Nobody looks at people by the hundred. */
static void
test_many (YcApiFixture *self)
{
  const char *body = "{\"id_number\":\"990101198103161155\",\"name\":\"周某\",\"item\":\"\"}";
  g_autofree char *token = NULL;
  guint n_answered = 0;

  yc_test_service_add_user (self->service, self->root, "curious", "clerk", "990901001001");
  token = yc_test_service_sign_in (self->service, "curious");
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (YcTestAnswer) answer = yc_test_service_request (
        self->service, "POST", API "/people/records", token, NULL, body);

      if (answer->status == 429)
        {
          g_assert_nonnull (yc_test_answer_get (answer, "retry-after"));
          break;
        }
      g_assert_cmpuint (answer->status, ==, 200);
      n_answered++;
    }
  g_assert_cmpuint (n_answered, >=, 120);
  g_assert_cmpuint (n_answered, <, 130);
  /* Others go on. */
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "20260718", "TS-0001");
}

/* What was taken back is no earlier case: the one before it is. */
static void
test_withdrawn (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *path = yc_api_fixture_get_path (id, "/withdrawal");
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *again = yc_api_fixture_write_headers (1);
  g_autofree char *body = yc_api_fixture_write_case (
    self, id, "TS-0001", NULL, NULL, "{\"account\":\"11112222\",\"people\":5,\"double\":10}");
  g_autoptr (JsonObject) taken =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 201);
  g_autoptr (JsonObject) withdrawn = NULL;

  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "11112222", "TS-0001");
  withdrawn =
    yc_test_service_post (self->service, path, self->clerk, again, "{\"note\":\"不办了\"}", 200);
  assert_known (ask (self, self->clerk, "周伯安", "TS-0001"), "20260718", "TS-0001");
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
  { "/person/purpose", test_purpose },
  { "/person/places", test_places },
  { "/person/licences", test_licences },
  { "/person/withdrawn", test_withdrawn },
  { "/person/spelling", test_spelling },
  { "/person/noted", test_noted },
  { "/person/many", test_many },
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

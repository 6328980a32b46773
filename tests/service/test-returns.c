/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the ten-percent rules: what counts, when, and that each figure is its list. */
#include "yc-api-fixture.h"

#include "yc-case-totals.h"
#include "yc-json.h"
#include "yc-sqlite-database.h"

#define SUMMARY "/api/v1/returns/summary?from=2026-03-01&to=2026-03-31"
#define RETURN(cause, reason)                                                                    \
  "{\"decision\":\"return\",\"reason\":\"" reason "\",\"cause\":\"" cause "\",\"note\":\"x\"}"

/* Moves a case's first submission to another time, as if it had always been there. */
static void
move (YcApiFixture *self,
      const char   *id,
      const char   *to)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
  g_autofree char *sql =
    g_strdup_printf ("UPDATE cases SET submitted_at = '%s' WHERE id = '%s'", to, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDatabase) database = yc_sqlite_database_open_existing (path, &error);
  g_autoptr (YcTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = yc_database_begin_write (database, &error);
  g_assert_no_error (error);
  yc_transaction_run (transaction, &error, sql, "");
  g_assert_no_error (error);
  yc_case_totals_fill (transaction, &error);
  g_assert_no_error (error);
  yc_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
mend (YcApiFixture *self,
      const char   *id,
      gint64        version)
{
  g_autofree char *path = yc_api_fixture_get_path (id, "/submissions");
  g_autofree char *headers = yc_api_fixture_write_headers (version);
  g_autofree char *body = yc_api_fixture_write_case (self, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (JsonObject) mended =
    yc_test_service_post (self->service, path, self->clerk, headers, body, 200);
}

static void
add_case (YcApiFixture *self,
          const char   *submitted_at,
          const char   *first_return,
          const char   *second_return)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autoptr (JsonObject) first = NULL, second = NULL;

  if (first_return != NULL)
    first = yc_api_fixture_decide (self, self->reviewer, id, 1, first_return, 200);
  if (second_return != NULL)
    {
      mend (self, id, 2);
      second = yc_api_fixture_decide (self, self->reviewer, id, 3, second_return, 200);
    }
  move (self, id, submitted_at);
}

static JsonObject *
find (JsonObject *summary,
      const char *list,
      const char *member,
      const char *value)
{
  JsonArray *array = json_object_get_array_member (summary, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (array, i),
                                                    member), value))
      return json_array_get_object_element (array, i);
  return NULL;
}

static void
assert_int (JsonObject *object,
            const char *member,
            gint64      value)
{
  g_assert_nonnull (object);
  g_assert_cmpint (json_object_get_int_member (object, member), ==, value);
}

static gint64
count_list (YcApiFixture *self,
            const char   *query)
{
  g_autofree char *path =
    g_strdup_printf ("/api/v1/cases?limit=200&from=2026-03-01&to=2026-03-31&%s", query);
  g_autoptr (JsonObject) page = yc_test_service_get (self->service, path, self->supervisor, 200);

  return json_array_get_length (json_object_get_array_member (page, "cases"));
}

/* 20 cases of the month; days are China's, so that 16:00 UTC is the next day. */
static void
test_summary (YcApiFixture *self)
{
  g_autoptr (JsonObject) summary = NULL, none = NULL;
  JsonObject *clerk, *item;

  add_case (self, "2026-02-28T15:59:59.999Z", RETURN ("clerk", "R-ONE"), NULL);
  add_case (self, "2026-02-28T16:00:00.000Z", RETURN ("clerk", "R-ONE"), NULL);
  add_case (self, "2026-03-31T15:59:59.999Z", RETURN ("clerk", "R-ONE"), RETURN ("clerk", "R-ONE"));
  add_case (self, "2026-03-31T16:00:00.000Z", RETURN ("clerk", "R-ONE"), NULL);
  add_case (self, "2026-03-10T02:00:00.000Z", RETURN ("clerk", "R-ONE"), RETURN ("standard", "R-TWO"));
  for (guint i = 0; i < 17; i++)
    add_case (self, "2026-03-11T02:00:00.000Z", NULL, NULL);
  summary = yc_test_service_get (self->service, SUMMARY, self->supervisor, 200);
  assert_int (summary, "intake", 20);
  assert_int (summary, "returns", 3);
  clerk = find (summary, "by_clerk", "id", "clerk");
  assert_int (clerk, "intake", 20);
  assert_int (clerk, "returns", 3);
  assert_int (clerk, "clerk_returns", 3);
  g_assert_cmpstr (json_object_get_string_member (clerk, "verdict"), ==, "over");
  item = find (summary, "by_item", "code", "TS-0001");
  assert_int (item, "standard_returns", 1);
  g_assert_cmpstr (json_object_get_string_member (item, "verdict"), ==, "within");
  assert_int (find (summary, "by_cause", "cause", "clerk"), "returns", 3);
  assert_int (find (summary, "by_cause", "cause", "standard"), "returns", 1);
  assert_int (find (summary, "by_reason", "id", "R-ONE"), "returns", 3);
  assert_int (find (summary, "by_reason", "id", "R-TWO"), "returns", 1);
  /* Each figure opens its cases. */
  g_assert_cmpint (count_list (self, "clerk=clerk"), ==, 20);
  g_assert_cmpint (count_list (self, "clerk=clerk&returned=true"), ==, 3);
  g_assert_cmpint (count_list (self, "clerk=clerk&cause=clerk"), ==, 3);
  g_assert_cmpint (count_list (self, "item=TS-0001&cause=standard"), ==, 1);
  g_assert_cmpint (count_list (self, "reason=R-TWO"), ==, 1);
  none = yc_test_service_get (self->service, SUMMARY "&place=990901001002", self->supervisor, 200);
  assert_int (none, "intake", 0);
}

/* Exactly ten in a hundred is not over, and below the smallest sample the rule does not speak. */
static void
test_line (YcApiFixture *self)
{
  g_autoptr (JsonObject) ten = NULL, few = NULL;

  for (guint i = 0; i < 20; i++)
    add_case (self, "2026-05-11T02:00:00.000Z", i < 2 ? RETURN ("clerk", "R-ONE") : NULL, NULL);
  for (guint i = 0; i < 19; i++)
    add_case (self, "2026-06-11T02:00:00.000Z", i < 9 ? RETURN ("clerk", "R-ONE") : NULL, NULL);
  ten = yc_test_service_get (self->service, "/api/v1/returns/summary?from=2026-05-01&to=2026-05-31",
                             self->supervisor, 200);
  few = yc_test_service_get (self->service, "/api/v1/returns/summary?from=2026-06-11&to=2026-06-11",
                             self->supervisor, 200);
  g_assert_cmpstr (json_object_get_string_member (find (ten, "by_clerk", "id", "clerk"),
                                                  "verdict"), ==, "within");
  g_assert_cmpstr (json_object_get_string_member (find (few, "by_clerk", "id", "clerk"),
                                                  "verdict"), ==, "too-small");
}

static const YcApiTest tests[] = {
  { "/returns/summary", test_summary },
  { "/returns/line", test_line },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans: who finds them, who may open them, and who is responsible while they are passed on. */
#include "yc-api-ledger.h"

#include "yc-json.h"
#include "yc-plan-number.h"
#include "yc-sqlite-database.h"
#include "yc-uuid.h"

#include <string.h>

#define API "/api/v1"
#define ID_NUMBER "990101198103161155"
#define CONTENTS                                                                                 \
  "\"title\":\"测试事项\",\"catalog_version\":1,\"citizen\":{\"name\":\"周伯安\",\"id_number\":\"" ID_NUMBER      \
  "\"},\"need\":\"%s\",\"plan\":{\"items\":[\"TS-0001\"],\"answers\":{\"a\":{\"b\":true}}}}"
#define TO_OTHER                                                                                 \
  "{\"to\":{\"kind\":\"counter\",\"place\":\"990901002001\",\"name\":\"丙村综合窗口\"},"                   \
  "\"due\":\"2999-01-01\",\"note\":\"群众下午去\"}"

static gint64
count (YcApiFixture *self,
       const char   *sql)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);

  return yc_api_ledger_count (ledger, sql);
}

static JsonObject *
save (YcApiFixture *self,
      const char   *id,
      const char   *need)
{
  g_autofree char *contents = g_strdup_printf (CONTENTS, need);
  g_autofree char *body = g_strdup_printf ("{\"id\":\"%s\",%s", id, contents);
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, API "/plans", self->clerk, headers, body, 201);
}

/* (transfer full): what POST /plans/ID/WHAT answers */
static JsonObject *
post (YcApiFixture *self,
      const char   *token,
      const char   *id,
      const char   *what,
      gint64        version,
      const char   *body,
      guint         status)
{
  g_autofree char *path = g_strconcat (API "/plans/", id, "/", what, NULL);
  g_autofree char *headers = version > 0 ? yc_api_fixture_write_headers (version) : NULL;

  return yc_test_service_post (self->service, path, token, headers, body, status);
}

static guint
search (YcApiFixture *self,
        const char   *token,
        const char   *number,
        gboolean      with_card)
{
  g_autofree char *first = number != NULL ? g_strdup_printf ("\"number\":\"%s\"", number) : NULL;
  g_autofree char *body =
    g_strdup_printf ("{%s%s%s}", first != NULL ? first : "",
                     first != NULL && with_card ? "," : "",
                     with_card ? "\"id_number\":\"" ID_NUMBER "\"" : "");
  g_autoptr (JsonObject) found =
    yc_test_service_post (self->service, API "/plans/searches", token, NULL, body, 200);

  return json_array_get_length (yc_json_get_array (found, "plans"));
}

static const char *
get_holder (JsonObject *plan)
{
  return yc_json_get_string (yc_json_get_object (plan, "holder"), "id", "");
}

static const char *
get_last_state (JsonObject *plan)
{
  JsonArray *hand_overs = yc_json_get_array (plan, "hand_overs");
  guint n = json_array_get_length (hand_overs);

  return n > 0 ? yc_json_get_string (json_array_get_object_element (hand_overs, n - 1), "state", "")
               : "none";
}

/* A number that is right, found by both numbers and by ID number; nothing personal lies open. */
static void
test_saved (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *local = yc_plan_number_compose_local (id);
  g_autoptr (JsonObject) saved = save (self, id, "迁户口");
  g_autoptr (JsonObject) again = save (self, id, "迁户口");
  const char *number = yc_json_get_string (saved, "number", "");
  g_autofree char *typed = g_ascii_strdown (number, -1);
  g_autofree char *normal = yc_plan_number_normalize (typed);
  g_autoptr (JsonObject) changed = NULL;
  g_autofree char *contents = g_strdup_printf ("{" CONTENTS, "还要入学");

  g_assert_cmpstr (normal, ==, number);
  g_assert_true (g_str_has_prefix (number, "JH-990901001001-"));
  g_assert_cmpstr (yc_json_get_string (again, "number", ""), ==, number);
  g_assert_cmpstr (yc_json_get_string (saved, "local_number", ""), ==, local);
  g_assert_cmpstr (get_holder (saved), ==, "clerk");
  g_assert_cmpuint (search (self, self->clerk, typed, FALSE), ==, 1);
  g_assert_cmpuint (search (self, self->clerk, local, FALSE), ==, 1);
  g_assert_cmpuint (search (self, self->clerk, NULL, TRUE), >=, 1);
  g_assert_cmpuint (search (self, self->clerk, "JH-990901001001-2026-999999-0", FALSE), ==, 0);
  changed = post (self, self->clerk, id, "contents", 1, contents, 200);
  g_assert_cmpint (yc_json_get_int (changed, "version", 0), ==, 2);
  g_assert_cmpstr (yc_json_get_string (changed, "need", ""), ==, "还要入学");
  g_assert_true (json_object_has_member (yc_json_get_object (changed, "plan"), "answers"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM plans WHERE instr(citizen, '99010119') > 0 OR "
                                "instr(content, '迁户口') > 0 OR title LIKE '%周%'"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE subject LIKE '%99010119%' OR "
                                "detail LIKE '%99010119%' OR detail LIKE '%周伯安%'"), ==, 0);
}

static gboolean
lists (JsonObject *plans,
       const char *id,
       const char *need)
{
  JsonArray *array = yc_json_get_array (plans, "plans");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *plan = json_array_get_object_element (array, i);

      if (g_str_equal (yc_json_get_string (plan, "id", ""), id))
        return g_str_equal (yc_json_get_string (plan, "need", ""), need) &&
               g_str_has_prefix (
                 yc_json_get_string (yc_json_get_object (plan, "citizen"), "name", ""), "周*");
    }
  return FALSE;
}

/* One's own, with the name masked, and nobody else's; who accepts a plan has it from then on. */
static void
test_held (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) saved = save (self, id, "迁户口");
  g_autoptr (JsonObject) own = yc_test_service_get (self->service, API "/plans?view=held", self->clerk, 200);
  g_autoptr (JsonObject) others =
    yc_test_service_get (self->service, API "/plans", self->other_clerk, 200);
  g_autoptr (JsonObject) handed = post (self, self->clerk, id, "hand-overs", 1, TO_OTHER, 201);
  g_autoptr (JsonObject) accepted =
    post (self, self->other_clerk, id, "answers", 2, "{\"answer\":\"accept\"}", 200);
  g_autoptr (JsonObject) after =
    yc_test_service_get (self->service, API "/plans", self->clerk, 200);
  g_autoptr (JsonObject) there =
    yc_test_service_get (self->service, API "/plans", self->other_clerk, 200);

  g_assert_true (lists (own, id, "迁户口"));
  g_assert_false (lists (others, id, "迁户口"));
  g_assert_false (lists (after, id, "迁户口"));
  g_assert_true (lists (there, id, "迁户口"));
}

/* Elsewhere only with sheet and card together; every search and look is noted, in vain or not. */
static void
test_elsewhere (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) saved = save (self, id, "办居住证");
  const char *number = yc_json_get_string (saved, "number", "");
  gint64 searches = count (self, "SELECT count(*) FROM audit WHERE action = 'plan.search'");
  gint64 looks = count (self, "SELECT count(*) FROM audit WHERE action = 'plan.look'");
  g_autoptr (JsonObject) refused = NULL, wrong = NULL, seen = NULL, own = NULL;

  g_assert_cmpuint (search (self, self->other_clerk, number, FALSE), ==, 0);
  g_assert_cmpuint (search (self, self->other_clerk, NULL, TRUE), ==, 0);
  g_assert_cmpuint (search (self, self->other_clerk, number, TRUE), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE action = 'plan.search'"), ==,
                   searches + 3);
  refused = post (self, self->other_clerk, id, "looks", 0, "{\"id_number\":null}", 404);
  wrong = post (self, self->other_clerk, id, "looks", 0, "{\"id_number\":\"110105200001010011\"}",
                404);
  seen = post (self, self->other_clerk, id, "looks", 0, "{\"id_number\":\"" ID_NUMBER "\"}", 200);
  own = post (self, self->supervisor, id, "looks", 0, "{\"id_number\":null}", 200);
  g_assert_cmpstr (yc_json_get_string (yc_json_get_object (seen, "citizen"), "name", ""), ==,
                   "周伯安");
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE action = 'plan.look'"), ==,
                   looks + 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM audit WHERE action = 'plan.look' AND detail "
                                "LIKE '%\"elsewhere\":true%'"), ==, 1);
}

/* The state of the plan's last hand-over as who handed it over finds it in the list; "" for none. */
static char *
find_outgoing (YcApiFixture *self,
               const char   *id)
{
  g_autoptr (JsonObject) outgoing =
    yc_test_service_get (self->service, API "/plans/hand-overs?view=outgoing", self->clerk, 200);
  JsonArray *plans = yc_json_get_array (outgoing, "plans");

  for (guint i = 0; i < json_array_get_length (plans); i++)
    {
      JsonObject *plan = json_array_get_object_element (plans, i);

      if (g_str_equal (yc_json_get_string (plan, "id", ""), id))
        return g_strdup (get_last_state (plan));
    }
  return g_strdup ("");
}

static void
age_answers (YcApiFixture *self)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
  g_autoptr (YcDatabase) database = yc_sqlite_database_open_existing (path, NULL);
  g_autoptr (YcTransaction) transaction = yc_database_begin_write (database, NULL);

  g_assert_true (yc_transaction_run (
    transaction, NULL, "UPDATE hand_overs SET answered_at = '2020-01-01T00:00:00.000Z'", ""));
  g_assert_true (yc_transaction_commit (transaction, NULL));
}

/* Who handed a plan over reads for some days what became of it, and no longer. */
static void
test_answered (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *taken = yc_uuid_v7_new ();
  g_autoptr (JsonObject) saved = save (self, id, "跨镇办理");
  g_autoptr (JsonObject) other = save (self, taken, "收回");
  g_autoptr (JsonObject) handed = post (self, self->clerk, id, "hand-overs", 1, TO_OTHER, 201);
  g_autoptr (JsonObject) too = post (self, self->clerk, taken, "hand-overs", 1, TO_OTHER, 201);
  g_autoptr (JsonObject) back =
    post (self, self->clerk, taken, "answers", 2, "{\"answer\":\"withdraw\"}", 200);
  g_autoptr (JsonObject) accepted =
    post (self, self->other_clerk, id, "answers", 2, "{\"answer\":\"accept\"}", 200);
  g_autofree char *now = find_outgoing (self, id);
  g_autofree char *withdrawn = find_outgoing (self, taken);
  g_autofree char *later = NULL;

  g_assert_cmpstr (now, ==, "accepted");
  g_assert_cmpstr (withdrawn, ==, "");
  g_assert_true (yc_json_get_boolean (saved, "may_change", FALSE));
  g_assert_true (yc_json_get_boolean (accepted, "may_change", FALSE));
  age_answers (self);
  later = find_outgoing (self, id);
  g_assert_cmpstr (later, ==, "");
}

/* Who was asked first is responsible until the other counter accepts; both hear of it. */
static void
test_passed_on (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) saved = save (self, id, "跨镇办理");
  g_autoptr (JsonObject) nowhere = post (
    self, self->clerk, id, "hand-overs", 1,
    "{\"to\":{\"kind\":\"counter\",\"place\":\"1\",\"name\":\"x\"},\"due\":\"2020-01-01\"}", 422);
  g_autoptr (JsonObject) handed = post (self, self->clerk, id, "hand-overs", 1, TO_OTHER, 201);
  g_autoptr (JsonObject) meddler =
    post (self, self->clerk, id, "answers", 2, "{\"answer\":\"accept\",\"by\":\"我\"}", 409);
  g_autoptr (JsonObject) declined = NULL, again = NULL, accepted = NULL, incoming = NULL,
                         outgoing = NULL, mine = NULL, late = NULL;
  g_autofree char *contents = g_strdup_printf ("{" CONTENTS, "接着办");

  g_assert_cmpuint (json_array_get_length (yc_json_get_array (nowhere, "errors")), ==, 2);
  g_assert_cmpstr (get_holder (handed), ==, "clerk");
  g_assert_cmpstr (get_last_state (handed), ==, "open");
  incoming = yc_test_service_get (self->service, API "/plans/hand-overs", self->other_clerk, 200);
  outgoing =
    yc_test_service_get (self->service, API "/plans/hand-overs?view=outgoing", self->clerk, 200);
  g_assert_cmpuint (json_array_get_length (yc_json_get_array (incoming, "plans")), ==, 1);
  g_assert_cmpuint (json_array_get_length (yc_json_get_array (outgoing, "plans")), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM events WHERE kind = 'plan' AND place_path "
                                "LIKE '%/990901002001/'"), ==, 1);
  declined = post (self, self->other_clerk, id, "answers", 2,
                   "{\"answer\":\"decline\",\"note\":\"不归我们管\"}", 200);
  g_assert_cmpstr (get_holder (declined), ==, "clerk");
  g_assert_cmpstr (get_last_state (declined), ==, "declined");
  {
    g_autofree char *told = find_outgoing (self, id);

    g_assert_cmpstr (told, ==, "declined");
  }
  again = post (self, self->clerk, id, "hand-overs", 3, TO_OTHER, 201);
  accepted = post (self, self->other_clerk, id, "answers", 4, "{\"answer\":\"accept\"}", 200);
  g_assert_cmpstr (get_holder (accepted), !=, "clerk");
  g_assert_cmpstr (get_last_state (accepted), ==, "accepted");
  g_assert_cmpstr (yc_json_get_string (yc_json_get_object (accepted, "asked_first"), "id", ""), ==,
                   "clerk");
  mine = post (self, self->other_clerk, id, "contents", 5, contents, 200);
  late = post (self, self->clerk, id, "contents", 6, contents, 409);
  g_assert_cmpint (count (self, "SELECT count(*) FROM hand_overs WHERE instr(note, '下午') > 0"), ==,
                   0);
}

/* The hotline has no desk here: who was asked writes down who accepted, and stays responsible. */
static void
test_hotline (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) saved = save (self, id, "投诉");
  g_autoptr (JsonObject) handed = post (
    self, self->clerk, id, "hand-overs", 1,
    "{\"to\":{\"kind\":\"hotline\",\"name\":\"12345\"},\"due\":\"2999-01-01\"}", 201);
  g_autoptr (JsonObject) nobody =
    post (self, self->clerk, id, "answers", 2, "{\"answer\":\"accept\"}", 409);
  g_autoptr (JsonObject) accepted = post (self, self->clerk, id, "answers", 2,
                                          "{\"answer\":\"accept\",\"by\":\"话务员 1024\"}", 200);
  g_autoptr (JsonObject) twice =
    post (self, self->clerk, id, "answers", 3, "{\"answer\":\"withdraw\"}", 409);
  JsonObject *hand_over =
    json_array_get_object_element (yc_json_get_array (accepted, "hand_overs"), 0);

  g_assert_cmpstr (yc_json_get_string (hand_over, "answered_by", ""), ==, "话务员 1024");
  g_assert_cmpstr (get_holder (accepted), ==, "clerk");
  {
    g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);

    yc_api_ledger_assert_sound (ledger);
  }
}

static const YcApiTest tests[] = {
  { "/plans/saved", test_saved },
  { "/plans/elsewhere", test_elsewhere },
  { "/plans/passed-on", test_passed_on },
  { "/plans/answered", test_answered },
  { "/plans/hotline", test_hotline },
  { "/plans/held", test_held },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}

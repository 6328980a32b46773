/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of cases, as the service keeps them. */
#include "yc-api-fixture.h"

#include "yc-json.h"
#include "yc-uuid.h"

#define APPROVE "{\"decision\":\"approve\"}"
#define RETURN "{\"decision\":\"return\",\"reason\":\"R-ONE\",\"cause\":\"clerk\",\"note\":\"补签\"}"

typedef YcApiFixture Fixture;

static const char *
get_state (JsonObject *a_case)
{
  return json_object_get_string_member (a_case, "state");
}

static JsonObject *
submit_body (Fixture    *self,
             const char *token,
             const char *body,
             guint       status)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, "/api/v1/cases", token, headers, body, status);
}

static gboolean
has_pointer (JsonObject *problem,
             const char *pointer)
{
  JsonArray *errors = yc_json_get_array (problem, "errors");

  for (guint i = 0; errors != NULL && i < json_array_get_length (errors); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (errors, i),
                                                    "pointer"), pointer))
      return TRUE;
  return FALSE;
}

static void
test_issue (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *pdf_path = yc_api_fixture_get_path (id, "/certificate");
  g_autofree char *etag = NULL;
  g_autoptr (JsonObject) issued = NULL;
  g_autoptr (YcTestAnswer) pdf = NULL, again = NULL, verified = NULL;
  JsonObject *certificate;

  issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  g_assert_cmpstr (get_state (issued), ==, "issued");
  certificate = json_object_get_object_member (issued, "certificate");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (certificate, "serial"),
                                   "ZT01-990901001001-"));
  pdf = yc_test_service_request (self->service, "GET", pdf_path, self->clerk, NULL, NULL);
  g_assert_cmpuint (pdf->status, ==, 200);
  g_assert_cmpstr (yc_test_answer_get (pdf, "content-type"), ==, "application/pdf");
  etag = g_strdup_printf ("If-None-Match: %s\r\n", yc_test_answer_get (pdf, "etag"));
  again = yc_test_service_request (self->service, "GET", pdf_path, self->clerk, etag, NULL);
  g_assert_cmpuint (again->status, ==, 304);
}

/* Running numbers follow each other without gaps, also over refused attempts. */
static void
test_numbers (YcApiFixture *self)
{
  gint64 last = 0;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = yc_uuid_v7_new ();
      g_autofree char *bad = yc_api_fixture_write_case (self, id, "TS-0001", NULL, "[]", NULL);
      g_autofree char *good = yc_api_fixture_write_case (self, id, "TS-0001", NULL, NULL, NULL);
      g_autoptr (JsonObject) refused = submit_body (self, self->clerk, bad, 422);
      g_autoptr (JsonObject) taken = submit_body (self, self->clerk, good, 201);
      const char *number = json_object_get_string_member (taken, "number");
      gint64 running = g_ascii_strtoll (number + 8, NULL, 10);

      if (last > 0)
        g_assert_cmpint (running, ==, last + 1);
      last = running;
    }
}

typedef struct
{
  const char *name;
  const char *applicant;
  const char *materials;
  const char *form;
  const char *pointer;
} BadSubmission;

static const BadSubmission bad_submissions[] = {
  { "wrong check digit", "{\"name\":\"周伯安\",\"id_number\":\"990101198103161156\"}", NULL, NULL,
    "/applicant/id_number" },
  { "short number", "{\"name\":\"周伯安\",\"id_number\":\"99010119810316\"}", NULL, NULL,
    "/applicant/id_number" },
  { "no such birthday", "{\"name\":\"周伯安\",\"id_number\":\"990101198102301150\"}", NULL, NULL,
    "/applicant/id_number" },
  { "no name", "{\"name\":\"  \",\"id_number\":\"990101198103161155\"}", NULL, NULL,
    "/applicant/name" },
  { "required material missing", NULL,
    "[{\"id\":\"must\",\"status\":\"missing\"},{\"id\":\"later\",\"status\":\"complete\"},"
    "{\"id\":\"store\",\"status\":\"complete\"}]", NULL, "/materials/0" },
  { "required material not listed", NULL,
    "[{\"id\":\"later\",\"status\":\"complete\"},{\"id\":\"store\",\"status\":\"complete\"}]", NULL,
    "/materials/must" },
  { "not to be brought later", NULL,
    "[{\"id\":\"must\",\"status\":\"tolerated\"},{\"id\":\"later\",\"status\":\"complete\"},"
    "{\"id\":\"store\",\"status\":\"complete\"}]", NULL, "/materials/0" },
  { "not in the store", NULL,
    "[{\"id\":\"must\",\"status\":\"fetched\"},{\"id\":\"later\",\"status\":\"complete\"},"
    "{\"id\":\"store\",\"status\":\"complete\"}]", NULL, "/materials/0" },
  { "unknown material", NULL,
    "[{\"id\":\"must\",\"status\":\"complete\"},{\"id\":\"later\",\"status\":\"complete\"},"
    "{\"id\":\"store\",\"status\":\"complete\"},{\"id\":\"other\",\"status\":\"complete\"}]", NULL,
    "/materials/3" },
  { "material twice", NULL,
    "[{\"id\":\"must\",\"status\":\"complete\"},{\"id\":\"must\",\"status\":\"complete\"},"
    "{\"id\":\"later\",\"status\":\"complete\"},{\"id\":\"store\",\"status\":\"complete\"}]", NULL,
    "/materials/1" },
  { "no such status", NULL, "[{\"id\":\"must\",\"status\":\"perhaps\"}]", NULL,
    "/materials/0/status" },
  { "form pattern", NULL, NULL, "{\"account\":\"2026\",\"people\":5}", "/form/account" },
  { "form range", NULL, NULL, "{\"account\":\"20260718\",\"people\":51}", "/form/people" },
  { "form type", NULL, NULL, "{\"account\":\"20260718\",\"people\":\"5\"}", "/form/people" },
  { "computed value", NULL, NULL, "{\"account\":\"20260718\",\"people\":5,\"double\":99}",
    "/form/double" },
  { "no form", NULL, NULL, "null", "/form" },
};

static void
test_bad_submissions (YcApiFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_submissions); i++)
    {
      const BadSubmission *bad = &bad_submissions[i];
      g_autofree char *id = yc_uuid_v7_new ();
      g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0001", bad->applicant,
                                                         bad->materials, bad->form);
      g_autoptr (JsonObject) problem = submit_body (self, self->clerk, body, 422);

      g_test_message ("%s", bad->name);
      yc_api_fixture_assert_code (problem, "invalid");
      g_assert_true (has_pointer (problem, bad->pointer));
    }
}

/* Whether a material is asked for by a rule, and in which variant, the clerk knows: it may be there or
 * not, in any way that a variant allows. */
static void
test_variants (YcApiFixture *self)
{
  static const struct
  {
    const char *materials;
    guint       status;
  } tries[] = {
    { "[]", 201 },
    { "[{\"id\":\"sometimes\",\"status\":\"tolerated\"}]", 201 },
    { "[{\"id\":\"sometimes\",\"status\":\"fetched\"}]", 201 },
    { "[{\"id\":\"proof\",\"status\":\"tolerated\"}]", 422 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autofree char *id = yc_uuid_v7_new ();
      g_autofree char *body =
        yc_api_fixture_write_case (self, id, "TS-0006", NULL, tries[i].materials, "{}");
      g_autoptr (JsonObject) answer = submit_body (self, self->clerk, body, tries[i].status);

      g_assert_nonnull (answer);
    }
}

/* (transfer full): {"status": 201 or 422} */
static JsonObject *
hand_in (YcApiFixture *self,
         const char   *materials,
         guint         status)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0008", NULL, materials, "null");

  return submit_body (self, self->clerk, body, status);
}

/* What is asked for in every case can be left out where an outcome of a list says so, of the city's or
 * as a town changes it; which list and which variant is kept with the case. */
static void
test_waived (YcApiFixture *self)
{
  static const struct
  {
    const char *card, *deed;
    guint       status;
  } tries[] = {
    { "\"missing\"", "\"complete\"", 422 },
    { "\"waived\"", "\"complete\"", 422 },
    { "\"waived\",\"list\":\"more\"", "\"complete\"", 422 },
    { "\"waived\",\"list\":\"none\"", "\"complete\"", 422 },
    { "\"waived\",\"list\":\"less\"", "\"waived\",\"list\":\"less\"", 422 },
    { "\"waived\",\"list\":\"less\"", "\"complete\",\"variant\":\"none\"", 422 },
    { "\"waived\",\"list\":\"less\"", "\"waived\",\"list\":\"more\"", 201 },
    { "\"waived\",\"list\":\"less\"", "\"complete\",\"variant\":\"lease\"", 201 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autofree char *materials = g_strdup_printf (
        "[{\"id\":\"card\",\"status\":%s},{\"id\":\"deed\",\"status\":%s}]", tries[i].card,
        tries[i].deed);
      g_autoptr (JsonNode) expected = yc_json_parse (materials, -1, NULL, NULL);
      g_autoptr (JsonObject) answer = hand_in (self, materials, tries[i].status);

      g_assert_nonnull (answer);
      if (tries[i].status == 201)
        g_assert_true (yc_json_equal (json_object_get_member (answer, "materials"), expected));
    }
}

/* What the desk did not compute, the service does. */
static void
test_computed (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (
    self, id, "TS-0001", NULL, NULL, "{\"account\":\"20260718\",\"people\":7}");
  g_autoptr (JsonObject) taken = submit_body (self, self->clerk, body, 201);

  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (taken, "form"),
                                               "double"), ==, 14);
}

static void
test_unknown_item (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-9999", NULL, "[]", "{}");
  g_autofree char *future = g_strdup_printf (
    "{\"id\":\"%s\",\"item\":\"TS-0003\",\"catalog_version\":999999,\"applicant\":" YC_API_APPLICANT
    ",\"materials\":[]}", id);
  g_autoptr (JsonObject) unknown = submit_body (self, self->clerk, body, 422);
  g_autoptr (JsonObject) too_new = submit_body (self, self->clerk, future, 422);

  g_assert_true (has_pointer (unknown, "/item"));
  g_assert_true (has_pointer (too_new, "/catalog_version"));
}

static void
test_at_once (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0003", NULL, "[]", "{}");
  g_autoptr (JsonObject) taken = submit_body (self, self->clerk, body, 201);

  g_assert_cmpstr (get_state (taken), ==, "approved");
}

static guint
count (Fixture    *self,
       const char *token,
       const char *query)
{
  g_autofree char *path = g_strconcat ("/api/v1/cases?limit=200&", query, NULL);
  g_autoptr (JsonObject) page = yc_test_service_get (self->service, path, token, 200);

  return json_array_get_length (json_object_get_array_member (page, "cases"));
}

static void
test_two_steps (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autoptr (JsonObject) first = NULL, second = NULL, lower = NULL;
  guint below = count (self, self->reviewer, "view=review");
  guint above = count (self, self->town, "view=review");

  first = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  /* It has left the village's inbox; the town sees its villages' and its own. */
  g_assert_cmpuint (count (self, self->reviewer, "view=review"), ==, below - 1);
  g_assert_cmpuint (count (self, self->town, "view=review"), ==, above);
  lower = yc_api_fixture_decide (self, self->second, id, 2, APPROVE, 403);
  yc_api_fixture_assert_code (lower, "denied");
  g_assert_cmpstr (get_state (first), ==, "submitted");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (first, "review"),
                                               "step"), ==, 1);
  second = yc_api_fixture_decide (self, self->town, id, 2, APPROVE, 200);
  g_assert_cmpstr (get_state (second), ==, "approved");
  g_assert_true (json_object_get_null_member (second, "certificate"));
}

/* A mended case is reviewed from the first step again, and the record keeps both tries. */
static void
test_return_and_mend (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *path = yc_api_fixture_get_path (id, "/submissions");
  g_autofree char *headers = yc_api_fixture_write_headers (3);
  g_autofree char *body = yc_api_fixture_write_case (
    self, NULL, NULL, NULL, "[{\"id\":\"must\",\"status\":\"complete\"}]", "{}");
  g_autoptr (JsonObject) first = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  g_autoptr (JsonObject) returned = yc_api_fixture_decide (self, self->town, id, 2, RETURN, 200);
  g_autoptr (JsonObject) mended = NULL;
  JsonArray *tries;
  JsonObject *decision;

  g_assert_cmpstr (get_state (returned), ==, "returned");
  mended = yc_test_service_post (self->service, path, self->clerk, headers, body, 200);
  tries = json_object_get_array_member (mended, "tries");
  decision = json_object_get_object_member (json_array_get_object_element (tries, 0), "decision");
  g_assert_cmpstr (get_state (mended), ==, "submitted");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (mended, "review"),
                                               "step"), ==, 0);
  g_assert_cmpuint (json_array_get_length (tries), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (decision, "kind"), ==, "return");
  g_assert_cmpstr (json_object_get_string_member (decision, "reason_title"), ==, "缺签名");
  g_assert_cmpstr (json_object_get_string_member (decision, "note"), ==, "补签");
}

typedef struct
{
  const char *body;
  const char *pointer;
} BadDecision;

static const BadDecision bad_decisions[] = {
  { "{\"decision\":\"return\"}", "/reason" },
  { "{\"decision\":\"return\",\"reason\":\"R-ONE\"}", "/cause" },
  { "{\"decision\":\"return\",\"reason\":\"R-ONE\",\"cause\":\"nobody\"}", "/cause" },
  { "{\"decision\":\"return\",\"reason\":\"R-TWO\",\"cause\":\"clerk\"}", "/reason" },
  { "{\"decision\":\"return\",\"reason\":\"R-OTHER\",\"cause\":\"clerk\"}", "/note" },
  { "{\"decision\":\"return\",\"reason\":\"R-OTHER\",\"cause\":\"clerk\",\"note\":\" \"}", "/note" },
  { "{\"decision\":\"refuse\"}", "/note" },
  { "{\"decision\":\"perhaps\"}", "/decision" },
  { "{}", "/decision" },
};

static void
test_bad_decisions (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");

  for (guint i = 0; i < G_N_ELEMENTS (bad_decisions); i++)
    {
      g_autoptr (JsonObject) problem =
        yc_api_fixture_decide (self, self->reviewer, id, 1, bad_decisions[i].body, 422);

      g_test_message ("%s", bad_decisions[i].body);
      g_assert_true (has_pointer (problem, bad_decisions[i].pointer));
    }
}

static void
test_versions (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *path = yc_api_fixture_get_path (id, "");
  g_autoptr (JsonObject) missing =
    yc_api_fixture_decide (self, self->reviewer, id, 0, APPROVE, 428);
  g_autoptr (JsonObject) stale = yc_api_fixture_decide (self, self->reviewer, id, 7, APPROVE, 412);
  g_autoptr (YcTestAnswer) fresh = NULL, known = NULL;

  yc_api_fixture_assert_code (missing, "precondition-required");
  yc_api_fixture_assert_code (stale, "version-conflict");
  fresh = yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);
  g_assert_cmpstr (yc_test_answer_get (fresh, "etag"), ==, "\"1\"");
  known = yc_test_service_request (self->service, "GET", path, self->clerk,
                                   "If-None-Match: \"1\"\r\n", NULL);
  g_assert_cmpuint (known->status, ==, 304);
}

static void
test_states (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *submissions = yc_api_fixture_get_path (id, "/submissions");
  g_autofree char *withdrawal = yc_api_fixture_get_path (id, "/withdrawal");
  g_autofree char *first_headers = yc_api_fixture_write_headers (1);
  g_autofree char *headers = yc_api_fixture_write_headers (1);
  g_autofree char *again_headers = yc_api_fixture_write_headers (2);
  g_autofree char *body = yc_api_fixture_write_case (
    self, NULL, NULL, NULL, "[{\"id\":\"must\",\"status\":\"complete\"}]", "{}");
  g_autoptr (JsonObject) early = NULL, withdrawn = NULL, again = NULL, late = NULL;

  early = yc_test_service_post (self->service, submissions, self->clerk, first_headers, body, 409);
  yc_api_fixture_assert_code (early, "state-conflict");
  withdrawn = yc_test_service_post (self->service, withdrawal, self->clerk, headers,
                                    "{\"note\":\"不办了\"}", 200);
  g_assert_cmpstr (get_state (withdrawn), ==, "withdrawn");
  again = yc_test_service_post (self->service, withdrawal, self->clerk, again_headers,
                                "{\"note\":\"不办了\"}", 409);
  late = yc_api_fixture_decide (self, self->reviewer, id, 2, APPROVE, 409);
}

static void
test_refuse (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *path = yc_api_fixture_get_path (id, "/certificate");
  g_autoptr (JsonObject) refused = yc_api_fixture_decide (
    self, self->reviewer, id, 1, "{\"decision\":\"refuse\",\"note\":\"不符合条件\"}", 200);
  g_autoptr (JsonObject) none = yc_test_service_get (self->service, path, self->clerk, 404);

  g_assert_cmpstr (get_state (refused), ==, "refused");
}

/* The same command again is answered the same, and done once. */
static void
test_idempotency (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0001", NULL, NULL, NULL);
  g_autofree char *other = yc_api_fixture_write_case (
    self, id, "TS-0001", NULL, NULL, "{\"account\":\"20260719\",\"people\":5,\"double\":10}");
  const char *key = "Idempotency-Key: the-same\r\n";
  g_autoptr (YcTestAnswer) first = NULL, second = NULL;
  g_autoptr (JsonObject) mismatch = NULL, exists = NULL, same = NULL;

  first = yc_test_service_request (self->service, "POST", "/api/v1/cases", self->clerk, key, body);
  g_assert_cmpuint (first->status, ==, 201);
  second = yc_test_service_request (self->service, "POST", "/api/v1/cases", self->clerk, key, body);
  g_assert_cmpuint (second->status, ==, 201);
  g_assert_cmpstr (yc_test_answer_get_text (first), ==, yc_test_answer_get_text (second));
  g_assert_cmpstr (yc_test_answer_get (second, "idempotency-replayed"), ==, "true");
  g_assert_cmpstr (yc_test_answer_get (second, "etag"), ==, "\"1\"");
  mismatch = yc_test_service_post (self->service, "/api/v1/cases", self->clerk, key, other, 422);
  yc_api_fixture_assert_code (mismatch, "idempotency-mismatch");
  /* The same case with a new key is no second case; another one under its id is a conflict. */
  same = submit_body (self, self->clerk, body, 201);
  g_assert_cmpstr (json_object_get_string_member (same, "id"), ==, id);
  exists = submit_body (self, self->clerk, other, 409);
}

/* A key belongs to who made it: another person who sends it learns nothing of the first command. */
static void
test_foreign_key (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *other_id = yc_uuid_v7_new ();
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0001", NULL, NULL, NULL);
  g_autofree char *other = yc_api_fixture_write_case (self, other_id, "TS-0001", NULL, NULL, NULL);
  const char *key = "Idempotency-Key: seen-on-the-line\r\n";
  g_autoptr (JsonObject) taken =
    yc_test_service_post (self->service, "/api/v1/cases", self->clerk, key, body, 201);
  g_autoptr (JsonObject) conflict =
    yc_test_service_post (self->service, "/api/v1/cases", self->other_clerk, key, body, 409);
  g_autoptr (YcTestAnswer) own = yc_test_service_request (
    self->service, "POST", "/api/v1/cases", self->other_clerk, key, other);

  g_assert_cmpuint (own->status, ==, 201);
  g_assert_null (yc_test_answer_get (own, "idempotency-replayed"));
  g_assert_null (strstr (yc_test_answer_get_text (own), id));
}

/* The connection is cut after the command was sent and before its answer came. */
static void
test_cut_connection (YcApiFixture *self)
{
  const char *url = yc_test_service_get_url (self->service);

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = yc_uuid_v7_new ();
      g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0001", NULL, NULL, NULL);
      g_autofree char *headers = yc_api_fixture_write_headers (0);
      g_autofree char *text =
        yc_test_http_write ("POST", "/api/v1/cases", self->clerk, headers, body);
      g_autoptr (JsonObject) taken = NULL;
      YcTestHttp *http = yc_test_http_connect (url, NULL);

      g_assert_true (yc_test_http_send (http, text, -1, NULL));
      yc_test_http_free (http);
      taken = yc_test_service_post (self->service, "/api/v1/cases", self->clerk, headers, body, 201);
      g_assert_cmpint (json_object_get_int_member (taken, "version"), ==, 1);
    }
}

typedef struct
{
  Fixture *self;
  const char *token;
  const char *id;
  guint status;
} Race;

static gpointer
race_thread (gpointer data)
{
  Race *race = data;
  g_autofree char *path = yc_api_fixture_get_path (race->id, "/decisions");
  g_autofree char *headers = yc_api_fixture_write_headers (1);
  g_autofree char *text = yc_test_http_write ("POST", path, race->token, headers, APPROVE);
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (race->self->service), NULL);
  g_autoptr (YcTestAnswer) answer = NULL;

  g_assert_true (yc_test_http_send (http, text, -1, NULL));
  answer = yc_test_http_receive (http, NULL);
  g_assert_nonnull (answer);
  race->status = answer->status;
  return NULL;
}

/* Two reviewers decide at once: one wins, the other is told that the case has changed. */
static void
test_race (YcApiFixture *self)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
      Race one = { self, self->reviewer, id, 0 };
      Race two = { self, self->second, id, 0 };
      GThread *first = g_thread_new ("one", race_thread, &one);
      GThread *second = g_thread_new ("two", race_thread, &two);

      g_thread_join (first);
      g_thread_join (second);
      g_assert_cmpuint (MIN (one.status, two.status), ==, 200);
      g_assert_cmpuint (MAX (one.status, two.status), ==, 412);
    }
}

static void
test_places (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *path = yc_api_fixture_get_path (id, "");
  g_autoptr (JsonObject) own = yc_test_service_get (self->service, path, self->clerk, 200);
  g_autoptr (JsonObject) above = yc_test_service_get (self->service, path, self->supervisor, 200);
  g_autoptr (JsonObject) top = yc_test_service_get (self->service, path, self->root, 200);
  g_autoptr (JsonObject) other = yc_test_service_get (self->service, path, self->other_clerk, 404);
  g_autoptr (JsonObject) trainer = yc_test_service_get (self->service, path, self->trainer, 403);

  yc_api_fixture_assert_code (other, "not-found");
  yc_api_fixture_assert_code (trainer, "denied");
}

static void
test_lists (YcApiFixture *self)
{
  g_autofree char *cursor = NULL;
  guint n = 0, n_pages = 0;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  do
    {
      g_autofree char *escaped = g_uri_escape_string (cursor != NULL ? cursor : "", NULL, FALSE);
      g_autofree char *path =
        g_strdup_printf ("/api/v1/cases?view=mine&limit=3&cursor=%s", escaped);
      g_autoptr (JsonObject) page = yc_test_service_get (self->service, path, self->clerk, 200);
      JsonArray *cases = json_object_get_array_member (page, "cases");

      for (guint i = 0; i < json_array_get_length (cases); i++)
        g_hash_table_add (ids, g_strdup (json_object_get_string_member (
                                 json_array_get_object_element (cases, i), "id")));
      n += json_array_get_length (cases);
      g_free (cursor);
      cursor = g_strdup (yc_json_get_string (page, "next", NULL));
      n_pages++;
    }
  while (cursor != NULL);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (g_hash_table_size (ids), ==, n);
  g_assert_cmpuint (n_pages, ==, (n + 2) / 3);
}

static void
test_filters (YcApiFixture *self)
{
  guint waiting = count (self, self->reviewer, "view=review");
  guint returned = count (self, self->clerk, "returned=true");
  guint clerk_caused = count (self, self->clerk, "cause=clerk");
  guint with_reason = count (self, self->clerk, "reason=R-ONE");
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autoptr (JsonObject) back = NULL;

  g_assert_cmpuint (count (self, self->reviewer, "view=review"), ==, waiting + 1);
  back = yc_api_fixture_decide (self, self->reviewer, id, 1, RETURN, 200);
  g_assert_cmpuint (count (self, self->reviewer, "view=review"), ==, waiting);
  g_assert_cmpuint (count (self, self->clerk, "returned=true"), ==, returned + 1);
  g_assert_cmpuint (count (self, self->clerk, "cause=clerk"), ==, clerk_caused + 1);
  g_assert_cmpuint (count (self, self->clerk, "cause=standard"), ==, 0);
  g_assert_cmpuint (count (self, self->clerk, "reason=R-ONE&cause=clerk"), ==, with_reason + 1);
  g_assert_cmpuint (count (self, self->clerk, "reason=R-TWO"), ==, 0);
  g_assert_cmpuint (count (self, self->clerk, "from=2000-01-01&to=2000-12-31"), ==, 0);
  g_assert_cmpuint (count (self, self->clerk, "from=2000-01-01"), >, 0);
  g_assert_cmpuint (count (self, self->other_clerk, "view=place"), ==, 0);
}

static const YcApiTest tests[] = {
  { "/cases/issue", test_issue },
  { "/cases/numbers", test_numbers },
  { "/cases/bad-submissions", test_bad_submissions },
  { "/cases/variants", test_variants },
  { "/cases/waived", test_waived },
  { "/cases/computed", test_computed },
  { "/cases/unknown-item", test_unknown_item },
  { "/cases/at-once", test_at_once },
  { "/cases/two-steps", test_two_steps },
  { "/cases/return-and-mend", test_return_and_mend },
  { "/cases/bad-decisions", test_bad_decisions },
  { "/cases/versions", test_versions },
  { "/cases/states", test_states },
  { "/cases/refuse", test_refuse },
  { "/cases/idempotency", test_idempotency },
  { "/cases/cut-connection", test_cut_connection },
  { "/cases/race", test_race },
  { "/cases/places", test_places },
  { "/cases/lists", test_lists },
  { "/cases/filters", test_filters },
  { "/cases/foreign-key", test_foreign_key },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}

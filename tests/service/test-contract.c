/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows every answer that the API's description promises, good and bad, and holds each against it:
 * a status or shape that is not documented fails, and so does a documented one that never comes. */
#include "yc-api-fixture.h"

#include "yc-route.h"
#include "yc-uuid.h"

#include <glib/gstdio.h>
#include <string.h>

#define API "/api/v1"
#define NOTHING "00000000-0000-7000-8000-000000000000"
#define RETURN "{\"decision\":\"return\",\"reason\":\"R-ONE\",\"cause\":\"clerk\"}"
#define APPROVE "{\"decision\":\"approve\"}"
#define PRINT "{\"id\":\"" NOTHING "\",\"printer\":\"一号窗口\",\"copies\":1,\"job\":\"17\"}"
#define NEW_PRINT "{\"id\":\"%s\",\"printer\":\"一号窗口\",\"copies\":1%s}"
#define VOID "{\"reason\":\"mistake\"}"
#define REISSUE "{\"reason\":\"lost\",\"note\":\"说是丢了\"}"
#define REPLACEMENT                                                                              \
  "{\"reason\":\"mistake\",\"applicant\":" YC_API_APPLICANT ",\"materials\":" YC_API_MATERIALS ","  \
  "\"form\":" YC_API_FORM "}"
#define PERSON "{\"id_number\":\"110105200001010011\",\"name\":\"某人\",\"item\":\"TS-0001\"}"
#define LICENCES                                                                                 \
  "{\"id_number\":\"110105200001010011\",\"name\":\"某人\",\"items\":[\"TS-0001\"],\"lists\":[]}"
#define PLAN_CONTENTS                                                                            \
  "\"title\":\"测试事项\",\"catalog_version\":1,\"citizen\":" YC_API_APPLICANT ","                  \
  "\"plan\":{\"items\":[\"TS-0001\"]}}"
#define PLAN "{\"id\":\"" NOTHING "\"," PLAN_CONTENTS
#define HAND_OVER                                                                                \
  "{\"to\":{\"kind\":\"counter\",\"place\":\"990901001001\",\"name\":\"甲村\"},\"due\":\"2999-01-01\"}"
#define LOOK "{\"id_number\":null}"
#define ANSWER "{\"answer\":\"accept\"}"
#define SUBMISSION                                                                               \
  "{\"catalog_version\":1,\"applicant\":" YC_API_APPLICANT ",\"materials\":[]}"

#define VERSION                                                                                  \
  "{\"version\":{\"question\":\"问\",\"answer\":\"这样办。\",\"body\":\"b\",\"source\":\"s\","             \
  "\"from\":\"2999-01-01\"}}"
#define NEW_ENTRY                                                                                \
  "{\"version\":{\"question\":\"问\",\"answer\":\"这样办。\",\"body\":\"b\",\"source\":\"s\","             \
  "\"from\":\"2999-01-01\"},\"entry\":{\"tags\":[\"t\"],\"items\":[],\"lists\":[],\"owner\":\"o\"}}"
#define INQUIRY_ID "01890a5d-ac96-774b-bcce-b302099a8057"
#define INQUIRY                                                                                  \
  "{\"id\":\"" INQUIRY_ID "\",\"kind\":\"gap\",\"question\":\"没有答案\"}"

/* What a route takes: a body that is of the right shape, a query that is not. */
typedef struct
{
  const char *path;
  const char *body;
  const char *bad_query;
} Sample;

static const Sample samples[] = {
  { API "/users", NULL, NULL },
  { API "/catalog/changes", NULL, "?after=-1" },
  { API "/cases", NULL, "?view=nonsense" },
  { API "/cases/{id}/submissions", SUBMISSION, NULL },
  { API "/cases/{id}/decisions", APPROVE, NULL },
  { API "/cases/{id}/withdrawal", "{\"note\":\"不办了\"}", NULL },
  { API "/certificates", NULL, "?cursor=nonsense" },
  { API "/certificates/{serial}/prints", PRINT, NULL },
  { API "/certificates/{serial}/void", VOID, NULL },
  { API "/certificates/{serial}/replacement", REPLACEMENT, NULL },
  { API "/certificates/{serial}/reissue", REISSUE, NULL },
  { API "/people/records", PERSON, NULL },
  { API "/people/licences", LICENCES, NULL },
  { API "/knowledge/{id}/versions", VERSION, NULL },
  { API "/inquiries", INQUIRY, "?view=nonsense" },
  { API "/inquiries/{id}/steps", "{\"action\":\"reopen\"}", NULL },
  { API "/inquiries/{id}/looks", "{\"version\":1}", NULL },
  { API "/plans", PLAN, "?view=nonsense" },
  { API "/plans/searches", "{\"number\":\"LS-00000-00000-X\"}", NULL },
  { API "/plans/hand-overs", NULL, "?view=nonsense" },
  { API "/plans/{id}/contents", "{" PLAN_CONTENTS, NULL },
  { API "/plans/{id}/looks", LOOK, NULL },
  { API "/plans/{id}/hand-overs", HAND_OVER, NULL },
  { API "/plans/{id}/answers", ANSWER, NULL },
  { API "/prints/{id}/states", "{\"state\":\"done\"}", NULL },
  { API "/certificates/{serial}/deliveries",
    "{\"channel\":\"mail\",\"to\":null,\"consent\":true}", NULL },
  { API "/deliveries/{id}/retries", "{\"to\":null}", NULL },
  { API "/revocations", NULL, "?after=-1" },
  { API "/returns/summary", NULL, "?from=2026-13-01&to=2026-01-01" },
};

static const Sample *
find_sample (const char *path)
{
  static const Sample none = { NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].path, path))
      return &samples[i];
  return &none;
}

static const char *
choose_token (YcApiFixture  *self,
              const YcRoute *route,
              gboolean       may)
{
  const char *const tokens[] = { NULL, self->clerk, self->reviewer, self->supervisor, self->trainer,
                                 self->root };

  for (YcRole role = YC_ROLE_CLERK; role <= YC_ROLE_ADMINISTRATOR; role++)
    if (((route->roles & YC_ROLE_BIT (role)) != 0) == may)
      return tokens[role];
  return NULL;
}

static char *
fill_path (const char *path)
{
  g_autoptr (GString) filled = g_string_new (path);

  g_string_replace (filled, "{id}", NOTHING, 0);
  g_string_replace (filled, "{serial}", NOTHING, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static guint
ask (YcApiFixture  *self,
     const YcRoute *route,
     const char    *token,
     const char    *query,
     const char    *body)
{
  g_autofree char *path = fill_path (route->path);
  g_autofree char *whole = g_strconcat (path, query, NULL);
  g_autofree char *headers = yc_api_fixture_write_headers (1);
  gboolean post = g_str_equal (route->method, "POST");
  g_autoptr (YcTestAnswer) answer = yc_test_service_request (
    self->service, route->method, whole, token, headers, post ? body : NULL);

  return answer->status;
}

static void
test_malformed (YcApiFixture *self)
{
  static const char *const texts[] = {
    "", " ", "{", "nonsense", "[]", "\"text\"", "17", "null", "{\"a\":1,\"a\":2}", "{'a':1}",
    "{\"a\":1}x", "{\"a\":01}", "{\"a\":\"\x01\"}", "{\"a\":\"\xff\"}", "{\"a\":1e999}",
    "{\"a\":99999999999999999999}", "{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud800\"}",
  };
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    for (guint j = 0; g_str_equal (routes[i].method, "POST") && j < G_N_ELEMENTS (texts); j++)
      g_assert_cmpuint (ask (self, &routes[i], choose_token (self, &routes[i], TRUE), "",
                             texts[j]), ==, 400);
}

static void
test_deep (YcApiFixture *self)
{
  g_autofree char *open = g_strnfill (200000, '[');
  g_autofree char *body = g_strconcat ("{\"a\":", open, NULL);
  g_autoptr (JsonObject) problem =
    yc_test_service_post (self->service, API "/sessions", NULL, NULL, body, 400);

  yc_api_fixture_assert_code (problem, "malformed");
}

static void
test_invalid (YcApiFixture *self)
{
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    if (yc_route_takes_json (&routes[i]))
      g_assert_cmpuint (ask (self, &routes[i], choose_token (self, &routes[i], TRUE), "", "{}"), ==,
                        422);
}

/* A command without its key. */
static void
test_no_key (YcApiFixture *self)
{
  g_autoptr (JsonObject) problem =
    yc_test_service_post (self->service, API "/cases", self->clerk, NULL, "{}", 400);

  yc_api_fixture_assert_code (problem, "malformed");
}

/* The answer comes before the body is sent. */
static void
test_too_large (YcApiFixture *self)
{
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      gsize limit = routes[i].max_body > 0 ? routes[i].max_body : 4 * 1024 * 1024;
      g_autofree char *path = fill_path (routes[i].path);
      g_autofree char *text =
        g_strdup_printf ("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                         "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                         path, choose_token (self, &routes[i], TRUE), limit + 1);
      g_autoptr (YcTestHttp) http = NULL;
      g_autoptr (YcTestAnswer) answer = NULL;

      if (!g_str_equal (routes[i].method, "POST"))
        continue;
      http = yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
      yc_test_http_send (http, text, -1, NULL);
      answer = yc_test_http_receive (http, NULL);
      g_assert_nonnull (answer);
      g_assert_cmpuint (answer->status, ==, 413);
      yc_api_contract_check ("POST", path, answer, self->contract);
    }
}

/* Longer than the headers may be, in bytes, and still read by the server. */
#define LONG_HEADER (20 * 1024)

static void
test_long_header (YcApiFixture *self)
{
  g_autofree char *filling = g_strnfill (LONG_HEADER, 'x');
  g_autofree char *header = g_strdup_printf ("X-Long: %s\r\n", filling);
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      g_autofree char *path = fill_path (routes[i].path);
      g_autoptr (YcTestAnswer) answer =
        yc_test_service_request (self->service, routes[i].method, path, NULL, header, NULL);

      g_assert_cmpuint (answer->status, ==, 431);
    }
}

static void
test_strangers (YcApiFixture *self)
{
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      const char *denied = choose_token (self, &routes[i], FALSE);

      if (routes[i].roles == YC_ROLES_PUBLIC)
        continue;
      g_assert_cmpuint (ask (self, &routes[i], NULL, "", "{}"), ==, 401);
      if (denied != NULL)
        g_assert_cmpuint (ask (self, &routes[i], denied, "", "{}"), ==, 403);
    }
}

static void
test_not_there (YcApiFixture *self)
{
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    if (strchr (routes[i].path, '{') != NULL)
      g_assert_cmpuint (ask (self, &routes[i], choose_token (self, &routes[i], TRUE), "",
                             find_sample (routes[i].path)->body), ==, 404);
}

static void
test_bad_queries (YcApiFixture *self)
{
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      const char *query = find_sample (routes[i].path)->bad_query;

      if (g_str_equal (routes[i].method, "GET") && query != NULL)
        g_assert_cmpuint (ask (self, &routes[i], choose_token (self, &routes[i], TRUE), query,
                               NULL), ==, 400);
    }
}

static void
test_unknown (YcApiFixture *self)
{
  static const char *const paths[] = { "/", "/api", "/api/v1", "/api/v1/", "/api/v1/cases/",
                                       "/api/v2/cases", "/etc/passwd", "/../../etc/passwd",
                                       "/api/v1/cases/a/b/c", "//", "/verify/" };
  g_autoptr (YcTestAnswer) method = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (JsonObject) problem =
        yc_test_service_get (self->service, paths[i], self->clerk, 404);
      yc_api_fixture_assert_code (problem, "not-found");
    }
  method = yc_test_service_request (self->service, "PUT", API "/cases", self->clerk, NULL, "{}");
  g_assert_cmpuint (method->status, ==, 405);
  g_assert_cmpstr (yc_test_answer_get (method, "allow"), ==, "GET, POST");
}

static void
get_ok (YcApiFixture *self,
        const char   *path,
        const char   *token)
{
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (self->service, "GET", path, token, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
}

static void
test_readers (YcApiFixture *self)
{
  get_ok (self, "/healthz", NULL);
  get_ok (self, "/metrics", NULL);
  get_ok (self, API "/openapi.json", NULL);
  get_ok (self, API "/sessions/current", self->clerk);
  get_ok (self, API "/users", self->root);
  get_ok (self, API "/catalog/changes?after=0&limit=3", self->clerk);
  get_ok (self, API "/cases?view=review", self->reviewer);
  get_ok (self, API "/certificates?view=mine", self->clerk);
  get_ok (self, API "/returns/summary?from=2026-01-01&to=2026-12-31", self->supervisor);
  get_ok (self, API "/verification-keys", NULL);
  get_ok (self, API "/revocations?after=0&limit=1", self->trainer);
  get_ok (self, API "/events", self->clerk);
}

static void
test_person (YcApiFixture *self)
{
  g_autoptr (JsonObject) nothing =
    yc_test_service_post (self->service, API "/people/records", self->clerk, NULL, PERSON, 200);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (nothing, "licences")), ==,
                    0);
  g_assert_false (json_object_has_member (nothing, "earlier"));
}

static void
test_licences (YcApiFixture *self)
{
  g_autoptr (JsonObject) nothing =
    yc_test_service_post (self->service, API "/people/licences", self->clerk, NULL, LICENCES, 200);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (nothing, "licences")), ==,
                    0);
}

static void
test_many_people (YcApiFixture *self)
{
  guint status = 200;

  for (guint i = 0; i < 200 && status == 200; i++)
    {
      g_autoptr (YcTestAnswer) answer = yc_test_service_request (
        self->service, "POST", API "/people/records", self->other_clerk, NULL, PERSON);

      status = answer->status;
    }
  g_assert_cmpuint (status, ==, 429);
  yc_test_answer_free (yc_test_service_request (self->service, "POST", API "/people/licences",
                                                self->other_clerk, NULL, LICENCES));
}

/* The answers of @path to @body, sent with these headers by the administrator. */
static void
post_all (YcApiFixture *self,
          const char   *path,
          const char   *body,
          const char   *const *headers,
          const guint  *statuses,
          guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonObject) answer = yc_test_service_post (
        self->service, path, self->root, headers[i],
        statuses[i] == 409 ? (strstr (path, "steps") ? "{\"action\":\"reopen\"}" : INQUIRY) : body,
        statuses[i]);

      g_assert_nonnull (answer);
    }
}

/* A version is published once, on what it is based on; an inquiry goes its course. */
static void
test_knowledge (YcApiFixture *self)
{
  static const char *const based[] = {
    "Idempotency-Key: v1\r\n", "Idempotency-Key: v2\r\nIf-Match: \"0\"\r\n",
    "Idempotency-Key: v3\r\nIf-Match: \"0\"\r\n" };
  static const guint published[] = { 428, 201, 412 };
  static const char *const recorded[] = { "Idempotency-Key: i1\r\n", "Idempotency-Key: i2\r\n" };
  static const guint records[] = { 201, 409 };
  static const char *const stepped[] = {
    "Idempotency-Key: s1\r\n", "Idempotency-Key: s2\r\nIf-Match: \"9\"\r\n",
    "Idempotency-Key: s3\r\nIf-Match: \"1\"\r\n", "Idempotency-Key: s4\r\nIf-Match: \"1\"\r\n" };
  static const guint steps[] = { 428, 412, 409, 200 };

  post_all (self, API "/knowledge/contract/versions", NEW_ENTRY, based + 1, published + 1, 2);
  post_all (self, API "/knowledge/contract/versions", NEW_ENTRY, based, published, 1);
  get_ok (self, API "/knowledge/contract", self->clerk);
  post_all (self, API "/inquiries", INQUIRY, recorded, records, 2);
  get_ok (self, API "/inquiries?view=open", self->root);
  get_ok (self, API "/inquiries/" INQUIRY_ID, self->root);
  post_all (self, API "/inquiries/" INQUIRY_ID "/steps", "{\"action\":\"answer\",\"text\":\"好\"}",
            stepped, steps, 4);
  json_object_unref (yc_test_service_post (self->service, API "/inquiries/" INQUIRY_ID "/looks",
                                           self->root, NULL, "{\"version\":2}", 200));
}

/* Saved, changed, searched, handed over and answered, with the conflicts on the way. */
static void
test_plan (YcApiFixture *self)
{
  static const struct
  {
    const char *more;
    const char *body;
    guint       good;
  } changes[] = {
    { "/contents", "{\"need\":\"迁户口\"," PLAN_CONTENTS, 200 },
    { "/hand-overs", HAND_OVER, 201 },
    { "/answers", ANSWER, 200 },
  };
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = g_strdup_printf ("{\"id\":\"%s\"," PLAN_CONTENTS, id);
  g_autofree char *other = g_strdup_printf ("{\"id\":\"%s\",\"need\":\"别的\"," PLAN_CONTENTS, id);
  g_autofree char *first = yc_api_fixture_write_headers (0);
  g_autofree char *second = yc_api_fixture_write_headers (0);
  g_autofree char *looks = g_strconcat (API "/plans/", id, "/looks", NULL);
  g_autoptr (JsonObject) saved =
    yc_test_service_post (self->service, API "/plans", self->clerk, first, body, 201);
  g_autoptr (JsonObject) twice =
    yc_test_service_post (self->service, API "/plans", self->clerk, second, other, 409);
  g_autoptr (JsonObject) found = yc_test_service_post (
    self->service, API "/plans/searches", self->clerk, NULL,
    "{\"id_number\":\"990101198103161155\"}", 200);
  g_autoptr (JsonObject) seen =
    yc_test_service_post (self->service, looks, self->clerk, NULL, LOOK, 200);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat (API "/plans/", id, changes[i].more, NULL);
      g_autofree char *none = yc_api_fixture_write_headers (0);
      g_autofree char *old = yc_api_fixture_write_headers (99);
      g_autofree char *now = yc_api_fixture_write_headers (i + 1);
      g_autoptr (JsonObject) missing =
        yc_test_service_post (self->service, path, self->clerk, none, changes[i].body, 428);
      g_autoptr (JsonObject) stale =
        yc_test_service_post (self->service, path, self->clerk, old, changes[i].body, 412);
      g_autoptr (JsonObject) done =
        yc_test_service_post (self->service, path, self->clerk, now, changes[i].body,
                              changes[i].good);
      g_autofree char *again = yc_api_fixture_write_headers (i + 2);
      g_autoptr (JsonObject) conflict =
        i > 0 ? yc_test_service_post (self->service, path, self->clerk, again, changes[i].body, 409)
              : NULL;
    }
  get_ok (self, API "/plans/hand-overs?view=incoming", self->clerk);
  get_ok (self, API "/plans?view=held", self->clerk);
}

/* Another counter is responsible; and whoever has looked up too many people looks up no plan. */
static void
test_plan_elsewhere (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body = g_strdup_printf ("{\"id\":\"%s\"," PLAN_CONTENTS, id);
  g_autofree char *contents = g_strconcat (API "/plans/", id, "/contents", NULL);
  g_autofree char *hand_overs = g_strconcat (API "/plans/", id, "/hand-overs", NULL);
  g_autofree char *answers = g_strconcat (API "/plans/", id, "/answers", NULL);
  const char *const to = "{\"to\":{\"kind\":\"counter\",\"place\":\"990901002001\",\"name\":\"丙村\"},"
                         "\"due\":\"2999-01-01\"}";
  const char *const paths[] = { API "/plans", hand_overs, answers };
  const char *const bodies[] = { body, to, ANSWER };
  const char *const tokens[] = { self->clerk, self->clerk, self->other_clerk };
  g_autofree char *late = yc_api_fixture_write_headers (3);
  g_autoptr (JsonObject) conflict = NULL;
  g_autoptr (JsonObject) search = NULL;
  g_autoptr (JsonObject) look = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *headers = yc_api_fixture_write_headers (i);
      g_autoptr (JsonObject) done = yc_test_service_post (self->service, paths[i], tokens[i],
                                                          headers, bodies[i], i < 2 ? 201 : 200);
    }
  conflict = yc_test_service_post (self->service, contents, self->clerk, late,
                                   "{\"need\":\"晚了\"," PLAN_CONTENTS, 409);
  search = yc_test_service_post (self->service, API "/plans/searches", self->other_clerk, NULL,
                                 "{\"number\":\"LS-00000-00000-X\"}", 429);
  look = yc_test_service_post (self->service, API "/plans/" NOTHING "/looks", self->other_clerk,
                               NULL, LOOK, 429);
}

static void
test_other_place (YcApiFixture *self)
{
  g_autoptr (JsonObject) problem = yc_test_service_get (
    self->service, API "/returns/summary?from=2026-01-01&to=2026-12-31&place=990901002",
    self->supervisor, 404);

  yc_api_fixture_assert_code (problem, "not-found");
}

static void
put (YcApiFixture *self,
     const char   *path,
     const char   *range,
     const char   *body,
     guint         status)
{
  g_autofree char *header =
    range != NULL ? g_strdup_printf ("Content-Range: %s\r\n", range) : NULL;
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, self->clerk, header, body, strlen (body));

  g_assert_cmpuint (answer->status, ==, status);
}

/* A file of no case: sent, fetched, and what is refused on the way. What more there is to files is
 * in test-files.c. */
static void
test_file (YcApiFixture *self)
{
  const char *pdf = "%PDF-1.7\n%%EOF";
  g_autofree char *id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pdf, -1);
  g_autofree char *path = g_strconcat (API "/files/", id, NULL);
  g_autofree char *etag = g_strdup_printf ("If-None-Match: \"%s\"\r\n", id);
  g_autoptr (YcTestAnswer) known = NULL;

  put (self, path, "bytes 1-3/2", pdf, 400);
  put (self, path, "bytes */99999999999", "", 413);
  put (self, path, NULL, "something else", 422);
  put (self, path, "bytes */14", "", 200);
  put (self, path, NULL, pdf, 201);
  get_ok (self, path, self->clerk);
  known = yc_test_service_request (self->service, "GET", path, self->clerk, etag, NULL);
  g_assert_cmpuint (known->status, ==, 304);
}

/* A case from the counter to the printed sheet, with the conflicts on the way. */
static void
test_life (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *path = yc_api_fixture_get_path (id, "");
  g_autofree char *submissions = yc_api_fixture_get_path (id, "/submissions");
  g_autofree char *withdrawal = yc_api_fixture_get_path (id, "/withdrawal");
  g_autofree char *body = yc_api_fixture_write_case (self, NULL, NULL, NULL, NULL, NULL);
  const char *const paths[] = { submissions, withdrawal };
  const char *const bodies[] = { body, "{\"note\":\"不办了\"}" };
  g_autofree char *headers = yc_api_fixture_write_headers (2);
  g_autoptr (JsonObject) missing = yc_api_fixture_decide (self, self->reviewer, id, 0, RETURN, 428);
  g_autoptr (JsonObject) stale = yc_api_fixture_decide (self, self->reviewer, id, 9, RETURN, 412);
  g_autoptr (JsonObject) returned =
    yc_api_fixture_decide (self, self->reviewer, id, 1, RETURN, 200);
  g_autoptr (JsonObject) conflict =
    yc_api_fixture_decide (self, self->reviewer, id, 2, APPROVE, 409);
  g_autoptr (JsonObject) mended = NULL, issued = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *none = yc_api_fixture_write_headers (0);
      g_autofree char *old = yc_api_fixture_write_headers (1);
      g_autoptr (JsonObject) first =
        yc_test_service_post (self->service, paths[i], self->clerk, none, bodies[i], 428);
      g_autoptr (JsonObject) second =
        yc_test_service_post (self->service, paths[i], self->clerk, old, bodies[i], 412);
    }
  get_ok (self, path, self->clerk);
  get_ok (self, API "/cases?returned=true", self->clerk);
  mended = yc_test_service_post (self->service, submissions, self->clerk, headers, body, 200);
  issued = yc_api_fixture_decide (self, self->reviewer, id, 3, APPROVE, 200);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *late = yc_api_fixture_write_headers (4);
      g_autoptr (JsonObject) problem =
        yc_test_service_post (self->service, paths[i], self->clerk, late, bodies[i], 409);
    }
}

static void
test_withdraw (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *path = yc_api_fixture_get_path (id, "");
  g_autofree char *withdrawal = yc_api_fixture_get_path (id, "/withdrawal");
  g_autofree char *headers = yc_api_fixture_write_headers (1);
  g_autoptr (JsonObject) withdrawn = yc_test_service_post (
    self->service, withdrawal, self->clerk, headers, "{\"note\":\"不办了\"}", 200);
  g_autoptr (YcTestAnswer) known = yc_test_service_request (
    self->service, "GET", path, self->clerk, "If-None-Match: \"2\"\r\n", NULL);

  g_assert_cmpuint (known->status, ==, 304);
}

static JsonObject *
issue_with_wish (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *plain = yc_api_fixture_write_case (
    self, id, "TS-0001", "{\"name\":\"周伯安\",\"id_number\":\"990101198103161155\","
    "\"email\":\"zhou@example.com\"}", NULL, NULL);
  g_autofree char *body = g_strdup_printf (
    "%.*s,\"delivery\":{\"channels\":[\"mail\",\"portal\"]}}", (int) strlen (plain) - 1, plain);
  g_autoptr (JsonObject) taken =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 201);

  return yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
}

/* Over one more channel after the issue, and not twice. */
static void
send_later (YcApiFixture *self)
{
  static const guint statuses[] = { 201, 409 };
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  JsonObject *certificate = json_object_get_object_member (issued, "certificate");
  g_autofree char *path = g_strconcat (
    API "/certificates/", json_object_get_string_member (certificate, "serial"), "/deliveries", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *headers = yc_api_fixture_write_headers (0);
      g_autoptr (JsonObject) answer = yc_test_service_post (
        self->service, path, self->clerk, headers,
        "{\"channel\":\"mail\",\"to\":\"late@example.com\",\"consent\":true}", statuses[i]);
    }
}

/* A letter that cannot go out yet is sent again by hand; a portal that nobody set up is not. */
static void
test_deliveries (YcApiFixture *self)
{
  static const guint statuses[] = { 200, 409 };
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "delivery.json", NULL);
  g_autoptr (JsonObject) issued = NULL;
  JsonArray *deliveries;

  yc_test_service_kill (self->service);
  g_assert_true (g_file_set_contents (path, "{\"mail\":{\"url\":\"smtp://127.0.0.1:9\","
                                      "\"from\":\"post@example.com\",\"starttls\":false}}", -1,
                                      NULL));
  yc_test_service_start (self->service);
  get_ok (self, API "/delivery-channels", self->clerk);
  issued = issue_with_wish (self);
  deliveries = json_object_get_array_member (issued, "deliveries");
  g_assert_cmpuint (json_array_get_length (deliveries), ==, G_N_ELEMENTS (statuses));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      JsonObject *delivery = json_array_get_object_element (deliveries, i);
      g_autofree char *headers = yc_api_fixture_write_headers (0);
      g_autofree char *retries = g_strconcat (
        API "/deliveries/", json_object_get_string_member (delivery, "id"), "/retries", NULL);
      g_autoptr (JsonObject) answer = yc_test_service_post (
        self->service, retries, self->clerk, headers, "{\"to\":null}", statuses[i]);
    }
  send_later (self);
}

static void
test_existing (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0001", NULL, NULL, NULL);
  g_autoptr (JsonObject) a_case =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 409);
  g_autoptr (JsonObject) user = yc_test_service_post (
    self->service, API "/users", self->root, NULL,
    "{\"id\":\"clerk\",\"name\":\"x\",\"role\":\"clerk\",\"place\":\"990901\","
    "\"password\":\"long enough\"}", 409);
}

static void
check_verify_page (YcApiFixture *self,
                   const char   *serial,
                   const char   *language,
                   guint         status,
                   const char   *words)
{
  g_autofree char *path = g_strconcat ("/verify/", serial, NULL);
  g_autofree char *header = g_strdup_printf ("Accept-Language: %s\r\n", language);
  g_autoptr (YcTestAnswer) page =
    yc_test_service_request (self->service, "GET", path, NULL, header, NULL);

  g_assert_cmpuint (page->status, ==, status);
  g_assert_nonnull (strstr (yc_test_answer_get_text (page), words));
  g_assert_null (strstr (yc_test_answer_get_text (page), "周伯安"));
  g_assert_null (strstr (yc_test_answer_get_text (page), "<script"));
}

/* Nothing is printed once more for no reason. */
static void
refuse_print (YcApiFixture *self,
              const char   *path,
              const char   *id)
{
  static const char *const none[] = { "", ",\"reason\":\"other\",\"note\":\" \"" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *headers = yc_api_fixture_write_headers (0);
      g_autofree char *body = g_strdup_printf (NEW_PRINT, id, none[i]);
      g_autoptr (JsonObject) problem =
        yc_test_service_post (self->service, path, self->clerk, headers, body, 422);

      yc_api_fixture_assert_code (problem, "invalid");
    }
}

/* What a printing sends to the printer. */
static void
check_sheet (YcApiFixture *self,
             const char   *id,
             guint         status,
             gboolean      as_issued,
             YcTestAnswer *pdf)
{
  g_autofree char *path = g_strconcat (API "/prints/", id, "/sheet", NULL);
  g_autoptr (YcTestAnswer) sheet =
    yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);

  g_assert_cmpuint (sheet->status, ==, status);
  if (status != 200)
    return;
  g_assert_cmpint (sheet->body->len == pdf->body->len, ==, as_issued);
  /* The certificate is whole in it: what is more stands behind it. */
  g_assert_cmpuint (sheet->body->len, >=, pdf->body->len);
  g_assert_cmpmem (sheet->body->data, pdf->body->len, pdf->body->data, pdf->body->len);
}

/* What goes on the pre-printed form; @query begins with "?" when it says something. */
static YcTestAnswer *
get_overprint (YcApiFixture *self,
               const char   *certificate,
               const char   *query,
               guint         status)
{
  g_autofree char *path = g_strconcat (certificate, "/overprint", query, NULL);
  YcTestAnswer *answer =
    yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, status);
  return answer;
}

/* Words and places are the composer's matter; here: whose they are, and when they are given. */
static void
check_overprint (YcApiFixture *self,
                 const char   *certificate,
                 const char   *print_id)
{
  static const char *const bad[] = { "?x_mm=20.1", "?y_mm=-21", "?x_mm=nan", "?x_mm=1,5" };
  g_autofree char *own = g_strconcat ("?print=", print_id, NULL);
  g_autoptr (YcTestAnswer) plain = get_overprint (self, certificate, "", 200);
  g_autoptr (YcTestAnswer) moved = get_overprint (self, certificate, "?x_mm=1.3&y_mm=-0.7", 200);
  g_autoptr (YcTestAnswer) form = get_overprint (self, certificate, "?view=form", 200);
  g_autoptr (YcTestAnswer) further = get_overprint (self, certificate, own, 200);
  g_autoptr (YcTestAnswer) unknown = get_overprint (self, certificate, "?print=x", 404);

  g_assert_cmpmem (plain->body->data, 5, "%PDF-", 5);
  g_assert_cmpmem (moved->body->data, 5, "%PDF-", 5);
  g_assert_cmpmem (form->body->data, 5, "%PDF-", 5);
  /* A further printing says which one it is. */
  g_assert_cmpuint (further->body->len, >, plain->body->len + 100);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (YcTestAnswer) refused = get_overprint (self, certificate, bad[i], 400);
    }
}

/* The form has room for a number of one digit: what it has no room for is told, not cut off. */
static void
check_no_room (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = yc_api_fixture_write_case (
    self, id, "TS-0001", NULL, NULL, "{\"account\":\"20260117\",\"people\":50,\"double\":100}");
  g_autoptr (JsonObject) taken =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 201);
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  g_autofree char *path =
    g_strconcat (API "/certificates/",
                 json_object_get_string_member (
                   json_object_get_object_member (issued, "certificate"), "serial"), NULL);
  g_autoptr (YcTestAnswer) refused = get_overprint (self, path, "", 422);

  g_assert_nonnull (strstr (yc_test_answer_get_text (refused), "50人"));
}

static void
test_prints (YcApiFixture *self)
{
  static const char *const reasons[] = { ",\"reason\":\"first\"",
                                         ",\"reason\":\"other\",\"note\":\"存档要一份\"" };
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *pdf_path = yc_api_fixture_get_path (id, "/certificate");
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  const char *serial = json_object_get_string_member (
    json_object_get_object_member (issued, "certificate"), "serial");
  g_autofree char *path = g_strconcat (API "/certificates/", serial, NULL);
  g_autofree char *prints = g_strconcat (path, "/prints", NULL);
  g_autofree char *verification = g_strconcat (API "/verifications/", serial, NULL);
  g_autofree char *states = NULL;
  g_autofree char *print_id = NULL;
  g_autoptr (YcTestAnswer) pdf = NULL, known = NULL, unknown = NULL;
  g_autofree char *etag = NULL;

  pdf = yc_test_service_request (self->service, "GET", pdf_path, self->clerk, NULL, NULL);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *headers = yc_api_fixture_write_headers (0);
      g_autofree char *body = NULL;
      g_autoptr (JsonObject) print = NULL;

      g_free (print_id);
      print_id = yc_uuid_v7_new ();
      body = g_strdup_printf (NEW_PRINT, print_id, i > 1 ? reasons[i - 2] : "");
      if (i > 1)
        refuse_print (self, prints, print_id);
      print = yc_test_service_post (self->service, prints, self->clerk, headers, body, 201);
      g_assert_cmpint (json_object_get_int_member (print, "number"), ==, i);
      g_assert_cmpint (json_object_get_null_member (print, "reason"), ==, i == 1);
      check_sheet (self, print_id, 200, i == 1, pdf);
    }
  check_overprint (self, path, print_id);
  check_no_room (self);
  {
    g_autofree char *headers = yc_api_fixture_write_headers (0);
    g_autofree char *again = yc_api_fixture_write_headers (0);
    g_autofree char *body =
      g_strdup_printf (NEW_PRINT, print_id, reasons[0]);
    g_autoptr (JsonObject) done = NULL, twice = NULL;
    g_autofree char *over = NULL;
    g_autoptr (YcTestAnswer) late = NULL;

    states = g_strconcat (API "/prints/", print_id, "/states", NULL);
    done = yc_test_service_post (self->service, states, self->clerk, headers,
                                 "{\"state\":\"done\",\"detail\":\"1 页\"}", 200);
    g_assert_cmpstr (json_object_get_string_member (done, "state"), ==, "done");
    twice = yc_test_service_post (self->service, prints, self->clerk, again, body, 409);
    check_sheet (self, print_id, 409, FALSE, pdf);
    over = g_strconcat ("?print=", print_id, NULL);
    late = get_overprint (self, path, over, 409);
  }
  get_ok (self, path, self->clerk);
  get_ok (self, API "/certificates", self->clerk);
  etag = g_strdup_printf ("If-None-Match: %s\r\n", yc_test_answer_get (pdf, "etag"));
  known = yc_test_service_request (self->service, "GET", pdf_path, self->clerk, etag, NULL);
  g_assert_cmpuint (known->status, ==, 304);
  check_verify_page (self, serial, "zh-CN,zh;q=0.9", 200, "确由本系统出具");
  check_verify_page (self, serial, "en-GB", 200, "was issued by this system");
  check_verify_page (self, "ZT01-990901-2026-000001-A", "zh", 404, "流水号");
  check_verify_page (self, "%3Cscript%3E", "en", 404, "not a valid serial number");
  get_ok (self, "/verify", NULL);
  get_ok (self, verification, self->clerk);
  unknown = yc_test_service_request (self->service, "GET", "/verify?number=1", NULL, NULL, NULL);
  g_assert_cmpuint (unknown->status, ==, 404);
}

/* Each change makes the next one's certificate; what was changed is changed no more. */
static void
test_changes (YcApiFixture *self)
{
  static const struct
  {
    const char *more;
    const char *body;
    guint       status;
  } changes[] = { { "/reissue", REISSUE, 201 },
                  { "/replacement", REPLACEMENT, 201 },
                  { "/void", VOID, 200 } };
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  g_autofree char *serial = g_strdup (json_object_get_string_member (
    json_object_get_object_member (issued, "certificate"), "serial"));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat (API "/certificates/", serial, changes[i].more, NULL);
      g_autofree char *first = yc_api_fixture_write_headers (0);
      g_autofree char *second = yc_api_fixture_write_headers (0);
      g_autoptr (JsonObject) after = yc_test_service_post (
        self->service, path, self->reviewer, first, changes[i].body, changes[i].status);
      g_autoptr (JsonObject) late =
        yc_test_service_post (self->service, path, self->second, second, changes[i].body, 409);

      g_free (serial);
      serial = g_strdup (json_object_get_string_member (after, "serial"));
    }
}

static void
test_throttled (YcApiFixture *self)
{
  g_autoptr (YcTestAnswer) answer = NULL;

  for (guint i = 0; i < 20 && (answer == NULL || answer->status != 429); i++)
    {
      g_clear_pointer (&answer, yc_test_answer_free);
      answer = yc_test_service_request (self->service, "POST", API "/sessions", NULL, NULL,
                                        "{\"user\":\"guess\",\"password\":\"guess\"}");
    }
  g_assert_cmpuint (answer->status, ==, 429);
}

/* Sends and waits for no answer. */
static YcTestHttp *
begin (YcApiFixture *self,
       const char   *text)
{
  YcTestHttp *http = yc_test_http_connect (yc_test_service_get_url (self->service), NULL);

  g_assert_nonnull (http);
  yc_test_http_send (http, text, -1, NULL);
  return http;
}

#define LANE_FULL 80

/* Accounts to be made: each takes the slow lane as long as a password takes. */
static void
flood (YcApiFixture *self,
       GPtrArray    *connections,
       guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = yc_uuid_v7_new ();
      g_autofree char *body =
        g_strdup_printf ("{\"id\":\"flood-%s\",\"name\":\"x\",\"role\":\"clerk\","
                         "\"place\":\"990901\",\"password\":\"long enough\"}", id + 24);
      g_autofree char *text = yc_test_http_write ("POST", API "/users", self->root, NULL, body);

      g_ptr_array_add (connections, begin (self, text));
    }
}

/* Whether @route turns a request away at once. */
static gboolean
is_turned_away (YcApiFixture  *self,
                const YcRoute *route)
{
  g_autofree char *path = fill_path (route->path);
  g_autofree char *text = yc_test_http_write (
    route->method, path, choose_token (self, route, TRUE), NULL,
    g_str_equal (route->method, "POST") ? "{}" : NULL);
  g_autoptr (YcTestHttp) http = begin (self, text);
  g_autoptr (YcTestAnswer) answer = NULL;

  yc_test_http_set_timeout (http, 1);
  answer = yc_test_http_receive (http, NULL);
  if (answer == NULL || answer->status != 503)
    return FALSE;
  yc_api_contract_check (route->method, path, answer, self->contract);
  return TRUE;
}

static void
test_busy (YcApiFixture *self)
{
  g_autoptr (GPtrArray) connections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_test_http_free);
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  flood (self, connections, LANE_FULL);
  for (guint i = 0; i < n_routes; i++)
    while ((routes[i].lane == YC_LANE_SLOW || routes[i].lane == YC_LANE_LONG_READ) &&
           !is_turned_away (self, &routes[i]))
      {
        /* What waited may be done meanwhile: the lane is filled anew, not a little more. */
        g_assert_cmpint (g_get_monotonic_time (), <, deadline);
        g_ptr_array_set_size (connections, 0);
        flood (self, connections, LANE_FULL);
      }
}

/* Under the running service its database is exchanged for something else. */
static void
test_failure (YcApiFixture *self)
{
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autofree char *noise = g_strnfill (64 * 1024, '?');
  const YcRoute *routes;
  guint n_routes;

  /* Threads that have not opened it yet will open the other one. */
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  g_assert_true (g_file_set_contents (path, noise, -1, NULL));
  g_unlink (journal);
  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    g_assert_cmpuint (ask (self, &routes[i], choose_token (self, &routes[i], TRUE), "", "{}"), ==,
                      500);
}

/* A change is turned away when 4,096 others wait. The service takes 512 connections from one
 * address, and each of them waits with one request, so that a test cannot bring so many about. Who
 * hoards files is turned away in test-files.c, and the public page sees files in
 * test-verify-page.c. */
static gboolean
is_excused (const char *name)
{
  const YcRoute *routes;
  guint n_routes;

  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      g_autofree char *turned_away =
        g_strdup_printf ("%s %s 503", routes[i].method, routes[i].path);

      if (routes[i].lane == YC_LANE_WRITE && g_str_equal (name, turned_away))
        return TRUE;
    }
  return g_str_equal (name, "PUT " API "/files/{id} 429") ||
         g_str_equal (name, "POST /verify 200");
}

/* Whoever tries number after number on the public page is stopped, whichever way it is asked. */
static void
test_flood (YcApiFixture *self)
{
  static const struct
  {
    const char *method;
    const char *path;
    const char *body;
  } ways[] = {
    { "GET", "/verify/ZT01-990901-2026-000001-A", NULL },
    { "GET", "/verify?number=1", NULL },
    { "POST", "/verify", "{}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (YcTestAnswer) page = NULL;

      for (guint n = 0; n < 1000 && (page == NULL || page->status != 429); n++)
        {
          g_clear_pointer (&page, yc_test_answer_free);
          page = yc_test_service_request (self->service, ways[i].method, ways[i].path, NULL,
                                          "Accept-Language: zh\r\n", ways[i].body);
        }
      g_assert_cmpuint (page->status, ==, 429);
      g_assert_nonnull (strstr (yc_test_answer_get_text (page), "核验得太频繁"));
      g_assert_cmpint (g_ascii_strtoll (yc_test_answer_get (page, "retry-after"), NULL, 10), >, 0);
    }
}

static void
test_sign_out (YcApiFixture *self)
{
  g_autofree char *token = yc_test_service_sign_in (self->service, "clerk");
  g_autoptr (YcTestAnswer) out = yc_test_service_request (
    self->service, "DELETE", API "/sessions/current", token, NULL, NULL);

  g_assert_cmpuint (out->status, ==, 204);
}

static void
test_all_seen (YcApiFixture *self)
{
  g_auto (GStrv) unseen = yc_api_contract_list_unseen (self->contract);
  guint n = 0;

  for (guint i = 0; unseen[i] != NULL; i++)
    if (!is_excused (unseen[i]))
      {
        g_printerr ("never answered: %s\n", unseen[i]);
        n++;
      }
  g_assert_cmpuint (n, ==, 0);
}

static const YcApiTest tests[] = {
  { "/contract/malformed", test_malformed },
  { "/contract/deep", test_deep },
  { "/contract/invalid", test_invalid },
  { "/contract/no-key", test_no_key },
  { "/contract/too-large", test_too_large },
  { "/contract/long-header", test_long_header },
  { "/contract/strangers", test_strangers },
  { "/contract/not-there", test_not_there },
  { "/contract/bad-queries", test_bad_queries },
  { "/contract/unknown", test_unknown },
  { "/contract/readers", test_readers },
  { "/contract/person", test_person },
  { "/contract/licences", test_licences },
  { "/contract/knowledge", test_knowledge },
  { "/contract/many-people", test_many_people },
  { "/contract/plan", test_plan },
  { "/contract/plan-elsewhere", test_plan_elsewhere },
  { "/contract/other-place", test_other_place },
  { "/contract/file", test_file },
  { "/contract/life", test_life },
  { "/contract/withdraw", test_withdraw },
  { "/contract/existing", test_existing },
  { "/contract/prints", test_prints },
  { "/contract/deliveries", test_deliveries },
  { "/contract/changes", test_changes },
  { "/contract/throttled", test_throttled },
  { "/contract/flood", test_flood },
  { "/contract/sign-out", test_sign_out },
  { "/contract/busy", test_busy },
  { "/contract/failure", test_failure },
  { "/contract/all-seen", test_all_seen },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog at the service: publishing, what has changed, and that a case keeps its version. */
#include "yc-api-fixture.h"

#include "yc-catalog-kind-private.h"
#include "yc-catalog.h"
#include "yc-json.h"
#include "yc-uuid.h"

#include <string.h>

#define VERSIONS "/api/v1/catalog/versions"

static JsonObject *
publish (YcApiFixture *self,
         const char   *text,
         guint         status)
{
  return yc_test_service_post (self->service, VERSIONS, self->root, NULL, text, status);
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, from, to, 0), >, 0);
  return g_strdup (changed->str);
}

static gint64
get_version (YcApiFixture *self)
{
  g_autoptr (JsonObject) changes = yc_test_service_get (
    self->service, "/api/v1/catalog/changes?after=0&limit=2000", self->clerk, 200);

  return json_object_get_int_member (changes, "version");
}

static void
test_pages (YcApiFixture *self)
{
  gint64 version = get_version (self);
  gint64 after = 0;
  guint n = 0;
  gboolean more;

  do
    {
      g_autofree char *path =
        g_strdup_printf ("/api/v1/catalog/changes?after=%" G_GINT64_FORMAT "&limit=2", after);
      g_autoptr (JsonObject) page = yc_test_service_get (self->service, path, self->clerk, 200);

      n += json_array_get_length (json_object_get_array_member (page, "documents"));
      more = json_object_get_boolean_member (page, "more");
      g_assert_cmpint (json_object_get_int_member (page, "version"), >, after);
      after = json_object_get_int_member (page, "version");
    }
  while (more);
  g_assert_cmpint (after, ==, version);
  g_assert_cmpuint (n, ==, 26);
}

static void
test_same_again (YcApiFixture *self)
{
  g_autofree char *text = yc_api_fixture_read_catalog ();
  gint64 version = get_version (self);
  g_autoptr (JsonObject) published = publish (self, text, 201);

  g_assert_cmpint (json_object_get_int_member (published, "changed"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (published, "version"), ==, version);
}

/* Members keep their order: it is the order in which a form shows its fields. */
static void
test_order (YcApiFixture *self)
{
  g_autoptr (YcTestAnswer) answer = yc_test_service_request (
    self->service, "GET", "/api/v1/catalog/changes?after=0", self->clerk, NULL, NULL);
  const char *people = strstr (yc_test_answer_get_text (answer), "\"people\":{");
  const char *account = strstr (yc_test_answer_get_text (answer), "\"account\":{\"type\"");

  g_assert_nonnull (people);
  g_assert_nonnull (account);
  g_assert_true (account < people);
  g_assert_nonnull (strstr (account, "\"type\":\"string\",\"title\":\"户号\",\"pattern\""));
}

/* A mistake anywhere, and nothing is published. */
static void
test_mistake (YcApiFixture *self)
{
  g_autofree char *text = yc_api_fixture_read_catalog ();
  g_autofree char *renamed = replace (text, "测试部门", "别的部门");
  g_autofree char *broken = replace (renamed, "\"certificate\": \"t-cert\"",
                                     "\"certificate\": \"t-none\"");
  g_autofree char *unclosed = replace (renamed, "{applicant.name}", "{applicant.name");
  /* Nothing but setting the sheet shows this. */
  g_autofree char *unprintable = replace (renamed, "户号{form.account}", "户号{form.account|date}");
  gint64 version = get_version (self);
  g_autoptr (JsonObject) problem = publish (self, broken, 422);
  g_autoptr (JsonObject) template_problem = publish (self, unclosed, 422);
  g_autoptr (JsonObject) sheet_problem = publish (self, unprintable, 422);
  JsonObject *told = json_array_get_object_element (
    json_object_get_array_member (sheet_problem, "errors"), 0);

  g_assert_nonnull (strstr (json_object_get_string_member (told, "message"), "{form.account}"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (problem, "errors")), >=, 1);
  g_assert_cmpint (get_version (self), ==, version);
}

/* A desk that was cut off submits under the catalog it has; the case is held against that one. */
static void
test_old_version (YcApiFixture *self)
{
  g_autofree char *text = yc_api_fixture_read_catalog ();
  g_autofree char *stricter = replace (text, "\"maximum\": 50", "\"maximum\": 3");
  g_autofree char *retitled = replace (stricter, "一审出证", "新的名称");
  gint64 old = get_version (self);
  g_autofree char *first = yc_uuid_v7_new ();
  g_autofree char *second = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *other_headers = yc_api_fixture_write_headers (0);
  g_autofree char *old_body = NULL, *new_body = NULL;
  g_autoptr (JsonObject) published = publish (self, retitled, 201);
  g_autoptr (JsonObject) taken = NULL, refused = NULL, back = NULL, issued = NULL;

  g_assert_cmpint (json_object_get_int_member (published, "changed"), ==, 2);
  self->version = old;
  old_body = yc_api_fixture_write_case (self, first, "TS-0001", NULL, NULL, NULL);
  self->version = json_object_get_int_member (published, "version");
  new_body = yc_api_fixture_write_case (self, second, "TS-0001", NULL, NULL, NULL);
  taken = yc_test_service_post (self->service, "/api/v1/cases", self->clerk, headers, old_body, 201);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (taken, "item"),
                                                  "title"), ==, "一审出证");
  g_assert_cmpint (json_object_get_int_member (taken, "catalog_version"), ==, old);
  refused = yc_test_service_post (self->service, "/api/v1/cases", self->clerk, other_headers,
                                  new_body, 422);
  issued = yc_api_fixture_decide (self, self->reviewer, first, 1, "{\"decision\":\"approve\"}", 200);
  back = publish (self, text, 201);
  self->version = json_object_get_int_member (back, "version");
}

/* Removing a document tells the desks so; cases of before go on. */
static void
test_remove (YcApiFixture *self)
{
  g_autofree char *text = yc_api_fixture_read_catalog ();
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, NULL);
  JsonArray *documents =
    json_object_get_array_member (json_node_get_object (node), "documents");
  gint64 before = get_version (self);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *path =
    g_strdup_printf ("/api/v1/catalog/changes?after=%" G_GINT64_FORMAT, before);
  g_autofree char *shorter = NULL;
  g_autoptr (JsonObject) published = NULL, changes = NULL, step = NULL, back = NULL;
  JsonObject *removed;

  for (guint i = 0; i < json_array_get_length (documents); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (documents, i),
                                                    "id"), "TS-0002"))
      json_array_remove_element (documents, i--);
  shorter = yc_json_write (node);
  published = publish (self, shorter, 201);
  changes = yc_test_service_get (self->service, path, self->clerk, 200);
  removed = json_array_get_object_element (json_object_get_array_member (changes, "documents"), 0);
  g_assert_cmpstr (json_object_get_string_member (removed, "id"), ==, "TS-0002");
  g_assert_true (json_object_get_null_member (removed, "body"));
  step = yc_api_fixture_decide (self, self->reviewer, id, 1, "{\"decision\":\"approve\"}", 200);
  back = publish (self, text, 201);
}

/* More than other bodies may have, but only for who may publish. */
static void
test_large (YcApiFixture *self)
{
  g_autofree char *text = yc_api_fixture_read_catalog ();
  g_autofree char *space = g_strnfill (5 * 1024 * 1024, ' ');
  g_autofree char *large = g_strconcat (text, space, NULL);
  g_autoptr (JsonObject) published = publish (self, large, 201);
  g_autofree char *head = yc_test_http_write ("POST", VERSIONS, self->clerk,
                                              "Content-Length: 5000000\r\n", NULL);
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
  g_autoptr (YcTestAnswer) answer = NULL;

  g_assert_true (yc_test_http_send (http, head, -1, NULL));
  answer = yc_test_http_receive (http, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->status, ==, 413);
}

static gboolean
holds (JsonArray  *words,
       const char *word)
{
  for (guint i = 0; i < json_array_get_length (words); i++)
    if (g_str_equal (json_array_get_string_element (words, i), word))
      return TRUE;
  return FALSE;
}

/* What the core can hold, what the folder has and what the API lets in are the same kinds. */
static void
test_kinds (YcApiFixture *self)
{
  g_autoptr (JsonObject) openapi =
    yc_test_service_get (self->service, "/api/v1/openapi.json", NULL, 200);
  JsonObject *schemas =
    yc_json_get_object (yc_json_get_object (openapi, "components"), "schemas");
  JsonArray *words = yc_json_get_array (yc_json_get_object (schemas, "Kind"), "enum");
  guint n = 0;

  for (; yc_catalog_get_kind (n) != NULL; n++)
    {
      const char *kind = yc_catalog_get_kind (n);

      g_assert_true (holds (words, kind));
      g_assert_nonnull (yc_catalog_kind_find (kind));
    }
  g_assert_cmpuint (json_array_get_length (words), ==, n);
  g_assert_nonnull (yc_catalog_kind_get (n - 1));
  g_assert_null (yc_catalog_kind_get (n));
}

static const YcApiTest tests[] = {
  { "/catalog/pages", test_pages },
  { "/catalog/same-again", test_same_again },
  { "/catalog/order", test_order },
  { "/catalog/mistake", test_mistake },
  { "/catalog/old-version", test_old_version },
  { "/catalog/remove", test_remove },
  { "/catalog/large", test_large },
  { "/catalog/kinds", test_kinds },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service with a small catalog, people of every role, and words for what they do. */
#include "yc-api-fixture.h"

#include "yc-uuid.h"

#define VILLAGE "990901001001"
#define OTHER_VILLAGE "990901002001"
#define TOWN "990901001"

static char *
add (YcApiFixture *self,
     const char   *id,
     const char   *role,
     const char   *place)
{
  yc_test_service_add_user (self->service, self->root, id, role, place);
  return yc_test_service_sign_in (self->service, id);
}

char *
yc_api_fixture_read_catalog (void)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (YC_TEST_DATA "/catalog.json", &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
publish (YcApiFixture *self)
{
  g_autofree char *catalog = yc_api_fixture_read_catalog ();
  g_autoptr (JsonObject) published = yc_test_service_post (
    self->service, "/api/v1/catalog/versions", self->root, NULL, catalog, 201);

  self->version = json_object_get_int_member (published, "version");
}

YcApiFixture *
yc_api_fixture_new (const char *const *arguments)
{
  YcApiFixture *self = g_new0 (YcApiFixture, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add_many (builder, "--trust", YC_TEST_KEYS "/SAMPLE-authority.crt.pem",
                           "--signing-certificate", YC_TEST_KEYS "/SAMPLE-village.crt.pem", NULL);
  if (arguments == NULL || !g_strv_contains (arguments, "--signing-module"))
    g_strv_builder_add_many (builder, "--signing-key", YC_TEST_KEYS "/SAMPLE-village.key.pem",
                             NULL);
  if (arguments != NULL)
    g_strv_builder_addv (builder, (const char **) arguments);
  all = g_strv_builder_end (builder);
  self->contract = yc_api_contract_new ();
  self->service = yc_test_service_new (FALSE, (const char *const *) all);
  yc_test_service_set_check (self->service, yc_api_contract_check, self->contract);
  self->root = yc_test_service_sign_in (self->service, "root");
  publish (self);
  self->clerk = add (self, "clerk", "clerk", VILLAGE);
  self->other_clerk = add (self, "other-clerk", "clerk", OTHER_VILLAGE);
  self->reviewer = add (self, "reviewer", "reviewer", VILLAGE);
  self->second = add (self, "second", "reviewer", VILLAGE);
  self->town = add (self, "town", "reviewer", TOWN);
  self->supervisor = add (self, "supervisor", "supervisor", TOWN);
  self->trainer = add (self, "trainer", "trainer", TOWN);
  return self;
}

void
yc_api_fixture_free (YcApiFixture *self)
{
  yc_test_service_free (self->service);
  yc_api_contract_free (self->contract);
  g_free (self->root);
  g_free (self->clerk);
  g_free (self->other_clerk);
  g_free (self->reviewer);
  g_free (self->second);
  g_free (self->town);
  g_free (self->supervisor);
  g_free (self->trainer);
  g_free (self);
}

char *
yc_api_fixture_write_case (YcApiFixture *self,
                           const char   *id,
                           const char   *item,
                           const char   *applicant,
                           const char   *materials,
                           const char   *form)
{
  g_autofree char *head =
    id != NULL ? g_strdup_printf ("\"id\":\"%s\",\"item\":\"%s\",", id, item) : g_strdup ("");

  return g_strdup_printf ("{%s\"catalog_version\":%" G_GINT64_FORMAT ",\"applicant\":%s,"
                          "\"answers\":{},\"materials\":%s,\"form\":%s}",
                          head, self->version, applicant != NULL ? applicant : YC_API_APPLICANT,
                          materials != NULL ? materials : YC_API_MATERIALS,
                          form != NULL ? form : YC_API_FORM);
}

char *
yc_api_fixture_write_headers (gint64 version)
{
  g_autofree char *key = yc_uuid_v7_new ();

  if (version == 0)
    return g_strdup_printf ("Idempotency-Key: %s\r\n", key);
  return g_strdup_printf ("Idempotency-Key: %s\r\nIf-Match: \"%" G_GINT64_FORMAT "\"\r\n", key,
                          version);
}

char *
yc_api_fixture_submit (YcApiFixture *self,
                       const char   *item)
{
  char *id = yc_uuid_v7_new ();
  gboolean whole = !g_str_equal (item, "TS-0002");
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = yc_api_fixture_write_case (
    self, id, item, NULL, whole ? NULL : "[{\"id\":\"must\",\"status\":\"complete\"}]",
    whole ? NULL : "{}");
  g_autoptr (JsonObject) taken =
    yc_test_service_post (self->service, "/api/v1/cases", self->clerk, headers, body, 201);

  return id;
}

char *
yc_api_fixture_get_path (const char *id,
                         const char *more)
{
  return g_strconcat ("/api/v1/cases/", id, more, NULL);
}

JsonObject *
yc_api_fixture_decide (YcApiFixture *self,
                       const char   *token,
                       const char   *id,
                       gint64        version,
                       const char   *body,
                       guint         status)
{
  g_autofree char *path = yc_api_fixture_get_path (id, "/decisions");
  g_autofree char *headers = yc_api_fixture_write_headers (version);

  return yc_test_service_post (self->service, path, token, headers, body, status);
}

void
yc_api_fixture_assert_code (JsonObject *problem,
                            const char *code)
{
  g_assert_cmpstr (json_object_get_string_member (problem, "code"), ==, code);
}

typedef struct
{
  YcApiFixture *self;
  const YcApiTest *test;
} Run;

static void
run_test (gconstpointer data)
{
  const Run *run = data;

  run->test->func (run->self);
}

int
yc_api_fixture_run (int               argc,
                    char            **argv,
                    const YcApiTest  *tests)
{
  g_autoptr (YcApiFixture) self = NULL;

  g_test_init (&argc, &argv, NULL);
  self = yc_api_fixture_new (NULL);
  for (const YcApiTest *test = tests; test->path != NULL; test++)
    {
      Run *run = g_new (Run, 1);

      *run = (Run) { self, test };
      g_test_add_data_func_full (test->path, run, run_test, g_free);
    }
  return g_test_run ();
}

/* What a scanner reads from the printed sheet: 200 dots an inch, as a telephone sees more. */
char *
yc_api_fixture_scan (YcApiFixture *self,
                     GBytes       *pdf)
{
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *path = g_build_filename (folder, "scanned.pdf", NULL);
  g_autofree char *line = g_strdup_printf (
    "sh -c 'pdftoppm -r 200 -gray -l 1 %s %s/scanned && zbarimg --quiet --raw %s/scanned*.pgm'", path,
    folder, folder);
  g_autoptr (GError) error = NULL;
  char *words = NULL;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_command_line_sync (line, &words, NULL, NULL, &error);
  g_assert_no_error (error);
  return words;
}

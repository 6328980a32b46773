/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knowledge base is kept together: mistakes are reported, versions published, questions answered;
 * each only by who may, and nobody's name or number lies open. */
#define _GNU_SOURCE
#include "yc-api-ledger.h"

#include "yc-json.h"
#include "yc-uuid.h"

#include <string.h>

#define API "/api/v1"
#define NEW_ENTRY "{\"tags\":[\"水\"],\"items\":[\"TS-0001\"],\"lists\":[],\"owner\":\"甲镇\"}"

static char *
get_day (int days)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* @more is put into the version, @rest beside it. */
static JsonObject *
publish_from (YcApiFixture *self,
              const char   *token,
              const char   *id,
              gint64        base,
              int           days,
              const char   *more,
              const char   *rest,
              guint         status)
{
  g_autofree char *from = get_day (days);
  g_autofree char *key = yc_uuid_v7_new ();
  g_autofree char *path = g_strdup_printf (API "/knowledge/%s/versions", id);
  g_autofree char *headers = g_strdup_printf (
    "Idempotency-Key: %s\r\nIf-Match: \"%" G_GINT64_FORMAT "\"\r\n", key, base);
  g_autofree char *body = g_strdup_printf (
    "{\"version\":{\"question\":\"%s%% 怎么办？\",\"answer\":\"这样办。\",\"body\":\"细节\",\"source\":\"《样例》\","
    "\"from\":\"%s\"%s}%s}", id, from, more, rest);

  return yc_test_service_post (self->service, path, token, headers, body, status);
}

static JsonObject *
publish (YcApiFixture *self,
         const char   *token,
         const char   *id,
         gint64        base,
         const char   *more,
         const char   *rest,
         guint         status)
{
  return publish_from (self, token, id, base, 0, more, rest, status);
}

static gint64
get_version (JsonObject *object)
{
  return yc_json_get_int (object, "version", 0);
}

static gint64
make_entry (YcApiFixture *self,
            const char   *id)
{
  g_autoptr (JsonObject) made =
    publish (self, self->root, id, 0, "", ",\"entry\":" NEW_ENTRY, 201);

  return get_version (made);
}

static JsonObject *
record (YcApiFixture *self,
        const char   *token,
        const char   *id,
        const char   *kind,
        const char   *more,
        guint         status)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = g_strdup_printf (
    "{\"id\":\"%s\",\"kind\":\"%s\",\"question\":\"答案与公告不一致\"%s}", id, kind, more);

  return yc_test_service_post (self->service, API "/inquiries", token, headers, body, status);
}

static JsonObject *
step (YcApiFixture *self,
      const char   *token,
      const char   *id,
      gint64        version,
      const char   *body,
      guint         status)
{
  g_autofree char *path = g_strdup_printf (API "/inquiries/%s/steps", id);
  g_autofree char *headers = yc_api_fixture_write_headers (version);

  return yc_test_service_post (self->service, path, token, headers, body, status);
}

static JsonObject *
get (YcApiFixture *self,
     const char   *token,
     const char   *path,
     guint         status)
{
  return yc_test_service_get (self->service, path, token, status);
}

static JsonObject *
get_inquiry (YcApiFixture *self,
             const char   *token,
             const char   *id,
             guint         status)
{
  g_autofree char *path = g_strdup_printf (API "/inquiries/%s", id);

  return get (self, token, path, status);
}

/* Published by the administrator, then one version of a town by its supervisor; every desk is told
 * by the catalog's changes. */
static void
test_publish (YcApiFixture *self)
{
  gint64 version = make_entry (self, "water-fee");
  g_autoptr (JsonObject) town = publish (self, self->supervisor, "water-fee", version,
                                         ",\"place\":\"990901001\",\"note\":\"镇街版\"", "", 201);
  g_autoptr (JsonObject) read = get (self, self->clerk, API "/knowledge/water-fee", 200);
  g_autofree char *path = g_strdup_printf (API "/catalog/changes?after=%" G_GINT64_FORMAT, version);
  g_autoptr (JsonObject) changes = get (self, self->other_clerk, path, 200);
  JsonObject *entry = yc_json_get_object (read, "entry");
  JsonArray *documents = yc_json_get_array (changes, "documents");

  g_assert_cmpint (get_version (town), >, version);
  g_assert_cmpint (get_version (read), ==, get_version (town));
  g_assert_cmpstr (yc_json_get_string (entry, "place", "none"), ==, "none");
  g_assert_cmpuint (json_array_get_length (yc_json_get_array (entry, "versions")), ==, 1);
  g_assert_cmpstr (yc_json_get_string (yc_json_get_object (yc_json_get_object (read, "published"),
                                                           "by"), "id", ""), ==, "supervisor");
  g_assert_cmpuint (json_array_get_length (documents), ==, 1);
  g_assert_cmpstr (yc_json_get_string (json_array_get_object_element (documents, 0), "id", ""), ==,
                   "water-fee");
}

static void
assert_refused (YcApiFixture *self,
                JsonObject   *problem,
                const char   *code)
{
  yc_api_fixture_assert_code (problem, code);
  json_object_unref (problem);
}

/* Of an entry that holds in the own places alone, its supervisor may change whatever it has. */
static void
test_own_whole (YcApiFixture *self)
{
  g_autoptr (JsonObject) made =
    publish (self, self->supervisor, "own-fee", 0, ",\"place\":\"990901001\"",
             ",\"entry\":" NEW_ENTRY, 201);
  g_autoptr (JsonObject) changed =
    publish (self, self->supervisor, "own-fee", get_version (made), ",\"place\":\"990901001\"",
             ",\"entry\":{\"tags\":[\"燃气\"],\"items\":[],\"lists\":[],\"owner\":\"甲镇\"}", 201);
  g_autoptr (JsonObject) everywhere =
    publish (self, self->root, "own-fee", get_version (changed), "", "", 201);

  g_assert_nonnull (everywhere);
  /* Since it holds elsewhere, too, it is the administrator's. */
  assert_refused (self, publish (self, self->supervisor, "own-fee", get_version (everywhere),
                                 ",\"place\":\"990901001\"", ",\"entry\":" NEW_ENTRY, 403), "denied");
}

static void
test_refused (YcApiFixture *self)
{
  gint64 version = make_entry (self, "gas-fee");
  g_autoptr (JsonObject) read = NULL;

  /* Not for everywhere, not for another town, and not what belongs to the entry. */
  assert_refused (self, publish (self, self->supervisor, "gas-fee", version, "", "", 403), "denied");
  assert_refused (self, publish (self, self->supervisor, "gas-fee", version,
                                 ",\"place\":\"990901002\"", "", 403), "denied");
  assert_refused (self, publish (self, self->supervisor, "gas-fee", version,
                                 ",\"place\":\"990901001\"", ",\"entry\":" NEW_ENTRY, 403), "denied");
  assert_refused (self, publish (self, self->clerk, "gas-fee", version, "", "", 403), "denied");
  /* Based on another one; on none. */
  assert_refused (self, publish (self, self->root, "gas-fee", version - 1, "", "", 412),
                  "version-conflict");
  assert_refused (self, publish (self, self->root, "gas-fee", 0, "", "", 412), "version-conflict");
  /* The past stays as it was said. */
  assert_refused (self, publish_from (self, self->root, "gas-fee", version, -1, "", "", 422),
                  "invalid");
  assert_refused (self, publish (self, self->root, "gas-fee", version, ",\"place\":\"990999\"", "",
                                 422), "invalid");
  assert_refused (self, publish (self, self->root, "gas-fee", version, ",\"until\":\"2020-01-01\"",
                                 "", 422), "invalid");
  assert_refused (self, publish (self, self->root, "Gas.fee", 0, "", ",\"entry\":" NEW_ENTRY, 422),
                  "invalid");
  assert_refused (self, publish (self, self->root, "no-entry", 0, "", "", 422), "invalid");
  assert_refused (self, publish (self, self->root, "no-item", 0, "",
                                 ",\"entry\":{\"tags\":[\"水\"],\"items\":[\"ZZ-9999\"],\"lists\":[],"
                                 "\"owner\":\"甲镇\"}", 422), "invalid");
  read = get (self, self->root, API "/knowledge/gas-fee", 200);
  g_assert_cmpint (get_version (read), ==, version);
}

/* What asks the same as another entry would have two owners; what is only like it does not. */
static void
test_same_question (YcApiFixture *self)
{
  static const char *const bodies[] = { "lamp% 怎么办？", "lamp_ 怎么办？" };

  make_entry (self, "lamp");
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *key = yc_uuid_v7_new ();
      g_autofree char *headers =
        g_strdup_printf ("Idempotency-Key: %s\r\nIf-Match: \"0\"\r\n", key);
      g_autofree char *body = g_strdup_printf (
        "{\"version\":{\"question\":\"%s\",\"answer\":\"这样办。\",\"body\":\"b\",\"source\":\"s\","
        "\"from\":\"2999-01-01\"},\"entry\":" NEW_ENTRY "}", bodies[i]);
      g_autoptr (JsonObject) answer =
        yc_test_service_post (self->service, API "/knowledge/lamp-two/versions", self->root, headers,
                              body, i == 0 ? 422 : 201);

      if (i == 0)
        yc_api_fixture_assert_code (answer, "invalid");
    }
}

static gboolean
is_news (YcApiFixture *self,
         const char   *token,
         const char   *id)
{
  g_autoptr (JsonObject) answer = get (self, token, API "/inquiries?view=news", 200);
  JsonArray *lines = yc_json_get_array (answer, "inquiries");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    if (g_str_equal (yc_json_get_string (json_array_get_object_element (lines, i), "id", ""), id))
      return TRUE;
  return FALSE;
}

static JsonObject *
look (YcApiFixture *self,
      const char   *token,
      const char   *id,
      gint64        version,
      guint         status)
{
  g_autofree char *path = g_strdup_printf (API "/inquiries/%s/looks", id);
  g_autofree char *body = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT "}", version);

  return yc_test_service_post (self->service, path, token, NULL, body, status);
}

/* Reported by a clerk, seen by the owner, answered by a version; the reporter sees what became of
 * it, and another town knows of nothing. */
static void
test_report (YcApiFixture *self)
{
  gint64 version = make_entry (self, "permit");
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) made =
    record (self, self->clerk, id, "mistake", ",\"entry\":\"permit\",\"item\":\"TS-0001\"", 201);
  g_autofree char *inquiries = g_strdup_printf (",\"inquiries\":[\"%s\"]", id);
  g_autoptr (JsonObject) open = get (self, self->supervisor, API "/inquiries?view=open", 200);
  g_autoptr (JsonObject) published = NULL;
  g_autoptr (JsonObject) mine = NULL;
  g_autoptr (JsonObject) read = NULL;
  JsonObject *line;

  g_assert_cmpstr (yc_json_get_string (made, "state", ""), ==, "open");
  g_assert_cmpuint (json_array_get_length (yc_json_get_array (open, "inquiries")), >=, 1);
  assert_refused (self, get_inquiry (self, self->other_clerk, id, 404), "not-found");
  assert_refused (self, step (self, self->other_clerk, id, 1, "{\"action\":\"reopen\"}", 404),
                  "not-found");
  assert_refused (self, step (self, self->reviewer, id, 1, "{\"action\":\"answer\",\"text\":\"x\"}",
                              403), "denied");
  assert_refused (self, step (self, self->clerk, id, 1, "{\"action\":\"decline\",\"text\":\"x\"}",
                              403), "denied");
  published = publish (self, self->supervisor, "permit", version, ",\"place\":\"990901001\"",
                       inquiries, 201);
  read = get_inquiry (self, self->clerk, id, 200);
  g_assert_cmpstr (yc_json_get_string (read, "state", ""), ==, "answered");
  line = json_array_get_object_element (yc_json_get_array (read, "steps"), 0);
  g_assert_cmpstr (yc_json_get_string (line, "action", ""), ==, "publish");
  g_assert_cmpstr (yc_json_get_string (line, "entry", ""), ==, "permit");
  mine = get (self, self->clerk, API "/inquiries?view=mine&kind=mistake", 200);
  line = json_array_get_object_element (yc_json_get_array (mine, "inquiries"), 0);
  g_assert_cmpstr (yc_json_get_string (line, "id", ""), ==, id);
  g_assert_cmpstr (yc_json_get_string (line, "state", ""), ==, "answered");
}

/* What somebody else settled is news to who recorded it, supervisors too, until they looked at it;
 * what one settles oneself is none. */
static void
test_news (YcApiFixture *self)
{
  const char *reporters[] = { self->clerk, self->supervisor };
  g_autoptr (JsonObject) seen = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reporters); i++)
    {
      g_autofree char *id = yc_uuid_v7_new ();

      json_object_unref (record (self, reporters[i], id, "gap", "", 201));
      json_object_unref (step (self, self->root, id, 1,
                               "{\"action\":\"pass\",\"passed_to\":{\"kind\":\"hotline\","
                               "\"name\":\"12345\"}}", 200));
      g_assert_false (is_news (self, reporters[i], id));
      json_object_unref (step (self, self->root, id, 2, "{\"action\":\"answer\",\"text\":\"x\"}",
                               200));
      g_assert_true (is_news (self, reporters[i], id));
      g_assert_false (is_news (self, self->root, id));
      assert_refused (self, look (self, self->root, id, 3, 403), "denied");
      assert_refused (self, look (self, self->other_clerk, id, 3, 404), "not-found");
      json_object_unref (look (self, reporters[i], id, 2, 200));
      g_assert_true (is_news (self, reporters[i], id));
      seen = look (self, reporters[i], id, 3, 200);
      g_assert_false (yc_json_get_boolean (seen, "news", TRUE));
      g_assert_cmpint (get_version (seen), ==, 3);
      g_assert_false (is_news (self, reporters[i], id));
      json_object_unref (step (self, reporters[i], id, 3, "{\"action\":\"reopen\"}", 200));
      json_object_unref (step (self, reporters[i], id, 4,
                               "{\"action\":\"answer\",\"text\":\"y\"}", 200));
      g_assert_false (is_news (self, reporters[i], id));
      g_clear_pointer (&seen, json_object_unref);
    }
}

/* Of a consultation the list tells no name and no number; the record itself does, to who may. */
static void
test_consultation (YcApiFixture *self)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) made = record (
    self, self->clerk, id, "consultation",
    ",\"channel\":\"phone\",\"person\":{\"name\":\"张小明\",\"phone\":\"13800005678\"},"
    "\"passed_to\":{\"kind\":\"hotline\",\"name\":\"12345\"},\"due\":\"2026-11-30\"", 201);
  g_autoptr (JsonObject) list = get (self, self->clerk, API "/inquiries?kind=consultation", 200);
  g_autoptr (JsonObject) answered = NULL;
  g_autoptr (JsonObject) again = NULL;
  JsonObject *person = yc_json_get_object (
    json_array_get_object_element (yc_json_get_array (list, "inquiries"), 0), "person");

  g_assert_cmpstr (yc_json_get_string (made, "state", ""), ==, "passed");
  g_assert_cmpstr (yc_json_get_string (yc_json_get_object (made, "person"), "phone", ""), ==,
                   "13800005678");
  g_assert_cmpstr (yc_json_get_string (person, "phone", ""), ==, "138****5678");
  g_assert_cmpstr (yc_json_get_string (person, "name", ""), ==, "张**");
  assert_refused (self, step (self, self->clerk, id, 7, "{\"action\":\"answer\",\"text\":\"已回电\"}",
                              412), "version-conflict");
  answered = step (self, self->clerk, id, 1, "{\"action\":\"answer\",\"text\":\"已回电\"}", 200);
  g_assert_cmpstr (yc_json_get_string (answered, "state", ""), ==, "answered");
  g_assert_cmpstr (yc_json_get_string (answered, "answer", ""), ==, "已回电");
  assert_refused (self, step (self, self->clerk, id, 2, "{\"action\":\"answer\",\"text\":\"再\"}", 409),
                  "state-conflict");
  again = step (self, self->clerk, id, 2, "{\"action\":\"reopen\"}", 200);
  g_assert_cmpstr (yc_json_get_string (again, "state", ""), ==, "open");
  assert_refused (self, record (self, self->clerk, id, "gap", "", 409), "state-conflict");
}

/* Overdue ones first, then by their day, then by age; page by page each once. */
static void
test_urgency (YcApiFixture *self)
{
  static const char *const dues[] = { "", ",\"due\":\"2026-01-05\"", ",\"due\":\"2026-01-01\"", "",
                                      ",\"due\":\"2026-01-03\"" };
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *cursor = g_strdup ("");
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *id = yc_uuid_v7_new ();
      g_autoptr (JsonObject) made = record (self, self->other_clerk, id, "gap", dues[i], 201);

      g_assert_nonnull (made);
    }
  do
    {
      g_autofree char *path =
        g_strdup_printf (API "/inquiries?view=open&kind=gap&limit=2%s", cursor);
      g_autoptr (JsonObject) page = get (self, self->other_clerk, path, 200);
      JsonArray *lines = yc_json_get_array (page, "inquiries");
      const char *next = yc_json_get_string (page, "next", NULL);
      g_autofree char *escaped = next != NULL ? g_uri_escape_string (next, NULL, FALSE) : NULL;

      for (guint i = 0; i < json_array_get_length (lines); i++, n++)
        g_string_append_printf (found, "%s ", yc_json_get_string (
          json_array_get_object_element (lines, i), "due", "?"));
      g_free (cursor);
      cursor = escaped != NULL ? g_strdup_printf ("&cursor=%s", escaped) : NULL;
    }
  while (cursor != NULL);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpstr (found->str, ==, "2026-01-01 2026-01-03 2026-01-05   ");
}

static void
test_bad_queries (YcApiFixture *self)
{
  static const char *const paths[] = { "?view=all", "?kind=other", "?limit=0", "?cursor=x" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *path = g_strconcat (API "/inquiries", paths[i], NULL);

      assert_refused (self, get (self, self->clerk, path, 400), "malformed");
    }
}

static void
assert_not_in (const char *folder,
               const char *name,
               const char *secret)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, NULL))
    g_assert_null (memmem (text, length, secret, strlen (secret)));
}

/* Neither in the database nor in its journal. */
static void
test_sealed (YcApiFixture *self)
{
  static const char *const secrets[] = { "13912348765", "欧阳测试", "只有我知道的问题" };
  static const char *const files[] = { "service.db", "service.db-wal" };
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = g_strdup_printf (
    "{\"id\":\"%s\",\"kind\":\"consultation\",\"channel\":\"phone\",\"question\":\"%s\","
    "\"person\":{\"name\":\"%s\",\"phone\":\"%s\"}}", id, secrets[2], secrets[1], secrets[0]);
  g_autoptr (JsonObject) made =
    yc_test_service_post (self->service, API "/inquiries", self->clerk, headers, body, 201);
  const char *folder = yc_test_service_get_folder (self->service);

  g_assert_cmpstr (yc_json_get_string (made, "question", ""), ==, secrets[2]);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
      assert_not_in (folder, files[i], secrets[j]);
}

/* An older folder does not undo what was published since; one that has it takes it over. */
static void
test_import (YcApiFixture *self)
{
  gint64 version = make_entry (self, "kept");
  g_autofree char *catalog = yc_api_fixture_read_catalog ();
  g_autoptr (JsonObject) imported = yc_test_service_post (
    self->service, API "/catalog/versions", self->root, NULL, catalog, 201);
  g_autoptr (JsonObject) read = get (self, self->root, API "/knowledge/kept", 200);

  g_assert_cmpint (yc_json_get_int (imported, "kept", 0), >=, 1);
  g_assert_cmpint (yc_json_get_int (imported, "changed", -1), ==, 0);
  g_assert_cmpint (get_version (read), ==, version);
}

static char *
run_ctl (YcApiFixture *self,
         const char   *command,
         const char   *folder)
{
  g_autofree char *password = g_build_filename (yc_test_service_get_folder (self->service), "pw", NULL);
  const char *argv[] = { YC_TEST_YICHUANGCTL, "knowledge", command, "--server",
                         yc_test_service_get_url (self->service), "--user", "supervisor",
                         "--password-file", password, folder, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_assert_true (g_file_set_contents (password, YC_TEST_PASSWORD, -1, NULL));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

/* What was published in the program becomes the author's file, and the next import has it. */
static void
test_pull (YcApiFixture *self)
{
  static const char manifest[] =
    "{\"format\": 1, \"title\": \"样例\", \"version\": \"1\", \"place\": \"990901\"}";
  g_autofree char *folder =
    g_build_filename (yc_test_service_get_folder (self->service), "author", NULL);
  g_autofree char *entries = g_build_filename (folder, "knowledge", NULL);
  g_autofree char *catalog = g_build_filename (folder, "catalog.json", NULL);
  g_autofree char *file = g_build_filename (entries, "pulled.md", NULL);
  g_autofree char *open = NULL;
  g_autofree char *pulled = NULL;
  g_autofree char *again = NULL;
  g_autofree char *text = NULL;

  make_entry (self, "pulled");
  g_assert_cmpint (g_mkdir_with_parents (entries, 0700), ==, 0);
  g_assert_true (g_file_set_contents (catalog, manifest, -1, NULL));
  pulled = run_ctl (self, "pull", folder);
  g_assert_nonnull (strstr (pulled, "pulled.md"));
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "answer=这样办。"));
  /* What the folder has is not written once more. */
  again = run_ctl (self, "pull", folder);
  g_assert_cmpstr (again, ==, "");
  open = run_ctl (self, "inquiries", NULL);
  g_assert_nonnull (strstr (open, "\"state\":\"open\""));
}

static void
test_sound (YcApiFixture *self)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);

  yc_api_ledger_assert_sound (ledger);
  g_assert_cmpint (
    yc_api_ledger_count (ledger, "SELECT count(*) FROM audit WHERE action LIKE 'inquiry.%'"), ==,
    yc_api_ledger_count (ledger, "SELECT count(*) FROM events WHERE kind = 'inquiry'"));
  g_assert_cmpint (
    yc_api_ledger_count (ledger, "SELECT count(*) FROM audit WHERE action = 'knowledge.publish'"),
    >=, 5);
}

static const YcApiTest tests[] = {
  { "/knowledge/publish", test_publish },
  { "/knowledge/own-whole", test_own_whole },
  { "/knowledge/refused", test_refused },
  { "/knowledge/same-question", test_same_question },
  { "/knowledge/report", test_report },
  { "/knowledge/news", test_news },
  { "/knowledge/consultation", test_consultation },
  { "/knowledge/urgency", test_urgency },
  { "/knowledge/bad-queries", test_bad_queries },
  { "/knowledge/sealed", test_sealed },
  { "/knowledge/import", test_import },
  { "/knowledge/pull", test_pull },
  { "/knowledge/sound", test_sound },
  { NULL },
};

int
main (int   argc,
      char *argv[])
{
  return yc_api_fixture_run (argc, argv, tests);
}

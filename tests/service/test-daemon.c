/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program yichuangd: options, practice mode, the first account, and a log without people. */
#define _GNU_SOURCE
#include "yc-api-files.h"

#include "yc-connection.h"
#include "yc-json.h"
#include "yc-test-files.h"
#include "yc-test-folder.h"
#include "yc-uuid.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#define APPROVE "{\"decision\":\"approve\"}"

static const char *
get_program (void)
{
  const char *program = g_getenv ("YC_YICHUANGD");

  return program != NULL ? program : YC_TEST_YICHUANGD;
}

/* (transfer full): what was said on standard output or error. */
static char *
run (const char *const *arguments,
     const char        *input,
     gboolean          *success)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_strv_builder_add (builder, get_program ());
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  *success = g_subprocess_get_successful (process);
  return output;
}

static void
test_options (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  const char *const version[] = { "--version", NULL };
  const char *const unknown[] = { "--nonsense", NULL };
  const char *const open[] = { "--data", folder, "--listen", "0.0.0.0:0", NULL };
  const char *const no_port[] = { "--data", folder, "--listen", "nonsense", NULL };
  const char *const no_key[] = { "--data", folder, "--signing-key", "/nonexistent",
                                 "--signing-certificate", "/nonexistent", NULL };
  const char *const half[] = { "--data", folder, "--tls-key", "/nonexistent", NULL };
  const char *const *const bad[] = { unknown, open, no_port, no_key, half };
  g_autofree char *told = NULL;
  gboolean success;

  told = run (version, "", &success);
  g_assert_true (success);
  g_assert_cmpstr (told, ==, "yichuangd 0.1.0\n");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *words = run (bad[i], "", &success);

      g_assert_false (success);
      g_assert_true (g_str_has_prefix (words, "yichuangd: "));
    }
}

static void
test_first_account (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *key = g_build_filename (folder, "service.key", NULL);
  const char *const create[] = { "--data", folder, "--create-administrator", "chief", NULL };
  g_autofree char *short_one = NULL, *made = NULL, *again = NULL;
  gboolean success;
  struct stat info;

  short_one = run (create, "short\n", &success);
  g_assert_false (success);
  made = run (create, "long enough\n", &success);
  g_assert_true (success);
  again = run (create, "long enough\n", &success);
  g_assert_false (success);
  g_assert_cmpint (stat (key, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static int
run_audit (const char *folder)
{
  const char *const argv[] = { YC_TEST_YICHUANGCTL, "audit", "verify", folder, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  return WEXITSTATUS (status);
}

/* The chain is proved beside a running service, and a changed record is found out. */
static void
test_audit (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = NULL;

  g_assert_cmpint (run_audit (folder), ==, 0);
  connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  yc_connection_exec (connection, "UPDATE audit SET by_id = 'nobody' WHERE number = 2", &error);
  g_assert_no_error (error);
  g_assert_cmpint (run_audit (folder), ==, 1);
  g_assert_cmpint (run_audit ("/nonexistent"), ==, 2);
}

/* (transfer full): what the command prints, @input on its standard input */
static char *
list_audit (const char *folder,
            const char *option,
            const char *value,
            const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, YC_TEST_YICHUANGCTL,
    "audit", "list", folder, option, value, NULL);
  char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return said;
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = *lines[i] != '\0' ? yc_json_parse (lines[i], -1, NULL, NULL) : NULL;

      g_assert_true (*lines[i] == '\0' || node != NULL);
      n += node != NULL;
    }
  return n;
}

/* Who must answer for it finds every look at a person, by a number that stands nowhere. */
static void
test_audit_list (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  const char *folder = yc_test_service_get_folder (self->service);
  g_autoptr (JsonObject) one = NULL, other = NULL;
  g_autofree char *looks = NULL, *own = NULL, *nobody = NULL, *late = NULL, *by = NULL;

  one = yc_test_service_post (
    self->service, "/api/v1/people/records", self->clerk, NULL,
    "{\"id_number\":\"99010119850125551x\",\"name\":\"马建国\",\"item\":\"TS-0001\"}", 200);
  other = yc_test_service_post (
    self->service, "/api/v1/people/records", self->other_clerk, NULL,
    "{\"id_number\":\"990101198103161155\",\"name\":\"周伯安\",\"item\":\"TS-0001\"}", 200);
  looks = list_audit (folder, "--action", "person.look", "");
  g_assert_cmpuint (count_lines (looks), ==, 2);
  g_assert_null (strstr (looks, "5551"));
  own = list_audit (folder, "--person", "--by=clerk", "99010119850125551X\n");
  g_assert_cmpuint (count_lines (own), ==, 1);
  nobody = list_audit (folder, "--person", NULL, "990101200002297467\n");
  g_assert_cmpuint (count_lines (nobody), ==, 0);
  by = list_audit (folder, "--by", "other-clerk", "");
  g_assert_nonnull (strstr (by, "\"person.look\""));
  late = list_audit (folder, "--since", "2999-01-01", "");
  g_assert_cmpstr (late, ==, "");
}

/* When the desk that started it goes away, so does the service. */
static void
test_exit_with_stdin (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  const char *const arguments[] = { "--data", folder, "--listen", "127.0.0.1:0",
                                    "--exit-with-stdin", NULL };
  gboolean success;
  g_autofree char *told = run (arguments, "", &success);

  g_assert_true (success);
  g_assert_true (g_str_has_prefix (told, "Listening on http://127.0.0.1:"));
}

static void
assert_alive (YcTestService *service,
              const char    *path,
              const char    *token,
              const char    *list)
{
  g_autoptr (JsonObject) page = yc_test_service_get (service, path, token, 200);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (page, list)), >, 0);
}

/* Practice mode opens on a place where something is going on, and is filled only once. */
static void
test_demo (void)
{
  g_autoptr (YcApiContract) contract = yc_api_contract_new ();
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autofree char *clerk = NULL, *reviewer = NULL, *supervisor = NULL;
  g_autoptr (JsonObject) before = NULL, after = NULL, summary = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -60);
  g_autofree char *from = g_date_time_format (then, "%Y-%m-%d");
  g_autofree char *to = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *path =
    g_strdup_printf ("/api/v1/returns/summary?from=%s&to=%s", from, to);

  yc_test_service_set_check (service, yc_api_contract_check, contract);
  clerk = yc_test_service_sign_in (service, "chenxiao");
  reviewer = yc_test_service_sign_in (service, "wangfang");
  supervisor = yc_test_service_sign_in (service, "lijun");
  assert_alive (service, "/api/v1/cases?view=mine", clerk, "cases");
  assert_alive (service, "/api/v1/cases?view=mine&state=returned", clerk, "cases");
  assert_alive (service, "/api/v1/cases?view=review", reviewer, "cases");
  assert_alive (service, "/api/v1/certificates", clerk, "certificates");
  assert_alive (service, path, supervisor, "by_reason");
  summary = yc_test_service_get (service, path, supervisor, 200);
  g_assert_cmpint (json_object_get_int_member (summary, "intake"), ==, 150);
  before = yc_test_service_get (service, "/api/v1/cases?limit=200", supervisor, 200);
  yc_test_service_kill (service);
  yc_test_service_start (service);
  after = yc_test_service_get (service, "/api/v1/cases?limit=200", supervisor, 200);
  g_assert_true (json_object_equal (before, after));
}

/* A file is sent, named and read, another is not taken; a person is looked up, and not found. */
static void
use_files (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 50);
  g_autoptr (GBytes) bad = g_bytes_new ("MZ 周伯安", 12);
  g_autofree char *scan = yc_api_files_describe (file, "低保证.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) taken = NULL, found = NULL, unknown = NULL;

  yc_api_files_send (self, self->clerk, file, 201);
  yc_api_files_send (self, self->clerk, bad, 422);
  taken = yc_api_files_submit (self, id, form, 201);
  yc_api_files_assert_fetched (self, self->reviewer, file, 200);
  found = yc_test_service_post (
    self->service, "/api/v1/people/records", self->clerk, NULL,
    "{\"id_number\":\"990101198103161155\",\"name\":\"周伯安\",\"item\":\"TS-0001\"}", 200);
  unknown = yc_test_service_post (
    self->service, "/api/v1/people/records", self->clerk, NULL,
    "{\"id_number\":\"990101198103161155\",\"name\":\"\",\"item\":\"TS-0001\"}", 422);
}

/* Everything is done once with every message on: no name, number or word of a person is logged. */
static void
test_log (void)
{
  static const char *const secrets[] = { "周伯安", "990101198103161155", "20260718", "秘密的备注",
                                         "低保证.png", YC_TEST_PASSWORD };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "log", NULL);
  g_autofree char *log = NULL, *id = NULL, *other = NULL;
  g_autoptr (JsonObject) returned = NULL, issued = NULL, refused = NULL;
  g_autoptr (GError) error = NULL;
  YcApiFixture *self;
  gsize length;

  g_setenv ("YC_TEST_SERVICE_LOG", path, TRUE);
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  self = yc_api_fixture_new (NULL);
  id = yc_api_fixture_submit (self, "TS-0001");
  other = yc_api_fixture_submit (self, "TS-0001");
  returned = yc_api_fixture_decide (
    self, self->reviewer, other, 1,
    "{\"decision\":\"return\",\"reason\":\"R-ONE\",\"cause\":\"clerk\",\"note\":\"秘密的备注\"}", 200);
  issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  use_files (self);
  refused = yc_test_service_post (self->service, "/api/v1/cases", self->clerk,
                                  "Idempotency-Key: k\r\n",
                                  "{\"applicant\":" YC_API_APPLICANT "}", 422);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  g_file_get_contents (path, &log, &length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (log, "was refused"));
  g_assert_null (strstr (log, "CRITICAL"));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (memmem (log, length, secrets[i], strlen (secrets[i])));
  g_assert_null (strstr (log, self->clerk));
  yc_api_fixture_free (self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/daemon/options", test_options);
  g_test_add_func ("/daemon/first-account", test_first_account);
  g_test_add_func ("/daemon/audit", test_audit);
  g_test_add_func ("/daemon/audit-list", test_audit_list);
  g_test_add_func ("/daemon/exit-with-stdin", test_exit_with_stdin);
  g_test_add_func ("/daemon/demo", test_demo);
  g_test_add_func ("/daemon/log", test_log);
  return g_test_run ();
}

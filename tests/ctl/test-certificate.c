/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate as it is run: what it prints, what it writes, how it exits. */
#include <gio/gio.h>
#include <string.h>

#include "yc-json.h"
#include "yc-test-folder.h"
#include "yc-test-pki.h"
#include "yc-test-sheet.h"

#define SERIAL "ZM01-990119204001-2026-000123-U"
#define TEMPLATE YC_SOURCE "/resources/demo/catalog/certificates/tiered-water.json"
#define AUTHORITY YC_SOURCE "/resources/demo/keys/SAMPLE-authority.crt.pem"

/* As the sample key signs it for the same name and ID number, without a last day. */
#define CODE \
  "https://ycsl.example.gov.cn/verify/" SERIAL \
  "#ASASihWl7SvpJl0AAOBtbHE_8hrVGf1BeNK2m5wJP3X-f79qkwy2lX-G3AdipxQgBY6hkQZYpdLTk0Nl" \
  "Ihhm4dAfLoqNzu2HffSfUbuSF2uAIIta4hgRh5eUtSoH"

static const char data_text[] =
    "{\"applicant\":{\"name\":\"周明德\",\"id_number\":\"990101196803124516\"},\"form\":{"
    "\"water_address\":\"沿河路 27 号\",\"meter_account\":\"20260117\",\"residents\":4,"
    "\"own_residents\":4,\"relation\":\"户主本人\",\"has_tenants\":false},"
    "\"place\":{\"seal\":\"黄江镇北岸社区居民委员会\"},\"serial\":\"" SERIAL "\","
    "\"issued_at\":\"2026-11-21T07:42:08Z\"}";

/* Runs yichuangctl in @folder with @line's words. Returns the exit status. */
static int
run (const char *folder, const char *line, char **output, char **errors)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *whole = g_strdup_printf ("%s certificate %s", g_getenv ("YICHUANGCTL"), line);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *complained = NULL;

  g_assert_true (g_shell_parse_argv (whole, NULL, &words, NULL));
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &printed, &complained, &error);
  g_assert_no_error (error);
  if (output != NULL)
    *output = g_steal_pointer (&printed);
  if (errors != NULL)
    *errors = g_steal_pointer (&complained);

  return g_subprocess_get_exit_status (process);
}

static void
write_file (const char *folder, const char *name, const char *data, gsize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static int
compose (const char *folder, const char *options, char **errors)
{
  g_autofree char *line = g_strdup_printf (
      "compose -t %s -d data.json -o sheet.pdf --serial " SERIAL
      " --verify-url http://127.0.0.1/verify/" SERIAL
      " --issuer 黄江镇北岸社区居民委员会 --issued-at 2026-11-21T07:42:08Z %s",
      TEMPLATE, options);

  write_file (folder, "data.json", data_text, strlen (data_text));

  return run (folder, line, NULL, errors);
}

static void
assert_contains (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
test_round (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *output = NULL;

  g_assert_cmpint (compose (folder, "--sample", NULL), ==, 0);
  g_assert_cmpint (run (folder, "verify --trust " AUTHORITY " sheet.pdf", &output, NULL), ==, 0);
  assert_contains (output, "Training sample");
  assert_contains (output, "Sample seal");
  assert_contains (output, SERIAL);
  assert_contains (output, "SAMPLE");
  assert_contains (output, "✓ Nothing was changed after signing");
}

static void
test_nobody_trusted (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();

  g_assert_cmpint (compose (folder, "--sample", NULL), ==, 0);
  g_assert_cmpint (run (folder, "verify sheet.pdf", NULL, NULL), ==, 1);
}

static void
test_unsigned (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *output = NULL;

  g_assert_cmpint (compose (folder, "--unsigned", NULL), ==, 0);
  g_assert_cmpint (run (folder, "verify --sample sheet.pdf", &output, NULL), ==, 1);
  assert_contains (output, "Not sealed");
}

static void
test_changed_json (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *data = NULL;
  g_autofree char *output = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize size;

  g_assert_cmpint (compose (folder, "--sample", NULL), ==, 0);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  data[size / 2] ^= 1;
  write_file (folder, "sheet.pdf", data, size);

  g_assert_cmpint (run (folder, "verify --sample --json sheet.pdf", &output, NULL), ==, 1);
  node = yc_json_parse (output, -1, NULL, NULL);
  g_assert_cmpstr (yc_json_get_string (json_node_get_object (node), "state", NULL), ==, "altered");
  g_assert_cmpint (
      json_array_get_length (yc_json_get_array (json_node_get_object (node), "checks")), ==, 9);
}

/* A number and what a scanner reads are answered as a file is. */
static void
test_no_file (void)
{
  static const struct
  {
    const char *arguments;
    int         status;
    const char *words;
  } rows[] = {
    { "verify " SERIAL, 1, "Well formed number" },
    { "verify --json --sample '" CODE "'", 0, "\"mark-only\"" },
    { "verify --json --sample '" CODE "' --name '周 明德' --id-number 990101196803124516", 0,
      "\"sample\"" },
    { "verify --sample '" CODE "' --name 周明得 --id-number 990101196803124516", 1,
      "The sheet says something else" },
    { "verify '" CODE "'", 1, "Signed by someone else" },
  };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *output = NULL;

      g_assert_cmpint (run (folder, rows[i].arguments, &output, NULL), ==, rows[i].status);
      assert_contains (output, rows[i].words);
    }
}

static void
save (const char *folder, const char *name, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  write_file (folder, name, data, size);
}

/* A certificate of 1 June 2021 by @signer, as sheet.pdf. */
static void
save_sheet (const char *folder, YcSigner *signer)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2021, 6, 1, 2, 0, 0);
  YcCertificateMarks marks = *yc_test_sheet_get_marks ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  marks.issued_at = time;
  pdf = yc_certificate_issue (template_, data, &marks, signer, &error);
  g_assert_no_error (error);
  save (folder, "sheet.pdf", pdf);
}

/* Roots stay for years, revocation lists come every day: they are files of their own. */
static void
test_lists (void)
{
  static const struct
  {
    const char *arguments;
    int         status;
    const char *words;
  } rows[] = {
    { "--trust root.pem", 0, "No revocation list was given." },
    { "--trust root.pem --crl good.pem", 0, "✓ The signer’s certificate has not been revoked" },
    { "--trust root.pem --crl revoked.pem", 1, "It was revoked." },
    { "--trust root.pem --crl other.pem", 1, "There is no current revocation list" },
    { "--trust root.pem --crl root.pem", 2, NULL },
    { "--trust root.pem --crl missing.pem", 2, NULL },
    { "--crl good.pem", 2, NULL },
    { "--timestamp-trust root.pem", 2, NULL },
    { "--trust root.pem --timestamp-trust other.pem", 0, "It has none" },
  };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("样例根");
  g_autoptr (YcTestAuthority) other = yc_test_authority_new ("别的根");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "样例印章", 2020, 2050);
  g_autoptr (GBytes) root = yc_test_authority_dup_pem (authority, FALSE, FALSE);
  g_autoptr (GBytes) good = yc_test_authority_dup_pem (authority, TRUE, FALSE);
  g_autoptr (GBytes) revoked = yc_test_authority_dup_pem (authority, TRUE, TRUE);
  g_autoptr (GBytes) others = yc_test_authority_dup_pem (other, TRUE, FALSE);

  save_sheet (folder, signer);
  save (folder, "root.pem", root);
  save (folder, "good.pem", good);
  save (folder, "revoked.pem", revoked);
  save (folder, "other.pem", others);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = g_strdup_printf ("verify %s sheet.pdf", rows[i].arguments);
      g_autofree char *output = NULL;

      g_assert_cmpint (run (folder, line, &output, NULL), ==, rows[i].status);
      if (rows[i].words != NULL)
        assert_contains (output, rows[i].words);
    }
}

/* In its time it was in order; today its signer's certificate has ended. */
static void
test_expired (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("样例根");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "样例印章", 2020, 2022);
  g_autoptr (GBytes) good = yc_test_authority_dup_pem (authority, TRUE, FALSE);
  g_autofree char *output = NULL;

  save_sheet (folder, signer);
  save (folder, "root.pem", good);
  g_assert_cmpint (run (folder, "verify --trust root.pem --crl root.pem sheet.pdf", &output, NULL),
                   ==, 1);
  assert_contains (output, "✗ The signer’s certificate is in its period of validity");
  assert_contains (output, "✓ The signer’s certificate has not been revoked");
}

static void
test_trouble (void)
{
  static const char *const lines[] = {
    "verify", "verify no-such-file.pdf", "verify a b", "verify --trust no-such-file.pem a",
    "verify --no-such-option a", "compose", "no-such-command", "preview", "preview a",
    "preview no-such-file.json no-such-file.json -o a.pdf",
  };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *errors = NULL;

      g_assert_cmpint (run (folder, lines[i], NULL, &errors), ==, 2);
      g_assert_cmpuint (strlen (errors), >, 0);
    }
  g_assert_cmpint (compose (folder, "", NULL), ==, 2);
}

static void
test_bad_data (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *errors = NULL;

  write_file (folder, "data.json", "{\"form\":{}}", 11);
  g_assert_cmpint (run (folder,
                        "compose -t " TEMPLATE " -d data.json -o sheet.pdf --serial x"
                        " --verify-url x --issuer x --sample",
                        NULL, &errors),
                   ==, 2);
  assert_contains (errors, "{form.water_address}");
  assert_contains (errors, "/paragraphs/1/text");
}

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *line = g_strdup_printf ("pdftotext -layout %s/%s -", folder, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_command_line_sync (line, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* A preview has the words and nothing that makes them count; it can be verified as nothing. */
static void
test_preview (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *text = NULL;

  write_file (folder, "data.json", data_text, strlen (data_text));
  g_assert_cmpint (run (folder, "preview " TEMPLATE " data.json -o look.pdf", NULL, NULL), ==, 0);
  text = read_text (folder, "look.pdf");
  assert_contains (text, "周明德");
  assert_contains (text, "出证前的预览，无效");
  assert_contains (text, "黄江镇北岸社区居民委员会");
  g_assert_null (strstr (text, SERIAL));
  g_assert_null (strstr (text, "http"));
  g_assert_cmpint (run (folder, "verify --sample look.pdf", NULL, NULL), ==, 1);
}

/* A notice is for paper; a certificate never comes out of here without the preview's words. */
static void
test_print (void)
{
  static const char notice[] =
      "{\"id\":\"notice-refusal\",\"use\":\"notice\",\"title\":\"不予许可决定书\",\"blocks\":["
      "{\"text\":\"理由：{notice.note}\"}]}";
  static const char facts[] = "{\"notice\":{\"note\":\"不符合条件。\"}}";
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *text = NULL;
  g_autofree char *practice = NULL;
  g_autofree char *refused = NULL;

  write_file (folder, "data.json", data_text, strlen (data_text));
  write_file (folder, "notice.json", notice, strlen (notice));
  write_file (folder, "facts.json", facts, strlen (facts));
  g_assert_cmpint (run (folder, "print notice.json facts.json -o a.pdf", NULL, NULL), ==, 0);
  text = read_text (folder, "a.pdf");
  assert_contains (text, "理由：不符合条件。");
  g_assert_null (strstr (text, "演练"));
  g_assert_cmpint (run (folder, "print --practice notice.json facts.json -o b.pdf", NULL, NULL), ==, 0);
  practice = read_text (folder, "b.pdf");
  assert_contains (practice, "演练样例，不具任何效力");
  g_assert_cmpint (run (folder, "print " TEMPLATE " data.json -o c.pdf", NULL, &refused), ==, 2);
  assert_contains (refused, "issued by the service");
}

/* Mistakes of a template are told with its line, those of the data with the line that asks for it. */
static void
test_preview_mistakes (void)
{
  static const char template_text[] = "{\n\"id\": \"t\", \"type\": \"ZM01\", \"title\": \"证明\",\n"
                                      "\"blocks\": [\n{ \"text\": \"{form.name}\" },\n"
                                      "{ \"heading\": \"甲\", \"level\": %d }\n]}";
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *bad = g_strdup_printf (template_text, 9);
  g_autofree char *good = g_strdup_printf (template_text, 2);
  g_autofree char *mistake = NULL;
  g_autofree char *missing = NULL;

  write_file (folder, "bad.json", bad, strlen (bad));
  write_file (folder, "good.json", good, strlen (good));
  write_file (folder, "data.json", "{\"form\":{}}", 11);
  g_assert_cmpint (run (folder, "preview bad.json data.json -o a.pdf", NULL, &mistake), ==, 2);
  assert_contains (mistake, "bad.json:5:");
  g_assert_cmpint (run (folder, "preview good.json data.json -o a.pdf", NULL, &missing), ==, 2);
  assert_contains (missing, "good.json:4:");
  assert_contains (missing, "{form.name}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl/certificate/round", test_round);
  g_test_add_func ("/ctl/certificate/nobody-trusted", test_nobody_trusted);
  g_test_add_func ("/ctl/certificate/unsigned", test_unsigned);
  g_test_add_func ("/ctl/certificate/changed-json", test_changed_json);
  g_test_add_func ("/ctl/certificate/no-file", test_no_file);
  g_test_add_func ("/ctl/certificate/lists", test_lists);
  g_test_add_func ("/ctl/certificate/expired", test_expired);
  g_test_add_func ("/ctl/certificate/trouble", test_trouble);
  g_test_add_func ("/ctl/certificate/bad-data", test_bad_data);
  g_test_add_func ("/ctl/certificate/preview", test_preview);
  g_test_add_func ("/ctl/certificate/print", test_print);
  g_test_add_func ("/ctl/certificate/preview-mistakes", test_preview_mistakes);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents from outside: drawn where they can do no harm, and given up when they do some there. */
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "yc-page-protocol.h"
#include "yc-page-server.h"
#include "yc-preview-error.h"
#include "yc-test-document.h"
#include "yc-test-pdf.h"

/* In milliseconds: long enough for nothing, short enough for a test. */
#define SHORT_PATIENCE 400
#define PATIENCE 60000

#define DEADLINE (60 * G_USEC_PER_SEC)

/* processes */

static char *
read_process (GPid process, const char *file)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", process, file);
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  return content != NULL ? g_strchomp (content) : g_strdup ("");
}

/* 0 where there is none among the descendants of @process. */
static GPid
find_below (GPid process)
{
  g_autofree char *file = g_strdup_printf ("task/%d/children", process);
  g_autofree char *line = read_process (process, file);
  g_auto (GStrv) children = g_strsplit (line, " ", -1);

  for (guint i = 0; children[i] != NULL && *children[i] != '\0'; i++)
    {
      GPid child = (GPid) g_ascii_strtoll (children[i], NULL, 10);
      g_autofree char *name = read_process (child, "comm");
      GPid found = g_str_equal (name, YC_PAGES_PROGRAM) ? child : find_below (child);

      if (found != 0)
        return found;
    }
  return 0;
}

static GPid
find_server (void)
{
  return find_below (getpid ());
}

static void
await_no_server (void)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (find_server () != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static gboolean
can_fence (void)
{
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "bwrap", "--unshare-all",
                        "--ro-bind", "/", "/", "true", NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

static char *
find_network (GPid process)
{
  g_autofree char *path = process != 0 ? g_strdup_printf ("/proc/%d/ns/net", process)
                                       : g_strdup ("/proc/self/ns/net");

  return g_file_read_link (path, NULL);
}

/* documents */

static void
set_patience (int patience)
{
  yc_page_server_set_patience (yc_page_server_get (YC_DOCUMENT_FOREIGN), patience);
}

static YcDocument *
load_well (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_full ();
  g_autoptr (GError) error = NULL;
  YcDocument *document = yc_test_document_load (pdf, YC_DOCUMENT_FOREIGN, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_draws (YcDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPixels) pixels = yc_test_document_render (document, 0, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pixels->width, ==, 595);
}

static void
assert_all_is_well (void)
{
  g_autoptr (YcDocument) document = NULL;

  set_patience (PATIENCE);
  document = load_well ();
  assert_draws (document);
}

/* Drawn behind the filter, without our network where there is bubblewrap, and gone with the last
 * document. */
static void
test_bounds (void)
{
  YcDocument *document = load_well ();
  GPid server = find_server ();
  g_autofree char *status = read_process (server, "status");
  g_autofree char *network = find_network (server);
  g_autofree char *ours = find_network (0);
  g_autofree char *secret = g_strdup_printf ("/proc/%d/root/etc/passwd", server);

  g_assert_cmpint (server, !=, 0);
  assert_draws (document);
  g_assert_nonnull (strstr (status, "NoNewPrivs:\t1"));
#ifndef __SANITIZE_ADDRESS__
  g_assert_nonnull (strstr (status, "Seccomp:\t2"));
#endif
  if (can_fence ())
    {
      g_assert_cmpstr (network, !=, ours);
      g_assert_false (g_file_test (secret, G_FILE_TEST_EXISTS));
    }
  else
    g_test_message ("There is no bubblewrap here: only the process's own bounds were looked at");
  g_object_unref (document);
  await_no_server ();
}

/* Without bubblewrap the rest holds. */
static void
test_without_fence (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (YcDocument) document = NULL;
  g_autofree char *status = NULL;
  GPid server;

  g_setenv ("PATH", "/nonexistent", TRUE);
  document = load_well ();
  g_setenv ("PATH", path, TRUE);
  assert_draws (document);
  server = find_server ();
  status = read_process (server, "status");
#ifndef __SANITIZE_ADDRESS__
  g_assert_nonnull (strstr (status, "Seccomp:\t2"));
#endif
  g_clear_object (&document);
  await_no_server ();
}

/* What this house made is drawn elsewhere. */
static void
test_apart (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_full ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) ours = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);
  GPid server = find_server ();
  g_autoptr (YcDocument) foreign = load_well ();

  g_assert_no_error (error);
  g_assert_cmpint (server, !=, 0);
  g_assert_cmpint (kill (server, SIGSTOP), ==, 0);
  assert_draws (foreign);
  g_assert_cmpint (kill (server, SIGCONT), ==, 0);
  assert_draws (ours);
}

static void
assert_fails (YcDocument *document, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPixels) pixels = yc_test_document_render (document, 0, 1, &error);

  g_assert_null (pixels);
  g_assert_error (error, YC_PREVIEW_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

/* The first times it is said that it failed, then it is not tried any more; others are served. */
static void
test_endless (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_endless ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) good = load_well ();
  g_autoptr (YcDocument) bad = yc_test_document_load (pdf, YC_DOCUMENT_FOREIGN, &error);
  gint64 start;

  g_assert_no_error (error);
  set_patience (SHORT_PATIENCE);
  assert_fails (bad, YC_PREVIEW_ERROR_FAILED);
  assert_fails (bad, YC_PREVIEW_ERROR_FAILED);
  start = g_get_monotonic_time ();
  assert_fails (bad, YC_PREVIEW_ERROR_HOSTILE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SHORT_PATIENCE * 1000);
  set_patience (PATIENCE);
  assert_draws (good);
}

/* It dies over a document that was loaded well: as if the document had got the better of it. */
static void
test_crash (void)
{
  g_autoptr (YcDocument) document = load_well ();

  set_patience (PATIENCE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GPid server;

      assert_draws (document);
      server = find_server ();
      g_assert_cmpint (kill (server, SIGSTOP), ==, 0);
      yc_document_render_async (document, 0, 1, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                                yc_test_document_keep, &result);
      g_assert_cmpint (kill (server, SIGKILL), ==, 0);
      g_assert_null (
          yc_document_render_finish (document, yc_test_document_wait (&result), &error));
      g_assert_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED);
    }
  assert_fails (document, YC_PREVIEW_ERROR_HOSTILE);
  assert_all_is_well ();
}

/* A page that is looked at does not wait for ever behind one that is slow: a second process comes. */
static void
test_help (void)
{
  g_autoptr (YcDocument) document = load_well ();
  g_autoptr (GAsyncResult) slow = NULL;
  g_autoptr (YcPixels) late = NULL;
  GPid server;

  if (g_get_num_processors () < 2)
    {
      g_test_skip ("One processor: a second process would be no help");
      return;
    }
  set_patience (PATIENCE);
  assert_draws (document);
  server = find_server ();
  g_assert_cmpint (kill (server, SIGSTOP), ==, 0);
  yc_document_render_async (document, 0, 1, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                            yc_test_document_keep, &slow);
  assert_draws (document);
  g_assert_null (slow);
  g_assert_cmpint (kill (server, SIGCONT), ==, 0);
  late = yc_document_render_finish (document, yc_test_document_wait (&slow), NULL);
  g_assert_nonnull (late);
  g_clear_object (&slow);
  g_clear_object (&document);
  await_no_server ();
}

/* files that mean harm */

static const struct
{
  const char *word;
  int         code; /* of YC_PREVIEW_ERROR, 0 where it goes well */
} outcomes[] = {
  { "shown", 0 },
  { "damaged", YC_PREVIEW_ERROR_DAMAGED },
  { "too-large", YC_PREVIEW_ERROR_TOO_LARGE },
  { "failed", YC_PREVIEW_ERROR_FAILED },
  { "no-page", YC_PREVIEW_ERROR_NO_PAGE },
};

static GKeyFile *cases;

static GBytes *
read_hostile (const char *name)
{
  g_autofree char *file = g_strconcat (YC_TEST_DATA "/pdf-hostile/", name, ".pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize size;

  g_file_get_contents (file, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}

static char *
get_word (const char *name, const char *key)
{
  return g_key_file_get_string (cases, name, key, NULL);
}

/* "either": as the library at hand has it; where it fails it does so in words. */
static void
assert_outcome (const char *name, const char *key, const GError *error)
{
  g_autofree char *word = get_word (name, key);

  g_assert_nonnull (word);
  if (error != NULL)
    {
      g_assert_true (error->domain == YC_PREVIEW_ERROR);
      g_assert_cmpstr (error->message, !=, "");
    }
  if (g_str_equal (word, "either"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (word, outcomes[i].word))
      {
        g_assert_cmpint (error != NULL ? error->code : 0, ==, outcomes[i].code);
        return;
      }
  g_assert_not_reached ();
}

/* Its words, too: they are asked for by whoever searches. */
static void
read_text (YcDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPageText) text = NULL;

  yc_document_load_layout_async (document, 0, NULL, yc_test_document_keep, &result);
  text = yc_document_load_layout_finish (document, yc_test_document_wait (&result), &error);
  g_assert_true ((text == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == YC_PREVIEW_ERROR);
}

static void
draw (const char *name, YcDocument *document)
{
  GPid server = find_server ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPixels) pixels = yc_test_document_render (document, 0, 1, &error);

  g_assert_true ((pixels == NULL) == (error != NULL));
  assert_outcome (name, "draw", error);
  /* What starts programs or opens connections would have ended it. */
  if (error == NULL)
    g_assert_cmpint (find_server (), ==, server);
  read_text (document);
}

/* As cases.ini says; and the next citizen's paper is shown as ever. */
static void
test_hostile (gconstpointer data)
{
  const char *name = data;
  g_autofree char *loaded = get_word (name, "load");
  g_autofree char *drawn = get_word (name, "draw");
  g_autoptr (GBytes) pdf = read_hostile (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = NULL;

  /* What has an end is waited for, however slow the machine is. */
  set_patience (g_strcmp0 (loaded, "either") != 0 ? PATIENCE : SHORT_PATIENCE);
  document = yc_test_document_load (pdf, YC_DOCUMENT_FOREIGN, &error);
  assert_outcome (name, "load", error);
  set_patience (g_strcmp0 (drawn, "shown") == 0 ? PATIENCE : SHORT_PATIENCE);
  if (document != NULL)
    draw (name, document);
  assert_all_is_well ();
}

/* A million brackets within each other, which are too many to be kept in a file. */
static void
test_deep (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  const char *objects[] = { "<< /Type /Catalog /Pages 2 0 R >>",
                            "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                            "/Resources 4 0 R >>",
                            brackets, NULL };
  g_autoptr (GBytes) pdf = yc_test_pdf_new_objects (objects, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = NULL;

  set_patience (SHORT_PATIENCE);
  document = yc_test_document_load (pdf, YC_DOCUMENT_FOREIGN, &error);
  if (document != NULL)
    {
      g_autoptr (YcPixels) pixels = yc_test_document_render (document, 0, 1, &error);

      g_assert_true ((pixels == NULL) == (error != NULL));
    }
  g_assert_true (error == NULL || error->domain == YC_PREVIEW_ERROR);
  assert_all_is_well ();
}

/* Every file is a case, and every case has its file. */
static void
add_hostiles (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (YC_TEST_DATA "/pdf-hostile", 0, &error);
  g_auto (GStrv) names = NULL;
  const char *file;

  g_assert_no_error (error);
  cases = g_key_file_new ();
  g_key_file_load_from_file (cases, YC_TEST_DATA "/pdf-hostile/cases.ini", G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  names = g_key_file_get_groups (cases, NULL);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat ("/foreign/hostile/", *name, NULL);

      g_test_add_data_func_full (path, g_strdup (*name), test_hostile, g_free);
    }
  while ((file = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (file, ".pdf"))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".pdf"));

        g_assert_true (g_key_file_has_group (cases, name));
      }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/bounds", test_bounds);
  g_test_add_func ("/foreign/without-fence", test_without_fence);
  g_test_add_func ("/foreign/endless", test_endless);
  g_test_add_func ("/foreign/crash", test_crash);
  g_test_add_func ("/foreign/help", test_help);
  add_hostiles ();
  g_test_add_func ("/foreign/deep", test_deep);
  /* At last: it leaves a process that rests for a while. */
  g_test_add_func ("/foreign/apart", test_apart);
  status = g_test_run ();
  g_key_file_unref (cases);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A token (PKCS #11) with a key in it: SoftHSM's, in a folder of the test's own. */
#include "yc-test-token.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

struct _YcTestToken
{
  char *place;
  char *pulled;
};

static void
run (const char *first,
     ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  va_list rest;

  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", first, said);
}

static void
configure (const char *folder,
           const char *place)
{
  g_autofree char *path = g_build_filename (folder, "softhsm2.conf", NULL);
  g_autofree char *text = g_strdup_printf (
    "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n", place);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  g_setenv ("SOFTHSM2_CONF", path, TRUE);
}

YcTestToken *
yc_test_token_new (const char *folder,
                   const char *key)
{
  YcTestToken *self = g_new0 (YcTestToken, 1);

  self->place = g_build_filename (folder, "tokens", NULL);
  self->pulled = g_build_filename (folder, "pulled", NULL);
  configure (folder, self->place);
  run ("softhsm2-util", "--init-token", "--free", "--label", YC_TEST_TOKEN_LABEL, "--so-pin",
       "99999999", "--pin", YC_TEST_TOKEN_PIN, NULL);
  run ("softhsm2-util", "--import", key, "--token", YC_TEST_TOKEN_LABEL, "--label",
       YC_TEST_TOKEN_KEY, "--id", "a1", "--pin", YC_TEST_TOKEN_PIN, NULL);
  return self;
}

void
yc_test_token_free (YcTestToken *self)
{
  g_free (self->place);
  g_free (self->pulled);
  g_free (self);
}

const char *
yc_test_token_get_module (void)
{
  static const char *const paths[] = {
    "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/lib/pkcs11/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      return paths[i];
  g_error ("SoftHSM is not installed");
}

void
yc_test_token_pull_out (YcTestToken *self)
{
  g_assert_cmpint (g_rename (self->place, self->pulled), ==, 0);
  g_assert_cmpint (g_mkdir (self->place, 0700), ==, 0);
}

void
yc_test_token_put_back (YcTestToken *self)
{
  g_assert_cmpint (g_rmdir (self->place), ==, 0);
  g_assert_cmpint (g_rename (self->pulled, self->place), ==, 0);
}

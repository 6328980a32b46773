/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real key ring for tests: a bus and a gnome-keyring-daemon of their own. No user's is touched. */
#include "yc-test-key-ring.h"

#include "yc-test-folder.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>
#include <signal.h>
#include <sys/prctl.h>

#define APPLICATION "io.github.yichuang.Yichuang"
#define NAME "org.freedesktop.secrets"
#define DEFAULT_COLLECTION "/org/freedesktop/secrets/aliases/default"
#define PASSWORD "yanlian-2026"

struct _YcTestKeyRing
{
  char        *home;
  GSubprocess *daemon;
};

/* Never given back: that would wait for everybody who ever asked for the session bus. */
static GTestDBus *bus;

/* What the desk files its key under. */
static const SecretSchema schema = {
  "io.github.yichuang.Yichuang.Desk",
  SECRET_SCHEMA_DONT_MATCH_NAME,
  { { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "data-dir", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 } },
  0, 0, 0, 0, 0, 0, 0, 0
};

YcTestKeyRing *
yc_test_key_ring_new (void)
{
  YcTestKeyRing *self = g_new0 (YcTestKeyRing, 1);

  self->home = yc_test_folder_new ();
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  return self;
}

void
yc_test_key_ring_free (YcTestKeyRing *self)
{
  if (self->daemon != NULL)
    yc_test_key_ring_stop (self);
  g_test_dbus_stop (bus);
  yc_test_folder_free (self->home);
  g_free (self);
}

static void
die_with_parent_cb (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static GSubprocess *
spawn (YcTestKeyRing *self,
       gboolean       unlocked)
{
  static const char *const variables[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                                           "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" };
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                 G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *daemon;

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_subprocess_launcher_setenv (launcher, variables[i], self->home, TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, NULL, NULL);
  daemon = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                        "--components=secrets", unlocked ? "--unlock" : NULL,
                                        NULL);
  g_assert_no_error (error);
  return daemon;
}

/* -1 while the daemon does not answer. */
static int
get_locked (void)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) value = NULL;

  answer = g_dbus_connection_call_sync (
      connection, NAME, DEFAULT_COLLECTION, "org.freedesktop.DBus.Properties", "Get",
      g_variant_new ("(ss)", "org.freedesktop.Secret.Collection", "Locked"),
      G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (answer == NULL)
    return -1;
  g_variant_get (answer, "(v)", &value);
  return g_variant_get_boolean (value);
}

void
yc_test_key_ring_start (YcTestKeyRing *self,
                        gboolean       unlocked)
{
  g_autoptr (GError) error = NULL;
  GOutputStream *input;

  g_assert_null (self->daemon);
  self->daemon = spawn (self, unlocked);
  input = g_subprocess_get_stdin_pipe (self->daemon);
  if (unlocked)
    g_output_stream_write_all (input, PASSWORD, strlen (PASSWORD), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (input, NULL, &error);
  g_assert_no_error (error);
  yc_test_wait_until (get_locked () == !unlocked);
}

void
yc_test_key_ring_stop (YcTestKeyRing *self)
{
  g_subprocess_send_signal (self->daemon, SIGTERM);
  g_subprocess_wait (self->daemon, NULL, NULL);
  g_clear_object (&self->daemon);
  yc_test_wait_until (get_locked () == -1);
}

char *
yc_test_key_ring_read (const char *data_dir)
{
  g_autoptr (GError) error = NULL;
  char *secret = secret_password_lookup_sync (&schema, NULL, &error, "application",
                                              APPLICATION, "data-dir", data_dir, NULL);

  g_assert_no_error (error);
  return secret;
}

void
yc_test_key_ring_write (const char *data_dir,
                        const char *secret)
{
  g_autoptr (GError) error = NULL;

  secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, "Yichuang", secret, NULL, &error,
                              "application", APPLICATION, "data-dir", data_dir, NULL);
  g_assert_no_error (error);
}

void
yc_test_key_ring_remove (const char *data_dir)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (secret_password_clear_sync (&schema, NULL, &error, "application", APPLICATION,
                                             "data-dir", data_dir, NULL));
  g_assert_no_error (error);
}

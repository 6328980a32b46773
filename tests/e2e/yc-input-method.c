/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real input method of the test's own, IBus or Fcitx 5, with pinyin switched on. */
#include "yc-input-method.h"

#include "yc-test-folder.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <gio/gio.h>

#define ENGINE "libpinyin"
/* What Fcitx 5 could do besides, and a test has no use for. */
#define UNWANTED "classicui,clipboard,kimpanel,notificationitem,notifications,wayland,waylandim,xim"

typedef struct
{
  const char *name;
  const char *command[4];
  void      (*configure) (void);
  gboolean  (*is_ready) (void);
} Kind;

struct _YcInputMethod
{
  GSubprocess *daemon;
};

/* The daemon, and with it its engines, ends with the test however that ends. */
static void
die_with_parent_cb (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

/* What "ibus engine" says; nothing while the daemon does not listen yet. */
static char *
ask_ibus (const char *engine)
{
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                      "ibus", "engine", engine, NULL);
  char *answer = NULL;

  g_assert_nonnull (process);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, NULL);
  return answer;
}

/* Choosing reports failure where the keyboard cannot be set, though the engine was chosen: what
 * counts is which one the daemon names afterwards. */
static gboolean
choose_engine (void)
{
  g_autofree char *chosen = ask_ibus (ENGINE);
  g_autofree char *current = ask_ibus (NULL);

  return current != NULL && g_str_equal (g_strstrip (current), ENGINE);
}

static void
write_config (const char *name,
              const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "fcitx5", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Pinyin alone, and on from the first key. */
static void
configure_fcitx (void)
{
  write_config ("profile", "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n"
                           "[Groups/0/Items/0]\nName=pinyin\n[GroupOrder]\n0=Default\n");
  write_config ("config", "[Behavior]\nActiveByDefault=True\n");
}

static gboolean
has_fcitx (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_sync (bus, "org.fcitx.Fcitx5", "/controller",
                                 "org.fcitx.Fcitx.Controller1", "CurrentInputMethodGroup", NULL,
                                 NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);

  return answer != NULL;
}

static void
configure_nothing (void)
{
}

static const Kind kinds[] = {
  { "ibus",
    { "ibus-daemon", "--panel=disable", "--emoji-extension=disable", NULL },
    configure_nothing, choose_engine },
  { "fcitx",
    { "fcitx5", "--disable=" UNWANTED, NULL },
    configure_fcitx, has_fcitx },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  g_error ("No input method is called “%s”", name);
}

YcInputMethod *
yc_input_method_new (const char *name)
{
  YcInputMethod *self = g_new0 (YcInputMethod, 1);
  const Kind *kind = find_kind (name);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_setenv ("GTK_IM_MODULE", name, TRUE);
  kind->configure ();
  /* The engines become children of the test when the daemon ends, so that they can be awaited. */
  prctl (PR_SET_CHILD_SUBREAPER, 1);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, NULL, NULL);
  self->daemon = g_subprocess_launcher_spawnv (launcher, (const char *const *) kind->command,
                                               &error);
  g_assert_no_error (error);
  yc_test_wait_until (kind->is_ready ());
  return self;
}

/* While it is paused it answers nobody, as on a machine that has too much to do. */
void
yc_input_method_set_paused (YcInputMethod *self,
                            gboolean       paused)
{
  g_subprocess_send_signal (self->daemon, paused ? SIGSTOP : SIGCONT);
}

static gboolean
has_no_children (void)
{
  return waitpid (-1, NULL, WNOHANG) == -1 && errno == ECHILD;
}

void
yc_input_method_free (YcInputMethod *self)
{
  g_subprocess_send_signal (self->daemon, SIGTERM);
  g_subprocess_wait (self->daemon, NULL, NULL);
  g_object_unref (self->daemon);
  /* The engines save what they learned into HOME before they end. */
  yc_test_wait_until (has_no_children ());
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real input method: an ibus-daemon of the test's own, with pinyin switched on. */
#include "yc-input-method.h"

#include "yc-test-folder.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <gio/gio.h>

#define ENGINE "libpinyin"

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

YcInputMethod *
yc_input_method_new (void)
{
  YcInputMethod *self = g_new0 (YcInputMethod, 1);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_setenv ("GTK_IM_MODULE", "ibus", TRUE);
  /* The engines become children of the test when the daemon ends, so that they can be awaited. */
  prctl (PR_SET_CHILD_SUBREAPER, 1);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, NULL, NULL);
  self->daemon = g_subprocess_launcher_spawn (launcher, &error, "ibus-daemon", "--panel=disable",
                                              "--emoji-extension=disable", NULL);
  g_assert_no_error (error);
  yc_test_wait_until (choose_engine ());
  return self;
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

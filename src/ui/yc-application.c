/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk as a program: options, desk, window, keys. */
#include "yc-application.h"

#include "yc-shortcuts.h"
#include "yc-ui.h"
#include "yc-window.h"

#include <glib/gi18n-lib.h>

struct _YcApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (YcApplication, yc_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
};

static void
yc_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (yc_application_parent_class)->startup (application);

  yc_ui_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  yc_shortcuts_install (GTK_APPLICATION (application));
}

static void
yc_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (yc_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
yc_application_class_init (YcApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = yc_application_startup;
  application_class->activate = yc_application_activate;
}

static void
yc_application_init (YcApplication *self)
{
}

/**
 * yc_application_new:
 *
 * Returns: (transfer full): the application, to be run
 */
YcApplication *
yc_application_new (void)
{
  return g_object_new (YC_TYPE_APPLICATION, "application-id", YC_APP_ID, "resource-base-path",
                       "/io/github/yichuang/Yichuang", NULL);
}

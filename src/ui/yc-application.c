/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk as a program: options, desk, window, keys. */
#include "yc-application.h"

#include "yc-author.h"
#include "yc-demo-people.h"
#include "yc-demo-service.h"
#include "yc-desk.h"
#include "yc-dialogs.h"
#include "yc-mark.h"
#include "yc-shortcuts.h"
#include "yc-start-marks.h"
#include "yc-typing-marks.h"
#include "yc-ui.h"
#include "yc-window.h"

#include <glib/gi18n-lib.h>

/* Milliseconds in which a key ring that is open has answered. */
#define KEY_RING_PATIENCE 1000

#define DEFAULT_SERVICE "http://127.0.0.1:7080"

struct _YcApplication
{
  AdwApplication parent_instance;

  gboolean       demo;
  char          *service_url;
  char          *authority_file;
  char          *data_dir;
  YcDemoService *demo_service;
  YcDesk        *desk;
  YcWindow      *window;
  YcAuthor      *author;
  guint          key_ring_id;
};

G_DEFINE_FINAL_TYPE (YcApplication, yc_application, ADW_TYPE_APPLICATION)

static void
drop_desk (YcApplication *self)
{
  g_clear_handle_id (&self->key_ring_id, g_source_remove);
  if (self->window != NULL)
    yc_window_set_desk (self->window, NULL);
  if (self->desk != NULL)
    yc_desk_close (self->desk);
  g_clear_object (&self->desk);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  yc_mark ("signed-in");
  if (!yc_session_sign_in_finish (YC_SESSION (source), result, &error) && self->window != NULL)
    yc_window_show_trouble (self->window, error);
}

static void
sign_in_sample_clerk (YcApplication *self)
{
  YcSession *session = yc_desk_get_session (self->desk);

  if (yc_session_get_state (session) != YC_SESSION_SIGNED_OUT)
    return;

  yc_window_show_loading (self->window, _ ("Signing in for practice…"), NULL);
  yc_session_sign_in_async (session, yc_demo_people_get_user (YC_ROLE_CLERK),
                            yc_demo_people_get_password (), NULL, NULL, signed_in_cb,
                            g_object_ref (self));
}

static void
desk_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->key_ring_id, g_source_remove);
  if (self->window == NULL)
    return;

  if (!yc_desk_open_finish (YC_DESK (source), result, &error))
    yc_window_show_trouble (self->window, error);
  else if (self->demo)
    sign_in_sample_clerk (self);
}

/* The system's question may stand behind our window, or on another screen. */
static gboolean
key_ring_cb (gpointer user_data)
{
  YcApplication *self = user_data;

  self->key_ring_id = 0;
  if (self->window != NULL && self->desk != NULL && yc_desk_get_waits_for_key_ring (self->desk))
    yc_window_show_loading (
        self->window, _ ("Waiting for the key ring of this computer…"),
        _ ("The data of this desk is locked with a key that is kept there. A window of the system "
           "asks for a password: type the one you sign in to this computer with. If you do not "
           "see it, look behind this window with Alt+Tab. If nobody asks, call the "
           "administrator."));

  return G_SOURCE_REMOVE;
}

static void
open_desk (YcApplication *self)
{
  g_clear_handle_id (&self->key_ring_id, g_source_remove);
  self->key_ring_id = g_timeout_add (KEY_RING_PATIENCE, key_ring_cb, self);
  yc_window_show_loading (self->window, _ ("Opening this desk…"), NULL);
  yc_desk_open_async (self->desk, NULL, desk_opened_cb, g_object_ref (self));
}

static char *
choose_data_dir (YcApplication *self)
{
  if (self->data_dir != NULL)
    return g_strdup (self->data_dir);

  return g_build_filename (g_get_user_data_dir (), "yichuang", self->demo ? "demo" : "desk", NULL);
}

/* NULL for the system's authorities. */
static char *
choose_authority_file (YcApplication *self)
{
  g_autoptr (GSettings) settings = yc_ui_create_settings ();
  g_autofree char *setting = NULL;

  if (self->authority_file != NULL)
    return g_strdup (self->authority_file);

  setting = settings != NULL ? g_settings_get_string (settings, "service-authority") : NULL;
  return setting != NULL && *setting != '\0' ? g_steal_pointer (&setting) : NULL;
}

static void
create_desk (YcApplication *self, const char *url)
{
  g_autofree char *authority_file = choose_authority_file (self);
  g_autofree char *root = choose_data_dir (self);
  g_autofree char *folder = g_build_filename (root, "desk", NULL);

  self->desk = yc_desk_new (folder, url, self->demo);
  yc_desk_set_authority_file (self->desk, authority_file);
  yc_window_set_desk (self->window, self->desk);
  open_desk (self);
}

static char *
choose_service_url (YcApplication *self)
{
  g_autoptr (GSettings) settings = yc_ui_create_settings ();

  if (self->service_url != NULL)
    return g_strdup (self->service_url);

  return settings != NULL ? g_settings_get_string (settings, "service-url")
                          : g_strdup (DEFAULT_SERVICE);
}

static void
demo_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *url = yc_demo_service_start_finish (YC_DEMO_SERVICE (source), result, &error);

  if (self->window == NULL)
    return;

  if (url == NULL)
    yc_window_show_trouble (self->window, error);
  else
    create_desk (self, url);
}

/* Practice brings its own service, unless it was told of one. */
static void
begin (YcApplication *self)
{
  g_autofree char *root = choose_data_dir (self);
  g_autofree char *folder = g_build_filename (root, "service", NULL);
  g_autofree char *url = NULL;

  if (!self->demo || self->service_url != NULL)
    {
      url = choose_service_url (self);
      create_desk (self, url);
      return;
    }

  yc_window_show_loading (self->window, _ ("Starting practice…"), NULL);
  if (self->demo_service == NULL)
    self->demo_service = yc_demo_service_new (folder);
  yc_demo_service_start_async (self->demo_service, NULL, demo_started_cb, g_object_ref (self));
}

static void
retry_cb (YcWindow *window, YcApplication *self)
{
  if (self->desk != NULL && !yc_desk_get_open (self->desk))
    open_desk (self);
  else if (self->desk != NULL)
    sign_in_sample_clerk (self);
  else
    begin (self);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcApplication *self = user_data;

  /* Closed as by its own button, the window remembers its size; without a window nothing runs. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
demo_reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcApplication *self = user_data;
  g_autofree char *root = choose_data_dir (self);
  g_autofree char *folder = g_build_filename (root, "desk", NULL);
  g_autoptr (YcDemoService) desk_folder = NULL;
  g_autoptr (GError) error = NULL;

  drop_desk (self);
  yc_demo_service_stop (self->demo_service);
  desk_folder = yc_demo_service_new (folder);
  if (!yc_demo_service_empty (self->demo_service, &error) ||
      !yc_demo_service_empty (desk_folder, &error))
    yc_window_show_trouble (self->window, error);
  else
    begin (self);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "demo-reset", demo_reset_cb },
};

/* Only what practice started itself is its own to empty. */
static void
allow_reset (YcApplication *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "demo-reset");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->demo && self->service_url == NULL);
}

static void
yc_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (yc_application_parent_class)->startup (application);

  yc_ui_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  allow_reset (YC_APPLICATION (application));
  yc_shortcuts_install (GTK_APPLICATION (application));
}

static void
yc_application_activate (GApplication *application)
{
  YcApplication *self = YC_APPLICATION (application);

  if (yc_author_is_wanted (self->author))
    {
      yc_author_open (self->author, GTK_APPLICATION (application));
      return;
    }
  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window,
                          yc_window_new (GTK_APPLICATION (application), self->demo));
      g_signal_connect (self->window, "retry", G_CALLBACK (retry_cb), self);
      yc_start_marks_watch (self->window);
      yc_typing_marks_watch ();
      begin (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
yc_application_shutdown (GApplication *application)
{
  YcApplication *self = YC_APPLICATION (application);

  drop_desk (self);
  if (self->demo_service != NULL)
    yc_demo_service_stop (self->demo_service);

  G_APPLICATION_CLASS (yc_application_parent_class)->shutdown (application);
}

static int
yc_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  YcApplication *self = YC_APPLICATION (application);
  int status;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("yichuang %s\n", YC_VERSION);
      return 0;
    }

  status = yc_author_take (self->author, options);
  if (status >= 0)
    return status;
  g_variant_dict_lookup (options, "demo", "b", &self->demo);
  g_variant_dict_lookup (options, "service", "s", &self->service_url);
  g_variant_dict_lookup (options, "authority", "^ay", &self->authority_file);
  g_variant_dict_lookup (options, "data", "^ay", &self->data_dir);

  /* Each data folder is a desk of its own: only desks of the same folder exclude each other. */
  if (self->demo || self->data_dir != NULL || yc_author_is_wanted (self->author))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
yc_application_finalize (GObject *object)
{
  YcApplication *self = YC_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->desk);
  g_clear_object (&self->demo_service);
  g_clear_pointer (&self->service_url, g_free);
  g_clear_pointer (&self->authority_file, g_free);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->author, yc_author_free);

  G_OBJECT_CLASS (yc_application_parent_class)->finalize (object);
}

static void
yc_application_class_init (YcApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_application_finalize;
  application_class->startup = yc_application_startup;
  application_class->activate = yc_application_activate;
  application_class->shutdown = yc_application_shutdown;
  application_class->handle_local_options = yc_application_handle_local_options;
}

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Practise with sample data"), NULL },
  { "service", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Address of the service"), N_ ("URL") },
  { "authority", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Believe only the authorities in this PEM file to vouch for the service"), N_ ("FILE") },
  { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Folder of this desk's data"), N_ ("DIR") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { NULL },
};

static void
yc_application_init (YcApplication *self)
{
  self->author = yc_author_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_add_main_option_entries (G_APPLICATION (self), yc_author_options);
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

/**
 * yc_application_get_status:
 * @self: the application, after it has run
 *
 * Returns: what the program shall end with if running it went well
 */
int
yc_application_get_status (YcApplication *self)
{
  g_return_val_if_fail (YC_IS_APPLICATION (self), 1);

  return yc_author_get_status (self->author);
}

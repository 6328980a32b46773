/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark of practice, with its menu and keys: change role, begin anew. */
#include "yc-demo-button.h"

#include "yc-demo-people.h"
#include "yc-dialogs.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

struct _YcDemoButton
{
  AdwBin parent_instance;

  YcDesk *desk;
};

G_DEFINE_FINAL_TYPE (YcDemoButton, yc_demo_button, ADW_TYPE_BIN)

static gboolean
is_busy (YcDemoButton *self)
{
  GtkWidget *host = gtk_widget_get_ancestor (GTK_WIDGET (self), YC_TYPE_SHEET_HOST);

  return host == NULL || yc_sheet_host_is_busy (YC_SHEET_HOST (host));
}

static void
role_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcDemoButton) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_session_sign_in_finish (YC_SESSION (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
role_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcDemoButton *self = user_data;
  const char *user = yc_demo_people_get_user (g_variant_get_int32 (parameter));

  if (user == NULL || self->desk == NULL || !yc_desk_get_open (self->desk) || is_busy (self))
    return;

  yc_session_sign_in_async (yc_desk_get_session (self->desk), user,
                            yc_demo_people_get_password (), NULL, NULL, role_changed_cb,
                            g_object_ref (self));
}

static void
reset_answer_cb (GtkWidget *over, gpointer user_data)
{
  gtk_widget_activate_action (over, "app.demo-reset", NULL);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcDemoButton *self = user_data;

  if (is_busy (self))
    return;

  yc_dialogs_confirm (GTK_WIDGET (self), _ ("Begin practice anew?"),
                      _ ("All practice cases, visits and certificates are deleted, and the sample "
                         "data is as on the first day."),
                      _ ("_Begin anew"), TRUE, reset_answer_cb, NULL, NULL);
}

static const GActionEntry actions[] = {
  { "demo-role", role_cb, "i" },
  { "demo-reset", reset_cb },
};

/* The data of a service that runs elsewhere is not this desk's to delete. */
static void
ask_to_begin_anew (YcDemoButton *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "demo-reset");

  if (g_action_get_enabled (action))
    g_action_activate (action, NULL);
  else
    yc_dialogs_toast (GTK_WIDGET (self),
                      _ ("This practice uses a service that was not started here. It can only be "
                         "begun anew where that service runs."));
}

/* Ctrl+Shift and a digit, whatever the keyboard makes of Shift and the digit. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcDemoButton *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  int group = gtk_event_controller_key_get_group (controller);
  guint plain;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (!gdk_display_translate_key (display, code, 0, group, &plain, NULL, NULL, NULL) ||
      plain < GDK_KEY_0 || plain > GDK_KEY_5)
    return GDK_EVENT_PROPAGATE;

  if (plain == GDK_KEY_0)
    ask_to_begin_anew (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.demo-role", "i", plain - GDK_KEY_0);

  return GDK_EVENT_STOP;
}

/* Whether practice can be begun anew is for the application to say. */
static void
allow_reset (GtkApplicationWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "demo-reset");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               application != NULL &&
                                   g_action_group_get_action_enabled (
                                       G_ACTION_GROUP (application), "demo-reset"));
}

static void
yc_demo_button_dispose (GObject *object)
{
  g_clear_object (&YC_DEMO_BUTTON (object)->desk);

  G_OBJECT_CLASS (yc_demo_button_parent_class)->dispose (object);
}

static void
yc_demo_button_class_init (YcDemoButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_demo_button_dispose;

  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/yichuang/Yichuang/ui/widgets/yc-demo-button.ui");
}

static void
yc_demo_button_init (YcDemoButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_demo_button_mark_window:
 * @self: the button
 * @window: the window it stands in
 *
 * Everything in @window is practice from now on: marked so, and with the keys of practice.
 */
void
yc_demo_button_mark_window (YcDemoButton *self, GtkApplicationWindow *window)
{
  GtkEventController *keys;

  g_return_if_fail (YC_IS_DEMO_BUTTON (self));
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  allow_reset (window);
  gtk_widget_add_css_class (GTK_WIDGET (window), "demo");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * yc_demo_button_set_desk:
 * @self: the button
 * @desk: (nullable): the desk whose role is changed
 */
void
yc_demo_button_set_desk (YcDemoButton *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_DEMO_BUTTON (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
}

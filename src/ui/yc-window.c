/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: sign-in, then places by role, visits as tabs, search, state of the line. */
#include "yc-window-private.h"

#include "yc-demo-button.h"
#include "yc-dialogs.h"
#include "yc-place-tree.h"
#include "yc-places-view.h"
#include "yc-places.h"
#include "yc-search-button.h"
#include "yc-sign-in-form.h"
#include "yc-sign-in-sheet.h"
#include "yc-sound-sheet.h"
#include "yc-status-corner.h"
#include "yc-trouble-view.h"
#include "yc-ui.h"
#include "yc-user-button.h"
#include "yc-visit-tabs.h"
#include "yc-workplace.h"


/* Below this width the search says only its key and the corner only what is wrong. */
#define NARROW 1180

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcWindow, yc_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the forms below choose places from. */
static void
provide_divisions (YcWindow *self, YcDesk *desk)
{
  g_autoptr (YcFormPlaces) places = NULL;

  if (desk != NULL)
    places = yc_place_tree_new (yc_desk_get_catalog (desk));
  yc_form_places_provide (places, GTK_WIDGET (self));
}

static void
show_places (YcWindow *self, YcDesk *desk)
{
  YcReceptionPage *reception;

  provide_divisions (self, desk);
  yc_visit_tabs_set_page (YC_VISIT_TABS (self->tabs), NULL);
  yc_places_view_set_desk (YC_PLACES_VIEW (self->places), desk);
  reception = yc_window_get_reception (self);
  yc_visit_tabs_set_page (YC_VISIT_TABS (self->tabs), reception);
  gtk_widget_set_visible (self->tabs, reception != NULL);
  gtk_widget_set_visible (self->place_title, reception == NULL);
}

/* Session */

static void
remember_user (YcWindow *self)
{
  YcSession *session = yc_desk_get_session (self->desk);

  if (self->settings != NULL && !self->demo)
    g_settings_set_string (self->settings, "last-user", yc_session_get_user_id (session));
}

static void
sheet_closed_cb (YcSheet *sheet, YcWindow *self)
{
  self->sign_in_sheet = NULL;
}

static void
ask_to_sign_in_again (YcWindow *self)
{
  if (self->sign_in_sheet != NULL)
    return;

  self->sign_in_sheet = yc_sign_in_sheet_present (yc_desk_get_session (self->desk), self->topbar);
  g_signal_connect (self->sign_in_sheet, "closed", G_CALLBACK (sheet_closed_cb), self);
}

static void
enter (YcWindow *self)
{
  YcSession *session = yc_desk_get_session (self->desk);

  gtk_stack_set_visible_child_name (self->root, "shell");
  yc_user_button_show (YC_USER_BUTTON (self->user), self->desk);
  if (self->sign_in_sheet != NULL)
    yc_sheet_close (self->sign_in_sheet);
  if (g_strcmp0 (self->shown_user, yc_session_get_user_id (session)) == 0)
    return;

  g_free (self->shown_user);
  self->shown_user = g_strdup (yc_session_get_user_id (session));
  remember_user (self);
  yc_window_allow_editing (self, yc_role_keeps_knowledge (yc_session_get_role (session)));
  show_places (self, self->desk);
}

static void
leave (YcWindow *self)
{
  if (self->sign_in_sheet != NULL)
    yc_sheet_close (self->sign_in_sheet);
  g_clear_pointer (&self->shown_user, g_free);
  show_places (self, NULL);
  gtk_stack_set_visible_child_name (self->root, "sign-in");
  yc_workplace_begin (self->sign_in);
}

static void
show_session (YcWindow *self)
{
  if (!yc_desk_get_open (self->desk))
    return;

  switch (yc_session_get_state (yc_desk_get_session (self->desk)))
    {
    case YC_SESSION_SIGNED_IN:
      enter (self);
      break;
    case YC_SESSION_EXPIRED:
      enter (self);
      ask_to_sign_in_again (self);
      break;
    case YC_SESSION_SIGNED_OUT:
      leave (self);
      break;
    case YC_SESSION_SIGNING_IN:
    default:
      break;
    }
}

static void
found_cb (YcSearchButton *search, YcHit *hit, YcWindow *self)
{
  yc_window_open_hit (self, hit);
}

static void
retry_cb (YcWindow *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
tab_chosen_cb (YcVisitTabs *tabs, YcWindow *self)
{
  if (g_strcmp0 (yc_window_get_place (self), YC_PLACE_RECEPTION) != 0)
    yc_window_show_place (self, YC_PLACE_RECEPTION);
}

static void
remember_size (YcWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
restore (YcWindow *self)
{
  g_autofree char *user = NULL;
  g_autofree char *counter = NULL;
  int width, height;

  self->settings = yc_ui_create_settings ();
  if (self->settings == NULL)
    return;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  user = g_settings_get_string (self->settings, "last-user");
  counter = g_settings_get_string (self->settings, "counter");
  yc_sign_in_form_set_user (YC_SIGN_IN_FORM (self->sign_in), user, FALSE);
  yc_sign_in_form_set_counter (YC_SIGN_IN_FORM (self->sign_in), counter);
}

static gboolean
yc_window_close_request (GtkWindow *window)
{
  remember_size (YC_WINDOW (window));

  return GTK_WINDOW_CLASS (yc_window_parent_class)->close_request (window);
}

static void
yc_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YcWindow *self = YC_WINDOW (widget);

  if (width < NARROW)
    gtk_widget_add_css_class (self->topbar, "narrow");
  else
    gtk_widget_remove_css_class (self->topbar, "narrow");

  GTK_WIDGET_CLASS (yc_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
forget_desk (YcWindow *self)
{
  if (self->desk == NULL)
    return;

  g_signal_handlers_disconnect_by_data (yc_desk_get_session (self->desk), self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  yc_status_corner_set_desk (YC_STATUS_CORNER (self->corner), NULL);
  yc_trouble_view_set_desk (YC_TROUBLE_VIEW (self->trouble), NULL);
  yc_demo_button_set_desk (YC_DEMO_BUTTON (self->demo_button), NULL);
  show_places (self, NULL);
  g_clear_pointer (&self->shown_user, g_free);
  g_clear_object (&self->desk);
}

static void
yc_window_dispose (GObject *object)
{
  YcWindow *self = YC_WINDOW (object);

  forget_desk (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (yc_window_parent_class)->dispose (object);
}

static void
yc_window_class_init (YcWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = yc_window_close_request;
  widget_class->size_allocate = yc_window_size_allocate;

  /**
   * YcWindow::retry:
   *
   * The desk could not be opened, and the user asks to try again.
   */
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/yichuang/Yichuang/ui/yc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YcWindow, host);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, root);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, loading_words);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, loading_advice);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, topbar);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, place_title);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, search);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, corner);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, user);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, demo_button);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, places);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_chosen_cb);
}

static void
yc_window_init (YcWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yc_window_add_actions (self);
  restore (self);
}

/**
 * yc_window_new:
 * @application: the application
 * @demo: whether everything shown is practice, and marked so
 *
 * Returns: (transfer none): a window that waits for its desk
 */
YcWindow *
yc_window_new (GtkApplication *application, gboolean demo)
{
  YcWindow *self = g_object_new (YC_TYPE_WINDOW, "application", application, NULL);

  self->demo = demo;
  if (demo)
    yc_demo_button_mark_window (YC_DEMO_BUTTON (self->demo_button), GTK_APPLICATION_WINDOW (self));

  return self;
}

/**
 * yc_window_show_loading:
 * @self: the window
 * @words: translated, what is waited for
 * @advice: (nullable): translated, what to do for it to go on
 */
void
yc_window_show_loading (YcWindow *self, const char *words, const char *advice)
{
  g_return_if_fail (YC_IS_WINDOW (self));

  gtk_label_set_text (self->loading_words, words);
  gtk_label_set_text (self->loading_advice, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->loading_advice), advice != NULL);
  gtk_stack_set_visible_child_name (self->root, "loading");
}

/**
 * yc_window_show_trouble:
 * @self: the window
 * @error: why the desk can't be opened
 *
 * Says so, and offers to try again; asks for the passphrase when that is what is missing.
 */
void
yc_window_show_trouble (YcWindow *self, const GError *error)
{
  g_return_if_fail (YC_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  yc_trouble_view_show (YC_TROUBLE_VIEW (self->trouble), error);
  gtk_stack_set_visible_child_name (self->root, "trouble");
  yc_workplace_begin (self->trouble);
}

/**
 * yc_window_set_desk:
 * @self: the window
 * @desk: (nullable): the desk, open or not
 *
 * Shows what the desk's session asks for: signing in, or the places of the user's role.
 */
void
yc_window_set_desk (YcWindow *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_WINDOW (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  forget_desk (self);
  if (desk == NULL)
    return;

  self->desk = g_object_ref (desk);
  yc_sign_in_form_set_session (YC_SIGN_IN_FORM (self->sign_in), yc_desk_get_session (desk));
  yc_sound_sheet_apply (yc_desk_get_seeker (desk), self->settings);
  yc_search_button_set_desk (YC_SEARCH_BUTTON (self->search), desk);
  yc_status_corner_set_desk (YC_STATUS_CORNER (self->corner), desk);
  yc_trouble_view_set_desk (YC_TROUBLE_VIEW (self->trouble), desk);
  yc_demo_button_set_desk (YC_DEMO_BUTTON (self->demo_button), desk);
  g_signal_connect_swapped (yc_desk_get_session (desk), "notify::state",
                            G_CALLBACK (show_session), self);
  g_signal_connect_swapped (desk, "notify::open", G_CALLBACK (show_session), self);
  show_session (self);
}

/**
 * yc_window_get_place:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): name of the place on screen
 */
const char *
yc_window_get_place (YcWindow *self)
{
  g_return_val_if_fail (YC_IS_WINDOW (self), NULL);

  return yc_places_view_get_place (YC_PLACES_VIEW (self->places));
}

/**
 * yc_window_show_place:
 * @self: the window
 * @name: name of a place of the user's role
 */
void
yc_window_show_place (YcWindow *self, const char *name)
{
  g_return_if_fail (YC_IS_WINDOW (self));

  yc_places_view_show (YC_PLACES_VIEW (self->places), name);
}

static void
case_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);

  if (a_case == NULL || yc_window_get_reception (self) == NULL ||
      !yc_reception_page_open_case (yc_window_get_reception (self), a_case, &error))
    {
      if (error != NULL)
        yc_dialogs_toast_error (self->topbar, error);
      return;
    }

  yc_window_show_place (self, YC_PLACE_RECEPTION);
}

/**
 * yc_window_open_case:
 * @self: the window
 * @case_id: a case's id
 *
 * Opens a case as a visit, to be looked at and, if it was returned, mended.
 */
void
yc_window_open_case (YcWindow *self, const char *case_id)
{
  g_return_if_fail (YC_IS_WINDOW (self));
  g_return_if_fail (case_id != NULL);

  yc_desk_load_case_async (self->desk, case_id, NULL, case_loaded_cb, g_object_ref (self));
}

/**
 * yc_window_get_reception:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the reception, where the user's role has it
 */
YcReceptionPage *
yc_window_get_reception (YcWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (YC_IS_WINDOW (self), NULL);

  page = yc_places_view_get_page (YC_PLACES_VIEW (self->places), YC_PLACE_RECEPTION);

  return page != NULL ? YC_RECEPTION_PAGE (page) : NULL;
}

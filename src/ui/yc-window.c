/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: sign-in, then places by role, visits as tabs, search, state of the line. */
#include "yc-window.h"

#include "yc-demo-people.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-finder-view.h"
#include "yc-help-sheet.h"
#include "yc-item-panel.h"
#include "yc-page.h"
#include "yc-place-rail.h"
#include "yc-places.h"
#include "yc-reception-page.h"
#include "yc-sheet.h"
#include "yc-sign-in-form.h"
#include "yc-sign-in-sheet.h"
#include "yc-status-corner.h"
#include "yc-ui.h"
#include "yc-user-button.h"
#include "yc-visit-tabs.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* Below this width the search says only its key and the corner only what is wrong. */
#define NARROW 1180

struct _YcWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget    *host;
  GtkStack     *root;
  GtkLabel     *loading_words;
  AdwStatusPage *trouble;
  GtkWidget    *passphrase;
  GtkWidget    *passphrase_again;
  GtkLabel     *passphrase_words;
  GtkButton    *retry;
  GtkWidget    *sign_in;
  GtkWidget    *topbar;
  GtkLabel     *place_title;
  GtkWidget    *tabs;
  GtkMenuButton *search;
  GtkWidget    *finder;
  GtkWidget    *corner;
  GtkWidget    *user;
  GtkWidget    *rail;
  GtkWidget    *demo_button;
  GtkStack     *pages;

  GSettings    *settings;
  YcDesk       *desk;
  YcSheet      *sign_in_sheet;
  char         *shown_user;
  gboolean      demo;
};

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcWindow, yc_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_busy (YcWindow *self)
{
  return yc_sheet_host_is_busy (YC_SHEET_HOST (self->host)) ||
         g_strcmp0 (gtk_stack_get_visible_child_name (self->root), "shell") != 0;
}

static YcReceptionPage *
get_reception (YcWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, YC_PLACE_RECEPTION);

  return page != NULL ? YC_RECEPTION_PAGE (page) : NULL;
}

/* Places */

static void
show_title (YcWindow *self, const char *name)
{
  gsize n;
  const YcPlace *places = yc_places_get_all (&n);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (places[i].name, name))
      gtk_label_set_text (self->place_title, yc_place_get_title (&places[i]));
}

static void
add_place (YcWindow *self, const YcPlace *place)
{
  GtkWidget *page = g_object_new (place->get_type (), "desk", self->desk, NULL);

  gtk_stack_add_named (self->pages, page, place->name);
  yc_place_rail_add (YC_PLACE_RAIL (self->rail), place);
}

static void
remove_places (YcWindow *self)
{
  GtkWidget *child;

  yc_visit_tabs_set_page (YC_VISIT_TABS (self->tabs), NULL);
  yc_place_rail_clear (YC_PLACE_RAIL (self->rail));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

static GtkWidget *
create_nowhere (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "yc-place-training-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing here for your role yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Search works: Ctrl+K finds items, lists and answers."));

  return page;
}

static void
add_places (YcWindow *self)
{
  YcRole role = yc_session_get_role (yc_desk_get_session (self->desk));
  const char *first = NULL;
  gsize n;
  const YcPlace *places = yc_places_get_all (&n);

  for (gsize i = 0; i < n; i++)
    {
      if ((places[i].roles & (1u << role)) == 0)
        continue;
      add_place (self, &places[i]);
      if (first == NULL)
        first = places[i].name;
    }

  yc_visit_tabs_set_page (YC_VISIT_TABS (self->tabs), get_reception (self));
  gtk_widget_set_visible (self->tabs, get_reception (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->place_title), get_reception (self) == NULL);
  gtk_label_set_text (self->place_title, "");
  if (first != NULL)
    yc_window_show_place (self, first);
  else
    gtk_stack_add_named (self->pages, create_nowhere (), "nowhere");
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
  remove_places (self);
  add_places (self);
}

static void
leave (YcWindow *self)
{
  if (self->sign_in_sheet != NULL)
    yc_sheet_close (self->sign_in_sheet);
  g_clear_pointer (&self->shown_user, g_free);
  remove_places (self);
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

/* Actions */

static const struct
{
  const char   *name;
  YcPageCommand command;
} commands[] = {
  { "next-step", YC_PAGE_COMMAND_NEXT_STEP },
  { "print", YC_PAGE_COMMAND_PRINT },
  { "next-item", YC_PAGE_COMMAND_NEXT_ITEM },
  { "previous-item", YC_PAGE_COMMAND_PREVIOUS_ITEM },
  { "first-error", YC_PAGE_COMMAND_FIRST_ERROR },
  { "show-person", YC_PAGE_COMMAND_SHOW_PERSON },
  { "citizen-view", YC_PAGE_COMMAND_CITIZEN_VIEW },
  { "refresh", YC_PAGE_COMMAND_REFRESH },
  { "copy-answer", YC_PAGE_COMMAND_COPY_ANSWER },
  { "step-1", YC_PAGE_COMMAND_STEP_1 },
  { "step-2", YC_PAGE_COMMAND_STEP_2 },
  { "step-3", YC_PAGE_COMMAND_STEP_3 },
  { "step-4", YC_PAGE_COMMAND_STEP_4 },
  { "step-5", YC_PAGE_COMMAND_STEP_5 },
};

static void
command_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (!YC_IS_PAGE (page) || is_busy (self))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, g_action_get_name (G_ACTION (action))))
      yc_page_command (YC_PAGE (page), commands[i].command);
}

static void
place_number_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;
  const char *name = yc_place_rail_get_name (YC_PLACE_RAIL (self->rail),
                                             g_variant_get_int32 (parameter));

  if (name != NULL && !is_busy (self))
    yc_window_show_place (self, name);
}

static void
place_chosen_cb (YcPlaceRail *rail, const char *name, YcWindow *self)
{
  yc_window_show_place (self, name);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    gtk_menu_button_popup (self->search);
}

/* The visits' keys bring the reception on screen first: they are about its tabs. */
static void
visit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;
  YcReceptionPage *page = get_reception (self);
  const char *name = g_action_get_name (G_ACTION (action));

  if (page == NULL || is_busy (self))
    return;

  if (g_strcmp0 (yc_window_get_place (self), YC_PLACE_RECEPTION) != 0)
    yc_window_show_place (self, YC_PLACE_RECEPTION);
  if (g_str_equal (name, "new-visit"))
    yc_reception_page_add_visit (page);
  else if (g_str_equal (name, "close-visit"))
    yc_reception_page_close_visit (page, yc_reception_page_get_visit (page));
  else
    yc_reception_page_move (page, g_str_equal (name, "next-visit") ? 1 : -1);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!yc_sheet_host_is_busy (YC_SHEET_HOST (self->host)))
    yc_help_sheet_present (self->topbar, self->demo);
}

static void
sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!is_busy (self))
    yc_session_sign_out_async (yc_desk_get_session (self->desk), NULL, NULL, NULL);
}

static void
role_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_session_sign_in_finish (YC_SESSION (source), result, &error))
    yc_error_words_toast (self->topbar, error);
}

static void
demo_role_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;
  const char *user = yc_demo_people_get_user (g_variant_get_int32 (parameter));

  if (!self->demo || user == NULL || self->desk == NULL || !yc_desk_get_open (self->desk) ||
      yc_sheet_host_is_busy (YC_SHEET_HOST (self->host)))
    return;

  yc_session_sign_in_async (yc_desk_get_session (self->desk), user,
                            yc_demo_people_get_password (), NULL, NULL, role_changed_cb,
                            g_object_ref (self));
}

/* Ctrl+Shift and a digit, whatever the keyboard makes of Shift and the digit. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  int group = gtk_event_controller_key_get_group (controller);
  guint plain;

  if (!self->demo || (state & gtk_accelerator_get_default_mod_mask ()) !=
                         (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (!gdk_display_translate_key (display, code, 0, group, &plain, NULL, NULL, NULL) ||
      plain < GDK_KEY_0 || plain > GDK_KEY_5)
    return GDK_EVENT_PROPAGATE;

  if (plain == GDK_KEY_0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.demo-reset", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.demo-role", "i", plain - GDK_KEY_0);

  return GDK_EVENT_STOP;
}

static void
reset_answer_cb (GtkWidget *over, gpointer user_data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (over));

  gtk_widget_activate_action (window, "app.demo-reset", NULL);
}

static void
demo_reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YcWindow *self = user_data;

  if (!self->demo || yc_sheet_host_is_busy (YC_SHEET_HOST (self->host)))
    return;

  yc_dialogs_confirm (self->topbar, _ ("Begin practice anew?"),
                      _ ("All practice cases, visits and certificates are deleted, and the sample "
                         "data is as on the first day."),
                      _ ("_Begin anew"), TRUE, reset_answer_cb, NULL, NULL);
}

static const GActionEntry actions[] = {
  { "place-number", place_number_cb, "i" },
  { "search", search_cb },
  { "new-visit", visit_cb },
  { "close-visit", visit_cb },
  { "next-visit", visit_cb },
  { "previous-visit", visit_cb },
  { "help", help_cb },
  { "sign-out", sign_out_cb },
  { "demo-role", demo_role_cb, "i" },
  { "demo-reset", demo_reset_cb },
};

static void
add_actions (YcWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GActionEntry entry = { commands[i].name, command_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}

/* Search */

static void
show_found_item (YcWindow *self, YcHit *hit)
{
  YcCatalog *catalog = yc_desk_get_catalog (self->desk);
  GtkWidget *panel = yc_item_panel_new ();

  if (g_str_equal (yc_hit_get_kind (hit), "item"))
    yc_item_panel_show_item (YC_ITEM_PANEL (panel), catalog,
                             yc_catalog_get_item (catalog, yc_hit_get_id (hit)));
  else if (g_str_equal (yc_hit_get_kind (hit), "list"))
    yc_item_panel_show_list (YC_ITEM_PANEL (panel), catalog,
                             yc_catalog_get_list (catalog, yc_hit_get_id (hit)));
  else if (g_str_equal (yc_hit_get_kind (hit), "entry"))
    yc_item_panel_show_entry (YC_ITEM_PANEL (panel),
                              yc_catalog_get_entry (catalog, yc_hit_get_id (hit)));
  gtk_widget_set_size_request (panel, 480, 420);
  yc_sheet_present (yc_sheet_new (yc_hit_get_title (hit), panel), self->topbar);
}

static void
found_cb (YcFinderView *finder, YcHit *hit, YcWindow *self)
{
  gtk_menu_button_popdown (self->search);
  if (get_reception (self) == NULL)
    {
      show_found_item (self, hit);
      return;
    }

  yc_window_show_place (self, YC_PLACE_RECEPTION);
  yc_reception_page_take_hit (get_reception (self), hit);
}

static void
search_shown_cb (GtkPopover *popover, YcWindow *self)
{
  yc_finder_view_set_text (YC_FINDER_VIEW (self->finder), "");
  yc_workplace_begin (self->finder);
}

/* Trouble */

/* A new passphrase is typed twice: nobody can look it up later. */
static gboolean
take_passphrase (YcWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_again));

  if (*text == '\0')
    {
      gtk_widget_grab_focus (self->passphrase);
      return FALSE;
    }
  if (gtk_widget_get_visible (self->passphrase_again) && !g_str_equal (text, again))
    {
      gtk_label_set_text (self->passphrase_words, _ ("The two are not the same. Type it again."));
      gtk_editable_set_text (GTK_EDITABLE (self->passphrase_again), "");
      gtk_widget_grab_focus (self->passphrase_again);
      return FALSE;
    }

  yc_desk_set_passphrase (self->desk, text);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_again), "");

  return TRUE;
}

static void
retry_cb (YcWindow *self)
{
  if (gtk_widget_get_visible (self->passphrase) && self->desk != NULL && !take_passphrase (self))
    return;

  g_signal_emit (self, signals[RETRY], 0);
}

static void
show_passphrase (YcWindow *self, gboolean locked)
{
  gboolean is_new = locked && self->desk != NULL && yc_desk_get_passphrase_is_new (self->desk);

  if (is_new)
    {
      adw_status_page_set_title (self->trouble, _ ("Choose a passphrase for this desk"));
      adw_status_page_set_description (self->trouble, NULL);
    }
  adw_status_page_set_icon_name (self->trouble, locked ? "system-lock-screen-symbolic"
                                                       : "dialog-warning-symbolic");
  gtk_button_set_label (self->retry, locked ? _ ("Open") : _ ("Try again"));
  gtk_widget_set_visible (self->passphrase, locked);
  gtk_widget_set_visible (self->passphrase_again, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_words), is_new);
  gtk_label_set_text (self->passphrase_words,
                      _ ("Choose it now and type it twice. It opens what this desk keeps; nobody "
                         "can look it up later."));
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
  remove_places (self);
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
  gtk_widget_class_bind_template_child (widget_class, YcWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, passphrase);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, passphrase_again);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, passphrase_words);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, retry);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, topbar);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, place_title);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, search);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, finder);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, corner);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, user);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, rail);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, demo_button);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_chosen_cb);
}

static void
yc_window_init (YcWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
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
  gtk_widget_set_visible (self->demo_button, demo);
  if (demo)
    gtk_widget_add_css_class (GTK_WIDGET (self), "demo");

  return self;
}

/**
 * yc_window_show_loading:
 * @self: the window
 * @words: translated, what is waited for
 */
void
yc_window_show_loading (YcWindow *self, const char *words)
{
  g_return_if_fail (YC_IS_WINDOW (self));

  gtk_label_set_text (self->loading_words, words);
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
  gboolean locked;

  g_return_if_fail (YC_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  locked = g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PASSPHRASE_NEEDED) ||
           g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PASSPHRASE_WRONG);
  adw_status_page_set_title (self->trouble, yc_error_words_title (error));
  adw_status_page_set_description (self->trouble, yc_error_words_way_out (error));
  show_passphrase (self, locked);
  gtk_stack_set_visible_child_name (self->root, "trouble");
  if (locked)
    gtk_widget_grab_focus (self->passphrase);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->trouble), GTK_DIR_TAB_FORWARD);
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
  yc_finder_view_set_source (YC_FINDER_VIEW (self->finder), yc_desk_get_finder (desk),
                             yc_desk_get_catalog (desk));
  yc_status_corner_set_desk (YC_STATUS_CORNER (self->corner), desk);
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

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * yc_window_show_place:
 * @self: the window
 * @name: name of a place of the user's role
 */
void
yc_window_show_place (YcWindow *self, const char *name)
{
  GtkWidget *page;

  g_return_if_fail (YC_IS_WINDOW (self));

  page = gtk_stack_get_child_by_name (self->pages, name);
  if (page == NULL)
    return;

  gtk_stack_set_visible_child (self->pages, page);
  yc_place_rail_press (YC_PLACE_RAIL (self->rail), name);
  show_title (self, name);
  yc_page_shown (YC_PAGE (page));
}

static void
case_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);

  if (a_case == NULL || get_reception (self) == NULL ||
      !yc_reception_page_open_case (get_reception (self), a_case, &error))
    {
      if (error != NULL)
        yc_error_words_toast (self->topbar, error);
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

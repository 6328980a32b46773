/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that must be answered before going on, all of one look. */
#include "yc-dialogs.h"

#include "yc-error-words.h"
#include "yc-sheet.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget      *over;
  YcSheet        *sheet;
  YcDialogsAnswer answer;
  gpointer        user_data;
  GDestroyNotify  destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_object_unref (question->over);
  g_free (question);
}

static void
no_cb (GtkButton *button, Question *question)
{
  yc_sheet_close (question->sheet);
}

static void
yes_cb (GtkButton *button, Question *question)
{
  g_autoptr (GtkWidget) keep = g_object_ref (GTK_WIDGET (button));

  yc_sheet_close (question->sheet);
  question->answer (question->over, question->user_data);
}

static GtkWidget *
create_button (const char *label, const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_size_request (button, 96, -1);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);

  return button;
}

static GtkWidget *
create_content (const char *body, GtkWidget *no, GtkWidget *yes)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (body);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), no);
  gtk_box_append (GTK_BOX (buttons), yes);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), buttons);

  return content;
}

/**
 * yc_dialogs_confirm:
 * @over: a widget in the window to ask in
 * @title: translated question
 * @body: translated consequences
 * @action: translated words of the button that says yes
 * @destructive: whether something is lost; then the focus is on "Cancel"
 * @answer: called when the clerk says yes, after the question left the screen
 * @user_data: for @answer
 * @destroy: (nullable): frees @user_data, also when the answer was no
 */
void
yc_dialogs_confirm (GtkWidget *over, const char *title, const char *body, const char *action,
                    gboolean destructive, YcDialogsAnswer answer, gpointer user_data,
                    GDestroyNotify destroy)
{
  GtkWidget *no = create_button (_ ("_Cancel"), NULL);
  GtkWidget *yes = create_button (action, destructive ? "destructive-action" : "suggested-action");
  Question *question = g_new0 (Question, 1);

  question->over = g_object_ref (over);
  question->sheet = yc_sheet_new (title, create_content (body, no, yes));
  question->answer = answer;
  question->user_data = user_data;
  question->destroy = destroy;

  g_signal_connect (no, "clicked", G_CALLBACK (no_cb), question);
  g_signal_connect_data (yes, "clicked", G_CALLBACK (yes_cb), question, question_free, 0);
  yc_sheet_present (question->sheet, over);
  gtk_widget_grab_focus (destructive ? no : yes);
}

/* (nullable) (transfer none): what is shown now, or as soon as it may */
static AdwToast *
add_toast (GtkWidget *over, const char *words, AdwToastPriority priority)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (over, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;

  toast = adw_toast_new (escaped);
  adw_toast_set_priority (toast, priority);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);

  return toast;
}

/**
 * yc_dialogs_toast:
 * @over: a widget in the window
 * @words: translated words
 *
 * Says what came of the clerk's last deed, for some seconds: at once, and in place of what was said of
 * the deed before.
 */
void
yc_dialogs_toast (GtkWidget *over, const char *words)
{
  GtkRoot *root;
  AdwToast *before, *toast;

  g_return_if_fail (GTK_IS_WIDGET (over));
  g_return_if_fail (words != NULL);

  root = gtk_widget_get_root (over);
  toast = add_toast (over, words, ADW_TOAST_PRIORITY_HIGH);
  if (toast == NULL)
    return;
  before = g_object_get_data (G_OBJECT (root), "deed");
  if (before != NULL)
    adw_toast_dismiss (before);
  g_object_set_data_full (G_OBJECT (root), "deed", g_object_ref (toast), g_object_unref);
}

/* Shown by the desktop, where it allows that, until the window is looked at. */
static void
notify (GtkWidget *over, const char *words)
{
  GtkRoot *window = gtk_widget_get_root (over);
  GtkApplication *application =
      GTK_IS_WINDOW (window) ? gtk_window_get_application (GTK_WINDOW (window)) : NULL;
  g_autoptr (GNotification) notification = NULL;

  if (application == NULL || gtk_window_is_active (GTK_WINDOW (window)) ||
      g_application_get_application_id (G_APPLICATION (application)) == NULL)
    return;
  notification = g_notification_new (words);
  g_application_send_notification (G_APPLICATION (application), "news", notification);
}

/**
 * yc_dialogs_news:
 * @over: a widget in the window
 * @words: translated words; nothing personal, since the desktop may show them to anybody
 *
 * Says what came by itself: for some seconds in the window, and by the desktop when the clerk works
 * in another window.
 */
void
yc_dialogs_news (GtkWidget *over, const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (over));
  g_return_if_fail (words != NULL);

  add_toast (over, words, ADW_TOAST_PRIORITY_NORMAL);
  notify (over, words);
}

/**
 * yc_dialogs_toast_error:
 * @over: a widget in the window
 * @error: an error of any room
 *
 * Says for some seconds what happened and what to do; nothing takes its place.
 */
void
yc_dialogs_toast_error (GtkWidget *over, const GError *error)
{
  g_autofree char *line = NULL;

  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  line = yc_error_words_line (error);
  add_toast (over, line, ADW_TOAST_PRIORITY_HIGH);
}

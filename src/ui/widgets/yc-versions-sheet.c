/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one thing beside each other, and the choice which one is to be. */
#include "yc-versions-sheet.h"

#include "yc-difference.h"
#include "yc-error-words.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define MAX_LIST_HEIGHT 320
/* Characters: the least and the most of a version's column, and the most of a line of words. */
#define LEAST_CHARS 24
#define MOST_CHARS 34
#define LINE_CHARS 76

/* A choice to be made; it lives as long as the sheet. */
typedef struct
{
  YcVersionsChoice  versions;
  YcSheet          *sheet;
  GtkWidget        *buttons;
  GtkLabel         *problem;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->versions.conflict);
  g_free (choice);
}

static GtkWidget *
create_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
attach (GtkGrid *grid, int column, int row, const char *words, const char *style)
{
  GtkWidget *label = create_label (words != NULL ? words : "—", style);

  gtk_label_set_width_chars (GTK_LABEL (label), column > 0 ? LEAST_CHARS : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static GtkWidget *
create_list (GListModel *differences)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "paper-fields");
  attach (grid, 0, 0, "", NULL);
  attach (grid, 1, 0, _ ("Yours, kept here"), "paper-title");
  attach (grid, 2, 0, _ ("At the service"), "paper-title");
  for (guint i = 0; i < g_list_model_get_n_items (differences); i++)
    {
      g_autoptr (YcDifference) difference = g_list_model_get_item (differences, i);

      attach (grid, 0, (int) i + 1, yc_difference_get_title (difference), "paper-title");
      attach (grid, 1, (int) i + 1, yc_difference_get_ours (difference), "paper-value");
      attach (grid, 2, (int) i + 1, yc_difference_get_theirs (difference), "paper-value");
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What differs"), -1);

  return scroller;
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcSheet) sheet = user_data;
  Choice *choice = g_object_get_data (G_OBJECT (sheet), "choice");
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (choice->versions.finish (source, result, &error))
    {
      yc_sheet_close (sheet);
      return;
    }
  words = yc_error_words_line (error);
  gtk_label_set_text (choice->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (choice->problem), TRUE);
  gtk_widget_set_sensitive (choice->buttons, TRUE);
}

static void
send_cb (GtkButton *button, Choice *choice)
{
  gtk_widget_set_sensitive (choice->buttons, FALSE);
  choice->versions.send (choice->versions.conflict, decided_cb, g_object_ref (choice->sheet));
}

static void
keep_cb (GtkButton *button, Choice *choice)
{
  gtk_widget_set_sensitive (choice->buttons, FALSE);
  choice->versions.keep (choice->versions.conflict, decided_cb, g_object_ref (choice->sheet));
}

static void
later_cb (GtkButton *button, Choice *choice)
{
  yc_sheet_close (choice->sheet);
}

static GtkWidget *
append_button (Choice *choice, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", callback, choice);
  gtk_box_append (GTK_BOX (choice->buttons), button);

  return button;
}

/* The focus is on what changes nothing. */
static GtkWidget *
create_buttons (Choice *choice)
{
  GtkWidget *send;

  choice->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (choice->buttons, GTK_ALIGN_END);
  append_button (choice, _ ("Decide _later"), G_CALLBACK (later_cb));
  append_button (choice, _ ("_Keep theirs"), G_CALLBACK (keep_cb));
  send = append_button (choice, choice->versions.action, G_CALLBACK (send_cb));
  gtk_widget_set_sensitive (send, choice->versions.can_send);

  return choice->buttons;
}

static GtkWidget *
create_content (Choice *choice)
{
  GListModel *differences = choice->versions.differences;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  choice->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                  "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (choice->problem), "error");
  gtk_widget_set_size_request (content, WIDTH, -1);
  gtk_box_append (GTK_BOX (content), create_label (choice->versions.words, NULL));
  if (g_list_model_get_n_items (differences) > 0)
    gtk_box_append (GTK_BOX (content), create_list (differences));
  gtk_box_append (GTK_BOX (content), create_label (choice->versions.advice, "dim-label"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (choice->problem));
  gtk_box_append (GTK_BOX (content), create_buttons (choice));

  return content;
}

/**
 * yc_versions_sheet_present:
 * @over: a widget in the window
 * @versions: what is to be chosen from; its words are only read now
 *
 * Shows what differs between what is here and what the service has, and lets the clerk take the one
 * or the other, or go on with something else first.
 */
void
yc_versions_sheet_present (GtkWidget *over, const YcVersionsChoice *versions)
{
  Choice *choice;
  GtkWidget *content;

  g_return_if_fail (versions != NULL && versions->conflict != NULL);

  choice = g_new0 (Choice, 1);
  choice->versions = *versions;
  g_object_ref (choice->versions.conflict);
  content = create_content (choice);
  choice->sheet = yc_sheet_new (versions->title, content);
  g_object_set_data_full (G_OBJECT (choice->sheet), "choice", choice, choice_free);
  yc_sheet_present (choice->sheet, over);
  gtk_widget_grab_focus (gtk_widget_get_first_child (choice->buttons));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table of cases: one label a cell, written anew when the case changes. */
#include "yc-case-columns.h"

#include "yc-case.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

typedef char *(*Describe) (YcCase *a_case);

static char *
describe_number (YcCase *a_case)
{
  return g_strdup (yc_case_get_number (a_case) != NULL ? yc_case_get_number (a_case) : "");
}

static char *
describe_item (YcCase *a_case)
{
  return g_strdup (yc_case_get_item_title (a_case));
}

static char *
describe_applicant (YcCase *a_case)
{
  return g_strdup (yc_case_get_applicant_name (a_case) != NULL
                       ? yc_case_get_applicant_name (a_case)
                       : "");
}

static char *
describe_state (YcCase *a_case)
{
  if (yc_case_get_state (a_case) == YC_CASE_STATE_SUBMITTED && yc_case_get_level (a_case) != NULL)
    return yc_words_join (yc_case_state_get_title (YC_CASE_STATE_SUBMITTED),
                          yc_words_level (yc_case_get_level (a_case)), NULL);

  return g_strdup (yc_case_state_get_title (yc_case_get_state (a_case)));
}

static char *
describe_since (YcCase *a_case)
{
  return yc_words_moment (yc_case_get_updated_at (a_case));
}

static char *
describe_return (YcCase *a_case)
{
  YcCaseReturn *last = yc_case_get_last_return (a_case);
  const char *note;

  if (last == NULL || yc_case_get_state (a_case) != YC_CASE_STATE_RETURNED)
    return g_strdup ("");

  note = yc_case_return_get_note (last);

  return yc_words_join (yc_case_return_get_reason_title (last), note != NULL ? note : "", NULL);
}

static const struct
{
  const char *title;
  Describe    describe;
  gboolean    expand;
  int         width;
} columns[] = {
  { N_ ("State"), describe_state, FALSE, 168 },
  { N_ ("Item"), describe_item, TRUE, -1 },
  { N_ ("Applicant"), describe_applicant, FALSE, 120 },
  { N_ ("Since"), describe_since, FALSE, 110 },
  { N_ ("Reason of return"), describe_return, TRUE, -1 },
  { N_ ("Number"), describe_number, FALSE, 190 },
};

static void
show_state_style (GtkWidget *label, YcCase *a_case)
{
  static const char *const styles[] = {
    [YC_CASE_STATE_SUBMITTED] = "state-waiting", [YC_CASE_STATE_RETURNED] = "state-returned",
    [YC_CASE_STATE_ISSUED] = "state-done",       [YC_CASE_STATE_APPROVED] = "state-done",
    [YC_CASE_STATE_REFUSED] = "state-refused",   [YC_CASE_STATE_WITHDRAWN] = "state-withdrawn",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (label, styles[i]);
  gtk_widget_add_css_class (label, styles[yc_case_get_state (a_case)]);
}

static void
write_cell (GtkWidget *label)
{
  Describe describe = g_object_get_data (G_OBJECT (label), "describe");
  YcCase *a_case = g_object_get_data (G_OBJECT (label), "case");
  g_autofree char *text = describe (a_case);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (describe == describe_state)
    show_state_style (label, a_case);
  else if (describe == describe_return)
    gtk_widget_set_tooltip_text (label, text);
}

static void
case_notify_cb (YcCase *a_case, GParamSpec *pspec, GtkWidget *label)
{
  write_cell (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer describe)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (label), "describe", describe);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  YcCase *a_case = gtk_list_item_get_item (item);

  g_object_set_data_full (G_OBJECT (label), "case", g_object_ref (a_case), g_object_unref);
  g_signal_connect (a_case, "notify", G_CALLBACK (case_notify_cb), label);
  write_cell (label);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), label);
  g_object_set_data (G_OBJECT (label), "case", NULL);
}

/**
 * yc_case_columns_add:
 * @view: a view whose items are #YcCase objects
 *
 * Adds the columns that describe a case, kept up to date as the case changes.
 */
void
yc_case_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), columns[i].describe);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (view, column);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items that ask for a material, one of which is gone on with. */
#include "yc-material-sheet.h"

#include "yc-sheet.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

#define WIDTH 480
#define MOST_HEIGHT 420

typedef struct
{
  GtkWidget        *owner;
  YcSheet          *sheet;
  GListModel       *items;
  YcMaterialChosen  chosen;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->owner);
  g_object_unref (choice->items);
  g_free (choice);
}

static void
activated_cb (GtkListBox *box, GtkListBoxRow *row, Choice *choice)
{
  g_autoptr (YcItem) item =
      g_list_model_get_item (choice->items, (guint) gtk_list_box_row_get_index (row));
  g_autoptr (GtkWidget) owner = g_object_ref (choice->owner);
  YcMaterialChosen chosen = choice->chosen;

  yc_sheet_close (choice->sheet);
  chosen (owner, item);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  g_autofree char *words = yc_words_join (yc_words_level (yc_item_get_level (item)),
                                          yc_item_get_time_limit (item), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (yc_item_get_title (item));
  GtkWidget *details = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (details, "details");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), details);

  return box;
}

static GtkWidget *
create_list (GListModel *items, GtkWidget **box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *box = gtk_list_box_new ();
  gtk_widget_add_css_class (*box, "hits");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Items that ask for it"), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (*box), items, create_row, NULL, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *box);
  gtk_widget_set_size_request (scroller, WIDTH, -1);

  return scroller;
}

/**
 * yc_material_sheet_present:
 * @owner: for @chosen
 * @over: a widget in the window
 * @title: the material
 * @items: a list of #YcItem, not empty
 * @chosen: called with the item that Enter chose
 *
 * Lists them on a sheet, with the focus on the first.
 */
void
yc_material_sheet_present (GtkWidget *owner, GtkWidget *over, const char *title, GListModel *items,
                           YcMaterialChosen chosen)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_label_new (_ ("Items that ask for it. Enter goes on with one."));
  GtkWidget *box;

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (column), words);
  gtk_box_append (GTK_BOX (column), create_list (items, &box));
  choice->owner = g_object_ref (owner);
  choice->items = g_object_ref (items);
  choice->chosen = chosen;
  choice->sheet = yc_sheet_new (title, column);
  g_signal_connect_data (box, "row-activated", G_CALLBACK (activated_cb), choice, choice_free, 0);
  yc_sheet_present (choice->sheet, over);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0)));
}

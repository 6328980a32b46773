/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys, on a sheet over the window. */
#include "yc-help-sheet.h"

#include "yc-sheet.h"
#include "yc-shortcuts.h"

#include <glib/gi18n-lib.h>

#define GROUPS_IN_COLUMN 3

static GtkWidget *
create_group (const char *title)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *heading = gtk_label_new (_ (title));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "section-title");
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 2, 1);

  return grid;
}

static void
add_line (GtkWidget *grid, int row, const YcShortcut *shortcut)
{
  g_autofree char *key = yc_shortcuts_label (shortcut->accelerator);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *words = gtk_label_new (_ (shortcut->title));

  gtk_widget_set_halign (cap, GTK_ALIGN_START);
  gtk_widget_add_css_class (cap, "keycap");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_grid_attach (GTK_GRID (grid), cap, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), words, 1, row, 1, 1);
}

/* A key whose command is switched off in this window is not worth learning. */
static gboolean
is_worth_a_line (const YcShortcut *shortcut, GtkRoot *window)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;

  if (shortcut->title == NULL)
    return FALSE;
  if (shortcut->action == NULL)
    return TRUE;
  if (!g_str_has_prefix (shortcut->action, "win.") || !G_IS_ACTION_GROUP (window))
    return TRUE;

  return g_action_parse_detailed_name (shortcut->action, &action, &target, NULL) &&
         g_action_group_get_action_enabled (G_ACTION_GROUP (window), action + strlen ("win."));
}

static GtkWidget *
create_keys (GtkRoot *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);
  GtkWidget *column = NULL;
  GtkWidget *grid = NULL;
  const char *group = NULL;
  gsize n;
  const YcShortcut *shortcuts = yc_shortcuts_get_all (&n);
  guint n_groups = 0;
  int row = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!is_worth_a_line (&shortcuts[i], window))
        continue;
      if (g_strcmp0 (group, shortcuts[i].group) != 0)
        {
          /* The first three groups are about as high as the others together. */
          if (n_groups++ % GROUPS_IN_COLUMN == 0 && n_groups <= GROUPS_IN_COLUMN + 1)
            {
              column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
              gtk_box_append (GTK_BOX (box), column);
            }
          group = shortcuts[i].group;
          grid = create_group (group);
          gtk_box_append (GTK_BOX (column), grid);
          row = 1;
        }
      add_line (grid, row++, &shortcuts[i]);
    }

  return box;
}

/* There are more keys than lines on a small screen: Page Down reaches the rest. */
static GtkWidget *
create_scroller (GtkWidget *keys)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), keys);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
close_cb (GtkButton *button, YcSheet *sheet)
{
  yc_sheet_close (sheet);
}

/**
 * yc_help_sheet_present:
 * @over: a widget in the window
 *
 * Shows the keys that do something in this window, until Escape or the button.
 */
void
yc_help_sheet_present (GtkWidget *over)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Close"));
  YcSheet *sheet;

  g_return_if_fail (GTK_IS_WIDGET (over));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (content),
                  create_scroller (create_keys (gtk_widget_get_root (over))));
  gtk_box_append (GTK_BOX (content), button);
  sheet = yc_sheet_new (_ ("Keys"), content);
  g_signal_connect (button, "clicked", G_CALLBACK (close_cb), sheet);
  yc_sheet_present (sheet, over);
}

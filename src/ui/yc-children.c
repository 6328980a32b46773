/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The children of a widget, taken all at once. */
#include "yc-children.h"

/**
 * yc_children_remove:
 * @parent: a box, or a widget that goes away
 *
 * Removes every child.
 */
void
yc_children_remove (GtkWidget *parent)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    gtk_widget_unparent (child);
}

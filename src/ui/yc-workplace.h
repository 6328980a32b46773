/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that knows where work in it begins. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_WORKPLACE (yc_workplace_get_type ())

G_DECLARE_INTERFACE (YcWorkplace, yc_workplace, YC, WORKPLACE, GtkWidget)

/**
 * YcWorkplaceInterface:
 * @begin: put the focus where work begins; returns whether there is such a place now.
 *
 * Not the same as gtk_widget_grab_focus(), which GTK itself calls when the focus comes to a
 * container or leaves it backwards.
 */
struct _YcWorkplaceInterface
{
  GTypeInterface parent_iface;

  gboolean (*begin) (YcWorkplace *self);
};

gboolean yc_workplace_begin (GtkWidget *workplace);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget that knows where work in it begins. */
#include "yc-workplace.h"

G_DEFINE_INTERFACE (YcWorkplace, yc_workplace, GTK_TYPE_WIDGET)

static void
yc_workplace_default_init (YcWorkplaceInterface *iface)
{
}

/**
 * yc_workplace_begin:
 * @workplace: a #YcWorkplace
 *
 * Puts the focus where work in it begins.
 *
 * Returns: %FALSE when there is no such place now
 */
gboolean
yc_workplace_begin (GtkWidget *workplace)
{
  g_return_val_if_fail (YC_IS_WORKPLACE (workplace), FALSE);

  return YC_WORKPLACE_GET_IFACE (workplace)->begin (YC_WORKPLACE (workplace));
}

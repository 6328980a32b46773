/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of a page: take the focus when shown, carry out the common commands. */
#include "yc-page.h"

G_DEFINE_INTERFACE (YcPage, yc_page, GTK_TYPE_WIDGET)

static void
yc_page_default_init (YcPageInterface *iface)
{
}

/**
 * yc_page_shown:
 * @self: a page
 *
 * Tells the page that it came on screen, so that it puts the focus where work begins.
 */
void
yc_page_shown (YcPage *self)
{
  YcPageInterface *iface;

  g_return_if_fail (YC_IS_PAGE (self));

  iface = YC_PAGE_GET_IFACE (self);
  if (iface->shown != NULL)
    iface->shown (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * yc_page_command:
 * @self: a page
 * @command: what the clerk asked for
 *
 * Returns: whether the page has a meaning for @command
 */
gboolean
yc_page_command (YcPage *self, YcPageCommand command)
{
  YcPageInterface *iface;

  g_return_val_if_fail (YC_IS_PAGE (self), FALSE);

  iface = YC_PAGE_GET_IFACE (self);

  return iface->command != NULL && iface->command (self, command);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the desk. */
#include "yc-application.h"
#include "yc-ui.h"

/* IBus by default takes each key, asks its daemon and puts back what it did not want, by when a
 * later key may have passed: numbers typed fast, as card readers that act as keyboards do, come out
 * with their digits in another order. Waiting for each answer keeps the order. */
static void
keep_order_of_keys (void)
{
  g_setenv ("IBUS_ENABLE_SYNC_MODE", "1", FALSE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (YcApplication) application = NULL;

  keep_order_of_keys ();
  yc_ui_prepare_locale ();
  application = yc_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

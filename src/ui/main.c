/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the desk. */
#include "yc-application.h"
#include "yc-ui.h"

int
main (int argc, char *argv[])
{
  g_autoptr (YcApplication) application = NULL;

  yc_ui_prepare_locale ();
  application = yc_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

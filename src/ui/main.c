/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the desk. */
#include "yc-application.h"
#include "yc-memory.h"
#include "yc-ui.h"

/* IBus by default takes each key, asks its daemon and puts back what it did not want, by when a
 * later key may have passed: numbers typed fast, as card readers that act as keyboards do, come out
 * with their digits in another order. Waiting for each answer keeps the order. */
static void
keep_order_of_keys (void)
{
  g_setenv ("IBUS_ENABLE_SYNC_MODE", "1", FALSE);
}

static gboolean
has_graphics_card (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/* Without a graphics card, as on thin clients, GTK would still paint through OpenGL, compiled by
 * LLVM for the processor: that takes a tenth of a second at start and 100 MB, and is no faster than
 * cairo. GTK has two names for the wish to leave OpenGL alone. Who has set one knows better. */
static void
choose_renderer (void)
{
  if (has_graphics_card ())
    return;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (YcApplication) application = NULL;
  int status;

  yc_memory_be_thrifty ();
  keep_order_of_keys ();
  choose_renderer ();
  yc_ui_prepare_locale ();
  application = yc_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : yc_application_get_status (application);
}

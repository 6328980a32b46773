/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all groups of commands share: reading options, complaining. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

#include "yc-demo.h"

gboolean
yc_ctl_parse (const char          *group,
              const YcCtlCommand  *command,
              const GOptionEntry  *entries,
              int                 *argc,
              char              ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strjoin (" ", "yichuangctl", group,
                                        *command->name != '\0' ? command->name : NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, _(command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  g_printerr ("%s: %s\n", program, error->message);
  return FALSE;
}

YcCatalogFolder *
yc_ctl_read_catalog (const char  *path,
                     GError     **error)
{
  g_autoptr (GFile) folder = g_str_equal (path, "demo") ? yc_demo_get_catalog ()
                                                        : g_file_new_for_commandline_arg (path);

  return yc_catalog_folder_read (folder, error);
}

YcCtlStatus
yc_ctl_complain (GError *error)
{
  g_autoptr (GError) owned = error;

  g_printerr ("%s: %s\n", g_get_prgname (), owned->message);
  return YC_CTL_TROUBLE;
}

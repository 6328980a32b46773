/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl: the administrator's and form author's command line. */
#include "yc-ctl-group.h"
#include "yc-program.h"

#include <glib/gi18n.h>

/* In the order of the help. A new group: one file, one line here, one line in yc-ctl-group.h. */
static const YcCtlGroup *const groups[] = {
  &yc_ctl_catalog_group,
  &yc_ctl_search_group,
  &yc_ctl_knowledge_group,
  &yc_ctl_list_group,
  &yc_ctl_form_group,
  &yc_ctl_plan_group,
  &yc_ctl_certificate_group,
  &yc_ctl_delivery_group,
  &yc_ctl_audit_group,
};

static void
print_group (const YcCtlGroup *group)
{
  g_print ("\n%s — %s\n", group->name, _(group->summary));

  for (const YcCtlCommand *command = group->commands; command->name != NULL; command++)
    g_print ("  yichuangctl %s %s%s%s\n      %s\n", group->name, command->name,
             *command->name != '\0' ? " " : "", _(command->arguments), _(command->summary));
}

static void
print_help (void)
{
  g_print ("%s\n", _("Usage: yichuangctl GROUP COMMAND …"));
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    print_group (groups[i]);
  g_print ("\n%s\n", _("Exit status: 0 good, 1 not good, 2 trouble."));
}

static const YcCtlGroup *
find_group (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i]->name, name))
      return groups[i];
  return NULL;
}

static YcCtlStatus
run_group (const YcCtlGroup *group, int argc, char **argv)
{
  if (*group->commands->name == '\0')
    return group->commands->run (argc, argv);
  if (argc < 2 || g_str_equal (argv[1], "--help"))
    {
      print_group (group);
      return argc < 2 ? YC_CTL_TROUBLE : YC_CTL_GOOD;
    }

  for (const YcCtlCommand *command = group->commands; command->name != NULL; command++)
    if (g_str_equal (command->name, argv[1]))
      return command->run (argc - 1, argv + 1);

  g_printerr (_("yichuangctl: %s has no command “%s”\n"), group->name, argv[1]);
  return YC_CTL_TROUBLE;
}

int
main (int argc, char **argv)
{
  const YcCtlGroup *group;

  yc_program_set_locale ();
  g_set_prgname ("yichuangctl");

  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return argc < 2 ? YC_CTL_TROUBLE : YC_CTL_GOOD;
    }

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("yichuangctl %s\n", YC_VERSION);
      return YC_CTL_GOOD;
    }

  group = find_group (argv[1]);
  if (group == NULL)
    {
      g_printerr (_("yichuangctl: no such group “%s”; see yichuangctl --help\n"), argv[1]);
      return YC_CTL_TROUBLE;
    }
  return run_group (group, argc - 1, argv + 1);
}

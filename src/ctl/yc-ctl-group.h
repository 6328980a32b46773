/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of commands of yichuangctl: "yichuangctl GROUP COMMAND …". One file per group. */
#pragma once

#include <glib.h>

#include "yc-catalog-folder.h"

G_BEGIN_DECLS

/**
 * YcCtlStatus:
 * @YC_CTL_GOOD: done, and the answer is good
 * @YC_CTL_BAD: done, and the answer is bad: a mistake in a catalog, a certificate not genuine
 * @YC_CTL_TROUBLE: not done: wrong usage, a file that cannot be read
 *
 * The exit status, as of diff and grep.
 */
typedef enum
{
  YC_CTL_GOOD = 0,
  YC_CTL_BAD = 1,
  YC_CTL_TROUBLE = 2,
} YcCtlStatus;

/**
 * YcCtlCommand:
 * @name: the word on the command line; "" for the one command of a group that is called by the group's
 *   name alone
 * @arguments: what follows it, for the help, such as "FILE [--json]"
 * @summary: one line for the help, marked with N_()
 * @run: does it; @argv begins with the command's own name
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  YcCtlStatus (*run) (int argc, char **argv);
} YcCtlCommand;

/**
 * YcCtlGroup:
 * @name: the word on the command line
 * @summary: one line for the help, marked with N_()
 * @commands: ends with an empty one
 */
typedef struct
{
  const char         *name;
  const char         *summary;
  const YcCtlCommand *commands;
} YcCtlGroup;

extern const YcCtlGroup yc_ctl_audit_group;
extern const YcCtlGroup yc_ctl_catalog_group;
extern const YcCtlGroup yc_ctl_certificate_group;
extern const YcCtlGroup yc_ctl_delivery_group;
extern const YcCtlGroup yc_ctl_form_group;
extern const YcCtlGroup yc_ctl_list_group;
extern const YcCtlGroup yc_ctl_knowledge_group;
extern const YcCtlGroup yc_ctl_plan_group;
extern const YcCtlGroup yc_ctl_search_group;

/**
 * yc_ctl_parse:
 * @group: the name of its group, for messages
 * @command: the command
 * @entries: its options
 * @argc: (inout): number of words, the command's name among them
 * @argv: (inout): the words; the options are taken out
 *
 * Reads a command's options and answers --help.
 *
 * Returns: %TRUE to go on; %FALSE after a message on standard error
 */
gboolean    yc_ctl_parse (const char          *group,
                          const YcCtlCommand  *command,
                          const GOptionEntry  *entries,
                          int                 *argc,
                          char              ***argv);

/**
 * yc_ctl_read_catalog:
 * @path: a folder; "demo" names the catalog that is built in (a folder of that name is "./demo")
 * @error: return location
 *
 * Returns: (transfer full): the catalog
 */
YcCatalogFolder *yc_ctl_read_catalog (const char  *path,
                                      GError     **error);

/**
 * yc_ctl_complain:
 * @error: (transfer full): what went wrong
 *
 * Prints "yichuangctl: MESSAGE" on standard error.
 *
 * Returns: %YC_CTL_TROUBLE
 */
YcCtlStatus yc_ctl_complain (GError *error);

G_END_DECLS

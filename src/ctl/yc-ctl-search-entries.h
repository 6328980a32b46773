/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries to be searched, read from JSON lines. Private to the command search. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcCtlSearchEntry:
 * @id: its id, not empty
 * @numbered: whether the id was a whole number
 * @title: its title; the first words of its text when it has none
 * @body: its text, "" when it has none
 * @tags: (array zero-terminated=1): its other names and tags
 */
typedef struct
{
  char     *id;
  gboolean  numbered;
  char     *title;
  char     *body;
  char    **tags;
} YcCtlSearchEntry;

/**
 * yc_ctl_search_entries_read:
 * @path: a file of JSON lines {"id","title","body","tags"}; other members are passed over, as are
 *   empty lines
 * @take: takes each entry
 * @data: for @take
 * @error: return location
 *
 * Complains of every line that is no JSON object or has no id, up to a number, and says how many there
 * are. What else a line has is taken as well as it can be: a text, a number, or a list of such. Of
 * several entries with the same id the last is the one, which is said too.
 *
 * Returns: how many lines are no entries; -1 with @error set when the file cannot be read
 */
int yc_ctl_search_entries_read (const char  *path,
                                gboolean   (*take) (const YcCtlSearchEntry  *entry,
                                                    gpointer                 data,
                                                    GError                 **error),
                                gpointer     data,
                                GError     **error);

G_END_DECLS

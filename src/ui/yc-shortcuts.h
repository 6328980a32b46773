/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of keys: what the application listens to and what the help lists. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YcShortcut:
 * @group: English heading in the help, to be translated
 * @accelerator: in GTK's form
 * @action: detailed action name; %NULL: for the help only, a widget has the key itself
 * @title: English words in the help, to be translated; %NULL: not listed
 */
typedef struct
{
  const char *group;
  const char *accelerator;
  const char *action;
  const char *title;
} YcShortcut;

const YcShortcut *yc_shortcuts_get_all (gsize *n_shortcuts);
void              yc_shortcuts_install (GtkApplication *application);
char             *yc_shortcuts_label   (const char *accelerator);

G_END_DECLS

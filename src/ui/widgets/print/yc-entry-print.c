/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry on paper: looked at, then printed. */
#include "yc-entry-print.h"

#include "yc-entry-paper.h"
#include "yc-paper-print.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

gboolean
yc_entry_print_present (GtkWidget *over, YcDesk *desk, YcKnowledgeEntry *entry)
{
  g_autoptr (GBytes) request = NULL;
  const char *title = _ ("The answer on paper");
  GtkWidget *paper;

  g_return_val_if_fail (YC_IS_DESK (desk), FALSE);
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (entry), FALSE);

  request = yc_entry_paper_write (desk, entry);
  if (request == NULL)
    return FALSE;
  paper = yc_paper_print_new (desk, "knowledge", YC_PRINT_KIND_OTHER, title);
  yc_sheet_present (yc_sheet_new (title, paper), over);
  yc_paper_print_compose (YC_PAPER_PRINT (paper), request);
  gtk_widget_grab_focus (paper);

  return TRUE;
}

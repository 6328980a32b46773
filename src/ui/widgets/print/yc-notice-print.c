/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notice that a case's applicant is handed: looked at, then printed and stamped. It is the applicant's
 * own sheet and shows everything in full. */
#include "yc-notice-print.h"

#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-json.h"
#include "yc-notice-paper.h"
#include "yc-paper-print.h"
#include "yc-sheet.h"

#include <string.h>

static void
show (GtkWidget *over, YcDesk *desk, YcCase *a_case)
{
  const char *title = yc_json_get_string (yc_notice_paper_find (desk, a_case), "title", "");
  g_autoptr (JsonNode) node = yc_notice_paper_write (desk, a_case);
  GtkWidget *paper = yc_paper_print_new (desk, "certificate", YC_PRINT_KIND_NOTICE, title);
  char *text = yc_json_write (node);
  g_autoptr (GBytes) request = g_bytes_new_take (text, strlen (text));

  yc_sheet_present (yc_sheet_new (title, paper), over);
  yc_paper_print_compose (YC_PAPER_PRINT (paper), request);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) over = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);
  g_autofree char *words = error != NULL ? yc_error_words_line (error) : NULL;

  if (gtk_widget_get_root (over) == NULL)
    return;
  if (a_case == NULL)
    yc_dialogs_toast (over, words);
  else if (yc_notice_paper_find (YC_DESK (source), a_case) != NULL)
    show (over, YC_DESK (source), a_case);
}

/**
 * yc_notice_print_present:
 * @over: a widget in the window
 * @desk: the desk
 * @a_case: (nullable): a case
 *
 * Shows the notice that goes with the case's state as a sheet of paper, with what prints it beside. What
 * is not known here of the case is fetched first.
 *
 * Returns: %FALSE when there is none
 */
gboolean
yc_notice_print_present (GtkWidget *over, YcDesk *desk, YcCase *a_case)
{
  g_return_val_if_fail (YC_IS_DESK (desk), FALSE);

  if (yc_notice_paper_find (desk, a_case) == NULL)
    return FALSE;
  if (yc_case_is_whole (a_case))
    show (over, desk, a_case);
  else
    yc_desk_load_case_async (desk, yc_case_get_id (a_case), NULL, loaded_cb, g_object_ref (over));

  return TRUE;
}

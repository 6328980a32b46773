/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both versions of a saved plan beside each other, and the choice which one is to be. */
#include "yc-plan-conflict-sheet.h"

#include "yc-versions-sheet.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

static char *
describe (YcSavedPlan *theirs)
{
  g_autofree char *moment = yc_words_moment (yc_saved_plan_get_updated_at (theirs));

  /* Translators: a plan's number, when it was changed, and who is responsible for it now */
  return g_strdup_printf (_ ("Somebody else changed plan %s (%s; responsible now: %s) while you had it "
                             "open. Nothing is lost: theirs is at the service, yours is safe on this "
                             "computer until you choose."),
                          yc_saved_plan_get_number (theirs), moment != NULL ? moment : "–",
                          yc_saved_plan_get_holder (theirs));
}

static const char *
get_advice (YcPlanConflict *conflict)
{
  if (!yc_plan_conflict_can_send (conflict))
    return _ ("Yours cannot be saved: another counter is responsible now. Tell them what you changed, "
              "then keep theirs.");
  if (g_list_model_get_n_items (yc_plan_conflict_get_differences (conflict)) == 0)
    return _ ("Both say the same: keep theirs.");

  return _ ("Ask who else had this plan. Save yours if it is what the citizen needs; what only theirs "
            "has is then replaced.");
}

static void
send (gpointer conflict, GAsyncReadyCallback callback, gpointer user_data)
{
  yc_plan_conflict_send_ours_async (conflict, callback, user_data);
}

static void
keep (gpointer conflict, GAsyncReadyCallback callback, gpointer user_data)
{
  yc_plan_conflict_keep_theirs_async (conflict, callback, user_data);
}

static gboolean
finish (gpointer conflict, GAsyncResult *result, GError **error)
{
  return yc_plan_conflict_decide_finish (conflict, result, error);
}

/**
 * yc_plan_conflict_sheet_present:
 * @over: a widget in the window
 * @desk: the desk
 * @command: a command of which yc_plan_conflict_is_of() is true
 *
 * Shows what differs between the plan here and the one at the service, and lets the clerk take the
 * one or the other, or go on with something else first.
 */
void
yc_plan_conflict_sheet_present (GtkWidget *over, YcDesk *desk, YcCommand *command)
{
  g_autoptr (YcPlanConflict) conflict = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (YC_IS_COMMAND (command));

  conflict = yc_plan_conflict_new (desk, command);
  words = describe (yc_plan_conflict_get_theirs (conflict));
  yc_versions_sheet_present (over, &(YcVersionsChoice) {
    .title = _ ("Two versions of one plan"),
    .words = words,
    .advice = get_advice (conflict),
    .action = _ ("Save _mine in place of theirs"),
    .differences = yc_plan_conflict_get_differences (conflict),
    .can_send = yc_plan_conflict_can_send (conflict),
    .conflict = conflict,
    .send = send,
    .keep = keep,
    .finish = finish,
  });
}

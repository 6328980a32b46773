/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both versions of a case beside each other, and the choice which one is to be. */
#include "yc-conflict-sheet.h"

#include "yc-versions-sheet.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

static char *
describe (YcConflict *conflict)
{
  g_autofree char *moment = yc_words_moment (yc_conflict_get_changed_at (conflict));
  const char *state = yc_case_state_get_title (yc_conflict_get_state (conflict));

  /* Translators: when the case was changed, and what it is now, such as "Returned" */
  return g_strdup_printf (_ ("Somebody else sent this case in again (%s, now: %s) while you mended "
                             "it. Nothing is lost: theirs is at the service, yours is safe on this "
                             "computer until you choose."),
                          moment != NULL ? moment : "–", state);
}

static const char *
get_advice (YcConflict *conflict)
{
  if (!yc_conflict_can_send (conflict))
    return _ ("Yours cannot be sent now: the case is no longer at the counter. Note what is missing "
              "in theirs for the reviewer, or leave this open until the case is returned.");
  if (g_list_model_get_n_items (yc_conflict_get_differences (conflict)) == 0)
    return _ ("Both say the same: keep theirs.");

  return _ ("Ask who else had this case. Send yours if it is more complete; what only theirs has is "
            "then replaced.");
}

static void
send (gpointer conflict, GAsyncReadyCallback callback, gpointer user_data)
{
  yc_conflict_send_ours_async (conflict, callback, user_data);
}

static void
keep (gpointer conflict, GAsyncReadyCallback callback, gpointer user_data)
{
  yc_conflict_keep_theirs_async (conflict, callback, user_data);
}

static gboolean
finish (gpointer conflict, GAsyncResult *result, GError **error)
{
  return yc_conflict_decide_finish (conflict, result, error);
}

/**
 * yc_conflict_sheet_present:
 * @over: a widget in the window
 * @desk: the desk
 * @command: a command of which yc_conflict_is_of() is true
 *
 * Shows what differs between what was sent from here and what the service has, and lets the clerk
 * take the one or the other, or go on with something else first.
 */
void
yc_conflict_sheet_present (GtkWidget *over, YcDesk *desk, YcCommand *command)
{
  g_autoptr (YcConflict) conflict = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (YC_IS_COMMAND (command));

  conflict = yc_conflict_new (desk, command);
  words = describe (conflict);
  yc_versions_sheet_present (over, &(YcVersionsChoice) {
    .title = _ ("Two versions of one case"),
    .words = words,
    .advice = get_advice (conflict),
    .action = _ ("Send _mine again on top"),
    .differences = yc_conflict_get_differences (conflict),
    .can_send = yc_conflict_can_send (conflict),
    .conflict = conflict,
    .send = send,
    .keep = keep,
    .finish = finish,
  });
}

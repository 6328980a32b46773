/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what belongs to an answer to a hand-over: who it was at the hotline, why it is declined. */
#include "yc-plan-answer-sheet.h"

#include "yc-ask-sheet.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* An answer that is not given yet; it lives as long as its sheet. */
typedef struct
{
  GtkWidget         *over;
  YcSavedPlan       *plan;
  YcAskSheet        *sheet;
  const char        *answer;
  YcPlanAnswerGiven  given;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_object_unref (answer->over);
  g_object_unref (answer->plan);
  g_free (answer);
}

static gboolean
is_to_counter (YcSavedPlan *plan)
{
  return g_strcmp0 (yc_saved_plan_get_to_kind (plan), "counter") == 0;
}

/* (nullable) (transfer full) */
static char *
dup_by (Answer *answer)
{
  g_autofree char *typed = NULL;

  if (is_to_counter (answer->plan))
    return NULL;
  typed = yc_ask_sheet_dup_text (answer->sheet, "by");
  return yc_words_join (yc_saved_plan_get_to (answer->plan), typed, NULL);
}

static void
send_cb (YcAskSheet *sheet, Answer *answer)
{
  g_autofree char *by = dup_by (answer);
  g_autofree char *note = g_str_equal (answer->answer, "decline")
                              ? yc_ask_sheet_dup_text (sheet, "note")
                              : NULL;

  answer->given (answer->over, answer->plan, answer->answer, by, note);
  yc_ask_sheet_close (sheet);
}

static void
ask (GtkWidget *over, YcSavedPlan *plan, const char *what, YcPlanAnswerGiven given)
{
  gboolean hotline = g_strcmp0 (yc_saved_plan_get_to_kind (plan), "hotline") == 0;
  gboolean declined = g_str_equal (what, "decline");
  YcAskField fields[2] = { 0 };
  guint n = 0;
  Answer *answer = g_new0 (Answer, 1);

  if (!is_to_counter (plan))
    fields[n++] = (YcAskField) { .name = "by", .needed = TRUE,
                                 .title = hotline ? _ ("Operator number") : _ ("Who answered") };
  if (declined)
    fields[n++] = (YcAskField) { .name = "note", .needed = TRUE,
                                 .title = _ ("Why, for who handed it over") };
  answer->over = g_object_ref (over);
  answer->plan = g_object_ref (plan);
  answer->answer = declined ? "decline" : "accept";
  answer->given = given;
  answer->sheet = yc_ask_sheet_present (
      over, declined ? _ ("Decline the plan") : _ ("Accept the plan"),
      yc_saved_plan_get_title (plan), fields, n, declined ? _ ("Decline") : _ ("Accept"));
  g_signal_connect_data (answer->sheet, "send", G_CALLBACK (send_cb), answer, answer_free, 0);
}

/**
 * yc_plan_answer_sheet_ask:
 * @over: a widget in the window
 * @plan: a plan whose hand-over is open
 * @answer: "accept", "decline" or "withdraw"
 * @given: called with the answer when all is there, at once when nothing has to be asked
 *
 * Who accepts or declines at the hotline or a department is asked for, and why something is
 * declined: who handed it over reads both.
 */
void
yc_plan_answer_sheet_ask (GtkWidget         *over,
                          YcSavedPlan       *plan,
                          const char        *answer,
                          YcPlanAnswerGiven  given)
{
  g_return_if_fail (YC_IS_SAVED_PLAN (plan));
  g_return_if_fail (answer != NULL && given != NULL);

  if (g_str_equal (answer, "decline") || (g_str_equal (answer, "accept") && !is_to_counter (plan)))
    ask (over, plan, answer, given);
  else
    given (over, plan, answer, NULL, NULL);
}

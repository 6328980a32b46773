/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before an inquiry goes a step further. One text, then Ctrl+Enter; with the line down
 * the step is kept. */
#include "yc-inquiry-step.h"

#include "yc-ask-draft.h"
#include "yc-ask-sheet.h"
#include "yc-day.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"

#include <glib/gi18n-lib.h>

#define TEXT_HEIGHT 90

/* The words of one action. */
typedef struct
{
  const char *action;
  const char *title;
  const char *label;
  const char *button;
  gboolean    needed;
} Words;

/* What is being asked; it lives as long as the sheet. */
typedef struct
{
  YcDesk     *desk;
  YcInquiry  *inquiry;
  const char *action;
} Step;

static const char *const passed_kinds[] = { "hotline", "department", "colleague" };

static const Words all_words[] = {
  { "answer", N_ ("Answer"), N_ ("What is the answer?"), N_ ("Answer (Ctrl+Enter)"), TRUE },
  { "decline", N_ ("Leave it as it is"), N_ ("Why does it stay as it is?"),
    N_ ("Leave it (Ctrl+Enter)"), TRUE },
  { "reopen", N_ ("Open again"), N_ ("What is still missing?"), N_ ("Open again (Ctrl+Enter)"),
    FALSE },
  { "pass", N_ ("Pass on"), N_ ("To whom"), N_ ("Pass on (Ctrl+Enter)"), TRUE },
};

static void
step_free (gpointer data, GClosure *closure)
{
  Step *self = data;

  g_object_unref (self->desk);
  g_object_unref (self->inquiry);
  g_free (self);
}

static gboolean
is_passing (const char *action)
{
  return g_str_equal (action, "pass");
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcAskSheet) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  if (yc_desk_step_inquiry_finish (YC_DESK (source), result, &error))
    {
      yc_ask_sheet_close (sheet);
      return;
    }
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING))
    {
      yc_dialogs_toast (GTK_WIDGET (sheet), _ ("Kept here. It is sent when the line is back."));
      yc_ask_sheet_close (sheet);
      return;
    }
  line = yc_error_words_line (error);
  yc_ask_sheet_fail (sheet, line);
}

static void
send_cb (YcAskSheet *sheet, Step *self)
{
  gboolean passing = is_passing (self->action);
  g_autofree char *text = yc_ask_sheet_dup_text (sheet, "text");
  g_autofree char *due = passing ? yc_ask_sheet_dup_text (sheet, "due") : g_strdup ("");
  const char *kind = NULL;

  if (*due != '\0' && !yc_day_is_valid (due))
    {
      yc_ask_sheet_fail (sheet, _ ("The day is written like 2026-11-30."));
      return;
    }
  if (passing)
    kind = passed_kinds[MIN (yc_ask_sheet_get_choice (sheet, "kind"),
                             G_N_ELEMENTS (passed_kinds) - 1)];
  yc_ask_sheet_set_busy (sheet);
  yc_desk_step_inquiry_async (self->desk, self->inquiry, self->action, passing ? NULL : text, kind,
                              passing ? text : NULL, due, NULL, stepped_cb, g_object_ref (sheet));
}

static const Words *
find_words (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_words); i++)
    if (g_str_equal (all_words[i].action, action))
      return &all_words[i];

  g_return_val_if_reached (&all_words[0]);
}

/**
 * yc_inquiry_step_present:
 * @over: a widget in the window
 * @desk: the desk
 * @inquiry: an inquiry
 * @action: "answer", "pass", "decline" or "reopen"
 *
 * Asks for what the step needs, and takes it.
 */
void
yc_inquiry_step_present (GtkWidget *over, YcDesk *desk, YcInquiry *inquiry, const char *action)
{
  const Words *words = find_words (action);
  const char *kinds[] = { _ ("12345 hotline"), _ ("Department"), _ ("Colleague"), NULL };
  gboolean passing = is_passing (words->action);
  const YcAskField fields[] = {
    { .name = "text", .title = _ (words->label), .height = passing ? 0 : TEXT_HEIGHT,
      .needed = words->needed },
    { .name = "kind", .title = _ ("Passed on"), .choices = kinds },
    { .name = "due", .title = _ ("Answer by, such as 2026-11-30") },
  };
  g_autofree char *key = NULL;
  YcAskSheet *sheet;
  Step *step;

  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (YC_IS_INQUIRY (inquiry));

  step = g_new0 (Step, 1);
  step->desk = g_object_ref (desk);
  step->inquiry = g_object_ref (inquiry);
  step->action = words->action;
  sheet = yc_ask_sheet_present (over, _ (words->title), yc_inquiry_get_question (inquiry), fields,
                                passing ? G_N_ELEMENTS (fields) : 1, _ (words->button));
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_cb), step, step_free, 0);
  key = g_strdup_printf ("step/%s/%s", yc_inquiry_get_id (inquiry), words->action);
  yc_ask_draft_attach (sheet, desk, key, 0);
}

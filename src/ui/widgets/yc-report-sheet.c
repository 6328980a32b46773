/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk hands to who keeps the knowledge base: a mistake, a gap, what a citizen asked. */
#include "yc-report-sheet.h"

#include "yc-ask-draft.h"
#include "yc-ask-sheet.h"
#include "yc-day.h"
#include "yc-dialogs.h"
#include "yc-entry-take.h"
#include "yc-error-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 1000

/* What is being written; it lives as long as the sheet. */
typedef struct
{
  YcDesk        *desk;
  YcInquiryKind  kind;
  char          *entry;
  char          *item;
  char          *list;
} Report;

static const char *const passed_kinds[] = { NULL, "hotline", "department", "colleague" };

static void
report_free (gpointer data, GClosure *closure)
{
  Report *self = data;

  g_object_unref (self->desk);
  g_free (self->entry);
  g_free (self->item);
  g_free (self->list);
  g_free (self);
}

static Report *
report_new (YcDesk *desk, YcInquiryKind kind, const char *entry, const char *item,
            const char *list)
{
  Report *self = g_new0 (Report, 1);

  self->desk = g_object_ref (desk);
  self->kind = kind;
  self->entry = g_strdup (entry);
  self->item = g_strdup (item);
  self->list = g_strdup (list);

  return self;
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcAskSheet) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCommand) command =
      yc_desk_record_inquiry_finish (YC_DESK (source), result, &error);

  if (command == NULL)
    {
      yc_ask_sheet_fail (sheet, yc_error_words_title (error));
      return;
    }
  yc_dialogs_toast (GTK_WIDGET (sheet),
                    _ ("Kept. It goes to who keeps the knowledge base; you hear of the answer."));
  yc_ask_sheet_close (sheet);
}

static void
record (YcAskSheet *sheet, Report *self, const YcNewInquiry *inquiry)
{
  if (g_utf8_strlen (inquiry->question, -1) > MOST_CHARS)
    {
      yc_ask_sheet_fail (sheet, _ ("That is too long. Say the most important."));
      return;
    }
  yc_ask_sheet_set_busy (sheet);
  yc_desk_record_inquiry_async (self->desk, inquiry, NULL, recorded_cb, g_object_ref (sheet));
}

static void
send_report_cb (YcAskSheet *sheet, Report *self)
{
  g_autofree char *words = yc_ask_sheet_dup_text (sheet, "words");
  YcNewInquiry inquiry = { .kind = self->kind, .question = words, .entry = self->entry,
                           .item = self->item };

  record (sheet, self, &inquiry);
}

/* To whom and by when is asked when it was passed on. */
static void
consultation_changed_cb (YcAskSheet *sheet)
{
  gboolean passed = yc_ask_sheet_get_choice (sheet, "passed") > 0;

  yc_ask_sheet_set_shown (sheet, "to", passed);
  yc_ask_sheet_set_shown (sheet, "due", passed);
}

static void
send_consultation_cb (YcAskSheet *sheet, Report *self)
{
  g_autofree char *question = yc_ask_sheet_dup_text (sheet, "question");
  g_autofree char *answer = yc_ask_sheet_dup_text (sheet, "answer");
  g_autofree char *to = yc_ask_sheet_dup_text (sheet, "to");
  g_autofree char *due = yc_ask_sheet_dup_text (sheet, "due");
  g_autofree char *name = yc_ask_sheet_dup_text (sheet, "name");
  g_autofree char *phone = yc_ask_sheet_dup_text (sheet, "phone");
  guint passed = yc_ask_sheet_get_choice (sheet, "passed");

  if (passed > 0 && *due != '\0' && !yc_day_is_valid (due))
    {
      yc_ask_sheet_fail (sheet, _ ("The day is written like 2026-11-30."));
      return;
    }

  YcNewInquiry inquiry = {
    .kind = YC_INQUIRY_CONSULTATION, .question = question, .entry = self->entry,
    .item = self->item, .list = self->list, .by_phone = yc_ask_sheet_get_choice (sheet, "channel") == 1,
    .answer = answer, .passed_kind = passed_kinds[MIN (passed, 3)],
    .passed_name = passed > 0 ? to : NULL, .due = passed > 0 ? due : NULL, .name = name,
    .phone = phone,
  };

  record (sheet, self, &inquiry);
}

static void
show_entry (GtkWidget *sheet, YcKnowledgeEntry *entry)
{
  yc_ask_sheet_set_about (YC_ASK_SHEET (sheet), yc_knowledge_entry_get_question (entry));
}

/* What the report is about, in words: the entry, or else the item. */
static void
show_about (YcAskSheet *sheet, YcDesk *desk, const char *entry, const char *item)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  YcItem *of = item != NULL ? yc_catalog_get_item (catalog, item) : NULL;

  if (of != NULL)
    yc_ask_sheet_set_about (sheet, yc_item_get_title (of));
  yc_entry_take (GTK_WIDGET (sheet), catalog, entry, show_entry);
}

/* What the answer was taken from. */
static void
show_used (YcAskSheet *sheet, YcDesk *desk, const YcNewInquiry *used)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  YcQuestionList *list = used->list != NULL ? yc_catalog_get_list (catalog, used->list) : NULL;
  g_autofree char *words = NULL;

  if (list == NULL)
    {
      show_about (sheet, desk, used->entry, used->item);
      return;
    }
  /* Translators: the title of a question list, such as “迁户口”. */
  words = g_strdup_printf (_ ("List used: %s"), yc_question_list_get_title (list));
  yc_ask_sheet_set_about (sheet, words);
}

static const char *
or_nothing (const char *word)
{
  return word != NULL ? word : "";
}

static char *
dup_visit_prefix (const char *visit)
{
  return g_strdup_printf ("visit/%s/", visit);
}

/* What is begun about one thing is not what is begun about another, and what one citizen says is
 * never before the next. */
static void
keep_typed (YcAskSheet *sheet, YcDesk *desk, const char *visit, const YcNewInquiry *about)
{
  g_autofree char *prefix = visit != NULL ? dup_visit_prefix (visit) : g_strdup ("");
  g_autofree char *key =
      g_strdup_printf ("%sinquiry/%d/%s/%s/%s/%s", prefix, about->kind, or_nothing (about->entry),
                       or_nothing (about->item), or_nothing (about->list),
                       or_nothing (about->question));

  yc_ask_draft_attach (sheet, desk, key, 0);
}

/**
 * yc_report_sheet_present:
 * @over: a widget in the window
 * @desk: the desk
 * @kind: %YC_INQUIRY_MISTAKE or %YC_INQUIRY_GAP
 * @entry: (nullable): the entry that it is about
 * @item: (nullable): the code of the item that it is about
 * @words: (nullable): what is known already, such as the words that found nothing
 *
 * Asks what is wrong or missing and keeps the report in the outbox, so that it also works while the
 * line is down.
 */
void
yc_report_sheet_present (GtkWidget *over, YcDesk *desk, YcInquiryKind kind, const char *entry,
                         const char *item, const char *words)
{
  const YcNewInquiry about = { .kind = kind, .entry = entry, .item = item, .question = words };
  gboolean mistake = kind == YC_INQUIRY_MISTAKE;
  const YcAskField field = { .name = "words", .value = words, .height = 110, .needed = TRUE,
                             .title = mistake ? _ ("What is wrong?")
                                              : _ ("What was looked for and not found?") };
  YcAskSheet *sheet;

  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (kind == YC_INQUIRY_MISTAKE || kind == YC_INQUIRY_GAP);

  sheet = yc_ask_sheet_present (over, mistake ? _ ("Report a mistake") : _ ("Report a gap"),
                                NULL, &field, 1, _ ("Report (Ctrl+Enter)"));
  show_about (sheet, desk, entry, item);
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_report_cb),
                         report_new (desk, kind, entry, item, NULL), report_free, 0);
  keep_typed (sheet, desk, NULL, &about);
}

/**
 * yc_report_sheet_present_consultation:
 * @over: a widget in the window
 * @desk: the desk
 * @visit: (nullable): the visit in which it is asked
 * @known: (nullable): what is known of it already: the entry and the list that were used, the item
 *   that it is about, what was asked and answered
 *
 * Records what a citizen asked, at the counter or by phone, what was answered, or to whom it was
 * passed on and by when there is to be an answer.
 */
void
yc_report_sheet_present_consultation (GtkWidget *over, YcDesk *desk, const char *visit,
                                      const YcNewInquiry *known)
{
  const YcNewInquiry nothing = { 0 };
  const YcNewInquiry *used = known != NULL ? known : &nothing;
  YcNewInquiry about = *used;
  const char *channels[] = { _ ("At the counter"), _ ("By phone"), NULL };
  const char *passed[] = { _ ("Not passed on"), _ ("12345 hotline"), _ ("Department"),
                           _ ("Colleague"), NULL };
  const YcAskField fields[] = {
    { .name = "question", .title = _ ("What was asked?"), .value = used->question, .height = 60,
      .needed = TRUE },
    { .name = "channel", .title = _ ("How was it asked?"), .choices = channels },
    { .name = "answer", .title = _ ("What was answered? Empty while there is no answer"),
      .value = used->answer, .height = 60 },
    { .name = "passed", .title = _ ("Passed on"), .choices = passed },
    { .name = "to", .title = _ ("To whom") },
    { .name = "due", .title = _ ("Answer by, such as 2026-11-30") },
    { .name = "name", .title = _ ("Who asked (kept sealed)") },
    { .name = "phone", .title = _ ("Phone (kept sealed)") },
  };
  YcAskSheet *sheet;

  g_return_if_fail (YC_IS_DESK (desk));

  sheet = yc_ask_sheet_present (over, _ ("Record what was asked"), NULL, fields,
                                G_N_ELEMENTS (fields), _ ("Record (Ctrl+Enter)"));
  show_used (sheet, desk, used);
  g_signal_connect (sheet, "changed", G_CALLBACK (consultation_changed_cb), NULL);
  about.kind = YC_INQUIRY_CONSULTATION;
  keep_typed (sheet, desk, visit, &about);
  consultation_changed_cb (sheet);
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_consultation_cb),
                         report_new (desk, YC_INQUIRY_CONSULTATION, used->entry, used->item,
                                     used->list),
                         report_free, 0);
}

/**
 * yc_report_sheet_forget_visit:
 * @desk: the desk
 * @visit: a visit that is over
 *
 * What was begun in it and not recorded is kept no longer.
 */
void
yc_report_sheet_forget_visit (YcDesk *desk, const char *visit)
{
  YcDeskTyped *typed;
  g_autofree char *prefix = NULL;

  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (visit != NULL);

  typed = yc_desk_get_typed (desk);
  prefix = dup_visit_prefix (visit);
  if (typed != NULL)
    yc_desk_typed_forget (typed, prefix);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knowledge base kept together: what was reported and asked, and what became of it. A clerk sees
 * the own ones, who keeps the knowledge base what waits for an answer, the most urgent first. */
#include "yc-knowledge-page.h"

#include "yc-columns.h"
#include "yc-day.h"
#include "yc-desk-knowledge.h"
#include "yc-dialogs.h"
#include "yc-inquiry-card.h"
#include "yc-key-hints.h"
#include "yc-report-sheet.h"
#include "yc-side-list.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcKnowledgePage
{
  YcPage parent_instance;

  YcLiveList *inquiries;
  YcSideList *list;
  GtkWidget  *card;
  GtkWidget  *columns;
  /* id → whether it is settled, as it was heard of last */
  GHashTable *heard;
};

G_DEFINE_FINAL_TYPE (YcKnowledgePage, yc_knowledge_page, YC_TYPE_PAGE)

static YcDesk *
get_desk (YcKnowledgePage *self)
{
  return yc_page_get_desk (YC_PAGE (self));
}

static gboolean
keeps_knowledge (YcKnowledgePage *self)
{
  return yc_role_keeps_knowledge (yc_session_get_role (yc_desk_get_session (get_desk (self))));
}

/* An answer that came while the clerk was here and that was not looked at yet. */
static gboolean
is_news (YcInquiry *inquiry)
{
  return g_object_get_data (G_OBJECT (inquiry), "news") != NULL;
}

static char *
describe_cb (gpointer item, char **below)
{
  YcInquiry *inquiry = item;
  g_autofree char *moment = yc_words_moment (yc_inquiry_get_at (inquiry));
  g_autofree char *today = yc_day_dup_today ();

  *below = yc_words_join (is_news (inquiry) ? _ ("new") : "",
                          yc_inquiry_is_overdue (inquiry, today) ? _ ("overdue") : "",
                          yc_inquiry_card_kind_title (yc_inquiry_get_kind (inquiry)),
                          yc_inquiry_card_state_title (yc_inquiry_get_state (inquiry)), moment,
                          NULL);
  return g_strdup (yc_inquiry_get_question (inquiry));
}

/* @inquiry: (nullable): what is looked at now */
static void
forget_news (YcInquiry *inquiry)
{
  if (inquiry == NULL || !is_news (inquiry))
    return;
  g_object_set_data (G_OBJECT (inquiry), "news", NULL);
  g_signal_emit_by_name (inquiry, "changed");
}

static void
chosen_cb (YcKnowledgePage *self, YcInquiry *inquiry)
{
  forget_news (inquiry);
  yc_inquiry_card_set (YC_INQUIRY_CARD (self->card), inquiry);
}

/* What is on screen needs no toast. */
static void
announce (YcKnowledgePage *self, YcInquiry *inquiry)
{
  /* Translators: what a clerk reported or asked, that now has an answer. */
  g_autofree char *words =
      g_strdup_printf (_ ("There is an answer: %s"), yc_inquiry_get_question (inquiry));

  if (gtk_widget_get_mapped (self->card) &&
      yc_inquiry_card_get (YC_INQUIRY_CARD (self->card)) == inquiry)
    return;
  g_object_set_data (G_OBJECT (inquiry), "news", GINT_TO_POINTER (TRUE));
  yc_dialogs_toast (GTK_WIDGET (self), words);
}

static void
hear (YcInquiry *inquiry, YcKnowledgePage *self)
{
  const char *id = yc_inquiry_get_id (inquiry);
  YcInquiryState state = yc_inquiry_get_state (inquiry);
  gboolean settled = state == YC_INQUIRY_ANSWERED || state == YC_INQUIRY_DECLINED;
  gboolean known = g_hash_table_contains (self->heard, id);
  gboolean before = GPOINTER_TO_INT (g_hash_table_lookup (self->heard, id));

  g_hash_table_insert (self->heard, g_strdup (id), GINT_TO_POINTER (settled));
  if (known && settled && !before)
    {
      announce (self, inquiry);
      g_signal_emit_by_name (inquiry, "changed");
    }
  if (!known)
    g_signal_connect_object (inquiry, "changed", G_CALLBACK (hear), self, 0);
}

/* Who reported or passed on hears of the answer wherever they work. */
static void
hear_all (YcKnowledgePage *self)
{
  GListModel *inquiries = G_LIST_MODEL (self->inquiries);

  for (guint i = 0; !keeps_knowledge (self) && i < g_list_model_get_n_items (inquiries); i++)
    {
      g_autoptr (YcInquiry) inquiry = g_list_model_get_item (inquiries, i);

      hear (inquiry, self);
    }
}

static void
list_changed_cb (YcKnowledgePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->inquiries));
  const char *more = yc_live_list_get_has_more (self->inquiries) ? "+" : "";
  g_autofree char *heading =
      keeps_knowledge (self) ? g_strdup_printf (_ ("Waiting for an answer: %u%s"), n, more)
                             : g_strdup_printf (_ ("Mine: %u%s"), n, more);

  yc_side_list_set_heading (self->list, heading);
  yc_side_list_set_state (self->list, yc_live_list_get_load_state (self->inquiries),
                          yc_live_list_get_error (self->inquiries));
  hear_all (self);
}

static void
refresh_cb (YcKnowledgePage *self)
{
  yc_live_list_refresh (self->inquiries);
}

static void
edge_reached_cb (YcKnowledgePage *self)
{
  yc_live_list_load_more (self->inquiries);
}

static void
create_list (YcKnowledgePage *self)
{
  self->list = YC_SIDE_LIST (yc_side_list_new (_ ("Reports and consultations"), describe_cb));
  yc_side_list_set_empty (self->list, "yc-place-knowledge-symbolic", _ ("Nothing waits here"),
                          _ ("Alt+R reports a mistake or a gap, Alt+Q records what was asked."));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->list, "retry", G_CALLBACK (refresh_cb), self);
  g_signal_connect_swapped (self->list, "edge-reached", G_CALLBACK (edge_reached_cb), self);
}

static GtkWidget *
create_hints (void)
{
  GtkWidget *hints = yc_key_hints_new ();

  yc_key_hints_set (YC_KEY_HINTS (hints), "<Control>Down", _ ("Next"), "<Alt>q",
                    _ ("Record what was asked"), "<Alt>r", _ ("Report a gap"), "F3",
                    _ ("Person in full"), NULL);
  return hints;
}

static void
yc_knowledge_page_shown (YcPage *page)
{
  YcKnowledgePage *self = YC_KNOWLEDGE_PAGE (page);

  forget_news (yc_inquiry_card_get (YC_INQUIRY_CARD (self->card)));
  yc_live_list_refresh (self->inquiries);
  yc_side_list_focus (self->list);
}

/* About the entry that is looked at, else a gap. */
static void
report (YcKnowledgePage *self)
{
  YcEntryView *answer = yc_inquiry_card_get_answer (YC_INQUIRY_CARD (self->card));

  yc_report_sheet_present (
      GTK_WIDGET (self), get_desk (self), answer != NULL ? YC_INQUIRY_MISTAKE : YC_INQUIRY_GAP,
      answer != NULL ? yc_knowledge_entry_get_id (yc_entry_view_get_entry (answer)) : NULL, NULL,
      NULL);
}

static gboolean
yc_knowledge_page_command (YcPage *page, YcPageCommand command)
{
  YcKnowledgePage *self = YC_KNOWLEDGE_PAGE (page);
  YcEntryView *answer = yc_inquiry_card_get_answer (YC_INQUIRY_CARD (self->card));

  if (command == YC_PAGE_COMMAND_EDIT &&
      yc_inquiry_card_begin_edition (YC_INQUIRY_CARD (self->card)))
    return TRUE;
  if (answer != NULL && yc_entry_view_command (answer, command))
    return TRUE;

  if (command == YC_PAGE_COMMAND_NEXT_ITEM)
    yc_side_list_step (self->list, 1);
  else if (command == YC_PAGE_COMMAND_PREVIOUS_ITEM)
    yc_side_list_step (self->list, -1);
  else if (command == YC_PAGE_COMMAND_REFRESH)
    refresh_cb (self);
  else if (command == YC_PAGE_COMMAND_SHOW_PERSON)
    yc_inquiry_card_show_person (YC_INQUIRY_CARD (self->card));
  else if (command == YC_PAGE_COMMAND_CONSULT)
    yc_report_sheet_present_consultation (GTK_WIDGET (self), get_desk (self), NULL);
  else if (command == YC_PAGE_COMMAND_REPORT)
    report (self);
  else
    return FALSE;
  return TRUE;
}

static void
yc_knowledge_page_constructed (GObject *object)
{
  YcKnowledgePage *self = YC_KNOWLEDGE_PAGE (object);

  G_OBJECT_CLASS (yc_knowledge_page_parent_class)->constructed (object);
  self->card = yc_inquiry_card_new (get_desk (self));
  yc_columns_set_work (YC_COLUMNS (self->columns), self->card);
  self->inquiries = yc_desk_create_inquiry_list (
      get_desk (self), keeps_knowledge (self) ? YC_INQUIRY_VIEW_OPEN : YC_INQUIRY_VIEW_MINE);
  g_signal_connect_swapped (self->inquiries, "notify", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->inquiries, "items-changed", G_CALLBACK (list_changed_cb), self);
  yc_side_list_set_model (self->list, G_LIST_MODEL (self->inquiries));
  list_changed_cb (self);
}

static void
yc_knowledge_page_dispose (GObject *object)
{
  YcKnowledgePage *self = YC_KNOWLEDGE_PAGE (object);

  if (self->inquiries != NULL)
    g_signal_handlers_disconnect_by_data (self->inquiries, self);
  g_clear_object (&self->inquiries);
  g_clear_pointer (&self->heard, g_hash_table_unref);

  G_OBJECT_CLASS (yc_knowledge_page_parent_class)->dispose (object);
}

static void
yc_knowledge_page_class_init (YcKnowledgePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->constructed = yc_knowledge_page_constructed;
  object_class->dispose = yc_knowledge_page_dispose;
  page_class->shown = yc_knowledge_page_shown;
  page_class->command = yc_knowledge_page_command;
}

static void
yc_knowledge_page_init (YcKnowledgePage *self)
{
  self->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->columns = yc_columns_new ();
  create_list (self);
  yc_columns_set_start (YC_COLUMNS (self->columns), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->columns, TRUE);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
  gtk_widget_set_parent (create_hints (), GTK_WIDGET (self));
}

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
  GtkWidget  *hints;
  YcLiveList *news;
  /* Settled, looked at now, which the service is told when the look is over. */
  YcInquiry  *looked_at;
  /* "id/version" of the news that were told. */
  GHashTable *told;
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

static char *
describe_cb (gpointer item, char **below)
{
  YcInquiry *inquiry = item;
  g_autofree char *moment = yc_words_moment (yc_inquiry_get_at (inquiry));
  g_autofree char *today = yc_day_dup_today ();

  *below = yc_words_join (yc_inquiry_get_news (inquiry) ? _ ("new") : "",
                          yc_inquiry_is_overdue (inquiry, today) ? _ ("overdue") : "",
                          yc_inquiry_card_kind_title (yc_inquiry_get_kind (inquiry)),
                          yc_inquiry_card_state_title (yc_inquiry_get_state (inquiry)), moment,
                          NULL);
  return g_strdup (yc_inquiry_get_question (inquiry));
}

static YcInquiry *
get_shown (YcKnowledgePage *self)
{
  return yc_inquiry_card_get (YC_INQUIRY_CARD (self->card));
}

static void
heard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcKnowledgePage) self = user_data;

  /* With the line down it is told when it is looked at again. */
  if (yc_desk_hear_inquiry_finish (YC_DESK (source), result, NULL) && self->news != NULL)
    yc_live_list_refresh (self->news);
}

/* The service is told when the look is over: what is read does not go from the list. */
static void
leave_news (YcKnowledgePage *self)
{
  g_autoptr (YcInquiry) looked_at = g_steal_pointer (&self->looked_at);

  if (looked_at != NULL)
    yc_desk_hear_inquiry_async (get_desk (self), looked_at, NULL, heard_cb, g_object_ref (self));
}

/* What is on screen is no news any more. */
static void
look_at_news (YcKnowledgePage *self)
{
  YcInquiry *shown = get_shown (self);

  if (shown == NULL || !yc_inquiry_get_news (shown) || !gtk_widget_get_mapped (self->card))
    return;
  g_set_object (&self->looked_at, shown);
  yc_inquiry_hear (shown);
}

static void
chosen_cb (YcKnowledgePage *self, YcInquiry *inquiry)
{
  leave_news (self);
  yc_inquiry_card_set (YC_INQUIRY_CARD (self->card), inquiry);
  look_at_news (self);
}

static gboolean
is_shown (YcKnowledgePage *self, YcInquiry *inquiry)
{
  YcInquiry *shown = get_shown (self);

  return shown != NULL && gtk_widget_get_mapped (self->card) &&
         g_str_equal (yc_inquiry_get_id (shown), yc_inquiry_get_id (inquiry));
}

/* Once for each version of it. */
static gboolean
must_tell (YcKnowledgePage *self, YcInquiry *inquiry)
{
  char *version = g_strdup_printf ("%s/%" G_GINT64_FORMAT, yc_inquiry_get_id (inquiry),
                                   yc_inquiry_get_version (inquiry));

  return g_hash_table_add (self->told, version) && !is_shown (self, inquiry);
}

static void
tell (YcKnowledgePage *self, YcInquiry *first, guint n)
{
  g_autofree char *words = NULL;

  /* Translators: what a clerk reported or asked, that now has an answer. */
  if (n == 1)
    words = g_strdup_printf (_ ("There is an answer: %s"), yc_inquiry_get_question (first));
  else
    words = g_strdup_printf (ngettext ("%u answer has come to what you reported: see Knowledge",
                                       "%u answers have come to what you reported: see Knowledge",
                                       n), n);
  yc_dialogs_toast (GTK_WIDGET (self), words);
}

/* Whoever reported or passed on hears of the answer: wherever they work, or when they sign in. */
static void
news_changed_cb (YcKnowledgePage *self)
{
  GListModel *news = G_LIST_MODEL (self->news);
  g_autoptr (YcInquiry) first = NULL;
  guint n_told = 0;

  for (guint i = 0; i < g_list_model_get_n_items (news); i++)
    {
      g_autoptr (YcInquiry) inquiry = g_list_model_get_item (news, i);

      if (must_tell (self, inquiry) && n_told++ == 0)
        first = g_object_ref (inquiry);
    }
  if (n_told > 0)
    tell (self, first, n_told);
}

/* (transfer full): the news stand in the same list as what waits, and are counted for themselves */
static char *
make_heading (YcKnowledgePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->inquiries));
  guint n_news = self->news != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->news)) : 0;
  const char *more = yc_live_list_get_has_more (self->inquiries) ? "+" : "";

  if (!keeps_knowledge (self))
    return g_strdup_printf (_ ("Mine: %u%s"), n, more);
  if (n_news == 0)
    return g_strdup_printf (_ ("Waiting for an answer: %u%s"), n, more);
  /* Translators: answers that came to one's own reports; then what waits for one's own answer. */
  return g_strdup_printf (_ ("New answers: %u. Waiting for an answer: %u%s"), n_news, n, more);
}

static void
list_changed_cb (YcKnowledgePage *self)
{
  g_autofree char *heading = make_heading (self);

  yc_side_list_set_heading (self->list, heading);
  yc_side_list_set_state (self->list, yc_live_list_get_load_state (self->inquiries),
                          yc_live_list_get_error (self->inquiries));
  look_at_news (self);
}

static void
refresh_cb (YcKnowledgePage *self)
{
  yc_live_list_refresh (self->inquiries);
  yc_live_list_refresh (self->news);
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

/* Who keeps the knowledge base writes more than reports. */
static void
show_hints (YcKnowledgePage *self)
{
  if (keeps_knowledge (self))
    yc_key_hints_set (YC_KEY_HINTS (self->hints), "<Control>Down", _ ("Next"), "<Alt>e",
                      _ ("New version"), "<Alt>n", _ ("New entry"), "<Alt>q",
                      _ ("Record what was asked"), "F3", _ ("Person in full"), NULL);
  else
    yc_key_hints_set (YC_KEY_HINTS (self->hints), "<Control>Down", _ ("Next"), "<Alt>q",
                      _ ("Record what was asked"), "<Alt>r", _ ("Report a gap"), "F3",
                      _ ("Person in full"), NULL);
}

static void
yc_knowledge_page_shown (YcPage *page)
{
  YcKnowledgePage *self = YC_KNOWLEDGE_PAGE (page);

  look_at_news (self);
  refresh_cb (self);
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
    yc_report_sheet_present_consultation (GTK_WIDGET (self), get_desk (self), NULL, NULL);
  else if (command == YC_PAGE_COMMAND_REPORT)
    report (self);
  else
    return FALSE;
  return TRUE;
}

/* Among what waits for an answer, the answers to one's own reports stand first. */
static void
set_model (YcKnowledgePage *self)
{
  g_autoptr (GListModel) both = NULL;
  GListStore *lists;

  if (!keeps_knowledge (self))
    {
      yc_side_list_set_model (self->list, G_LIST_MODEL (self->inquiries));
      return;
    }
  lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (lists, self->news);
  g_list_store_append (lists, self->inquiries);
  both = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  yc_side_list_set_model (self->list, both);
}

static void
yc_knowledge_page_unmap (GtkWidget *widget)
{
  leave_news (YC_KNOWLEDGE_PAGE (widget));

  GTK_WIDGET_CLASS (yc_knowledge_page_parent_class)->unmap (widget);
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
  self->news = yc_desk_create_inquiry_list (get_desk (self), YC_INQUIRY_VIEW_NEWS);
  g_signal_connect_swapped (self->news, "items-changed", G_CALLBACK (news_changed_cb), self);
  g_signal_connect_swapped (self->news, "items-changed", G_CALLBACK (list_changed_cb), self);
  set_model (self);
  show_hints (self);
  list_changed_cb (self);
}

static void
yc_knowledge_page_dispose (GObject *object)
{
  YcKnowledgePage *self = YC_KNOWLEDGE_PAGE (object);

  if (self->inquiries != NULL)
    g_signal_handlers_disconnect_by_data (self->inquiries, self);
  g_clear_object (&self->inquiries);
  if (self->news != NULL)
    g_signal_handlers_disconnect_by_data (self->news, self);
  g_clear_object (&self->news);
  g_clear_object (&self->looked_at);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (yc_knowledge_page_parent_class)->dispose (object);
}

static void
yc_knowledge_page_class_init (YcKnowledgePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->constructed = yc_knowledge_page_constructed;
  object_class->dispose = yc_knowledge_page_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = yc_knowledge_page_unmap;
  page_class->shown = yc_knowledge_page_shown;
  page_class->command = yc_knowledge_page_command;
}

static void
yc_knowledge_page_init (YcKnowledgePage *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->columns = yc_columns_new ();
  create_list (self);
  yc_columns_set_start (YC_COLUMNS (self->columns), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->columns, TRUE);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
  self->hints = yc_key_hints_new ();
  gtk_widget_set_parent (self->hints, GTK_WIDGET (self));
}

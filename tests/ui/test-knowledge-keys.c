/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the knowledge base where the clerk stands: over what was found, in a conversation, at
 * an answer. Real service, real keys. */
#include "yc-desk-knowledge.h"
#include "yc-found-page.h"
#include "yc-inquiry-card.h"
#include "yc-item-panel.h"
#include "yc-picked-field.h"
#include "yc-preview-view.h"
#include "yc-related-list.h"
#include "yc-search-button.h"
#include "yc-sheet.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"
#include "yc-title-pick.h"
#include "yc-words.h"

#define ENTRY "water-base-headcount"
#define GAP "机顶盒押金怎么退？"
#define LATER "广电欠费怎么补交？"
#define ANSWER "到广电营业厅办理"
#define REFUSED "电视信号差找谁？"
#define OURS "广电网络公司"
#define THEIRS "文化广电局"
#define ASKED "家里五个人，水费怎么算？"

/* One counter for all: each test leaves it with nothing over the window. */
static YcTestCounter shared;
static YcTestFolder *owner_folder;
static YcDesk *owner;

static void
sign_out (YcTestCounter *counter)
{
  YcSession *session = yc_desk_get_session (counter->desk);

  gtk_widget_activate_action (GTK_WIDGET (counter->window), "win.sign-out", NULL);
  yc_test_wait_until (yc_session_get_state (session) == YC_SESSION_SIGNED_OUT);
}

static void
set_up (YcTestCounter **counter, gconstpointer user)
{
  YcSession *session = yc_desk_get_session (shared.desk);

  *counter = &shared;
  if (g_strcmp0 (yc_session_get_user_id (session), user) == 0)
    return;
  if (yc_session_get_state (session) == YC_SESSION_SIGNED_IN)
    sign_out (&shared);
  yc_test_counter_sign_in (&shared, user);
}

static void
tear_down (YcTestCounter **counter, gconstpointer user)
{
  g_assert_false (yc_sheet_host_is_busy (
      YC_SHEET_HOST (yc_test_counter_find (*counter, YC_TYPE_SHEET_HOST))));
}

static gboolean
has_focus_within (YcTestCounter *counter, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (counter->window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
search (YcTestCounter *counter, const char *words)
{
  GtkWidget *button = yc_test_counter_find (counter, YC_TYPE_SEARCH_BUTTON);
  GtkWidget *entry = yc_test_ui_find (button, GTK_TYPE_ENTRY, NULL);

  yc_test_counter_press (counter, "ctrl+k");
  yc_test_wait_until (gtk_widget_get_mapped (entry) && has_focus_within (counter, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  yc_test_counter_press (counter, "Return");
}

/* (nullable) (transfer full): the one with that question */
static YcInquiry *
find_asked (YcLiveList *list, const char *question)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (YcInquiry) inquiry = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (yc_inquiry_get_question (inquiry), question))
        return g_steal_pointer (&inquiry);
    }

  return NULL;
}

static YcInquiry *
wait_for_asked (YcLiveList *list, const char *question)
{
  YcInquiry *inquiry = NULL;

  yc_test_wait_until ((inquiry = find_asked (list, question)) != NULL);

  return inquiry;
}

/* Types into the sheet on screen, sends it, and waits for what the service has of it. */
static YcInquiry *
send (YcTestCounter *counter, YcLiveList *mine, const char *words)
{
  GtkWidget *field = yc_test_counter_find (counter, GTK_TYPE_TEXT_VIEW);

  yc_test_wait_until (has_focus_within (counter, field));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), words, -1);
  yc_test_counter_press (counter, "ctrl+Return");

  return wait_for_asked (mine, words);
}

static void
wait_for_page (YcTestCounter *counter)
{
  YcPreviewView *preview =
      YC_PREVIEW_VIEW (yc_test_counter_find (counter, YC_TYPE_PREVIEW_VIEW));

  yc_test_wait_until (yc_preview_view_get_document (preview) != NULL);
  g_assert_cmpuint (yc_document_get_n_pages (yc_preview_view_get_document (preview)), ==, 1);
}

static void
wait_for_related (YcTestCounter *counter)
{
  yc_test_wait_until (gtk_window_get_focus (counter->window) != NULL &&
                      gtk_widget_get_ancestor (gtk_window_get_focus (counter->window),
                                               YC_TYPE_RELATED_LIST) != NULL);
}

static guint
count_found (YcTestCounter *counter)
{
  return yc_test_ui_count (GTK_WIDGET (counter->window), YC_TYPE_FOUND_PAGE);
}

/* (nullable): where a new version is begun */
static GtkWidget *
find_edit_button (YcTestCounter *counter)
{
  GtkWidget *button =
      yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_BUTTON, "New version");

  return button != NULL && gtk_widget_get_visible (button) ? button : NULL;
}

/* Beneath a sheet the window's pages hear of no key; what lies on it does. */
static void
test_found (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (YcInquiry) inquiry = NULL;

  search (counter, "阶梯水价一户按几人计算");
  yc_test_counter_find (counter, YC_TYPE_FOUND_PAGE);
  yc_test_counter_press (counter, "alt+v");
  g_assert_true (yc_test_counter_can_read (counter, "no longer in force"));
  yc_test_counter_press (counter, "ctrl+p");
  yc_test_counter_wait_to_read (counter, "The answer on paper");
  wait_for_page (counter);
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "The answer on paper"));
  /* What it has to do with lies on top, and is left again. */
  yc_test_counter_press (counter, "alt+l");
  wait_for_related (counter);
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (count_found (counter) == 2);
  yc_test_take_picture ("knowledge-related");
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (count_found (counter) == 1);
  /* Who does not keep the knowledge base is not offered to. */
  g_assert_null (find_edit_button (counter));
  yc_test_counter_press (counter, "alt+e");
  yc_test_counter_press (counter, "alt+n");
  g_assert_false (yc_test_counter_can_read (counter, "Agreed answer, to be said aloud"));
  yc_test_counter_press (counter, "alt+r");
  yc_test_counter_wait_to_read (counter, "What is wrong?");
  inquiry = send (counter, mine, "公告改为 5 人");
  g_assert_cmpstr (yc_inquiry_get_entry (inquiry), ==, ENTRY);
  g_assert_cmpstr (yc_inquiry_get_question (inquiry), ==, "公告改为 5 人");
  /* The answer lies there as before. */
  yc_test_wait_until (!yc_test_counter_can_read (counter, "What is wrong?"));
  yc_test_counter_find (counter, YC_TYPE_FOUND_PAGE);
  yc_test_counter_press (counter, "Escape");
}

/* From an answer beside a visit to the questions that it has to do with. */
static void
test_related (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  YcCatalog *catalog = yc_desk_get_catalog (counter->desk);
  YcItemPanel *panel = YC_ITEM_PANEL (yc_test_counter_find (counter, YC_TYPE_ITEM_PANEL));
  YcPlan *plan = yc_visit_get_plan (yc_test_counter_get_visit (counter));

  yc_item_panel_show_entry (panel, catalog, yc_catalog_get_entry (catalog, ENTRY));
  yc_test_ui_settle ();
  yc_test_counter_press (counter, "alt+l");
  wait_for_related (counter);
  yc_test_take_picture ("knowledge-related-reception");
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_lists (plan)), ==, 0);
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (g_list_model_get_n_items (yc_plan_get_lists (plan)) == 1);
  g_assert_cmpstr (yc_question_get_list_id (yc_plan_next_question (plan)), ==, "water");
  yc_test_counter_press (counter, "ctrl+t");
  yc_test_ui_settle ();
}

static gboolean
is_asked_to_whom (YcTestCounter *counter)
{
  return gtk_widget_get_visible (
      yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_ENTRY, "To whom"));
}

/* What is asked while a list is gone through was answered from that list. */
static void
test_list_used (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_MINE);
  YcCatalog *catalog = yc_desk_get_catalog (counter->desk);
  g_autoptr (YcInquiry) inquiry = NULL;

  yc_plan_start (yc_visit_get_plan (yc_test_counter_get_visit (counter)),
                 yc_catalog_get_list (catalog, "water"));
  yc_test_ui_settle ();
  yc_test_counter_press (counter, "alt+q");
  yc_test_counter_wait_to_read (counter, "What was asked?");
  g_assert_nonnull (yc_test_ui_find_text (
      GTK_WIDGET (counter->window),
      yc_question_list_get_title (yc_catalog_get_list (catalog, "water"))));
  yc_test_take_picture ("knowledge-list-used");
  /* To whom and by when is asked when it was passed on. */
  g_assert_false (is_asked_to_whom (counter));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_DROP_DOWN, "Passed on")),
      1);
  g_assert_true (is_asked_to_whom (counter));
  yc_test_take_picture ("knowledge-passed-on");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_DROP_DOWN, "Passed on")),
      0);
  inquiry = send (counter, mine, ASKED);
  g_assert_cmpint (yc_inquiry_get_kind (inquiry), ==, YC_INQUIRY_CONSULTATION);
  g_assert_cmpstr (yc_inquiry_get_list (inquiry), ==, "water");
  /* Answers that nobody opened were not used. */
  g_assert_cmpstr (yc_inquiry_get_entry (inquiry), ==, "");
  g_assert_cmpstr (yc_inquiry_get_answer (inquiry), ==, "");
}

static GtkTextBuffer *
open_consultation (YcTestCounter *counter)
{
  GtkWidget *view;

  yc_test_counter_press (counter, "alt+q");
  yc_test_counter_wait_to_read (counter, "What was asked?");
  view = yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_TEXT_VIEW, "What was asked?");

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
leave_consultation (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "What was asked?"));
}

/* With the same questions as the visit before. */
static void
begin_visit (YcTestCounter *counter)
{
  YcVisit *before = yc_test_counter_get_visit (counter);

  yc_test_counter_press (counter, "ctrl+t");
  yc_test_wait_until (yc_test_counter_get_visit (counter) != before);
  yc_plan_start (yc_visit_get_plan (yc_test_counter_get_visit (counter)),
                 yc_catalog_get_list (yc_desk_get_catalog (counter->desk), "water"));
}

/* What is begun in one visit is there again in that visit, not before the next citizen, and gone with it. */
static void
test_begun (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  YcDeskTyped *typed = yc_desk_get_typed (counter->desk);
  YcVisit *visit = yc_test_counter_get_visit (counter);
  g_autofree char *key = g_strdup_printf ("visit/%s/inquiry/%d///water/", yc_visit_get_id (visit),
                                          YC_INQUIRY_CONSULTATION);

  yc_test_wait_until (!yc_test_counter_can_read (counter, "What was asked?"));
  gtk_text_buffer_set_text (open_consultation (counter), ASKED, -1);
  leave_consultation (counter);
  g_assert_nonnull (yc_desk_typed_find (typed, key));
  begin_visit (counter);
  g_assert_cmpint (gtk_text_buffer_get_char_count (open_consultation (counter)), ==, 0);
  leave_consultation (counter);
  yc_test_counter_press (counter, "ctrl+shift+Tab");
  yc_test_wait_until (yc_test_counter_get_visit (counter) == visit);
  g_assert_cmpint (gtk_text_buffer_get_char_count (open_consultation (counter)), >, 0);
  leave_consultation (counter);
  yc_test_counter_press (counter, "ctrl+w");
  yc_test_wait_until (yc_test_counter_get_visit (counter) != visit);
  g_assert_null (yc_desk_typed_find (typed, key));
}

/* Ctrl+P at an answer: on what was found, and beside a visit that has no plan yet. */
static void
test_print (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  YcCatalog *catalog = yc_desk_get_catalog (counter->desk);
  YcItemPanel *panel = YC_ITEM_PANEL (yc_test_counter_find (counter, YC_TYPE_ITEM_PANEL));

  yc_test_counter_press (counter, "F1");
  yc_test_counter_wait_to_read (counter, "Report a mistake or a gap");
  yc_test_take_picture ("knowledge-help");
  yc_test_counter_press (counter, "Escape");
  yc_item_panel_show_entry (panel, catalog, yc_test_desk_take_entry (counter->desk, ENTRY));
  yc_test_ui_settle ();
  yc_test_counter_press (counter, "ctrl+p");
  yc_test_counter_wait_to_read (counter, "The answer on paper");
  wait_for_page (counter);
  yc_test_take_picture ("knowledge-print");
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "The answer on paper"));
  yc_plan_add_item (yc_visit_get_plan (yc_test_counter_get_visit (counter)), "YS-0101");
  yc_test_counter_press (counter, "ctrl+p");
  yc_test_counter_wait_to_read (counter, "The plan on paper");
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "The plan on paper"));
  yc_test_counter_press (counter, "ctrl+t");
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
report_gap (YcDesk *desk, const char *question)
{
  const YcNewInquiry gap = { .kind = YC_INQUIRY_GAP, .question = question };
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (desk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_record_inquiry_async (desk, &gap, NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  g_object_unref (yc_desk_record_inquiry_finish (desk, result, NULL));
  g_object_unref (wait_for_asked (mine, question));
}

/* Who keeps the knowledge base, at another desk, which is there for all that are answered.
 * @passed_to: (nullable): to whom it is passed on instead */
static void
step_elsewhere (YcTestCounter *counter, const char *question, const char *passed_to)
{
  g_autoptr (YcLiveList) open = NULL;
  g_autoptr (YcInquiry) inquiry = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (owner == NULL)
    {
      owner_folder = yc_test_folder_new ();
      owner = yc_test_desk_new (owner_folder, yc_test_service_get_url (counter->service));
      yc_test_desk_sign_in (owner, "admin");
    }
  open = yc_desk_create_inquiry_list (owner, YC_INQUIRY_VIEW_OPEN);
  inquiry = wait_for_asked (open, question);
  yc_desk_step_inquiry_async (owner, inquiry, passed_to != NULL ? "pass" : "answer",
                              passed_to != NULL ? NULL : ANSWER,
                              passed_to != NULL ? "department" : NULL, passed_to, NULL, NULL,
                              keep_cb, &result);
  yc_test_wait_until (result != NULL);
  g_assert_true (yc_desk_step_inquiry_finish (owner, result, NULL));
}

static void
answer_elsewhere (YcTestCounter *counter, const char *question)
{
  step_elsewhere (counter, question, NULL);
}

/* Whether the row of an answered gap says that it is new. */
static gboolean
is_marked (YcTestCounter *counter)
{
  g_autofree char *mark =
      yc_words_join (g_dgettext (GETTEXT_PACKAGE, "new"), g_dgettext (GETTEXT_PACKAGE, "Gap"), NULL);

  return yc_test_ui_find_text (GTK_WIDGET (counter->window), mark) != NULL;
}

static gboolean
is_told (YcTestCounter *counter, const char *question)
{
  g_autofree char *words =
      g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "There is an answer: %s"), question);

  return yc_test_ui_find_text (GTK_WIDGET (counter->window), words) != NULL;
}

/* Whether the heading counts one answer beside what waits. */
static gboolean
counts_news (YcTestCounter *counter)
{
  g_auto (GStrv) parts = g_strsplit (
      g_dgettext (GETTEXT_PACKAGE, "New answers: %u. Waiting for an answer: %u%s"), "%u", 2);
  g_autofree char *words = g_strconcat (parts[0], "1", NULL);

  return yc_test_ui_find_text (GTK_WIDGET (counter->window), words) != NULL;
}

/* Looked at and left again, it is news at no desk any more. */
static void
leave (YcTestCounter *counter)
{
  g_autoptr (YcLiveList) news = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_NEWS);

  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (news)) == 1);
  yc_test_counter_press (counter, "alt+1");
  yc_test_wait_until ((yc_live_list_refresh (news),
                       g_list_model_get_n_items (G_LIST_MODEL (news)) == 0));
}

/* The reporter hears of it at other work, and finds it marked until it was looked at. */
static void
test_heard (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;

  report_gap (counter->desk, GAP);
  g_assert_false (is_told (counter, GAP));
  answer_elsewhere (counter, GAP);
  yc_test_wait_until (is_told (counter, GAP));
  yc_test_take_picture ("knowledge-heard");
  yc_test_counter_press (counter, "alt+4");
  yc_test_wait_until (is_marked (counter));
  yc_test_take_picture ("knowledge-new");
  yc_test_counter_press (counter, "ctrl+Up");
  yc_test_counter_wait_to_read (counter, ANSWER);
  yc_test_wait_until (!is_marked (counter));
  yc_test_take_picture ("knowledge-mine");
  leave (counter);
}

/* A supervisor hears, too, of what was answered while nobody was signed in. */
static void
test_heard_later (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;

  report_gap (counter->desk, LATER);
  sign_out (counter);
  answer_elsewhere (counter, LATER);
  yc_test_counter_sign_in (counter, data);
  yc_test_wait_until (is_told (counter, LATER));
  yc_test_take_picture ("knowledge-heard-later");
  /* It is chosen by itself when it came before the others. */
  yc_test_counter_press (counter, "alt+3");
  yc_test_wait_until (counts_news (counter));
  yc_test_counter_press (counter, "ctrl+Up");
  yc_test_counter_wait_to_read (counter, ANSWER);
  yc_test_wait_until (!is_marked (counter));
  yc_test_take_picture ("knowledge-supervisor");
  leave (counter);
}

static gboolean
can_answer (YcTestCounter *counter)
{
  return yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_BUTTON, "_Answer…") != NULL;
}

static void
choose_waiting (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "alt+4");
  yc_test_wait_until (yc_test_ui_find_text (GTK_WIDGET (counter->window), ASKED) != NULL);
  for (guint i = 0; !can_answer (counter) && i < 9; i++)
    yc_test_counter_press (counter, "ctrl+Down");
}

static void
open_answer_sheet (YcTestCounter *counter)
{
  choose_waiting (counter);
  yc_test_counter_press (counter, "alt+a");
  yc_test_counter_wait_to_read (counter, "What is the answer?");
}

/* What is answered with the line down is kept, says so, and goes on by itself. */
static void
test_kept (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (YcInquiry) inquiry = wait_for_asked (mine, ASKED);
  g_autofree char *kept = g_strdup_printf (
      g_dgettext (GETTEXT_PACKAGE, "%s: kept here, is sent when the line is back."),
      g_dgettext (GETTEXT_PACKAGE, "Answer to a report or a consultation"));
  GtkWidget *field;

  yc_test_counter_cut_line (counter);
  open_answer_sheet (counter);
  field = yc_test_counter_find (counter, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), ANSWER, -1);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_ui_find_text (GTK_WIDGET (counter->window), kept) != NULL);
  g_assert_false (can_answer (counter));
  g_assert_nonnull (yc_desk_find_inquiry_step (counter->desk, inquiry));
  yc_test_take_picture ("knowledge-kept");
  yc_test_counter_join_line (counter);
  yc_test_wait_until (yc_inquiry_get_state (inquiry) == YC_INQUIRY_ANSWERED);
  g_assert_cmpstr (yc_inquiry_get_answer (inquiry), ==, ANSWER);
  yc_test_wait_until (yc_desk_find_inquiry_step (counter->desk, inquiry) == NULL);
  yc_test_counter_press (counter, "alt+1");
}

static void
set_field (YcTestCounter *counter, const char *label, const char *text)
{
  GtkWidget *window = GTK_WIDGET (counter->window);
  GtkWidget *entry = yc_test_ui_find (window, GTK_TYPE_ENTRY, label);
  GtkWidget *view = yc_test_ui_find (window, GTK_TYPE_TEXT_VIEW, label);

  g_assert_true (entry != NULL || view != NULL);
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static const char *
get_field (YcTestCounter *counter, const char *label)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_ENTRY, label)));
}

/* What the counter cannot answer goes to who can, by a day that there is. */
static void
test_pass (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (YcInquiry) inquiry = wait_for_asked (mine, ASKED);

  choose_waiting (counter);
  yc_test_counter_press (counter, "alt+p");
  yc_test_counter_wait_to_read (counter, "To whom");
  set_field (counter, "To whom", "供水公司客服");
  set_field (counter, "Answer by, such as 2026-11-30", "2026-02-30");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_counter_wait_to_read (counter, "The day is written like 2026-11-30.");
  set_field (counter, "Answer by, such as 2026-11-30", "2099-11-30");
  yc_test_take_picture ("knowledge-pass");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_inquiry_get_state (inquiry) == YC_INQUIRY_PASSED);
  g_assert_cmpstr (yc_inquiry_get_passed_to (inquiry), ==, "供水公司客服");
  g_assert_cmpstr (yc_inquiry_get_due (inquiry), ==, "2099-11-30");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "To whom"));
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *n)
{
  GtkWidget *found = NULL;

  if (G_OBJECT_TYPE (root) == type && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);

  return found;
}

/* Opens the nth field to pick in, types what finds one title, and takes the first. */
static void
pick (YcTestCounter *counter, guint n, const char *words)
{
  GtkWidget *field = find_nth (GTK_WIDGET (counter->window), YC_TYPE_PICKED_FIELD, &n);
  GtkWidget *pick, *entry;

  gtk_widget_grab_focus (field);
  yc_test_counter_press (counter, "Return");
  pick = yc_test_counter_find (counter, YC_TYPE_TITLE_PICK);
  entry = yc_test_ui_find (pick, GTK_TYPE_ENTRY, NULL);
  yc_test_wait_until (has_focus_within (counter, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (has_focus_within (counter, field));
}

/* (nullable) (transfer full): what was written in the program and not in a file */
static char *
find_new_id (YcTestCounter *counter)
{
  g_autoptr (GPtrArray) ids = yc_catalog_dup_ids (yc_desk_get_catalog (counter->desk), "entry");

  for (guint i = 0; i < ids->len; i++)
    if (g_str_has_prefix (ids->pdata[i], "entry-"))
      return g_strdup (ids->pdata[i]);

  return NULL;
}

#define QUESTION "东城街道的水表井盖坏了找谁？"

static void
write_entry (YcTestCounter *counter)
{
  set_field (counter, "Question", QUESTION);
  set_field (counter, "Agreed answer, to be said aloud", "打供水热线报修。");
  set_field (counter, "Details, in Markdown", "- **当天**上门\n");
  set_field (counter, "What it rests on", "《供水服务承诺》（样例）");
  set_field (counter, "Words it is found by, with commas between", "供水，井盖");
  set_field (counter, "Other ways of asking the same, with semicolons between", "井盖丢了怎么办？");
  set_field (counter, "Who answers for it", "供水公司（样例）");
}

static void
assert_written (YcKnowledgeEntry *entry)
{
  g_autoptr (YcKnowledgeVersion) version =
      g_list_model_get_item (yc_knowledge_entry_get_versions (entry), 0);

  g_assert_cmpstr (yc_knowledge_entry_get_question (entry), ==, QUESTION);
  g_assert_cmpstr (yc_knowledge_version_get_place (version), ==, "990119201");
  g_assert_cmpstr (yc_knowledge_version_get_until (version), ==, "2099-12-31");
  g_assert_cmpstr (yc_knowledge_entry_get_owner (entry), ==, "供水公司（样例）");
  g_assert_cmpstr (yc_knowledge_entry_get_source (entry), ==, "《供水服务承诺》（样例）");
  g_assert_cmpuint (g_strv_length ((char **) yc_knowledge_entry_get_tags (entry)), ==, 2);
  g_assert_cmpstr (yc_knowledge_entry_get_synonyms (entry)[0], ==, "井盖丢了怎么办？");
  g_assert_cmpstr (yc_knowledge_entry_get_items (entry)[0], ==, "YS-0101");
  g_assert_null (yc_knowledge_entry_get_items (entry)[1]);
  g_assert_cmpstr (yc_knowledge_entry_get_lists (entry)[0], ==, "water");
}

/* Every member of a new entry is said by whoever keeps the knowledge base, and can be seen again. */
static void
test_edit (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  g_autofree char *id = NULL;

  yc_test_counter_press (counter, "alt+n");
  yc_test_counter_wait_to_read (counter, "Agreed answer, to be said aloud");
  write_entry (counter);
  pick (counter, 0, "东城街道");
  pick (counter, 1, "阶梯水费");
  pick (counter, 2, "水价");
  set_field (counter, "In force until; empty until there is another version", "2020-01-01");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_counter_wait_to_read (counter, "It would end before it begins.");
  yc_test_take_picture ("knowledge-new-entry");
  set_field (counter, "In force until; empty until there is another version", "2099-12-31");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until ((id = find_new_id (counter)) != NULL);
  assert_written (yc_test_desk_take_entry (counter->desk, id));
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Agreed answer, to be said aloud"));

  /* Any entry is opened where it is looked at, with all that it has. */
  search (counter, "阶梯水价一户按几人计算");
  yc_test_counter_find (counter, YC_TYPE_FOUND_PAGE);
  g_assert_nonnull (find_edit_button (counter));
  yc_test_counter_press (counter, "alt+e");
  yc_test_counter_wait_to_read (counter, "Agreed answer, to be said aloud");
  g_assert_cmpstr (get_field (counter, "Words it is found by, with commas between"), ==,
                   "供水；阶梯水价；人数");
  g_assert_cmpstr (get_field (counter, "Other ways of asking the same, with semicolons between"), ==,
                   "一户算几口人？；人多水费能不能便宜点？");
  yc_test_take_picture ("knowledge-edit");
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Agreed answer, to be said aloud"));
  yc_test_counter_press (counter, "Escape");
}

/* Chooses the one with that question. */
static void
choose (YcTestCounter *counter, const char *question)
{
  YcInquiryCard *card;

  yc_test_counter_press (counter, "alt+4");
  card = YC_INQUIRY_CARD (yc_test_counter_find (counter, YC_TYPE_INQUIRY_CARD));
  yc_test_wait_until (yc_test_ui_find_text (GTK_WIDGET (counter->window), question) != NULL);
  for (guint i = 0; i < 9; i++)
    yc_test_counter_press (counter, "ctrl+Up");
  for (guint i = 0; i < 9 && g_strcmp0 (yc_inquiry_get_question (yc_inquiry_card_get (card)),
                                        question) != 0; i++)
    yc_test_counter_press (counter, "ctrl+Down");
  g_assert_cmpstr (yc_inquiry_get_question (yc_inquiry_card_get (card)), ==, question);
}

/* Passed on with the line down, while somebody else passed it to another: both are seen, and ours
 * goes when the clerk says so. */
static void
test_refused (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (YcInquiry) inquiry = NULL;
  GtkWidget *window = GTK_WIDGET (counter->window);

  report_gap (counter->desk, REFUSED);
  inquiry = wait_for_asked (mine, REFUSED);
  yc_test_counter_cut_line (counter);
  choose (counter, REFUSED);
  yc_test_counter_press (counter, "alt+p");
  yc_test_counter_wait_to_read (counter, "To whom");
  set_field (counter, "To whom", OURS);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_desk_find_inquiry_step (counter->desk, inquiry) != NULL);
  yc_test_wait_until (!yc_test_counter_can_read (counter, "To whom"));
  /* The service began anew elsewhere. */
  g_clear_pointer (&owner, yc_test_desk_free);
  g_clear_pointer (&owner_folder, yc_test_folder_free);
  step_elsewhere (counter, REFUSED, THEIRS);
  yc_test_counter_join_line (counter);
  yc_test_wait_until (yc_test_ui_find (window, GTK_TYPE_BUTTON, "_Send mine all the same") != NULL);
  yc_test_wait_until (yc_test_ui_find_text (window, OURS) != NULL &&
                      yc_test_ui_find_text (window, THEIRS) != NULL);
  yc_test_take_picture ("knowledge-refused");
  yc_test_counter_press (counter, "alt+s");
  yc_test_wait_until (g_strcmp0 (yc_inquiry_get_passed_to (inquiry), OURS) == 0);
  yc_test_wait_until (yc_desk_find_inquiry_step (counter->desk, inquiry) == NULL);
  yc_test_counter_press (counter, "alt+1");
}

static void
open_new_entry (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "alt+n");
  yc_test_counter_wait_to_read (counter, "Agreed answer, to be said aloud");
}

static void
leave_sheet (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Agreed answer, to be said aloud"));
}

/* Nothing that was typed is lost by Escape, nor by signing out; it is the writer's alone, and goes
 * when the writer says so. */
static void
test_draft (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;

  open_new_entry (counter);
  yc_test_counter_press (counter, "x");
  yc_test_counter_press (counter, "y");
  pick (counter, 1, "阶梯水费");
  leave_sheet (counter);
  yc_test_counter_wait_to_read (counter, "Kept as a draft: it is there again when you open this.");
  open_new_entry (counter);
  g_assert_cmpstr (get_field (counter, "Question"), ==, "xy");
  g_assert_true (yc_test_counter_can_read (counter, "This is what you typed earlier and did not send."));
  yc_test_take_picture ("knowledge-draft");
  leave_sheet (counter);

  sign_out (counter);
  yc_test_counter_sign_in (counter, "lijun");
  open_new_entry (counter);
  g_assert_cmpstr (get_field (counter, "Question"), ==, "");
  leave_sheet (counter);
  sign_out (counter);
  yc_test_counter_sign_in (counter, data);
  open_new_entry (counter);
  g_assert_cmpstr (get_field (counter, "Question"), ==, "xy");
  g_assert_nonnull (yc_test_ui_find_text (GTK_WIDGET (counter->window), "阶梯水费"));
  yc_test_counter_press (counter, "alt+b");
  yc_test_wait_until (*get_field (counter, "Question") == '\0');
  leave_sheet (counter);
  open_new_entry (counter);
  g_assert_cmpstr (get_field (counter, "Question"), ==, "");
  g_assert_false (yc_test_counter_can_read (counter, "This is what you typed earlier and did not send."));
  leave_sheet (counter);
}

/* What is the administrator's is there to be read, with why. */
static void
test_whole (YcTestCounter **fixture, gconstpointer data)
{
  YcTestCounter *counter = *fixture;

  search (counter, "阶梯水价一户按几人计算");
  yc_test_counter_find (counter, YC_TYPE_FOUND_PAGE);
  yc_test_counter_press (counter, "alt+e");
  yc_test_counter_wait_to_read (counter, "Agreed answer, to be said aloud");
  g_assert_true (yc_test_counter_can_read (
      counter, "This holds in other places, too; an administrator changes it:"));
  g_assert_nonnull (yc_test_ui_find_text (GTK_WIDGET (counter->window), "供水；阶梯水价；人数"));
  yc_test_take_picture ("knowledge-whole");
  leave_sheet (counter);
  yc_test_counter_press (counter, "Escape");
}

int
main (int argc, char **argv)
{
  int status;

  yc_test_ui_init (&argc, &argv);
  yc_test_counter_open (&shared, TRUE);
#define ADD(name, user, test) \
  g_test_add ("/ui/knowledge-keys/" name, YcTestCounter *, user, set_up, test, tear_down)
  ADD ("found", "wangfang", test_found);
  ADD ("edit", "admin", test_edit);
  ADD ("draft", "admin", test_draft);
  ADD ("heard-later", "lijun", test_heard_later);
  ADD ("whole", "lijun", test_whole);
  ADD ("print", "chenxiao", test_print);
  ADD ("related", "chenxiao", test_related);
  ADD ("list-used", "chenxiao", test_list_used);
  ADD ("begun", "chenxiao", test_begun);
  ADD ("pass", "chenxiao", test_pass);
  ADD ("heard", "chenxiao", test_heard);
  /* The service begins anew, where only the counter finds it. */
  ADD ("kept", "chenxiao", test_kept);
  ADD ("refused", "chenxiao", test_refused);
  status = g_test_run ();
  g_clear_pointer (&owner, yc_test_desk_free);
  g_clear_pointer (&owner_folder, yc_test_folder_free);
  yc_test_counter_close (&shared);

  return status;
}

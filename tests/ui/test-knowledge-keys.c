/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the knowledge base where the clerk stands: over what was found, in a conversation, at
 * an answer. Real service, real keys. */
#include "yc-desk-knowledge.h"
#include "yc-found-page.h"
#include "yc-item-panel.h"
#include "yc-preview-view.h"
#include "yc-search-button.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

#define ENTRY "water-base-headcount"

static void
set_up (YcTestCounter *counter, gconstpointer user)
{
  yc_test_counter_open (counter, TRUE);
  yc_test_counter_sign_in (counter, user);
}

static void
tear_down (YcTestCounter *counter, gconstpointer user)
{
  yc_test_counter_close (counter);
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

/* Types into the sheet on screen, sends it, and waits for what the service has of it. */
static YcInquiry *
send (YcTestCounter *counter, YcLiveList *mine, const char *words)
{
  GtkWidget *field = yc_test_counter_find (counter, GTK_TYPE_TEXT_VIEW);

  yc_test_wait_until (has_focus_within (counter, field));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), words, -1);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (mine)) == 1);

  return g_list_model_get_item (G_LIST_MODEL (mine), 0);
}

static void
wait_for_page (YcTestCounter *counter)
{
  YcPreviewView *preview =
      YC_PREVIEW_VIEW (yc_test_counter_find (counter, YC_TYPE_PREVIEW_VIEW));

  yc_test_wait_until (yc_preview_view_get_document (preview) != NULL);
  g_assert_cmpuint (yc_document_get_n_pages (yc_preview_view_get_document (preview)), ==, 1);
}

/* Beneath a sheet the window's pages hear of no key; what lies on it does. */
static void
test_found (YcTestCounter *counter, gconstpointer data)
{
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
  yc_test_counter_press (counter, "alt+r");
  yc_test_counter_wait_to_read (counter, "What is wrong?");
  inquiry = send (counter, mine, "公告改为 5 人");
  g_assert_cmpstr (yc_inquiry_get_entry (inquiry), ==, ENTRY);
  g_assert_cmpstr (yc_inquiry_get_question (inquiry), ==, "公告改为 5 人");
  /* The answer lies there as before. */
  yc_test_wait_until (!yc_test_counter_can_read (counter, "What is wrong?"));
  yc_test_counter_find (counter, YC_TYPE_FOUND_PAGE);
}

/* What is asked while a list is gone through was answered from that list. */
static void
test_list_used (YcTestCounter *counter, gconstpointer data)
{
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
  inquiry = send (counter, mine, "家里五个人，水费怎么算？");
  g_assert_cmpint (yc_inquiry_get_kind (inquiry), ==, YC_INQUIRY_CONSULTATION);
  g_assert_cmpstr (yc_inquiry_get_list (inquiry), ==, "water");
  /* Answers that nobody opened were not used. */
  g_assert_cmpstr (yc_inquiry_get_entry (inquiry), ==, "");
  g_assert_cmpstr (yc_inquiry_get_answer (inquiry), ==, "");
}

/* Ctrl+P at an answer: on what was found, and beside a visit that has no plan yet. */
static void
test_print (YcTestCounter *counter, gconstpointer data)
{
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
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
report_gap (YcDesk *desk, YcLiveList *mine)
{
  const YcNewInquiry gap = { .kind = YC_INQUIRY_GAP, .question = "机顶盒押金怎么退？" };
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_record_inquiry_async (desk, &gap, NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL && g_list_model_get_n_items (G_LIST_MODEL (mine)) == 1);
  g_object_unref (yc_desk_record_inquiry_finish (desk, result, NULL));
}

/* Who keeps the knowledge base, at another desk. */
static void
answer_elsewhere (YcTestCounter *counter)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) owner =
      yc_test_desk_new (folder, yc_test_service_get_url (counter->service));
  g_autoptr (YcLiveList) open = NULL;
  g_autoptr (YcInquiry) inquiry = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  yc_test_desk_sign_in (owner, "admin");
  open = yc_desk_create_inquiry_list (owner, YC_INQUIRY_VIEW_OPEN);
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (open)) == 1);
  inquiry = g_list_model_get_item (G_LIST_MODEL (open), 0);
  yc_desk_step_inquiry_async (owner, inquiry, "answer", "到广电营业厅退", NULL, NULL, NULL, NULL,
                              keep_cb, &result);
  yc_test_wait_until (result != NULL);
  g_assert_true (yc_desk_step_inquiry_finish (owner, result, NULL));
}

/* The reporter hears of it at other work, and finds it marked until it was looked at. */
static void
test_heard (YcTestCounter *counter, gconstpointer data)
{
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (counter->desk, YC_INQUIRY_VIEW_MINE);
  GtkWidget *window = GTK_WIDGET (counter->window);

  report_gap (counter->desk, mine);
  g_assert_null (yc_test_ui_find_text (window, "There is an answer: 机顶盒押金怎么退？"));
  answer_elsewhere (counter);
  yc_test_wait_until (
      yc_test_ui_find_text (window, "There is an answer: 机顶盒押金怎么退？") != NULL);
  yc_test_take_picture ("knowledge-heard");
  yc_test_counter_press (counter, "alt+4");
  yc_test_counter_press (counter, "ctrl+Down");
  yc_test_counter_wait_to_read (counter, "到广电营业厅退");
  yc_test_take_picture ("knowledge-mine");
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
#define ADD(name, user, test) \
  g_test_add ("/ui/knowledge-keys/" name, YcTestCounter, user, set_up, test, tear_down)
  ADD ("found", "wangfang", test_found);
  ADD ("list-used", "chenxiao", test_list_used);
  ADD ("print", "chenxiao", test_print);
  ADD ("heard", "chenxiao", test_heard);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knowledge base at the desk: what holds here today, what was changed, a report on its way. */
#include "yc-columns.h"
#include "yc-day.h"
#include "yc-desk-knowledge.h"
#include "yc-difference-label.h"
#include "yc-entry-view.h"
#include "yc-item-panel.h"
#include "yc-knowledge-page.h"
#include "yc-report-sheet.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"

#include <string.h>

#define ENTRY "water-base-headcount"

static gboolean
reads_earlier (gpointer data)
{
  GtkWidget *label = yc_test_ui_find_text (data, "2024-01-01");

  return label != NULL && gtk_widget_get_height (label) > 0;
}

/* In its own town another version holds than elsewhere, and the differences are a key away. */
static void
test_versions (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  GtkWidget *columns = yc_columns_new ();
  GtkWidget *panel = yc_item_panel_new ();
  GtkWidget *window;

  yc_catalog_set_place (catalog, "990119204001");
  yc_columns_set_work (YC_COLUMNS (columns), gtk_label_new ("work"));
  yc_columns_set_end (YC_COLUMNS (columns), panel);
  window = yc_test_ui_show (columns);
  yc_item_panel_show_entry (YC_ITEM_PANEL (panel), catalog, yc_catalog_get_entry (catalog, ENTRY));
  yc_test_ui_settle ();
  g_assert_nonnull (strstr (yc_knowledge_version_get_answer (
                                yc_entry_view_get_version (
                                    yc_item_panel_get_answer (YC_ITEM_PANEL (panel)))), "4 人"));
  g_assert_false (reads_earlier (panel));
  g_assert_true (yc_item_panel_toggle_versions (YC_ITEM_PANEL (panel)));
  yc_test_ui_wait_for (reads_earlier, panel);
  yc_test_take_picture ("knowledge-versions");
  g_assert_true (yc_item_panel_toggle_versions (YC_ITEM_PANEL (panel)));
  g_assert_false (reads_earlier (panel));
  yc_test_ui_close (window);
}

static void
test_place (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  GtkWidget *view, *window;

  yc_catalog_set_place (catalog, "990119201001");
  view = yc_entry_view_new (catalog, yc_catalog_get_entry (catalog, ENTRY));
  window = yc_test_ui_show (view);
  g_assert_nonnull (strstr (yc_knowledge_version_get_answer (
                                yc_entry_view_get_version (YC_ENTRY_VIEW (view))), "5 人"));
  g_assert_nonnull (yc_test_ui_find_text (view, "东城街道"));
  yc_test_ui_close (window);
}

/* Marked by a line, not by colour alone, and in words for who does not see it. */
static void
test_difference (void)
{
  GtkWidget *label = g_object_ref_sink (yc_difference_label_new ("|每年增加48立方米|", "每年增加**<54>**立方米"));

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==,
                   "每年增加<span alpha=\"75%\" background=\"#c01c28\" bgalpha=\"15%\">\u2009<s>48</s>\u2009"
                   "</span><span background=\"#2ec27e\" bgalpha=\"25%\">\u2009<b><u>&lt;54&gt;</u></b>\u2009"
                   "</span>立方米");
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "每年增加 [gone: 48]  [new: <54>] 立方米");
  g_object_unref (label);
}

static gboolean
is_there (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

static gboolean
says_what_it_is_about (gpointer window)
{
  return yc_test_ui_find_text (window, "阶梯水价一户按几人计算") != NULL;
}

/* Written where the clerk stands, sent by itself, in the clerk's list a moment later. */
static void
report (YcDesk *clerk, YcLiveList *mine)
{
  g_autoptr (YcInquiry) inquiry = NULL;
  GtkWidget *work = gtk_entry_new ();
  GtkWidget *window = yc_test_ui_show (work);
  GtkWidget *field, *send;

  yc_report_sheet_present (work, clerk, YC_INQUIRY_MISTAKE, ENTRY, "YS-0101", NULL);
  yc_test_ui_settle ();
  field = yc_test_ui_find (window, GTK_TYPE_TEXT_VIEW, NULL);
  send = yc_test_ui_find (window, GTK_TYPE_BUTTON, "Report (Ctrl+Enter)");
  g_assert_true (gtk_widget_is_focus (field));
  yc_test_ui_wait_for (says_what_it_is_about, window);
  /* Nothing said, nothing to send. */
  g_signal_emit_by_name (send, "clicked");
  g_assert_nonnull (yc_test_ui_find_text (window, "Something is missing"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "公告改为 5 人", -1);
  g_assert_true (gtk_widget_is_sensitive (send));
  yc_test_take_picture ("knowledge-report");
  g_signal_emit_by_name (send, "clicked");
  yc_test_ui_wait_for (is_there, mine);
  inquiry = g_list_model_get_item (G_LIST_MODEL (mine), 0);
  g_assert_cmpint (yc_inquiry_get_kind (inquiry), ==, YC_INQUIRY_MISTAKE);
  g_assert_cmpstr (yc_inquiry_get_entry (inquiry), ==, ENTRY);
  g_assert_cmpstr (yc_inquiry_get_item (inquiry), ==, "YS-0101");
  g_assert_cmpstr (yc_inquiry_get_question (inquiry), ==, "公告改为 5 人");
  yc_test_ui_settle ();
  g_assert_null (yc_test_ui_find (window, GTK_TYPE_TEXT_VIEW, NULL));
  yc_test_ui_close (window);
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_kept (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static YcCommand *
record_passed_on (YcDesk *desk)
{
  YcNewInquiry inquiry = { .kind = YC_INQUIRY_CONSULTATION, .question = "公告改为 5 人",
                           .by_phone = TRUE, .name = "张小明", .phone = "13800005678",
                           .passed_kind = "hotline", .passed_name = "12345", .due = "2026-01-05" };
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_record_inquiry_async (desk, &inquiry, NULL, keep_cb, &result);
  yc_test_ui_wait_for (is_kept, &result);

  return yc_desk_record_inquiry_finish (desk, result, NULL);
}

static gboolean
reads_question (gpointer page)
{
  return yc_test_ui_find_text (page, "公告改为 5 人") != NULL;
}

static gboolean
has_editor (gpointer window)
{
  return yc_test_ui_find (window, GTK_TYPE_BUTTON, "Publish (Ctrl+Enter)") != NULL;
}

static gboolean
is_answered (gpointer mine)
{
  g_autoptr (YcInquiry) inquiry = g_list_model_get_item (mine, 0);

  return inquiry != NULL && yc_inquiry_get_state (inquiry) == YC_INQUIRY_ANSWERED;
}

static gboolean
holds_new (gpointer desk)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  g_autofree char *path = yc_catalog_dup_place_path (catalog);
  g_autofree char *today = yc_day_dup_today ();
  YcKnowledgeVersion *version =
      yc_knowledge_entry_find_version (yc_test_desk_take_entry (desk, ENTRY), path, today);

  return g_str_equal (yc_knowledge_version_get_answer (version), "一户按 5 人计算。");
}

static gboolean
reads_overdue (gpointer page)
{
  return yc_test_ui_find_text (page, "overdue") != NULL;
}

static gboolean
reads_masked (gpointer page)
{
  return yc_test_ui_find_text (page, "138****5678") != NULL;
}

static gboolean
reads_person (gpointer page)
{
  return yc_test_ui_find_text (page, "13800005678") != NULL;
}

static GtkWidget *
find_text_view (GtkWidget *root, const char *label)
{
  return yc_test_ui_find (root, GTK_TYPE_TEXT_VIEW, label);
}

/* A clerk reports; the owner sees it, writes a version with a preview, publishes it; the reporter
 * hears of it and has it. */
static void
test_publish (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestFolder) owner_folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcTestDesk) owner = yc_test_desk_new (owner_folder, yc_test_service_get_url (service));
  g_autoptr (YcLiveList) mine = NULL;
  g_autoptr (YcCommand) consultation = NULL;
  GtkWidget *page, *window, *answer;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_sign_in (owner, "admin");
  yc_test_desk_wait_for_catalog (clerk);
  yc_test_desk_wait_for_catalog (owner);
  mine = yc_desk_create_inquiry_list (clerk, YC_INQUIRY_VIEW_MINE);
  report (clerk, mine);
  page = g_object_new (YC_TYPE_KNOWLEDGE_PAGE, "desk", owner, NULL);
  window = yc_test_ui_show (page);
  yc_page_shown (YC_PAGE (page));
  yc_test_ui_wait_for (reads_question, page);
  yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_NEXT_ITEM);
  yc_test_ui_settle ();
  yc_test_take_picture ("knowledge-page");
  /* The entry's keys work here, too. */
  g_assert_false (reads_earlier (page));
  g_assert_true (yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_VERSIONS));
  yc_test_ui_wait_for (reads_earlier, page);
  g_assert_true (yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_VERSIONS));
  g_signal_emit_by_name (yc_test_ui_find (page, GTK_TYPE_BUTTON, "N_ew version…"), "clicked");
  yc_test_ui_wait_for (has_editor, window);
  answer = find_text_view (window, "Agreed answer, to be said aloud");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (answer)), "一户按 5 人计算。",
                            -1);
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (window, "一户按 5 人计算。"));
  yc_test_take_picture ("knowledge-editor");
  g_signal_emit_by_name (yc_test_ui_find (window, GTK_TYPE_BUTTON, "Publish (Ctrl+Enter)"),
                         "clicked");
  yc_test_ui_wait_for (is_answered, mine);
  yc_test_ui_wait_for (holds_new, clerk);
  /* Passed on and overdue: its person is masked until it is asked for. */
  consultation = record_passed_on (clerk);
  yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_REFRESH);
  yc_test_ui_wait_for (reads_overdue, page);
  yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_NEXT_ITEM);
  yc_test_ui_wait_for (reads_masked, page);
  yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_SHOW_PERSON);
  yc_test_ui_wait_for (reads_person, page);
  yc_test_take_picture ("knowledge-consultation");
  yc_test_ui_close (window);
}

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/knowledge/versions", test_versions);
  g_test_add_func ("/ui/knowledge/place", test_place);
  g_test_add_func ("/ui/knowledge/difference", test_difference);
  g_test_add_func ("/ui/knowledge/report-and-publish", test_publish);

  return g_test_run ();
}

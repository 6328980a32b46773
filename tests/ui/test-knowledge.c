/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knowledge base at the desk: what holds here today, what was changed, a report on its way. */
#include "yc-columns.h"
#include "yc-desk-knowledge.h"
#include "yc-difference-label.h"
#include "yc-entry-view.h"
#include "yc-item-panel.h"
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

/* Written where the clerk stands, sent by itself, in the clerk's list a moment later. */
static void
test_report (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcLiveList) mine = NULL;
  g_autoptr (YcInquiry) inquiry = NULL;
  GtkWidget *work = gtk_entry_new ();
  GtkWidget *window = yc_test_ui_show (work);
  GtkWidget *field, *send;

  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_desk_wait_for_catalog (desk);
  mine = yc_desk_create_inquiry_list (desk, YC_INQUIRY_VIEW_MINE);
  yc_report_sheet_present (work, desk, YC_INQUIRY_MISTAKE, ENTRY, "YS-0101", NULL);
  yc_test_ui_settle ();
  field = yc_test_ui_find (window, GTK_TYPE_TEXT_VIEW, NULL);
  send = yc_test_ui_find (window, GTK_TYPE_BUTTON, "_Report (Ctrl+Enter)");
  g_assert_true (gtk_widget_is_focus (field));
  g_assert_nonnull (yc_test_ui_find_text (window, "阶梯水价一户按几人计算"));
  /* Nothing said, nothing to send. */
  g_assert_false (gtk_widget_is_sensitive (send));
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

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/knowledge/versions", test_versions);
  g_test_add_func ("/ui/knowledge/place", test_place);
  g_test_add_func ("/ui/knowledge/difference", test_difference);
  g_test_add_func ("/ui/knowledge/report", test_report);

  return g_test_run ();
}

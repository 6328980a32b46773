/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page for the citizen beside the clerk's window: it follows what is typed, has nothing on it that
 * concerns only the clerk, pages through what is long, and goes with the case. Real keys. */
#include "yc-citizen-window.h"
#include "yc-form-view.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

static GtkWindow *
find_page (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (YC_IS_CITIZEN_WINDOW (window))
        return window;
    }

  return NULL;
}

static gboolean
reads (const char *text)
{
  GtkWindow *page = find_page ();

  return page != NULL && yc_test_ui_find_text (GTK_WIDGET (page), text) != NULL;
}

static GtkAdjustment *
get_adjustment (void)
{
  GtkWidget *scroller = yc_test_ui_find (GTK_WIDGET (find_page ()), GTK_TYPE_SCROLLED_WINDOW, NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static void
open_page (YcTestCounter *counter)
{
  yc_test_window_focus (counter->window);
  yc_test_counter_press (counter, "F4");
  yc_test_wait_until (find_page () != NULL);
  yc_test_wait_until (reads ("阶梯水费办理证明"));
}

static YcCaseDraft *
open_counter (YcTestCounter *counter)
{
  YcCaseDraft *draft;

  yc_test_counter_open (counter, TRUE);
  yc_test_counter_sign_in (counter, "chenxiao");
  draft = yc_test_counter_fill_draft (counter);
  yc_test_counter_press (counter, "ctrl+3");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_FORM);

  return draft;
}

static void
test_follows (void)
{
  YcTestCounter counter = { 0 };
  YcCaseDraft *draft = open_counter (&counter);
  GtkWidget *view = yc_test_counter_find (&counter, YC_TYPE_FORM_VIEW);

  open_page (&counter);
  g_assert_true (reads ("周伯安"));
  g_assert_true (reads ("20260718"));
  g_assert_true (reads ("东莞市黄江镇北岸社区样例一路 8 号"));
  yc_test_take_picture ("citizen");

  /* The clerk goes on typing in the window behind. */
  yc_test_window_focus (counter.window);
  g_assert_true (yc_form_view_focus_pointer (YC_FORM_VIEW (view), "/meter_account"));
  yc_test_counter_press (&counter, "ctrl+a");
  yc_test_counter_press (&counter, "1");
  yc_test_wait_until (!reads ("20260718"));
  /* It is too short, which is said to the clerk and to nobody else. */
  yc_test_counter_press (&counter, "F2");
  yc_test_counter_wait_to_read (&counter, "1 wrong");
  g_assert_false (reads ("1 wrong"));
  g_assert_false (reads ("应为"));
  yc_form_field_set_text (yc_form_find_field (yc_case_draft_get_form (draft), "/meter_account"),
                          "87654321");
  yc_test_wait_until (reads ("87654321"));
  yc_test_counter_close (&counter);
}

/* Page by page with the keys, and to the field that the clerk is in. */
static void
test_pages (void)
{
  YcTestCounter counter = { 0 };
  GtkWidget *view;

  open_counter (&counter);
  view = yc_test_counter_find (&counter, YC_TYPE_FORM_VIEW);
  open_page (&counter);
  yc_test_wait_until (gtk_adjustment_get_upper (get_adjustment ()) >
                      gtk_adjustment_get_page_size (get_adjustment ()));
  yc_test_window_focus (find_page ());
  yc_test_press (find_page (), "Page_Down");
  yc_test_wait_until (gtk_adjustment_get_value (get_adjustment ()) > 0);
  yc_test_take_picture ("citizen-page-2");
  yc_test_press (find_page (), "Page_Up");
  yc_test_wait_until (gtk_adjustment_get_value (get_adjustment ()) <= 0);

  yc_test_window_focus (counter.window);
  g_assert_true (yc_form_view_focus_pointer (YC_FORM_VIEW (view), "/phone"));
  yc_test_wait_until (gtk_adjustment_get_value (get_adjustment ()) > 0);
  yc_test_counter_close (&counter);
}

/* With its key, with the need, with another citizen's visit, and with the case once it is sent. */
static void
test_goes (void)
{
  YcTestCounter counter = { 0 };

  open_counter (&counter);
  open_page (&counter);
  yc_test_window_focus (find_page ());
  yc_test_press (find_page (), "F4");
  yc_test_wait_until (find_page () == NULL);

  open_page (&counter);
  yc_test_window_focus (counter.window);
  yc_test_counter_press (&counter, "ctrl+1");
  yc_test_wait_until (find_page () == NULL);
  yc_test_counter_press (&counter, "ctrl+3");

  open_page (&counter);
  yc_test_window_focus (counter.window);
  yc_test_counter_press (&counter, "ctrl+t");
  yc_test_wait_until (find_page () == NULL);
  yc_test_counter_press (&counter, "ctrl+shift+Tab");
  yc_test_wait_until (yc_test_counter_get_step (&counter) == YC_STEP_FORM);

  open_page (&counter);
  yc_test_window_focus (counter.window);
  yc_test_counter_press (&counter, "ctrl+4");
  g_assert_nonnull (find_page ());
  yc_test_counter_press (&counter, "ctrl+Return");
  yc_test_wait_until (find_page () == NULL);
  g_assert_cmpint (yc_test_counter_get_step (&counter), ==, YC_STEP_RESULT);
  yc_test_counter_close (&counter);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/citizen/follows", test_follows);
  g_test_add_func ("/ui/citizen/pages", test_pages);
  g_test_add_func ("/ui/citizen/goes", test_goes);

  return g_test_run ();
}

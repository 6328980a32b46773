/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching by the keyboard: hits as one types, arrows choose, Enter takes. */
#include "yc-finder-view.h"
#include "yc-hit-row.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-workplace.h"

typedef struct
{
  YcCatalog *catalog;
  YcFinder  *finder;
  GtkWidget *view;
  GtkWidget *window;
  YcHit     *chosen;
} Fixture;

static void
chosen_cb (YcFinderView *view, YcHit *hit, Fixture *fixture)
{
  g_set_object (&fixture->chosen, hit);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = yc_test_ui_load_catalog ();
  fixture->finder = yc_finder_new ();
  yc_finder_fill_from_catalog (fixture->finder, fixture->catalog);
  fixture->view = yc_finder_view_new ();
  yc_finder_view_set_source (YC_FINDER_VIEW (fixture->view), fixture->finder, fixture->catalog);
  g_signal_connect (fixture->view, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = yc_test_ui_show (fixture->view);
  yc_workplace_begin (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_ui_close (fixture->window);
  g_clear_object (&fixture->chosen);
  g_clear_object (&fixture->finder);
  g_clear_object (&fixture->catalog);
}

static gboolean
has_chosen (gpointer data)
{
  return ((Fixture *) data)->chosen != NULL;
}

static void
test_initials_and_enter (Fixture *fixture, gconstpointer data)
{
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "jtsf");
  g_assert_cmpuint (yc_test_ui_count (fixture->view, YC_TYPE_HIT_ROW), >, 1);

  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_kind (fixture->chosen), ==, "item");
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, "YS-0101");
  g_assert_cmpstr (yc_finder_view_get_text (YC_FINDER_VIEW (fixture->view)), ==, "");
}

static void
test_down_chooses_the_second (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) hits = yc_finder_find (fixture->finder, "水", 9);
  g_autoptr (YcHit) second = g_list_model_get_item (hits, 1);

  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "水");
  yc_test_press (GTK_WINDOW (fixture->window), "Down");
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, yc_hit_get_id (second));
}

static void
test_nothing_found_says_so (Fixture *fixture, gconstpointer data)
{
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "zzzzzz");
  yc_test_ui_settle ();
  g_assert_cmpuint (yc_test_ui_count (fixture->view, YC_TYPE_HIT_ROW), ==, 0);
  g_assert_nonnull (yc_test_ui_find_text (fixture->view, "Nothing found"));
}

static void
test_suggestions_need_an_arrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) suggestions = g_list_store_new (YC_TYPE_HIT);
  g_autoptr (YcHit) hit = yc_hit_new ("item", "YS-0101", "阶梯水费办理证明", NULL, 0, NULL, NULL);

  g_list_store_append (suggestions, hit);
  yc_finder_view_set_suggestions (YC_FINDER_VIEW (fixture->view), G_LIST_MODEL (suggestions));
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_settle ();
  g_assert_null (fixture->chosen);

  yc_test_press (GTK_WINDOW (fixture->window), "Down");
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_true (fixture->chosen == hit);
}

/* A megabyte in the clipboard by mistake: cut, and the window lives. */
static void
test_huge_paste (Fixture *fixture, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');

  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), huge);
  g_assert_cmpuint (strlen (yc_finder_view_get_text (YC_FINDER_VIEW (fixture->view))), <=, 200);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/finder-view/initials", test_initials_and_enter);
  ADD ("/finder-view/down", test_down_chooses_the_second);
  ADD ("/finder-view/nothing", test_nothing_found_says_so);
  ADD ("/finder-view/suggestions", test_suggestions_need_an_arrow);
  ADD ("/finder-view/huge-paste", test_huge_paste);

  return g_test_run ();
}

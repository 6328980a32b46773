/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching by the keyboard: hits as one types, arrows choose, Tab goes from kind to kind, Enter takes. */
#include "yc-finder-view.h"
#include "yc-hit-row.h"
#include "yc-kind-bar.h"
#include "yc-seeker-private.h"
#include "yc-sheet.h"
#include "yc-sound-sheet.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-workplace.h"

#include <string.h>

typedef struct
{
  YcCatalog *catalog;
  YcSeeker  *seeker;
  GtkWidget *view;
  GtkWidget *window;
  YcHit     *chosen;
  guint      wanted;
  char      *kinds;
} Fixture;

static void
chosen_cb (YcFinderView *view, YcHit *hit, Fixture *fixture)
{
  g_set_object (&fixture->chosen, hit);
}

/* @data: not NULL for a field that finds everything */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = yc_test_ui_load_catalog ();
  fixture->seeker = yc_test_ui_load_seeker ();
  fixture->view = g_object_new (YC_TYPE_FINDER_VIEW, "everything", data != NULL, NULL);
  yc_finder_view_set_source (YC_FINDER_VIEW (fixture->view), fixture->seeker, fixture->catalog);
  g_signal_connect (fixture->view, "chosen", G_CALLBACK (chosen_cb), fixture);
  fixture->window = yc_test_ui_show (fixture->view);
  yc_workplace_begin (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_ui_close (fixture->window);
  g_clear_pointer (&fixture->kinds, g_free);
  g_clear_object (&fixture->chosen);
  g_clear_object (&fixture->seeker);
  g_clear_object (&fixture->catalog);
}

static gboolean
has_chosen (gpointer data)
{
  return ((Fixture *) data)->chosen != NULL;
}

/* The hits to be seen, from the first on. */
static GPtrArray *
list_hits (GtkWidget *root, GPtrArray *hits)
{
  if (YC_IS_HIT_ROW (root) && gtk_widget_get_visible (root))
    g_ptr_array_add (hits, yc_hit_row_get_hit (YC_HIT_ROW (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_hits (child, hits);
  return hits;
}

static guint
count_hits (Fixture *fixture)
{
  g_autoptr (GPtrArray) hits = list_hits (fixture->view, g_ptr_array_new ());

  return hits->len;
}

static gboolean
has_hits (gpointer data)
{
  return count_hits (data) > ((Fixture *) data)->wanted;
}

/* Types into the entry as a clipboard does, and waits until more than @least are shown. */
static void
look_for (Fixture *fixture, const char *text, guint least)
{
  fixture->wanted = least;
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), text);
  yc_test_ui_wait_for (has_hits, fixture);
}

static void
test_initials_and_enter (Fixture *fixture, gconstpointer data)
{
  look_for (fixture, "jtsf", 1);
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_kind (fixture->chosen), ==, "item");
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, "YS-0101");
  g_assert_cmpstr (yc_finder_view_get_text (YC_FINDER_VIEW (fixture->view)), ==, "");
}

static void
press_enter_at_once (Fixture *fixture)
{
  g_signal_emit_by_name (yc_test_ui_find (fixture->view, GTK_TYPE_ENTRY, NULL), "activate");
}

static gboolean
says_nothing_found (gpointer data)
{
  GtkWidget *words = yc_test_ui_find_text (((Fixture *) data)->view, "Nothing found");

  return words != NULL && gtk_widget_get_mapped (words);
}

/* Enter follows the last key at once, and the index is slow: it takes the best hit of the words as they
 * were typed, and nothing of what is on the screen still. */
static void
test_enter_waits_for_the_answer (Fixture *fixture, gconstpointer data)
{
  yc_seeker_set_patience (fixture->seeker, 0);
  look_for (fixture, "YS-0101", 0);
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "YS-0102");
  press_enter_at_once (fixture);
  g_assert_null (fixture->chosen);
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, "YS-0102");
  g_clear_object (&fixture->chosen);

  /* Nothing is found: it says so, and the Enter is not kept for other words. */
  look_for (fixture, "YS-0101", 0);
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "zzzzzz");
  press_enter_at_once (fixture);
  yc_test_ui_wait_for (says_nothing_found, fixture);
  g_assert_null (fixture->chosen);
  look_for (fixture, "YS-0103", 0);
  g_assert_null (fixture->chosen);

  /* Another letter follows the Enter: it was about the words before it. */
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "YS-010");
  press_enter_at_once (fixture);
  look_for (fixture, "YS-0102", 0);
  g_assert_null (fixture->chosen);
}

/* Ctrl and a number, then Enter, before the answer: the first hit of that kind. */
static void
test_group_waits_for_the_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = NULL;

  look_for (fixture, "水", 5);
  yc_finder_view_choose_group (YC_FINDER_VIEW (fixture->view), 1);
  {
    g_autoptr (GPtrArray) hits = list_hits (fixture->view, g_ptr_array_new ());

    second = g_strdup (yc_hit_get_id (hits->pdata[0]));
  }
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "");
  yc_seeker_set_patience (fixture->seeker, 0);
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "水");
  g_assert_true (yc_finder_view_choose_group (YC_FINDER_VIEW (fixture->view), 1));
  press_enter_at_once (fixture);
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, second);
}

/* The desk has just started, and the index is not open yet. */
static void
test_enter_waits_for_the_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YcSeeker) seeker = yc_seeker_new ();
  YcSearchBatch *batch = yc_search_batch_new ();

  yc_finder_view_set_source (YC_FINDER_VIEW (fixture->view), seeker, fixture->catalog);
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "试办");
  press_enter_at_once (fixture);
  yc_test_ui_settle ();
  g_assert_null (fixture->chosen);
  yc_search_batch_put (batch, yc_search_document_new ("item", "T-1", "试办事项"));
  yc_seeker_open (seeker, NULL, NULL, 0);
  yc_seeker_follow (seeker, batch, 1, 1);
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, "T-1");
  yc_finder_view_set_source (YC_FINDER_VIEW (fixture->view), fixture->seeker, fixture->catalog);
}

static void
follow (YcSeeker *seeker, const char *id, const char *title, gint64 version, double share)
{
  YcSearchBatch *batch = yc_search_batch_new ();

  yc_search_batch_put (batch, yc_search_document_new ("item", id, title));
  yc_seeker_follow (seeker, batch, version, share);
}

static gboolean
shows_a_hit (gpointer data)
{
  g_autoptr (GPtrArray) hits = list_hits (((Fixture *) data)->view, g_ptr_array_new ());

  return hits->len > 0;
}

static gboolean
is_filling (gpointer seeker)
{
  return yc_seeker_get_state (seeker) == YC_SEEKER_FILLING;
}

/* Half of the catalog is here: what is best of it may not be the best of all. */
static void
test_enter_waits_for_the_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YcSeeker) seeker = yc_seeker_new ();

  yc_seeker_open (seeker, NULL, NULL, 0);
  follow (seeker, "T-2", "说明试办的事项", 1, 0.5);
  yc_test_ui_wait_for (is_filling, seeker);
  yc_finder_view_set_source (YC_FINDER_VIEW (fixture->view), seeker, fixture->catalog);
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "试办");
  press_enter_at_once (fixture);
  yc_test_ui_wait_for (shows_a_hit, fixture);
  yc_test_ui_settle ();
  g_assert_null (fixture->chosen);
  follow (seeker, "T-1", "试办事项", 2, 1);
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, "T-1");
  yc_finder_view_set_source (YC_FINDER_VIEW (fixture->view), fixture->seeker, fixture->catalog);
}

static void
test_down_chooses_the_second (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  g_autoptr (YcHit) second = NULL;

  look_for (fixture, "水", 1);
  second = g_object_ref (list_hits (fixture->view, hits)->pdata[1]);
  yc_test_press (GTK_WINDOW (fixture->window), "Down");
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_chosen, fixture);
  g_assert_cmpstr (yc_hit_get_id (fixture->chosen), ==, yc_hit_get_id (second));
}

static void
gap_cb (YcFinderView *view, const char *text, char **told)
{
  *told = g_strdup (text);
}

static void
test_nothing_found_says_so (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  GtkWidget *button;

  g_signal_connect (fixture->view, "gap", G_CALLBACK (gap_cb), &told);
  g_assert_false (says_nothing_found (fixture));
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "zzzzzz");
  yc_test_ui_wait_for (says_nothing_found, fixture);
  g_assert_cmpuint (count_hits (fixture), ==, 0);
  button = yc_test_ui_find (fixture->view, GTK_TYPE_BUTTON, "Report a gap…");
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (told, ==, "zzzzzz");
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

/* (transfer full): the kinds of the hits to be seen, each once, in their order */
static char *
list_kinds (Fixture *fixture)
{
  g_autoptr (GPtrArray) hits = list_hits (fixture->view, g_ptr_array_new ());
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    if (strstr (kinds->str, yc_hit_get_kind (hits->pdata[i])) == NULL)
      g_string_append_printf (kinds, "%s ", yc_hit_get_kind (hits->pdata[i]));
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static gboolean
shows_other_kinds (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *kinds = list_kinds (fixture);

  return g_strcmp0 (kinds, fixture->kinds) != 0;
}

/* Presses @keys and waits until other kinds are shown than before. */
static void
press_for_kinds (Fixture *fixture, const char *keys)
{
  g_free (fixture->kinds);
  fixture->kinds = list_kinds (fixture);
  yc_test_press (GTK_WINDOW (fixture->window), keys);
  yc_test_ui_wait_for (shows_other_kinds, fixture);
  g_free (fixture->kinds);
  fixture->kinds = list_kinds (fixture);
}

/* All kinds are seen at first; Tab shows the first one alone, then the second, and Shift+Tab goes back. */
static void
test_tab_goes_from_kind_to_kind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_auto (GStrv) kinds = NULL;

  look_for (fixture, "水", 5);
  all = list_kinds (fixture);
  kinds = g_strsplit (all, " ", -1);
  g_assert_cmpuint (g_strv_length (kinds), >, 2);
  press_for_kinds (fixture, "Tab");
  g_assert_cmpstr (g_strstrip (fixture->kinds), ==, kinds[0]);
  press_for_kinds (fixture, "Tab");
  g_assert_cmpstr (g_strstrip (fixture->kinds), ==, kinds[1]);
  press_for_kinds (fixture, "shift+Tab");
  g_assert_cmpstr (g_strstrip (fixture->kinds), ==, kinds[0]);
  press_for_kinds (fixture, "shift+Tab");
  g_assert_cmpstr (fixture->kinds, ==, all);
  g_assert_true (yc_finder_view_choose_group (YC_FINDER_VIEW (fixture->view), 1));
  g_free (fixture->kinds);
  fixture->kinds = list_kinds (fixture);
  g_assert_cmpstr (g_strstrip (fixture->kinds), ==, kinds[1]);
  g_assert_false (yc_finder_view_choose_group (YC_FINDER_VIEW (fixture->view), 20));
}

/* What was chosen last is offered before anything is typed; personal things are not. */
static void
test_chosen_lately (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YcHit) visit = yc_hit_new (YC_KIND_VISIT, "v", "周**", NULL, 0, NULL, NULL);
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_cmpuint (count_hits (fixture), ==, 0);
  look_for (fixture, "YS-0102", 0);
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_chosen, fixture);
  yc_seeker_choose (fixture->seeker, visit);
  look_for (fixture, "", 0);
  hits = list_hits (fixture->view, g_ptr_array_new ());
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (yc_hit_get_id (hits->pdata[0]), ==, "YS-0102");
  g_assert_nonnull (yc_test_ui_find_text (fixture->view, "Looked up lately"));
}

/* The clerk types 水费 as it sounds in the south; the choice is in force at once. */
static void
test_like_sounds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *host = yc_sheet_host_new (), *window, *button;

  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "suifeibanli");
  yc_test_ui_wait_for (says_nothing_found, fixture);
  window = yc_test_ui_show (host);
  yc_sound_sheet_present (fixture->seeker, NULL, host);
  yc_test_ui_settle ();
  button = yc_test_ui_find (host, GTK_TYPE_CHECK_BUTTON, "sh and s");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_assert_cmpint (yc_seeker_get_fuzzy (fixture->seeker), ==, YC_SEARCH_FUZZY_SH_S);
  yc_test_ui_close (window);
  fixture->wanted = 0;
  yc_test_ui_wait_for (has_hits, fixture);
  yc_sound_sheet_apply (fixture->seeker, NULL);
  g_assert_cmpint (yc_seeker_get_fuzzy (fixture->seeker), ==, YC_SEARCH_FUZZY_ALL);
}

/* People are found by name and from the fourth digit of their number on, and shown masked. */
static void
test_people (Fixture *fixture, gconstpointer data)
{
  YcSearchBatch *batch = yc_search_batch_new ();
  YcSearchDocument *document = yc_search_document_new (YC_KIND_VISIT, "v", "周** 阶梯水费");
  g_autoptr (GPtrArray) hits = NULL;

  yc_search_document_set_personal (document, TRUE);
  yc_search_document_add_tag (document, "周明德");
  yc_search_document_add_code (document, "13800135678");
  yc_search_batch_put (batch, document);
  yc_seeker_put (fixture->seeker, batch);
  look_for (fixture, "zhoumingde", 0);
  hits = list_hits (fixture->view, g_ptr_array_new ());
  g_assert_cmpstr (yc_hit_get_id (hits->pdata[0]), ==, "v");
  g_assert_null (yc_test_ui_find_text (fixture->view, "周明德"));
  yc_finder_view_set_text (YC_FINDER_VIEW (fixture->view), "567");
  yc_test_ui_wait_for (says_nothing_found, fixture);
  look_for (fixture, "5678", 0);
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
#define ADD_ALL(path, function) g_test_add (path, Fixture, "all", set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/finder-view/initials", test_initials_and_enter);
  ADD ("/finder-view/enter-at-once", test_enter_waits_for_the_answer);
  ADD_ALL ("/finder-view/kind-at-once", test_group_waits_for_the_answer);
  ADD ("/finder-view/enter-before-index", test_enter_waits_for_the_index);
  ADD ("/finder-view/enter-before-whole", test_enter_waits_for_the_whole);
  ADD ("/finder-view/down", test_down_chooses_the_second);
  ADD ("/finder-view/nothing", test_nothing_found_says_so);
  ADD ("/finder-view/suggestions", test_suggestions_need_an_arrow);
  ADD_ALL ("/finder-view/tab", test_tab_goes_from_kind_to_kind);
  ADD_ALL ("/finder-view/lately", test_chosen_lately);
  ADD_ALL ("/finder-view/people", test_people);
  ADD ("/finder-view/like-sounds", test_like_sounds);
  ADD ("/finder-view/huge-paste", test_huge_paste);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list asked by digits: one question after the other, answers can be changed. */
#include "yc-conversation-view.h"
#include "yc-question-card.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-workplace.h"

typedef struct
{
  YcCatalog *catalog;
  YcPlan    *plan;
  GtkWidget *view;
  GtkWidget *window;
  guint      n_finished;
} Fixture;

static void
finished_cb (YcConversationView *view, Fixture *fixture)
{
  fixture->n_finished++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalog = yc_test_ui_load_catalog ();
  fixture->plan = yc_plan_new (fixture->catalog);
  yc_plan_start (fixture->plan, yc_catalog_get_list (fixture->catalog, "water"));
  fixture->view = yc_conversation_view_new ();
  yc_conversation_view_set_plan (YC_CONVERSATION_VIEW (fixture->view), fixture->plan);
  g_signal_connect (fixture->view, "finished", G_CALLBACK (finished_cb), fixture);
  fixture->window = yc_test_ui_show (fixture->view);
  yc_workplace_begin (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_ui_close (fixture->window);
  g_assert_finalize_object (fixture->plan);
  g_clear_object (&fixture->catalog);
}

static guint
count_answered (Fixture *fixture)
{
  GListModel *questions = yc_plan_get_questions (fixture->plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      if (yc_plan_get_answer (fixture->plan, yc_question_get_key (question)) != NULL)
        n++;
    }

  return n;
}

typedef struct
{
  Fixture *fixture;
  guint    n;
} Count;

static gboolean
is_answered (gpointer data)
{
  Count *count = data;

  return count_answered (count->fixture) == count->n;
}

static void
press (Fixture *fixture, const char *keys, guint n_answered)
{
  Count count = { fixture, n_answered };

  yc_test_press (GTK_WINDOW (fixture->window), keys);
  yc_test_ui_wait_for (is_answered, &count);
}

static YcQuestion *
get_asked (Fixture *fixture)
{
  GtkWidget *card = yc_test_ui_find (fixture->view, YC_TYPE_QUESTION_CARD, NULL);

  return yc_question_card_get_question (YC_QUESTION_CARD (card));
}

static void
test_digit_answers (Fixture *fixture, gconstpointer data)
{
  YcQuestion *first = get_asked (fixture);
  g_autofree char *key = g_strdup (yc_question_get_key (first));

  press (fixture, "2", 1);
  g_assert_true (get_asked (fixture) != first);
  g_assert_cmpstr (json_node_get_string (yc_plan_get_answer (fixture->plan, key)), ==,
                   yc_question_get_choice_value (first, 1));
}

static void
test_backspace_takes_back (Fixture *fixture, gconstpointer data)
{
  YcQuestion *first = get_asked (fixture);

  press (fixture, "1", 1);
  press (fixture, "BackSpace", 0);
  g_assert_true (get_asked (fixture) == first);
}

static void
test_answered_line_changes (Fixture *fixture, gconstpointer data)
{
  YcQuestion *first = get_asked (fixture);
  g_autofree char *label = g_strdup_printf ("Change: %s", yc_question_get_title (first));
  GtkWidget *button;

  press (fixture, "1", 1);
  button = yc_test_ui_find (fixture->view, GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (count_answered (fixture), ==, 0);
}

static void
test_to_the_end (Fixture *fixture, gconstpointer data)
{
  for (guint n = 1; !yc_plan_is_complete (fixture->plan); n++)
    {
      YcQuestion *question = get_asked (fixture);

      g_assert_cmpuint (n, <, 20);
      if (yc_question_get_kind (question) == YC_QUESTION_NUMBER)
        {
          yc_test_press (GTK_WINDOW (fixture->window), "9");
          press (fixture, "Return", n);
        }
      else
        {
          press (fixture, "1", n);
        }
    }

  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_entries (fixture->plan)), >, 0);
}

static YcQuestion *
go_to_number (Fixture *fixture)
{
  press (fixture, "1", 1);
  press (fixture, "1", 2);
  g_assert_cmpint (yc_question_get_kind (get_asked (fixture)), ==, YC_QUESTION_NUMBER);

  return get_asked (fixture);
}

/* Digits belong to the entry where a number is asked for. */
static void
test_number (Fixture *fixture, gconstpointer data)
{
  YcQuestion *question = go_to_number (fixture);
  g_autofree char *key = g_strdup (yc_question_get_key (question));

  yc_test_press (GTK_WINDOW (fixture->window), "1");
  yc_test_press (GTK_WINDOW (fixture->window), "2");
  press (fixture, "Return", 3);
  g_assert_cmpint (json_node_get_int (yc_plan_get_answer (fixture->plan, key)), ==, 12);
}

static gboolean
has_error (gpointer data)
{
  return gtk_widget_get_mapped (yc_test_find_widget (data, "error"));
}

/* What is no number is refused in words, and the question stays. */
static void
test_wrong_number (Fixture *fixture, gconstpointer data)
{
  YcQuestion *question = go_to_number (fixture);

  yc_test_press (GTK_WINDOW (fixture->window), "x");
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (has_error, fixture->view);
  g_assert_true (get_asked (fixture) == question);
  g_assert_cmpuint (count_answered (fixture), ==, 2);
}

typedef struct
{
  Fixture *fixture;
  const char *title;
} Line;

/* Whether the focus is on the answered line of the question called so; NULL: on none. */
static gboolean
is_at (gpointer data)
{
  Line *line = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (line->fixture->window));
  YcQuestion *question = focus != NULL ? g_object_get_data (G_OBJECT (focus), "question") : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, line->fixture->view) &&
         g_strcmp0 (question != NULL ? yc_question_get_title (question) : NULL, line->title) == 0;
}

static void
walk (Fixture *fixture, const char *key, const char *title)
{
  Line line = { fixture, title };

  yc_test_press (GTK_WINDOW (fixture->window), key);
  yc_test_ui_wait_for (is_at, &line);
}

/* Up walks back to an answer, Enter asks for it again, Escape leaves it as it was. */
static void
test_escape_restores (Fixture *fixture, gconstpointer data)
{
  YcQuestion *first = get_asked (fixture);
  g_autofree char *key = g_strdup (yc_question_get_key (first));

  press (fixture, "2", 1);
  walk (fixture, "Up", yc_question_get_title (first));
  press (fixture, "Return", 0);
  g_assert_true (get_asked (fixture) == first);
  press (fixture, "Escape", 1);
  g_assert_cmpstr (json_node_get_string (yc_plan_get_answer (fixture->plan, key)), ==,
                   yc_question_get_choice_value (first, 1));
  g_assert_true (get_asked (fixture) != first);
}

static void
know_age (Fixture *fixture)
{
  g_autoptr (JsonObject) facts = json_object_new ();
  g_autoptr (JsonObject) sources = json_object_new ();

  json_object_set_int_member (facts, "person.age", 36);
  json_object_set_string_member (sources, "person.age", "from the card");
  yc_plan_set_known (fixture->plan, facts, sources, NULL);
}

/* What is known is not asked, and says from where; Up and Down walk through it as through the rest,
 * from a choice of answers as from a field for a place. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  yc_plan_stop (fixture->plan, "water");
  yc_plan_start (fixture->plan, yc_catalog_get_list (fixture->catalog, "insurance"));
  yc_conversation_view_set_catalog (YC_CONVERSATION_VIEW (fixture->view), fixture->catalog);
  yc_workplace_begin (fixture->view);
  know_age (fixture);
  press (fixture, "1", 1);
  walk (fixture, "Up", "想办哪一件事？");
  walk (fixture, "Down", NULL);
  press (fixture, "2", 3);
  g_assert_cmpstr (yc_question_get_id (get_asked (fixture)), ==, "place");
  g_assert_nonnull (yc_test_ui_find_text (fixture->view, "from the card"));
  walk (fixture, "Up", "参保的人几岁？");
  walk (fixture, "Up", "现在由单位缴纳社保吗？");
  walk (fixture, "Up", "想办哪一件事？");
  walk (fixture, "Down", "现在由单位缴纳社保吗？");
  walk (fixture, "Down", "参保的人几岁？");
  walk (fixture, "Down", NULL);
}

typedef struct
{
  Fixture *fixture;
  guint index;
} Choice;

/* Whether the focus is on the answer of that number. */
static gboolean
is_at_choice (gpointer data)
{
  Choice *choice = data;
  YcQuestion *question = get_asked (choice->fixture);
  GtkWidget *answer = yc_test_ui_find (choice->fixture->view, GTK_TYPE_BUTTON,
                                       yc_question_get_choice_title (question, choice->index));

  return answer != NULL && gtk_window_get_focus (GTK_WINDOW (choice->fixture->window)) == answer;
}

static void
step (Fixture *fixture, const char *key, guint index)
{
  Choice choice = { fixture, index };

  yc_test_press (GTK_WINDOW (fixture->window), key);
  yc_test_ui_wait_for (is_at_choice, &choice);
}

/* From the second answer Up goes to the first, and only then to what was answered; from a number too. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (yc_question_get_title (get_asked (fixture)));
  g_autofree char *second = NULL;

  press (fixture, "1", 1);
  second = g_strdup (yc_question_get_title (get_asked (fixture)));
  step (fixture, "Down", 1);
  step (fixture, "Up", 0);
  walk (fixture, "Up", first);
  step (fixture, "Down", 0);
  press (fixture, "1", 2);
  walk (fixture, "Up", second);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/conversation/digit", test_digit_answers);
  ADD ("/conversation/backspace", test_backspace_takes_back);
  ADD ("/conversation/change", test_answered_line_changes);
  ADD ("/conversation/end", test_to_the_end);
  ADD ("/conversation/number", test_number);
  ADD ("/conversation/wrong-number", test_wrong_number);
  ADD ("/conversation/escape", test_escape_restores);
  ADD ("/conversation/known", test_known);
  ADD ("/conversation/walk", test_walk);

  return g_test_run ();
}

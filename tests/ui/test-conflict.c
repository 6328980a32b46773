/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A returned case is mended here and sent in again by somebody else meanwhile: the clerk sees both
 * versions and takes the one or the other; nothing is replaced unseen. Real service, real keys. */
#include "yc-json.h"
#include "yc-outbox.h"
#include "yc-result-step.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

#define OURS "Six tenants, two of them since March"
#define THEIRS "Six tenants, said by telephone"

typedef struct
{
  YcTestCounter counter;
  YcCaseDraft  *draft;
  char         *token;
  char         *path;
} Fixture;

/* What others do at the service */

static void
post (Fixture *fixture, const char *token, const char *what, guint version, const char *body)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", fixture->path, what);
  g_autofree char *headers = g_strdup_printf (
      "If-Match: \"%u\"\r\nIdempotency-Key: other-%u\r\n", version, version);
  g_autoptr (JsonObject) answer = yc_test_service_post (fixture->counter.service, path, token,
                                                        headers, body, 200);

  g_assert_cmpint (json_object_get_int_member (answer, "version"), ==, version + 1);
}

static void
return_case (Fixture *fixture, guint version)
{
  g_autofree char *token = yc_test_service_sign_in (fixture->counter.service, "wangfang");

  post (fixture, token, "decisions", version,
        "{\"decision\":\"return\",\"reason\":\"R-LEASE-SIGN\",\"cause\":\"clerk\"}");
}

static JsonObject *
get_case (Fixture *fixture)
{
  return yc_test_service_get (fixture->counter.service, fixture->path, fixture->token, 200);
}

static const char *
get_reason (JsonObject *a_case)
{
  return json_object_get_string_member (json_object_get_object_member (a_case, "form"), "reason");
}

/* The same clerk at another desk. */
static void
send_in_elsewhere (Fixture *fixture, guint version)
{
  static const char *const members[] = { "catalog_version", "applicant", "answers", "materials",
                                         "form" };
  g_autoptr (JsonObject) a_case = get_case (fixture);
  g_autoptr (JsonNode) body = json_node_init_object (json_node_alloc (), json_object_new ());
  g_autofree char *text = NULL;

  json_object_set_string_member (json_object_get_object_member (a_case, "form"), "reason", THEIRS);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_member (json_node_get_object (body), members[i],
                            json_object_dup_member (a_case, members[i]));
  text = yc_json_write (body);
  post (fixture, fixture->token, "submissions", version, text);
}

/* A returned case on screen, to be mended. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_open (&fixture->counter, TRUE);
  yc_test_counter_sign_in (&fixture->counter, "chenxiao");
  fixture->token = yc_test_service_sign_in (fixture->counter.service, "chenxiao");
  fixture->draft = yc_test_counter_fill_draft (&fixture->counter);
  fixture->path =
      g_strconcat ("/api/v1/cases/", yc_case_draft_get_case_id (fixture->draft), NULL);
  yc_test_desk_submit (fixture->draft);
  yc_test_wait_until (yc_case_draft_get_case (fixture->draft) != NULL);
  return_case (fixture, 1);
  yc_test_wait_until (yc_case_draft_get_state (fixture->draft) == YC_CASE_DRAFT_MENDING);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->token);
  g_free (fixture->path);
  yc_test_counter_close (&fixture->counter);
}

static YcFormField *
get_field (Fixture *fixture)
{
  return yc_form_find_field (yc_case_draft_get_form (fixture->draft), "/reason");
}

static void
mend (Fixture *fixture)
{
  yc_form_field_set_text (get_field (fixture), OURS);
  yc_test_desk_submit (fixture->draft);
}

static gint64
get_version (Fixture *fixture)
{
  return yc_case_get_version (yc_case_draft_get_case (fixture->draft));
}

/* They sent it in and it was returned once more, which is known here, before ours goes. */
static void
meet_conflict (Fixture *fixture)
{
  send_in_elsewhere (fixture, 2);
  return_case (fixture, 3);
  yc_test_wait_until (get_version (fixture) == 4);
  mend (fixture);
  yc_test_wait_until (yc_case_draft_get_state (fixture->draft) == YC_CASE_DRAFT_PARKED);
  g_assert_cmpint (get_version (fixture), ==, 4);
}

/* By the button on the page, or by the key that goes on, which must not lead into mending. */
static void
open_comparison (Fixture *fixture, gboolean by_key)
{
  GtkWidget *step;

  yc_test_counter_press (&fixture->counter, "ctrl+5");
  yc_test_counter_wait_to_read (&fixture->counter, "Somebody else changed this case meanwhile");
  yc_test_take_picture ("conflict-result");
  step = yc_test_counter_find (&fixture->counter, YC_TYPE_RESULT_STEP);
  if (!by_key)
    gtk_widget_grab_focus (yc_test_find_button (step, "Compare both versions"));
  g_assert_false (yc_test_counter_can_read (&fixture->counter, "Mend"));
  yc_test_counter_press (&fixture->counter, by_key ? "ctrl+Return" : "Return");
  yc_test_counter_wait_to_read (&fixture->counter, "Yours, kept here");
  g_assert_true (yc_test_counter_can_read (&fixture->counter, OURS));
  g_assert_true (yc_test_counter_can_read (&fixture->counter, THEIRS));
  yc_test_take_picture ("conflict");
}

static guint
count_parked (Fixture *fixture)
{
  return yc_outbox_get_n_parked (yc_desk_get_outbox (fixture->counter.desk));
}

static void
test_send_ours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;

  meet_conflict (fixture);
  before = get_case (fixture);
  g_assert_cmpstr (get_reason (before), ==, THEIRS);
  open_comparison (fixture, FALSE);
  yc_test_counter_press (&fixture->counter, "alt+m");
  yc_test_wait_until (get_version (fixture) == 5);
  after = get_case (fixture);
  g_assert_cmpstr (get_reason (after), ==, OURS);
  g_assert_cmpstr (json_object_get_string_member (after, "state"), ==, "submitted");
  g_assert_cmpuint (count_parked (fixture), ==, 0);
  yc_test_counter_wait_to_read (&fixture->counter, "With the reviewer");
}

static void
test_keep_theirs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) after = NULL;

  meet_conflict (fixture);
  open_comparison (fixture, TRUE);
  yc_test_counter_press (&fixture->counter, "alt+k");
  yc_test_wait_until (count_parked (fixture) == 0);
  yc_test_wait_until (g_str_equal (yc_form_field_get_text (get_field (fixture)), THEIRS));
  g_assert_cmpint (yc_case_draft_get_state (fixture->draft), ==, YC_CASE_DRAFT_MENDING);
  after = get_case (fixture);
  g_assert_cmpint (json_object_get_int_member (after, "version"), ==, 4);

  /* Going on from theirs meets nothing in the way. */
  mend (fixture);
  yc_test_wait_until (get_version (fixture) == 5);
}

static GtkWidget *
find_outbox (Fixture *fixture)
{
  return yc_test_ui_find (GTK_WIDGET (fixture->counter.window), GTK_TYPE_MENU_BUTTON,
                          "Outbox: 1 to look at");
}

/* Mended while the line was down; theirs is with the reviewer by then, so that ours cannot go. The
 * way there is the corner, and Escape leaves everything as it is. */
static void
test_with_the_reviewer (Fixture *fixture, gconstpointer data)
{
  YcTestCounter *counter = &fixture->counter;
  GtkWidget *button;

  yc_test_counter_cut_line (counter);
  mend (fixture);
  send_in_elsewhere (fixture, 2);
  yc_test_counter_join_line (counter);
  yc_test_wait_until (yc_case_draft_get_state (fixture->draft) == YC_CASE_DRAFT_PARKED);
  yc_test_wait_until (find_outbox (fixture) != NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_outbox (fixture)));
  yc_test_counter_wait_to_read (counter, "The service refuses these as they are");
  yc_test_take_picture ("conflict-corner");
  button = yc_test_find_button (find_outbox (fixture), "Compare both versions");
  gtk_widget_grab_focus (button);
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "Yours, kept here");
  yc_test_take_picture ("conflict-with-reviewer");
  button = yc_test_find_button (GTK_WIDGET (counter->window), "Send _mine again on top");
  g_assert_false (gtk_widget_get_sensitive (button));
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Yours, kept here"));
  g_assert_cmpuint (count_parked (fixture), ==, 1);
  g_assert_cmpstr (yc_form_field_get_text (get_field (fixture)), ==, OURS);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/conflict/send-ours", test_send_ours);
  ADD ("/conflict/keep-theirs", test_keep_theirs);
  ADD ("/conflict/with-the-reviewer", test_with_the_reviewer);

  return g_test_run ();
}

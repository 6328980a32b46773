/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk sees and keeps when something is wrong: the service is down as the day begins, an ID
 * number is mistyped; and two visits side by side. Real keys, real service. */
#include "yc-form-view.h"
#include "yc-material-row.h"
#include "yc-reception-page.h"
#include "yc-sign-in-form.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

#define N_RETURNS 5

/* With @data the line to the service is down from the beginning. */
static void
set_up (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_open (counter, data == NULL);
}

static void
tear_down (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_close (counter);
}

/* The morning begins without the service: it is said, what was typed stays, and once the line is
 * there the same form lets one in. */
static void
test_service_down_at_start (YcTestCounter *counter, gconstpointer data)
{
  GtkWidget *form = yc_test_counter_find (counter, YC_TYPE_SIGN_IN_FORM);
  GtkWidget *user = yc_test_ui_find (form, GTK_TYPE_ENTRY, "User name");
  GtkWidget *password = yc_test_ui_find (form, GTK_TYPE_PASSWORD_ENTRY, "Password");

  gtk_editable_set_text (GTK_EDITABLE (user), "chenxiao");
  gtk_widget_grab_focus (password);
  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "The service cannot be reached");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (user)), ==, "chenxiao");
  yc_test_take_picture ("service-down-at-start");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, YC_TEST_PASSWORD);

  yc_test_counter_join_line (counter);
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "Still empty");
}

/* A mistyped ID number is said beside it, keeps one at the first step, and is mended in place. */
static void
test_wrong_check_digit (YcTestCounter *counter, gconstpointer data)
{
  GtkEditable *number;

  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_begin_item (counter, "周伯安");
  number = yc_test_counter_get_person_entry (counter, "ID number");
  gtk_editable_set_text (number, "990101198103161156");
  yc_test_counter_press (counter, "ctrl+Return");
  g_assert_cmpint (yc_test_counter_get_step (counter), ==, YC_STEP_NEED);
  yc_test_counter_wait_to_read (counter, "check digit");
  g_assert_cmpstr (gtk_editable_get_text (number), ==, "990101198103161156");

  gtk_editable_set_text (number, "990101198103161155");
  yc_test_counter_press (counter, "ctrl+Return");
  g_assert_cmpint (yc_test_counter_get_step (counter), ==, YC_STEP_MATERIALS);
}

static void
assert_citizen (YcTestCounter *counter, YcVisit *visit, const char *name)
{
  g_assert_true (yc_test_counter_get_visit (counter) == visit);
  g_assert_cmpstr (yc_citizen_get_name (yc_visit_get_citizen (visit)), ==, name);
  g_assert_cmpstr (gtk_editable_get_text (yc_test_counter_get_person_entry (counter, "Name")), ==,
                   name);
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (visit)), ==, 1);
}

/* Two people at the counter: each keeps their own, whichever tab is on screen. */
static void
test_visits_side_by_side (YcTestCounter *counter, gconstpointer data)
{
  YcVisit *first, *second;

  yc_test_counter_sign_in (counter, "chenxiao");
  first = yc_test_counter_get_visit (counter);
  yc_test_counter_begin_item (counter, "周伯安");
  yc_test_counter_press (counter, "ctrl+t");
  second = yc_test_counter_get_visit (counter);
  g_assert_true (second != first);
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (second)), ==, 0);
  yc_test_counter_begin_item (counter, "林海燕");

  yc_test_counter_press (counter, "ctrl+Tab");
  assert_citizen (counter, first, "周伯安");
  yc_test_counter_press (counter, "ctrl+shift+Tab");
  assert_citizen (counter, second, "林海燕");
  yc_test_take_picture ("visits-side-by-side");
}

/* The service looks again at what the desk has let pass, and its words reach the clerk. */
static void
test_service_refuses_number (YcTestCounter *counter, gconstpointer data)
{
  YcCaseDraft *draft;
  JsonObject *body;

  yc_test_counter_sign_in (counter, "chenxiao");
  draft = yc_test_counter_fill_draft (counter);
  yc_test_counter_cut_line (counter);
  yc_test_desk_submit (draft);
  body = json_node_get_object (yc_command_get_body (yc_case_draft_get_command (draft)));
  json_object_set_string_member (json_object_get_object_member (body, "applicant"), "id_number",
                                 "990101198103161156");
  yc_test_counter_join_line (counter);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_PARKED);
  yc_test_counter_press (counter, "ctrl+5");
  yc_test_counter_wait_to_read (counter, "The service found mistakes in the form");
  yc_test_take_picture ("service-refuses-number");
  g_assert_true (yc_test_counter_can_read (counter, "ID number: "));
  g_assert_true (yc_case_draft_get_editable (draft));
}

static gboolean
has_focus_on (YcTestCounter *counter, const char *pointer)
{
  GtkWidget *view = yc_test_counter_find (counter, YC_TYPE_FORM_VIEW);
  YcFormField *field = yc_form_view_get_focus_field (YC_FORM_VIEW (view));

  return field != NULL && g_str_equal (yc_form_field_get_pointer (field), pointer);
}

/* What it refuses in the form is marked at the field and listed, until the field is changed. The
 * desk lets nothing wrong pass: the body is made wrong on its way, and the field like it. */
static void
test_service_refuses_field (YcTestCounter *counter, gconstpointer data)
{
  YcCaseDraft *draft;
  YcFormField *field;
  JsonObject *body;

  yc_test_counter_sign_in (counter, "chenxiao");
  draft = yc_test_counter_fill_draft (counter);
  field = yc_form_find_field (yc_case_draft_get_form (draft), "/meter_account");
  yc_test_counter_cut_line (counter);
  yc_test_desk_submit (draft);
  body = json_node_get_object (yc_command_get_body (yc_case_draft_get_command (draft)));
  json_object_set_string_member (json_object_get_object_member (body, "form"), "meter_account",
                                 "12");
  yc_test_counter_join_line (counter);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_PARKED);
  yc_form_field_set_text (field, "12");
  yc_test_counter_press (counter, "ctrl+5");
  yc_test_counter_wait_to_read (counter, "Mend");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (has_focus_on (counter, "/meter_account"));
  yc_test_counter_wait_to_read (counter, "1 refused");
  g_assert_true (yc_test_counter_can_read (counter, "The service refused this: "));
  yc_test_take_picture ("service-refuses-field");
  yc_form_field_set_text (field, "12345678");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "The service refused this: "));
  yc_test_wait_until (!yc_test_counter_can_read (counter, "1 refused"));
}

static void
set_sent_status (YcCaseDraft *draft, guint material, const char *status)
{
  JsonObject *body =
      json_node_get_object (yc_command_get_body (yc_case_draft_get_command (draft)));
  JsonArray *materials = json_object_get_array_member (body, "materials");

  json_object_set_string_member (json_array_get_object_element (materials, material), "status",
                                 status);
}

static gboolean
has_focus_on_material (YcTestCounter *counter, YcDraftMaterial *material)
{
  GtkWidget *focus = gtk_window_get_focus (counter->window);

  return YC_IS_MATERIAL_ROW (focus) &&
         yc_material_row_get_material (YC_MATERIAL_ROW (focus)) == material;
}

/* So is what it refuses among the materials: at the row, listed, and found by its key. */
static void
test_service_refuses_material (YcTestCounter *counter, gconstpointer data)
{
  YcCaseDraft *draft;
  g_autoptr (YcDraftMaterial) second = NULL;
  g_autofree char *words = NULL;

  yc_test_counter_sign_in (counter, "chenxiao");
  draft = yc_test_counter_fill_draft (counter);
  second = g_list_model_get_item (yc_case_draft_get_materials (draft), 1);
  words = g_strdup_printf ("%s · ", yc_draft_material_get_title (second));
  yc_test_counter_cut_line (counter);
  yc_test_desk_submit (draft);
  set_sent_status (draft, 1, "missing");
  yc_test_counter_join_line (counter);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_PARKED);
  yc_draft_material_set_status (second, YC_MATERIAL_MISSING);

  yc_test_counter_press (counter, "ctrl+5");
  yc_test_counter_wait_to_read (counter, "Mend");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (has_focus_on_material (counter, second));
  g_assert_cmpint (yc_test_counter_get_step (counter), ==, YC_STEP_MATERIALS);
  g_assert_true (yc_test_counter_can_read (counter, "The service refused this: "));
  g_assert_true (yc_test_counter_can_read (counter, words));
  yc_test_take_picture ("service-refuses-material");

  yc_test_counter_press (counter, "ctrl+4");
  yc_test_counter_wait_to_read (counter, words);
  yc_test_take_picture ("service-refuses-material-check");
  yc_test_counter_press (counter, "F2");
  yc_test_wait_until (has_focus_on_material (counter, second));
  yc_test_counter_press (counter, "1");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "The service refused this: "));
  g_assert_false (yc_test_counter_can_read (counter, words));
}

static void
return_case (YcTestCounter *counter, const char *token, const char *id)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/cases/%s/decisions", id);
  g_autofree char *headers =
      g_strdup_printf ("If-Match: \"1\"\r\nIdempotency-Key: return-%s\r\n", id);
  g_autoptr (JsonObject) answer = yc_test_service_post (
      counter->service, path, token, headers,
      "{\"decision\":\"return\",\"reason\":\"R-LEASE-SIGN\",\"cause\":\"clerk\"}", 200);
}

/* Milliseconds from the reviewer's decision until the clerk reads it, without any key pressed. */
static guint
time_one_return (YcTestCounter *counter, const char *token)
{
  YcCaseDraft *draft = yc_test_counter_fill_draft (counter);
  gint64 begin;

  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_case_draft_get_case (draft) != NULL);
  yc_test_counter_press (counter, "ctrl+5");
  yc_test_counter_wait_to_read (counter, "With the reviewer");
  begin = g_get_monotonic_time ();
  return_case (counter, token, yc_case_draft_get_case_id (draft));
  yc_test_counter_wait_to_read (counter, "Returned: mend it and send it again");

  return (guint) ((g_get_monotonic_time () - begin) / 1000);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The median of some: one may meet a busy machine, but looking every few seconds would not do. */
static void
test_return_within_a_second (YcTestCounter *counter, gconstpointer data)
{
  g_autofree char *token = yc_test_service_sign_in (counter->service, "wangfang");
  guint times[N_RETURNS];

  yc_test_counter_sign_in (counter, "chenxiao");
  for (guint i = 0; i < N_RETURNS; i++)
    times[i] = time_one_return (counter, token);
  qsort (times, N_RETURNS, sizeof times[0], compare_times);
  g_test_message ("returns on screen after %u to %u ms, median %u ms", times[0],
                  times[N_RETURNS - 1], times[N_RETURNS / 2]);
  g_assert_cmpuint (times[N_RETURNS / 2], <, 1000);
  yc_test_take_picture ("return-within-a-second");
}

#define ADD(path, data, function) g_test_add (path, YcTestCounter, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/window-trouble/service-down-at-start", "down", test_service_down_at_start);
  ADD ("/window-trouble/check-digit", NULL, test_wrong_check_digit);
  ADD ("/window-trouble/service-refuses-number", NULL, test_service_refuses_number);
  ADD ("/window-trouble/service-refuses-field", NULL, test_service_refuses_field);
  ADD ("/window-trouble/service-refuses-material", NULL, test_service_refuses_material);
  ADD ("/window-trouble/return-within-a-second", NULL, test_return_within_a_second);
  ADD ("/window-trouble/visits", NULL, test_visits_side_by_side);

  return g_test_run ();
}

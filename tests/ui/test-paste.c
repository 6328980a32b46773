/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A megabyte on the clipboard of another program, pasted by Ctrl+V wherever text is typed: it is
 * told in words, what stood there stays, and the desk goes on turning meanwhile. */
#include "yc-form-view.h"
#include "yc-reception-page.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"
#include "yc-text-limit.h"

#include <time.h>

#define HUGE "1048576"
#define REFUSED "Nothing was pasted"
/* Of the processor's time, so that a busy machine does not count. */
#define MOST_CPU_MS 200

typedef struct
{
  YcTestCounter counter;
  GSubprocess  *owner;
} Fixture;

static void
let_go (Fixture *fixture)
{
  if (fixture->owner == NULL)
    return;
  g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->owner), NULL, NULL);
  g_subprocess_wait (fixture->owner, NULL, NULL);
  g_clear_object (&fixture->owner);
}

static gboolean
has_text_cb (gpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (data);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return !gdk_clipboard_is_local (clipboard) &&
         gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8");
}

static gboolean
has_nothing_cb (gpointer data)
{
  return !has_text_cb (data);
}

static void
copy_elsewhere (Fixture *fixture, const char *what)
{
  g_autoptr (GError) error = NULL;

  let_go (fixture);
  yc_test_ui_wait_for (has_nothing_cb, fixture->counter.window);
  fixture->owner = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, CLIPBOARD_OWNER,
                                     what, NULL);
  g_assert_no_error (error);
  yc_test_ui_wait_for (has_text_cb, fixture->counter.window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_open (&fixture->counter, TRUE);
  yc_test_counter_sign_in (&fixture->counter, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  let_go (fixture);
  yc_test_counter_close (&fixture->counter);
}

static gint64
get_cpu_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Pastes by Ctrl+V and turns the main loop until the window says @words. */
static void
paste_until (Fixture *fixture, const char *words)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  gint64 longest = 0;

  yc_test_press (fixture->counter.window, "ctrl+v");
  while (!yc_test_counter_can_read (&fixture->counter, words))
    {
      gint64 begin = get_cpu_us ();

      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      longest = MAX (longest, get_cpu_us () - begin);
    }
  g_test_message ("longest turn of the main loop: %.1f ms", (double) longest / 1000);
  g_assert_cmpint (longest / 1000, <, MOST_CPU_MS);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (fixture->counter.window);
}

static char *
dup_text (GtkWidget *focus)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (focus))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = dup_text (get_focus (fixture));

  g_assert_cmpstr (text, ==, expected);
}

/* Also what is selected stays, where a paste that fits would take its place; then one types on. */
static void
check_refusal (Fixture *fixture, const char *before, const char *after, const char *picture)
{
  yc_test_counter_press (&fixture->counter, "ctrl+a");
  paste_until (fixture, REFUSED);
  yc_test_take_picture (picture);
  assert_text (fixture, before);
  yc_test_counter_press (&fixture->counter, "End");
  yc_test_counter_press (&fixture->counter, "7");
  yc_test_ui_settle ();
  assert_text (fixture, after);
  g_assert_false (yc_test_counter_can_read (&fixture->counter, REFUSED));
}

static void
test_need (Fixture *fixture, gconstpointer data)
{
  YcVisit *visit = yc_test_counter_get_visit (&fixture->counter);

  copy_elsewhere (fixture, HUGE);
  gtk_widget_grab_focus (GTK_WIDGET (yc_test_counter_get_need (&fixture->counter)));
  gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), "jtsf");
  check_refusal (fixture, "jtsf", "jtsf7", "paste-need");
  g_assert_cmpstr (yc_visit_get_need (visit), ==, "jtsf7");
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  YcCitizen *citizen = yc_visit_get_citizen (yc_test_counter_get_visit (&fixture->counter));
  GtkEditable *name = yc_test_counter_get_person_entry (&fixture->counter, "Name");
  GtkEditable *number = yc_test_counter_get_person_entry (&fixture->counter, "ID number");

  copy_elsewhere (fixture, HUGE);
  gtk_widget_grab_focus (GTK_WIDGET (name));
  gtk_editable_set_text (name, "Zhou");
  check_refusal (fixture, "Zhou", "Zhou7", "paste-name");
  g_assert_cmpstr (yc_citizen_get_name (citizen), ==, "Zhou7");

  gtk_widget_grab_focus (GTK_WIDGET (number));
  gtk_editable_set_text (number, "99010119");
  check_refusal (fixture, "99010119", "990101197", "paste-id-number");
  g_assert_cmpstr (yc_citizen_get_name (citizen), ==, "Zhou7");
}

/* What comes out of a sheet has its end of line with it. */
static void
test_line_ends (Fixture *fixture, gconstpointer data)
{
  GtkEditable *number = yc_test_counter_get_person_entry (&fixture->counter, "ID number");

  copy_elsewhere (fixture, " 990101198103161155\\r\\n");
  gtk_widget_grab_focus (GTK_WIDGET (number));
  gtk_editable_set_text (number, "99");
  yc_test_counter_press (&fixture->counter, "ctrl+a");
  yc_test_press (fixture->counter.window, "ctrl+v");
  yc_test_wait_until (g_str_equal (gtk_editable_get_text (number), "990101198103161155"));
}

static void
go_to_field (Fixture *fixture, const char *pointer)
{
  GtkWidget *view = yc_test_counter_find (&fixture->counter, YC_TYPE_FORM_VIEW);

  g_assert_true (yc_form_view_focus_pointer (YC_FORM_VIEW (view), pointer));
  yc_test_ui_settle ();
}

static YcForm *
begin_form (Fixture *fixture)
{
  g_autoptr (JsonNode) yes = json_node_init_boolean (json_node_alloc (), TRUE);
  g_autoptr (YcCaseDraft) draft = NULL;
  YcForm *form;

  yc_test_counter_begin_item (&fixture->counter, "周伯安");
  draft = g_list_model_get_item (
      yc_visit_get_drafts (yc_test_counter_get_visit (&fixture->counter)), 0);
  form = yc_case_draft_get_form (draft);
  yc_form_field_set_value (yc_form_find_field (form, "/has_tenants"), yes);
  yc_test_counter_press (&fixture->counter, "ctrl+3");

  return form;
}

/* The form's line, its several lines and a cell of its table. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  YcForm *form = begin_form (fixture);
  YcFormField *address = yc_form_find_field (form, "/water_address");
  YcFormField *reason = yc_form_find_field (form, "/reason");
  g_autofree char *most = g_strnfill (600, 'x');

  copy_elsewhere (fixture, HUGE);
  yc_form_field_set_text (address, "Lane 8, house 3");
  go_to_field (fixture, "/water_address");
  check_refusal (fixture, "Lane 8, house 3", "Lane 8, house 37", "paste-form-line");
  yc_form_field_set_text (reason, "Six tenants\nsince March");
  go_to_field (fixture, "/reason");
  check_refusal (fixture, "Six tenants\nsince March", "Six tenants\nsince March7",
                 "paste-form-area");
  g_assert_cmpstr (yc_form_field_get_text (address), ==, "Lane 8, house 37");
  go_to_field (fixture, "/tenants/0/name");
  paste_until (fixture, REFUSED);
  yc_test_take_picture ("paste-form-cell");

  /* A little too much goes in to be shortened here, and is said as soon as the field is left. */
  copy_elsewhere (fixture, "600");
  go_to_field (fixture, "/reason");
  yc_test_counter_press (&fixture->counter, "ctrl+a");
  yc_test_press (fixture->counter.window, "ctrl+v");
  yc_test_wait_until (g_str_equal (yc_form_field_get_text (reason), most));
  g_assert_false (yc_test_counter_can_read (&fixture->counter, REFUSED));
  yc_test_counter_press (&fixture->counter, "Tab");
  g_assert_nonnull (yc_form_field_get_error (reason));
  yc_test_take_picture ("paste-form-too-long");
}

static gboolean
is_in_note_cb (gpointer data)
{
  return GTK_IS_TEXT_VIEW (gtk_window_get_focus (data));
}

static gboolean
has_left_note_cb (gpointer data)
{
  return !is_in_note_cb (data);
}

static gboolean
is_in_reasons_cb (gpointer data)
{
  return GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (data));
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  YcTestCounter *counter = &fixture->counter;

  yc_test_counter_wait_to_read (counter, "Your decision");
  /* The case can be on screen before the catalog that tells what its form is. */
  yc_test_counter_wait_to_read (counter, "用水地址");
  yc_test_counter_press (counter, "r");
  yc_test_counter_wait_to_read (counter, "Return to the counter: what must be mended?");
  yc_test_ui_wait_for (is_in_reasons_cb, counter->window);
  yc_test_counter_press (counter, "1");
  yc_test_counter_press (counter, "Return");
  yc_test_ui_wait_for (is_in_note_cb, counter->window);
  copy_elsewhere (fixture, HUGE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture))),
                            "page 2 is missing", -1);
  check_refusal (fixture, "page 2 is missing", "page 2 is missing7", "paste-note");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_ui_wait_for (has_left_note_cb, counter->window);
}

#define ADD(path, user, function) g_test_add (path, Fixture, user, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/paste/need", "chenxiao", test_need);
  ADD ("/paste/person", "chenxiao", test_person);
  ADD ("/paste/line-ends", "chenxiao", test_line_ends);
  ADD ("/paste/form", "chenxiao", test_form);
  ADD ("/paste/note", "wangfang", test_note);

  return g_test_run ();
}

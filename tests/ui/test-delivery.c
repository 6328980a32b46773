/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the certificate is sent, from the counter's side: what the applicant is told and asked, what
 * the reviewer reads of it, what became of it, and what is done where it stopped. */
#include "yc-delivery-choice.h"
#include "yc-delivery-line.h"
#include "yc-delivery-list.h"
#include "yc-json.h"
#include "yc-review-sheet.h"
#include "yc-sheet.h"
#include "yc-test-counter.h"
#include "yc-test-receivers.h"
#include "yc-test-window.h"

static void
set_up (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_open (counter, TRUE);
}

static void
tear_down (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_close (counter);
}

#define RECEIVER(title)                                                                          \
  "\"title\":\"" title "\",\"url\":\"http://127.0.0.1:9/\",\"secret_file\":\"secret\""
#define SETTINGS                                                                                 \
  "{\"mail\":{\"url\":\"smtp://127.0.0.1:9\",\"from\":\"post@example.com\",\"starttls\":false},"   \
  "\"portal\":{%s},\"account\":{" RECEIVER ("粤省事") "},"              \
  "\"departments\":[{\"id\":\"water\"," RECEIVER ("黄江供水所") ",\"items\":[\"YS-0101\"],"        \
  "\"fields\":[\"applicant.name\",\"form.meter_account\"]}],"                                    \
  "\"retry\":{\"first_seconds\":0.05,\"most_hours\":0.000001}}"

G_GNUC_FORMAT (1) static const char *
say (const char *words)
{
  return g_dgettext (GETTEXT_PACKAGE, words);
}

/* What the applicant is told that the water works get. */
static char *
dup_duty (void)
{
  g_autofree char *fields =
      g_strconcat (say ("the applicant’s name"), say (", "), "用户编号（水表户号）", NULL);

  return g_strdup_printf (say ("%s: %s"), "黄江供水所", fields);
}

/* Receivers that are not there, or @portal is, and little patience. */
static void
set_up_receivers (YcTestCounter *counter, const char *portal)
{
  g_autofree char *settings =
      g_strdup_printf (SETTINGS, portal != NULL ? portal : RECEIVER ("广东政务服务网"));
  const char *folder = yc_test_service_get_folder (counter->service);
  g_autofree char *path = g_build_filename (folder, "delivery.json", NULL);
  g_autofree char *secret = g_build_filename (folder, "secret", NULL);

  yc_test_service_kill (counter->service);
  g_assert_true (g_file_set_contents_full (secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", -1,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_true (g_file_set_contents (path, settings, -1, NULL));
  yc_test_service_start (counter->service);
  yc_test_counter_join_line (counter);
}

static void
approve (YcTestCounter *counter, YcCaseDraft *draft)
{
  g_autofree char *path =
      g_strdup_printf ("/api/v1/cases/%s/decisions", yc_case_draft_get_case_id (draft));
  g_autofree char *token = yc_test_service_sign_in (counter->service, "wangfang");
  g_autoptr (JsonObject) answer = yc_test_service_post (
      counter->service, path, token, "If-Match: \"1\"\r\nIdempotency-Key: approve-1\r\n",
      "{\"decision\":\"approve\"}", 200);
}

static gboolean
is_sent (gpointer data)
{
  return yc_case_draft_get_case (data) != NULL;
}

static gint64
count_tries (YcCaseDraft *draft)
{
  JsonArray *all = yc_json_get_array (yc_case_get_json (yc_case_draft_get_case (draft)),
                                      "deliveries");

  if (all == NULL || json_array_get_length (all) == 0)
    return 0;

  return json_object_get_int_member (json_array_get_object_element (all, 0), "n_tries");
}

/* At the step where the case is read together, with two boxes ticked. */
static YcCaseDraft *
ask_wish (YcTestCounter *counter)
{
  YcCaseDraft *draft = yc_test_counter_fill_draft (counter);
  GtkWidget *choice;

  yc_test_counter_press (counter, "ctrl+4");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_CHECK);
  choice = yc_test_counter_find (counter, YC_TYPE_DELIVERY_CHOICE);
  yc_test_wait_until (yc_test_ui_find (choice, GTK_TYPE_CHECK_BUTTON, say ("E-mail")) != NULL);
  g_assert_null (yc_test_ui_find (choice, GTK_TYPE_CHECK_BUTTON, say ("City app")));
  gtk_widget_activate (yc_test_ui_find (choice, GTK_TYPE_CHECK_BUTTON, say ("E-mail")));
  gtk_widget_activate (yc_test_ui_find (choice, GTK_TYPE_CHECK_BUTTON, "广东政务服务网"));

  return draft;
}

/* One that is there. */
static char *
write_portal (YcTestReceivers *receivers)
{
  return g_strdup_printf (
      "\"title\":\"广东政务服务网\",\"url\":\"http://127.0.0.1:%d/portal\",\"secret_file\":\"%s/secret\"",
      yc_test_receivers_get_port (receivers, "http"), yc_test_receivers_get_folder (receivers));
}

/* What goes out by rule is told with its fields before anything is agreed to; what is agreed to needs
 * what it takes; what became of it stands by the result. */
static void
test_sent (YcTestCounter *counter, gconstpointer data)
{
  g_autoptr (YcTestReceivers) receivers = yc_test_receivers_new ();
  g_autofree char *portal = write_portal (receivers);
  g_autoptr (JsonObject) arrived = NULL;
  g_autofree char *duty = dup_duty ();
  YcCaseDraft *draft;
  GtkWidget *again;

  set_up_receivers (counter, portal);
  yc_test_counter_sign_in (counter, "chenxiao");
  draft = ask_wish (counter);
  yc_test_counter_wait_to_read (counter, duty);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_counter_wait_to_read (counter, "The e-mail address to send to is missing");
  g_assert_cmpint (yc_test_counter_get_step (counter), ==, YC_STEP_CHECK);
  yc_citizen_set_email (yc_case_draft_get_citizen (draft), "zhou@example.com");
  yc_test_counter_wait_to_read (counter, "Nothing is missing. Read it together, then send with "
                                         "Ctrl+Enter.");
  yc_test_take_picture ("delivery-choice");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_ui_wait_for (is_sent, draft);
  approve (counter, draft);
  arrived = yc_test_receivers_await (receivers, "/portal", 1);
  yc_test_counter_wait_to_read (counter, "Arrived");
  yc_test_counter_wait_to_read (counter, "Not delivered");
  yc_test_take_picture ("delivery-line");
  again = yc_test_ui_find (yc_test_counter_find (counter, YC_TYPE_DELIVERY_LINE), GTK_TYPE_BUTTON,
                           say ("Send again"));
  g_assert_cmpint (count_tries (draft), ==, 1);
  g_signal_emit_by_name (again, "clicked");
  yc_test_wait_until (count_tries (draft) == 2);
}

/* With the line down the applicant is told and asked all the same. */
static void
test_asked_offline (YcTestCounter *counter, gconstpointer data)
{
  g_autofree char *duty = dup_duty ();

  set_up_receivers (counter, NULL);
  yc_test_counter_sign_in (counter, "chenxiao");
  ask_wish (counter);
  yc_test_counter_cut_line (counter);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (counter->desk)));
  yc_test_counter_wait_to_read (counter, duty);
  g_assert_true (yc_test_counter_can_read (counter, "粤省事"));
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = NULL;

  yc_test_wait_until ((button = yc_test_ui_find (root, GTK_TYPE_BUTTON, say (label))) != NULL &&
                      gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The sheet's one entry that is shown. */
static void
type (GtkWidget *sheet, const char *text)
{
  GtkWidget *entry = yc_test_ui_find (sheet, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static GtkWidget *
wait_for_sheet (YcTestCounter *counter)
{
  return yc_test_counter_find (counter, YC_TYPE_SHEET);
}

static gboolean
has_no_sheet (YcTestCounter *counter)
{
  return !yc_sheet_host_is_busy (
      YC_SHEET_HOST (yc_test_counter_find (counter, YC_TYPE_SHEET_HOST)));
}

/* Beside the certificate: one more channel, its address mended, and nothing of it with the line
 * down. */
static void
test_certificate (YcTestCounter *counter, gconstpointer data)
{
  g_autofree char *listed = g_strconcat (say ("Not delivered"), " · ", NULL);
  GtkWidget *list;

  set_up_receivers (counter, NULL);
  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_press (counter, "alt+3");
  list = yc_test_counter_find (counter, YC_TYPE_DELIVERY_LIST);
  yc_test_counter_wait_to_read (counter, "It was sent nowhere.");
  click (list, "Send over another channel…");
  type (wait_for_sheet (counter), "nobody");
  click (wait_for_sheet (counter), "The applicant agrees: send");
  yc_test_counter_wait_to_read (counter, "This is no e-mail address.");
  yc_test_take_picture ("delivery-channel");
  type (wait_for_sheet (counter), "later@example.com");
  click (wait_for_sheet (counter), "The applicant agrees: send");
  yc_test_wait_until (has_no_sheet (counter));
  yc_test_counter_wait_to_read (counter, "l***@example.com");
  yc_test_counter_wait_to_read (counter, "The receiver cannot be reached.");
  yc_test_counter_wait_to_read (counter, listed);
  yc_test_take_picture ("delivery-certificate");
  click (list, "Another address…");
  type (wait_for_sheet (counter), "mended@example.com");
  yc_test_take_picture ("delivery-address");
  click (wait_for_sheet (counter), "Send there");
  yc_test_counter_wait_to_read (counter, "m***@example.com");
  yc_test_counter_cut_line (counter);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (counter->desk)));
  yc_test_counter_press (counter, "ctrl+Down");
  yc_test_counter_wait_to_read (counter, "Where it was sent can be seen when the line is back.");
  g_assert_false (yc_test_counter_can_read (counter, "Send over another channel…"));
  yc_test_take_picture ("delivery-offline");
}

/* The reviewer reads what goes out with the approval. */
static void
test_reviewed (YcTestCounter *counter, gconstpointer data)
{
  g_autofree char *duty = dup_duty (), *channels = NULL, *wish = NULL;
  GtkWidget *sheet = yc_review_sheet_new ();
  GtkWidget *window;
  YcCaseDraft *draft;

  set_up_receivers (counter, NULL);
  yc_test_counter_sign_in (counter, "chenxiao");
  draft = ask_wish (counter);
  yc_citizen_set_email (yc_case_draft_get_citizen (draft), "zhou@example.com");
  yc_test_desk_submit (draft);
  yc_test_ui_wait_for (is_sent, draft);
  yc_review_sheet_set_case (YC_REVIEW_SHEET (sheet), counter->desk, yc_case_draft_get_case (draft),
                            yc_case_draft_get_form (draft), NULL);
  window = yc_test_ui_show (sheet);
  channels = g_strconcat (say ("E-mail"), say (", "), "广东政务服务网", NULL);
  wish = g_strdup_printf (say ("The applicant agrees to be sent the certificate by: %s"), channels);
  g_assert_nonnull (yc_test_ui_find_text (sheet, wish));
  g_assert_nonnull (yc_test_ui_find_text (sheet, duty));
  yc_test_take_picture ("delivery-review");
  yc_test_ui_close (window);
}

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);
  g_test_add ("/ui/delivery/sent", YcTestCounter, NULL, set_up, test_sent, tear_down);
  g_test_add ("/ui/delivery/asked-offline", YcTestCounter, NULL, set_up, test_asked_offline,
              tear_down);
  g_test_add ("/ui/delivery/certificate", YcTestCounter, NULL, set_up, test_certificate, tear_down);
  g_test_add ("/ui/delivery/reviewed", YcTestCounter, NULL, set_up, test_reviewed, tear_down);
  return g_test_run ();
}

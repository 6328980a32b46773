/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate that somebody brings, at the counter: one file for each thing that a check can find,
 * tests/data/verify, on every surface; QR codes scanned by key presses; the file dialog and files that
 * are dropped. Real service, real keys, and the line cut. */
#include "yc-desk-trust.h"
#include "yc-json.h"
#include "yc-mark-signer.h"
#include "yc-sheet.h"
#include "yc-test-counter.h"
#include "yc-test-register.h"
#include "yc-test-window.h"
#include "yc-verify-holder.h"
#include "yc-verify-result.h"
#include "yc-verify-view.h"

#include <string.h>

#define FILES YC_SOURCE "/tests/data/verify/"
#define VOID "ZM01-990119204001-2026-000201-Y"
#define NOT_VOID "ZM01-990119204001-2026-000204-S"
#define ID_NUMBER "990101198103161155"

static void
open_counter (YcTestCounter *self)
{
  yc_test_counter_open (self, TRUE);
  yc_test_register_plant (self->service);
  yc_test_counter_sign_in (self, "chenxiao");
  yc_test_wait_until (yc_test_desk_ask (self->folder, "SELECT count(*) FROM settings "
                                        "WHERE name = 'register'") == 1);
}

static YcVerificationState
wait_for_state (YcVerifyView *view)
{
  yc_test_wait_until (yc_verify_view_get_verification (view) != NULL);

  return yc_verification_get_state (yc_verify_view_get_verification (view));
}

static void
check_state (YcVerifyView *view, YcVerificationState state)
{
  g_assert_cmpstr (yc_verification_state_to_string (wait_for_state (view)), ==,
                   yc_verification_state_to_string (state));
}

/* What is written before the date in @words, in the language of the test. */
static gboolean
shows (YcVerifyView *view, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (g_dgettext (GETTEXT_PACKAGE, words), "%", 2);

  return yc_test_ui_find_text (GTK_WIDGET (view), parts[0]) != NULL;
}

static gboolean
says_of_when (YcVerifyView *view)
{
  return shows (view, "\nThe register cannot be asked now. In the list of %s it is neither void nor "
                      "replaced. Verify it again when the line is back.") ||
         shows (view, "\nThe register cannot be asked now; so says the list of %s.");
}

/* The state at the desk's view. */
static const char *
ask_desk (YcVerifyView *view, const char *name)
{
  g_autofree char *path = g_strconcat (FILES, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  yc_verify_view_check_file (view, file);

  return yc_verification_state_to_string (wait_for_state (view));
}

/* The state by yichuangctl. */
static char *
ask_ctl (YcTestCounter *self, const char *name)
{
  g_autofree char *line = g_strdup_printf (
    "%s certificate verify --json --trust %strust.pem --service %s %s%s", YC_TEST_YICHUANGCTL, FILES,
    yc_test_service_get_url (self->service), FILES, name);
  g_autofree char *output = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (line, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  node = yc_json_parse (output, -1, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (yc_json_get_string (yc_json_node_get_object (node), "state", NULL));
}

static gboolean
page_says (YcTestCounter *self, const char *name, const char *words)
{
  g_autoptr (GBytes) pdf = yc_test_register_load (name);
  g_autoptr (YcTestAnswer) page =
    yc_test_service_post_file (self->service, "/verify?lang=zh", pdf);

  return page->status == 200 && strstr (yc_test_answer_get_text (page), words) != NULL;
}

static void
check_with_line (YcTestCounter *self, YcVerifyView *view, GKeyFile *cases, const char *name)
{
  g_autofree char *asked = g_key_file_get_string (cases, name, "asked", NULL);
  g_autofree char *words = g_key_file_get_string (cases, name, "page", NULL);
  g_autofree char *by_ctl = ask_ctl (self, name);
  const char *at_desk = ask_desk (view, name);
  g_autofree char *picture = g_strdup_printf ("verify-%s", name);

  g_test_message ("| %s | %s | %s | %s |", name, at_desk, by_ctl, words);
  g_assert_cmpstr (at_desk, ==, asked);
  g_assert_cmpstr (by_ctl, ==, asked);
  g_assert_true (page_says (self, name, words));
  yc_test_take_picture (picture);
}

static void
check_without_line (YcVerifyView *view, GKeyFile *cases, const char *name)
{
  g_autofree char *remembered = g_key_file_get_string (cases, name, "remembered", NULL);
  const char *at_desk = ask_desk (view, name);

  g_test_message ("| %s | line down: %s |", name, at_desk);
  g_assert_cmpstr (at_desk, ==, remembered);
  if (yc_verification_get_serial (yc_verify_view_get_verification (view)) != NULL)
    g_assert_true (says_of_when (view));
}

/* Every file on every surface: the desk, yichuangctl with the service, the public page; and the desk
 * with the line down, which knows of void and replaced ones by its copy. */
static void
test_table (void)
{
  YcTestCounter counter = { 0 };
  g_autoptr (GKeyFile) cases = yc_test_register_read_cases ();
  g_auto (GStrv) names = g_key_file_get_groups (cases, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTrust) trust = yc_trust_new_from_file (FILES "trust.pem", &error);
  YcVerifyView *view;
  GtkWindow *window;

  g_assert_no_error (error);
  open_counter (&counter);
  view = YC_VERIFY_VIEW (yc_verify_view_new (counter.desk, trust));
  window = yc_test_window_new (GTK_WIDGET (view), 640, 420);
  for (guint i = 0; names[i] != NULL; i++)
    check_with_line (&counter, view, cases, names[i]);
  yc_test_counter_cut_line (&counter);
  for (guint i = 0; names[i] != NULL; i++)
    check_without_line (view, cases, names[i]);
  yc_test_window_destroy (window);
  yc_test_counter_close (&counter);
}

/* Ctrl+E, wherever the clerk is. */
static YcVerifyView *
open_sheet (YcTestCounter *self)
{
  yc_test_counter_press (self, "ctrl+e");

  return YC_VERIFY_VIEW (yc_test_counter_find (self, YC_TYPE_VERIFY_VIEW));
}

/* As a scanner types: one key for each character, and Enter. */
static void
type (YcTestCounter *self, const char *text)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_printf (keys, "%s ",
                            gdk_keyval_name (gdk_unicode_to_keyval (g_utf8_get_char (c))));
  g_string_append (keys, "Return");
  yc_test_counter_press (self, keys->str);
}

/* (transfer full): the code on a sheet of 周伯安 with this number */
static char *
make_code (const char *serial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcMarkSigner) signer = yc_mark_signer_new_sample (&error);
  g_autofree char *address = g_strconcat ("https://zm.example.cn/verify/", serial, NULL);
  g_autoptr (GDateTime) issued_at = g_date_time_new_utc (2026, 11, 21, 7, 42, 8);
  g_autoptr (JsonObject) essentials = json_object_new ();

  g_assert_no_error (error);
  json_object_set_string_member (essentials, "applicant.name", "ZhouBoAn");
  json_object_set_string_member (essentials, "applicant.id_number", ID_NUMBER);

  return yc_mark_signer_make (signer, address, serial, issued_at, NULL, essentials);
}

static void
enter (YcTestCounter *self, const char *label, const char *text)
{
  GtkWidget *view = yc_test_counter_find (self, YC_TYPE_VERIFY_VIEW);
  GtkWidget *entry = yc_test_ui_find (view, GTK_TYPE_ENTRY, label);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  yc_test_counter_press (self, "Return");
}

static void
scan (YcTestCounter *self, const char *code)
{
  enter (self, "Serial number or QR code", code);
}

/* Whose it is, compared with the code. */
static void
type_holder (YcTestCounter *self, const char *name)
{
  enter (self, "Name on the sheet", name);
  enter (self, "ID number on the sheet", ID_NUMBER);
}

/* With the line there and with it down a code is judged by its own signature, and compared with what
 * stands on the sheet; the next one takes its place. */
static void
test_scanner (void)
{
  YcTestCounter counter = { 0 };
  g_autofree char *void_code = make_code (VOID);
  g_autofree char *code = make_code (NOT_VOID);
  g_autofree char *forged = g_strdup (code);
  YcVerifyView *view;

  open_counter (&counter);
  view = open_sheet (&counter);
  type (&counter, void_code);
  check_state (view, YC_VERIFICATION_VOID);
  scan (&counter, code);
  check_state (view, YC_VERIFICATION_UNKNOWN);
  yc_test_counter_cut_line (&counter);
  scan (&counter, code);
  check_state (view, YC_VERIFICATION_MARK_ONLY);
  yc_test_take_picture ("verify-code");
  type_holder (&counter, "ZhouBoQuan");
  check_state (view, YC_VERIFICATION_WORDS_DIFFER);
  yc_test_take_picture ("verify-code-differs");
  type_holder (&counter, "zhou bo an");
  check_state (view, YC_VERIFICATION_SAMPLE);
  g_assert_true (says_of_when (view));
  yc_test_take_picture ("verify-code-right");
  scan (&counter, void_code);
  check_state (view, YC_VERIFICATION_VOID);
  yc_test_take_picture ("verify-code-void");
  forged[strlen (forged) - 9] ^= 1;
  scan (&counter, forged);
  check_state (view, YC_VERIFICATION_ALTERED);
  scan (&counter, NOT_VOID);
  check_state (view, YC_VERIFICATION_NUMBER_ONLY);
  scan (&counter, "ZM01-990119204001-2026-000204-T");
  check_state (view, YC_VERIFICATION_BAD_NUMBER);
  yc_test_counter_press (&counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "Verify a certificate"));
  yc_test_counter_close (&counter);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static gboolean
has_file (GtkWidget *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return file != NULL;
}

/* The button, the dialog, a file in it, and “Open”. */
static void
open_by_dialog (YcTestCounter *self, YcVerifyView *view, GFile *file)
{
  GtkWidget *dialog;
  GtkWidget *button = yc_test_find_button (GTK_WIDGET (view), "_Open a PDF…");

  g_signal_emit_by_name (button, "clicked");
  yc_test_wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  yc_test_wait_until (has_file (dialog));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static gboolean
drop (YcVerifyView *view, GFile **files, gsize n_files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n_files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }

  return taken;
}

/* A file that is chosen, dropped, no PDF at all, gone, and one without an end. */
static void
test_files (void)
{
  YcTestCounter counter = { 0 };
  g_autoptr (GFile) genuine = g_file_new_for_path (FILES "genuine.pdf");
  g_autoptr (GFile) extended = g_file_new_for_path (FILES "extended.pdf");
  g_autoptr (GFile) script = g_file_new_for_path (FILES "make-verify-files.sh");
  g_autoptr (GFile) nothing = g_file_new_for_path (FILES "nothing.pdf");
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  GFile *both[] = { extended, genuine };
  YcVerifyView *view;

  open_counter (&counter);
  yc_test_counter_press (&counter, "F1");
  yc_test_counter_wait_to_read (&counter, "Verify a certificate that somebody brings");
  yc_test_take_picture ("verify-keys");
  yc_test_counter_press (&counter, "Escape");
  view = open_sheet (&counter);
  open_by_dialog (&counter, view, genuine);
  check_state (view, YC_VERIFICATION_SAMPLE);
  g_assert_true (drop (view, both, 2));
  check_state (view, YC_VERIFICATION_EXTENDED);
  g_assert_false (drop (view, NULL, 0));
  yc_verify_view_check_file (view, script);
  check_state (view, YC_VERIFICATION_BROKEN);
  yc_verify_view_check_file (view, nothing);
  check_state (view, YC_VERIFICATION_BROKEN);
  yc_verify_view_check_file (view, endless);
  check_state (view, YC_VERIFICATION_BROKEN);
  /* The last one is told, whichever is ready first. */
  yc_verify_view_check_file (view, genuine);
  yc_verify_view_check_text (view, VOID);
  check_state (view, YC_VERIFICATION_VOID);
  yc_test_counter_close (&counter);
}

/* A copy of days ago says how many. */
static void
test_old_copy (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) known_at = g_date_time_add_hours (now, -75);
  g_autoptr (YcVerification) verification = yc_verification_new_for_number (VOID);
  g_autoptr (YcRegisteredCertificate) certificate =
    yc_registered_certificate_new_from_copy (VOID, YC_REGISTERED_VALID, NULL, known_at);
  GtkWidget *result = yc_verify_result_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;

  /* Unseen as long as there is nothing to say. */
  gtk_box_append (GTK_BOX (box), result);
  window = yc_test_ui_show (box);
  yc_verify_result_show (YC_VERIFY_RESULT (result), verification, certificate);
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (result, "\nThe list is 3 days old."));
  yc_test_take_picture ("verify-old-copy");
  yc_verify_result_hide (YC_VERIFY_RESULT (result));
  g_assert_false (gtk_widget_get_visible (result));
  yc_test_ui_close (window);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/verify/table", test_table);
  g_test_add_func ("/ui/verify/scanner", test_scanner);
  g_test_add_func ("/ui/verify/files", test_files);
  g_test_add_func ("/ui/verify/old-copy", test_old_copy);

  return g_test_run ();
}

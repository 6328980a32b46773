/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole program in practice mode, with its own service: signed in as the sample clerk, another
 * role by a key, and begun anew. */
#include "yc-application.h"
#include "yc-demo-button.h"
#include "yc-need-step.h"
#include "yc-person-panel.h"
#include "yc-sheet.h"
#include "yc-test-folder.h"
#include "yc-test-service.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-window.h"

#define APPLICANT "周伯安"

/* The true program, while another one stands in its place. */
static char *retry_program;

typedef struct
{
  GApplication *application;
  GtkWindow    *window;
  GSourceFunc   play;
  const char   *text;
} Practice;

static gboolean
can_read (gpointer data)
{
  Practice *practice = data;

  return yc_test_ui_find_text (GTK_WIDGET (practice->window), practice->text) != NULL;
}

static void
wait_to_read (Practice *practice, const char *text)
{
  practice->text = text;
  yc_test_ui_wait_for (can_read, practice);
  yc_test_ui_settle ();
}

static gboolean
is_at_review (gpointer data)
{
  return g_strcmp0 (yc_window_get_place (data), "review") == 0;
}

static gboolean
is_at_reception (gpointer data)
{
  return g_strcmp0 (yc_window_get_place (data), "reception") == 0;
}

static void
press (Practice *practice, const char *keys)
{
  yc_test_press (practice->window, keys);
  yc_test_ui_settle ();
}

static GtkWidget *
find (Practice *practice, GType type, const char *label)
{
  return yc_test_ui_find (GTK_WIDGET (practice->window), type, label);
}

/* Leaves a visit begun, for a citizen who is no sample. */
static void
begin_visit (Practice *practice)
{
  GtkWidget *need = find (practice, YC_TYPE_NEED_STEP, NULL);
  GtkWidget *name;

  gtk_editable_set_text (GTK_EDITABLE (yc_test_ui_find (need, GTK_TYPE_ENTRY, "Need")), "jtsf");
  /* The catalog may still be on its way from the service. */
  wait_to_read (practice, "阶梯水费办理证明");
  press (practice, "Return");
  name = yc_test_ui_find (find (practice, YC_TYPE_PERSON_PANEL, NULL), GTK_TYPE_ENTRY, "Name");
  gtk_editable_set_text (GTK_EDITABLE (name), APPLICANT);
  yc_test_ui_settle ();
  g_assert_null (yc_test_ui_find_text (GTK_WIDGET (practice->window), "Still empty"));
}

static void
change_roles (Practice *practice)
{
  press (practice, "ctrl+shift+2");
  yc_test_ui_wait_for (is_at_review, practice->window);
  press (practice, "ctrl+shift+1");
  yc_test_ui_wait_for (is_at_reception, practice->window);
}

static void
begin_anew (Practice *practice, gboolean surely)
{
  gtk_widget_activate_action (GTK_WIDGET (practice->window), "win.demo-reset", NULL);
  wait_to_read (practice, "All practice cases, visits and certificates are deleted");
  if (surely)
    press (practice, "Tab");
  press (practice, "Return");
}

static gboolean
play_cb (gpointer data)
{
  Practice *practice = data;

  practice->window = gtk_application_get_active_window (GTK_APPLICATION (practice->application));
  g_assert_true (YC_IS_WINDOW (practice->window));
  wait_to_read (practice, "Still empty");
  yc_test_window_focus (practice->window);
  begin_visit (practice);
  change_roles (practice);
  g_assert_null (yc_test_ui_find_text (GTK_WIDGET (practice->window), "Still empty"));

  begin_anew (practice, FALSE);
  g_assert_null (yc_test_ui_find_text (GTK_WIDGET (practice->window), "Still empty"));
  begin_anew (practice, TRUE);
  wait_to_read (practice, "Still empty");
  g_assert_null (yc_test_ui_find_text (GTK_WIDGET (practice->window), APPLICANT));
  yc_test_take_picture ("practice-anew");
  g_application_quit (practice->application);

  return G_SOURCE_REMOVE;
}

/* Practice on a service that others may use too: the key says why it does nothing, and neither the
 * menu nor the help offers it. */
static gboolean
play_elsewhere_cb (gpointer data)
{
  Practice *practice = data;
  GtkWidget *window;

  practice->window = gtk_application_get_active_window (GTK_APPLICATION (practice->application));
  window = GTK_WIDGET (practice->window);
  wait_to_read (practice, "Still empty");
  yc_test_window_focus (practice->window);

  press (practice, "ctrl+shift+0");
  wait_to_read (practice, "It can only be begun anew where that service runs");
  g_assert_null (find (practice, YC_TYPE_SHEET, NULL));
  g_assert_null (yc_test_ui_find_text (window, "Begin practice anew?"));
  yc_test_take_picture ("practice-elsewhere");

  press (practice, "F1");
  wait_to_read (practice, "Change role: 1 clerk to 5 administrator");
  g_assert_null (yc_test_ui_find_text (window, "Begin practice anew"));
  press (practice, "Escape");
  gtk_menu_button_popup (GTK_MENU_BUTTON (yc_test_ui_find (find (practice, YC_TYPE_DEMO_BUTTON, NULL), GTK_TYPE_MENU_BUTTON, NULL)));
  wait_to_read (practice, "Administrator");
  g_assert_null (yc_test_ui_find_text (window, "Begin practice anew"));
  g_application_quit (practice->application);

  return G_SOURCE_REMOVE;
}

/* The practice service does not start: it is said, and trying again goes on once it can. */
static gboolean
play_retry_cb (gpointer data)
{
  Practice *practice = data;

  practice->window = gtk_application_get_active_window (GTK_APPLICATION (practice->application));
  wait_to_read (practice, "The practice service did not start");
  wait_to_read (practice, "call the administrator");
  yc_test_window_focus (practice->window);
  yc_test_take_picture ("practice-does-not-start");
  g_setenv ("YICHUANGD", retry_program, TRUE);
  press (practice, "Return");
  wait_to_read (practice, "Still empty");
  g_application_quit (practice->application);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application, gpointer user_data)
{
  Practice *practice = user_data;

  g_idle_add (practice->play, practice);
}

static void
practise (GSourceFunc play, const char *const *arguments)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcApplication) application = yc_application_new ();
  Practice practice = { .application = G_APPLICATION (application), .play = play };
  const char *first[] = { "yichuang", "--demo", "--data", folder, NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;

  g_strv_builder_addv (builder, first);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), &practice);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), g_strv_length (argv), argv), ==,
                   0);
}

static void
test_roles_and_reset (void)
{
  practise (play_cb, (const char *const[]){ NULL });
}

static void
test_elsewhere (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);

  practise (play_elsewhere_cb,
            (const char *const[]){ "--service", yc_test_service_get_url (service), NULL });
}

static void
test_retry (void)
{
  retry_program = g_strdup (g_getenv ("YICHUANGD"));
  g_setenv ("YICHUANGD", "/bin/false", TRUE);
  practise (play_retry_cb, (const char *const[]){ NULL });
  g_clear_pointer (&retry_program, g_free);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/roles-and-reset", test_roles_and_reset);
  g_test_add_func ("/practice/elsewhere", test_elsewhere);
  g_test_add_func ("/practice/retry", test_retry);

  return g_test_run ();
}

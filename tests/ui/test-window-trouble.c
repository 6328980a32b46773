/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk sees and keeps when something is wrong: the service is down as the day begins, an ID
 * number is mistyped; and two visits side by side. Real keys, real service. */
#include "yc-need-step.h"
#include "yc-person-panel.h"
#include "yc-proxy.h"
#include "yc-reception-page.h"
#include "yc-shortcuts.h"
#include "yc-sign-in-form.h"
#include "yc-step-line.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-window.h"

#include <stdlib.h>

typedef struct
{
  YcTestService *service;
  YcProxy       *line;
  YcTestFolder  *folder;
  YcDesk        *desk;
  GtkWindow     *window;
} Fixture;

/* What is waited for: a text that can be read somewhere in the window. */
typedef struct
{
  Fixture    *fixture;
  const char *text;
} Reading;

static gboolean
can_read (gpointer data)
{
  Reading *reading = data;

  return yc_test_ui_find_text (GTK_WIDGET (reading->fixture->window), reading->text) != NULL;
}

static void
wait_to_read (Fixture *fixture, const char *text)
{
  Reading reading = { fixture, text };

  yc_test_ui_wait_for (can_read, &reading);
}

static GtkApplication *
get_application (void)
{
  static AdwApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return GTK_APPLICATION (application);

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  yc_shortcuts_install (GTK_APPLICATION (application));

  return GTK_APPLICATION (application);
}

static gboolean
is_window_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
join_line (Fixture *fixture)
{
  const char *colon = g_strrstr (yc_test_service_get_url (fixture->service), ":");

  yc_proxy_set_target (fixture->line, (guint16) strtoul (colon + 1, NULL, 10));
}

/* With @data the line to the service is down from the beginning. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = NULL;
  guint16 port;

  fixture->service = yc_test_service_new (TRUE, NULL);
  fixture->line = yc_proxy_new (&port);
  if (data == NULL)
    join_line (fixture);
  url = g_strdup_printf ("http://127.0.0.1:%u", port);
  fixture->folder = yc_test_folder_new ();
  fixture->desk = yc_test_desk_new (fixture->folder, url);
  fixture->window = GTK_WINDOW (yc_window_new (get_application (), TRUE));
  yc_window_set_desk (YC_WINDOW (fixture->window), fixture->desk);
  gtk_window_present (fixture->window);
  yc_test_ui_wait_for (is_window_mapped, fixture->window);
  yc_test_window_focus (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_window_set_desk (YC_WINDOW (fixture->window), NULL);
  yc_test_window_destroy (fixture->window);
  yc_test_desk_free (fixture->desk);
  yc_test_folder_free (fixture->folder);
  yc_proxy_free (fixture->line);
  yc_test_service_free (fixture->service);
}

static void
sign_in (Fixture *fixture)
{
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  yc_test_desk_wait_for_catalog (fixture->desk);
  yc_test_ui_settle ();
}

static void
press (Fixture *fixture, const char *keys)
{
  yc_test_press (fixture->window, keys);
  yc_test_ui_settle ();
}

static GtkWidget *
find_shown (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* On screen: the visits that are not keep their widgets. */
static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = find_shown (GTK_WIDGET (fixture->window), type);

  g_assert_nonnull (found);

  return found;
}

static YcVisit *
get_visit (Fixture *fixture)
{
  return yc_reception_page_get_visit (
      YC_RECEPTION_PAGE (find (fixture, YC_TYPE_RECEPTION_PAGE)));
}

static YcStep
get_step (Fixture *fixture)
{
  return yc_step_line_get_current (YC_STEP_LINE (find (fixture, YC_TYPE_STEP_LINE)));
}

static GtkEditable *
get_person_entry (Fixture *fixture, const char *label)
{
  return GTK_EDITABLE (
      yc_test_ui_find (find (fixture, YC_TYPE_PERSON_PANEL), GTK_TYPE_ENTRY, label));
}

/* Takes up the tiered-water certificate for somebody. */
static void
begin_item (Fixture *fixture, const char *name)
{
  GtkWidget *need = find (fixture, YC_TYPE_NEED_STEP);

  gtk_editable_set_text (GTK_EDITABLE (yc_test_ui_find (need, GTK_TYPE_ENTRY, "Need")), "jtsf");
  press (fixture, "Return");
  gtk_editable_set_text (get_person_entry (fixture, "Name"), name);
  yc_test_ui_settle ();
}

/* The morning begins without the service: it is said, what was typed stays, and once the line is
 * there the same form lets one in. */
static void
test_service_down_at_start (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = find (fixture, YC_TYPE_SIGN_IN_FORM);
  GtkWidget *user = yc_test_ui_find (form, GTK_TYPE_ENTRY, "User name");
  GtkWidget *password = yc_test_ui_find (form, GTK_TYPE_PASSWORD_ENTRY, "Password");

  gtk_editable_set_text (GTK_EDITABLE (user), "chenxiao");
  gtk_widget_grab_focus (password);
  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  press (fixture, "Return");
  wait_to_read (fixture, "The service cannot be reached");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (user)), ==, "chenxiao");
  yc_test_take_picture ("service-down-at-start");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, YC_TEST_PASSWORD);

  join_line (fixture);
  press (fixture, "Return");
  wait_to_read (fixture, "Still empty");
}

/* A mistyped ID number is said beside it, keeps one at the first step, and is mended in place. */
static void
test_wrong_check_digit (Fixture *fixture, gconstpointer data)
{
  GtkEditable *number;

  sign_in (fixture);
  begin_item (fixture, "周伯安");
  number = get_person_entry (fixture, "ID number");
  gtk_editable_set_text (number, "990101198103161156");
  press (fixture, "ctrl+Return");
  g_assert_cmpint (get_step (fixture), ==, YC_STEP_NEED);
  wait_to_read (fixture, "check digit");
  g_assert_cmpstr (gtk_editable_get_text (number), ==, "990101198103161156");

  gtk_editable_set_text (number, "990101198103161155");
  press (fixture, "ctrl+Return");
  g_assert_cmpint (get_step (fixture), ==, YC_STEP_MATERIALS);
}

static void
assert_citizen (Fixture *fixture, YcVisit *visit, const char *name)
{
  g_assert_true (get_visit (fixture) == visit);
  g_assert_cmpstr (yc_citizen_get_name (yc_visit_get_citizen (visit)), ==, name);
  g_assert_cmpstr (gtk_editable_get_text (get_person_entry (fixture, "Name")), ==, name);
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (visit)), ==, 1);
}

/* Two people at the counter: each keeps their own, whichever tab is on screen. */
static void
test_visits_side_by_side (Fixture *fixture, gconstpointer data)
{
  YcVisit *first, *second;

  sign_in (fixture);
  first = get_visit (fixture);
  begin_item (fixture, "周伯安");
  press (fixture, "ctrl+t");
  second = get_visit (fixture);
  g_assert_true (second != first);
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (second)), ==, 0);
  begin_item (fixture, "林海燕");

  press (fixture, "ctrl+Tab");
  assert_citizen (fixture, first, "周伯安");
  press (fixture, "ctrl+shift+Tab");
  assert_citizen (fixture, second, "林海燕");
  yc_test_take_picture ("visits-side-by-side");
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/window-trouble/service-down-at-start", "down", test_service_down_at_start);
  ADD ("/window-trouble/check-digit", NULL, test_wrong_check_digit);
  ADD ("/window-trouble/visits", NULL, test_visits_side_by_side);

  return g_test_run ();
}

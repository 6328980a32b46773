/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole window with a real desk and a real service, worked by real key presses. */
#include "yc-form-view.h"
#include "yc-item-panel.h"
#include "yc-need-step.h"
#include "yc-person-panel.h"
#include "yc-reception-page.h"
#include "yc-search-button.h"
#include "yc-session-private.h"
#include "yc-sheet.h"
#include "yc-shortcuts.h"
#include "yc-sign-in-form.h"
#include "yc-step-line.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-window.h"

typedef struct
{
  YcTestService *service;
  char          *folder;
  YcDesk        *desk;
  GtkWindow     *window;
} Fixture;

static gboolean
is_window_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/* One for all tests: a bus has room for one application of a process. */
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->service = yc_test_service_new (TRUE, NULL);
  fixture->folder = yc_test_folder_new ();
  fixture->desk = yc_test_desk_new (fixture->folder, yc_test_service_get_url (fixture->service));
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
  yc_test_service_free (fixture->service);
}

static void
sign_in (Fixture *fixture, const char *user)
{
  yc_test_desk_sign_in (fixture->desk, user);
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
find (Fixture *fixture, GType type, const char *label)
{
  return yc_test_ui_find (GTK_WIDGET (fixture->window), type, label);
}

static YcVisit *
get_visit (Fixture *fixture)
{
  GtkWidget *page = find (fixture, YC_TYPE_RECEPTION_PAGE, NULL);

  g_assert_nonnull (page);

  return yc_reception_page_get_visit (YC_RECEPTION_PAGE (page));
}

static YcCaseDraft *
get_draft (Fixture *fixture)
{
  g_autoptr (YcCaseDraft) draft =
      g_list_model_get_item (yc_visit_get_drafts (get_visit (fixture)), 0);

  return draft;
}

static gboolean
has_focus_in (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

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

static void
test_sign_in (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = find (fixture, YC_TYPE_SIGN_IN_FORM, NULL);
  GtkWidget *user = yc_test_ui_find (form, GTK_TYPE_ENTRY, "User name");
  GtkWidget *password = yc_test_ui_find (form, GTK_TYPE_PASSWORD_ENTRY, "Password");

  gtk_editable_set_text (GTK_EDITABLE (user), "chenxiao");
  gtk_widget_grab_focus (password);
  gtk_editable_set_text (GTK_EDITABLE (password), "wrong");
  press (fixture, "Return");
  wait_to_read (fixture, "User name or password is wrong");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "");
  yc_test_wait_until (has_focus_in (fixture, password));

  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  press (fixture, "Return");
  wait_to_read (fixture, "Still empty");
  yc_test_wait_until (has_focus_in (fixture, find (fixture, YC_TYPE_NEED_STEP, NULL)));
}

static void
type_citizen (Fixture *fixture)
{
  GtkWidget *panel = find (fixture, YC_TYPE_PERSON_PANEL, NULL);

  yc_test_wait_until (has_focus_in (fixture, panel));
  gtk_editable_set_text (GTK_EDITABLE (yc_test_ui_find (panel, GTK_TYPE_ENTRY, "Name")), "周伯安");
  gtk_editable_set_text (GTK_EDITABLE (yc_test_ui_find (panel, GTK_TYPE_ENTRY, "ID number")),
                         "990101198103161155");
}

static void
begin_item (Fixture *fixture)
{
  GtkWidget *need = find (fixture, YC_TYPE_NEED_STEP, NULL);
  GtkWidget *entry = yc_test_ui_find (need, GTK_TYPE_ENTRY, "Need");

  gtk_editable_set_text (GTK_EDITABLE (entry), "jtsf");
  press (fixture, "Return");
  yc_test_wait_until (get_draft (fixture) != NULL);
}

static void
fill_form (Fixture *fixture)
{
  static const char *const fields[][2] = {
    { "/meter_account", "0731998812" }, { "/water_address", "黄江镇北岸社区二区 18 号" },
    { "/own_residents", "5" },          { "/reason", "申请增加计费人口" },
    { "/phone", "10000000101" },
  };
  YcForm *form = yc_case_draft_get_form (get_draft (fixture));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    yc_form_set_text (form, fields[i][0], fields[i][1], NULL);
  yc_form_field_choose (yc_form_find_field (form, "/relation"), 0);
  yc_form_field_choose (yc_form_find_field (form, "/tenure"), 0);
  yc_form_set_text (form, "/has_tenants", "false", NULL);
}

static void
bring_materials (Fixture *fixture)
{
  GListModel *materials = yc_case_draft_get_materials (get_draft (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      yc_draft_material_set_status (material, YC_MATERIAL_COMPLETE);
    }
}

static YcStep
get_step (Fixture *fixture)
{
  return yc_step_line_get_current (YC_STEP_LINE (find (fixture, YC_TYPE_STEP_LINE, NULL)));
}

static gboolean
is_sent (gpointer data)
{
  return yc_case_draft_get_case (data) != NULL;
}

/* From the need to the reviewer, by Enter and Ctrl+Enter. */
static void
submit (Fixture *fixture)
{
  begin_item (fixture);
  type_citizen (fixture);
  press (fixture, "ctrl+Return");
  yc_test_wait_until (get_step (fixture) == YC_STEP_MATERIALS);
  bring_materials (fixture);
  press (fixture, "ctrl+Return");
  yc_test_wait_until (get_step (fixture) == YC_STEP_FORM);
  fill_form (fixture);
  press (fixture, "ctrl+Return");
  yc_test_wait_until (get_step (fixture) == YC_STEP_CHECK);
  press (fixture, "ctrl+Return");
  yc_test_ui_wait_for (is_sent, get_draft (fixture));
  yc_test_wait_until (get_step (fixture) == YC_STEP_RESULT);
}

static void
test_submit (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "chenxiao");
  submit (fixture);
  wait_to_read (fixture, "With the reviewer");
}

/* What is missing keeps one where it is missing. */
static void
test_gaps_hold_back (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "chenxiao");
  begin_item (fixture);
  press (fixture, "ctrl+Return");
  yc_test_wait_until (get_step (fixture) == YC_STEP_NEED);
  yc_test_wait_until (has_focus_in (fixture, find (fixture, YC_TYPE_PERSON_PANEL, NULL)));

  type_citizen (fixture);
  press (fixture, "ctrl+3");
  press (fixture, "ctrl+Return");
  yc_test_wait_until (get_step (fixture) == YC_STEP_FORM);
  yc_test_wait_until (has_focus_in (fixture, find (fixture, YC_TYPE_FORM_VIEW, NULL)));

  press (fixture, "ctrl+4");
  press (fixture, "ctrl+Return");
  g_assert_cmpint (get_step (fixture), !=, YC_STEP_RESULT);
  g_assert_cmpint (yc_case_draft_get_state (get_draft (fixture)), ==, YC_CASE_DRAFT_DRAFT);
}

static gboolean
has_attention (gpointer data)
{
  return yc_visit_get_attention (data);
}

static void
return_case (Fixture *fixture, const char *id, const char *field)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/cases/%s/decisions", id);
  g_autofree char *token = yc_test_service_sign_in (fixture->service, "wangfang");
  g_autofree char *body = g_strdup_printf (
      "{\"decision\":\"return\",\"reason\":\"R-LEASE-SIGN\",\"cause\":\"clerk\",\"field\":\"%s\","
      "\"note\":\"第 3 页\"}", field);
  g_autoptr (JsonObject) answer = yc_test_service_post (
      fixture->service, path, token, "If-Match: \"1\"\r\nIdempotency-Key: return-1\r\n", body, 200);
}

static void
test_return_is_shown_and_mended (Fixture *fixture, gconstpointer data)
{
  YcVisit *visit;
  g_autofree char *id = NULL;

  sign_in (fixture, "chenxiao");
  submit (fixture);
  visit = get_visit (fixture);
  id = g_strdup (yc_case_draft_get_case_id (get_draft (fixture)));
  press (fixture, "ctrl+t");
  yc_test_wait_until (get_visit (fixture) != visit);
  return_case (fixture, id, "materials/lease");
  yc_test_ui_wait_for (has_attention, visit);

  press (fixture, "ctrl+Tab");
  yc_test_wait_until (get_visit (fixture) == visit);
  wait_to_read (fixture, "Returned: mend it and send it again");
  g_assert_false (yc_visit_get_attention (visit));

  press (fixture, "ctrl+Return");
  yc_test_wait_until (get_step (fixture) == YC_STEP_MATERIALS);
  wait_to_read (fixture, "租赁合同缺签名页");
  press (fixture, "ctrl+4");
  press (fixture, "ctrl+Return");
  wait_to_read (fixture, "With the reviewer");
}

static gboolean
has_sheet (gpointer data)
{
  return yc_test_ui_find (data, YC_TYPE_SHEET, NULL) != NULL;
}

static gboolean
has_no_sheet (gpointer data)
{
  return !has_sheet (data);
}

/* The session ends in the middle of a form: a sheet asks for the password, nothing is lost. */
static void
test_expired_session (Fixture *fixture, gconstpointer data)
{
  YcSession *session = yc_desk_get_session (fixture->desk);
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (YcTestAnswer) answer = NULL;
  GtkWidget *sheet, *password;
  YcCaseDraft *draft;

  sign_in (fixture, "chenxiao");
  begin_item (fixture);
  type_citizen (fixture);
  bring_materials (fixture);
  fill_form (fixture);
  draft = get_draft (fixture);
  json = yc_session_to_json (session);
  answer = yc_test_service_request (fixture->service, "DELETE", "/api/v1/sessions/current",
                                    json_object_get_string_member (
                                        json_node_get_object (json), "token"),
                                    NULL, NULL);

  press (fixture, "alt+2");
  press (fixture, "F5");
  yc_test_ui_wait_for (has_sheet, fixture->window);
  sheet = find (fixture, YC_TYPE_SHEET, NULL);
  press (fixture, "Escape");
  g_assert_nonnull (find (fixture, YC_TYPE_SHEET, NULL));
  password = yc_test_ui_find (sheet, GTK_TYPE_PASSWORD_ENTRY, "Password");
  g_assert_true (has_focus_in (fixture, password));
  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  press (fixture, "Return");
  yc_test_ui_wait_for (has_no_sheet, fixture->window);

  press (fixture, "alt+1");
  g_assert_true (get_draft (fixture) == draft);
  press (fixture, "ctrl+4");
  press (fixture, "ctrl+Return");
  yc_test_ui_wait_for (is_sent, draft);
}

/* Closing asks while something was begun and not sent; Enter alone closes nothing. */
static void
test_close_visit_asks (Fixture *fixture, gconstpointer data)
{
  YcVisits *visits = yc_desk_get_visits (fixture->desk);

  sign_in (fixture, "chenxiao");
  begin_item (fixture);
  type_citizen (fixture);
  bring_materials (fixture);
  press (fixture, "ctrl+w");
  yc_test_ui_wait_for (has_sheet, fixture->window);
  press (fixture, "Return");
  yc_test_ui_wait_for (has_no_sheet, fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visits)), ==, 1);
}

static void
test_empty_visits_are_not_piled_up (Fixture *fixture, gconstpointer data)
{
  YcVisits *visits = yc_desk_get_visits (fixture->desk);

  sign_in (fixture, "chenxiao");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visits)), ==, 1);
  press (fixture, "ctrl+t");
  press (fixture, "ctrl+t");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visits)), ==, 1);
}

static gboolean
is_reviewer (gpointer data)
{
  return yc_session_get_role (data) == YC_ROLE_REVIEWER;
}

static void
test_role_key (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "chenxiao");
  g_assert_cmpstr (yc_window_get_place (YC_WINDOW (fixture->window)), ==, "reception");
  press (fixture, "alt+2");
  yc_test_wait_until (g_strcmp0 (yc_window_get_place (YC_WINDOW (fixture->window)),
                                 "cases") == 0);
  press (fixture, "ctrl+shift+2");
  yc_test_ui_wait_for (is_reviewer, yc_desk_get_session (fixture->desk));
  yc_test_wait_until (g_strcmp0 (yc_window_get_place (YC_WINDOW (fixture->window)),
                                 "review") == 0);
}

/* Looks for the certificate of the tiered water price, as anybody may from anywhere. */
static void
search (Fixture *fixture)
{
  GtkWidget *button = find (fixture, YC_TYPE_SEARCH_BUTTON, NULL);
  GtkWidget *entry = yc_test_ui_find (button, GTK_TYPE_ENTRY, NULL);

  press (fixture, "ctrl+k");
  yc_test_wait_until (gtk_widget_get_mapped (entry) && has_focus_in (fixture, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "jtsf");
  press (fixture, "Return");
}

static void
test_search_takes_an_item (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "chenxiao");
  press (fixture, "alt+2");
  search (fixture);
  yc_test_wait_until (g_strcmp0 (yc_window_get_place (YC_WINDOW (fixture->window)),
                                 "reception") == 0);
  g_assert_nonnull (get_draft (fixture));
}

/* Who receives nobody reads what was found on a sheet. */
static void
test_search_shows_an_item (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, "wangfang");
  search (fixture);
  yc_test_ui_wait_for (has_sheet, fixture->window);
  g_assert_nonnull (yc_test_ui_find (find (fixture, YC_TYPE_SHEET, NULL), YC_TYPE_ITEM_PANEL,
                                     NULL));
  press (fixture, "Escape");
  yc_test_ui_wait_for (has_no_sheet, fixture->window);
}

static void
test_every_action_exists (Fixture *fixture, gconstpointer data)
{
  gsize n;
  const YcShortcut *shortcuts = yc_shortcuts_get_all (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), name + 4));
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/window/sign-in", test_sign_in);
  ADD ("/window/submit", test_submit);
  ADD ("/window/gaps", test_gaps_hold_back);
  ADD ("/window/return", test_return_is_shown_and_mended);
  ADD ("/window/expired-session", test_expired_session);
  ADD ("/window/close-visit", test_close_visit_asks);
  ADD ("/window/empty-visits", test_empty_visits_are_not_piled_up);
  ADD ("/window/role", test_role_key);
  ADD ("/window/search", test_search_takes_an_item);
  ADD ("/window/search-without-reception", test_search_shows_an_item);
  ADD ("/window/actions", test_every_action_exists);

  return g_test_run ();
}

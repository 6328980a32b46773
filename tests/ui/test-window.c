/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole window with a real desk and a real service, worked by real key presses. */
#include "yc-finder-view.h"
#include "yc-form-view.h"
#include "yc-hit-list.h"
#include "yc-item-panel.h"
#include "yc-json.h"
#include "yc-need-step.h"
#include "yc-person-panel.h"
#include "yc-search-button.h"
#include "yc-session-private.h"
#include "yc-sheet.h"
#include "yc-shortcuts.h"
#include "yc-sign-in-form.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"
#include "yc-visit-tabs.h"
#include "yc-window.h"

#include <string.h>

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

static YcCaseDraft *
get_draft (YcTestCounter *counter)
{
  g_autoptr (YcCaseDraft) draft =
      g_list_model_get_item (yc_visit_get_drafts (yc_test_counter_get_visit (counter)), 0);

  return draft;
}

static gboolean
has_focus_in (YcTestCounter *counter, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (counter->window);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
test_sign_in (YcTestCounter *counter, gconstpointer data)
{
  GtkWidget *form = yc_test_counter_find (counter, YC_TYPE_SIGN_IN_FORM);
  GtkWidget *user = yc_test_ui_find (form, GTK_TYPE_ENTRY, "User name");
  GtkWidget *password = yc_test_ui_find (form, GTK_TYPE_PASSWORD_ENTRY, "Password");

  gtk_editable_set_text (GTK_EDITABLE (user), "chenxiao");
  gtk_widget_grab_focus (password);
  gtk_editable_set_text (GTK_EDITABLE (password), "wrong");
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "User name or password is wrong");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "");
  yc_test_wait_until (has_focus_in (counter, password));

  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "Still empty");
  yc_test_wait_until (has_focus_in (counter, yc_test_counter_find (counter, YC_TYPE_NEED_STEP)));
}

static void
type_citizen (YcTestCounter *counter)
{
  yc_test_wait_until (
      has_focus_in (counter, yc_test_counter_find (counter, YC_TYPE_PERSON_PANEL)));
  gtk_editable_set_text (yc_test_counter_get_person_entry (counter, "Name"), "周伯安");
  gtk_editable_set_text (yc_test_counter_get_person_entry (counter, "ID number"),
                         "990101198103161155");
}

static void
fill_form (YcTestCounter *counter)
{
  static const char *const fields[][2] = {
    { "/meter_account", "0731998812" }, { "/water_address", "黄江镇北岸社区二区 18 号" },
    { "/own_residents", "5" },          { "/reason", "申请增加计费人口" },
    { "/phone", "10000000101" },
  };
  YcForm *form = yc_case_draft_get_form (get_draft (counter));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    yc_form_set_text (form, fields[i][0], fields[i][1], NULL);
  yc_form_field_choose (yc_form_find_field (form, "/relation"), 0);
  yc_form_field_choose (yc_form_find_field (form, "/tenure"), 0);
  yc_form_set_text (form, "/has_tenants", "false", NULL);
}

static void
bring_materials (YcTestCounter *counter)
{
  GListModel *materials = yc_case_draft_get_materials (get_draft (counter));

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      yc_draft_material_set_status (material, YC_MATERIAL_COMPLETE);
    }
}

static gboolean
is_sent (gpointer data)
{
  return yc_case_draft_get_case (data) != NULL;
}

/* From the need to the page that is read together. */
static void
fill_until_check (YcTestCounter *counter)
{
  yc_test_counter_take_item (counter);
  type_citizen (counter);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_MATERIALS);
  bring_materials (counter);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_FORM);
  fill_form (counter);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_CHECK);
}

/* From the need to the reviewer, by Enter and Ctrl+Enter. */
static void
submit (YcTestCounter *counter)
{
  fill_until_check (counter);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_ui_wait_for (is_sent, get_draft (counter));
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_RESULT);
}

static void
test_submit (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "chenxiao");
  submit (counter);
  yc_test_counter_wait_to_read (counter, "With the reviewer");
}

/* What is missing keeps one where it is missing. */
static void
test_gaps_hold_back (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_take_item (counter);
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_NEED);
  yc_test_wait_until (has_focus_in (counter, yc_test_counter_find (counter, YC_TYPE_PERSON_PANEL)));

  type_citizen (counter);
  yc_test_counter_press (counter, "ctrl+3");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_FORM);
  yc_test_wait_until (has_focus_in (counter, yc_test_counter_find (counter, YC_TYPE_FORM_VIEW)));

  yc_test_counter_press (counter, "ctrl+4");
  yc_test_counter_press (counter, "ctrl+Return");
  g_assert_cmpint (yc_test_counter_get_step (counter), !=, YC_STEP_RESULT);
  g_assert_cmpint (yc_case_draft_get_state (get_draft (counter)), ==, YC_CASE_DRAFT_DRAFT);
}

static gboolean
has_attention (gpointer data)
{
  return yc_visit_get_attention (data);
}

static void
return_case (YcTestCounter *counter, const char *id, const char *field)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/cases/%s/decisions", id);
  g_autofree char *token = yc_test_service_sign_in (counter->service, "wangfang");
  g_autofree char *body = g_strdup_printf (
      "{\"decision\":\"return\",\"reason\":\"R-LEASE-SIGN\",\"cause\":\"clerk\",\"field\":\"%s\","
      "\"note\":\"第 3 页\"}", field);
  g_autoptr (JsonObject) answer = yc_test_service_post (
      counter->service, path, token, "If-Match: \"1\"\r\nIdempotency-Key: return-1\r\n", body, 200);
}

static void
test_return_is_shown_and_mended (YcTestCounter *counter, gconstpointer data)
{
  YcVisit *visit;
  g_autofree char *id = NULL;

  yc_test_counter_sign_in (counter, "chenxiao");
  submit (counter);
  visit = yc_test_counter_get_visit (counter);
  id = g_strdup (yc_case_draft_get_case_id (get_draft (counter)));
  yc_test_counter_press (counter, "ctrl+t");
  yc_test_wait_until (yc_test_counter_get_visit (counter) != visit);
  return_case (counter, id, "materials/lease");
  yc_test_ui_wait_for (has_attention, visit);

  yc_test_counter_press (counter, "ctrl+Tab");
  yc_test_wait_until (yc_test_counter_get_visit (counter) == visit);
  yc_test_counter_wait_to_read (counter, "Returned: mend it and send it again");
  g_assert_false (yc_visit_get_attention (visit));

  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_wait_until (yc_test_counter_get_step (counter) == YC_STEP_MATERIALS);
  yc_test_counter_wait_to_read (counter, "租赁合同缺签名页");
  yc_test_counter_press (counter, "ctrl+4");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_counter_wait_to_read (counter, "With the reviewer");
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
test_expired_session (YcTestCounter *counter, gconstpointer data)
{
  YcSession *session = yc_desk_get_session (counter->desk);
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (YcTestAnswer) answer = NULL;
  GtkWidget *sheet, *password;
  YcCaseDraft *draft;

  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_take_item (counter);
  type_citizen (counter);
  bring_materials (counter);
  fill_form (counter);
  draft = get_draft (counter);
  json = yc_session_to_json (session);
  answer = yc_test_service_request (counter->service, "DELETE", "/api/v1/sessions/current",
                                    json_object_get_string_member (
                                        json_node_get_object (json), "token"),
                                    NULL, NULL);

  yc_test_counter_press (counter, "alt+2");
  yc_test_counter_press (counter, "F5");
  yc_test_ui_wait_for (has_sheet, counter->window);
  sheet = yc_test_counter_find (counter, YC_TYPE_SHEET);
  yc_test_counter_press (counter, "Escape");
  g_assert_nonnull (yc_test_counter_find (counter, YC_TYPE_SHEET));
  password = yc_test_ui_find (sheet, GTK_TYPE_PASSWORD_ENTRY, "Password");
  g_assert_true (has_focus_in (counter, password));
  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  yc_test_counter_press (counter, "Return");
  yc_test_ui_wait_for (has_no_sheet, counter->window);

  yc_test_counter_press (counter, "alt+1");
  g_assert_true (get_draft (counter) == draft);
  yc_test_counter_press (counter, "ctrl+4");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_ui_wait_for (is_sent, draft);
}

/* Closing asks while something was begun and not sent; Enter alone closes nothing. */
static void
test_close_visit_asks (YcTestCounter *counter, gconstpointer data)
{
  YcVisits *visits = yc_desk_get_visits (counter->desk);

  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_take_item (counter);
  type_citizen (counter);
  bring_materials (counter);
  yc_test_counter_press (counter, "ctrl+w");
  yc_test_ui_wait_for (has_sheet, counter->window);
  yc_test_counter_press (counter, "Return");
  yc_test_ui_wait_for (has_no_sheet, counter->window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visits)), ==, 1);
}

/* The tab of the visit that is shown, in @widget. */
static GtkWidget *
find_current_tab (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "visit-tab") && gtk_widget_has_css_class (widget, "current"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_current_tab (child);
  return found;
}

static gboolean
shows_current_tab (YcTestCounter *counter)
{
  GtkWidget *tabs = yc_test_counter_find (counter, YC_TYPE_VISIT_TABS);
  GtkWidget *scroller = gtk_widget_get_first_child (tabs);
  GtkWidget *tab = find_current_tab (tabs);
  graphene_rect_t bounds;

  return tab != NULL && gtk_widget_compute_bounds (tab, scroller, &bounds) &&
         bounds.size.width > 0 && bounds.origin.x >= -1 &&
         bounds.origin.x + bounds.size.width <= gtk_widget_get_width (scroller) + 1;
}

/* With more visits than there is room for tabs, the current one is among those to be seen. */
static void
test_many_visits (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "chenxiao");
  for (guint i = 0; i < 9; i++)
    {
      yc_test_counter_take_item (counter);
      type_citizen (counter);
      yc_test_counter_press (counter, "ctrl+t");
      yc_test_wait_until (shows_current_tab (counter));
    }
  yc_test_counter_press (counter, "ctrl+Tab");
  yc_test_wait_until (shows_current_tab (counter));
}

static void
test_empty_visits_are_not_piled_up (YcTestCounter *counter, gconstpointer data)
{
  YcVisits *visits = yc_desk_get_visits (counter->desk);

  yc_test_counter_sign_in (counter, "chenxiao");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visits)), ==, 1);
  yc_test_counter_press (counter, "ctrl+t");
  yc_test_counter_press (counter, "ctrl+t");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visits)), ==, 1);
}

static gboolean
is_reviewer (gpointer data)
{
  return yc_session_get_role (data) == YC_ROLE_REVIEWER;
}

static void
test_role_key (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "chenxiao");
  g_assert_cmpstr (yc_window_get_place (YC_WINDOW (counter->window)), ==, "reception");
  yc_test_counter_press (counter, "alt+2");
  yc_test_wait_until (g_strcmp0 (yc_window_get_place (YC_WINDOW (counter->window)),
                                 "cases") == 0);
  yc_test_counter_press (counter, "ctrl+shift+2");
  yc_test_ui_wait_for (is_reviewer, yc_desk_get_session (counter->desk));
  yc_test_wait_until (g_strcmp0 (yc_window_get_place (YC_WINDOW (counter->window)),
                                 "review") == 0);
}

/* Looks for the certificate of the tiered water price, as anybody may from anywhere. */
static void
search (YcTestCounter *counter)
{
  GtkWidget *button = yc_test_counter_find (counter, YC_TYPE_SEARCH_BUTTON);
  GtkWidget *entry = yc_test_ui_find (button, GTK_TYPE_ENTRY, NULL);

  yc_test_counter_press (counter, "ctrl+k");
  yc_test_wait_until (gtk_widget_get_mapped (entry) && has_focus_in (counter, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "jtsf");
  yc_test_counter_press (counter, "Return");
}

static void
test_search_takes_an_item (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_press (counter, "alt+2");
  search (counter);
  yc_test_wait_until (g_strcmp0 (yc_window_get_place (YC_WINDOW (counter->window)),
                                 "reception") == 0);
  g_assert_nonnull (get_draft (counter));
}

static int
get_natural_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* A popover that grew and shrank with every key would jump, and be painted twice. */
static void
test_search_keeps_its_height (YcTestCounter *counter, gconstpointer data)
{
  GtkWidget *button, *finder, *hits;
  int height;

  yc_test_counter_sign_in (counter, "chenxiao");
  button = yc_test_counter_find (counter, YC_TYPE_SEARCH_BUTTON);
  finder = yc_test_ui_find (button, YC_TYPE_FINDER_VIEW, NULL);
  hits = yc_test_ui_find (button, YC_TYPE_HIT_LIST, NULL);
  height = get_natural_height (finder);
  yc_test_counter_look_for (counter, "证明", "item");
  g_assert_cmpuint (yc_hit_list_get_n_hits (YC_HIT_LIST (hits)), ==, YC_HIT_LIST_MOST);
  g_assert_cmpint (get_natural_height (finder), ==, height);
  yc_test_counter_press (counter, "Escape");
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!gtk_widget_get_mapped (finder));
}

static YcHit *
open_hit (YcTestCounter *counter, const char *words, const char *kind)
{
  YcHit *hit = g_object_ref (yc_test_counter_look_for (counter, words, kind));

  yc_test_counter_press (counter, "Return");

  return hit;
}

static gboolean
shows_visit (YcTestCounter *counter, const char *id)
{
  return g_strcmp0 (yc_window_get_place (YC_WINDOW (counter->window)), "reception") == 0 &&
         g_str_equal (yc_visit_get_id (yc_test_counter_get_visit (counter)), id);
}

/* A citizen who waits, from another place of the window. */
static void
open_visit (YcTestCounter *counter)
{
  g_autofree char *id = g_strdup (yc_visit_get_id (yc_test_counter_get_visit (counter)));
  g_autoptr (YcHit) hit = NULL;

  yc_citizen_set_name (yc_visit_get_citizen (yc_test_counter_get_visit (counter)), "欧阳若兰");
  yc_test_counter_press (counter, "ctrl+t");
  g_assert_false (shows_visit (counter, id));
  yc_test_counter_press (counter, "alt+2");
  hit = open_hit (counter, "ouyangruolan", YC_KIND_VISIT);
  g_assert_null (strstr (yc_hit_get_title (hit), "若兰"));
  yc_test_wait_until (shows_visit (counter, id));
}

static gboolean
has_rows (gpointer list)
{
  return g_list_model_get_n_items (list) > 0;
}

static gboolean
shows_case (YcTestCounter *counter, const char *id)
{
  YcVisit *visit = yc_test_counter_get_visit (counter);

  return visit != NULL && yc_visit_find_draft (visit, id) != NULL;
}

/* A case of the clerk's that the service has, by its number. */
static void
open_case (YcTestCounter *counter)
{
  g_autoptr (YcLiveList) cases = yc_desk_create_case_list (counter->desk, YC_CASE_VIEW_MINE, NULL);
  g_autoptr (YcHit) hit = NULL;
  g_autoptr (YcCase) first = NULL;

  yc_test_ui_wait_for (has_rows, cases);
  first = g_list_model_get_item (G_LIST_MODEL (cases), 0);
  hit = open_hit (counter, yc_case_get_number (first), YC_KIND_CASE);
  g_assert_cmpstr (yc_hit_get_id (hit), ==, yc_case_get_id (first));
  yc_test_wait_until (shows_case (counter, yc_hit_get_id (hit)));
}

/* A place with those above it, on a sheet. */
static void
open_place (YcTestCounter *counter)
{
  g_autoptr (YcHit) hit = open_hit (counter, "gangbei", YC_KIND_PLACE);

  g_assert_cmpstr (yc_hit_get_title (hit), ==, "岗贝社区");
  yc_test_ui_wait_for (has_sheet, counter->window);
  g_assert_true (yc_test_counter_can_read (counter, "东莞市 / 东城街道 / 岗贝社区"));
  yc_test_counter_press (counter, "Escape");
  yc_test_ui_wait_for (has_no_sheet, counter->window);
}

/* A material that several items ask for is there once; one of them is taken. */
static void
open_material (YcTestCounter *counter)
{
  g_autoptr (YcHit) hit = open_hit (counter, "申请人居民身份证", YC_KIND_MATERIAL);
  g_autoptr (GListModel) items = yc_catalog_items_asking_for (
      yc_desk_get_catalog (counter->desk), yc_hit_get_title (hit));
  g_autoptr (YcItem) second = g_list_model_get_item (items, 1);
  g_autoptr (YcPlanEntry) taken = NULL;
  YcPlan *plan = yc_visit_get_plan (yc_test_counter_get_visit (counter));

  g_assert_cmpuint (g_list_model_get_n_items (items), >, 1);
  g_assert_nonnull (strstr (yc_hit_get_snippet (hit), "、"));
  yc_test_ui_wait_for (has_sheet, counter->window);
  yc_test_take_picture ("search-material");
  yc_test_counter_press (counter, "Down");
  yc_test_counter_press (counter, "Return");
  yc_test_ui_wait_for (has_no_sheet, counter->window);
  taken = g_list_model_get_item (yc_plan_get_entries (plan), 0);
  g_assert_true (yc_plan_entry_get_item (taken) == second);
}

/* What was chosen comes first the next time, and before anything is typed; nothing personal does. */
static void
open_again (YcTestCounter *counter)
{
  static const char *const words = "证明";
  g_autoptr (YcHit) usual = g_object_ref (yc_test_counter_look_for (counter, words, YC_KIND_ITEM));
  g_autoptr (YcHit) rare = NULL;
  g_autoptr (YcHit) now = NULL;
  g_autoptr (YcHit) recent = NULL;

  yc_test_counter_press (counter, "Down");
  rare = g_object_ref (yc_test_counter_get_selected (counter));
  g_assert_cmpstr (yc_hit_get_kind (rare), ==, YC_KIND_ITEM);
  g_assert_cmpstr (yc_hit_get_id (rare), !=, yc_hit_get_id (usual));
  yc_test_counter_press (counter, "Return");
  now = open_hit (counter, words, YC_KIND_ITEM);
  g_assert_cmpstr (yc_hit_get_id (now), ==, yc_hit_get_id (rare));
  recent = g_object_ref (yc_test_counter_look_for (counter, "", YC_KIND_ITEM));
  g_assert_true (yc_test_counter_can_read (counter, "Looked up lately"));
  g_assert_cmpstr (yc_hit_get_id (recent), ==, yc_hit_get_id (rare));
  yc_test_counter_press (counter, "Down");
  g_assert_cmpstr (yc_hit_get_kind (yc_test_counter_get_selected (counter)), ==, YC_KIND_MATERIAL);
  yc_test_counter_press (counter, "Down");
  g_assert_cmpstr (yc_hit_get_kind (yc_test_counter_get_selected (counter)), ==, YC_KIND_PLACE);
  yc_test_take_picture ("search-lately");
  yc_test_counter_press (counter, "Escape");
}

/* Whatever Ctrl+K finds is a key away, wherever the clerk stands. */
static void
test_search_opens (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "chenxiao");
  open_visit (counter);
  open_case (counter);
  open_place (counter);
  yc_test_counter_press (counter, "ctrl+t");
  open_material (counter);
  yc_test_counter_press (counter, "ctrl+t");
  open_again (counter);
}

/* Who receives nobody reads what was found on a sheet. */
static void
test_search_shows_an_item (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_sign_in (counter, "wangfang");
  search (counter);
  yc_test_ui_wait_for (has_sheet, counter->window);
  yc_test_counter_find (counter, YC_TYPE_ITEM_PANEL);
  yc_test_counter_press (counter, "Escape");
  yc_test_ui_wait_for (has_no_sheet, counter->window);
}

static void
test_every_action_exists (YcTestCounter *counter, gconstpointer data)
{
  gsize n;
  const YcShortcut *shortcuts = yc_shortcuts_get_all (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (shortcuts[i].action == NULL)
        continue;
      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (counter->window), name + 4));
    }
}

#define ADD(path, function) g_test_add (path, YcTestCounter, NULL, set_up, function, tear_down)

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
  ADD ("/window/many-visits", test_many_visits);
  ADD ("/window/role", test_role_key);
  ADD ("/window/search", test_search_takes_an_item);
  ADD ("/window/search-height", test_search_keeps_its_height);
  ADD ("/window/search-opens", test_search_opens);
  ADD ("/window/search-without-reception", test_search_shows_an_item);
  ADD ("/window/actions", test_every_action_exists);

  return g_test_run ();
}

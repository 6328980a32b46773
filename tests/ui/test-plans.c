/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans saved, found, handed over and taken back by keys alone. Real service, real keys. */
#include "yc-day.h"
#include "yc-desk-plans.h"
#include "yc-hand-over-watch.h"
#include "yc-json.h"
#include "yc-page.h"
#include "yc-plans-view.h"
#include "yc-reception-page.h"
#include "yc-saved-plan-line.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

#include <string.h>

#define ID_NUMBER "990101198103161155"

static YcSavedPlan *
get_plan (YcTestCounter *counter)
{
  return yc_visit_get_saved_plan (yc_test_counter_get_visit (counter));
}

static void
load_plan (YcTestCounter *counter)
{
  YcVisit *visit = yc_test_counter_get_visit (counter);
  g_autoptr (JsonNode) json = yc_json_parse (
      "{\"lists\":[],\"answers\":{},\"items\":[\"YS-0101\",\"GA-0301\"]}", -1, NULL, NULL);

  yc_citizen_set_name (yc_visit_get_citizen (visit), "周伯安");
  yc_citizen_set_id_number (yc_visit_get_citizen (visit), ID_NUMBER);
  g_assert_true (yc_plan_load_json (yc_visit_get_plan (visit), json, NULL));
}

/* Types the ID number of the citizen into the second field of the sheet. */
static void
find_by_id_number (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "ctrl+o");
  yc_test_counter_wait_to_read (counter, "Saved plans");
  yc_test_counter_press (counter, "Tab");
  for (const char *digit = ID_NUMBER; *digit != '\0'; digit++)
    yc_test_counter_press (counter, (const char[]) { *digit, '\0' });
  yc_test_counter_press (counter, "Return");
}

static void
close_sheet (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Saved plans"));
}

static gboolean
shows_plan (YcTestCounter *counter, const char *id)
{
  YcVisit *visit = yc_test_counter_get_visit (counter);

  return visit != NULL && g_str_equal (yc_saved_plan_get_id (yc_visit_get_saved_plan (visit)), id);
}

/* Ctrl+K, words, Enter: the visit of the plan, by whose masked name one sees whose it is. */
static void
find_anywhere (YcTestCounter *counter, const char *words)
{
  YcHit *hit = yc_test_counter_look_for (counter, words, YC_KIND_PLAN);
  g_autofree char *id = g_strdup (yc_hit_get_id (hit));

  g_assert_nonnull (strstr (yc_hit_get_title (hit), "阶梯水费办理证明"));
  g_assert_nonnull (strstr (yc_hit_get_title (hit), "周*"));
  yc_test_take_picture ("plans-anywhere");
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (shows_plan (counter, id));
}

/* Waits until a text of the interface can be read with these in the places of its two "%s". */
static void
wait_to_read_with (YcTestCounter *counter, const char *english, const char *first,
                   const char *second)
{
  g_auto (GStrv) parts = g_strsplit (g_dgettext (GETTEXT_PACKAGE, english), "%s", 3);
  g_autofree char *words =
      g_strconcat (parts[0], first, parts[1], second, parts[2], NULL);

  yc_test_counter_wait_to_read (counter, words);
}

/* What others do at the service */

#define CONTENTS                                                                                  \
  "\"title\":\"阶梯水费办理证明\",\"catalog_version\":1,\"citizen\":{\"name\":\"周伯安\",\"id_number\":"        \
  "\"" ID_NUMBER "\"},\"need\":\"%s\",\"plan\":{\"lists\":[],\"answers\":{},\"items\":[\"YS-0101\"]}"

static JsonObject *
post (YcTestCounter *counter, const char *user, const char *path, const char *body, guint status)
{
  g_autofree char *token = yc_test_service_sign_in (counter->service, user);
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *headers = g_strdup_printf ("If-Match: *\r\nIdempotency-Key: %s\r\n", key);

  return yc_test_service_post (counter->service, path, token, headers, body, status);
}

/* (transfer full): the id of a plan of @user that waits at @place */
static char *
hand_plan_to (YcTestCounter *counter, const char *user, const char *place)
{
  char *id = g_uuid_string_random ();
  g_autofree char *contents = g_strdup_printf (CONTENTS, "换窗口办");
  g_autofree char *body = g_strdup_printf ("{\"id\":\"%s\",%s}", id, contents);
  g_autofree char *path = g_strdup_printf ("/api/v1/plans/%s/hand-overs", id);
  g_autofree char *to = g_strdup_printf ("{\"to\":{\"kind\":\"counter\",\"place\":\"%s\",\"name\":"
                                         "\"综合窗口\"},\"due\":\"2999-01-01\",\"note\":\"群众下午到\"}",
                                         place);
  g_autoptr (JsonObject) saved = post (counter, user, "/api/v1/plans", body, 201);
  g_autoptr (JsonObject) handed = post (counter, user, path, to, 201);

  return id;
}

/* (transfer full): the id of a plan of another counter, handed to the one of the test */
static char *
receive_plan (YcTestCounter *counter)
{
  return hand_plan_to (counter, "linyu",
                       yc_session_get_place (yc_desk_get_session (counter->desk)));
}

static JsonObject *
look_at_plan (YcTestCounter *counter, const char *user, const char *id)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/plans/%s/looks", id);

  return post (counter, user, path, "{\"id_number\":null}", 200);
}

static void
change_elsewhere (YcTestCounter *counter)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/plans/%s/contents",
                                           yc_saved_plan_get_id (get_plan (counter)));
  g_autofree char *contents = g_strdup_printf (CONTENTS, "同事改的阶梯水费办理证明");
  g_autofree char *body = g_strdup_printf ("{%s}", contents);
  g_autoptr (JsonObject) changed = post (counter, "chenxiao", path, body, 200);
}

static void
type (YcTestCounter *counter, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    yc_test_counter_press (counter, (const char[]) { *c, '\0' });
}

/* From the first field of the sheet into the list below it. */
static void
go_to_list (YcTestCounter *counter)
{
  yc_test_counter_press (counter, "Tab");
  yc_test_counter_press (counter, "Tab");
  yc_test_counter_press (counter, "Tab");
}

/* Who at the hotline accepted stays with the plan. */
static void
test_operator (YcTestCounter *counter)
{
  YcSavedPlan *plan = get_plan (counter);

  yc_test_counter_press (counter, "ctrl+o");
  yc_test_counter_wait_to_read (counter, "They accept (A)");
  go_to_list (counter);
  yc_test_counter_press (counter, "a");
  yc_test_counter_wait_to_read (counter, "Operator number");
  yc_test_counter_press (counter, "ctrl+Return");
  yc_test_counter_wait_to_read (counter, "Something is missing here.");
  type (counter, "1024");
  yc_test_take_picture ("plans-operator");
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (g_str_equal (yc_saved_plan_get_hand_over (plan), "accepted"));
  g_assert_cmpstr (yc_saved_plan_get_answered_by (plan), ==, "12345 · 1024");
  yc_test_counter_wait_to_read (counter, "Done.");
  close_sheet (counter);
  {
    g_autofree char *words = yc_saved_plan_line_describe (plan);

    g_assert_nonnull (strstr (words, "12345 · 1024"));
    yc_test_counter_wait_to_read (counter, words);
  }
}

static guint
get_badge (YcTestCounter *counter)
{
  return yc_page_get_badge (YC_PAGE (yc_test_counter_find (counter, YC_TYPE_RECEPTION_PAGE)));
}

static void
assert_badge_is_read (YcTestCounter *counter)
{
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u waits", "%s, %u wait", 1),
                       g_dgettext (GETTEXT_PACKAGE, "Reception"), 1);

  g_assert_nonnull (
      yc_test_ui_find (GTK_WIDGET (counter->window), GTK_TYPE_TOGGLE_BUTTON, words));
}

/* Who hands over which plan is told at once, in the window. */
static void
assert_toast (YcTestCounter *counter, const char *id)
{
  g_autoptr (JsonObject) plan = look_at_plan (counter, "linyu", id);

  wait_to_read_with (counter, "%s hands over plan %s. Ctrl+O: accept or decline", "林宇",
                     yc_json_get_string (plan, "number", ""));
}

/* What comes is told where the clerk is; why it is declined reaches who handed it over. */
static void
test_incoming (YcTestCounter *counter)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) seen = NULL;
  JsonObject *hand_over;

  g_assert_cmpuint (get_badge (counter), ==, 0);
  id = receive_plan (counter);
  yc_test_wait_until (get_badge (counter) == 1);
  assert_badge_is_read (counter);
  assert_toast (counter, id);
  yc_test_take_picture ("plans-incoming");
  yc_test_counter_press (counter, "ctrl+o");
  yc_test_counter_wait_to_read (counter, "Decline (D)");
  yc_test_take_picture ("plans-to-accept");
  go_to_list (counter);
  yc_test_counter_press (counter, "d");
  yc_test_counter_wait_to_read (counter, "Decline the plan");
  type (counter, "notours");
  yc_test_take_picture ("plans-decline");
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (get_badge (counter) == 0);
  close_sheet (counter);
  seen = look_at_plan (counter, "linyu", id);
  hand_over = json_array_get_object_element (yc_json_get_array (seen, "hand_overs"), 0);
  g_assert_cmpstr (yc_json_get_string (hand_over, "state", ""), ==, "declined");
  g_assert_cmpstr (yc_json_get_string (hand_over, "answer", ""), ==, "notours");
}

/* Ctrl+S never writes over what somebody else saved: both are shown, and one is chosen. */
static void
test_two_versions (YcTestCounter *counter)
{
  YcSavedPlan *plan = get_plan (counter);
  gint64 version;

  change_elsewhere (counter);
  yc_visit_set_need (yc_test_counter_get_visit (counter), "我改的阶梯水费办理证明");
  version = yc_saved_plan_get_version (plan);
  yc_test_counter_press (counter, "ctrl+s");
  yc_test_wait_until (yc_saved_plan_get_state (plan) == YC_SAVED_PLAN_REFUSED);
  yc_test_counter_press (counter, "ctrl+s");
  yc_test_counter_wait_to_read (counter, "Two versions of one plan");
  yc_test_counter_wait_to_read (counter, "同事改的阶梯水费办理证明");
  yc_test_take_picture ("plans-two-versions");
  g_assert_cmpint (yc_saved_plan_get_version (plan), ==, version);
  yc_test_counter_press (counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Two versions of one plan"));
  g_assert_cmpint (yc_saved_plan_get_state (plan), ==, YC_SAVED_PLAN_REFUSED);
  yc_test_counter_press (counter, "ctrl+s");
  yc_test_counter_wait_to_read (counter, "Two versions of one plan");
  yc_test_counter_press (counter, "alt+m");
  yc_test_wait_until (yc_saved_plan_get_state (plan) == YC_SAVED_PLAN_SAVED);
  /* Changed by a colleague, and this; that the hotline accepted it is known here. */
  g_assert_cmpint (yc_saved_plan_get_version (plan), ==, version + 2);
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Two versions of one plan"));
}

/* Accepted with the line down it is kept, said so, and goes when the line is back. */
static void
test_accepted_offline (YcTestCounter *counter)
{
  g_autofree char *id = receive_plan (counter);
  g_autoptr (JsonObject) seen = NULL;

  yc_test_wait_until (get_badge (counter) == 1);
  yc_test_counter_cut_line (counter);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (counter->desk)));
  yc_test_counter_press (counter, "ctrl+o");
  yc_test_counter_wait_to_read (counter, "The line is down: this is what was known last. What you "
                                         "answer is kept here and goes as soon as the line is back.");
  go_to_list (counter);
  yc_test_counter_press (counter, "a");
  yc_test_counter_wait_to_read (counter, "Accepted; kept here until the line is back");
  yc_test_counter_wait_to_read (counter, "Your answer is kept here and goes as soon as the line is "
                                         "back. Until then whoever had the plan stays responsible.");
  g_assert_false (yc_test_counter_can_read (counter, "Accept (A)"));
  g_assert_cmpuint (get_badge (counter), ==, 0);
  yc_test_take_picture ("plans-accepted-offline");
  close_sheet (counter);
  yc_test_counter_join_line (counter);
  yc_line_try_now (yc_desk_get_line (counter->desk));
  yc_test_wait_until (yc_outbox_get_n_unsent (yc_desk_get_outbox (counter->desk)) == 0);
  g_assert_cmpuint (get_badge (counter), ==, 0);
  seen = look_at_plan (counter, "chenxiao", id);
  g_assert_cmpstr (yc_json_get_string (yc_json_get_object (seen, "holder"), "id", ""), ==,
                   "chenxiao");
}

static void
collect_news_cb (YcHandOverWatch *watch, const char *words, GPtrArray *news)
{
  g_ptr_array_add (news, g_strdup (words));
}

/* (transfer full): what whoever signs in is told of plans */
static GPtrArray *
sign_in_to_news (YcTestCounter *counter, const char *user)
{
  GPtrArray *news = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YcHandOverWatch) watch = yc_hand_over_watch_new (counter->desk);

  g_signal_connect (watch, "news", G_CALLBACK (collect_news_cb), news);
  yc_test_counter_sign_in (counter, user);
  yc_test_wait_until (
      yc_live_list_get_load_state (yc_hand_over_watch_get_incoming (watch)) == YC_LOAD_READY &&
      yc_live_list_get_load_state (yc_hand_over_watch_get_outgoing (watch)) == YC_LOAD_READY);
  return news;
}

/* (transfer full): when a certificate that is valid for six months ends */
static char *
dup_last_day (int months_ago, int days_later)
{
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autoptr (GDateTime) month = g_date_time_add_months (now, -months_ago);
  g_autoptr (GDateTime) issued = g_date_time_add_days (month, days_later);
  g_autoptr (GDateTime) last = g_date_time_add_months (issued, 6);

  return g_date_time_format (last, "%Y-%m-%d");
}

static YcPlanMaterial *
find_proof (YcTestCounter *counter)
{
  GListModel *materials =
      yc_plan_get_materials (yc_visit_get_plan (yc_test_counter_get_visit (counter)));

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);

      if (g_strcmp0 (yc_plan_material_get_licence (material), "utility-proof") == 0)
        return material;
    }
  return NULL;
}

static gboolean
knows_last_day (YcTestCounter *counter, const char *day)
{
  YcPlanMaterial *proof = find_proof (counter);

  return proof != NULL && g_strcmp0 (yc_plan_material_get_valid_until (proof), day) == 0;
}

/* Somebody of the samples wants power for a house without a deed. */
static void
ask_for_power (YcTestCounter *counter, const char *name, const char *id_number)
{
  YcVisit *visit;
  g_autoptr (JsonNode) json = yc_json_parse (
      "{\"lists\":[\"connection\"],\"answers\":{\"connection\":{\"service\":\"power\",\"matter\":"
      "\"new\",\"disputed\":false,\"use\":\"home\"}},\"facts\":{\"home.deed\":false},"
      "\"items\":[]}",
      -1, NULL, NULL);

  yc_test_counter_press (counter, "ctrl+t");
  visit = yc_test_counter_get_visit (counter);
  yc_citizen_set_name (yc_visit_get_citizen (visit), name);
  yc_citizen_set_id_number (yc_visit_get_citizen (visit), id_number);
  g_assert_true (yc_plan_load_json (yc_visit_get_plan (visit), json, NULL));
}

static void
take_picture_of_materials (YcTestCounter *counter, const char *name)
{
  GtkWidget *title = yc_test_ui_find_text (GTK_WIDGET (counter->window),
                                           g_dgettext (GETTEXT_PACKAGE, "To bring"));
  GtkWidget *scroller = gtk_widget_get_ancestor (title, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *where = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (where, gtk_adjustment_get_upper (where));
  yc_test_ui_settle ();
  yc_test_take_picture (name);
}

/* The samples have one whose proof has expired and one whose proof will before the power is there. */
static void
test_validity (YcTestCounter *counter)
{
  g_autofree char *expired = dup_last_day (7, 0);
  g_autofree char *soon = dup_last_day (6, 4);

  ask_for_power (counter, "冼伟强", "990101197909235171");
  yc_test_wait_until (knows_last_day (counter, expired));
  g_assert_null (yc_plan_material_get_in_store (find_proof (counter)));
  g_assert_nonnull (yc_plan_material_get_expired (find_proof (counter)));
  take_picture_of_materials (counter, "plans-expired");
  ask_for_power (counter, "黎小燕", "990101198807123245");
  yc_test_wait_until (knows_last_day (counter, soon));
  g_assert_nonnull (yc_plan_material_get_in_store (find_proof (counter)));
  g_assert_true (yc_plan_material_get_ends_early (find_proof (counter)));
  yc_test_counter_wait_to_read (counter, "May expire before the item is done: have it renewed first");
  take_picture_of_materials (counter, "plans-ends-early");
}

/* What was answered while the clerk was away is told at the next signing in, and once. */
static void
test_heard_of_late (void)
{
  YcTestCounter counter = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autoptr (JsonObject) answered = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) other = NULL;

  yc_test_counter_open (&counter, TRUE);
  yc_test_counter_sign_in (&counter, "chenxiao");
  id = hand_plan_to (&counter, "chenxiao", "990119204002");
  path = g_strdup_printf ("/api/v1/plans/%s/answers", id);
  yc_test_desk_sign_out (counter.desk);
  answered = post (&counter, "linyu", path, "{\"answer\":\"decline\",\"note\":\"不归这里管\"}", 200);
  words = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "Plan %s: %s by %s. Ctrl+O: what they say"),
                           yc_json_get_string (answered, "number", ""),
                           g_dgettext (GETTEXT_PACKAGE, "declined"), "林宇");
  yc_test_counter_sign_in (&counter, "chenxiao");
  yc_test_counter_wait_to_read (&counter, words);
  yc_test_take_picture ("plans-heard-of-late");
  yc_test_desk_sign_out (counter.desk);
  other = sign_in_to_news (&counter, "linyu");
  g_assert_cmpuint (other->len, ==, 0);
  yc_test_desk_sign_out (counter.desk);
  again = sign_in_to_news (&counter, "chenxiao");
  g_assert_cmpuint (again->len, ==, 0);
  test_validity (&counter);
  yc_test_counter_close (&counter);
}

/* Handed over with the line down, it is kept and said so; it goes when the line is back. */
static void
test_kept (YcTestCounter *counter)
{
  YcSavedPlan *plan = get_plan (counter);

  yc_test_counter_press (counter, "ctrl+h");
  yc_test_counter_wait_to_read (counter, "Hand the plan over");
  yc_test_counter_press (counter, "Tab");
  yc_test_counter_press (counter, "Return");
  yc_test_wait_until (!yc_test_counter_can_read (counter, "Hand the plan over"));
  g_assert_cmpstr (yc_saved_plan_get_waiting_for (plan), ==, "12345");
  {
    g_autofree char *words = yc_saved_plan_line_describe (plan);

    yc_test_counter_wait_to_read (counter, words);
  }
  yc_test_take_picture ("plans-kept");
  yc_test_counter_join_line (counter);
  yc_line_try_now (yc_desk_get_line (counter->desk));
  yc_test_wait_until (g_str_equal (yc_saved_plan_get_hand_over (plan), "open"));
  g_assert_null (yc_saved_plan_get_waiting_for (plan));
}

static gboolean
is_in_need (YcTestCounter *counter)
{
  GtkWidget *focus = gtk_window_get_focus (counter->window);

  return gtk_window_is_active (counter->window) && focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (yc_test_counter_get_need (counter)));
}

/* A visit of twelve items, with the cursor where the need is typed. */
static void
load_many (YcTestCounter *counter)
{
  g_autoptr (JsonNode) json = yc_json_parse (
      "{\"lists\":[],\"answers\":{},\"items\":[\"FG-1001\",\"GA-0305\",\"JS-0201\",\"JS-0202\","
      "\"JY-0903\",\"MZ-0402\",\"MZ-0405\",\"RC-0801\",\"YB-0506\",\"YS-0101\",\"YS-0102\","
      "\"YS-0103\"]}", -1, NULL, NULL);
  g_autofree char *last = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "Open (%u)"), 12);

  g_assert_true (
      yc_plan_load_json (yc_visit_get_plan (yc_test_counter_get_visit (counter)), json, NULL));
  yc_test_counter_wait_to_read (counter, "1…12");
  yc_test_counter_wait_to_read (counter, last);
  yc_test_window_focus (counter->window);
  gtk_widget_grab_focus (GTK_WIDGET (yc_test_counter_get_need (counter)));
  yc_test_wait_until (is_in_need (counter));
}

static gboolean
has_draft (YcTestCounter *counter, const char *code)
{
  GListModel *drafts = yc_visit_get_drafts (yc_test_counter_get_visit (counter));

  for (guint i = 0; i < g_list_model_get_n_items (drafts); i++)
    {
      g_autoptr (YcCaseDraft) draft = g_list_model_get_item (drafts, i);

      if (g_str_equal (yc_case_draft_get_item_code (draft), code))
        return TRUE;
    }
  return FALSE;
}

/* What the licence store has of everybody's ID card, and until when. */
static void
hold_card (YcTestCounter *counter, const char *until)
{
  g_autofree char *text = g_strdup_printf (
      "{\"id-card\":{\"words\":\"身份证\",\"valid_until\":\"%s\"}}", until);
  g_autoptr (JsonNode) store = yc_json_parse (text, -1, NULL, NULL);

  yc_plan_set_known (yc_visit_get_plan (yc_test_counter_get_visit (counter)), NULL, NULL,
                     json_node_get_object (store));
}

/* What comes after an item was opened. */
static gboolean
asks_for_name (YcTestCounter *counter)
{
  GtkWidget *focus = gtk_window_get_focus (counter->window);
  GtkEditable *name = yc_test_counter_get_person_entry (counter, "Name");

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (name));
}

/* Of twelve items the twelfth is two digits; a one is the first when no second digit follows. From a
 * button, and from the field where the need is typed. */
static void
test_many_items (void)
{
  YcTestCounter counter = { 0 };

  yc_test_counter_open (&counter, TRUE);
  yc_test_counter_sign_in (&counter, "chenxiao");
  yc_test_desk_wait_for_catalog (counter.desk);
  load_many (&counter);
  hold_card (&counter, "2020-05-01");
  wait_to_read_with (&counter, "Expired on %s, to be brought anew: %s", "2020-05-01", "身份证");
  yc_test_take_picture ("plans-many-items");
  hold_card (&counter, "2999-12-31");
  wait_to_read_with (&counter, "✓ In the licence store: %s, valid until %s", "身份证", "2999-12-31");
  yc_test_counter_press (&counter, "1 2");
  yc_test_wait_until (has_draft (&counter, "YS-0103"));
  g_assert_false (has_draft (&counter, "GA-0305"));

  yc_test_counter_press (&counter, "ctrl+t");
  load_many (&counter);
  g_assert_false (asks_for_name (&counter));
  yc_test_counter_press (&counter, "1");
  yc_test_wait_until (asks_for_name (&counter));

  /* Enter says that no second digit follows: what comes after it belongs to no number. */
  yc_test_counter_press (&counter, "ctrl+t");
  load_many (&counter);
  g_assert_false (asks_for_name (&counter));
  yc_test_counter_press (&counter, "1 Return 2");
  yc_test_wait_until (asks_for_name (&counter));
  g_assert_false (has_draft (&counter, "YS-0103"));
  yc_test_counter_close (&counter);
}

static void
test_plans (void)
{
  YcTestCounter counter = { 0 };
  g_autofree char *number = NULL;
  YcVisit *visit;

  yc_test_counter_open (&counter, TRUE);
  yc_test_counter_sign_in (&counter, "chenxiao");
  yc_test_desk_wait_for_catalog (counter.desk);
  /* An empty plan is not saved. */
  yc_test_counter_press (&counter, "ctrl+s");
  g_assert_cmpint (yc_saved_plan_get_state (get_plan (&counter)), ==, YC_SAVED_PLAN_NEW);
  load_plan (&counter);
  visit = yc_test_counter_get_visit (&counter);
  yc_test_counter_press (&counter, "ctrl+s");
  yc_test_wait_until (yc_saved_plan_get_state (get_plan (&counter)) == YC_SAVED_PLAN_SAVED);
  {
    g_autofree char *words = yc_saved_plan_line_describe (get_plan (&counter));

    yc_test_counter_wait_to_read (&counter, words);
  }
  yc_test_take_picture ("plans-saved");

  /* Handed to the hotline, which is the first choice. */
  yc_test_counter_press (&counter, "ctrl+h");
  yc_test_counter_wait_to_read (&counter, "Hand the plan over");
  yc_test_take_picture ("plans-hand-over");
  yc_test_counter_press (&counter, "Tab");
  yc_test_counter_press (&counter, "Return");
  yc_test_wait_until (g_str_equal (yc_saved_plan_get_hand_over (get_plan (&counter)), "open"));
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "Hand the plan over"));

  /* Closed here, it is found again by ID number and opened with all answers. */
  yc_test_counter_press (&counter, "ctrl+o");
  yc_test_counter_wait_to_read (&counter, "Take back (B)");
  yc_test_take_picture ("plans-waiting");
  close_sheet (&counter);
  yc_visits_close (yc_desk_get_visits (counter.desk), visit);
  find_by_id_number (&counter);
  yc_test_counter_wait_to_read (&counter, "Enter opens a plan with all answers.");
  yc_test_take_picture ("plans-found");
  yc_test_counter_press (&counter, "Return");
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "Saved plans"));
  yc_test_wait_until (gtk_window_get_focus (counter.window) != NULL);
  visit = yc_test_counter_get_visit (&counter);
  g_assert_cmpuint (
      g_list_model_get_n_items (yc_plan_get_entries (yc_visit_get_plan (visit))), ==, 2);
  g_assert_cmpstr (yc_saved_plan_get_hand_over (get_plan (&counter)), ==, "open");

  test_operator (&counter);
  test_incoming (&counter);
  test_accepted_offline (&counter);
  test_two_versions (&counter);

  /* And again by what it is about, from anywhere; what is open here also with the line down. */
  number = g_strdup (yc_saved_plan_get_number (get_plan (&counter)));
  yc_visits_close (yc_desk_get_visits (counter.desk), visit);
  find_anywhere (&counter, number);
  visit = yc_test_counter_get_visit (&counter);
  g_assert_cmpuint (
      g_list_model_get_n_items (yc_plan_get_entries (yc_visit_get_plan (visit))), ==, 2);
  yc_test_counter_press (&counter, "ctrl+t");
  g_assert_true (yc_test_counter_get_visit (&counter) != visit);
  /* With the line down it says so. */
  yc_test_counter_cut_line (&counter);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (counter.desk)));
  find_anywhere (&counter, "水费办理证明");
  g_assert_true (yc_test_counter_get_visit (&counter) == visit);
  find_by_id_number (&counter);
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "Looking…"));
  yc_test_counter_wait_to_read (&counter, "The line is down; saved plans are at the service. Look "
                                          "again when it is back. Visits that are open here go on.");
  yc_test_take_picture ("plans-offline");
  close_sheet (&counter);
  test_kept (&counter);
  yc_test_counter_close (&counter);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/plans", test_plans);
  g_test_add_func ("/ui/plans/many-items", test_many_items);
  g_test_add_func ("/ui/plans/heard-of-late", test_heard_of_late);

  return g_test_run ();
}

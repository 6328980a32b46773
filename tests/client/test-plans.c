/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans saved by the desks of a real service: with the line down, found again, opened with all
 * answers at another counter, handed over there. */
#include "../e2e/yc-proxy.h"
#include "yc-desk-plans.h"
#include "yc-json.h"
#include "yc-outbox-private.h"
#include "yc-plan-conflict.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-visits-private.h"

#define ID_NUMBER "990101198103161155"

typedef struct
{
  YcTestService *service;
  YcProxy       *proxy;
  char          *url;
  YcTestFolder  *folders[2];
  YcDesk        *clerk;
  YcDesk        *other;
} Fixture;

static void
connect_proxy (Fixture *self)
{
  g_autoptr (GUri) uri =
    g_uri_parse (yc_test_service_get_url (self->service), G_URI_FLAGS_NONE, NULL);

  yc_proxy_set_target (self->proxy, (guint16) g_uri_get_port (uri));
}

static void
cut_line (Fixture *self)
{
  yc_proxy_set_target (self->proxy, 0);
  yc_test_service_kill (self->service);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (self->clerk)));
}

static void
join_line (Fixture *self)
{
  connect_proxy (self);
  yc_line_try_now (yc_desk_get_line (self->clerk));
}

static YcDesk *
open_desk (Fixture    *self,
           guint       i,
           const char *user)
{
  YcDesk *desk;

  if (self->folders[i] == NULL)
    self->folders[i] = yc_test_folder_new ();
  desk = yc_test_desk_new (self->folders[i], self->url);
  yc_test_desk_sign_in (desk, user);
  yc_test_desk_wait_for_catalog (desk);
  return desk;
}

static void
set_up (Fixture *self)
{
  guint16 port;

  self->service = yc_test_service_new (TRUE, NULL);
  self->proxy = yc_proxy_new (&port);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", port);
  connect_proxy (self);
  self->clerk = open_desk (self, 0, "chenxiao");
  self->other = open_desk (self, 1, "linyu");
}

static void
tear_down (Fixture *self)
{
  yc_test_desk_free (self->clerk);
  yc_test_desk_free (self->other);
  for (guint i = 0; i < G_N_ELEMENTS (self->folders); i++)
    yc_test_folder_free (self->folders[i]);
  yc_proxy_free (self->proxy);
  g_free (self->url);
  yc_test_service_free (self->service);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static YcVisit *
begin_visit (YcDesk *desk)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (desk));
  g_autoptr (JsonNode) plan = yc_json_parse (
    "{\"lists\":[],\"answers\":{},\"items\":[\"YS-0101\",\"GA-0301\"]}", -1, NULL, NULL);

  yc_citizen_set_name (yc_visit_get_citizen (visit), "周伯安");
  yc_citizen_set_id_number (yc_visit_get_citizen (visit), ID_NUMBER);
  yc_visit_set_need (visit, "水费太高");
  g_assert_true (yc_plan_load_json (yc_visit_get_plan (visit), plan, NULL));
  return visit;
}

static guint
count_items (YcVisit *visit)
{
  return g_list_model_get_n_items (yc_plan_get_entries (yc_visit_get_plan (visit)));
}

static YcSavedPlanState
get_state (YcVisit *visit)
{
  return yc_saved_plan_get_state (yc_visit_get_saved_plan (visit));
}

/* (transfer full): NULL with @error */
static GListModel *
find (YcDesk      *desk,
      const char  *number,
      const char  *id_number,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_find_plans_async (desk, number, id_number, NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_find_plans_finish (desk, result, error);
}

static YcVisit *
open_plan (YcDesk      *desk,
           YcSavedPlan *plan,
           const char  *id_number,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_open_plan_async (desk, plan, id_number, NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_open_plan_finish (desk, result, error);
}

static gboolean
answer (YcDesk       *desk,
        YcSavedPlan  *plan,
        const char   *what,
        GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_answer_plan_async (desk, plan, what, NULL, "不归我们管", NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_answer_plan_finish (desk, result, error);
}

static gboolean
hand_over (YcDesk       *desk,
           YcSavedPlan  *plan,
           const char   *place,
           GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_hand_over_plan_async (desk, plan, "counter", place, "别的窗口", "2999-01-01", "下午去", NULL,
                                keep_cb, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_hand_over_plan_finish (desk, result, error);
}

/* Somebody at the same counter saves other answers. */
static void
change_elsewhere (Fixture     *self,
                  YcSavedPlan *plan,
                  const char  *need)
{
  g_autofree char *token = yc_test_service_sign_in (self->service, "chenxiao");
  g_autofree char *path =
    g_strdup_printf ("/api/v1/plans/%s/contents", yc_saved_plan_get_id (plan));
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *headers =
    g_strdup_printf ("If-Match: *\r\nIdempotency-Key: %s\r\n", key);
  g_autofree char *body = g_strdup_printf (
    "{\"title\":\"水费\",\"catalog_version\":1,\"citizen\":{\"name\":\"周伯安\",\"id_number\":\"" ID_NUMBER
    "\"},\"need\":\"%s\",\"plan\":{\"lists\":[],\"answers\":{},\"items\":[\"YS-0101\"]}}",
    need);
  g_autoptr (JsonObject) changed =
    yc_test_service_post (self->service, path, token, headers, body, 200);
}

static const char *
find_difference (YcPlanConflict *conflict,
                 const char     *title,
                 gboolean        ours)
{
  GListModel *list = yc_plan_conflict_get_differences (conflict);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YcDifference) one = g_list_model_get_item (list, i);

      if (g_str_equal (yc_difference_get_title (one), title))
        return ours ? yc_difference_get_ours (one) : yc_difference_get_theirs (one);
    }
  return NULL;
}

/* Both were changed: nothing is written over until somebody has chosen. */
static YcPlanConflict *
meet_conflict (Fixture    *self,
               YcVisit    *visit,
               const char *ours,
               const char *theirs)
{
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);

  change_elsewhere (self, plan, theirs);
  yc_visit_set_need (visit, ours);
  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_REFUSED);
  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_REFUSED);
  g_assert_error (yc_saved_plan_get_error (plan), YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT);
  return yc_plan_conflict_new (self->clerk, yc_plan_conflict_find (self->clerk, plan));
}

static void
decide (YcPlanConflict *conflict,
        gboolean        send)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (send)
    yc_plan_conflict_send_ours_async (conflict, keep_cb, &result);
  else
    yc_plan_conflict_keep_theirs_async (conflict, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  g_assert_true (yc_plan_conflict_decide_finish (conflict, result, &error));
  g_assert_no_error (error);
}

static void
test_saved (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  g_autofree char *local = g_strdup (yc_saved_plan_get_number (plan));
  g_autoptr (GListModel) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_saved_plan_get_local (plan));
  g_assert_cmpint (get_state (visit), ==, YC_SAVED_PLAN_NEW);
  cut_line (self);
  yc_desk_save_plan (self->clerk, visit);
  g_assert_cmpint (get_state (visit), ==, YC_SAVED_PLAN_WAITING);
  yc_visit_set_need (visit, "水费太高，还要无犯罪证明");
  yc_test_wait_until (yc_outbox_get_n_unsent (yc_desk_get_outbox (self->clerk)) == 1);
  yc_desk_save_plan (self->clerk, visit);
  /* Handing over is kept, too, behind what it hands over; saving the same again is nothing. */
  g_assert_false (hand_over (self->clerk, plan, yc_session_get_place (yc_desk_get_session (self->other)),
                             &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING);
  g_clear_error (&error);
  g_assert_cmpstr (yc_saved_plan_get_waiting_for (plan), ==, "别的窗口");
  yc_desk_save_plan (self->clerk, visit);
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (self->clerk)), ==, 3);
  g_assert_cmpstr (yc_saved_plan_get_number (plan), ==, local);
  g_assert_null (find (self->clerk, local, NULL, &error));
  g_assert_nonnull (error);
  yc_test_service_start (self->service);
  join_line (self);
  yc_test_wait_until (g_str_equal (yc_saved_plan_get_hand_over (plan), "open"));
  g_assert_cmpint (yc_saved_plan_get_version (plan), ==, 3);
  g_assert_null (yc_saved_plan_get_waiting_for (plan));
  g_assert_cmpint (get_state (visit), ==, YC_SAVED_PLAN_SAVED);
  g_assert_false (yc_saved_plan_get_local (plan));
  g_assert_true (g_str_has_prefix (yc_saved_plan_get_number (plan), "JH-"));
  g_clear_error (&error);
  found = find (self->clerk, local, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
}

/* What another counter changed meanwhile is told, and only then written over. */
static void
test_handed_over (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  const char *place = yc_session_get_place (yc_desk_get_session (self->other));
  g_autoptr (YcLiveList) incoming = yc_desk_create_hand_over_list (self->other, FALSE);
  g_autoptr (YcSavedPlan) seen = NULL;
  g_autoptr (GError) error = NULL;
  YcVisit *theirs;

  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  g_assert_true (hand_over (self->clerk, plan, place, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (yc_saved_plan_get_hand_over (plan), ==, "open");
  g_assert_false (hand_over (self->clerk, plan, place, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  g_clear_error (&error);
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (incoming)) == 1);
  seen = g_list_model_get_item (G_LIST_MODEL (incoming), 0);
  g_assert_cmpstr (yc_saved_plan_get_note (seen), ==, "下午去");
  g_assert_true (answer (self->other, seen, "accept", &error));
  g_assert_no_error (error);
  theirs = open_plan (self->other, seen, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (theirs), ==, count_items (visit));
  g_assert_cmpstr (yc_visit_get_need (theirs), ==, "水费太高");
  g_assert_cmpstr (yc_citizen_get_id_number (yc_visit_get_citizen (theirs)), ==, ID_NUMBER);
  g_assert_true (open_plan (self->other, seen, NULL, &error) == theirs);
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (incoming)) == 0);
  /* The first desk has an old version, and is no longer responsible. */
  yc_visit_set_need (visit, "改了");
  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_REFUSED);
  g_assert_false (answer (self->clerk, plan, "withdraw", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  g_assert_null (yc_desk_find_kept_answer (self->clerk, plan));
  {
    YcCommand *refused = yc_plan_conflict_find (self->clerk, plan);
    g_autoptr (YcPlanConflict) conflict = yc_plan_conflict_new (self->clerk, refused);

    g_assert_false (yc_plan_conflict_can_send (conflict));
    g_assert_cmpstr (yc_saved_plan_get_holder_id (yc_plan_conflict_get_theirs (conflict)), ==,
                     "linyu");
    decide (conflict, FALSE);
    g_assert_cmpstr (yc_visit_get_need (visit), ==, "水费太高");
  }
}

static void
test_two_versions (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  g_autoptr (YcPlanConflict) first = NULL;
  g_autoptr (YcPlanConflict) second = NULL;

  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  first = meet_conflict (self, visit, "我们改的", "他们改的");
  g_assert_true (yc_plan_conflict_can_send (first));
  g_assert_cmpstr (find_difference (first, "Need", TRUE), ==, "我们改的");
  g_assert_cmpstr (find_difference (first, "Need", FALSE), ==, "他们改的");
  g_assert_nonnull (find_difference (first, "Item", TRUE));
  g_assert_null (find_difference (first, "Item", FALSE));
  g_assert_cmpint (yc_saved_plan_get_version (plan), ==, 1);
  decide (first, TRUE);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  g_assert_cmpint (yc_saved_plan_get_version (plan), ==, 3);
  second = meet_conflict (self, visit, "又改了", "他们又改了");
  decide (second, FALSE);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  g_assert_cmpstr (yc_visit_get_need (visit), ==, "他们又改了");
  g_assert_cmpuint (count_items (visit), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_outbox (self->clerk))), ==, 0);
}

/* That a hand-over was answered is told in the visit; it is no other version of what was saved. */
static void
test_declined (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  const char *place = yc_session_get_place (yc_desk_get_session (self->other));
  g_autoptr (YcLiveList) incoming = yc_desk_create_hand_over_list (self->other, FALSE);
  g_autoptr (YcLiveList) outgoing = yc_desk_create_hand_over_list (self->clerk, TRUE);
  g_autoptr (YcSavedPlan) seen = NULL;
  g_autoptr (GError) error = NULL;

  yc_desk_save_plan (self->clerk, visit);
  g_assert_true (hand_over (self->clerk, plan, place, &error));
  g_assert_no_error (error);
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (incoming)) == 1);
  seen = g_list_model_get_item (G_LIST_MODEL (incoming), 0);
  g_assert_true (answer (self->other, seen, "decline", &error));
  g_assert_no_error (error);
  yc_test_wait_until (g_str_equal (yc_saved_plan_get_hand_over (plan), "declined"));
  g_assert_cmpstr (yc_saved_plan_get_answer (plan), ==, "不归我们管");
  g_assert_cmpstr (yc_saved_plan_get_answered_by (plan), !=, "");
  yc_visit_set_need (visit, "改了");
  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  g_assert_cmpint (yc_saved_plan_get_version (plan), ==, 4);
}

/* Whether none of @incoming waits for an answer: what is answered is told at once, and is no longer there
 * when the list is asked for anew. */
static gboolean
is_answered (YcLiveList *incoming)
{
  g_autoptr (YcSavedPlan) plan = g_list_model_get_item (G_LIST_MODEL (incoming), 0);

  return plan == NULL || g_str_equal (yc_saved_plan_get_hand_over (plan), "accepted");
}

static void
sent_cb (YcOutbox   *outbox,
         YcCommand  *command,
         JsonNode   *answer,
         YcLiveList *incoming)
{
  g_assert_true (is_answered (incoming));
}

/* An answer given with the line down is kept, and is there as soon as the line is; one to what was
 * taken back meanwhile changes nothing and waits for the clerk. */
static void
test_answered_offline (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  YcOutbox *outbox = yc_desk_get_outbox (self->other);
  const char *place = yc_session_get_place (yc_desk_get_session (self->other));
  g_autoptr (YcLiveList) incoming = yc_desk_create_hand_over_list (self->other, FALSE);
  g_autoptr (YcLiveList) outgoing = yc_desk_create_hand_over_list (self->clerk, TRUE);
  g_autoptr (YcSavedPlan) seen = NULL;
  g_autoptr (GError) error = NULL;

  yc_desk_save_plan (self->clerk, visit);
  g_assert_true (hand_over (self->clerk, plan, place, &error));
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (incoming)) == 1);
  seen = g_list_model_get_item (G_LIST_MODEL (incoming), 0);
  cut_line (self);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (self->other)));
  g_assert_false (answer (self->other, seen, "accept", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING);
  g_clear_error (&error);
  g_assert_cmpstr (yc_desk_find_kept_answer (self->other, seen), ==, "accept");
  g_assert_cmpstr (yc_saved_plan_get_hand_over (seen), ==, "open");
  g_signal_connect_object (outbox, "sent", G_CALLBACK (sent_cb), incoming, 0);
  yc_test_service_start (self->service);
  join_line (self);
  yc_line_try_now (yc_desk_get_line (self->other));
  yc_test_wait_until (yc_desk_find_kept_answer (self->other, seen) == NULL);
  g_assert_true (is_answered (incoming));
  yc_test_wait_until (g_str_equal (yc_saved_plan_get_holder_id (plan), "linyu"));
  g_assert_cmpstr (yc_saved_plan_get_answered_at (plan), !=, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);
}

static void
take_back_elsewhere (Fixture     *self,
                     YcSavedPlan *plan)
{
  g_autofree char *token = yc_test_service_sign_in (self->service, "chenxiao");
  g_autofree char *path =
    g_strdup_printf ("/api/v1/plans/%s/answers", yc_saved_plan_get_id (plan));
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *headers = g_strdup_printf ("If-Match: *\r\nIdempotency-Key: %s\r\n", key);
  g_autoptr (JsonObject) answered = yc_test_service_post (
    self->service, path, token, headers, "{\"answer\":\"withdraw\"}", 200);
}

static void
test_answered_too_late (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  YcOutbox *outbox = yc_desk_get_outbox (self->other);
  const char *place = yc_session_get_place (yc_desk_get_session (self->other));
  g_autoptr (YcLiveList) incoming = yc_desk_create_hand_over_list (self->other, FALSE);
  g_autoptr (GAsyncResult) discarded = NULL;
  g_autoptr (YcSavedPlan) seen = NULL;
  g_autoptr (YcCommand) command = NULL;

  yc_desk_save_plan (self->clerk, visit);
  g_assert_true (hand_over (self->clerk, plan, place, NULL));
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (incoming)) == 1);
  seen = g_list_model_get_item (G_LIST_MODEL (incoming), 0);
  cut_line (self);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (self->other)));
  g_assert_false (answer (self->other, seen, "accept", NULL));
  yc_test_service_start (self->service);
  take_back_elsewhere (self, plan);
  join_line (self);
  yc_line_try_now (yc_desk_get_line (self->other));
  yc_test_wait_until (yc_outbox_get_n_parked (outbox) == 1);
  g_assert_null (yc_desk_find_kept_answer (self->other, seen));
  g_assert_cmpstr (yc_saved_plan_get_holder_id (plan), ==, "chenxiao");
  command = g_list_model_get_item (G_LIST_MODEL (outbox), 0);
  /* What is not handed to them any more is not for them to see either. */
  g_assert_error (yc_command_get_error (command), YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
  yc_outbox_discard_async (outbox, command, NULL, keep_cb, &discarded);
  yc_test_wait_until (discarded != NULL);
  g_assert_true (yc_outbox_discard_finish (outbox, discarded, NULL));
}

static YcVisit *
save_visit (YcDesk *desk)
{
  YcVisit *visit = begin_visit (desk);

  yc_desk_save_plan (desk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  return visit;
}

/* Two saves with the line down: the second is based on what the first will leave. The line is still
 * cut, the service is there. */
static void
queue_two (Fixture *self,
           YcVisit *visit)
{
  YcOutbox *outbox = yc_desk_get_outbox (self->clerk);

  cut_line (self);
  yc_visit_set_need (visit, "第一次改");
  yc_desk_save_plan (self->clerk, visit);
  yc_visit_set_need (visit, "第二次改");
  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (yc_outbox_get_n_unsent (outbox) == 2);
  yc_test_service_start (self->service);
}

/* Whoever keeps what a colleague saved keeps it from all that was queued here. */
static void
test_queue_refused (Fixture *self)
{
  YcVisit *visit = save_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  GListModel *outbox = G_LIST_MODEL (yc_desk_get_outbox (self->clerk));
  g_autoptr (YcPlanConflict) conflict = NULL;

  queue_two (self, visit);
  change_elsewhere (self, plan, "同事改的");
  join_line (self);
  yc_test_wait_until (yc_plan_conflict_find (self->clerk, plan) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (outbox), ==, 2);
  conflict = yc_plan_conflict_new (self->clerk, yc_plan_conflict_find (self->clerk, plan));
  decide (conflict, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (outbox), ==, 0);
  g_assert_cmpstr (yc_visit_get_need (visit), ==, "同事改的");
  g_assert_cmpint (get_state (visit), ==, YC_SAVED_PLAN_SAVED);
}

static void
lose_power_cb (YcOutbox  *outbox,
               YcCommand *command,
               JsonNode  *answer,
               gboolean  *lost)
{
  yc_outbox_close (outbox);
  *lost = TRUE;
}

/* The desk is no more between two queued saves, and a colleague saves meanwhile: the second does not
 * write over that. */
static void
test_queue_reopened (Fixture *self)
{
  YcVisit *visit = save_visit (self->clerk);
  g_autofree char *id = g_strdup (yc_saved_plan_get_id (yc_visit_get_saved_plan (visit)));
  gboolean lost = FALSE;
  g_autoptr (YcPlanConflict) conflict = NULL;
  YcOutbox *outbox;

  queue_two (self, visit);
  g_signal_connect (yc_desk_get_outbox (self->clerk), "sent", G_CALLBACK (lose_power_cb), &lost);
  join_line (self);
  yc_test_wait_until (lost);
  change_elsewhere (self, yc_visit_get_saved_plan (visit), "断电时同事改的");
  yc_test_desk_free (self->clerk);
  g_assert_cmpint (yc_test_desk_ask (self->folders[0], "SELECT count(*) FROM commands"), ==, 1);
  g_assert_cmpint (yc_test_desk_ask (self->folders[0], "SELECT if_match = '\"2\"' FROM commands"),
                   ==, 1);
  self->clerk = open_desk (self, 0, "chenxiao");
  outbox = yc_desk_get_outbox (self->clerk);
  yc_test_wait_until (yc_outbox_get_n_parked (outbox) == 1);
  visit = yc_visits_find_plan (yc_desk_get_visits (self->clerk), id);
  g_assert_nonnull (visit);
  conflict = yc_plan_conflict_new (
    self->clerk, yc_plan_conflict_find (self->clerk, yc_visit_get_saved_plan (visit)));
  g_assert_cmpstr (find_difference (conflict, "Need", TRUE), ==, "第二次改");
  g_assert_cmpstr (find_difference (conflict, "Need", FALSE), ==, "断电时同事改的");
  g_assert_cmpint (yc_saved_plan_get_version (yc_plan_conflict_get_theirs (conflict)), ==, 3);
  decide (conflict, TRUE);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  g_assert_cmpint (yc_saved_plan_get_version (yc_visit_get_saved_plan (visit)), ==, 4);
}

/* At a counter that has nothing to do with it only with sheet and card. */
static void
test_elsewhere (Fixture *self)
{
  YcVisit *visit = begin_visit (self->clerk);
  YcSavedPlan *plan = yc_visit_get_saved_plan (visit);
  g_autoptr (GListModel) by_number = NULL;
  g_autoptr (GListModel) by_both = NULL;
  g_autoptr (YcSavedPlan) found = NULL;
  g_autoptr (GError) error = NULL;

  yc_desk_save_plan (self->clerk, visit);
  yc_test_wait_until (get_state (visit) == YC_SAVED_PLAN_SAVED);
  by_number = find (self->other, yc_saved_plan_get_number (plan), NULL, &error);
  by_both = find (self->other, yc_saved_plan_get_number (plan), ID_NUMBER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (by_number), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (by_both), ==, 1);
  found = g_list_model_get_item (by_both, 0);
  g_assert_null (open_plan (self->other, found, NULL, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_nonnull (open_plan (self->other, found, ID_NUMBER, &error));
  g_assert_no_error (error);
}

/* One service and two desks for all. */
static void
test_plans (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture);
  test_elsewhere (&fixture);
  test_handed_over (&fixture);
  test_two_versions (&fixture);
  test_declined (&fixture);
  test_answered_offline (&fixture);
  test_answered_too_late (&fixture);
  test_queue_refused (&fixture);
  test_queue_reopened (&fixture);
  test_saved (&fixture);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/plans", test_plans);
  return g_test_run ();
}

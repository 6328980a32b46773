/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk against the real service: the main job, a return, a restart, two desks at once. */
#define _GNU_SOURCE
#include "../e2e/yc-proxy.h"
#include "yc-case-delivery.h"
#include "yc-desk-delivery.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"

#include <string.h>

static YcTestService *
demo_service (void)
{
  return yc_test_service_new (TRUE, NULL);
}

static void
wait_for_state (YcCaseDraft      *draft,
                YcCaseDraftState  state)
{
  yc_test_wait_until (yc_case_draft_get_state (draft) == state);
}

static YcCaseDraft *
submit_one (YcDesk *desk)
{
  YcCaseDraft *draft;

  yc_test_desk_wait_for_catalog (desk);
  draft = yc_test_desk_fill_draft (desk);
  g_assert_true (yc_case_draft_get_ready (draft));
  yc_test_desk_submit (draft);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  wait_for_state (draft, YC_CASE_DRAFT_SENT);
  return draft;
}

static void
approve (YcDesk     *desk,
         const char *case_id)
{
  g_autoptr (YcCase) a_case = yc_test_desk_load_case (desk, case_id);
  g_autoptr (GError) error = NULL;

  yc_test_desk_try_decide (desk, a_case, YC_CASE_ACTION_APPROVE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (yc_case_get_state (a_case), ==, YC_CASE_STATE_ISSUED);
}

static void
reissue (YcTestService *service,
         const char    *serial)
{
  g_autofree char *token = yc_test_service_sign_in (service, "wangfang");
  g_autofree char *path = g_strconcat ("/api/v1/certificates/", serial, "/reissue", NULL);
  g_autoptr (JsonObject) certificate = yc_test_service_post (
      service, path, token, "Idempotency-Key: reissue\r\n", "{\"reason\":\"damaged\"}", 201);

  g_assert_true (json_object_has_member (certificate, "replaces"));
}

/* Clerk and reviewer at two desks: submit, approve, see it live, fetch the certificate. */
static void
test_main_job (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) clerk_folder = yc_test_folder_new ();
  g_autoptr (YcTestFolder) reviewer_folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = NULL;
  g_autoptr (YcTestDesk) reviewer = NULL;
  g_autoptr (YcLiveList) mine = NULL;
  g_autoptr (YcLiveList) inbox = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) newer = NULL;
  YcCaseDraft *draft;
  YcVisit *visit;

  clerk = yc_test_desk_new (clerk_folder, yc_test_service_get_url (service));
  reviewer = yc_test_desk_new (reviewer_folder, yc_test_service_get_url (service));
  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_sign_in (reviewer, "wangfang");
  mine = yc_desk_create_case_list (clerk, YC_CASE_VIEW_MINE, NULL);
  inbox = yc_desk_create_case_list (reviewer, YC_CASE_VIEW_REVIEW, NULL);
  yc_test_wait_until (yc_live_list_get_load_state (mine) == YC_LOAD_READY);
  yc_test_wait_until (yc_live_list_get_load_state (inbox) == YC_LOAD_READY);

  draft = submit_one (clerk);
  visit = yc_visits_find_case (yc_desk_get_visits (clerk), yc_case_draft_get_case_id (draft));
  g_assert_nonnull (visit);
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (clerk)), ==, 0);
  g_assert_false (yc_visit_get_attention (visit));

  approve (reviewer, yc_case_draft_get_case_id (draft));
  yc_test_wait_until (yc_case_get_state (yc_case_draft_get_case (draft)) == YC_CASE_STATE_ISSUED);
  g_assert_true (yc_visit_get_attention (visit));
  g_assert_nonnull (yc_case_get_certificate_serial (yc_case_draft_get_case (draft)));

  pdf = yc_test_desk_load_certificate (clerk, yc_case_draft_get_case_id (draft), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  again = yc_test_desk_load_certificate (clerk, yc_case_draft_get_case_id (draft), &error);
  g_assert_true (g_bytes_equal (pdf, again));
  /* What is kept is not shown in the place of a later version, and that is kept in its turn. */
  reissue (service, yc_case_get_certificate_serial (yc_case_draft_get_case (draft)));
  newer = yc_test_desk_load_certificate (clerk, yc_case_draft_get_case_id (draft), &error);
  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (pdf, newer));
  g_clear_pointer (&again, g_bytes_unref);
  yc_test_service_kill (service);
  again = yc_test_desk_load_certificate (clerk, yc_case_draft_get_case_id (draft), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (newer, again));
}

#define MAIL                                                                                     \
  "\"mail\":{\"url\":\"smtp://127.0.0.1:9\",\"from\":\"post@example.com\",\"starttls\":false}"
#define DEPARTMENT                                                                               \
  "\"departments\":[{\"id\":\"water\",\"title\":\"供水所\",\"url\":\"http://127.0.0.1:9/\","       \
  "\"secret_file\":\"secret\",\"items\":[\"YS-0102\"],\"fields\":[\"applicant.name\"]}]"

/* The service starts anew with these settings. */
static void
set_up_delivery (YcTestService *service,
                 const char    *settings)
{
  const char *folder = yc_test_service_get_folder (service);
  g_autofree char *path = g_build_filename (folder, "delivery.json", NULL);
  g_autofree char *secret = g_build_filename (folder, "secret", NULL);

  yc_test_service_kill (service);
  g_assert_true (g_file_set_contents_full (secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", -1,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_true (g_file_set_contents (path, settings, -1, NULL));
  yc_test_service_start (service);
}

/* A mail server that is not there, and little patience. */
static YcTestService *
service_with_mail (void)
{
  YcTestService *service = demo_service ();

  set_up_delivery (service, "{" MAIL "," DEPARTMENT ",\"retry\":{\"first_seconds\":0.05,"
                            "\"most_hours\":0.000001}}");
  return service;
}

static YcCaseDelivery *
get_delivery (YcCaseDraft *draft,
              guint        position)
{
  g_autoptr (GListModel) all = yc_case_delivery_list (yc_case_draft_get_case (draft));

  return g_list_model_get_item (all, position);
}

static gboolean
has_failed (YcCaseDraft *draft,
            const char  *to)
{
  g_autoptr (YcCaseDelivery) letter = get_delivery (draft, 0);

  return letter != NULL && yc_case_delivery_get_state (letter) == YC_DELIVERY_STATE_FAILED &&
         g_str_equal (yc_case_delivery_get_to (letter), to);
}

static gboolean
retry (YcDesk         *desk,
       YcCaseDelivery *delivery,
       const char     *to,
       GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_retry_delivery_async (desk, yc_case_delivery_get_id (delivery), to, NULL,
                                yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_retry_delivery_finish (desk, result, error);
}

static void
assert_channels (YcDesk *desk)
{
  YcDeliveryChannels *channels = yc_desk_get_delivery_channels (desk);
  g_autoptr (GPtrArray) duties = NULL;
  g_autoptr (GPtrArray) none = yc_delivery_channels_list_duties (channels, "YS-0000");
  const YcDeliveryDuty *duty;

  yc_test_wait_until (yc_delivery_channels_has (channels, "mail"));
  g_assert_false (yc_delivery_channels_has (channels, "portal"));
  g_assert_cmpstr (yc_delivery_channels_get_title (channels, "mail"), ==, "E-mail");
  duties = yc_delivery_channels_list_duties (channels, "YS-0102");
  g_assert_cmpuint (duties->len, ==, 1);
  duty = g_ptr_array_index (duties, 0);
  g_assert_cmpstr (duty->title, ==, "供水所");
  g_assert_cmpstr (duty->fields[0], ==, "applicant.name");
  g_assert_false (duty->pdf);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
is_gone (YcCaseDraft *draft)
{
  g_autoptr (YcCaseDelivery) letter = get_delivery (draft, 0);
  g_autofree char *trouble = yc_case_delivery_dup_trouble (letter);

  return yc_case_delivery_get_state (letter) == YC_DELIVERY_STATE_FAILED &&
         !yc_case_delivery_can_retry (letter) &&
         g_str_equal (trouble, "This channel has been taken out of the settings.");
}

static void
lead_to (YcProxy       *line,
         YcTestService *service)
{
  g_autoptr (GUri) uri = g_uri_parse (yc_test_service_get_url (service), G_URI_FLAGS_NONE, NULL);

  yc_proxy_set_target (line, (guint16) g_uri_get_port (uri));
}

/* What became of it while the line was away is known when it is back. */
static void
assert_read_again (YcTestService *service,
                   YcProxy       *line,
                   YcDesk        *desk,
                   YcCaseDraft   *draft)
{
  g_autoptr (YcCaseDelivery) letter = NULL;
  g_autoptr (GError) error = NULL;

  set_up_delivery (service, "{" MAIL ",\"retry\":{\"first_seconds\":3600}}");
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (desk)));
  lead_to (line, service);
  yc_test_wait_until (yc_line_get_online (yc_desk_get_line (desk)));
  letter = get_delivery (draft, 0);
  g_assert_true (yc_case_delivery_can_retry (letter));
  g_assert_true (retry (desk, letter, NULL, &error));
  g_assert_no_error (error);
  set_up_delivery (service, "{" DEPARTMENT "}");
  lead_to (line, service);
  yc_test_wait_until (is_gone (draft));
  yc_test_wait_until (!yc_delivery_channels_has (yc_desk_get_delivery_channels (desk), "mail"));
}

/* With the line down the applicant is asked as the service said the last time. */
static void
test_channels_offline (void)
{
  g_autoptr (YcTestService) service = service_with_mail ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));

  yc_test_desk_sign_in (desk, "chenxiao");
  assert_channels (desk);
  g_clear_pointer (&desk, yc_test_desk_free);
  yc_test_service_kill (service);
  desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  assert_channels (desk);
  g_assert_false (yc_line_get_online (yc_desk_get_line (desk)));
}

/* What becomes of the certificate on its way is seen live, and what failed is sent again. */
static void
test_delivery (void)
{
  g_autoptr (YcTestService) service = service_with_mail ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestFolder) reviewer_folder = yc_test_folder_new ();
  guint16 port;
  g_autoptr (YcProxy) line = yc_proxy_new (&port);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, url);
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (reviewer_folder,
                                                      yc_test_service_get_url (service));
  g_autoptr (YcCaseDelivery) letter = NULL, portal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *trouble = NULL;
  YcCaseDraft *draft;

  lead_to (line, service);
  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_sign_in (reviewer, "wangfang");
  assert_channels (clerk);
  yc_test_desk_wait_for_catalog (clerk);
  draft = yc_test_desk_fill_draft (clerk);
  yc_citizen_set_email (yc_case_draft_get_citizen (draft), "zhou@example.com");
  yc_delivery_wish_set (yc_case_draft_get_wish (draft), "mail", TRUE);
  yc_delivery_wish_set (yc_case_draft_get_wish (draft), "portal", TRUE);
  yc_test_desk_submit (draft);
  wait_for_state (draft, YC_CASE_DRAFT_SENT);
  g_assert_null (get_delivery (draft, 0));
  approve (reviewer, yc_case_draft_get_case_id (draft));
  yc_test_wait_until (has_failed (draft, "z***@example.com"));
  letter = get_delivery (draft, 0);
  trouble = yc_case_delivery_dup_trouble (letter);
  g_assert_cmpstr (trouble, ==, "The receiver cannot be reached.");
  g_assert_cmpstr (yc_case_delivery_get_title (letter), ==, "E-mail");
  g_assert_cmpstr (yc_case_delivery_get_to (letter), ==, "z***@example.com");
  g_assert_true (yc_case_delivery_is_mail (letter));
  g_assert_false (yc_case_delivery_is_void (letter));
  g_assert_nonnull (yc_case_delivery_get_at (letter));
  portal = get_delivery (draft, 1);
  g_assert_false (retry (clerk, portal, NULL, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (retry (clerk, letter, "ma@example.com", &error));
  g_assert_no_error (error);
  yc_test_wait_until (has_failed (draft, "m***@example.com"));
  assert_read_again (service, line, clerk, draft);
}

/* Returned, seen live, mended in the same draft, sent again, approved. */
static void
test_return_and_mend (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestFolder) reviewer_folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (reviewer_folder,
                                                      yc_test_service_get_url (service));
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_sign_in (reviewer, "wangfang");
  draft = submit_one (clerk);
  g_assert_false (yc_test_desk_try_submit (draft, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  g_clear_error (&error);

  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  yc_test_desk_try_decide (reviewer, a_case, YC_CASE_ACTION_RETURN, "R-LEASE-SIGN", &error);
  g_assert_no_error (error);
  wait_for_state (draft, YC_CASE_DRAFT_MENDING);
  g_assert_nonnull (yc_case_get_last_return (yc_case_draft_get_case (draft)));

  yc_form_set_text (yc_case_draft_get_form (draft), "/reason", "已补签名，重新申请。", &error);
  g_assert_no_error (error);
  yc_test_desk_submit (draft);
  wait_for_state (draft, YC_CASE_DRAFT_SENT);
  yc_test_wait_until (yc_case_get_n_tries (yc_case_draft_get_case (draft)) == 2);
  yc_test_wait_until (yc_case_get_state (a_case) == YC_CASE_STATE_SUBMITTED);
  approve (reviewer, yc_case_draft_get_case_id (draft));
}

static void
swallowed_cb (gpointer user_data)
{
  g_atomic_int_inc ((gint *) user_data);
}

/* The service applies the submission, but its answer is lost on the line: sent again by itself, and
 * there is one case, submitted once. */
static void
test_answer_lost (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  guint16 port = 0;
  g_autoptr (YcProxy) proxy = yc_proxy_new (&port);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr (YcTestDesk) desk = NULL;
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (GUri) service_uri = NULL;
  gint n_swallowed = 0;
  YcCaseDraft *draft;

  service_uri = g_uri_parse (yc_test_service_get_url (service), G_URI_FLAGS_NONE, NULL);
  yc_proxy_set_target (proxy, (guint16) g_uri_get_port (service_uri));
  desk = yc_test_desk_new (folder, url);
  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_desk_wait_for_catalog (desk);
  draft = yc_test_desk_fill_draft (desk);
  yc_proxy_swallow_next (proxy, "POST /api/v1/cases ", swallowed_cb, &n_swallowed);
  yc_test_desk_submit (draft);
  command = g_object_ref (yc_case_draft_get_command (draft));
  wait_for_state (draft, YC_CASE_DRAFT_SENT);
  g_assert_cmpint (g_atomic_int_get (&n_swallowed), ==, 1);
  g_assert_cmpuint (yc_command_get_n_tries (command), ==, 2);
  g_assert_cmpuint (yc_case_get_n_tries (yc_case_draft_get_case (draft)), ==, 1);
  g_assert_cmpint (yc_case_get_version (yc_case_draft_get_case (draft)), ==, 1);
}

/* The reviewer decides on what somebody else has changed meanwhile. */
static void
test_conflicting_decision (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autofree char *token = NULL;
  g_autofree char *path = NULL;
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  YcCaseDraft *draft;

  yc_test_desk_sign_in (desk, "chenxiao");
  draft = submit_one (desk);
  id = g_strdup (yc_case_draft_get_case_id (draft));

  /* Own intake is not for the same person to decide, whatever the desk would allow. */
  a_case = g_object_ref (yc_case_draft_get_case (draft));
  g_assert_false (yc_test_desk_try_decide (desk, a_case, YC_CASE_ACTION_APPROVE, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_outbox (desk))), ==, 0);

  token = yc_test_service_sign_in (service, "wangfang");
  path = g_strdup_printf ("/api/v1/cases/%s/decisions", id);
  answer = yc_test_service_post (service, path, token,
                                 "If-Match: \"1\"\r\n"
                                 "Idempotency-Key: 01890000-0000-7000-8000-000000000001\r\n",
                                 "{\"decision\":\"approve\"}", 200);
  yc_test_wait_until (yc_case_get_state (a_case) == YC_CASE_STATE_ISSUED);
}

/* A draft half filled, then the program is gone; it comes back with every word. */
static void
test_restore (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autoptr (JsonNode) data = NULL;
  g_autoptr (YcVisit) visit = NULL;
  YcCaseDraft *draft;

  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_desk_wait_for_catalog (desk);
  draft = yc_test_desk_fill_draft (desk);
  visit = g_object_ref (yc_visits_find_case (yc_desk_get_visits (desk),
                                             yc_case_draft_get_case_id (draft)));
  yc_visit_set_need (visit, "水费太贵");
  id = g_strdup (yc_case_draft_get_case_id (draft));
  title = g_strdup (yc_visit_get_title (visit));
  g_assert_true (g_str_has_prefix (title, "周"));
  g_assert_null (strstr (title, "周伯安"));
  g_assert_true (yc_visit_get_unsent (visit));
  yc_test_wait_until (yc_visit_get_saved (visit) &&
                      yc_visits_get_saved (yc_desk_get_visits (desk)));
  g_clear_object (&visit);

  /* Signed out: nobody sees it. Another user: neither. */
  yc_test_desk_sign_out (desk);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_visits (desk))), ==, 0);
  yc_test_desk_sign_in (desk, "linyu");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_visits (desk))), ==, 0);
  yc_test_desk_sign_in (desk, "chenxiao");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_visits (desk))), ==, 1);

  /* Restarted with the service down: session, catalog, search and draft are there. */
  g_clear_pointer (&desk, yc_test_desk_free);
  yc_test_service_kill (service);
  desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_assert_cmpint (yc_session_get_state (yc_desk_get_session (desk)), ==, YC_SESSION_SIGNED_IN);
  visit = g_list_model_get_item (G_LIST_MODEL (yc_desk_get_visits (desk)), 0);
  g_assert_nonnull (visit);
  g_assert_cmpstr (yc_visit_get_need (visit), ==, "水费太贵");
  g_assert_cmpstr (yc_visit_get_title (visit), ==, title);
  draft = yc_visit_find_draft (visit, id);
  g_assert_nonnull (draft);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_DRAFT);
  g_assert_true (yc_case_draft_get_ready (draft));
  yc_test_wait_until (yc_seeker_get_n_documents (yc_desk_get_seeker (desk)) > 20);

  /* And it can be submitted with the line down. */
  yc_test_desk_submit (draft);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (desk)), ==, 1);
  yc_test_wait_until (yc_line_get_state (yc_desk_get_line (desk)) == YC_LINE_OFFLINE);
  g_assert_nonnull (yc_line_get_error (yc_desk_get_line (desk)));
  g_clear_object (&visit);
  g_clear_pointer (&desk, yc_test_desk_free);

  /* The service is back: the restarted desk sends it by itself. */
  yc_test_service_start (service);
  desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  visit = g_list_model_get_item (G_LIST_MODEL (yc_desk_get_visits (desk)), 0);
  draft = yc_visit_find_draft (visit, id);
  wait_for_state (draft, YC_CASE_DRAFT_SENT);
  yc_test_wait_until (yc_case_draft_get_case (draft) != NULL);
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (desk)), ==, 0);
  g_clear_object (&visit);
  g_clear_pointer (&desk, yc_test_desk_free);

  /* Once more: sent stays sent. */
  desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  visit = g_list_model_get_item (G_LIST_MODEL (yc_desk_get_visits (desk)), 0);
  draft = yc_visit_find_draft (visit, id);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SENT);
  g_assert_nonnull (yc_case_draft_get_case (draft));
}

/* Nothing personal lies on the disk in plain text. */
static void
test_nothing_in_plain_text (void)
{
  static const char *const personal[] = { "周伯安", "990101198103161155", "99010119850125551X",
                                          "马建国", "10000000101", "样例一路" };
  static const char *const files[] = { "desk.db", "desk.db-wal" };
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcVisit) visit = NULL;
  YcCaseDraft *draft;
  gboolean found_any_file = FALSE;

  yc_test_desk_sign_in (desk, "chenxiao");
  draft = submit_one (desk);
  draft = yc_test_desk_fill_draft (desk);
  yc_test_service_kill (service);
  yc_test_wait_until (yc_line_get_state (yc_desk_get_line (desk)) == YC_LINE_OFFLINE);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_visits_get_saved (yc_desk_get_visits (desk)));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (!g_file_get_contents (path, &content, &length, NULL))
        continue;
      found_any_file = TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (personal); j++)
        if (memmem (content, length, personal[j], strlen (personal[j])) != NULL)
          g_error ("%s holds %s in plain text", files[i], personal[j]);
    }
  g_assert_true (found_any_file);
}

static void
test_sign_in_errors (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  YcSession *session = yc_desk_get_session (desk);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_visits_add (yc_desk_get_visits (desk)));
  g_assert_false (yc_test_desk_try_sign_in (desk, "chenxiao", "wrong", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);
  g_assert_cmpint (yc_session_get_state (session), ==, YC_SESSION_SIGNED_OUT);

  yc_test_desk_sign_in (desk, "chenxiao");
  g_assert_cmpstr (yc_session_get_user_name (session), ==, "陈晓");
  g_assert_cmpint (yc_session_get_role (session), ==, YC_ROLE_CLERK);
  g_assert_false (yc_test_desk_try_sign_in (desk, "wangfang", "wrong", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);
  g_assert_cmpint (yc_session_get_state (session), ==, YC_SESSION_SIGNED_IN);
  g_assert_cmpstr (yc_session_get_user_id (session), ==, "chenxiao");

  yc_test_service_kill (service);
  g_assert_false (yc_test_desk_try_sign_in (desk, "wangfang", "yanlian-2026", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE);
}

static void
test_lists (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcLiveList) all = NULL;
  g_autoptr (YcLiveList) returned = NULL;
  g_autoptr (YcLiveList) certificates = NULL;
  g_autoptr (YcCaseFilters) filters = yc_case_filters_new ();
  g_autoptr (YcCase) first = NULL;
  g_autoptr (YcCase) same = NULL;
  guint n;

  yc_test_desk_sign_in (desk, "lijun");
  all = yc_desk_create_case_list (desk, YC_CASE_VIEW_PLACE, NULL);
  yc_test_wait_until (yc_live_list_get_load_state (all) == YC_LOAD_READY);
  n = g_list_model_get_n_items (G_LIST_MODEL (all));
  g_assert_cmpuint (n, ==, 50);
  g_assert_true (yc_live_list_get_has_more (all));
  yc_live_list_load_more (all);
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (all)) > n);

  filters->state = YC_CASE_STATE_RETURNED;
  returned = yc_desk_create_case_list (desk, YC_CASE_VIEW_PLACE, filters);
  yc_test_wait_until (yc_live_list_get_load_state (returned) == YC_LOAD_READY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (returned)), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (returned)); i++)
    {
      g_autoptr (YcCase) a_case = g_list_model_get_item (G_LIST_MODEL (returned), i);

      g_assert_cmpint (yc_case_get_state (a_case), ==, YC_CASE_STATE_RETURNED);
    }

  /* One object for one case, whoever shows it. */
  first = g_list_model_get_item (G_LIST_MODEL (returned), 0);
  g_assert_false (yc_case_is_whole (first));
  same = yc_test_desk_load_case (desk, yc_case_get_id (first));
  g_assert_true (first == same);
  g_assert_true (yc_case_is_whole (first));

  certificates = yc_desk_create_certificate_list (desk);
  yc_test_wait_until (yc_live_list_get_load_state (certificates) == YC_LOAD_READY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (certificates)), >, 0);
}

static void
test_returns (void)
{
  g_autoptr (YcTestService) service = demo_service ();
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) summary = NULL;

  yc_test_desk_sign_in (desk, "lijun");
  yc_desk_load_returns_async (desk, "2020-01-01", "2039-12-31", NULL, NULL, yc_test_keep_result,
                              &result);
  yc_test_wait_until (result != NULL);
  summary = yc_desk_load_returns_finish (desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (summary, "intake"), >, 0);
  g_clear_object (&result);

  yc_test_desk_sign_in (desk, "chenxiao");
  yc_desk_load_returns_async (desk, "2020-01-01", "2039-12-31", NULL, NULL, yc_test_keep_result,
                              &result);
  yc_test_wait_until (result != NULL);
  g_assert_null (yc_desk_load_returns_finish (desk, result, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DENIED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/service/main-job", test_main_job);
  g_test_add_func ("/client/service/delivery", test_delivery);
  g_test_add_func ("/client/service/channels-offline", test_channels_offline);
  g_test_add_func ("/client/service/return-and-mend", test_return_and_mend);
  g_test_add_func ("/client/service/answer-lost", test_answer_lost);
  g_test_add_func ("/client/service/conflicting-decision", test_conflicting_decision);
  g_test_add_func ("/client/service/restore", test_restore);
  g_test_add_func ("/client/service/nothing-in-plain-text", test_nothing_in_plain_text);
  g_test_add_func ("/client/service/sign-in-errors", test_sign_in_errors);
  g_test_add_func ("/client/service/lists", test_lists);
  g_test_add_func ("/client/service/returns", test_returns);
  return g_test_run ();
}

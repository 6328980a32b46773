/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knowledge base kept together by several desks of a real service: reported with the line down,
 * published by who keeps it, at every desk and with the reporter a moment later. */
#include "../e2e/yc-proxy.h"
#include "yc-desk-knowledge.h"
#include "yc-day.h"
#include "yc-json.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"

/* Every desk shall have a new version within seconds. */
#define SECONDS 5

typedef struct
{
  YcTestService *service;
  YcProxy       *proxy;
  char          *url;
  YcTestFolder  *folders[3];
  YcDesk        *clerk;
  YcDesk        *other;
  YcDesk        *owner;
} Fixture;

/* The service has another port each time it is started. */
static void
connect_proxy (Fixture *self)
{
  g_autoptr (GUri) uri =
    g_uri_parse (yc_test_service_get_url (self->service), G_URI_FLAGS_NONE, NULL);

  yc_proxy_set_target (self->proxy, (guint16) g_uri_get_port (uri));
}

static YcDesk *
open_desk (Fixture    *self,
           guint       i,
           const char *user)
{
  YcDesk *desk;

  self->folders[i] = yc_test_folder_new ();
  desk = yc_test_desk_new (self->folders[i], self->url);
  yc_test_desk_sign_in (desk, user);
  yc_test_desk_wait_for_catalog (desk);
  return desk;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  guint16 port;

  self->service = yc_test_service_new (TRUE, NULL);
  self->proxy = yc_proxy_new (&port);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", port);
  connect_proxy (self);
  self->clerk = open_desk (self, 0, "chenxiao");
  self->other = open_desk (self, 1, "linyu");
  self->owner = open_desk (self, 2, "admin");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  yc_test_desk_free (self->clerk);
  yc_test_desk_free (self->other);
  yc_test_desk_free (self->owner);
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

static YcCommand *
record (YcDesk        *desk,
        YcInquiryKind  kind,
        const char    *entry)
{
  YcNewInquiry inquiry = { .kind = kind, .question = "表格里的数字不对", .entry = entry,
                           .by_phone = TRUE, .name = "欧阳测试", .phone = "13912348765" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcCommand *command;

  yc_desk_record_inquiry_async (desk, &inquiry, NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  command = yc_desk_record_inquiry_finish (desk, result, &error);
  g_assert_no_error (error);
  return command;
}

static JsonObject *
load_entry (YcDesk     *desk,
            const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *entry;

  yc_desk_load_entry_async (desk, id, NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  entry = yc_desk_load_entry_finish (desk, result, &error);
  g_assert_no_error (error);
  return entry;
}

static gboolean
publish (YcDesk      *desk,
         const char  *id,
         gint64       base,
         const char  *answer,
         const char  *inquiry,
         char       **words,
         GError     **error)
{
  g_autofree char *today = yc_day_dup_today ();
  g_autofree char *text = g_strdup_printf (
    "{\"version\":{\"question\":\"阶梯水价一户按几人计算？\",\"answer\":\"%s\",\"body\":\"细节\","
    "\"source\":\"《新公告》\",\"from\":\"%s\"}%s%s%s}", answer, today,
    inquiry != NULL ? ",\"inquiries\":[\"" : "", inquiry != NULL ? inquiry : "",
    inquiry != NULL ? "\"]" : "");
  g_autoptr (JsonNode) body = yc_json_parse (text, -1, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_publish_entry_async (desk, id, base, json_node_get_object (body), NULL, keep_cb, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_publish_entry_finish (desk, result, words, error);
}

static const char *
get_answer (YcDesk *desk)
{
  YcKnowledgeEntry *entry = yc_test_desk_take_entry (desk, "water-base-headcount");
  g_autofree char *path = yc_catalog_dup_place_path (yc_desk_get_catalog (desk));
  g_autofree char *today = yc_day_dup_today ();
  YcKnowledgeVersion *version = yc_knowledge_entry_find_version (entry, path, today);

  return yc_knowledge_version_get_answer (version);
}

static YcInquiry *
get_first (YcLiveList *list)
{
  g_autoptr (YcInquiry) inquiry = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return inquiry;
}

static gboolean
is_answered (YcLiveList *list)
{
  YcInquiry *inquiry = get_first (list);

  return inquiry != NULL && yc_inquiry_get_state (inquiry) == YC_INQUIRY_ANSWERED;
}

/* From the report to the answer at the other desk. */
static void
test_together (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (self->clerk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (YcLiveList) open = yc_desk_create_inquiry_list (self->owner, YC_INQUIRY_VIEW_OPEN);
  g_autoptr (JsonObject) entry = load_entry (self->owner, "water-base-headcount");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 begun;
  double seconds;

  g_assert_nonnull (strstr (get_answer (self->other), "4 人"));
  command = record (self->clerk, YC_INQUIRY_MISTAKE, "water-base-headcount");
  yc_test_wait_until (get_first (open) != NULL && get_first (mine) != NULL);
  id = g_strdup (yc_inquiry_get_id (get_first (open)));
  g_assert_cmpstr (yc_inquiry_get_by_id (get_first (open)), ==, "chenxiao");
  g_assert_cmpstr (yc_inquiry_get_phone (get_first (open)), ==, "139****8765");
  g_assert_false (is_answered (mine));

  begun = g_get_monotonic_time ();
  g_assert_true (publish (self->owner, "water-base-headcount",
                          yc_json_get_int (entry, "version", 0), "一户按 6 人计算。", id, NULL, &error));
  g_assert_no_error (error);
  yc_test_wait_until (strstr (get_answer (self->other), "6 人") != NULL &&
                      strstr (get_answer (self->clerk), "6 人") != NULL);
  yc_test_wait_until (is_answered (mine));
  seconds = (g_get_monotonic_time () - begun) / 1e6;
  g_test_message ("at every desk, and with the reporter, after %.3f s", seconds);
  g_assert_cmpfloat (seconds, <, SECONDS);
  yc_test_wait_until (get_first (open) == NULL);
}

/* Somebody was faster; something is wrong; not for this role. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (JsonObject) entry = load_entry (self->owner, "water-base-headcount");
  gint64 base = yc_json_get_int (entry, "version", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_false (publish (self->owner, "water-base-headcount", base + 1, "新答案。", NULL, NULL,
                           &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (publish (self->clerk, "water-base-headcount", base, "新答案。", NULL, NULL,
                           &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (publish (self->owner, "water-several-meters", 0, "新答案。", NULL, NULL, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (publish (self->owner, "another", 0, "新答案。", NULL, &words, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INVALID);
  g_assert_nonnull (words);
}

static void
step_inquiry (YcDesk      *desk,
              YcInquiry   *inquiry,
              const char  *action,
              GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_step_inquiry_async (desk, inquiry, action, "已回电说明", NULL, NULL, NULL, NULL, keep_cb,
                              &result);
  yc_test_wait_until (result != NULL);
  yc_desk_step_inquiry_finish (desk, result, error);
}

/* Kept with the line down, once, and sent by itself. */
static void
step_without_line (Fixture   *self,
                   YcInquiry *inquiry)
{
  g_autoptr (GError) error = NULL;

  yc_test_service_kill (self->service);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (self->clerk)));
  step_inquiry (self->clerk, inquiry, "reopen", &error);
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING);
  g_assert_nonnull (yc_desk_find_inquiry_step (self->clerk, inquiry));
  yc_test_service_start (self->service);
  connect_proxy (self);
  yc_test_wait_until (yc_desk_find_inquiry_step (self->clerk, inquiry) == NULL);
  yc_test_wait_until (yc_inquiry_get_state (inquiry) == YC_INQUIRY_OPEN);
}

/* Recorded with the line down, sent when it is back, answered by the owner; whole only when asked. */
static void
test_line_down (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (YcLiveList) mine = yc_desk_create_inquiry_list (self->clerk, YC_INQUIRY_VIEW_MINE);
  g_autoptr (YcLiveList) open = NULL;
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YcInquiry) whole = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_wait_until (yc_live_list_get_load_state (mine) == YC_LOAD_READY);
  yc_test_service_kill (self->service);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (self->clerk)));
  command = record (self->clerk, YC_INQUIRY_CONSULTATION, NULL);
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (self->clerk)), ==, 1);
  yc_test_service_start (self->service);
  connect_proxy (self);
  yc_test_wait_until (get_first (mine) != NULL);
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (self->clerk)), ==, 0);
  open = yc_desk_create_inquiry_list (self->owner, YC_INQUIRY_VIEW_OPEN);
  yc_test_wait_until (get_first (open) != NULL);
  step_inquiry (self->owner, get_first (open), "answer", &error);
  g_assert_no_error (error);
  yc_test_wait_until (is_answered (mine));
  g_assert_true (yc_inquiry_get_news (get_first (mine)));
  step_inquiry (self->clerk, get_first (mine), "answer", &error);
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  yc_desk_load_inquiry_async (self->clerk, yc_inquiry_get_id (get_first (mine)), NULL, keep_cb,
                              &result);
  yc_test_wait_until (result != NULL);
  whole = yc_desk_load_inquiry_finish (self->clerk, result, NULL);
  g_assert_cmpstr (yc_inquiry_get_phone (whole), ==, "13912348765");
  g_assert_cmpuint (json_array_get_length (yc_inquiry_get_steps (whole)), ==, 1);
  /* The person stays masked where the list shows it. */
  g_assert_cmpstr (yc_inquiry_get_phone (get_first (mine)), ==, "139****8765");
  step_without_line (self, get_first (mine));
  g_assert_false (yc_inquiry_get_news (get_first (mine)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/client/knowledge/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("together", test_together);
  ADD ("refused", test_refused);
  ADD ("line-down", test_line_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the counter to the reference receivers: the settings that lead there, a case whose certificate
 * goes there, and how far it has come. */
#include "yc-test-delivery.h"

#include "yc-test-folder.h"
#include "yc-uuid.h"

#include <string.h>
#include <sys/wait.h>

#define APPROVE "{\"decision\":\"approve\"}"
#define RETRY "/retries"

static YcTestReceivers *receivers;

JsonObject *
yc_test_delivery_receive (const char *to,
                          guint       n)
{
  return yc_test_receivers_await (receivers, to, n);
}

GPtrArray *
yc_test_delivery_list_received (const char *to)
{
  return yc_test_receivers_list (receivers, to);
}

char *
yc_test_delivery_write_webhook (const char *path)
{
  return g_strdup_printf ("\"title\":\"%s\",\"url\":\"http://127.0.0.1:%d/%s\",\"secret_file\":\"%s/secret\"",
                          "收件方", yc_test_receivers_get_port (receivers, "http"), path,
                          yc_test_receivers_get_folder (receivers));
}

char *
yc_test_delivery_write_department (const char *id,
                                   const char *path)
{
  g_autofree char *webhook = yc_test_delivery_write_webhook (path);

  return g_strdup_printf ("{\"id\":\"%s\",%s,\"items\":[\"TS-0001\"],"
                          "\"fields\":[\"form.account\",\"form.none\",\"case.number\"]}", id, webhook);
}

char *
yc_test_delivery_write_mail (const char *server,
                             gboolean    trusted,
                             const char *password)
{
  const char *folder = yc_test_receivers_get_folder (receivers);
  g_autofree char *ca = g_strdup_printf ("\"ca_file\":\"%s/ca.pem\",", folder);

  return g_strdup_printf ("%s\"mail\":{\"url\":\"smtp://127.0.0.1:%d\",\"from\":\"post@example.com\","
                          "\"from_name\":\"甲镇政务\",\"user\":\"yichuang\","
                          "\"password_file\":\"%s/%s\"}",
                          trusted ? ca : "", yc_test_receivers_get_port (receivers, server), folder,
                          password);
}

/* The service starts anew with these settings. */
void
yc_test_delivery_set_up (YcApiFixture *self,
                         const char   *settings,
                         guint         answer_seconds)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "delivery.json", NULL);
  g_autofree char *text = g_strdup_printf (
    "{%s,\"retry\":{\"first_seconds\":0.05,\"most_hours\":1,\"answer_seconds\":%u}}", settings,
    answer_seconds);

  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  yc_test_service_start (self->service);
}

/* A case with the applicant's wish; returns its body's answer. */
JsonObject *
yc_test_delivery_submit (YcApiFixture *self,
                         const char   *id,
                         const char   *email,
                         const char   *channels,
                         guint         status)
{
  g_autofree char *applicant = g_strdup_printf (
    "{\"name\":\"周伯安\",\"id_number\":\"990101198103161155\",\"email\":\"%s\"}", email);
  g_autofree char *plain = yc_api_fixture_write_case (self, id, "TS-0001", applicant, NULL, NULL);
  g_autofree char *body = g_strdup_printf ("%.*s,\"delivery\":{\"channels\":[%s]}}",
                                           (int) strlen (plain) - 1, plain, channels);
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, "/api/v1/cases", self->clerk, headers, body, status);
}

char *
yc_test_delivery_issue (YcApiFixture *self,
                        const char   *email,
                        const char   *channels)
{
  char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) taken = yc_test_delivery_submit (self, id, email, channels, 201);
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);

  g_assert_nonnull (json_object_get_object_member (issued, "certificate"));
  return id;
}

JsonObject *
yc_test_delivery_find (YcApiFixture *self,
                       const char   *case_id,
                       const char   *channel)
{
  g_autofree char *path = yc_api_fixture_get_path (case_id, "");
  g_autoptr (JsonObject) whole = yc_test_service_get (self->service, path, self->clerk, 200);
  JsonArray *all = json_object_get_array_member (whole, "deliveries");

  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *delivery = json_array_get_object_element (all, i);

      if (g_str_equal (json_object_get_string_member (delivery, "channel"), channel))
        return json_object_ref (delivery);
    }
  return NULL;
}

/* Waits until the delivery is in @state and @detail stood in its way; returns how often it was
 * tried. */
gint64
yc_test_delivery_await (YcApiFixture *self,
                        const char   *case_id,
                        const char   *channel,
                        const char   *state,
                        const char   *detail)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  for (;;)
    {
      g_autoptr (JsonObject) delivery = yc_test_delivery_find (self, case_id, channel);
      const char *now = json_object_get_string_member (delivery, "state");
      const char *why = json_object_get_string_member (delivery, "detail");

      if (g_str_equal (now, state) && g_str_equal (why, detail))
        return json_object_get_int_member (delivery, "n_tries");
      if (g_get_monotonic_time () > deadline)
        g_error ("%s is %s (%s), not %s (%s)", channel, now, why, state, detail);
      yc_test_iterate ();
    }
}

JsonObject *
yc_test_delivery_retry (YcApiFixture *self,
                        const char   *case_id,
                        const char   *channel,
                        const char   *to,
                        guint         status)
{
  g_autoptr (JsonObject) delivery = yc_test_delivery_find (self, case_id, channel);
  g_autofree char *path = g_strconcat (
    "/api/v1/deliveries/", json_object_get_string_member (delivery, "id"), RETRY, NULL);
  g_autofree char *body =
    to != NULL ? g_strdup_printf ("{\"to\":\"%s\"}", to) : g_strdup ("{\"to\":null}");
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, path, self->clerk, headers, body, status);
}

void
yc_test_delivery_assert_has_not (JsonObject *object,
                                 const char *word)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  g_assert_null (strstr (text, word));
}

void
yc_test_delivery_run_ctl (const char *command,
                          const char *path,
                          int         status,
                          const char *words)
{
  g_autofree char *line =
    g_strdup_printf ("%s delivery %s %s", YC_TEST_YICHUANGCTL, command, path);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int wait_status;

  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output,
                               NULL, &wait_status, &error));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, status);
  if (strstr (output, words) == NULL)
    g_error ("%s is not in: %s", words, output);
}

int
yc_test_delivery_run (int               argc,
                      char            **argv,
                      const YcApiTest  *tests)
{
  int status;

  receivers = yc_test_receivers_new ();
  status = yc_api_fixture_run (argc, argv, tests);
  yc_test_receivers_free (receivers);
  return status;
}

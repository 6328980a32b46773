/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the counter to the receivers: what was agreed to and asked for arrives, once each as far as
 * the receiver can tell, whatever fails on the way, and nothing else does. */
#include "yc-api-ledger.h"

#include "yc-delivery-course.h"
#include "yc-delivery-settings.h"
#include "yc-mail.h"
#include "yc-test-folder.h"
#include "yc-test-receivers.h"
#include "yc-uuid.h"
#include "yc-webhook-signature.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#define APPROVE "{\"decision\":\"approve\"}"
#define RETRY "/retries"

static YcTestReceivers *receivers;

/* Without a service */

/* The example of the specification. */
static void
test_signature (YcApiFixture *self)
{
  g_autoptr (GBytes) secret =
    yc_webhook_signature_read_secret ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  g_autofree char *made = NULL;
  static const char *const bad[] = {
    "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZI",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw!", "whsec_ MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  };

  g_assert_nonnull (secret);
  made = yc_webhook_signature_make (secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                                    "{\"test\": 2432232314}");
  g_assert_cmpstr (made, ==, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (yc_webhook_signature_read_secret (bad[i]));
}

static void
test_words (YcApiFixture *self)
{
  static const char *const good[] = { "zhou@example.com", "a.b+c@mail.example.org", "x@a-b.cn" };
  static const char *const bad[] = {
    "", "zhou", "@example.com", "zhou@", "zhou@example", "a@b.c\r\nBcc: x@y.z", "a b@example.com",
    "<a@example.com>", "a@example.com,b@example.com", "周@example.com", ".a@example.com",
    "a..b@example.com", "a@-b.com", "a@b..com", "\"a\"@example.com", "a@[127.0.0.1]",
  };
  g_autofree char *plain = yc_mail_encode_words ("Plain words");
  g_autofree char *chinese = yc_mail_encode_words ("【甲村】测试证明（电子证明）测试证明测试证明");
  g_auto (GStrv) lines = g_strsplit (chinese, "\r\n", -1);
  g_autofree char *masked = yc_delivery_address_mask ("zhou@example.com");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (yc_delivery_address_is_good (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (yc_delivery_address_is_good (bad[i]));
  g_assert_cmpstr (plain, ==, "Plain words");
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 76);
  g_assert_cmpstr (masked, ==, "z***@example.com");
}

static void
test_waits (YcApiFixture *self)
{
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 1, 0.5), 30, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 3, 0.5), 120, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 100, 0.5), 3600, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 1, 0), 24, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 1, 1), 36, 0.001);
}

#define WEBHOOK "\"title\":\"门户\",\"secret_file\":\"secret\""
#define DEPARTMENT                                                                               \
  "{\"id\":\"d\",\"title\":\"t\",\"url\":\"https://a.example/\",\"secret_file\":\"secret\","      \
  "\"items\":[\"X\"],\"fields\":[\"form.a\"]}"

static const struct
{
  const char *text;
  const char *mistake;
} settings_table[] = {
  { "{}", NULL },
  { "{\"portal\":{\"url\":\"https://a.example/in\"," WEBHOOK "}}", NULL },
  { "{\"portal\":{\"url\":\"http://127.0.0.1:1/in\"," WEBHOOK "}}", NULL },
  { "{\"portal\":{\"url\":\"http://[::1]:1/in\"," WEBHOOK "}}", NULL },
  { "{\n\"portal\":{\n\"url\":\"http://a.example/in\"," WEBHOOK "}}", ":3:7: " },
  { "{\"portal\":{\"url\":\"http://127.0.0.1.a.example/\"," WEBHOOK "}}", "https" },
  { "{\"portal\":{\"url\":\"ftp://a.example/\"," WEBHOOK "}}", ":1:18: " },
  { "{\"portal\":{\"url\":\"https://u:p@a.example/\"," WEBHOOK "}}", ":1:18: " },
  { "{\"portal\":{\"url\":\"https://a.example/\",\"title\":\"x\",\"secret_file\":\"none\"}}", "none" },
  { "{\"portal\":{\"url\":\"https://a.example/\",\"title\":\"x\",\"secret_file\":\"open\"}}",
    "0600" },
  { "{\"portal\":{\"url\":\"https://a.example/\",\"title\":\"x\",\"secret_file\":\"password\"}}",
    "whsec_" },
  { "{\"portal\":{\"url\":\"https://a.example/\",\"title\":\"x\"}}", "secret_file" },
  { "{\"ca_file\":\"none.pem\"}", ":1:12: " },
  { "{\"mail\":{\"url\":\"smtp://mail.example\",\"from\":\"a@example.com\"}}", NULL },
  { "{\"mail\":{\"url\":\"smtp://mail.example\",\"from\":\"nobody\"}}", "e-mail" },
  { "{\"mail\":{\"url\":\"http://mail.example\",\"from\":\"a@example.com\"}}", ":1:16: " },
  { "{\"mail\":{\"url\":\"smtp://mail.example\",\"from\":\"a@example.com\",\"starttls\":false}}",
    "this machine" },
  { "{\"mail\":{\"url\":\"smtp://localhost\",\"from\":\"a@example.com\",\"starttls\":false}}", NULL },
  { "{\"mail\":{\"url\":\"smtp://mail.example\",\"from\":\"a@example.com\",\"user\":\"u\"}}",
    "password_file" },
  { "{\"mail\":{\"url\":\"smtp://mail.example\",\"from\":\"a@example.com\",\"from_name\":\"a\\nb\"}}",
    ":1:" },
  { "{\"departments\":[" DEPARTMENT "]}", NULL },
  { "{\"departments\":[" DEPARTMENT ",\n" DEPARTMENT "]}", ":2:" },
  { "{\"retry\":{\"first_seconds\":0}}", ":1:" },
  { "{\"sms\":{}}", "sms" },
  { "[]", ":1:1: " },
  { "{", "line 1" },
};

static void
run_ctl (const char *command,
         const char *path,
         int         status,
         const char *words)
{
  const char *const argv[] = { YC_TEST_YICHUANGCTL, "delivery", command, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int wait_status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output,
                               NULL, &wait_status, &error));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, status);
  if (strstr (output, words) == NULL)
    g_error ("%s is not in: %s", words, output);
}

/* Each mistake is told with its place. */
static void
test_settings (YcApiFixture *self)
{
  g_autofree char *path = g_build_filename (yc_test_receivers_get_folder (receivers),
                                            "settings.json", NULL);
  g_autofree char *open = g_build_filename (yc_test_receivers_get_folder (receivers), "open", NULL);

  g_assert_true (g_file_set_contents (open, "whsec_x", -1, NULL));
  g_chmod (open, 0644);
  for (guint i = 0; i < G_N_ELEMENTS (settings_table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcDeliverySettings) settings = NULL;

      g_assert_true (g_file_set_contents (path, settings_table[i].text, -1, NULL));
      run_ctl ("check", path, settings_table[i].mistake != NULL ? 1 : 0,
               settings_table[i].mistake != NULL ? settings_table[i].mistake : "");
      settings = yc_delivery_settings_new (path, &error);
      if (settings_table[i].mistake == NULL)
        g_assert_no_error (error);
      else if (error == NULL || strstr (error->message, settings_table[i].mistake) == NULL)
        g_error ("%s: %s", settings_table[i].text, error != NULL ? error->message : "taken");
    }
}

/* With a service and the reference receivers */

static char *
write_webhook (const char *path)
{
  return g_strdup_printf ("\"title\":\"%s\",\"url\":\"http://127.0.0.1:%d/%s\",\"secret_file\":\"%s/secret\"",
                          "收件方", yc_test_receivers_get_port (receivers, "http"), path,
                          yc_test_receivers_get_folder (receivers));
}

static char *
write_department (const char *id,
                  const char *path)
{
  g_autofree char *webhook = write_webhook (path);

  return g_strdup_printf ("{\"id\":\"%s\",%s,\"items\":[\"TS-0001\"],"
                          "\"fields\":[\"form.account\",\"form.none\",\"case.number\"]}", id, webhook);
}

static char *
write_mail (const char *server,
            gboolean    trusted)
{
  const char *folder = yc_test_receivers_get_folder (receivers);
  g_autofree char *ca = g_strdup_printf ("\"ca_file\":\"%s/ca.pem\",", folder);

  return g_strdup_printf ("%s\"mail\":{\"url\":\"smtp://127.0.0.1:%d\",\"from\":\"post@example.com\","
                          "\"from_name\":\"甲镇政务\",\"user\":\"yichuang\","
                          "\"password_file\":\"%s/password\"}",
                          trusted ? ca : "", yc_test_receivers_get_port (receivers, server), folder);
}

/* The service starts anew with these settings. */
static void
set_up (YcApiFixture *self,
        const char   *settings)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "delivery.json", NULL);
  g_autofree char *text = g_strdup_printf (
    "{%s,\"retry\":{\"first_seconds\":0.05,\"most_hours\":1,\"answer_seconds\":1}}", settings);

  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  yc_test_service_start (self->service);
}

/* A case with the applicant's wish; returns its body's answer. */
static JsonObject *
submit (YcApiFixture *self,
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

static char *
issue (YcApiFixture *self,
       const char   *email,
       const char   *channels)
{
  char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) taken = submit (self, id, email, channels, 201);
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);

  g_assert_nonnull (json_object_get_object_member (issued, "certificate"));
  return id;
}

static JsonObject *
find (YcApiFixture *self,
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
static gint64
await (YcApiFixture *self,
       const char   *case_id,
       const char   *channel,
       const char   *state,
       const char   *detail)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  for (;;)
    {
      g_autoptr (JsonObject) delivery = find (self, case_id, channel);
      const char *now = json_object_get_string_member (delivery, "state");
      const char *why = json_object_get_string_member (delivery, "detail");

      if (g_str_equal (now, state) && g_str_equal (why, detail))
        return json_object_get_int_member (delivery, "n_tries");
      if (g_get_monotonic_time () > deadline)
        g_error ("%s is %s (%s), not %s (%s)", channel, now, why, state, detail);
      yc_test_iterate ();
    }
}

static JsonObject *
retry (YcApiFixture *self,
       const char   *case_id,
       const char   *channel,
       const char   *to,
       guint         status)
{
  g_autoptr (JsonObject) delivery = find (self, case_id, channel);
  g_autofree char *path = g_strconcat (
    "/api/v1/deliveries/", json_object_get_string_member (delivery, "id"), RETRY, NULL);
  g_autofree char *body =
    to != NULL ? g_strdup_printf ("{\"to\":\"%s\"}", to) : g_strdup ("{\"to\":null}");
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, path, self->clerk, headers, body, status);
}

static void
assert_has_not (JsonObject *object,
                const char *word)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  g_assert_null (strstr (text, word));
}

static void
assert_letter (JsonObject *letter,
               const char *sha256)
{
  JsonArray *files = json_object_get_array_member (letter, "files");
  JsonObject *file = json_array_get_object_element (files, 0);

  g_assert_true (json_object_get_boolean_member (letter, "encrypted"));
  g_assert_cmpstr (json_object_get_string_member (letter, "subject"), ==,
                   "【甲村】测试证明（电子证明）");
  g_assert_nonnull (strstr (json_object_get_string_member (letter, "from"), "甲镇政务"));
  g_assert_nonnull (strstr (json_object_get_string_member (letter, "text"), "测试证明"));
  g_assert_nonnull (strstr (json_object_get_string_member (letter, "text"), "/verify/ZT01-"));
  g_assert_cmpstr (json_object_get_string_member (letter, "auto"), ==, "auto-generated");
  g_assert_cmpuint (json_array_get_length (files), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (file, "type"), ==, "application/pdf");
  g_assert_cmpstr (json_object_get_string_member (file, "sha256"), ==, sha256);
  assert_has_not (letter, "周伯安");
}

static JsonObject *
get_data (JsonObject *arrival)
{
  g_assert_true (json_object_get_boolean_member (arrival, "signed"));
  return json_object_get_object_member (json_object_get_object_member (arrival, "body"), "data");
}

/* The very bytes of the certificate, and whose it is. */
static void
assert_portal (JsonObject *arrival,
               const char *sha256)
{
  JsonObject *data = get_data (arrival);
  gsize length;
  g_autofree guchar *pdf =
    g_base64_decode (json_object_get_string_member (data, "pdf"), &length);
  g_autofree char *found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, pdf, length);

  g_assert_cmpstr (found, ==, sha256);
  g_assert_cmpstr (json_object_get_string_member (
    json_object_get_object_member (data, "recipient"), "name"), ==, "周伯安");
}

/* What was agreed on, and not one field more. */
static void
assert_department (JsonObject *arrival)
{
  JsonObject *data = get_data (arrival);
  JsonObject *fields = json_object_get_object_member (data, "fields");

  g_assert_cmpuint (json_object_get_size (fields), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (fields, "form.account"), ==, "20260718");
  g_assert_true (json_object_get_null_member (fields, "form.none"));
  g_assert_false (json_object_has_member (data, "pdf"));
  assert_has_not (data, "周伯安");
  assert_has_not (data, "990101198103161155");
}

static char *
get_sha256 (YcApiFixture *self,
            const char   *case_id)
{
  g_autofree char *path = yc_api_fixture_get_path (case_id, "/certificate");
  g_autoptr (YcTestAnswer) pdf =
    yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);

  g_assert_cmpuint (pdf->status, ==, 200);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, pdf->body->data, pdf->body->len);
}

static void
test_arrives (YcApiFixture *self)
{
  static const char *const channels[] = { "mail", "portal", "account", "app", "department:water" };
  g_autofree char *mail = write_mail ("smtp", TRUE);
  g_autofree char *portal = write_webhook ("portal-a");
  g_autofree char *account = write_webhook ("account-a");
  g_autofree char *app = write_webhook ("app-a");
  g_autofree char *water = write_department ("water", "water-a");
  g_autofree char *settings =
    g_strdup_printf ("%s,\"portal\":{%s},\"account\":{%s},\"app\":{%s},\"departments\":[%s]", mail,
                     portal, account, app, water);
  g_autofree char *id = NULL, *sha256 = NULL;
  g_autoptr (JsonObject) letter = NULL, at_portal = NULL, at_water = NULL;

  set_up (self, settings);
  id = issue (self, "zhou@example.com", "\"mail\",\"portal\",\"account\",\"app\"");
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    g_assert_cmpint (await (self, id, channels[i], "delivered", ""), ==, 1);
  sha256 = get_sha256 (self, id);
  letter = yc_test_receivers_await (receivers, "zhou@example.com", 1);
  assert_letter (letter, sha256);
  at_portal = yc_test_receivers_await (receivers, "/portal-a", 1);
  assert_portal (at_portal, sha256);
  at_water = yc_test_receivers_await (receivers, "/water-a", 1);
  assert_department (at_water);
}

/* Who did not agree is sent nothing, and who agreed to a channel that is not there is told. */
static void
test_wishes (YcApiFixture *self)
{
  g_autofree char *portal = write_webhook ("portal-b");
  g_autofree char *settings = g_strdup_printf ("\"portal\":{%s}", portal);
  g_autofree char *silent = NULL, *id = NULL, *wrong = yc_uuid_v7_new ();
  g_autoptr (JsonObject) refused = NULL, conflict = NULL, channels = NULL;
  g_autoptr (GPtrArray) came = NULL;

  set_up (self, settings);
  silent = issue (self, "zhou@example.com", "");
  g_assert_null (find (self, silent, "portal"));
  id = issue (self, "zhou@example.com", "\"portal\",\"app\"");
  await (self, id, "portal", "delivered", "");
  g_assert_cmpint (await (self, id, "app", "failed", "settings"), ==, 0);
  came = yc_test_receivers_list (receivers, "/portal-b");
  g_assert_cmpuint (came->len, ==, 1);
  conflict = retry (self, id, "app", NULL, 409);
  g_clear_pointer (&conflict, json_object_unref);
  conflict = retry (self, id, "portal", NULL, 409);
  refused = submit (self, wrong, "not-an-address", "\"mail\"", 422);
  channels = yc_test_service_get (self->service, "/api/v1/delivery-channels", self->clerk, 200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (channels, "channels")), ==,
                    1);
}

/* What passes is tried again under the same id; what stays waits for somebody. */
static void
test_troubles (YcApiFixture *self)
{
  g_autofree char *portal = write_webhook ("portal-c?answers=503,429:1,408,200");
  g_autofree char *account = write_webhook ("account-c?answers=410,200");
  g_autofree char *app = write_webhook ("app-c?answers=302,200");
  g_autofree char *odd = write_department ("odd", "odd-c?answers=garbage,hang,drip,huge");
  g_autofree char *settings = g_strdup_printf (
    "\"portal\":{%s},\"account\":{%s},\"app\":{%s},\"departments\":[%s]", portal, account, app, odd);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) came = NULL;
  g_autoptr (JsonObject) again = NULL, elsewhere = NULL;

  set_up (self, settings);
  id = issue (self, "", "\"portal\",\"account\",\"app\"");
  g_assert_cmpint (await (self, id, "account", "failed", "http-410"), ==, 1);
  g_assert_cmpint (await (self, id, "app", "failed", "redirect"), ==, 1);
  elsewhere = retry (self, id, "account", "zhou@example.com", 422);
  again = retry (self, id, "account", NULL, 200);
  g_assert_cmpint (await (self, id, "account", "delivered", ""), ==, 2);
  g_assert_cmpint (await (self, id, "portal", "delivered", ""), ==, 4);
  g_assert_cmpint (await (self, id, "department:odd", "delivered", ""), ==, 4);
  came = yc_test_receivers_list (receivers, "/portal-c");
  g_assert_cmpuint (came->len, ==, 4);
  for (guint i = 0; i < came->len; i++)
    {
      JsonObject *arrival = g_ptr_array_index (came, i);

      g_assert_true (json_object_get_boolean_member (arrival, "signed"));
      g_assert_cmpstr (json_object_get_string_member (arrival, "id"), ==,
                       json_object_get_string_member (g_ptr_array_index (came, 0), "id"));
    }
}

/* Mail: later, never, to a mended address. */
static void
test_letters (YcApiFixture *self)
{
  g_autofree char *settings = write_mail ("smtp", TRUE);
  g_autofree char *later = NULL, *never = NULL;
  g_autoptr (JsonObject) bad = NULL, again = NULL, letter = NULL;

  set_up (self, settings);
  later = issue (self, "try-451-250@example.com", "\"mail\"");
  never = issue (self, "try-550@example.com", "\"mail\"");
  g_assert_cmpint (await (self, later, "mail", "delivered", ""), ==, 2);
  g_assert_cmpint (await (self, never, "mail", "failed", "smtp-550"), ==, 1);
  bad = retry (self, never, "mail", "a@example.com\\r\\nBcc: b@example.com", 422);
  again = retry (self, never, "mail", "mended@example.com", 200);
  g_assert_cmpstr (json_object_get_string_member (again, "to"), ==, "m***@example.com");
  await (self, never, "mail", "delivered", "");
  letter = yc_test_receivers_await (receivers, "mended@example.com", 1);
  g_assert_cmpstr (json_object_get_string_member (letter, "letter_to"), ==, "mended@example.com");
}

/* Nothing goes out unencrypted or to somebody who cannot prove who it is. */
static void
test_strangers (YcApiFixture *self)
{
  static const struct
  {
    const char *server;
    gboolean trusted;
    const char *detail;
  } cases[] = { { "plain", TRUE, "no-tls" }, { "smtp", FALSE, "certificate" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *settings = write_mail (cases[i].server, cases[i].trusted);
      g_autofree char *address = g_strdup_printf ("stranger-%u@example.com", i);
      g_autofree char *id = NULL;
      g_autoptr (GPtrArray) came = NULL;

      set_up (self, settings);
      id = issue (self, address, "\"mail\"");
      g_assert_cmpint (await (self, id, "mail", "waiting", cases[i].detail), >=, 1);
      came = yc_test_receivers_list (receivers, address);
      g_assert_cmpuint (came->len, ==, 0);
    }
}

/* Who has a certificate is told that it is void, and what has not gone out does not go out. */
static void
test_void (YcApiFixture *self)
{
  g_autofree char *portal = write_webhook ("portal-e");
  g_autofree char *account = write_webhook ("account-e?answers=429:600");
  g_autofree char *settings = g_strdup_printf ("\"portal\":{%s},\"account\":{%s}", portal, account);
  g_autofree char *id = NULL, *path = NULL, *headers = yc_api_fixture_write_headers (0);
  g_autoptr (JsonObject) of_portal = NULL, changed = NULL, told = NULL, conflict = NULL;
  g_autoptr (GPtrArray) came = NULL;

  set_up (self, settings);
  id = issue (self, "", "\"portal\",\"account\"");
  await (self, id, "portal", "delivered", "");
  await (self, id, "account", "waiting", "http-429");
  of_portal = find (self, id, "portal");
  path = g_strconcat ("/api/v1/certificates/", json_object_get_string_member (of_portal, "serial"),
                      "/void", NULL);
  changed = yc_test_service_post (self->service, path, self->supervisor, headers,
                                  "{\"reason\":\"mistake\"}", 200);
  told = yc_test_receivers_await (receivers, "/portal-e", 2);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (told, "body"),
                                                  "type"), ==, "certificate.void");
  g_assert_false (json_object_has_member (get_data (told), "pdf"));
  assert_has_not (get_data (told), "周伯安");
  await (self, id, "account", "failed", "void");
  conflict = retry (self, id, "account", NULL, 409);
  /* It may have it although it answered otherwise, so it is told too; the certificate stays here. */
  g_clear_pointer (&told, json_object_unref);
  told = yc_test_receivers_await (receivers, "/account-e", 2);
  came = yc_test_receivers_list (receivers, "/account-e");
  g_assert_cmpuint (came->len, ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (told, "body"),
                                                  "type"), ==, "certificate.void");
}

/* SIGKILL while a receiver is thinking: it comes again, and the receiver knows it by its id. */
static void
test_killed (YcApiFixture *self)
{
  g_autofree char *portal = write_webhook ("portal-d?answers=hang,200");
  g_autofree char *settings = g_strdup_printf ("\"portal\":{%s}", portal);
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) first = NULL, second = NULL;

  set_up (self, settings);
  id = issue (self, "", "\"portal\"");
  first = yc_test_receivers_await (receivers, "/portal-d", 1);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  second = yc_test_receivers_await (receivers, "/portal-d", 2);
  g_assert_cmpstr (json_object_get_string_member (first, "id"), ==,
                   json_object_get_string_member (second, "id"));
  await (self, id, "portal", "delivered", "");
}

static void
test_sound (YcApiFixture *self)
{
  g_autoptr (YcApiLedger) ledger = NULL;
  g_autoptr (YcTestAnswer) metrics =
    yc_test_service_request (self->service, "GET", "/metrics", NULL, NULL, NULL);

  g_assert_nonnull (strstr (yc_test_answer_get_text (metrics),
                            "yichuang_deliveries{channel=\"app\",state=\"failed\"} 2\n"));
  run_ctl ("list", yc_test_service_get_folder (self->service), 0, "This channel is not set up.");
  ledger = yc_api_ledger_open (self);
  yc_api_ledger_assert_sound (ledger);
  /* Every wish was written down with who heard it. */
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM consents WHERE by_id <> "
                                                "'clerk' OR at = ''"), ==, 0);
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM deliveries d WHERE channel "
                                                "NOT LIKE 'department:%' AND NOT EXISTS (SELECT 1 "
                                                "FROM consents c WHERE c.case_id = d.case_id)"),
                   ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const YcApiTest tests[] = {
    { "/delivery/signature", test_signature },
    { "/delivery/words", test_words },
    { "/delivery/waits", test_waits },
    { "/delivery/settings", test_settings },
    { "/delivery/arrives", test_arrives },
    { "/delivery/wishes", test_wishes },
    { "/delivery/troubles", test_troubles },
    { "/delivery/letters", test_letters },
    { "/delivery/strangers", test_strangers },
    { "/delivery/void", test_void },
    { "/delivery/killed", test_killed },
    { "/delivery/sound", test_sound },
    { NULL },
  };
  int status;

  receivers = yc_test_receivers_new ();
  status = yc_api_fixture_run (argc, argv, tests);
  yc_test_receivers_free (receivers);
  return status;
}

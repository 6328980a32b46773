/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the counter to the receivers: what was agreed to and asked for arrives, once each as far as
 * the receiver can tell, whatever fails on the way, and nothing else does. */
#include "yc-api-ledger.h"

#include "yc-test-delivery.h"
#include "yc-uuid.h"

#include <string.h>

/* Seconds: one test waits for it to pass, the others must not on a busy machine. */
#define HASTY 1
#define PATIENT 60

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
  yc_test_delivery_assert_has_not (letter, "周伯安");
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
  yc_test_delivery_assert_has_not (data, "周伯安");
  yc_test_delivery_assert_has_not (data, "990101198103161155");
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
  g_autofree char *mail = yc_test_delivery_write_mail ("smtp", TRUE, "password");
  g_autofree char *portal = yc_test_delivery_write_webhook ("portal-a");
  g_autofree char *account = yc_test_delivery_write_webhook ("account-a");
  g_autofree char *app = yc_test_delivery_write_webhook ("app-a");
  g_autofree char *water = yc_test_delivery_write_department ("water", "water-a");
  g_autofree char *settings =
    g_strdup_printf ("%s,\"portal\":{%s},\"account\":{%s},\"app\":{%s},\"departments\":[%s]", mail,
                     portal, account, app, water);
  g_autofree char *id = NULL, *sha256 = NULL;
  g_autoptr (JsonObject) letter = NULL, at_portal = NULL, at_water = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  id = yc_test_delivery_issue (self, "zhou@example.com", "\"mail\",\"portal\",\"account\",\"app\"");
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    g_assert_cmpint (yc_test_delivery_await (self, id, channels[i], "delivered", ""), ==, 1);
  sha256 = get_sha256 (self, id);
  letter = yc_test_delivery_receive ("zhou@example.com", 1);
  assert_letter (letter, sha256);
  at_portal = yc_test_delivery_receive ("/portal-a", 1);
  assert_portal (at_portal, sha256);
  at_water = yc_test_delivery_receive ("/water-a", 1);
  assert_department (at_water);
}

/* Who did not agree is sent nothing, and who agreed to a channel that is not there is told. */
static void
test_wishes (YcApiFixture *self)
{
  g_autofree char *portal = yc_test_delivery_write_webhook ("portal-b");
  g_autofree char *settings = g_strdup_printf ("\"portal\":{%s}", portal);
  g_autofree char *silent = NULL, *id = NULL, *wrong = yc_uuid_v7_new ();
  g_autoptr (JsonObject) refused = NULL, conflict = NULL, channels = NULL;
  g_autoptr (GPtrArray) came = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  silent = yc_test_delivery_issue (self, "zhou@example.com", "");
  g_assert_null (yc_test_delivery_find (self, silent, "portal"));
  id = yc_test_delivery_issue (self, "zhou@example.com", "\"portal\",\"app\"");
  yc_test_delivery_await (self, id, "portal", "delivered", "");
  g_assert_cmpint (yc_test_delivery_await (self, id, "app", "failed", "settings"), ==, 0);
  came = yc_test_delivery_list_received ("/portal-b");
  g_assert_cmpuint (came->len, ==, 1);
  conflict = yc_test_delivery_retry (self, id, "app", NULL, 409);
  g_clear_pointer (&conflict, json_object_unref);
  conflict = yc_test_delivery_retry (self, id, "portal", NULL, 409);
  refused = yc_test_delivery_submit (self, wrong, "not-an-address", "\"mail\"", 422);
  channels = yc_test_service_get (self->service, "/api/v1/delivery-channels", self->clerk, 200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (channels, "channels")), ==,
                    1);
}

/* What passes is tried again under the same id; what stays waits for somebody. */
static void
test_troubles (YcApiFixture *self)
{
  g_autofree char *portal = yc_test_delivery_write_webhook ("portal-c?answers=503,429:1,408,200");
  g_autofree char *account = yc_test_delivery_write_webhook ("account-c?answers=410,200");
  g_autofree char *app = yc_test_delivery_write_webhook ("app-c?answers=302,200");
  g_autofree char *odd =
    yc_test_delivery_write_department ("odd", "odd-c?answers=garbage,hang,drip,huge");
  g_autofree char *settings = g_strdup_printf (
    "\"portal\":{%s},\"account\":{%s},\"app\":{%s},\"departments\":[%s]", portal, account, app, odd);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) came = NULL;
  g_autoptr (JsonObject) again = NULL, elsewhere = NULL;

  yc_test_delivery_set_up (self, settings, HASTY);
  id = yc_test_delivery_issue (self, "", "\"portal\",\"account\",\"app\"");
  g_assert_cmpint (yc_test_delivery_await (self, id, "account", "failed", "http-410"), ==, 1);
  g_assert_cmpint (yc_test_delivery_await (self, id, "app", "failed", "redirect"), ==, 1);
  elsewhere = yc_test_delivery_retry (self, id, "account", "zhou@example.com", 422);
  again = yc_test_delivery_retry (self, id, "account", NULL, 200);
  g_assert_cmpint (yc_test_delivery_await (self, id, "account", "delivered", ""), ==, 2);
  g_assert_cmpint (yc_test_delivery_await (self, id, "portal", "delivered", ""), ==, 4);
  g_assert_cmpint (yc_test_delivery_await (self, id, "department:odd", "delivered", ""), ==, 4);
  came = yc_test_delivery_list_received ("/portal-c");
  g_assert_cmpuint (came->len, ==, 4);
  for (guint i = 0; i < came->len; i++)
    {
      JsonObject *arrival = g_ptr_array_index (came, i);

      g_assert_true (json_object_get_boolean_member (arrival, "signed"));
      g_assert_cmpstr (json_object_get_string_member (arrival, "id"), ==,
                       json_object_get_string_member (g_ptr_array_index (came, 0), "id"));
    }
}

/* Who has a certificate is told that it is void, and what has not gone out does not go out. */
static void
test_void (YcApiFixture *self)
{
  g_autofree char *portal = yc_test_delivery_write_webhook ("portal-e");
  g_autofree char *account = yc_test_delivery_write_webhook ("account-e?answers=429:600");
  g_autofree char *settings = g_strdup_printf ("\"portal\":{%s},\"account\":{%s}", portal, account);
  g_autofree char *id = NULL, *path = NULL, *headers = yc_api_fixture_write_headers (0);
  g_autoptr (JsonObject) of_portal = NULL, changed = NULL, told = NULL, conflict = NULL;
  g_autoptr (GPtrArray) came = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  id = yc_test_delivery_issue (self, "", "\"portal\",\"account\"");
  yc_test_delivery_await (self, id, "portal", "delivered", "");
  yc_test_delivery_await (self, id, "account", "waiting", "http-429");
  of_portal = yc_test_delivery_find (self, id, "portal");
  path = g_strconcat ("/api/v1/certificates/", json_object_get_string_member (of_portal, "serial"),
                      "/void", NULL);
  changed = yc_test_service_post (self->service, path, self->supervisor, headers,
                                  "{\"reason\":\"mistake\"}", 200);
  told = yc_test_delivery_receive ("/portal-e", 2);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (told, "body"),
                                                  "type"), ==, "certificate.void");
  g_assert_false (json_object_has_member (get_data (told), "pdf"));
  yc_test_delivery_assert_has_not (get_data (told), "周伯安");
  yc_test_delivery_await (self, id, "account", "failed", "void");
  conflict = yc_test_delivery_retry (self, id, "account", NULL, 409);
  /* It may have it although it answered otherwise, so it is told too; the certificate stays here. */
  g_clear_pointer (&told, json_object_unref);
  told = yc_test_delivery_receive ("/account-e", 2);
  came = yc_test_delivery_list_received ("/account-e");
  g_assert_cmpuint (came->len, ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (told, "body"),
                                                  "type"), ==, "certificate.void");
}

/* SIGKILL while a receiver is thinking: it comes again, and the receiver knows it by its id. */
static void
test_killed (YcApiFixture *self)
{
  g_autofree char *portal = yc_test_delivery_write_webhook ("portal-d?answers=hang,200");
  g_autofree char *settings = g_strdup_printf ("\"portal\":{%s}", portal);
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) first = NULL, second = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  id = yc_test_delivery_issue (self, "", "\"portal\"");
  first = yc_test_delivery_receive ("/portal-d", 1);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  second = yc_test_delivery_receive ("/portal-d", 2);
  g_assert_cmpstr (json_object_get_string_member (first, "id"), ==,
                   json_object_get_string_member (second, "id"));
  yc_test_delivery_await (self, id, "portal", "delivered", "");
}

static JsonObject *
add (YcApiFixture *self,
     const char   *serial,
     const char   *body,
     guint         status)
{
  g_autofree char *path = g_strconcat ("/api/v1/certificates/", serial, "/deliveries", NULL);
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, path, self->clerk, headers, body, status);
}

#define NEW(channel, to, consent)                                                                \
  "{\"channel\":\"" channel "\",\"to\":" to ",\"consent\":" consent "}"

/* After the issue only what the applicant agrees to, once, while it is in force; the next version
 * goes the same ways. */
static void
test_later (YcApiFixture *self)
{
  g_autofree char *mail = yc_test_delivery_write_mail ("smtp", TRUE, "password");
  g_autofree char *portal = yc_test_delivery_write_webhook ("portal-f");
  g_autofree char *settings = g_strdup_printf ("%s,\"portal\":{%s}", mail, portal);
  g_autofree char *id = NULL, *path = NULL, *headers = yc_api_fixture_write_headers (0);
  g_autofree char *serial = NULL;
  g_autoptr (JsonObject) first = NULL, refused = NULL, added = NULL, twice = NULL, absent = NULL;
  g_autoptr (JsonObject) whole = NULL, reissued = NULL, letter = NULL, late = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  id = yc_test_delivery_issue (self, "", "\"portal\"");
  first = yc_test_delivery_find (self, id, "portal");
  serial = g_strdup (json_object_get_string_member (first, "serial"));
  refused = add (self, serial, NEW ("mail", "\"later@example.com\"", "false"), 422);
  g_clear_pointer (&refused, json_object_unref);
  refused = add (self, serial, NEW ("mail", "null", "true"), 422);
  g_clear_pointer (&refused, json_object_unref);
  refused = add (self, serial, NEW ("account", "\"later@example.com\"", "true"), 422);
  added = add (self, serial, NEW ("mail", "\"later@example.com\"", "true"), 201);
  g_assert_cmpstr (json_object_get_string_member (added, "to"), ==, "l***@example.com");
  yc_test_delivery_await (self, id, "mail", "delivered", "");
  twice = add (self, serial, NEW ("mail", "\"later@example.com\"", "true"), 409);
  absent = add (self, serial, NEW ("app", "null", "true"), 409);
  path = g_strconcat ("/api/v1/certificates/", serial, NULL);
  whole = yc_test_service_get (self->service, path, self->clerk, 200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (whole, "deliveries")), ==,
                    2);
  g_clear_pointer (&path, g_free);
  path = g_strconcat ("/api/v1/certificates/", serial, "/reissue", NULL);
  reissued = yc_test_service_post (self->service, path, self->supervisor, headers,
                                   "{\"reason\":\"lost\"}", 201);
  letter = yc_test_delivery_receive ("later@example.com", 3);
  late = add (self, serial, NEW ("app", "null", "true"), 409);
}

/* What waits for a receiver that was taken out of the settings says so, and goes when it is back. */
static void
test_removed (YcApiFixture *self)
{
  g_autofree char *water = yc_test_delivery_write_department ("water", "water-g?answers=429:600");
  g_autofree char *fire = yc_test_delivery_write_department ("fire", "fire-g");
  g_autofree char *old = g_strdup_printf ("\"departments\":[%s]", water);
  g_autofree char *new = g_strdup_printf ("\"departments\":[%s]", fire);
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) held = NULL, refused = NULL, again = NULL;

  yc_test_delivery_set_up (self, old, PATIENT);
  id = yc_test_delivery_issue (self, "", "");
  yc_test_delivery_await (self, id, "department:water", "waiting", "http-429");
  yc_test_delivery_set_up (self, new, PATIENT);
  yc_test_delivery_await (self, id, "department:water", "failed", "removed");
  held = yc_test_delivery_find (self, id, "department:water");
  g_assert_false (json_object_get_boolean_member (held, "can_retry"));
  refused = yc_test_delivery_retry (self, id, "department:water", NULL, 409);
  yc_test_delivery_set_up (self, old, PATIENT);
  again = yc_test_delivery_retry (self, id, "department:water", NULL, 200);
  yc_test_delivery_await (self, id, "department:water", "waiting", "http-429");
}

static void
test_sound (YcApiFixture *self)
{
  g_autoptr (YcApiLedger) ledger = NULL;
  g_autoptr (YcTestAnswer) metrics =
    yc_test_service_request (self->service, "GET", "/metrics", NULL, NULL, NULL);

  g_assert_nonnull (strstr (yc_test_answer_get_text (metrics),
                            "yichuang_deliveries{channel=\"app\",state=\"failed\"} 2\n"));
  yc_test_delivery_run_ctl ("list", yc_test_service_get_folder (self->service), 0,
                            "This channel is not set up.");
  ledger = yc_api_ledger_open (self);
  yc_api_ledger_assert_sound (ledger);
  /* Every wish was written down with who heard it. */
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM consents WHERE by_id <> "
                                                "'clerk' OR at = ''"), ==, 0);
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM deliveries d WHERE channel "
                                                "NOT LIKE 'department:%' AND NOT EXISTS (SELECT 1 "
                                                "FROM consents c WHERE c.case_id = d.case_id)"
                                                " AND NOT EXISTS (SELECT 1 FROM later_consents l "
                                                "WHERE l.delivery = d.id)"),
                   ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const YcApiTest tests[] = {
    { "/delivery/arrives", test_arrives },
    { "/delivery/wishes", test_wishes },
    { "/delivery/troubles", test_troubles },
    { "/delivery/void", test_void },
    { "/delivery/killed", test_killed },
    { "/delivery/later", test_later },
    { "/delivery/removed", test_removed },
    { "/delivery/sound", test_sound },
    { NULL },
  };

  return yc_test_delivery_run (argc, argv, tests);
}

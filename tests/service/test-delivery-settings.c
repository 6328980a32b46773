/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What deliveries are made of, without a service: signatures, addresses, waits, and the settings. */
#include "yc-delivery-course.h"
#include "yc-delivery-settings.h"
#include "yc-mail.h"
#include "yc-test-delivery.h"
#include "yc-test-folder.h"
#include "yc-webhook-signature.h"

#include <string.h>

/* The example of the specification. */
static void
test_signature (void)
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
test_words (void)
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
test_waits (void)
{
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 1, 0.5), 30, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 3, 0.5), 120, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 100, 0.5), 3600, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 1, 0), 24, 0.001);
  g_assert_cmpfloat_with_epsilon (yc_delivery_course_wait (30, 1, 1), 36, 0.001);
}

#define WEBHOOK "\"title\":\"门户\",\"secret_file\":\"secret\""
#define ASKS(item, field)                                                                        \
  "{\"id\":\"d\",\"title\":\"t\",\"url\":\"https://a.example/\",\"secret_file\":\"secret\","      \
  "\"items\":[\"" item "\"],\"fields\":[\"" field "\"]}"
#define DEPARTMENT ASKS ("X", "form.a")

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
  { "{\"departments\":[\n" ASKS ("X", "applicant.shoe_size") "]}", ":2:" },
  { "{\"departments\":[\n" ASKS ("X", "case.item_title") "]}", NULL },
  { "{\"retry\":{\"first_seconds\":0}}", ":1:" },
  { "{\"sms\":{}}", "sms" },
  { "[]", ":1:1: " },
  { "{", "line 1" },
};

static void
write_file (const char *folder,
            const char *name,
            const char *text,
            int         mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, mode, NULL));
}

/* Each mistake is told with its place. */
static void
test_settings (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "settings.json", NULL);

  write_file (folder, "secret", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", 0600);
  write_file (folder, "password", "letters", 0600);
  write_file (folder, "open", "whsec_x", 0644);
  for (guint i = 0; i < G_N_ELEMENTS (settings_table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcDeliverySettings) settings = NULL;

      g_assert_true (g_file_set_contents (path, settings_table[i].text, -1, NULL));
      yc_test_delivery_run_ctl ("check", path, settings_table[i].mistake != NULL ? 1 : 0,
                                settings_table[i].mistake != NULL ? settings_table[i].mistake : "");
      settings = yc_delivery_settings_new (path, &error);
      if (settings_table[i].mistake == NULL)
        g_assert_no_error (error);
      else if (error == NULL || strstr (error->message, settings_table[i].mistake) == NULL)
        g_error ("%s: %s", settings_table[i].text, error != NULL ? error->message : "taken");
    }
}

/* Held against the sample catalog, what a department asks for in vain is told too. */
static void
test_catalog (void)
{
  static const struct
  {
    const char *text;
    int status;
    const char *words;
  } cases[] = {
    { "{\"departments\":[" ASKS ("YS-0101", "form.meter_account") "]}", 0, "department:d" },
    { "{\"departments\":[\n" ASKS ("YS-9999", "case.number") "]}", 1, ":2:" },
    { "{\"departments\":[\n" ASKS ("YS-0101", "form.meter_acount") "]}", 1,
      "No form of these items asks for this." },
  };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "settings.json", NULL);

  write_file (folder, "secret", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", 0600);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      yc_test_delivery_run_ctl ("check", path, 0, "");
      yc_test_delivery_run_ctl ("check --catalog demo", path, cases[i].status, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delivery-settings/signature", test_signature);
  g_test_add_func ("/delivery-settings/words", test_words);
  g_test_add_func ("/delivery-settings/waits", test_waits);
  g_test_add_func ("/delivery-settings/settings", test_settings);
  g_test_add_func ("/delivery-settings/catalog", test_catalog);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate by e-mail over a real SMTP server: whole, encrypted, only to who can prove who it is,
 * and never twice in silence. */
#include "yc-test-delivery.h"

/* Seconds: two servers are waited for until it passes, the others must not be on a busy machine. */
#define HASTY 2
#define PATIENT 60

static void
assert_n_unsure (YcApiFixture *self,
                 const char   *case_id,
                 gint64        n_unsure)
{
  g_autoptr (JsonObject) delivery = yc_test_delivery_find (self, case_id, "mail");

  g_assert_cmpint (json_object_get_int_member (delivery, "n_unsure"), ==, n_unsure);
}

/* Mail: later, never, to a mended address. */
static void
test_letters (YcApiFixture *self)
{
  g_autofree char *settings = yc_test_delivery_write_mail ("smtp", TRUE, "password");
  g_autofree char *later = NULL, *never = NULL;
  g_autoptr (JsonObject) bad = NULL, again = NULL, letter = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  later = yc_test_delivery_issue (self, "try-451-250@example.com", "\"mail\"");
  never = yc_test_delivery_issue (self, "try-550@example.com", "\"mail\"");
  g_assert_cmpint (yc_test_delivery_await (self, later, "mail", "delivered", ""), ==, 2);
  g_assert_cmpint (yc_test_delivery_await (self, never, "mail", "failed", "smtp-550"), ==, 1);
  bad = yc_test_delivery_retry (self, never, "mail", "a@example.com\\r\\nBcc: b@example.com", 422);
  again = yc_test_delivery_retry (self, never, "mail", "mended@example.com", 200);
  g_assert_cmpstr (json_object_get_string_member (again, "to"), ==, "m***@example.com");
  yc_test_delivery_await (self, never, "mail", "delivered", "");
  letter = yc_test_delivery_receive ("mended@example.com", 1);
  g_assert_cmpstr (json_object_get_string_member (letter, "letter_to"), ==, "mended@example.com");
}

/* Nothing goes out unencrypted, to somebody who cannot prove who it is, or to a server that says
 * nothing or does not know the service's account. */
static void
test_strangers (YcApiFixture *self)
{
  static const struct
  {
    const char *server;
    gboolean trusted;
    const char *password;
    const char *detail;
    guint seconds;
  } cases[] = {
    { "plain", TRUE, "password", "no-tls", PATIENT },
    { "smtp", FALSE, "password", "certificate", PATIENT },
    { "other", TRUE, "password", "certificate", PATIENT },
    { "smtp", TRUE, "secret", "login", PATIENT },
    { "mute", TRUE, "password", "timeout", HASTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *settings = yc_test_delivery_write_mail (cases[i].server, cases[i].trusted,
                                                               cases[i].password);
      g_autofree char *address = g_strdup_printf ("stranger-%u@example.com", i);
      g_autofree char *id = NULL;
      g_autoptr (GPtrArray) came = NULL;

      yc_test_delivery_set_up (self, settings, cases[i].seconds);
      id = yc_test_delivery_issue (self, address, "\"mail\"");
      g_assert_cmpint (yc_test_delivery_await (self, id, "mail", "waiting", cases[i].detail), >=, 1);
      came = yc_test_delivery_list_received (address);
      g_assert_cmpuint (came->len, ==, 0);
      assert_n_unsure (self, id, 0);
    }
}

static void
assert_same_letter (GPtrArray *came)
{
  static const char *const members[] = { "id", "date", "subject", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_cmpstr (json_object_get_string_member (g_ptr_array_index (came, 0), members[i]), ==,
                     json_object_get_string_member (g_ptr_array_index (came, 1), members[i]));
}

/* What the server says to the letter itself. One that fell silent or hung up may have kept it: it
 * gets the same letter again, which a mail program may show once, and both is told. */
static void
test_ends (YcApiFixture *self)
{
  static const struct
  {
    const char *address;
    const char *detail;
    gint64 n_tries;
    gint64 n_unsure;
    guint seconds;
  } cases[] = {
    { "data-451-250@example.com", "", 2, 0, PATIENT },
    { "data-554@example.com", "smtp-554", 1, 0, PATIENT },
    { "data-slow@example.com", "", 1, 0, PATIENT },
    { "data-cut-250@example.com", "", 2, 1, PATIENT },
    { "data-silent-250@example.com", "", 2, 1, HASTY },
  };
  g_autofree char *settings = yc_test_delivery_write_mail ("smtp", TRUE, "password");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean arrives = cases[i].detail[0] == '\0';
      g_autofree char *id = NULL;
      g_autoptr (GPtrArray) came = NULL;

      if (i == 0 || cases[i].seconds != cases[i - 1].seconds)
        yc_test_delivery_set_up (self, settings, cases[i].seconds);
      g_test_message ("%s", cases[i].address);
      id = yc_test_delivery_issue (self, cases[i].address, "\"mail\"");
      g_assert_cmpint (yc_test_delivery_await (self, id, "mail", arrives ? "delivered" : "failed",
                                               cases[i].detail), ==, cases[i].n_tries);
      came = yc_test_delivery_list_received (cases[i].address);
      g_assert_cmpuint (came->len, ==, cases[i].n_unsure + (arrives ? 1 : 0));
      assert_n_unsure (self, id, cases[i].n_unsure);
      if (came->len == 2)
        assert_same_letter (came);
    }
}

/* While the server has the letter and says nothing, nobody gives it another address; then SIGKILL
 * between the letter and the server's word that it has it. */
static void
test_killed (YcApiFixture *self)
{
  static const char address[] = "data-silent-250@kill.example.com";
  g_autofree char *settings = yc_test_delivery_write_mail ("smtp", TRUE, "password");
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) first = NULL, second = NULL, conflict = NULL;
  g_autoptr (GPtrArray) came = NULL;

  yc_test_delivery_set_up (self, settings, PATIENT);
  id = yc_test_delivery_issue (self, address, "\"mail\"");
  first = yc_test_delivery_receive (address, 1);
  conflict = yc_test_delivery_retry (self, id, "mail", "other@example.com", 409);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  second = yc_test_delivery_receive (address, 2);
  g_assert_cmpint (yc_test_delivery_await (self, id, "mail", "delivered", ""), ==, 2);
  came = yc_test_delivery_list_received (address);
  g_assert_cmpuint (came->len, ==, 2);
  assert_same_letter (came);
  assert_n_unsure (self, id, 1);
}

int
main (int    argc,
      char **argv)
{
  static const YcApiTest tests[] = {
    { "/delivery-mail/letters", test_letters },
    { "/delivery-mail/strangers", test_strangers },
    { "/delivery-mail/ends", test_ends },
    { "/delivery-mail/killed", test_killed },
    { NULL },
  };

  return yc_test_delivery_run (argc, argv, tests);
}

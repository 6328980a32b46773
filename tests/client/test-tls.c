/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Desk and command line to a service that speaks TLS: only one that can prove its name is told
 * anything. */
#include "yc-test-desk.h"
#include "yc-test-pki.h"
#include "yc-test-service.h"

#include <string.h>

#define NAMES "DNS:localhost,IP:127.0.0.1"

typedef struct
{
  YcTestFolder    *folder;
  YcTestAuthority *authority;
  char            *authority_file;
  char            *certificate;
  char            *key;
  YcTestService   *service;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GBytes) pem = NULL;
  gsize size = 0;
  const char *text;

  self->folder = yc_test_folder_new ();
  self->authority = yc_test_authority_new ("黄江镇样例根");
  self->authority_file = g_build_filename (self->folder, "authority.pem", NULL);
  self->certificate = g_build_filename (self->folder, "service.pem", NULL);
  self->key = g_build_filename (self->folder, "service-key.pem", NULL);
  pem = yc_test_authority_dup_pem (self->authority, FALSE, FALSE);
  text = g_bytes_get_data (pem, &size);
  g_assert_true (g_file_set_contents (self->authority_file, text, (gssize) size, NULL));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->service, yc_test_service_free);
  yc_test_authority_free (self->authority);
  g_free (self->authority_file);
  g_free (self->certificate);
  g_free (self->key);
  yc_test_folder_free (self->folder);
}

/* On the loopback with TLS, as it is everywhere else. */
static void
start (Fixture    *self,
       const char *names,
       int         from_year,
       int         until_year)
{
  const char *const arguments[] = { "--tls-certificate", self->certificate, "--tls-key", self->key,
                                    NULL };

  yc_test_authority_issue_server (self->authority, names, from_year, until_year, self->key,
                                  self->certificate);
  self->service = yc_test_service_new (TRUE, arguments);
  g_assert_true (g_str_has_prefix (yc_test_service_get_url (self->service), "https://127.0.0.1:"));
}

static YcDesk *
open_desk (Fixture    *self,
           const char *url,
           const char *authority_file)
{
  g_autofree char *folder = g_build_filename (self->folder, "desk", NULL);
  g_autoptr (GError) error = NULL;
  YcLimits limits;
  YcDesk *desk;

  yc_test_limits_init (&limits);
  desk = yc_desk_new_with_limits (folder, url, TRUE, &limits);
  yc_desk_set_authority_file (desk, authority_file);
  yc_test_desk_try_open (desk, &error);
  g_assert_no_error (error);
  return desk;
}

/* The whole way: signing in, the catalog, a case, live events. */
static void
test_trusted (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (YcTestDesk) desk = NULL;
  YcCaseDraft *draft;

  start (self, NAMES, 2020, 2050);
  desk = open_desk (self, yc_test_service_get_url (self->service), self->authority_file);
  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_desk_wait_for_catalog (desk);
  draft = yc_test_desk_fill_draft (desk);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
}

/* A line that breaks under TLS is a broken line and no wrong certificate. */
static void
test_killed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (YcTestDesk) desk = NULL;
  YcLine *line;

  start (self, NAMES, 2020, 2050);
  desk = open_desk (self, yc_test_service_get_url (self->service), self->authority_file);
  line = yc_desk_get_line (desk);
  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_service_kill (self->service);
  yc_test_wait_until (yc_line_get_state (line) == YC_LINE_OFFLINE);
  g_assert_error (yc_line_get_error (line), YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE);
}

/* The line says why it is down, and no password goes over it. */
static void
assert_desk_refuses (Fixture       *self,
                     const char    *url,
                     const char    *authority_file,
                     YcClientError  code)
{
  g_autoptr (YcTestDesk) desk = open_desk (self, url, authority_file);
  YcLine *line = yc_desk_get_line (desk);
  g_autoptr (GError) error = NULL;

  yc_test_wait_until (yc_line_get_state (line) == YC_LINE_OFFLINE);
  g_assert_error (yc_line_get_error (line), YC_CLIENT_ERROR, (int) code);
  g_assert_false (yc_test_desk_try_sign_in (desk, "chenxiao", YC_TEST_PASSWORD, &error));
  g_assert_error (error, YC_CLIENT_ERROR, (int) code);
}

/* Publishes the sample catalog from the command line; answers what it complained of. */
static char *
publish (Fixture    *self,
         const char *url,
         const char *authority_file,
         int        *status)
{
  g_autofree char *password = g_build_filename (self->folder, "password", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *complaints = NULL;

  g_assert_true (g_file_set_contents (password, YC_TEST_PASSWORD "\n", -1, NULL));
  process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
      g_getenv ("YICHUANGCTL"), "catalog", "import", YC_SOURCE "/resources/demo/catalog",
      "--server", url, "--user", "admin", "--password-file", password,
      authority_file != NULL ? "--authority" : NULL, authority_file, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &complaints, &error);
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);
  return complaints;
}

static void
assert_ctl_refuses (Fixture    *self,
                    const char *url,
                    const char *authority_file,
                    const char *words)
{
  int status = 0;
  g_autofree char *complaints = publish (self, url, authority_file, &status);

  g_assert_cmpint (status, ==, 2);
  if (strstr (complaints, words) == NULL)
    g_error ("“%s” does not say “%s”", complaints, words);
}

static void
test_ctl (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *complaints = NULL;
  int status = 1;

  start (self, NAMES, 2020, 2050);
  complaints = publish (self, yc_test_service_get_url (self->service), self->authority_file,
                        &status);
  g_test_message ("%s", complaints);
  g_assert_cmpint (status, ==, 0);
}

/* Of an authority that nobody on this machine knows; and of another than the one that was named. */
static void
test_unknown_authority (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr (YcTestAuthority) other = yc_test_authority_new ("黄江镇样例根");
  g_autoptr (GBytes) pem = yc_test_authority_dup_pem (other, FALSE, FALSE);
  g_autofree char *other_file = g_build_filename (self->folder, "other.pem", NULL);
  gsize size = 0;
  const char *text = g_bytes_get_data (pem, &size);
  const char *url;

  g_assert_true (g_file_set_contents (other_file, text, (gssize) size, NULL));
  start (self, NAMES, 2020, 2050);
  url = yc_test_service_get_url (self->service);
  assert_desk_refuses (self, url, NULL, YC_CLIENT_ERROR_CERTIFICATE);
  assert_desk_refuses (self, url, other_file, YC_CLIENT_ERROR_CERTIFICATE);
  assert_ctl_refuses (self, url, NULL, "an authority that this computer does not trust");
  assert_ctl_refuses (self, url, other_file, "an authority that this computer does not trust");
}

static void
test_wrong_name (Fixture       *self,
                 gconstpointer  data)
{
  const char *url;

  start (self, "DNS:yichuang.example,IP:127.0.0.2", 2020, 2050);
  url = yc_test_service_get_url (self->service);
  assert_desk_refuses (self, url, self->authority_file, YC_CLIENT_ERROR_CERTIFICATE_NAME);
  assert_ctl_refuses (self, url, self->authority_file, "for another address");
}

static void
test_out_of_date (Fixture       *self,
                  gconstpointer  data)
{
  const char *url;

  start (self, NAMES, 2020, 2021);
  url = yc_test_service_get_url (self->service);
  assert_desk_refuses (self, url, self->authority_file, YC_CLIENT_ERROR_CERTIFICATE_DATE);
  assert_ctl_refuses (self, url, self->authority_file, "out of date");
}

/* By https to a service that speaks no TLS. */
static void
test_no_tls (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (YcTestService) plain = yc_test_service_new (TRUE, NULL);
  const char *port = strrchr (yc_test_service_get_url (plain), ':');
  g_autofree char *url = g_strconcat ("https://127.0.0.1", port, NULL);

  assert_desk_refuses (self, url, self->authority_file, YC_CLIENT_ERROR_OFFLINE);
}

static void
test_no_authority (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing.pem", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "desk", NULL);
  g_autoptr (YcTestDesk) desk = yc_desk_new (folder, "https://127.0.0.1:1", TRUE);
  g_autoptr (GError) error = NULL;

  yc_desk_set_authority_file (desk, missing);
  g_assert_false (yc_test_desk_try_open (desk, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CERTIFICATE);
  assert_ctl_refuses (self, "https://127.0.0.1:1", missing, "missing.pem");
}

/* (transfer full): what a service that could not start complained of. */
static char *
fail_to_start (Fixture    *self,
               const char *address,
               const char *key)
{
  g_autofree char *data = g_build_filename (self->folder, "service", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *complaints = NULL;

  process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
          G_SUBPROCESS_FLAGS_STDERR_PIPE,
      &error, YC_TEST_YICHUANGD, "--data", data, "--exit-with-stdin", "--listen", address,
      key != NULL ? "--tls-key" : NULL, key, "--tls-certificate",
      self->certificate, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, "", NULL, NULL, &complaints, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), !=, 0);
  g_assert_true (g_str_has_prefix (complaints, "yichuangd: "));
  return complaints;
}

/* Off the loopback it does not even open a socket without a certificate. */
static void
test_off_loopback (Fixture       *self,
                   gconstpointer  data)
{
  static const char *const addresses[] = { "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "10.0.0.1:8477" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *complaints = fail_to_start (self, addresses[i], NULL);

      g_assert_nonnull (strstr (complaints, "Off the loopback a TLS certificate and key"));
    }
}

/* A certificate and the key of another one. */
static void
test_wrong_key (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "other-key.pem", NULL);
  g_autofree char *complaints = NULL;

  yc_test_authority_issue_server (self->authority, NAMES, 2020, 2050, other, self->certificate);
  yc_test_authority_issue_server (self->authority, NAMES, 2020, 2050, self->key,
                                  self->certificate);
  complaints = fail_to_start (self, "127.0.0.1:0", other);
  g_assert_nonnull (strstr (complaints, "TLS"));
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/client/tls/trusted", test_trusted);
  add ("/client/tls/killed", test_killed);
  add ("/client/tls/ctl", test_ctl);
  add ("/client/tls/unknown-authority", test_unknown_authority);
  add ("/client/tls/wrong-name", test_wrong_name);
  add ("/client/tls/out-of-date", test_out_of_date);
  add ("/client/tls/no-tls", test_no_tls);
  add ("/client/tls/no-authority", test_no_authority);
  add ("/client/tls/off-loopback", test_off_loopback);
  add ("/client/tls/wrong-key", test_wrong_key);
  return g_test_run ();
}

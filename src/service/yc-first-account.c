/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account with which a new service is set up. */
#include "yc-first-account.h"

#include "yc-accounts.h"
#include "yc-clock.h"
#include "yc-service-error.h"
#include "yc-users-table.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define MIN_PASSWORD 8

static gboolean
check_empty (YcService  *service,
             GError    **error)
{
  g_autoptr (YcTransaction) transaction =
    yc_database_begin_read (yc_service_get_database (service), error);
  gint64 n = transaction != NULL ? yc_users_table_count (transaction, error) : -1;

  if (n > 0)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                         _("There are accounts already; an administrator can make more."));
  return n == 0;
}

static gboolean
read_password (char     *password,
               gsize     size,
               GError  **error)
{
  if (fgets (password, size, stdin) != NULL)
    password[strcspn (password, "\r\n")] = '\0';
  if (g_utf8_validate (password, -1, NULL) && g_utf8_strlen (password, -1) >= MIN_PASSWORD)
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
               _("The password on standard input must have at least %d characters."), MIN_PASSWORD);
  return FALSE;
}

/**
 * yc_first_account_create:
 * @service: a service without accounts
 * @name: the administrator's user name
 * @error: (nullable): return location
 *
 * Makes an administrator with the password that is read from standard input.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_FAILED or another error
 */
gboolean
yc_first_account_create (YcService   *service,
                         const char  *name,
                         GError     **error)
{
  char password[1024] = "";
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (JsonObject) user = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *now_text = yc_clock_format (now);
  YcWork work = { .service = service, .now = now, .now_text = now_text };

  if (!check_empty (service, error) || !read_password (password, sizeof password, error))
    return FALSE;
  json_object_set_string_member (body, "id", name);
  json_object_set_string_member (body, "name", name);
  json_object_set_string_member (body, "role", yc_role_to_string (YC_ROLE_ADMINISTRATOR));
  json_object_set_string_member (body, "password", password);
  user = yc_accounts_create (&work, body, error);
  return user != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the service room; an error may carry the list of broken rules. */
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JsonArray *errors;
  guint retry_after;
} YcServiceErrorPrivate;

static void
yc_service_error_private_init (YcServiceErrorPrivate *priv)
{
  priv->errors = NULL;
  priv->retry_after = 0;
}

static void
yc_service_error_private_copy (const YcServiceErrorPrivate *from,
                               YcServiceErrorPrivate       *to)
{
  to->errors = from->errors != NULL ? json_array_ref (from->errors) : NULL;
  to->retry_after = from->retry_after;
}

static void
yc_service_error_private_clear (YcServiceErrorPrivate *priv)
{
  g_clear_pointer (&priv->errors, json_array_unref);
}

G_DEFINE_EXTENDED_ERROR (YcServiceError, yc_service_error)

/**
 * yc_service_error_set_invalid:
 * @error: (nullable): where to put the error
 * @errors: (transfer full): objects {pointer, message, keyword}
 *
 * Sets a %YC_SERVICE_ERROR_INVALID that names every broken rule.
 */
void
yc_service_error_set_invalid (GError    **error,
                              JsonArray  *errors)
{
  g_autoptr (JsonArray) owned = errors;

  g_return_if_fail (errors != NULL);

  if (error == NULL)
    return;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_INVALID,
                       _("Some of the entries break a rule."));
  yc_service_error_get_private (*error)->errors = g_steal_pointer (&owned);
}

/**
 * yc_service_error_set_wait:
 * @error: (nullable): where to put the error
 * @seconds: how long the client should wait
 *
 * Sets a %YC_SERVICE_ERROR_TOO_MANY_REQUESTS that says when to try again.
 */
void
yc_service_error_set_wait (GError **error,
                           guint    seconds)
{
  if (error == NULL)
    return;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_TOO_MANY_REQUESTS,
               g_dngettext (GETTEXT_PACKAGE, "Too many attempts. Try again in %u second.",
                         "Too many attempts. Try again in %u seconds.", seconds), seconds);
  yc_service_error_get_private (*error)->retry_after = seconds;
}

/**
 * yc_service_error_get_errors:
 * @error: an error of any domain
 *
 * Returns: (transfer none) (nullable): the broken rules, %NULL when the error carries none
 */
JsonArray *
yc_service_error_get_errors (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != YC_SERVICE_ERROR)
    return NULL;
  return yc_service_error_get_private (error)->errors;
}

/**
 * yc_service_error_get_retry_after:
 * @error: an error of any domain
 *
 * Returns: seconds to wait before the next try, 0 when the error says nothing about it
 */
guint
yc_service_error_get_retry_after (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  if (error->domain != YC_SERVICE_ERROR)
    return 0;
  return yc_service_error_get_private (error)->retry_after;
}

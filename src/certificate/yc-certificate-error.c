/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the certificate room. */
#include "yc-certificate-error-private.h"

/* What an error knows of a template: the JSON pointer of the part at fault, and the message without it. */
typedef struct
{
  char *pointer;
  char *reason;
} YcCertificateErrorPrivate;

static void
yc_certificate_error_private_init (YcCertificateErrorPrivate *self)
{
  self->pointer = NULL;
  self->reason = NULL;
}

static void
yc_certificate_error_private_copy (const YcCertificateErrorPrivate *from,
                                   YcCertificateErrorPrivate       *to)
{
  to->pointer = g_strdup (from->pointer);
  to->reason = g_strdup (from->reason);
}

static void
yc_certificate_error_private_clear (YcCertificateErrorPrivate *self)
{
  g_free (self->pointer);
  g_free (self->reason);
}

G_DEFINE_EXTENDED_ERROR (YcCertificateError, yc_certificate_error)

const char *
yc_certificate_error_get_pointer (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != YC_CERTIFICATE_ERROR)
    return NULL;

  return yc_certificate_error_get_private (error)->pointer;
}

const char *
yc_certificate_error_get_reason (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (yc_certificate_error_get_pointer (error) == NULL)
    return error->message;

  return yc_certificate_error_get_private (error)->reason;
}

/* An error about the part of a template at @pointer, whose message ends with it. */
void
yc_certificate_error_set (GError             **error,
                          YcCertificateError   code,
                          const char          *pointer,
                          const char          *reason)
{
  GError *made = g_error_new (YC_CERTIFICATE_ERROR, (int) code, "%s (%s)", reason, pointer);
  YcCertificateErrorPrivate *private = yc_certificate_error_get_private (made);

  private->pointer = g_strdup (pointer);
  private->reason = g_strdup (reason);
  g_propagate_error (error, made);
}

/* Says of an error that knows no part of a template yet that it comes from the one at @pointer. */
void
yc_certificate_error_place (GError     **error,
                            const char  *pointer)
{
  g_autoptr (GError) bare = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != YC_CERTIFICATE_ERROR ||
      yc_certificate_error_get_pointer (*error) != NULL)
    return;

  bare = g_steal_pointer (error);
  yc_certificate_error_set (error, (YcCertificateError) bare->code, pointer, bare->message);
}

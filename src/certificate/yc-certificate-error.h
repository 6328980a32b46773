/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the certificate room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCertificateError:
 * @YC_CERTIFICATE_ERROR_FAILED: an operation failed for a reason told in the message.
 * @YC_CERTIFICATE_ERROR_TEMPLATE: the template is not well formed; the message ends with the JSON
 *   pointer of the mistake in parentheses, such as "(/paragraphs/2/text)".
 * @YC_CERTIFICATE_ERROR_PLACEHOLDER: a placeholder names nothing that the data has; the message
 *   names the placeholder and its place in the template.
 * @YC_CERTIFICATE_ERROR_VALUE: a placeholder's value cannot be shown as its filter asks.
 * @YC_CERTIFICATE_ERROR_GLYPH: no installed font has a character of the sheet; the message names
 *   the character. A sheet with a blank box in a name is never made.
 * @YC_CERTIFICATE_ERROR_SPACE: the sheet cannot be set on its paper (a table column too narrow for
 *   one character, more than 500 pages).
 * @YC_CERTIFICATE_ERROR_KEY: the signing key or certificate cannot be read, or they do not belong
 *   together.
 * @YC_CERTIFICATE_ERROR_EXPIRED: the signing certificate is not valid at the time of signing.
 * @YC_CERTIFICATE_ERROR_DOCUMENT: the PDF is damaged, is signed already, or is built in a way that
 *   the signature writer does not handle.
 * @YC_CERTIFICATE_ERROR_TRUST: the trusted certificates or revocation lists cannot be read.
 * @YC_CERTIFICATE_ERROR_MARK: a QR code's text is no certificate's.
 * @YC_CERTIFICATE_ERROR_TOKEN: the key's token is not there, its PIN is wrong, or it failed.
 * @YC_CERTIFICATE_ERROR_TIMESTAMP: the time-stamp server gave no time-stamp that can be used, and one
 *   must be there.
 */
typedef enum
{
  YC_CERTIFICATE_ERROR_FAILED = 1,
  YC_CERTIFICATE_ERROR_TEMPLATE,
  YC_CERTIFICATE_ERROR_PLACEHOLDER,
  YC_CERTIFICATE_ERROR_VALUE,
  YC_CERTIFICATE_ERROR_GLYPH,
  YC_CERTIFICATE_ERROR_SPACE,
  YC_CERTIFICATE_ERROR_KEY,
  YC_CERTIFICATE_ERROR_EXPIRED,
  YC_CERTIFICATE_ERROR_DOCUMENT,
  YC_CERTIFICATE_ERROR_TRUST,
  YC_CERTIFICATE_ERROR_MARK,
  YC_CERTIFICATE_ERROR_TOKEN,
  YC_CERTIFICATE_ERROR_TIMESTAMP,
} YcCertificateError;

#define YC_CERTIFICATE_ERROR (yc_certificate_error_quark ())

GQuark      yc_certificate_error_quark       (void);

/**
 * yc_certificate_error_get_pointer:
 * @error: any error
 *
 * Returns: (transfer none) (nullable): the JSON pointer of the part of a template that @error is about
 */
const char *yc_certificate_error_get_pointer (const GError *error);

/**
 * yc_certificate_error_get_reason:
 * @error: any error
 *
 * Returns: (transfer none): the message of @error without that pointer
 */
const char *yc_certificate_error_get_reason  (const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The serial number of a certificate, with a check character. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_CERTIFICATE_NUMBER_LONGEST_PART 18

/**
 * YcCertificateNumber:
 * @type: the certificate's type, such as "ZM01"
 * @issuer: the issuer's code
 * @year: the year of issue
 * @running: the running number of that issuer and year
 * @version: the version of the certificate, from 1
 *
 * What a number says.
 */
typedef struct
{
  char    type[YC_CERTIFICATE_NUMBER_LONGEST_PART + 1];
  char    issuer[YC_CERTIFICATE_NUMBER_LONGEST_PART + 1];
  guint   year;
  guint64 running;
  guint   version;
} YcCertificateNumber;

/**
 * yc_certificate_number_compose:
 * @type: the certificate's type, such as "ZM01": 1 to 18 digits and capital letters
 * @issuer: the issuer's code: 1 to 18 digits and capital letters
 * @year: the year of issue, 1000 to 9999
 * @running: the running number of that issuer and year, from 1
 * @version: the version of the certificate, from 1
 * @error: return location for an error
 *
 * Composes the parts of GB/T 36904 and DB44/T 2167 into "TYPE-ISSUER-2026-000123-X". X is the check
 * character of ISO 7064 MOD 37,36 over all letters and digits before it. A version above 1 stands
 * before it: "TYPE-ISSUER-2026-000123-V2-X".
 *
 * Returns: (transfer full): the number, or %NULL with %YC_CORE_ERROR_CERTIFICATE_NUMBER
 */
char     *yc_certificate_number_compose (const char  *type,
                                         const char  *issuer,
                                         guint        year,
                                         guint64      running,
                                         guint        version,
                                         GError     **error);

/**
 * yc_certificate_number_check:
 * @text: (nullable): anything
 *
 * Returns: whether @text has the form of a certificate number and its check character is right
 */
gboolean  yc_certificate_number_check   (const char  *text);

/**
 * yc_certificate_number_parse:
 * @text: (nullable): anything
 * @number: (out caller-allocates) (optional): what it says; left alone when it is no number
 *
 * Returns: whether @text is a certificate number, as yc_certificate_number_check() tells
 */
gboolean  yc_certificate_number_parse   (const char          *text,
                                         YcCertificateNumber *number);

G_END_DECLS

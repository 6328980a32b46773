/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nationwide identifier of an electronic certificate. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YC_CERTIFICATE_ROOT:
 *
 * The object identifier under which GB/T 36904 numbers all electronic certificates.
 */
#define YC_CERTIFICATE_ROOT "1.2.156.3005.2"

#define YC_CERTIFICATE_TYPE_CODE_LENGTH 21

/**
 * YcCertificateIdentifier:
 * @root: digits with dots, such as %YC_CERTIFICATE_ROOT
 * @type: 21 digits and capital letters: the unified social credit code of who defined the type, and
 *   that office's number of it
 * @issuer: who issued it: a unified social credit code, or a shorter code of digits and capitals
 * @running: the issuer's running number; an issuer may put more into it, such as the year
 * @version: from 1
 *
 * What an identifier says.
 */
typedef struct
{
  char *root;
  char *type;
  char *issuer;
  char *running;
  guint version;
} YcCertificateIdentifier;

/**
 * yc_certificate_identifier_compose:
 * @root: as in #YcCertificateIdentifier
 * @type: as in #YcCertificateIdentifier
 * @issuer: 1 to 18 digits and capital letters
 * @year: the year of issue, 1000 to 9999
 * @running: the running number of that issuer and year, from 1
 * @version: from 1 to 999
 * @error: return location for an error
 *
 * Composes the identifier of GB/T 36904 and DB44/T 2167: "ROOT.TYPE.ISSUER.YEARrunning.VERSION.C".
 * The running number has at least six digits, the version three; C is the check character of ISO
 * 7064 MOD 37,36 over TYPE, ISSUER, running number and VERSION.
 *
 * Returns: (transfer full): the identifier, or %NULL with %YC_CORE_ERROR_CERTIFICATE_NUMBER
 */
char                    *yc_certificate_identifier_compose (const char  *root,
                                                            const char  *type,
                                                            const char  *issuer,
                                                            guint        year,
                                                            guint64      running,
                                                            guint        version,
                                                            GError     **error);

/**
 * yc_certificate_identifier_parse:
 * @text: (nullable): anything
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it has not the form of an
 *   identifier or its check character is wrong
 */
YcCertificateIdentifier *yc_certificate_identifier_parse   (const char  *text);

void                     yc_certificate_identifier_free    (YcCertificateIdentifier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateIdentifier, yc_certificate_identifier_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an issued certificate is worth today. */
#pragma once

#include "yc-certificates-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

/**
 * YcStanding:
 * @YC_STANDING_VALID: in force
 * @YC_STANDING_VOID: made void since
 * @YC_STANDING_REPLACED: a later version took its place
 * @YC_STANDING_EXPIRED: its last day is over
 *
 * What a certificate is worth.
 */
typedef enum
{
  YC_STANDING_VALID = 1,
  YC_STANDING_VOID,
  YC_STANDING_REPLACED,
  YC_STANDING_EXPIRED,
} YcStanding;

/**
 * YcCertificateStanding:
 * @certificate: the certificate
 * @standing: what it is worth
 * @last_day: (nullable): its last day, "2027-11-21"; %NULL when it is valid for good
 * @replaced_by: (nullable): the number of the version that took its place
 *
 * A certificate and what it is worth.
 */
typedef struct
{
  YcCertificateRecord *certificate;
  YcStanding standing;
  char *last_day;
  char *replaced_by;
} YcCertificateStanding;

void                   yc_certificate_standing_free (YcCertificateStanding *self);
YcCertificateStanding *yc_certificate_standing_find (const YcWork           *work,
                                                     const char             *serial,
                                                     GError                **error);
JsonObject            *yc_certificate_standing_write (const YcCertificateStanding *self);

/* "valid", "void", "replaced", "expired" */
const char            *yc_standing_to_string        (YcStanding              self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateStanding, yc_certificate_standing_free)

G_END_DECLS

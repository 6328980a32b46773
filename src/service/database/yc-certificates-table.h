/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued. */
#pragma once

#include "yc-certificate-state.h"
#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcCertificateRecord:
 * @serial: the serial number
 * @case_id: the case it came from
 * @title: such as 阶梯水费办理证明
 * @place_name: who issued it
 * @issued_at: when
 * @sample: whether it was made in demo mode
 * @sha256: hash of the PDF, in hexadecimal
 * @identifier: the nationwide identifier, "" when the catalog lacks the codes for one
 * @series: the counter that gave @running
 * @running: the running number
 * @version: from 1; of one case all versions have the same running number
 * @state: whether it is in force
 * @valid_until: its last day, YYYY-MM-DD, "" for none
 */
typedef struct
{
  char *serial;
  char *case_id;
  char *title;
  char *place_name;
  char *issued_at;
  gboolean sample;
  char *sha256;
  char *identifier;
  char *series;
  gint64 running;
  gint64 version;
  YcCertificateState state;
  char *valid_until;
} YcCertificateRecord;

void       yc_certificate_record_free     (YcCertificateRecord        *self);
gboolean   yc_certificates_table_insert   (YcTransaction              *transaction,
                                           YcVault                    *vault,
                                           const YcCertificateRecord  *record,
                                           GBytes                     *pdf,
                                           GError                    **error);
YcCertificateRecord *
           yc_certificates_table_find     (YcTransaction              *transaction,
                                           const char                 *serial,
                                           GError                    **error);
YcCertificateRecord *
           yc_certificates_table_find_by_case (YcTransaction          *transaction,
                                           const char                 *case_id,
                                           GError                    **error);
char      *yc_certificates_table_find_version (YcTransaction          *transaction,
                                    const YcCertificateRecord         *record,
                                    gint64                             version);
gboolean   yc_certificates_table_set_state (YcTransaction             *transaction,
                                    const char                        *serial,
                                    YcCertificateState                 state,
                                    GError                           **error);
GBytes    *yc_certificates_table_load_pdf (YcTransaction              *transaction,
                                           YcVault                    *vault,
                                           const char                 *serial,
                                           GError                    **error);
JsonArray *yc_certificates_table_list     (YcTransaction              *transaction,
                                           YcVault                    *vault,
                                           const char                 *clerk,
                                           const char                 *path,
                                           const char                 *after_time,
                                           const char                 *after_serial,
                                           gint64                      limit,
                                           GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateRecord, yc_certificate_record_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each printing of each certificate. */
#pragma once

#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcPrintRecord:
 * @id: the UUID made at the desk
 * @serial: the certificate
 * @number: which of its printings it is, from 1
 * @printer: the printer's name
 * @copies: how many copies were asked for
 * @job: the print server's job number, "" when it is not known yet
 * @reason: the word of a #YcPrintReason, %YC_PRINT_FIRST or ""
 * @note: (nullable): words
 * @by_id: who prints
 * @by_name: that person's name
 * @at: when
 */
typedef struct
{
  const char *id;
  const char *serial;
  gint64 number;
  const char *printer;
  gint64 copies;
  const char *job;
  const char *reason;
  const char *note;
  const char *by_id;
  const char *by_name;
  const char *at;
} YcPrintRecord;

gint64      yc_prints_table_count     (YcTransaction        *transaction,
                                       const char           *serial,
                                       GError              **error);
gboolean    yc_prints_table_insert    (YcTransaction        *transaction,
                                       YcVault              *vault,
                                       const YcPrintRecord  *record,
                                       GError              **error);
gboolean    yc_prints_table_set_state (YcTransaction        *transaction,
                                       const char           *id,
                                       const char           *state,
                                       const char           *detail,
                                       const char           *job,
                                       const char           *printer,
                                       const char           *now,
                                       GError              **error);
JsonObject *yc_prints_table_find      (YcTransaction        *transaction,
                                       YcVault              *vault,
                                       const char           *id,
                                       GError              **error);
JsonArray  *yc_prints_table_list      (YcTransaction        *transaction,
                                       YcVault              *vault,
                                       const char           *serial,
                                       GError              **error);

G_END_DECLS

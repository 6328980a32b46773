/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What applicants agreed to: over which channels their certificates may be sent. A row is never
 * changed: who says something else with the next submission gets another one. */
#include "yc-consents-table.h"

/**
 * yc_consents_table_insert:
 * @transaction: the transaction of the submission
 * @consent: what was said
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_consents_table_insert (YcTransaction    *transaction,
                          const YcConsent  *consent,
                          GError          **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO consents (case_id, try_number, channels, by_id, by_name, "
                             "at) VALUES ($1, $2, $3, $4, $5, $6)",
                             "sissss", consent->case_id, consent->try_number, consent->channels,
                             consent->by_id, consent->by_name, consent->at);
}

/**
 * yc_consents_table_insert_later:
 * @transaction: the transaction that plans the delivery
 * @consent: what was said after the issue
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_consents_table_insert_later (YcTransaction         *transaction,
                                const YcLaterConsent  *consent,
                                GError               **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO later_consents (delivery, by_id, by_name, at) "
                             "VALUES ($1, $2, $3, $4)",
                             "ssss", consent->delivery, consent->by_id, consent->by_name,
                             consent->at);
}

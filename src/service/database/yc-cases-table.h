/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases, with what is personal sealed. */
#pragma once

#include "yc-case-record.h"
#include "yc-transaction.h"
#include "yc-vault.h"

G_BEGIN_DECLS

/**
 * YcCaseFilter:
 * @clerk: (nullable): only what this user took in
 * @state: (nullable): only in this state
 * @item: (nullable): only of this item
 * @cause: (nullable): only those returned for this cause
 * @reason: (nullable): only those returned for the reason with this id
 * @returned: only those that were ever returned
 * @path: (nullable): only of places under this path
 * @review_path: (nullable): only what places under this path review now
 * @not_clerk: (nullable): not what this user took in
 * @from: (nullable): first submitted at this time or later
 * @until: (nullable): first submitted before this time
 * @oldest_first: those that wait longest first, by submission; otherwise the last changed first, or
 *   with @from or @until those submitted last
 * @after_time: (nullable): the page begins after this time…
 * @after_id: (nullable): …and this id
 * @limit: how many at most
 *
 * Which cases a list shows.
 */
typedef struct
{
  const char *clerk;
  const char *state;
  const char *item;
  const char *cause;
  const char *reason;
  gboolean returned;
  const char *path;
  const char *review_path;
  const char *not_clerk;
  const char *from;
  const char *until;
  gboolean oldest_first;
  const char *after_time;
  const char *after_id;
  gint64 limit;
} YcCaseFilter;

gboolean      yc_cases_table_insert (YcTransaction       *transaction,
                                     YcVault             *vault,
                                     YcCaseRecord        *record,
                                     GError             **error);
gboolean      yc_cases_table_update (YcTransaction       *transaction,
                                     YcVault             *vault,
                                     YcCaseRecord        *record,
                                     GError             **error);
YcCaseRecord *yc_cases_table_load   (YcTransaction       *transaction,
                                     YcVault             *vault,
                                     const char          *id,
                                     GError             **error);
GPtrArray    *yc_cases_table_list   (YcTransaction       *transaction,
                                     YcVault             *vault,
                                     const YcCaseFilter  *filter,
                                     GError             **error);
char        **yc_cases_table_list_person (YcTransaction  *transaction,
                                          const char     *person,
                                          gint64          limit,
                                          GError        **error);

G_END_DECLS

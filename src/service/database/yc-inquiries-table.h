/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reported mistakes and gaps, and what citizens asked. */
#pragma once

#include "yc-transaction.h"

#include "yc-inquiry-record.h"
#include "yc-vault.h"

G_BEGIN_DECLS

/**
 * YcInquiryFilter:
 * @by: (nullable): recorded by this user
 * @place_path: (nullable): of this place and those below it
 * @kind: (nullable): of this kind
 * @news: only those that are settled and not yet looked at by who recorded them
 * @unanswered: only open and passed ones, the most urgent first; otherwise the newest first
 * @after: (nullable): the page begins after this time or urgency…
 * @after_id: (nullable): …and this id
 * @limit: how many at most
 *
 * Which ones a list shows.
 */
typedef struct
{
  const char *by;
  const char *place_path;
  const char *kind;
  gboolean news;
  gboolean unanswered;
  const char *after;
  const char *after_id;
  gint64 limit;
} YcInquiryFilter;

gboolean         yc_inquiries_table_insert (YcTransaction          *transaction,
                                            YcVault                *vault,
                                            const YcInquiryRecord  *record,
                                            GError                **error);
gboolean         yc_inquiries_table_update (YcTransaction          *transaction,
                                            YcVault                *vault,
                                            const YcInquiryRecord  *record,
                                            GError                **error);
YcInquiryRecord *yc_inquiries_table_load   (YcTransaction          *transaction,
                                            YcVault                *vault,
                                            const char             *id,
                                            GError                **error);
GPtrArray       *yc_inquiries_table_list   (YcTransaction          *transaction,
                                            YcVault                *vault,
                                            const YcInquiryFilter  *filter,
                                            GError                **error);

G_END_DECLS

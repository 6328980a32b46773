/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided about each try of a case. */
#pragma once

#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcDecision:
 * @case_id: the case
 * @try_number: which try, from 1
 * @step: the step of the review, from 0
 * @level: that step's level
 * @kind: "approve", "return", "refuse" or "withdraw"
 * @by_id: who decided
 * @by_name: that person's name
 * @at: when
 * @reason: (nullable): the reason's id
 * @reason_title: (nullable): what it said at that time
 * @cause: (nullable): on whose side
 * @field: (nullable): what it is about: a pointer into the form or "materials/ID"
 * @note: (nullable): in the decider's own words; sealed at rest
 */
typedef struct
{
  const char *case_id;
  gint64 try_number;
  gint64 step;
  const char *level;
  const char *kind;
  const char *by_id;
  const char *by_name;
  const char *at;
  const char *reason;
  const char *reason_title;
  const char *cause;
  const char *field;
  const char *note;
} YcDecision;

gboolean    yc_decisions_table_insert           (YcTransaction     *transaction,
                                                 YcVault           *vault,
                                                 const YcDecision  *decision,
                                                 GError           **error);
GPtrArray  *yc_decisions_table_list             (YcTransaction     *transaction,
                                                 YcVault           *vault,
                                                 const char        *case_id,
                                                 GError           **error);
JsonObject *yc_decisions_table_find_last_return (YcTransaction     *transaction,
                                                 YcVault           *vault,
                                                 const char        *case_id,
                                                 GError           **error);

/* How often a case was returned for a reason and a cause; -1 on an error. */
gint64      yc_decisions_table_count_returns    (YcTransaction     *transaction,
                                                 const char        *case_id,
                                                 const char        *reason,
                                                 const char        *cause,
                                                 GError           **error);

G_END_DECLS

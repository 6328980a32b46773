/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To whom plans were handed, and what became of it. */
#pragma once

#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcHandOver:
 * @plan_id: the plan
 * @state: "open", "accepted", "declined" or "withdrawn"
 * @from_id: who handed it over
 * @from_name: that person's name
 * @from_path: where that person works
 * @to_kind: "counter", "hotline" or "department"
 * @to_place: code of the place that receives it, "" outside
 * @to_path: its path
 * @to_name: the counter, the hotline, the department, in words
 * @due: the day by which it is to be answered, "YYYY-MM-DD"
 * @note: what to know besides
 * @at: when
 *
 * A plan being handed over.
 */
typedef struct
{
  char *plan_id;
  char *state;
  char *from_id;
  char *from_name;
  char *from_path;
  char *to_kind;
  char *to_place;
  char *to_path;
  char *to_name;
  char *due;
  char *note;
  char *at;
} YcHandOver;

void        yc_hand_over_free          (YcHandOver        *self);

gboolean    yc_hand_overs_table_insert (YcTransaction     *transaction,
                                        YcVault           *vault,
                                        const YcHandOver  *hand_over,
                                        GError           **error);
gboolean    yc_hand_overs_table_answer (YcTransaction     *transaction,
                                        YcVault           *vault,
                                        const char        *plan_id,
                                        const char        *state,
                                        const char        *by,
                                        const char        *note,
                                        const char        *now,
                                        GError           **error);
/* (transfer full) (nullable): the one that waits for an answer; NULL without an error when none */
YcHandOver *yc_hand_overs_table_find_open (YcTransaction  *transaction,
                                           YcVault        *vault,
                                           const char     *plan_id,
                                           GError        **error);
/* (transfer full): all of a plan as the API tells them, in order */
JsonArray  *yc_hand_overs_table_list   (YcTransaction     *transaction,
                                        YcVault           *vault,
                                        const char        *plan_id,
                                        GError           **error);
/* Both (transfer full): ids of plans. */
GStrv       yc_hand_overs_table_list_to   (YcTransaction  *transaction,
                                           const char     *to_path,
                                           gint64          limit,
                                           GError        **error);
GStrv       yc_hand_overs_table_list_from (YcTransaction  *transaction,
                                           const char     *from_id,
                                           const char     *since,
                                           gint64          limit,
                                           GError        **error);
/* Whether the plan was ever handed to the place or one below it. */
gboolean    yc_hand_overs_table_was_to (YcTransaction     *transaction,
                                        const char        *plan_id,
                                        const char        *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcHandOver, yc_hand_over_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How plans are saved. Private to the client room. */
#pragma once

#include "yc-command.h"
#include "yc-parts.h"
#include "yc-saved-plan.h"

G_BEGIN_DECLS

/* (transfer full): a plan that was not saved yet; follows the outbox */
YcSavedPlan *yc_saved_plan_new           (YcParts      *parts,
                                          const char   *id);
/* (transfer full): as the service tells it; NULL with YC_CLIENT_ERROR_BAD_ANSWER */
YcSavedPlan *yc_saved_plan_new_from_json (JsonObject   *json,
                                          GError      **error);
/* What the service tells of it, whole or not. */
void         yc_saved_plan_update        (YcSavedPlan  *self,
                                          JsonObject   *json);
/* The visit goes on from what the service tells, whole. */
void         yc_saved_plan_rebase        (YcSavedPlan  *self,
                                          JsonObject   *json);
/* Saves @contents as they are now, through the outbox; what is on its way already goes first. */
void         yc_saved_plan_send          (YcSavedPlan  *self,
                                          JsonObject   *contents);
/* (transfer none) (nullable): the command that the service does not take as it is */
YcCommand   *yc_saved_plan_get_refused   (YcSavedPlan  *self);
/* (transfer full): for the disk, with yc_saved_plan_restore() */
JsonObject  *yc_saved_plan_to_json       (YcSavedPlan  *self);
void         yc_saved_plan_restore       (YcSavedPlan  *self,
                                          JsonObject   *json);

G_END_DECLS

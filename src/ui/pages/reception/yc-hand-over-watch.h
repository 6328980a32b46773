/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the plans that are handed to this counter and by this clerk, and says what is new. */
#pragma once

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_HAND_OVER_WATCH (yc_hand_over_watch_get_type ())

G_DECLARE_FINAL_TYPE (YcHandOverWatch, yc_hand_over_watch, YC, HAND_OVER_WATCH, GObject)

/* Signal "changed": either list did, or an answer is kept here or arrived. Signal "news" (const char *words): a plan came, or one that was
 * handed over was answered. */

YcHandOverWatch *yc_hand_over_watch_new          (YcDesk          *desk);
/* (transfer none): lists of YcSavedPlan */
YcLiveList      *yc_hand_over_watch_get_incoming (YcHandOverWatch *self);
YcLiveList      *yc_hand_over_watch_get_outgoing (YcHandOverWatch *self);
void             yc_hand_over_watch_refresh      (YcHandOverWatch *self);
guint            yc_hand_over_watch_count        (YcHandOverWatch *self);
/* The clerk answers this plan here, so that it is no news. */
void             yc_hand_over_watch_expect       (YcHandOverWatch *self,
                                                  const char      *plan_id,
                                                  const char      *answer);

G_END_DECLS

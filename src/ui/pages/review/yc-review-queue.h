/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for the reviewer's decision, oldest first. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_REVIEW_QUEUE (yc_review_queue_get_type ())

G_DECLARE_FINAL_TYPE (YcReviewQueue, yc_review_queue, YC, REVIEW_QUEUE, GtkWidget)

/* Signals: "chosen" (YcCase or NULL): another case is looked at. */

GtkWidget *yc_review_queue_new      (void);
void       yc_review_queue_set_desk (YcReviewQueue *self,
                                     YcDesk        *desk);
void       yc_review_queue_refresh  (YcReviewQueue *self);
/* Goes to the next (+1) or the previous (-1) case; stays at the ends. */
void       yc_review_queue_step     (YcReviewQueue *self,
                                     int            step);
void       yc_review_queue_focus    (YcReviewQueue *self);

G_END_DECLS

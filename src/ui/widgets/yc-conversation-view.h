/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as a conversation: one question large, the answered ones a line each above. */
#pragma once

#include <gtk/gtk.h>

#include "yc-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_CONVERSATION_VIEW (yc_conversation_view_get_type ())

G_DECLARE_FINAL_TYPE (YcConversationView, yc_conversation_view, YC, CONVERSATION_VIEW, GtkWidget)

GtkWidget *yc_conversation_view_new         (void);
void       yc_conversation_view_set_plan    (YcConversationView *self, YcPlan *plan);
void       yc_conversation_view_set_catalog (YcConversationView *self, YcCatalog *catalog);
gboolean   yc_conversation_view_walk_back   (YcConversationView *self);

G_END_DECLS

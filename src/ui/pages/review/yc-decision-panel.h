/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reviewer decides: approve, return with reason, cause, field and note, or refuse. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"
#include "yc-form.h"

G_BEGIN_DECLS

#define YC_TYPE_DECISION_PANEL (yc_decision_panel_get_type ())

G_DECLARE_FINAL_TYPE (YcDecisionPanel, yc_decision_panel, YC, DECISION_PANEL, AdwBin)

/* Signals: "decided" (YcCase): the service has taken the decision; "failed" (YcCase, GError): it has
 * not. Either may come when another case is on the panel. */

GtkWidget *yc_decision_panel_new      (void);
/* @a_case and @form (nullable): what is decided on; NULL for nothing */
void       yc_decision_panel_set_case (YcDecisionPanel *self,
                                       YcDesk          *desk,
                                       YcCase          *a_case,
                                       YcForm          *form);
/* Opens the page of an action, as its key does. */
void       yc_decision_panel_begin    (YcDecisionPanel *self,
                                       YcCaseAction     action);
/* What was begun; 0 for nothing */
YcCaseAction yc_decision_panel_get_action (YcDecisionPanel *self);
/* Sends what is filled in (Ctrl+Enter); nothing happens before an action was begun. */
void       yc_decision_panel_send     (YcDecisionPanel *self);
/* Whether a case is there to be decided on, and no decision on it is on its way. */
gboolean   yc_decision_panel_get_ready (YcDecisionPanel *self);
gboolean   yc_decision_panel_get_sending (YcDecisionPanel *self);

G_END_DECLS

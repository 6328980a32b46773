/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit in three columns: the person and the plan, the work, what a colleague would whisper. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"
#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_VIEW (yc_visit_view_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitView, yc_visit_view, YC, VISIT_VIEW, AdwBin)

GtkWidget *yc_visit_view_new       (YcDesk *desk, YcVisit *visit);
YcVisit   *yc_visit_view_get_visit (YcVisitView *self);
void       yc_visit_view_begin     (YcVisitView *self);
gboolean   yc_visit_view_command   (YcVisitView *self, YcPageCommand command);
void       yc_visit_view_take_hit  (YcVisitView *self, YcHit *hit);
void       yc_visit_view_show_case (YcVisitView *self, const char *case_id);

G_END_DECLS

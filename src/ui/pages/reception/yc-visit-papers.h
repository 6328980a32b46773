/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a visit goes on paper, or is looked at as if it did, at each of its steps. */
#pragma once

#include "yc-result-step.h"
#include "yc-visit-walk.h"

G_BEGIN_DECLS

/* Ctrl+P. Returns whether there is something to print. */
gboolean yc_visit_papers_print (GtkWidget    *over,
                                YcDesk       *desk,
                                YcVisitWalk  *walk,
                                YcResultStep *result);
/* Ctrl+Shift+P. Returns whether a certificate can be thought of here. */
gboolean yc_visit_papers_look  (GtkWidget    *over,
                                YcDesk       *desk,
                                YcVisitWalk  *walk);

G_END_DECLS

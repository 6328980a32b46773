/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each step of a visit is, for the marks on the step line. */
#pragma once

#include "yc-step-line.h"
#include "yc-visit.h"

G_BEGIN_DECLS

YcStepMark yc_visit_mark_step (YcVisit *visit, YcCaseDraft *draft, YcStep step);

G_END_DECLS

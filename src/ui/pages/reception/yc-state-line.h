/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states that a case has gone through, with their times. */
#pragma once

#include <adwaita.h>

#include "yc-case-draft.h"

G_BEGIN_DECLS

#define YC_TYPE_STATE_LINE (yc_state_line_get_type ())

G_DECLARE_FINAL_TYPE (YcStateLine, yc_state_line, YC, STATE_LINE, AdwBin)

void yc_state_line_show (YcStateLine *self, YcCaseDraft *draft);

G_END_DECLS

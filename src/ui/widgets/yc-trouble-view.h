/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the desk cannot be opened, with what opens it: trying again, or the passphrase. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_TROUBLE_VIEW (yc_trouble_view_get_type ())

G_DECLARE_FINAL_TYPE (YcTroubleView, yc_trouble_view, YC, TROUBLE_VIEW, AdwBin)

void yc_trouble_view_set_desk (YcTroubleView *self, YcDesk *desk);
void yc_trouble_view_show     (YcTroubleView *self, const GError *error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form as an A4 sheet: looked at, then printed for the citizen to sign. */
#pragma once

#include <gtk/gtk.h>

#include "yc-case-draft.h"
#include "yc-desk.h"

G_BEGIN_DECLS

gboolean yc_form_print_present (GtkWidget   *over,
                                YcDesk      *desk,
                                YcCaseDraft *draft,
                                YcCitizen   *agent);

G_END_DECLS

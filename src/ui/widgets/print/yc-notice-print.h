/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notice that a case's applicant is handed: looked at, then printed and stamped. */
#pragma once

#include "yc-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean yc_notice_print_present (GtkWidget *over,
                                  YcDesk    *desk,
                                  YcCase    *a_case);

G_END_DECLS

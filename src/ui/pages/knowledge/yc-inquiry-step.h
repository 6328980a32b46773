/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before an inquiry is answered, passed on, left as it is or opened again. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk-knowledge.h"

G_BEGIN_DECLS

void yc_inquiry_step_present (GtkWidget *over, YcDesk *desk, YcInquiry *inquiry,
                              const char *action);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is done with printers once there are some, and until then what is the matter; looks at
 * them anew for as long as it is seen. */
#pragma once

#include <gtk/gtk.h>

#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINTERS_GATE (yc_printers_gate_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintersGate, yc_printers_gate, YC, PRINTERS_GATE, GtkWidget)

GtkWidget *yc_printers_gate_new          (void);
/* Once. */
void       yc_printers_gate_set_printers (YcPrintersGate *self, YcPrinters *printers);
/* Property "child". */
void       yc_printers_gate_set_child    (YcPrintersGate *self, GtkWidget *child);

G_END_DECLS

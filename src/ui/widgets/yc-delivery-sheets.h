/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before a certificate is sent to another address, or over one more channel. */
#pragma once

#include "yc-case-delivery.h"
#include "yc-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yc_delivery_sheets_ask_address (YcDesk *desk, YcCaseDelivery *delivery, GtkWidget *over);
/* @channels: (array zero-terminated=1): those that it can still go over, at least one; @address:
 * (nullable): where a letter would go */
void yc_delivery_sheets_ask_channel (YcDesk *desk, const char *serial, const char *const *channels,
                                     const char *address, GtkWidget *over);

G_END_DECLS

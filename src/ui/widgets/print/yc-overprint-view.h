/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on its pre-printed form: looked at with the form under the words, then printed, moved as
 * this printer and tray need it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_OVERPRINT_VIEW (yc_overprint_view_get_type ())

G_DECLARE_FINAL_TYPE (YcOverprintView, yc_overprint_view, YC, OVERPRINT_VIEW, GtkWidget)

/* Lays it over the window of @over. (transfer none) (nullable): %NULL when the certificate has no such
 * form */
YcOverprintView *yc_overprint_view_present (GtkWidget           *over,
                                            YcDesk              *desk,
                                            YcIssuedCertificate *certificate);

G_END_DECLS

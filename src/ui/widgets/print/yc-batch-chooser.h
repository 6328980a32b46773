/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which certificates are printed at one go: a list of which several are chosen, as in a file manager. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_BATCH_CHOOSER (yc_batch_chooser_get_type ())

G_DECLARE_FINAL_TYPE (YcBatchChooser, yc_batch_chooser, YC, BATCH_CHOOSER, GtkWidget)

/* Signals: "changed": others are chosen; "edge-reached": the end of the list is in sight. */

/* @certificates: of YcIssuedCertificate; only those in force are shown, and those that were never
 * printed are chosen to begin with */
GtkWidget  *yc_batch_chooser_new        (GListModel     *certificates);
/* (transfer full): the chosen ones, in the list's order */
GListModel *yc_batch_chooser_get_chosen (YcBatchChooser *self);

G_END_DECLS

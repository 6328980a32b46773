/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on a form that is printed already: whether there is one, and what is printed on it. */
#pragma once

#include "yc-calibrations.h"
#include "yc-desk.h"

G_BEGIN_DECLS

/**
 * yc_overprint_paper_find:
 * @desk: a desk
 * @serial: a certificate's serial number
 *
 * Returns: (transfer none) (nullable): the catalog's template of that certificate; %NULL when it prints
 *   on plain paper only, or the catalog does not know it
 */
JsonObject *yc_overprint_paper_find       (YcDesk              *desk,
                                           const char          *serial);
/* (nullable): the form's size as printers name it; %NULL for one without a common name */
const char *yc_overprint_paper_get_size   (JsonObject          *template_);
/* (transfer full): where the service has what goes on the form, below /api/v1 */
char       *yc_overprint_paper_write_path (const char          *serial,
                                           const YcCalibration *calibration);

/**
 * yc_overprint_paper_load_async:
 * @desk: a desk
 * @serial: a certificate's serial number
 * @cancellable: (nullable): gives it up
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Fetches what goes on the form, with the form's picture under it, to be looked at.
 */
void        yc_overprint_paper_load_async  (YcDesk              *desk,
                                            const char          *serial,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* (transfer full): %NULL with YC_CLIENT_ERROR */
GBytes     *yc_overprint_paper_load_finish (YcDesk              *desk,
                                            GAsyncResult        *result,
                                            GError             **error);

/* (transfer full): what `yichuangctl certificate calibration -` reads */
GBytes     *yc_overprint_paper_write_calibration (JsonObject   *template_);

G_END_DECLS

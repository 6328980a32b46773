/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the first certificate of a process as quick as the others. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_certificate_warm_up:
 *
 * Loads the fonts that certificates are set in, by setting one that goes nowhere: looking fonts up
 * and reading them takes some 100 ms. Also cuts the large ones down to what sheets usually use, some 70 ms
 * and 3 MB each, from which each sheet's subset is cut three times as fast. Where there are none, the first certificate says so.
 *
 * May be called from any thread. What is composed meanwhile waits for it, as it would for its own
 * fonts.
 */
void yc_certificate_warm_up (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of yichuangctl certificate share. */
#pragma once

#include "yc-ctl-form-private.h"

G_BEGIN_DECLS

gboolean    yc_ctl_certificate_parse       (const char           *command,
                                            const GOptionEntry   *entries,
                                            int                  *argc,
                                            char               ***argv);
/* A mistake in the template is told with its line. */
void        yc_ctl_certificate_place_error (const YcCtlFormFile  *file,
                                            GError              **error);

YcCtlStatus yc_ctl_certificate_calibration (int                   argc,
                                            char                **argv);
YcCtlStatus yc_ctl_certificate_overprint   (int                   argc,
                                            char                **argv);
YcCtlStatus yc_ctl_certificate_preview     (int                   argc,
                                            char                **argv);
YcCtlStatus yc_ctl_certificate_print       (int                   argc,
                                            char                **argv);
YcCtlStatus yc_ctl_certificate_seal        (int                   argc,
                                            char                **argv);
YcCtlStatus yc_ctl_certificate_verify      (int                   argc,
                                            char                **argv);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of yichuangctl certificate share. */
#pragma once

#include "yc-ctl-group.h"

G_BEGIN_DECLS

gboolean    yc_ctl_certificate_parse   (const char          *command,
                                        const GOptionEntry  *entries,
                                        int                 *argc,
                                        char              ***argv);
YcCtlStatus yc_ctl_certificate_preview (int                  argc,
                                        char               **argv);
YcCtlStatus yc_ctl_certificate_seal    (int                  argc,
                                        char               **argv);
YcCtlStatus yc_ctl_certificate_verify  (int                  argc,
                                        char               **argv);

G_END_DECLS

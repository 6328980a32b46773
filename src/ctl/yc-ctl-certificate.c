/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate: commands for certificates. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

static const YcCtlCommand commands[] = {
  { NULL },
};

const YcCtlGroup yc_ctl_certificate_group = {
  .name = "certificate",
  .summary = N_("compose and verify certificates"),
  .commands = commands,
};

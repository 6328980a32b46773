/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose seals this desk believes. */
#pragma once

#include "yc-desk.h"
#include "yc-trust.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the sample authority in demo mode, else the file of the setting
 * "trust-file"; NULL, with a word in the log, when nobody is believed */
YcTrust *yc_desk_trust_load (YcDesk *desk);

G_END_DECLS

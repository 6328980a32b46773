/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signs in when the role is changed in practice. */
#pragma once

#include "yc-role.h"

G_BEGIN_DECLS

const char *yc_demo_people_get_user     (YcRole role);
const char *yc_demo_people_get_password (void);

G_END_DECLS

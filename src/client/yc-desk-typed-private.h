/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desk keeps what was typed. Private to the client room. */
#pragma once

#include "yc-desk-typed.h"
#include "yc-storage.h"

G_BEGIN_DECLS

/* (transfer full): what @user typed is read at once */
YcDeskTyped *yc_desk_typed_new (YcStorage  *storage,
                                const char *user);

G_END_DECLS

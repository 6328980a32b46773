/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing in again over the work when the session has ended. */
#pragma once

#include "yc-session.h"
#include "yc-sheet.h"

G_BEGIN_DECLS

YcSheet *yc_sign_in_sheet_present (YcSession *session, GtkWidget *over);

G_END_DECLS

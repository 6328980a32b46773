/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the client room moves the line. Signal "try": the line is to be tried now. */
#pragma once

#include "yc-limits.h"
#include "yc-line.h"

G_BEGIN_DECLS

YcLine *yc_line_new         (const YcLimits *limits);
void    yc_line_connecting  (YcLine         *self);
void    yc_line_connected   (YcLine         *self);
void    yc_line_failed      (YcLine         *self,
                             const GError   *error);
void    yc_line_stop        (YcLine         *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clears away what nobody needs any more, while the service goes on serving. */
#pragma once

#include "yc-file-sweeper.h"

G_BEGIN_DECLS

typedef struct _YcHousekeeper YcHousekeeper;

YcHousekeeper *yc_housekeeper_new   (YcDatabase    *database,
                                     YcWriter      *writer,
                                     YcFileStore   *store);
void           yc_housekeeper_free  (YcHousekeeper *self);
/* Clears at once and then every six hours, on a thread of its own. */
void           yc_housekeeper_start (YcHousekeeper *self);
/* To be called before the writer stops. */
void           yc_housekeeper_stop  (YcHousekeeper *self);

G_END_DECLS

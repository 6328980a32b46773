/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account with which a new service is set up. */
#pragma once

#include "yc-service.h"

G_BEGIN_DECLS

gboolean yc_first_account_create (YcService   *service,
                                  const char  *name,
                                  GError     **error);

G_END_DECLS

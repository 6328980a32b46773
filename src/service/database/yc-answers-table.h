/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was answered to each command, so that the same command is answered the same. */
#pragma once

#include "yc-transaction.h"

#include "yc-http-response.h"
#include "yc-vault.h"

G_BEGIN_DECLS

gboolean        yc_answers_table_find  (YcTransaction   *transaction,
                                        YcVault         *vault,
                                        const char      *user,
                                        const char      *command,
                                        const char      *fingerprint,
                                        YcHttpResponse **answer,
                                        GError         **error);
gboolean        yc_answers_table_put   (YcTransaction   *transaction,
                                        YcVault         *vault,
                                        const char      *user,
                                        const char      *command,
                                        const char      *fingerprint,
                                        YcHttpResponse  *answer,
                                        const char      *now,
                                        GError         **error);

G_END_DECLS

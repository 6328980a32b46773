/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was submitted, each time. */
#pragma once

#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean   yc_tries_table_insert (YcTransaction  *transaction,
                                  YcVault        *vault,
                                  const char     *case_id,
                                  gint64          number,
                                  const char     *by,
                                  const char     *now,
                                  JsonObject     *content,
                                  GError        **error);
JsonArray *yc_tries_table_list   (YcTransaction  *transaction,
                                  YcVault        *vault,
                                  const char     *case_id,
                                  GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that is sealed at rest. */
#pragma once

#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

GBytes     *yc_sealed_json_write (YcVault     *vault,
                                  JsonObject  *object,
                                  const char  *what);
JsonObject *yc_sealed_json_read  (YcVault     *vault,
                                  GBytes      *sealed,
                                  const char  *what,
                                  GError     **error);

G_END_DECLS

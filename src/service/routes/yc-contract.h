/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The API's description, as far as the service holds requests against it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcContract YcContract;

YcContract *yc_contract_new        (GError      **error);
void        yc_contract_free       (YcContract   *self);
GBytes     *yc_contract_get_text   (void);
gboolean    yc_contract_check_body (YcContract   *self,
                                    const char   *path,
                                    JsonObject   *body,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcContract, yc_contract_free)

G_END_DECLS

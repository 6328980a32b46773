/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an entry makes its versions. */
#pragma once

#include "yc-knowledge-version.h"

G_BEGIN_DECLS

YcKnowledgeVersion *yc_knowledge_version_new       (JsonObject         *json,
                                                    const char         *question,
                                                    GError            **error);
void                yc_knowledge_version_set_until (YcKnowledgeVersion *self,
                                                    const char         *until);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broken rules, collected until all are known. */
#pragma once

#include "yc-schema.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFindings YcFindings;

YcFindings *yc_findings_new        (void);
void        yc_findings_free       (YcFindings            *self);
void        yc_findings_add        (YcFindings            *self,
                                    const char            *pointer,
                                    const char            *keyword,
                                    const char            *message);
void        yc_findings_add_report (YcFindings            *self,
                                    const char            *prefix,
                                    const YcSchemaReport  *report);
gboolean    yc_findings_finish     (YcFindings            *self,
                                    GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFindings, yc_findings_free)

G_END_DECLS

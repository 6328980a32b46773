/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a document's problems belong to one control. */
#pragma once

#include "yc-schema-report.h"

G_BEGIN_DECLS

typedef struct _YcFormErrors YcFormErrors;

YcFormErrors          *yc_form_errors_new  (YcSchemaReport     *report);
void                   yc_form_errors_free (YcFormErrors       *self);
GPtrArray             *yc_form_errors_at   (const YcFormErrors *self,
                                            const char         *pointer,
                                            JsonNode           *schema);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormErrors, yc_form_errors_free)

G_END_DECLS

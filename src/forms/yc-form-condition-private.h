/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layout's rule depends on. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFormCondition YcFormCondition;

YcFormCondition *yc_form_condition_new        (JsonObject       *object,
                                               GError          **error);
void             yc_form_condition_free       (YcFormCondition  *self);
gboolean         yc_form_condition_holds      (YcFormCondition  *self,
                                               JsonNode         *data,
                                               const char       *base);
void             yc_form_condition_list_reads (YcFormCondition  *self,
                                               GPtrArray        *pointers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormCondition, yc_form_condition_free)

G_END_DECLS

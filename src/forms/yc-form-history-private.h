/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form was like before, to be undone and redone. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFormHistory YcFormHistory;

YcFormHistory *yc_form_history_new    (void);
void           yc_form_history_free   (YcFormHistory  *self);
void           yc_form_history_clear  (YcFormHistory  *self);
void           yc_form_history_record (YcFormHistory  *self,
                                       JsonNode       *data,
                                       const char     *pointer);
void           yc_form_history_settle (YcFormHistory  *self);
JsonNode      *yc_form_history_undo   (YcFormHistory  *self,
                                       JsonNode       *data,
                                       char          **pointer);
JsonNode      *yc_form_history_redo   (YcFormHistory  *self,
                                       JsonNode       *data,
                                       char          **pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormHistory, yc_form_history_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed in a form, to be undone and redone. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFormHistory YcFormHistory;

/* Puts @value (nullable, full) at @pointer and works out what follows. */
typedef void (*YcFormRestore) (const char *pointer,
                               JsonNode   *value,
                               gpointer    user_data);

YcFormHistory *yc_form_history_new    (void);
void           yc_form_history_free   (YcFormHistory  *self);
void           yc_form_history_clear  (YcFormHistory  *self);
void           yc_form_history_record (YcFormHistory  *self,
                                       JsonNode       *data,
                                       const char     *pointer,
                                       const char     *place);
void           yc_form_history_settle (YcFormHistory  *self);
char          *yc_form_history_undo   (YcFormHistory  *self,
                                       JsonNode      **data,
                                       YcFormRestore   restore,
                                       gpointer        user_data);
char          *yc_form_history_redo   (YcFormHistory  *self,
                                       JsonNode      **data,
                                       YcFormRestore   restore,
                                       gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormHistory, yc_form_history_free)

G_END_DECLS

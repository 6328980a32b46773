/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rules are to be worked out again, and for which rows. */
#pragma once

#include "yc-form-instances-private.h"

G_BEGIN_DECLS

typedef struct _YcFormDue YcFormDue;

/* @begin: what the pointers of the rows begin with; "" for all */
typedef void (*YcFormDueFunc) (const char *begin,
                               gpointer    user_data);

YcFormDue *yc_form_due_new  (guint                n_rules);
void       yc_form_due_free (YcFormDue           *self);
void       yc_form_due_set  (YcFormDue           *self,
                             guint                rule,
                             const YcFormPath    *place,
                             guint                n_shared);
void       yc_form_due_run  (YcFormDue           *self,
                             guint                rule,
                             const YcFormPath    *scope,
                             guint                n_steps,
                             JsonNode            *data,
                             YcFormDueFunc        begin,
                             YcFormInstanceFunc   func,
                             gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormDue, yc_form_due_free)

G_END_DECLS

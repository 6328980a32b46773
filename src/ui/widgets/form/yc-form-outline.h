/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a field is in a form: in which category, and before or after which others. */
#pragma once

#include "yc-form-element.h"

G_BEGIN_DECLS

typedef struct _YcFormOutline YcFormOutline;

YcFormOutline *yc_form_outline_new          (YcFormElement *root);
void           yc_form_outline_free         (YcFormOutline *self);
const char    *yc_form_outline_get_category (YcFormOutline *self,
                                             const char    *pointer);
int            yc_form_outline_compare      (YcFormOutline *self,
                                             const char    *a,
                                             const char    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormOutline, yc_form_outline_free)

G_END_DECLS

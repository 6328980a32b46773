/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing and wrong in a part of a form, in words. */
#pragma once

#include "yc-form-element.h"

G_BEGIN_DECLS

char *yc_form_counts_dup_words (guint          n_missing,
                                guint          n_errors);
void  yc_form_counts_follow    (YcFormElement *element,
                                GCallback      callback,
                                gpointer       object);

G_END_DECLS

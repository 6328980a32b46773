/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form's words of one language have to name; see yc-form-words.h. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

void yc_form_translate_columns (YcForm      *self,
                                GListModel  *columns,
                                YcFormField *repeating);

G_END_DECLS

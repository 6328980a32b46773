/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices and the words of errors that @jsonforms/core gives a control. */
#pragma once

#include "yc-form-complaints-private.h"
#include "yc-form.h"

G_BEGIN_DECLS

JsonArray *yc_form_options_new       (YcForm                *form,
                                      JsonNode              *root,
                                      JsonObject            *control,
                                      const char            *pointer,
                                      JsonNode              *schema);
char      *yc_form_options_dup_error (YcForm                *form,
                                      JsonObject            *control,
                                      const YcFormComplaint *error);

G_END_DECLS

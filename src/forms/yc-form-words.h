/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a form in other languages than its own, as a catalog carries them. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

typedef struct
{
  char *key;
  char *words;          /* in the form's own language; NULL where it has none to translate */
} YcFormWord;

YcForm     *yc_form_new_from_document (JsonObject         *document,
                                       GError            **error);
JsonObject *yc_form_choose_words      (JsonObject         *document,
                                       const char *const  *languages);
void        yc_form_set_words         (YcForm             *self,
                                       JsonObject         *words);
GPtrArray  *yc_form_list_words        (YcForm             *self);

G_END_DECLS

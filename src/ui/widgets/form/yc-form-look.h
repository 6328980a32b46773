/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of a control say about its editor. */
#pragma once

#include "yc-form-element.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean slider;
  gboolean toggle;
  gboolean radio;               /* all choices open */
  gboolean dropdown;            /* never open */
  gboolean masked;
  gboolean described;           /* the description shows without the focus as well */
} YcFormLook;

void yc_form_look_read (YcFormLook    *self,
                        YcFormElement *element);

G_END_DECLS

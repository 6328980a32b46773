/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An editor that has fields of its own inside: rows, a chosen alternative. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_NEST (yc_form_nest_get_type ())

G_DECLARE_INTERFACE (YcFormNest, yc_form_nest, YC, FORM_NEST, GtkWidget)

/**
 * YcFormNestInterface:
 * @focus: goes to the first field inside; returns whether it took the focus.
 * @focus_pointer: goes to the field inside that the JSON Pointer leads to, and shows it.
 */
struct _YcFormNestInterface
{
  GTypeInterface parent_interface;

  gboolean (*focus)         (YcFormNest *self);
  gboolean (*focus_pointer) (YcFormNest *self,
                             const char *pointer);
};

GtkWidget *yc_form_nest_new           (YcFormElement *element);
gboolean   yc_form_nest_focus         (YcFormNest    *self);
gboolean   yc_form_nest_focus_pointer (YcFormNest    *self,
                                       const char    *pointer);

G_END_DECLS

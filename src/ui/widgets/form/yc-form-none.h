/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

GtkWidget *yc_form_none_new (YcFormField *field,
                             const char  *title);

G_END_DECLS

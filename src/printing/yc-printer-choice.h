/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that a printer has several of, to be chosen by a title: a size of paper, a tray. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_PRINTER_CHOICE (yc_printer_choice_get_type ())
G_DECLARE_DERIVABLE_TYPE (YcPrinterChoice, yc_printer_choice, YC, PRINTER_CHOICE, GObject)

struct _YcPrinterChoiceClass
{
  GObjectClass parent_class;
};

/* Properties "name" and "title", set when it is made. */

/* As jobs carry it. */
const char *yc_printer_choice_get_name  (YcPrinterChoice *self);
/* Translated, as a clerk calls it. */
const char *yc_printer_choice_get_title (YcPrinterChoice *self);

G_END_DECLS

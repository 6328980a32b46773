/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that opens under an entry: one line is marked, the focus stays where it was. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_FORM_MENU (yc_form_menu_get_type ())

G_DECLARE_FINAL_TYPE (YcFormMenu, yc_form_menu, YC, FORM_MENU, GtkPopover)

/* What stands before the title of a line. */
typedef enum
{
  YC_FORM_MENU_PLAIN,
  YC_FORM_MENU_NUMBERED,
  YC_FORM_MENU_CHECKED,
} YcFormMenuStyle;

typedef const char *(*YcFormMenuTitle)   (gpointer data,
                                          guint    number);
typedef gboolean    (*YcFormMenuChecked) (gpointer data,
                                          guint    number);

GtkWidget  *yc_form_menu_new        (GtkWidget         *parent,
                                     YcFormMenuStyle    style,
                                     YcFormMenuTitle    title,
                                     YcFormMenuChecked  checked,
                                     gpointer           data);
void        yc_form_menu_fill       (YcFormMenu        *self,
                                     GArray            *numbers);
void        yc_form_menu_refresh    (YcFormMenu        *self);
void        yc_form_menu_open       (YcFormMenu        *self);
void        yc_form_menu_close      (YcFormMenu        *self);
gboolean    yc_form_menu_is_open    (YcFormMenu        *self);
int         yc_form_menu_get_marked (YcFormMenu        *self);
void        yc_form_menu_mark       (YcFormMenu        *self,
                                     int                number);
void        yc_form_menu_step       (YcFormMenu        *self,
                                     int                by);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The administrative divisions that a place is chosen from, whoever knows them. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_PLACES (yc_form_places_get_type ())

G_DECLARE_FINAL_TYPE (YcFormPlaces, yc_form_places, YC, FORM_PLACES, GObject)

/**
 * YcFormPlacesLoad:
 * @self: the places, of which there are none
 * @data: data
 *
 * Adds the places, when somebody first asks for one.
 */
typedef void (*YcFormPlacesLoad) (YcFormPlaces *self,
                                  gpointer      data);

YcFormPlaces *yc_form_places_new           (YcFormPlacesLoad  load,
                                            gpointer          data,
                                            GDestroyNotify    free_data);
void          yc_form_places_forget        (YcFormPlaces *self);
int           yc_form_places_add           (YcFormPlaces *self,
                                            int           parent,
                                            const char   *code,
                                            const char   *name);
guint         yc_form_places_get_n_places  (YcFormPlaces *self);
int           yc_form_places_find          (YcFormPlaces *self,
                                            const char   *code);
const char   *yc_form_places_get_code      (YcFormPlaces *self,
                                            int           place);
const char   *yc_form_places_get_name      (YcFormPlaces *self,
                                            int           place);
int           yc_form_places_get_parent    (YcFormPlaces *self,
                                            int           place);
GArray       *yc_form_places_list_children (YcFormPlaces *self,
                                            int           parent,
                                            guint         longest);
char         *yc_form_places_dup_path      (YcFormPlaces *self,
                                            int           place);

void          yc_form_places_provide       (YcFormPlaces *self,
                                            GtkWidget    *widget);
YcFormPlaces *yc_form_places_find_above    (GtkWidget    *widget);
char         *yc_form_places_describe      (GtkWidget    *widget,
                                            YcFormField  *field);

G_END_DECLS

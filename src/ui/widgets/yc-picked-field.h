/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was picked of many titles: one that another takes the place of, or several. */
#pragma once

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_PICKED_FIELD (yc_picked_field_get_type ())

G_DECLARE_FINAL_TYPE (YcPickedField, yc_picked_field, YC, PICKED_FIELD, GtkWidget)

/* Signals: "changed": something was picked or taken out; "fill": what can be picked is to be offered
 * now, since it was asked for the first time. */

GtkWidget *yc_picked_field_new     (const char *title, gboolean several);
/* What can be picked. */
void       yc_picked_field_offer   (YcPickedField *self, const char *id, const char *title);
/* Picks one, which need not be offered; @title (nullable) when it was not yet. */
void       yc_picked_field_pick    (YcPickedField *self, const char *id, const char *title);
/* (transfer full): the ids in the order they were picked */
GStrv      yc_picked_field_dup_ids (YcPickedField *self);
/* (transfer full): an array of ids; and back */
JsonNode  *yc_picked_field_write   (YcPickedField *self);
void       yc_picked_field_read    (YcPickedField *self, JsonArray *ids);

G_END_DECLS

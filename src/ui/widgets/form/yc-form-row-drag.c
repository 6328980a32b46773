/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are dragged to another place among the rows of their field. */
#include "yc-form-row-drag.h"

#include "yc-form-row-actions.h"

/* What a line has to know while something is dragged over it. */
typedef struct
{
  GtkWidget   *line;    /* not owned: the controllers are its own or its child's */
  YcFormField *field;
  YcFormRow   *row;
} Place;

static void
place_free (gpointer  data,
            GClosure *closure)
{
  Place *self = data;

  g_object_unref (self->field);
  g_object_unref (self->row);
  g_free (self);
}

static Place *
place_new (GtkWidget   *line,
           YcFormField *field,
           YcFormRow   *row)
{
  Place *self = g_new0 (Place, 1);

  self->line = line;
  self->field = g_object_ref (field);
  self->row = g_object_ref (row);
  return self;
}

static gboolean
is_of_field (YcFormField *field,
             YcFormRow   *row)
{
  guint index = yc_form_row_get_index (row);
  g_autoptr (YcFormRow) there = g_list_model_get_item (yc_form_field_get_rows (field), index);

  return there == row && yc_form_field_get_enabled (field) &&
         !yc_form_field_get_read_only (field) && !yc_form_row_actions_is_blank (field, index);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            Place         *place)
{
  if (!is_of_field (place->field, place->row))
    return NULL;
  return gdk_content_provider_new_typed (YC_TYPE_FORM_ROW, place->row);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               Place         *place)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (place->line);

  gtk_widget_add_css_class (place->line, "dragged");
  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
drag_end_cb (GtkWidget *line)
{
  gtk_widget_remove_css_class (line, "dragged");
}

static GdkDragAction
enter_cb (GtkDropTarget *target,
          double         x,
          double         y,
          Place         *place)
{
  const GValue *value = gtk_drop_target_get_value (target);
  YcFormRow *row = value == NULL ? NULL : g_value_get_object (value);

  if (row == NULL || row == place->row || !is_of_field (place->field, row) ||
      !is_of_field (place->field, place->row))
    return 0;
  gtk_widget_add_css_class (place->line,
                            yc_form_row_get_index (row) < yc_form_row_get_index (place->row)
                                ? "drop-below"
                                : "drop-above");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          Place         *place)
{
  gtk_widget_remove_css_class (place->line, "drop-above");
  gtk_widget_remove_css_class (place->line, "drop-below");
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Place         *place)
{
  YcFormRow *row = g_value_get_object (value);

  leave_cb (target, place);
  if (row == NULL || !is_of_field (place->field, row) || !is_of_field (place->field, place->row))
    return FALSE;
  yc_form_field_move_row (place->field, yc_form_row_get_index (row),
                          yc_form_row_get_index (place->row));
  return TRUE;
}

/**
 * yc_form_row_drag_attach:
 * @handle: where dragging begins, @line or in it
 * @line: what stands for the row
 * @field: a repeating field
 * @row: one of its rows
 *
 * A row takes the place of the one that it is dropped on. Rows of other fields, and empty ones at
 * the end, are not taken.
 */
void
yc_form_row_drag_attach (GtkWidget   *handle,
                         GtkWidget   *line,
                         YcFormField *field,
                         YcFormRow   *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (YC_TYPE_FORM_ROW, GDK_ACTION_MOVE);
  Place *from = place_new (line, field, row), *to = place_new (line, field, row);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb), from, place_free, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), from);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), line, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_data (target, "enter", G_CALLBACK (enter_cb), to, place_free, 0);
  g_signal_connect (target, "motion", G_CALLBACK (enter_cb), to);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), to);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), to);
  gtk_widget_add_controller (line, GTK_EVENT_CONTROLLER (target));
}

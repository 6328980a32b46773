/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lines to type into. Enter makes a new line here; Tab goes on. */
#include "yc-form-area.h"

#include "yc-form-editor.h"

#define MIN_HEIGHT 58
#define MAX_HEIGHT 160

struct _YcFormArea
{
  GtkWidget    parent_instance;
  GtkWidget   *scroller;
  GtkWidget   *view;
  YcFormField *field;
};

G_DEFINE_FINAL_TYPE (YcFormArea, yc_form_area, GTK_TYPE_WIDGET)

static char *
dup_text (YcFormArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
changed_cb (GtkTextBuffer *buffer,
            YcFormArea    *self)
{
  g_autofree char *text = dup_text (self);

  yc_form_field_set_text (self->field, text);
}

static void
text_notify_cb (YcFormField *field,
                GParamSpec  *pspec,
                YcFormArea  *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autofree char *text = dup_text (self);

  if (g_str_equal (text, yc_form_field_get_text (field)))
    return;
  g_signal_handlers_block_by_func (buffer, changed_cb, self);
  gtk_text_buffer_set_text (buffer, yc_form_field_get_text (field), -1);
  g_signal_handlers_unblock_by_func (buffer, changed_cb, self);
}

static void
error_notify_cb (YcFormField *field,
                 GParamSpec  *pspec,
                 YcFormArea  *self)
{
  if (yc_form_field_get_error (field) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
yc_form_area_dispose (GObject *object)
{
  YcFormArea *self = YC_FORM_AREA (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_area_parent_class)->dispose (object);
}

static void
yc_form_area_class_init (YcFormAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_area_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formarea");
}

static void
yc_form_area_init (YcFormArea *self)
{
  GtkTextView *view;

  self->view = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->view);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * yc_form_area_new:
 * @field: what is filled in
 * @label: its name for a screen reader and for tests
 *
 * Returns: an area
 */
GtkWidget *
yc_form_area_new (YcFormField *field,
                  const char  *label)
{
  YcFormArea *self = g_object_new (YC_TYPE_FORM_AREA, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  self->field = g_object_ref (field);
  text_notify_cb (field, NULL, self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), self, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (error_notify_cb), self, 0);
  error_notify_cb (field, NULL, self);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !yc_form_field_get_read_only (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  TRUE, -1);
  yc_form_editor_prepare (self->view, field, label);
  return GTK_WIDGET (self);
}

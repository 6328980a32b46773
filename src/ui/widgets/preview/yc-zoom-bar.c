/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large pages are shown: by the room there is, by the paper, or by steps. */
#include "yc-zoom-bar.h"

struct _YcZoomBar
{
  GtkWidget parent_instance;

  GtkWidget       *content;
  GtkWidget       *zoom_in;
  GtkWidget       *zoom_out;
  GtkLabel        *zoom_words;
  GtkToggleButton *fit_width;
  GtkToggleButton *fit_page;
  GtkToggleButton *full_size;
  YcPageCanvas    *canvas;
};

static const double zoom_steps[] = { 0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1,
                                     1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };

G_DEFINE_FINAL_TYPE (YcZoomBar, yc_zoom_bar, GTK_TYPE_WIDGET)

static void
show_zoom (YcZoomBar *self)
{
  double zoom = yc_page_canvas_get_zoom (self->canvas);
  YcPageZoom mode = yc_page_canvas_get_zoom_mode (self->canvas);
  g_autofree char *words = g_strdup_printf ("%.0f %%", zoom * 100);

  gtk_label_set_text (self->zoom_words, words);
  gtk_toggle_button_set_active (self->fit_width, mode == YC_PAGE_ZOOM_FIT_WIDTH);
  gtk_toggle_button_set_active (self->fit_page, mode == YC_PAGE_ZOOM_FIT_PAGE);
  gtk_toggle_button_set_active (self->full_size, mode == YC_PAGE_ZOOM_FIXED && zoom == 1);
  gtk_widget_set_sensitive (self->zoom_out, zoom > zoom_steps[0]);
  gtk_widget_set_sensitive (self->zoom_in, zoom < zoom_steps[G_N_ELEMENTS (zoom_steps) - 1]);
}

static void
step_zoom (YcZoomBar *self, int direction)
{
  double zoom = yc_page_canvas_get_zoom (self->canvas);
  int last = G_N_ELEMENTS (zoom_steps) - 1;
  int i = direction > 0 ? 0 : last;

  /* A step that cannot be told from where one is would be none. */
  while (i + direction >= 0 && i + direction <= last &&
         (zoom_steps[i] - zoom) * direction < zoom * 0.01)
    i += direction;
  yc_page_canvas_set_zoom (self->canvas, zoom_steps[i]);
}

static void
fit_width_cb (YcZoomBar *self)
{
  yc_page_canvas_set_zoom_mode (self->canvas, YC_PAGE_ZOOM_FIT_WIDTH);
}

static void
fit_page_cb (YcZoomBar *self)
{
  yc_page_canvas_set_zoom_mode (self->canvas, YC_PAGE_ZOOM_FIT_PAGE);
}

static void
yc_zoom_bar_dispose (GObject *object)
{
  YcZoomBar *self = YC_ZOOM_BAR (object);

  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_object (&self->canvas);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_zoom_bar_parent_class)->dispose (object);
}

static void
yc_zoom_bar_class_init (YcZoomBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_zoom_bar_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/preview/yc-zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, content);
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, zoom_out);
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, zoom_words);
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, fit_width);
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, fit_page);
  gtk_widget_class_bind_template_child (widget_class, YcZoomBar, full_size);
  gtk_widget_class_bind_template_callback (widget_class, yc_zoom_bar_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, yc_zoom_bar_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, yc_zoom_bar_full_size);
  gtk_widget_class_bind_template_callback (widget_class, fit_width_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_page_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_zoom_bar_init (YcZoomBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yc_zoom_bar_new (void)
{
  return g_object_new (YC_TYPE_ZOOM_BAR, NULL);
}

void
yc_zoom_bar_set_canvas (YcZoomBar *self, YcPageCanvas *canvas)
{
  g_return_if_fail (YC_IS_ZOOM_BAR (self));
  g_return_if_fail (YC_IS_PAGE_CANVAS (canvas));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_swapped (canvas, "notify::zoom", G_CALLBACK (show_zoom), self);
  show_zoom (self);
}

void
yc_zoom_bar_zoom_in (YcZoomBar *self)
{
  g_return_if_fail (YC_IS_ZOOM_BAR (self));

  step_zoom (self, 1);
}

void
yc_zoom_bar_zoom_out (YcZoomBar *self)
{
  g_return_if_fail (YC_IS_ZOOM_BAR (self));

  step_zoom (self, -1);
}

void
yc_zoom_bar_full_size (YcZoomBar *self)
{
  g_return_if_fail (YC_IS_ZOOM_BAR (self));

  yc_page_canvas_set_zoom (self->canvas, 1);
}

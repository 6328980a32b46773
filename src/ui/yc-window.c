/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: sign-in, then places by role, visits as tabs, search, state of the line. */
#include "yc-window.h"

struct _YcWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *host;
  GtkStack  *root;
  GtkBox    *rail;
  GtkStack  *pages;
};

G_DEFINE_FINAL_TYPE (YcWindow, yc_window, ADW_TYPE_APPLICATION_WINDOW)

static void
yc_window_class_init (YcWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/yichuang/Yichuang/ui/yc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YcWindow, host);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, root);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, rail);
  gtk_widget_class_bind_template_child (widget_class, YcWindow, pages);
}

static void
yc_window_init (YcWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window
 */
YcWindow *
yc_window_new (GtkApplication *application)
{
  return g_object_new (YC_TYPE_WINDOW, "application", application, NULL);
}

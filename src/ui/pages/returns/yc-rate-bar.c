/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rate as a bar against the ten-percent line. */
#include "yc-rate-bar.h"

/* Pixels; the tick of the ten-percent line stands out above and below the bar. */
#define HEIGHT 14
#define BAR_HEIGHT 8
#define WIDTH 96
/* The bar's right end stands for twice the line, so that the line is always in its middle. */
#define FULL_RATE 0.2

struct _YcRateBar
{
  GtkWidget parent_instance;

  double rate;
};

G_DEFINE_FINAL_TYPE (YcRateBar, yc_rate_bar, GTK_TYPE_WIDGET)

static void
yc_rate_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YcRateBar *self = YC_RATE_BAR (widget);
  float width = gtk_widget_get_width (widget);
  float top = (HEIGHT - BAR_HEIGHT) / 2.0f;
  float filled = width * MIN (self->rate / FULL_RATE, 1.0);
  GdkRGBA color, faint;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  faint = color;
  faint.alpha *= 0.2;
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (0, top, width, BAR_HEIGHT));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, top, filled, BAR_HEIGHT));
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (width / 2 - 1, 0, 2, HEIGHT));
}

static void
yc_rate_bar_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
yc_rate_bar_class_init (YcRateBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = yc_rate_bar_snapshot;
  widget_class->measure = yc_rate_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "ratebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yc_rate_bar_init (YcRateBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * yc_rate_bar_new:
 * @intake: number of cases
 * @returned: how many of them count against the rule
 * @verdict: the rule's word, for the colour; words stand beside the bar
 *
 * Returns: a bar from 0 to 20 % with a tick at 10 %
 */
GtkWidget *
yc_rate_bar_new (guint intake, guint returned, YcTenPercentVerdict verdict)
{
  YcRateBar *self = g_object_new (YC_TYPE_RATE_BAR, NULL);

  self->rate = intake > 0 ? (double) returned / intake : 0;
  if (verdict == YC_TEN_PERCENT_OVER)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else if (verdict == YC_TEN_PERCENT_TOO_SMALL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");

  return GTK_WIDGET (self);
}

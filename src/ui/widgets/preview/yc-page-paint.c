/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page as it stands on screen. */
#include "yc-page-paint.h"

#include <glib/gi18n-lib.h>

#include "yc-page-layout.h"

/* Of the sheet's height. */
#define NUMBER_HEIGHT 0.1

static const GdkRGBA paper = { 1.0f, 1.0f, 1.0f, 1.0f };
static const GdkRGBA edge = { 0.0f, 0.0f, 0.0f, 0.22f };
static const GdkRGBA grey_ink = { 0.4f, 0.4f, 0.4f, 1.0f };
static const GdkRGBA pale_ink = { 0.85f, 0.85f, 0.85f, 1.0f };

static GQuark
get_surface_quark (void)
{
  return g_quark_from_static_string ("yc-page-paint-surface");
}

/* The pixels once more as the renderer without a graphics card takes them: a texture it converts
 * anew for every frame, 20 ms for a page (GTK 4.8). */
GdkTexture *
yc_page_paint_create_texture (YcPixels *pixels)
{
  GdkTexture *texture;
  cairo_surface_t *surface;

  g_return_val_if_fail (pixels != NULL, NULL);

  texture = gdk_memory_texture_new ((int) pixels->width, (int) pixels->height, GDK_MEMORY_DEFAULT,
                                    pixels->bytes, pixels->stride);
  /* Nobody writes to a source. */
  surface = cairo_image_surface_create_for_data (
      (guint8 *) g_bytes_get_data (pixels->bytes, NULL), CAIRO_FORMAT_ARGB32, (int) pixels->width,
      (int) pixels->height, (int) pixels->stride);
  cairo_surface_set_user_data (surface, (const cairo_user_data_key_t *) &paper,
                               yc_pixels_ref (pixels), (cairo_destroy_func_t) yc_pixels_unref);
  g_object_set_qdata_full (G_OBJECT (texture), get_surface_quark (), surface,
                           (GDestroyNotify) cairo_surface_destroy);
  return texture;
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
paint_surface (GtkSnapshot *snapshot, const graphene_rect_t *area, cairo_surface_t *surface)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);

  cairo_translate (cr, area->origin.x, area->origin.y);
  cairo_scale (cr, area->size.width / width, area->size.height / height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
paint_picture (GtkWidget             *widget,
               GtkSnapshot           *snapshot,
               const graphene_rect_t *area,
               GdkTexture            *picture)
{
  cairo_surface_t *surface = g_object_get_qdata (G_OBJECT (picture), get_surface_quark ());

  if (surface != NULL && is_drawn_by_cairo (widget))
    paint_surface (snapshot, area, surface);
  else
    gtk_snapshot_append_texture (snapshot, picture, area);
}

/* An edge, and not a shadow: to blur one of this size takes longer than all the rest. */
void
yc_page_paint_sheet (GtkWidget             *widget,
                     GtkSnapshot           *snapshot,
                     const graphene_rect_t *area,
                     GdkTexture            *picture)
{
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { edge, edge, edge, edge };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gsk_rounded_rect_shrink (&outline, -1, -1, -1, -1);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  if (picture != NULL)
    paint_picture (widget, snapshot, area, picture);
  else
    gtk_snapshot_append_color (snapshot, &paper, area);
}

static void
paint_words (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *ink)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

void
yc_page_paint_number (GtkWidget             *widget,
                      GtkSnapshot           *snapshot,
                      const graphene_rect_t *area,
                      guint                  page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, number);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (
          gtk_widget_get_pango_context (widget)));
  int width, height;

  pango_font_description_set_absolute_size (font, area->size.height * NUMBER_HEIGHT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);
  paint_words (snapshot, layout, area->origin.x + (area->size.width - (float) width) / 2,
               area->origin.y + (area->size.height - (float) height) / 2, &pale_ink);
}

void
yc_page_paint_failed (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (widget, _ ("This page cannot be drawn."));

  paint_words (snapshot, layout, area->origin.x + (float) YC_PAGE_LAYOUT_MARGIN,
               area->origin.y + (float) YC_PAGE_LAYOUT_MARGIN, &grey_ink);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of a widget in its full height, also of what is scrolled out of sight. */
#include "yc-author-picture.h"

/* Surfaces have a greatest height, and a high one would take its memory twice. */
#define STRIP_HEIGHT 2048
#define BYTES_PER_PIXEL 4

/* Without the room that the window leaves under a short one. */
static int
find_height (GtkWidget *widget,
             int        width,
             int        height)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return MIN (natural, height);
}

static GskRenderNode *
draw (GtkWidget    *widget,
      GdkPaintable *paintable,
      int           width,
      int           height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA background = { 1, 1, 1, 1 };

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                  &background);
  G_GNUC_END_IGNORE_DEPRECATIONS
  gtk_snapshot_append_color (snapshot, &background,
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_paintable_snapshot (paintable, snapshot, width,
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (snapshot);
}

static GdkTexture *
render (GskRenderer   *renderer,
        GskRenderNode *node,
        int            width,
        int            height)
{
  gsize stride = (gsize) width * BYTES_PER_PIXEL;
  guchar *pixels = g_malloc0 (stride * (gsize) height);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, stride * (gsize) height);

  for (int y = 0; y < height; y += STRIP_HEIGHT)
    {
      int strip = MIN (STRIP_HEIGHT, height - y);
      graphene_rect_t place = GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) strip);
      g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &place);

      gdk_texture_download (texture, pixels + stride * (gsize) y, stride);
    }
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * yc_author_picture_save:
 * @widget: a widget that is on screen
 * @path: where to save the PNG
 * @error: return location
 *
 * Saves a picture of all of @widget.
 *
 * Returns: %FALSE with %G_IO_ERROR if it cannot be saved
 */
gboolean
yc_author_picture_save (GtkWidget   *widget,
                        const char  *path,
                        GError     **error)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  /* With its padding, which the widget's own width does not count. */
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = find_height (widget, width, gdk_paintable_get_intrinsic_height (paintable));
  g_autoptr (GskRenderNode) node = draw (widget, paintable, width, height);
  g_autoptr (GdkTexture) texture = render (renderer, node, width, height);
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_replace_contents (file, g_bytes_get_data (png, NULL), g_bytes_get_size (png), NULL,
                                  FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

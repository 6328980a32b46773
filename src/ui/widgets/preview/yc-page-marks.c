/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks over a page: what was found, what is chosen. */
#include "yc-page-marks.h"

/* Over black on white, whatever the theme: paper is paper. */
static const GdkRGBA found_colour = { 1.0f, 0.85f, 0.0f, 0.4f };
static const GdkRGBA current_colour = { 1.0f, 0.45f, 0.0f, 0.5f };

graphene_rect_t
yc_page_marks_place (YcDocument            *document,
                     guint                  page,
                     const graphene_rect_t *page_area,
                     const YcPageArea      *area)
{
  double width, height;
  float across, down;

  yc_document_get_page_size (document, page, &width, &height);
  across = page_area->size.width / (float) width;
  down = page_area->size.height / (float) height;
  return GRAPHENE_RECT_INIT (
      page_area->origin.x + area->left * across, page_area->origin.y + area->top * down,
      (area->right - area->left) * across, (area->bottom - area->top) * down);
}

void
yc_page_marks_draw (GtkSnapshot           *snapshot,
                    YcDocument            *document,
                    guint                  page,
                    const graphene_rect_t *page_area,
                    GArray                *areas,
                    const GdkRGBA         *colour)
{
  for (guint i = 0; i < areas->len; i++)
    {
      graphene_rect_t mark = yc_page_marks_place (document, page, page_area,
                                                  &g_array_index (areas, YcPageArea, i));

      gtk_snapshot_append_color (snapshot, colour, &mark);
    }
}

void
yc_page_marks_draw_found (GtkSnapshot           *snapshot,
                          YcDocument            *document,
                          guint                  page,
                          const graphene_rect_t *page_area,
                          YcDocumentSearch      *search,
                          guint                  current)
{
  guint n = yc_document_search_get_n_found (search);

  for (guint i = 0; i < n; i++)
    if (yc_document_search_get_page (search, i) == page)
      yc_page_marks_draw (snapshot, document, page, page_area,
                          yc_document_search_get_areas (search, i),
                          i == current ? &current_colour : &found_colour);
}

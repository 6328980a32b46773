/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages of a document lie when they stand one under the other. */
#include "yc-page-layout.h"

#include <math.h>

struct _YcPageLayout
{
  YcDocument *document;
  double      widest;  /* of the pages, in points */
  double      highest; /* likewise */
  double      zoom;
  int         scale_factor;
  double     *tops; /* of each page, and one more for the end */
};

static guint
get_n_pages (YcPageLayout *self)
{
  return yc_document_get_n_pages (self->document);
}

/* A whole number of the screen's own pixels, so that page pixels fall on them. */
static double
on_grid (YcPageLayout *self, double points)
{
  return round (points * YC_PAGE_LAYOUT_SCALE * self->zoom * self->scale_factor) /
         self->scale_factor;
}

/**
 * yc_page_layout_new:
 * @document: a document
 *
 * Returns: (transfer full): its pages, not placed yet
 */
YcPageLayout *
yc_page_layout_new (YcDocument *document)
{
  YcPageLayout *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_new0 (YcPageLayout, 1);
  self->document = g_object_ref (document);
  self->widest = 1;
  self->highest = 1;
  self->scale_factor = 1;
  self->tops = g_new0 (double, get_n_pages (self) + 1);
  for (guint page = 0; page < get_n_pages (self); page++)
    {
      double width, height;

      yc_document_get_page_size (document, page, &width, &height);
      self->widest = MAX (self->widest, width);
      self->highest = MAX (self->highest, height);
    }

  return self;
}

/**
 * yc_page_layout_free:
 * @self: the layout
 */
void
yc_page_layout_free (YcPageLayout *self)
{
  g_object_unref (self->document);
  g_free (self->tops);
  g_free (self);
}

/**
 * yc_page_layout_fit_width:
 * @self: the layout
 * @view_width: in pixels
 *
 * Returns: the zoom at which the widest page is as wide as the view
 */
double
yc_page_layout_fit_width (YcPageLayout *self, double view_width)
{
  return (view_width - 2 * YC_PAGE_LAYOUT_MARGIN) / (self->widest * YC_PAGE_LAYOUT_SCALE);
}

/**
 * yc_page_layout_fit_height:
 * @self: the layout
 * @view_height: in pixels
 *
 * Returns: the zoom at which the highest page is as high as the view
 */
double
yc_page_layout_fit_height (YcPageLayout *self, double view_height)
{
  return (view_height - 2 * YC_PAGE_LAYOUT_MARGIN) / (self->highest * YC_PAGE_LAYOUT_SCALE);
}

/**
 * yc_page_layout_place:
 * @self: the layout
 * @zoom: 1 is the size on paper at 96 pixels per inch
 * @scale_factor: pixels of the screen per pixel of the toolkit
 *
 * Puts every page in its place.
 */
void
yc_page_layout_place (YcPageLayout *self, double zoom, int scale_factor)
{
  double top = YC_PAGE_LAYOUT_MARGIN;

  self->zoom = zoom;
  self->scale_factor = scale_factor;
  for (guint page = 0; page < get_n_pages (self); page++)
    {
      double width, height;

      self->tops[page] = top;
      yc_document_get_page_size (self->document, page, &width, &height);
      top += on_grid (self, height) + YC_PAGE_LAYOUT_MARGIN;
    }
  self->tops[get_n_pages (self)] = top;
}

/**
 * yc_page_layout_is_placed:
 * @self: the layout
 *
 * Returns: whether yc_page_layout_place() was called
 */
gboolean
yc_page_layout_is_placed (YcPageLayout *self)
{
  return self->tops[0] > 0;
}

/**
 * yc_page_layout_get_width:
 * @self: the layout
 *
 * Returns: width of the widest page with its margins, in pixels
 */
double
yc_page_layout_get_width (YcPageLayout *self)
{
  return on_grid (self, self->widest) + 2 * YC_PAGE_LAYOUT_MARGIN;
}

/**
 * yc_page_layout_get_height:
 * @self: the layout
 *
 * Returns: height of all pages with their margins, in pixels
 */
double
yc_page_layout_get_height (YcPageLayout *self)
{
  return self->tops[get_n_pages (self)];
}

/**
 * yc_page_layout_get_top:
 * @self: the layout
 * @page: a page, from 0
 *
 * Returns: where its upper edge is, in pixels from the beginning
 */
double
yc_page_layout_get_top (YcPageLayout *self, guint page)
{
  g_return_val_if_fail (page < get_n_pages (self), 0);

  return self->tops[page];
}

/**
 * yc_page_layout_get_area:
 * @self: the layout
 * @page: a page, from 0
 * @view_width: in pixels; a narrower page stands in the middle
 * @area: (out caller-allocates): where the page lies, in pixels
 */
void
yc_page_layout_get_area (YcPageLayout *self, guint page, double view_width, graphene_rect_t *area)
{
  double width, height;

  g_return_if_fail (page < get_n_pages (self));

  yc_document_get_page_size (self->document, page, &width, &height);
  width = on_grid (self, width);
  height = on_grid (self, height);
  graphene_rect_init (area,
                      (float) MAX (YC_PAGE_LAYOUT_MARGIN, floor ((view_width - width) / 2)),
                      (float) self->tops[page], (float) width, (float) height);
}

/**
 * yc_page_layout_find_page:
 * @self: the layout
 * @y: in pixels from the beginning
 *
 * Returns: the page that lies there, or the last one above
 */
guint
yc_page_layout_find_page (YcPageLayout *self, double y)
{
  guint first = 0;
  guint after = get_n_pages (self);

  while (first + 1 < after)
    {
      guint middle = first + (after - first) / 2;

      if (self->tops[middle] <= y)
        first = middle;
      else
        after = middle;
    }

  return first;
}

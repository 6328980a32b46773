/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photo of a certificate, or the frame that one is glued into. */
#include "yc-sheet-figures-private.h"
#include "yc-sheet-picture-private.h"

#include "yc-json.h"

#define RULE_WIDTH 0.6
#define BESIDE_GAP YC_MM (5)
#define PASTE_HERE "贴照片处"

typedef struct
{
  cairo_surface_t *picture;
  GArray          *words;
  double           x;
  double           width;
  double           height;
  double           leading;
} Photo;

static void
photo_free (gpointer data)
{
  Photo *photo = data;

  g_clear_pointer (&photo->picture, cairo_surface_destroy);
  g_clear_pointer (&photo->words, g_array_unref);
  g_free (photo);
}

/* As large as it fits, in the middle, its shape kept. */
static void
draw_picture (const Photo *photo, cairo_t *cr, double x, double y)
{
  double width = cairo_image_surface_get_width (photo->picture);
  double height = cairo_image_surface_get_height (photo->picture);
  double scale = MIN (photo->width / width, photo->height / height);

  cairo_save (cr);
  cairo_translate (cr, x + (photo->width - width * scale) / 2.0,
                   y + (photo->height - height * scale) / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, photo->picture, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_photo (const YcBox *box, YcSheetInk *ink, cairo_t *cr, double x, double y)
{
  const Photo *photo = box->figure;

  x += photo->x;
  if (photo->picture != NULL)
    {
      draw_picture (photo, cr, x, y);
      return;
    }
  cairo_rectangle (cr, x, y, photo->width, photo->height);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_stroke (cr);
  yc_sheet_draw_lines (ink, cr, photo->words, x,
                       y + (photo->height - photo->words->len * photo->leading) / 2.0);
}

/* What is there may be the name of an attached file, which a sheet cannot show: then there is a frame. */
static const char *
get_data_uri (YcSheetBody *self, const char *source)
{
  const char *text =
      yc_json_node_get_string (yc_certificate_path_get (self->data, source));

  return text != NULL && g_str_has_prefix (text, "data:") ? text : NULL;
}

/* What comes next stands below the photo, or beside it. */
static void
place_text (YcSheetBody *self, YcBox *box, const Photo *photo, gboolean beside)
{
  if (!beside)
    {
      yc_flow_add_gap (self->flow, self->setting.table_gap);
      return;
    }
  box->keep = TRUE;
  self->beside_width = photo->width + BESIDE_GAP;
  self->beside_height = photo->height;
}

gboolean
yc_sheet_body_add_photo (YcSheetBody            *self,
                         const YcTemplateBlock  *block,
                         GError                **error)
{
  const char *data_uri = get_data_uri (self, block->source);
  const YcSheetFont *font = &self->setting.note;
  Photo *photo = g_new0 (Photo, 1);
  YcBox *box =
      yc_flow_add (self->flow, YC_BOX_FIGURE, block->beside ? 0.0 : YC_MM (block->height));

  box->draw = draw_photo;
  box->figure = photo;
  box->free_figure = photo_free;
  photo->width = YC_MM (block->width);
  photo->height = YC_MM (block->height);
  photo->x = yc_sheet_body_place (self, block->align, photo->width);
  photo->leading = font->leading;
  photo->words = yc_sheet_set_text (self->context, PASTE_HERE, font, YC_SHEET_CENTRE, 0.0,
                                    photo->width, error);
  place_text (self, box, photo, block->beside);
  if (data_uri != NULL)
    photo->picture = yc_sheet_picture_read (data_uri, error);
  if (photo->picture != NULL)
    photo->picture = yc_sheet_picture_shrink (photo->picture, photo->width, photo->height);

  return photo->words != NULL && (data_uri == NULL || photo->picture != NULL);
}

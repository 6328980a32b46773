/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's page: paper, margins and fonts. What it does not say is as GB/T 9704 has it: A4, text in
 * FangSong of 16 pt with 22 lines to a page. */
#include "yc-template-page-private.h"
#include "yc-template-block-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define PAGE "/page"
/* The foot needs this much below the text. */
#define LEAST_BOTTOM 43.0
#define LEAST_TEXT_WIDTH YC_MM (60)
#define LEAST_TEXT_HEIGHT YC_MM (70)

static const YcTemplatePage standard = {
  .heading = { YC_FACE_SONG, TRUE },
  .body = { YC_FACE_FANGSONG, FALSE },
  .table = { YC_FACE_FANGSONG, FALSE },
  .note = { YC_FACE_SONG, FALSE },
  .size = 16.0,
  .leading = 28.95,
};

static gboolean
read_named_paper (YcSheetPage *paper, const char *name, const char *place, GError **error)
{
  static const struct
  {
    const char *name;
    double      width;
    double      height;
  } papers[] = { { "A4", 210, 297 }, { "A5", 148, 210 }, { "B5", 176, 250 } };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name))
      {
        paper->width = YC_MM (papers[i].width);
        paper->height = YC_MM (papers[i].height);
        return TRUE;
      }

  return yc_template_fail (error, place, _("The paper must be A4, A5, B5 or a size in mm"));
}

/* @page: (nullable): the object with the members paper and landscape; @pointer: where it stands */
gboolean
yc_template_paper_read (YcSheetPage  *paper,
                        JsonObject   *page,
                        const char   *pointer,
                        GError      **error)
{
  g_autofree char *place = g_strconcat (pointer, "/paper", NULL);
  JsonObject *own = yc_json_get_object (page, "paper");
  double width = yc_json_get_double (own, "width_mm", 0.0);
  double height = yc_json_get_double (own, "height_mm", 0.0);

  if (own == NULL)
    {
      if (!read_named_paper (paper, yc_json_get_string (page, "paper", "A4"), place, error))
        return FALSE;
    }
  else if (width < 100.0 || width > 420.0 || height < 100.0 || height > 420.0)
    return yc_template_fail (error, place, _("The size must be 100 to 420 mm"));
  else
    {
      paper->width = YC_MM (width);
      paper->height = YC_MM (height);
    }

  if (yc_json_get_boolean (page, "landscape", FALSE))
    {
      double swapped = paper->width;

      paper->width = paper->height;
      paper->height = swapped;
    }

  return TRUE;
}

static double
get_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : 0.0;
}

static gboolean
read_margins (YcSheetPage *paper, JsonObject *page, GError **error)
{
  JsonArray *margins = yc_json_get_array (page, "margins_mm");
  double *const sides[] = { &paper->top, &paper->right, &paper->bottom, &paper->left };

  for (guint i = 0; margins != NULL && i < G_N_ELEMENTS (sides); i++)
    {
      double margin = json_array_get_length (margins) == G_N_ELEMENTS (sides)
                          ? get_number (json_array_get_element (margins, i))
                          : 0.0;

      if (margin < 10.0 || margin > 80.0)
        return yc_template_fail (error, PAGE "/margins_mm",
                                 _("Margins are four numbers from 10 to 80 mm: top, right, bottom "
                                   "and left"));
      *sides[i] = YC_MM (margin);
    }
  paper->bottom = MAX (paper->bottom, YC_MM (LEAST_BOTTOM));

  if (yc_sheet_page_get_text_width (paper) < LEAST_TEXT_WIDTH ||
      paper->height - paper->top - paper->bottom < LEAST_TEXT_HEIGHT)
    return yc_template_fail (error, PAGE "/margins_mm",
                             _("The margins leave less than 60 by 70 mm for the text"));

  return TRUE;
}

/* @fonts: (nullable): the object whose member @part names a font; @pointer: where it stands */
gboolean
yc_template_face_read (YcTemplateFace  *face,
                       JsonObject      *fonts,
                       const char      *part,
                       const char      *pointer,
                       GError         **error)
{
  static const struct
  {
    const char    *name;
    YcTemplateFace face;
  } faces[] = {
    { "song", { YC_FACE_SONG, FALSE } },
    { "song-bold", { YC_FACE_SONG, TRUE } },
    { "fangsong", { YC_FACE_FANGSONG, FALSE } },
    { "hei", { YC_FACE_HEI, FALSE } },
  };
  const char *name = yc_json_get_string (fonts, part, NULL);
  g_autofree char *place = g_strconcat (pointer, "/", part, NULL);

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (faces); i++)
    if (g_str_equal (faces[i].name, name))
      {
        *face = faces[i].face;
        return TRUE;
      }
  if (name == NULL)
    return TRUE;

  return yc_template_fail (error, place, _("A font is song, song-bold, fangsong or hei"));
}

static gboolean
read_fonts (YcTemplatePage *self, JsonObject *fonts, GError **error)
{
  return yc_template_face_read (&self->heading, fonts, "heading", PAGE "/fonts", error) &&
         yc_template_face_read (&self->body, fonts, "body", PAGE "/fonts", error) &&
         yc_template_face_read (&self->table, fonts, "table", PAGE "/fonts", error) &&
         yc_template_face_read (&self->note, fonts, "note", PAGE "/fonts", error);
}

static gboolean
read_sizes (YcTemplatePage *self, JsonObject *page, GError **error)
{
  self->size = yc_json_get_double (page, "size_pt", self->size);
  if (self->size < 9.0 || self->size > 24.0)
    return yc_template_fail (error, PAGE "/size_pt", _("The text’s size must be 9 to 24 pt"));

  self->leading = yc_json_get_double (page, "leading_pt",
                                      self->size * standard.leading / standard.size);
  if (self->leading < 1.2 * self->size || self->leading > 3.0 * self->size)
    return yc_template_fail (error, PAGE "/leading_pt",
                             _("From line to line must be 1.2 to 3 times the text’s size"));

  return TRUE;
}

/* @page: (nullable): the template's member */
gboolean
yc_template_page_read (YcTemplatePage  *self,
                       JsonNode        *page,
                       GError         **error)
{
  JsonObject *object = yc_json_node_get_object (page);

  *self = standard;
  self->paper = yc_sheet_page_a4;
  if (page != NULL && object == NULL)
    return yc_template_fail (error, PAGE, _("This must be an object"));

  return yc_template_paper_read (&self->paper, object, PAGE, error) && read_margins (&self->paper, object, error) &&
         read_fonts (self, yc_json_get_object (object, "fonts"), error) &&
         read_sizes (self, object, error);
}

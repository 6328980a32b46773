/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts lines of text into a PDF with fonts cut down to the characters of this one sheet.
 *
 * cairo makes subsets of its own, but of a font with 65,000 Chinese characters it copies the whole
 * table first and keeps shared subroutines that no character uses: 600 KB and 60 ms a sheet. So
 * HarfBuzz cuts the fonts beforehand, to a tenth of both. Everything is drawn twice: until
 * yc_sheet_ink_close() the characters are only gathered, after it they are drawn. */
#include "yc-sheet-ink.h"
#include "yc-sheet-cut-private.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include <hb-ot.h>

#include FT_FREETYPE_H

/* One font file's face: what is used of it, and what became of that. */
typedef struct
{
  hb_face_t         *face;
  hb_set_t          *glyphs;
  hb_map_t          *renumbered;
  cairo_font_face_t *subset;
} Typeface;

/* What the FreeType face of a subset lives on. A library of its own, because cairo may let go of it
 * in any thread. */
typedef struct
{
  FT_Library library;
  FT_Face    face;
  hb_blob_t *blob;
} Backing;

struct _YcSheetInk
{
  GHashTable *typefaces;
  gboolean    closed;
};

static const cairo_user_data_key_t backing_key;

static void
backing_free (void *data)
{
  Backing *backing = data;

  if (backing->face != NULL)
    FT_Done_Face (backing->face);
  FT_Done_FreeType (backing->library);
  hb_blob_destroy (backing->blob);
  g_free (backing);
}

static void
typeface_free (gpointer data)
{
  Typeface *typeface = data;

  hb_face_destroy (typeface->face);
  hb_set_destroy (typeface->glyphs);
  g_clear_pointer (&typeface->renumbered, hb_map_destroy);
  g_clear_pointer (&typeface->subset, cairo_font_face_destroy);
  g_free (typeface);
}

YcSheetInk *
yc_sheet_ink_new (void)
{
  YcSheetInk *self = g_new0 (YcSheetInk, 1);

  self->typefaces = g_hash_table_new_full (NULL, NULL, NULL, typeface_free);

  return self;
}

void
yc_sheet_ink_free (YcSheetInk *self)
{
  g_hash_table_unref (self->typefaces);
  g_free (self);
}

static Typeface *
get_typeface (YcSheetInk *self, PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  Typeface *typeface = g_hash_table_lookup (self->typefaces, face);

  if (typeface == NULL && !self->closed)
    {
      typeface = g_new0 (Typeface, 1);
      typeface->face = hb_face_reference (face);
      typeface->glyphs = hb_set_create ();
      g_hash_table_insert (self->typefaces, face, typeface);
    }

  return typeface;
}

static void
gather (YcSheetInk *self, const PangoLayoutRun *run)
{
  Typeface *typeface = get_typeface (self, run->item->analysis.font);

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        hb_set_add (typeface->glyphs, glyph);
    }
}

/* The cut-down font as one file; NULL when HarfBuzz cannot. */
static hb_blob_t *
cut (Typeface *typeface)
{
  hb_face_t *face = yc_sheet_cut (typeface->face, typeface->glyphs, &typeface->renumbered);
  hb_blob_t *blob = face != NULL ? hb_face_reference_blob (face) : NULL;

  hb_face_destroy (face);

  return blob;
}

static void
load (Typeface *typeface, hb_blob_t *blob)
{
  Backing *backing = g_new0 (Backing, 1);
  unsigned int size;
  const char *data = hb_blob_get_data (blob, &size);

  backing->blob = blob;
  if (FT_Init_FreeType (&backing->library) != 0)
    g_error ("FreeType does not start");
  if (FT_New_Memory_Face (backing->library, (const FT_Byte *) data, (FT_Long) size, 0,
                          &backing->face) != 0)
    {
      backing_free (backing);
      return;
    }

  typeface->subset = cairo_ft_font_face_create_for_ft_face (backing->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (typeface->subset, &backing_key, backing, backing_free);
}

/* Fonts whose shapes depend on more than the file, or which HarfBuzz cannot cut, are left to cairo:
 * larger, but right. */
static void
make_subset (Typeface *typeface)
{
  hb_blob_t *blob;

  if (hb_ot_var_has_data (typeface->face))
    return;
  blob = cut (typeface);
  if (blob != NULL)
    load (typeface, blob);
}

/* Ends the gathering: from now on lines are drawn. */
void
yc_sheet_ink_close (YcSheetInk *self)
{
  GHashTableIter iter;
  gpointer typeface;

  g_hash_table_iter_init (&iter, self->typefaces);
  while (g_hash_table_iter_next (&iter, NULL, &typeface))
    make_subset (typeface);
  self->closed = TRUE;
}

/* Fills in a cluster's glyphs with their places. Returns where the next cluster begins. */
static double
place_cluster (GArray *glyphs, const Typeface *typeface, const PangoGlyphItemIter *at, double x,
               double baseline)
{
  const PangoGlyphInfo *infos = at->glyph_item->glyphs->glyphs;

  for (int i = at->start_glyph; i < at->end_glyph; i++)
    {
      cairo_glyph_t glyph = { 0 };

      if (infos[i].glyph != PANGO_GLYPH_EMPTY)
        {
          glyph.index = hb_map_get (typeface->renumbered, infos[i].glyph);
          glyph.x = x + (double) infos[i].geometry.x_offset / PANGO_SCALE;
          glyph.y = baseline + (double) infos[i].geometry.y_offset / PANGO_SCALE;
          g_array_append_val (glyphs, glyph);
        }
      x += (double) infos[i].geometry.width / PANGO_SCALE;
    }

  return x;
}

static void
set_font (cairo_t *cr, const Typeface *typeface, PangoFont *font)
{
  int x_scale, y_scale;

  hb_font_get_scale (pango_font_get_hb_font (font), &x_scale, &y_scale);
  cairo_set_font_face (cr, typeface->subset);
  cairo_set_font_size (cr, (double) ABS (y_scale) / PANGO_SCALE);
}

/* Draws a run with its characters, so that text can be found and copied. */
static void
draw_run (cairo_t *cr, const Typeface *typeface, PangoLayoutRun *run, const char *text, double x,
          double baseline)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  PangoGlyphItemIter at;

  for (gboolean more = pango_glyph_item_iter_init_start (&at, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&at))
    {
      guint before = glyphs->len;
      cairo_text_cluster_t cluster = { at.end_index - at.start_index, 0 };

      x = place_cluster (glyphs, typeface, &at, x, baseline);
      cluster.num_glyphs = (int) (glyphs->len - before);
      g_array_append_val (clusters, cluster);
    }

  set_font (cr, typeface, run->item->analysis.font);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length,
                          (const cairo_glyph_t *) (void *) glyphs->data, (int) glyphs->len,
                          (const cairo_text_cluster_t *) (void *) clusters->data,
                          (int) clusters->len, 0);
}

static gboolean
is_cut (YcSheetInk *self, PangoLayoutLine *line)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoLayoutRun *run = l->data;
      const Typeface *typeface = get_typeface (self, run->item->analysis.font);

      if (typeface == NULL || typeface->subset == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
draw_line (YcSheetInk *self, cairo_t *cr, PangoLayoutLine *line, double x, double baseline)
{
  const char *text = pango_layout_get_text (line->layout);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoLayoutRun *run = l->data;

      draw_run (cr, get_typeface (self, run->item->analysis.font), run, text, x, baseline);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

/* Gathers the characters of @line, or draws it with its base line beginning at (@x, @baseline). Its
 * layout must still be there. */
void
yc_sheet_ink_draw (YcSheetInk       *self,
                   cairo_t          *cr,
                   PangoLayoutLine  *line,
                   double            x,
                   double            baseline)
{
  if (!self->closed)
    {
      for (GSList *l = line->runs; l != NULL; l = l->next)
        gather (self, l->data);
    }
  else if (is_cut (self, line))
    draw_line (self, cr, line, x, baseline);
  else
    {
      cairo_move_to (cr, x, baseline);
      pango_cairo_show_layout_line (cr, line);
    }
}

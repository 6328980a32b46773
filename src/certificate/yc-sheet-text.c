/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese text set into lines for a sheet of paper. */
#include "yc-sheet-text.h"
#include "yc-certificate-error.h"
#include "yc-sheet-fonts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From the middle of a line down to its base line, in ems: centres Chinese characters. */
#define BASELINE_DROP 0.38

/* The most a justified line is stretched between two characters, in ems. GB/T 9704 has no number
 * broken over lines, so the line before an ID number may need more: it is stretched this far and ends
 * early, for wider gaps text extractors take for spaces, and then nobody finds what stands there. */
#define MAX_STRETCH 0.095

/* How large these are beside Chinese characters in FangSong. */
#define LATIN "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define LATIN_SHARE 0.9

/* Text is set and drawn in one thread at a time: when cairo 1.16 makes room in its cache of glyphs,
 * it locks another thread's font while it holds the cache, and both wait for ever. It also lets one
 * font map, with its fonts loaded, serve all threads. */
static GMutex drawing;

/* Taken before the first context is made, let go after the last one is gone. */
GMutexLocker *
yc_sheet_lock (void)
{
  return g_mutex_locker_new (&drawing);
}

/* A context that measures in points, the same on every screen: nothing is hinted or rounded. */
PangoContext *
yc_sheet_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (yc_sheet_fonts_get_map ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_language (context, pango_language_from_string ("zh-CN"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

static PangoFontDescription *
create_description (const YcSheetFont *font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, yc_sheet_fonts_get_families (font->face));
  pango_font_description_set_weight (description,
                                     font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);

  return description;
}

/* A name with a character that the typeface lacks would stand there in two typefaces. */
static void
set_wholes (PangoAttrList *attributes, PangoContext *context, const char *text,
            const YcSheetFont *font)
{
  for (guint i = 0; font->wholes != NULL && i < font->wholes->len; i++)
    {
      const YcTextRange *range = &g_array_index (font->wholes, YcTextRange, i);
      PangoAttribute *attribute;

      if (yc_sheet_fonts_have (context, font->face, text + range->start, text + range->end))
        continue;
      attribute = pango_attr_family_new (yc_sheet_fonts_get_families (YC_FACE_SONG));
      attribute->start_index = range->start;
      attribute->end_index = range->end;
      pango_attr_list_insert (attributes, attribute);
    }
}

/* FandolFang's digits and letters are taller and darker than its characters. */
static void
set_latin (PangoAttrList *attributes, const char *text, const YcSheetFont *font)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize n = strspn (p, LATIN);

      if (n > 0)
        {
          PangoAttribute *attribute = pango_attr_size_new_absolute (
              (int) (LATIN_SHARE * font->size * PANGO_SCALE));

          attribute->start_index = (guint) (p - text);
          attribute->end_index = (guint) (p - text + (gssize) n);
          pango_attr_list_insert (attributes, attribute);
        }
      p += n > 0 ? n : strcspn (p, LATIN);
    }
}

static void
set_attributes (PangoLayout *layout, const char *text, const YcSheetFont *font)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (font->spacing > 0.0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (font->spacing * PANGO_SCALE)));
  if (font->face == YC_FACE_FANGSONG)
    set_latin (attributes, text, font);
  set_wholes (attributes, pango_layout_get_context (layout), text, font);
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
create_layout (PangoContext *context, const char *text, const YcSheetFont *font, double indent,
               double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = create_description (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (indent * PANGO_SCALE));
  if (font->markup)
    pango_layout_set_markup (layout, text, -1);
  else
    {
      pango_layout_set_text (layout, text, -1);
      set_attributes (layout, text, font);
    }

  return layout;
}

static gunichar
find_unknown_in_run (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG &&
        glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return glyphs->glyphs[i].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;

  return 0;
}

/* A character that no font has would be printed as a box: on a certificate that is an error. */
static gboolean
check_glyphs (PangoLayout *layout, GError **error)
{
  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return TRUE;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next)
      {
        gunichar c = find_unknown_in_run (((PangoLayoutRun *) r->data)->glyphs);

        if (c != 0)
          g_set_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_GLYPH,
                       _("No installed font has the character U+%04X"), c);
        if (c != 0)
          return FALSE;
      }

  return TRUE;
}

/* From here on characters are Chinese, or punctuation as wide. */
#define FIRST_WIDE 0x2e80

/* Whether a line may be stretched behind glyph @i: between Chinese characters or at a space. Beside a
 * number, which is set smaller, text extractors take the least gap for a space. */
static gboolean
is_gap (const PangoLayoutRun *run, const char *text, int i)
{
  const char *p = text + run->item->offset + run->glyphs->log_clusters[i];
  gunichar next;

  if (!run->glyphs->glyphs[i].attr.is_cluster_start)
    return FALSE;
  next = g_utf8_get_char (g_utf8_next_char (p));

  return (g_utf8_get_char (p) >= FIRST_WIDE && next >= FIRST_WIDE) || next == ' ';
}

/* Widens up to @gaps gaps by @extra. Returns how many there were. */
static guint
stretch (PangoLayoutLine *line, int extra, guint gaps)
{
  const char *text = pango_layout_get_text (line->layout);
  guint found = 0;

  for (GSList *r = line->runs; r != NULL; r = r->next)
    {
      PangoLayoutRun *run = r->data;

      for (int i = 0; i < run->glyphs->num_glyphs && found < gaps; i++)
        if (is_gap (run, text, i))
          {
            run->glyphs->glyphs[i].geometry.width += extra;
            found++;
          }
    }

  return found;
}

static int
measure (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);

  return logical.width;
}

static void
justify (PangoLayoutLine *line, double available, const YcSheetFont *font)
{
  guint gaps = stretch (line, 0, G_MAXUINT);
  int slack = (int) (available * PANGO_SCALE) - measure (line);
  int extra;

  if (gaps < 2)
    return;

  /* The last gap is the one behind the line. */
  extra = slack / (int) (gaps - 1);
  if (extra > 0)
    stretch (line, MIN (extra, (int) (MAX_STRETCH * font->size * PANGO_SCALE)), gaps - 1);
}

static double
place (PangoLayoutLine *line, YcSheetAlign align, double indent, double width)
{
  double slack = width - (double) measure (line) / PANGO_SCALE;

  if (align == YC_SHEET_CENTRE)
    return slack / 2.0;
  if (align == YC_SHEET_RIGHT)
    return slack;

  return indent;
}

static void
clear_line (gpointer data)
{
  YcSheetLine *line = data;

  pango_layout_line_unref (line->line);
  g_object_unref (line->layout);
}

/* (element-type YcSheetLine) */
GArray *
yc_sheet_new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (YcSheetLine));

  g_array_set_clear_func (lines, clear_line);

  return lines;
}

/* Breaks @text into lines of at most @width, the first one indented; (element-type YcSheetLine). */
GArray *
yc_sheet_set_text (PangoContext       *context,
                   const char         *text,
                   const YcSheetFont  *font,
                   YcSheetAlign        align,
                   double              indent,
                   double              width,
                   GError            **error)
{
  g_autoptr (PangoLayout) layout = create_layout (context, text, font, indent, width);
  GArray *lines;
  double y = 0.0;

  if (!check_glyphs (layout, error))
    return NULL;

  lines = yc_sheet_new_lines ();
  for (GSList *l = pango_layout_get_lines (layout); l != NULL; l = l->next)
    {
      double inset = l->data == pango_layout_get_lines (layout)->data ? indent : 0.0;
      YcSheetLine line = { g_object_ref (layout), pango_layout_line_ref (l->data) };

      if (align == YC_SHEET_JUSTIFIED && l->next != NULL)
        justify (line.line, width - inset, font);
      line.x = place (line.line, align, inset, width);
      line.baseline = y + font->leading / 2.0 + BASELINE_DROP * font->size;
      g_array_append_val (lines, line);
      y += font->leading;
    }

  return lines;
}

/* Whether fonts have every character of @text. */
gboolean
yc_sheet_check_text (PangoContext *context, const char *text, GError **error)
{
  const YcSheetFont font = { .size = 10.0, .leading = 10.0 };
  g_autoptr (PangoLayout) layout = create_layout (context, text, &font, 0.0, 100.0);

  return check_glyphs (layout, error);
}

double
yc_sheet_line_width (const YcSheetLine *line)
{
  return (double) measure (line->line) / PANGO_SCALE;
}

/* Draws lines that were set at (0, 0) at (@x, @y). */
void
yc_sheet_draw_lines (YcSheetInk *ink, cairo_t *cr, GArray *lines, double x, double y)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const YcSheetLine *line = &g_array_index (lines, YcSheetLine, i);

      yc_sheet_ink_draw (ink, cr, line->line, x + line->x, y + line->baseline);
    }
}

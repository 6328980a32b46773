/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large fonts cut down once to what most sheets use, so that each sheet's own subset is cut from little.
 *
 * HarfBuzz goes through all of a font for every subset: of one with 65,000 characters that is most of the
 * work of a sheet. Cut to the 7,000 characters of GB 2312 first, which takes some 70 ms and 3 MB for each
 * font, a sheet's subset takes a third of the time. That pays where many sheets are made, so a service wants
 * it and a program that makes one does not. What is used beside those characters is cut from the whole. */
#include "yc-sheet-working-set-private.h"

#include "yc-sheet-cut-private.h"

/* Fonts with fewer glyphs are quick to cut. */
#define LARGE 20000
/* GB 2312 in its usual bytes: rows and cells. */
#define FIRST_BYTE 0xa1
#define LAST_ROW 0xf7
#define LAST_CELL 0xfe

typedef struct
{
  hb_face_t *face;
  hb_set_t  *glyphs;
} WorkingSet;

/* By the whole font's face, which stays as long as it is in here: the program's life. Guarded by
 * yc_sheet_lock(); NULL until somebody wants them. */
static GHashTable *working_sets;

/* From the first sheet on that uses it, a large font has its working set. The caller holds
 * yc_sheet_lock(). */
void
yc_sheet_working_sets_want (void)
{
  if (working_sets == NULL)
    working_sets = g_hash_table_new (NULL, NULL);
}

static void
add_row (hb_buffer_t *buffer, GIConv convert, guint row)
{
  for (guint cell = FIRST_BYTE; cell <= LAST_CELL; cell++)
    {
      char in[2] = { (char) row, (char) cell };
      char out[8];
      char *from = in, *to = out;
      gsize in_left = sizeof in, out_left = sizeof out;

      if (g_iconv (convert, &from, &in_left, &to, &out_left) != (gsize) -1)
        hb_buffer_add (buffer, g_utf8_get_char (out), 0);
      else
        g_iconv (convert, NULL, NULL, NULL, NULL);
    }
}

static void
add_ascii (hb_buffer_t *buffer)
{
  for (gunichar c = ' '; c <= '~'; c++)
    hb_buffer_add (buffer, c, 0);
}

static void
add_chinese (hb_buffer_t *buffer)
{
  GIConv convert = g_iconv_open ("UTF-8", "GB2312");

  if (convert == (GIConv) -1)
    return;
  for (guint row = FIRST_BYTE; row <= LAST_ROW; row++)
    add_row (buffer, convert, row);
  g_iconv_close (convert);
}

/* Adds the glyphs of some characters as they are shaped in Chinese text: a font's first glyph of a character
 * may be another country's, and digits beside Latin letters are others than among Chinese ones. */
static void
add_shaped (hb_font_t *font, hb_set_t *glyphs, void (*add) (hb_buffer_t *buffer), hb_script_t script,
            const char *language)
{
  hb_buffer_t *buffer = hb_buffer_create ();
  const hb_glyph_info_t *infos;
  unsigned int n_infos;

  add (buffer);
  hb_buffer_set_content_type (buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, script);
  hb_buffer_set_language (buffer, hb_language_from_string (language, -1));
  hb_shape (font, buffer, NULL, 0);
  infos = hb_buffer_get_glyph_infos (buffer, &n_infos);
  for (unsigned int i = 0; i < n_infos; i++)
    hb_set_add (glyphs, infos[i].codepoint);
  hb_buffer_destroy (buffer);
}

static hb_set_t *
list_usual_glyphs (hb_face_t *face)
{
  hb_font_t *font = hb_font_create (face);
  hb_set_t *glyphs = hb_set_create ();

  add_shaped (font, glyphs, add_chinese, HB_SCRIPT_HAN, "zh-cn");
  add_shaped (font, glyphs, add_ascii, HB_SCRIPT_HAN, "zh-cn");
  add_shaped (font, glyphs, add_ascii, HB_SCRIPT_LATIN, "en");
  hb_font_destroy (font);

  return glyphs;
}

static WorkingSet *
make (hb_face_t *face)
{
  WorkingSet *self = g_new0 (WorkingSet, 1);

  self->glyphs = list_usual_glyphs (face);
  self->face = yc_sheet_cut (face, self->glyphs, TRUE, NULL);
  g_hash_table_insert (working_sets, hb_face_reference (face), self);

  return self;
}

/* Returns: (transfer none): what to cut a subset with @glyphs of @face from: its working set, whose glyphs
 *   have the same numbers, or itself. */
hb_face_t *
yc_sheet_working_set_find (hb_face_t *face, const hb_set_t *glyphs)
{
  WorkingSet *self;

  if (working_sets == NULL || hb_face_get_glyph_count (face) < LARGE)
    return face;
  self = g_hash_table_lookup (working_sets, face);
  if (self == NULL)
    self = make (face);

  return self->face != NULL && hb_set_is_subset (glyphs, self->glyphs) ? self->face : face;
}

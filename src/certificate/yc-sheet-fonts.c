/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts that sheets are set in: those of the system, and our own.
 *
 * No package of a size to ask for has a FangSong with simplified characters, so one comes with us. It is
 * told to a configuration of fontconfig that only sheets use: the screen's fonts stay as they are. */
#include "yc-sheet-fonts-private.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "yc-program.h"

/* From here on characters are Chinese, or punctuation as wide. */
#define FIRST_WIDE 0x2e80

static const char *const families[] = {
  [YC_FACE_SONG] = "Noto Serif CJK SC, Source Han Serif SC, serif",
  [YC_FACE_FANGSONG] = "FandolFang, Noto Serif CJK SC, Source Han Serif SC, serif",
  [YC_FACE_HEI] = "Noto Sans CJK SC, Source Han Sans SC, sans-serif",
};

/* In a build tree our programs lie two folders below its top, where the fonts are too. */
static char *
find_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *here = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *built = g_build_filename (here, "..", "..", "resources", "fonts", NULL);

  if (g_file_test (built, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&built);

  return yc_program_find_folder (YC_FONTDIR);
}

static void
add_own_fonts (PangoFontMap *map)
{
  g_autofree char *folder = find_folder ();
  FcConfig *config = FcInitLoadConfigAndFonts ();

  if (config == NULL)
    return;
  if (!FcConfigAppFontAddDir (config, (const FcChar8 *) folder))
    g_message ("There are no fonts in %s", folder);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  FcConfigDestroy (config);
}

/* One for all sheets, with the fonts loaded; guarded by yc_sheet_lock(). */
PangoFontMap *
yc_sheet_fonts_get_map (void)
{
  static PangoFontMap *map;

  if (map == NULL)
    {
      map = pango_cairo_font_map_new ();
      pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
      add_own_fonts (map);
    }

  return map;
}

/* As a font description takes them. */
const char *
yc_sheet_fonts_get_families (YcSheetFace face)
{
  return families[face];
}

static PangoFont *
load (PangoContext *context, YcSheetFace face)
{
  PangoFontDescription *description = pango_font_description_new ();
  PangoFont *font;

  pango_font_description_set_family_static (description, families[face]);
  pango_font_description_set_absolute_size (description, 16.0 * PANGO_SCALE);
  font = pango_font_map_load_font (yc_sheet_fonts_get_map (), context, description);
  pango_font_description_free (description);

  return font;
}

/* Whether the typeface has every Chinese character from @start to @end itself. Everything is set in Song
 * in the end, so that has what there is. */
gboolean
yc_sheet_fonts_have (PangoContext *context,
                     YcSheetFace   face,
                     const char   *start,
                     const char   *end)
{
  g_autoptr (PangoFont) font = face != YC_FACE_SONG ? load (context, face) : NULL;

  for (const char *p = start; font != NULL && p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FIRST_WIDE && !pango_font_has_char (font, c))
        return FALSE;
    }

  return TRUE;
}

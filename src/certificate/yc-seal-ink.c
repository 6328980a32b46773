/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The red of a round seal: ring, the issuer's name along an arc, a five-pointed star and a line below
 * it. Everything is an outline, so that the drawing needs no font and puts no stray characters
 * between the sheet's words. */
#include "yc-certificate-seal-private.h"

#include <math.h>

#include "yc-sheet-text.h"

#define SAMPLE_NOTE "样例印章"

/* Drawn this much larger than it is, because cairo rounds paths to 1/256. */
#define DETAIL 16.0

/* All measures are those of a seal of the usual size; others are scaled. */
#define RADIUS (YC_MM (YC_SEAL_USUAL_MM) / 2.0)
#define RING_WIDTH YC_MM (1.2)
#define STAR_RADIUS YC_MM (6.6)
/* The name's characters stand between the ring and this much below it. */
#define NAME_HEIGHT YC_MM (5.6)
#define NAME_GAP YC_MM (1.1)
#define NAME_MAX_ARC (G_PI * 1.36)
#define NAME_MAX_STEP (G_PI * 0.145)
/* Narrower characters cannot be read; from here on they become smaller. */
#define NAME_MIN_SQUEEZE 0.5
#define NAME_MAX_SQUEEZE 0.92
#define NOTE_SIZE YC_MM (3.7)
#define NOTE_DROP YC_MM (12.4)
/* Wider, and it would touch the ends of the name. */
#define NOTE_MAX_WIDTH YC_MM (22.5)

/* Writes a coordinate with two decimals and a space, by hand: there are thousands. */
static void
append_coordinate (GString *out, double device)
{
  glong hundredths = lround (device * 100.0 / DETAIL);
  glong rest = ABS (hundredths);
  char text[24];
  char *p = text + sizeof text;
  guint n_digits = 0;

  *--p = ' ';
  for (; rest > 0 || n_digits < 3; rest /= 10)
    {
      *--p = (char) ('0' + rest % 10);
      if (++n_digits == 2)
        *--p = '.';
    }
  if (hundredths < 0)
    *--p = '-';

  g_string_append_len (out, p, text + sizeof text - p);
}

static void
append_points (GString *out, const cairo_path_data_t *data, const char *operator)
{
  for (int i = 1; i < data->header.length; i++)
    {
      append_coordinate (out, data[i].point.x);
      append_coordinate (out, data[i].point.y);
    }
  g_string_append (out, operator);
}

/* Moves the current path out of @cr and into the content stream. */
void
yc_seal_ink_append_path (GString *out, cairo_t *cr)
{
  static const char *const operators[] = {
    [CAIRO_PATH_MOVE_TO] = "m\n",
    [CAIRO_PATH_LINE_TO] = "l\n",
    [CAIRO_PATH_CURVE_TO] = "c\n",
    [CAIRO_PATH_CLOSE_PATH] = "h\n",
  };
  cairo_path_t *path;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  path = cairo_copy_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    append_points (out, &path->data[i], operators[path->data[i].header.type]);
  cairo_path_destroy (path);
  cairo_restore (cr);

  cairo_new_path (cr);
}

static void
draw_ring (GString *out, cairo_t *cr)
{
  cairo_arc (cr, 0.0, 0.0, RADIUS - 0.3, 0.0, 2.0 * G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc_negative (cr, 0.0, 0.0, RADIUS - 0.3 - RING_WIDTH, 2.0 * G_PI, 0.0);
  cairo_close_path (cr);
  yc_seal_ink_append_path (out, cr);
}

static void
draw_star (GString *out, cairo_t *cr)
{
  for (int i = 0; i < 5; i++)
    {
      double angle = -G_PI / 2.0 + i * 4.0 * G_PI / 5.0;

      cairo_line_to (cr, STAR_RADIUS * cos (angle), STAR_RADIUS * sin (angle));
    }
  cairo_close_path (cr);
  yc_seal_ink_append_path (out, cr);
}

static YcSheetLine
set_words (PangoContext *context, const char *words, double size, GArray **keep)
{
  const YcSheetFont font = { .size = size, .leading = size, .bold = TRUE };

  *keep = yc_sheet_set_text (context, words, &font, YC_SHEET_LEFT, 0.0, G_MAXINT / PANGO_SCALE,
                             NULL);

  return *keep != NULL ? g_array_index (*keep, YcSheetLine, 0) : (YcSheetLine){ NULL };
}

/* How the name's characters are set: the angle from one to the next, their height, and their width
 * as a part of what it would be. */
typedef struct
{
  double step;
  double height;
  double squeeze;
} NameSetting;

/* A long name has narrower characters before it has smaller ones, as engravers do it. */
static NameSetting
fit_name (glong length)
{
  NameSetting setting = { 0.0, NAME_HEIGHT, NAME_MAX_SQUEEZE };
  double inner = RADIUS - RING_WIDTH - NAME_GAP - NAME_HEIGHT;
  double wanted;

  if (length < 2)
    return setting;

  setting.step = MIN (NAME_MAX_STEP, NAME_MAX_ARC / (double) (length - 1));
  wanted = setting.step * inner / NAME_HEIGHT * 1.02;
  setting.squeeze = CLAMP (wanted, NAME_MIN_SQUEEZE, NAME_MAX_SQUEEZE);
  if (wanted < NAME_MIN_SQUEEZE)
    setting.height = NAME_HEIGHT * wanted / NAME_MIN_SQUEEZE;

  return setting;
}

/* One character of the name, upright on a circle: its middle at @angle from the top. */
static void
draw_character (GString           *out,
                cairo_t           *cr,
                PangoContext      *context,
                const char        *character,
                const NameSetting *setting,
                double             angle)
{
  g_autoptr (GArray) keep = NULL;
  YcSheetLine line = set_words (context, character, setting->height, &keep);

  if (line.line == NULL)
    return;

  cairo_save (cr);
  cairo_rotate (cr, angle);
  cairo_translate (cr, 0.0, -(RADIUS - RING_WIDTH - NAME_GAP - setting->height));
  cairo_scale (cr, setting->squeeze, 1.0);
  cairo_move_to (cr, -yc_sheet_line_width (&line) / 2.0, -0.12 * setting->height);
  pango_cairo_layout_line_path (cr, line.line);
  cairo_restore (cr);
  yc_seal_ink_append_path (out, cr);
}

/* The name from left to right over the top. */
static void
draw_name (GString *out, cairo_t *cr, PangoContext *context, const char *name)
{
  glong length = g_utf8_strlen (name, -1);
  NameSetting setting = fit_name (length);
  double angle = -(double) (length - 1) / 2.0 * setting.step;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      draw_character (out, cr, context, character, &setting, angle);
      angle += setting.step;
    }
}

static void
draw_note (GString *out, cairo_t *cr, PangoContext *context, const char *note)
{
  g_autoptr (GArray) keep = NULL;
  YcSheetLine line = set_words (context, note, NOTE_SIZE, &keep);
  double squeeze;

  if (line.line == NULL)
    return;

  squeeze = MIN (1.0, NOTE_MAX_WIDTH / yc_sheet_line_width (&line));
  cairo_save (cr);
  cairo_scale (cr, squeeze, 1.0);
  cairo_move_to (cr, -yc_sheet_line_width (&line) / 2.0, NOTE_DROP + 0.38 * NOTE_SIZE);
  pango_cairo_layout_line_path (cr, line.line);
  cairo_restore (cr);
  yc_seal_ink_append_path (out, cr);
}

/* What stands below the star; NULL for nothing. */
const char *
yc_seal_ink_get_note (const YcSealDesign *design)
{
  return design->sample ? SAMPLE_NOTE : design->below;
}

/* Drawing's axes: y down from the seal's middle, for a content stream with the lower left corner as
 * its origin. */
cairo_t *
yc_seal_ink_create_drawing (double radius)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, DETAIL, -DETAIL);
  cairo_translate (cr, radius, -radius);

  return cr;
}

/* Ring, star and words: the path that is filled with red. */
GBytes *
yc_seal_ink_draw (PangoContext       *context,
                              const YcSealDesign *design)
{
  double radius = YC_MM (design->diameter_mm) / 2.0;
  cairo_t *cr = yc_seal_ink_create_drawing (radius);
  GString *out = g_string_sized_new (65536);

  cairo_scale (cr, radius / RADIUS, radius / RADIUS);
  draw_ring (out, cr);
  draw_star (out, cr);
  draw_name (out, cr, context, design->name);
  if (yc_seal_ink_get_note (design) != NULL)
    draw_note (out, cr, context, yc_seal_ink_get_note (design));
  cairo_destroy (cr);

  return g_string_free_to_bytes (out);
}


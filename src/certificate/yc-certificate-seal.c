/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round red seal ready to be stamped: ring, the issuer's name along an arc, a five-pointed star
 * and a line below it. Everything is an outline, so that the drawing needs no font and puts no
 * stray characters between the sheet's words. */
#include "yc-certificate-seal.h"
#include "yc-certificate-seal-private.h"

#include <math.h>

#include "yc-sheet-text.h"

/* Drawn this much larger than it is, because cairo rounds paths to 1/256. */
#define DETAIL 16.0

#define RADIUS (YC_SEAL_DIAMETER / 2.0)
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

static const char red[] = "0.8 0.06 0.08";

G_DEFINE_BOXED_TYPE (YcCertificateSeal, yc_certificate_seal, yc_certificate_seal_ref,
                     yc_certificate_seal_unref)

/* Writes a coordinate with two decimals, without asking the locale: there are thousands. */
static void
append_coordinate (GString *out, double device)
{
  glong hundredths = lround (device * 100.0 / DETAIL);
  glong magnitude = ABS (hundredths);

  g_string_append_printf (out, "%s%ld.%02ld ", hundredths < 0 ? "-" : "", magnitude / 100,
                          magnitude % 100);
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
static void
append_path (GString *out, cairo_t *cr)
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
  append_path (out, cr);
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
  append_path (out, cr);
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
  append_path (out, cr);
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

  if (line.line == NULL)
    return;

  cairo_move_to (cr, -yc_sheet_line_width (&line) / 2.0, NOTE_DROP + 0.38 * NOTE_SIZE);
  pango_cairo_layout_line_path (cr, line.line);
  append_path (out, cr);
}

static void
draw_ink (GString *out, cairo_t *cr, PangoContext *context, const char *issuer, const char *note)
{
  draw_ring (out, cr);
  draw_star (out, cr);
  draw_name (out, cr, context, issuer);
  if (note != NULL)
    draw_note (out, cr, context, note);
}

/* The seal for @issuer, with a line below its star for @note, if any, and its middle at (@x, @y) of
 * page @page, measured from the upper left corner.
 *
 * @texts, which lie under it, are drawn again in black where there is red: as ink lets print show
 * through, but without the transparency that printers turn into pixels. */
YcCertificateSeal *
yc_certificate_seal_new (PangoContext     *context,
                         const char       *issuer,
                         const char       *note,
                         guint             page,
                         double            x,
                         double            y,
                         const YcSealText *texts,
                         guint             n_texts)
{
  YcCertificateSeal *self = g_new0 (YcCertificateSeal, 1);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GString *out = g_string_sized_new (65536);

  /* From the sheet's axes, y down from the seal's middle, to those of PDF. */
  cairo_scale (cr, DETAIL, -DETAIL);
  cairo_translate (cr, RADIUS, -RADIUS);

  g_string_append_printf (out, "%s rg\n", red);
  draw_ink (out, cr, context, issuer, note);
  g_string_append (out, "W f\n0 g\n");
  for (guint i = 0; i < n_texts; i++)
    {
      cairo_move_to (cr, texts[i].x - x, texts[i].baseline - y);
      pango_cairo_layout_line_path (cr, texts[i].line);
      append_path (out, cr);
    }
  g_string_append (out, "f\n");
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  g_atomic_ref_count_init (&self->ref_count);
  self->page = page;
  self->x = x - RADIUS;
  self->y = y + RADIUS;
  self->size = YC_SEAL_DIAMETER;
  self->content = g_string_free_to_bytes (out);

  return self;
}

YcCertificateSeal *
yc_certificate_seal_ref (YcCertificateSeal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yc_certificate_seal_unref (YcCertificateSeal *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->content);
  g_free (self);
}

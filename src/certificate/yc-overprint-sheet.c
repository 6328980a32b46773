/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts words on a form that is printed already, each where the template says, in mm. */
#include "yc-overprint-sheet.h"
#include "yc-certificate-error-private.h"
#include "yc-certificate-template-private.h"
#include "yc-sheet-pdf.h"
#include "yc-sheet-picture-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-logic.h"

/* Smaller than this share of their size, words look as if they were not meant to be read. */
#define LEAST_SHARE 0.7
#define STEP 0.05

/* Words in their place. */
typedef struct
{
  GArray *lines;
  double  x;
  double  y;
} Placed;

typedef struct
{
  const YcOverprint  *form;
  JsonNode           *data;
  PangoContext       *context;
  GPtrArray          *placed;
  cairo_surface_t    *scan;
  const YcSheetShift *shift;
} Sheet;

static void
placed_free (gpointer data)
{
  Placed *placed = data;

  g_array_unref (placed->lines);
  g_free (placed);
}

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->data, json_node_unref);
  g_clear_pointer (&self->placed, g_ptr_array_unref);
  g_clear_pointer (&self->scan, cairo_surface_destroy);
  g_clear_object (&self->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static gboolean
fail_space (const YcOverprintField *field, const char *reason, GError **error)
{
  yc_certificate_error_set (error, YC_CERTIFICATE_ERROR_SPACE, field->pointer, reason);

  return FALSE;
}

/* The words in as many lines as the form has for them, smaller if they must be; (nullable). */
static GArray *
set_words (Sheet *self, const YcOverprintField *field, const char *words, YcSheetFont *font,
           GError **error)
{
  g_autofree char *reason = NULL;

  for (double share = 1.0; share > LEAST_SHARE - STEP / 2.0; share -= STEP)
    {
      GArray *lines;

      font->size = field->font.size * share;
      lines = yc_sheet_set_text (self->context, words, font, field->align, 0.0, field->width, error);
      if (lines == NULL || lines->len <= field->n_lines)
        return lines;
      g_array_unref (lines);
    }
  reason = g_strdup_printf (_("“%s” is too long for its place on the form"), words);
  fail_space (field, reason, error);

  return NULL;
}

static gboolean
put_words (Sheet *self, const YcOverprintField *field, const char *words, double y, GError **error)
{
  YcSheetFont font = field->font;
  GArray *lines = set_words (self, field, words, &font, error);
  Placed *placed;

  if (lines == NULL)
    return FALSE;
  placed = g_new (Placed, 1);
  placed->lines = lines;
  placed->x = field->x;
  placed->y = y - g_array_index (lines, YcSheetLine, 0).baseline;
  g_ptr_array_add (self->placed, placed);

  return TRUE;
}

static gboolean
put_text (Sheet *self, const YcOverprintField *field, JsonNode *row, guint index, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (YcTextRange));
  const YcTextScope scope = { self->data, row, index + 1, values };
  g_autofree char *words = yc_certificate_text_expand (field->text, &scope, error);
  YcOverprintField whole = *field;

  if (words == NULL)
    return FALSE;
  whole.font.wholes = values;

  return put_words (self, &whole, words, field->y + index * field->row_pitch, error);
}

static gboolean
put_rows (Sheet *self, const YcOverprintField *field, GError **error)
{
  JsonNode *node = yc_certificate_path_get (self->data, field->rows);
  JsonArray *rows =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_rows = rows != NULL ? json_array_get_length (rows) : 0;
  g_autofree char *reason = g_strdup_printf (_("The form has room for %u rows only"), field->n_rows);

  if (n_rows > field->n_rows)
    return fail_space (field, reason, error);
  for (guint i = 0; i < n_rows; i++)
    if (!put_text (self, field, json_array_get_element (rows, i), i, error))
      return FALSE;

  return TRUE;
}

static gboolean
put_field (Sheet *self, const YcOverprintField *field, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean shown = yc_logic_test (field->when, self->data, &reason);

  if (reason != NULL)
    {
      yc_certificate_error_set (error, YC_CERTIFICATE_ERROR_VALUE, field->pointer, reason->message);
      return FALSE;
    }
  if (!shown)
    return TRUE;

  return field->rows != NULL ? put_rows (self, field, error) : put_text (self, field, NULL, 0, error);
}

static gboolean
put_fields (Sheet *self, GError **error)
{
  for (guint i = 0; i < self->form->fields->len; i++)
    {
      const YcOverprintField *field = g_ptr_array_index (self->form->fields, i);

      if (!put_field (self, field, error))
        {
          yc_certificate_error_place (error, field->pointer);
          return FALSE;
        }
    }

  return TRUE;
}

/* The form fills its paper. */
static void
draw_scan (const Sheet *self, cairo_t *cr)
{
  const YcSheetPage *paper = &self->form->paper;

  cairo_save (cr);
  cairo_scale (cr, paper->width / cairo_image_surface_get_width (self->scan),
               paper->height / cairo_image_surface_get_height (self->scan));
  cairo_set_source_surface (cr, self->scan, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  const Sheet *self = user_data;

  if (self->scan != NULL)
    draw_scan (self, cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = g_ptr_array_index (self->placed, i);

      yc_sheet_draw_lines (ink, cr, placed->lines, placed->x + YC_MM (self->shift->x_mm),
                           placed->y + YC_MM (self->shift->y_mm));
    }

  return TRUE;
}

static GBytes *
compose (Sheet *self, YcCertificateTemplate *template_, gboolean with_form, GDateTime *made_at,
         GError **error)
{
  const YcSheetFacts facts = {
    .page = &self->form->paper,
    .title = yc_certificate_template_get_title (template_),
    .made_at = made_at,
  };

  self->context = yc_sheet_create_context ();
  if (!put_fields (self, error))
    return NULL;
  if (with_form && self->form->scan != NULL)
    {
      self->scan = yc_sheet_picture_read (self->form->scan, error);
      if (self->scan == NULL)
        return NULL;
    }

  return yc_sheet_write_pdf (&facts, 1, draw_page, self, error);
}

GBytes *
yc_overprint_compose (YcCertificateTemplate  *template_,
                      JsonObject             *data,
                      const YcSheetShift     *shift,
                      gboolean                with_form,
                      GDateTime              *made_at,
                      GError                **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_auto (Sheet) self = { .shift = shift };

  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (template_), NULL);
  g_return_val_if_fail (data != NULL && shift != NULL && made_at != NULL, NULL);

  self.form = yc_overprint_find (template_, error);
  if (self.form == NULL)
    return NULL;
  locker = yc_sheet_lock ();
  self.data = yc_json_object_node (json_object_ref (data));
  self.placed = g_ptr_array_new_with_free_func (placed_free);

  return compose (&self, template_, with_form, made_at, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what a template prints on a form that is printed already: words at places measured in mm. */
#include "yc-overprint-private.h"
#include "yc-template-block-private.h"
#include "yc-template-page-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-logic.h"

#define OVERPRINT "/overprint"
#define MAX_FIELDS 100
#define MAX_LINES 10
#define MAX_ROWS 40
#define USUAL_SIZE 12.0
#define USUAL_LEADING 8.0

static void
field_free (gpointer data)
{
  YcOverprintField *field = data;

  g_free (field->pointer);
  g_clear_pointer (&field->when, json_node_unref);
  g_free (field->rows);
  g_clear_pointer (&field->text, yc_certificate_text_free);
  g_free (field);
}

static gboolean
fail_member (const YcOverprintField *field, const char *member, const char *reason, GError **error)
{
  g_autofree char *place = yc_json_pointer_append (field->pointer, member);

  return yc_template_fail (error, place, reason);
}

/* A length of the paper, in points; @fallback: in mm, negative when it must be told */
static gboolean
read_length (const YcOverprintField *field, JsonObject *object, const char *member, double most,
             double fallback, double *length, GError **error)
{
  double mm = yc_json_get_double (object, member, fallback);

  if (mm < 0.0 || YC_MM (mm) > most)
    return fail_member (field, member, _("This must be a length in mm within the paper"), error);
  *length = YC_MM (mm);

  return TRUE;
}

static gboolean
read_count (const YcOverprintField *field, JsonObject *object, const char *member, guint most,
            guint *count, GError **error)
{
  gint64 number = yc_json_get_int (object, member, 1);
  g_autofree char *reason = g_strdup_printf (_("This must be a number from 1 to %u"), most);

  if (number < 1 || number > most)
    return fail_member (field, member, reason, error);
  *count = (guint) number;

  return TRUE;
}

static gboolean
read_place (YcOverprintField *self, const YcSheetPage *paper, JsonObject *object, GError **error)
{
  return read_length (self, object, "x_mm", paper->width, -1.0, &self->x, error) &&
         read_length (self, object, "y_mm", paper->height, -1.0, &self->y, error) &&
         read_length (self, object, "width_mm", paper->width - self->x, -1.0, &self->width, error) &&
         read_length (self, object, "leading_mm", paper->height, USUAL_LEADING,
                      &self->font.leading, error) &&
         read_length (self, object, "row_mm", paper->height, USUAL_LEADING, &self->row_pitch,
                      error) &&
         read_count (self, object, "lines", MAX_LINES, &self->n_lines, error) &&
         read_count (self, object, "room", MAX_ROWS, &self->n_rows, error);
}

/* Its last base line is still on the paper. */
static gboolean
check_place (YcOverprintField *self, const YcSheetPage *paper, GError **error)
{
  double last = self->y + (self->n_rows - 1) * self->row_pitch +
                (self->n_lines - 1) * self->font.leading;

  if (self->width >= self->font.size && last <= paper->height)
    return TRUE;

  return yc_template_fail (error, self->pointer,
                           _("The words would stand outside the paper, or have no room"));
}

static gboolean
read_look (YcOverprintField *self, JsonObject *object, GError **error)
{
  static const YcSheetAlign aligns[] = {
    [YC_ALIGN_CENTRE] = YC_SHEET_CENTRE,
    [YC_ALIGN_LEFT] = YC_SHEET_LEFT,
    [YC_ALIGN_RIGHT] = YC_SHEET_RIGHT,
  };
  YcTemplateFace face = { YC_FACE_FANGSONG, FALSE };
  YcBlockAlign align = YC_ALIGN_LEFT;

  self->font.size = yc_json_get_double (object, "size_pt", USUAL_SIZE);
  if (self->font.size < 6.0 || self->font.size > 48.0)
    return fail_member (self, "size_pt", _("The text’s size must be 6 to 48 pt"), error);
  if (!yc_template_face_read (&face, object, "font", self->pointer, error) ||
      (json_object_has_member (object, "align") &&
       !yc_template_block_read_align (object, self->pointer, &align, error)))
    return FALSE;
  self->font.face = face.face;
  self->font.bold = face.bold;
  self->align = aligns[align];

  return TRUE;
}

static gboolean
read_when (YcOverprintField *self, JsonObject *object, GError **error)
{
  JsonNode *when = yc_json_get_member (object, "when");
  g_autoptr (GError) reason = NULL;

  if (when == NULL)
    return TRUE;
  if (!yc_logic_check (when, &reason))
    return fail_member (self, "when", reason->message, error);
  self->when = yc_json_copy (when);

  return TRUE;
}

static gboolean
read_words (YcOverprintField *self, JsonObject *object, GError **error)
{
  const char *words = yc_json_get_string (object, "text", NULL);
  const char *rows = yc_json_get_string (object, "rows", NULL);
  g_autofree char *place = yc_json_pointer_append (self->pointer, "text");
  g_autofree char *rows_place = yc_json_pointer_append (self->pointer, "rows");

  if (words == NULL || *words == '\0')
    return yc_template_fail (error, place, _("This must be words"));
  if (rows != NULL && !yc_certificate_path_check (rows, FALSE, rows_place, error))
    return FALSE;
  self->rows = g_strdup (rows);
  self->text = yc_certificate_text_new (words, rows != NULL, place, error);

  return self->text != NULL;
}

static gboolean
read_field (YcOverprint *self, JsonNode *node, const char *pointer, GError **error)
{
  JsonObject *object = yc_json_node_get_object (node);
  YcOverprintField *field;

  if (object == NULL)
    return yc_template_fail (error, pointer, _("This must be an object"));
  field = g_new0 (YcOverprintField, 1);
  field->pointer = g_strdup (pointer);
  g_ptr_array_add (self->fields, field);

  return read_words (field, object, error) && read_when (field, object, error) &&
         read_look (field, object, error) && read_place (field, &self->paper, object, error) &&
         check_place (field, &self->paper, error);
}

static gboolean
read_fields (YcOverprint *self, JsonObject *object, GError **error)
{
  JsonArray *fields = yc_json_get_array (object, "fields");
  guint n_fields = fields != NULL ? json_array_get_length (fields) : 0;

  if (n_fields == 0 || n_fields > MAX_FIELDS)
    return yc_template_fail (error, OVERPRINT "/fields",
                             _("A form that is printed on needs 1 to 100 fields"));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *pointer = g_strdup_printf (OVERPRINT "/fields/%u", i);

      if (!read_field (self, json_array_get_element (fields, i), pointer, error))
        return FALSE;
    }

  return TRUE;
}

/* The picture itself is looked at when it is shown. */
static gboolean
read_scan (YcOverprint *self, JsonObject *object, GError **error)
{
  JsonNode *node = yc_json_get_member (object, "scan");
  const char *scan = yc_json_node_get_string (node);

  if (node == NULL)
    return TRUE;
  if (scan == NULL || !g_str_has_prefix (scan, "data:image/"))
    return yc_template_fail (error, OVERPRINT "/scan",
                             _("The form’s picture must be a data address of a PNG or JPEG"));
  self->scan = g_strdup (scan);

  return TRUE;
}

/* @body: the template's member */
YcOverprint *
yc_overprint_read (JsonNode *body, GError **error)
{
  g_autoptr (YcOverprint) self = g_new0 (YcOverprint, 1);
  JsonObject *object = yc_json_node_get_object (body);

  self->fields = g_ptr_array_new_with_free_func (field_free);
  if (object == NULL)
    {
      yc_template_fail (error, OVERPRINT, _("This must be an object"));
      return NULL;
    }
  if (!yc_template_paper_read (&self->paper, object, OVERPRINT, error) ||
      !read_scan (self, object, error) || !read_fields (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
yc_overprint_free (YcOverprint *self)
{
  g_ptr_array_unref (self->fields);
  g_free (self->scan);
  g_free (self);
}

void
yc_overprint_each_path (YcOverprint *self, YcTemplatePathFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const YcOverprintField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *place = yc_json_pointer_append (field->pointer, "rows");

      if (field->rows != NULL)
        func (place, field->rows, NULL, user_data);
      yc_certificate_text_each_path (field->text, field->rows, func, user_data);
    }
}

void
yc_overprint_each_rule (YcOverprint *self, YcTemplateRuleFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const YcOverprintField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *place = yc_json_pointer_append (field->pointer, "when");

      if (field->when != NULL)
        func (place, field->when, user_data);
    }
}

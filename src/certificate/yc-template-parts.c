/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the blocks of a template that are neither text nor table. */
#include "yc-template-block-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define MAX_LINES 12
#define QR_SIZE 25.0
#define PHOTO_WIDTH 26.0
#define PHOTO_HEIGHT 32.0

static gboolean
read_size (JsonObject *object, const char *pointer, const char *member, double least, double most,
           double *size, GError **error)
{
  g_autofree char *place = yc_json_pointer_append (pointer, member);
  g_autofree char *reason = NULL;

  *size = yc_json_get_double (object, member, *size);
  if (*size >= least && *size <= most)
    return TRUE;
  reason = g_strdup_printf (_("The size must be %.0f to %.0f mm"), least, most);

  return yc_template_fail (error, place, reason);
}

static gboolean
read_photo (YcTemplateBlock *self, JsonObject *photo, const char *pointer, GError **error)
{
  const char *source = yc_json_get_string (photo, "source", NULL);
  g_autofree char *place = yc_json_pointer_append (pointer, "source");

  self->kind = YC_BLOCK_PHOTO;
  self->width = PHOTO_WIDTH;
  self->height = PHOTO_HEIGHT;
  if (source == NULL)
    return yc_template_fail (error, pointer, _("A photo needs a source"));
  self->source = g_strdup (source);
  self->beside = yc_json_get_boolean (photo, "beside", FALSE);
  if (self->beside && g_strcmp0 (yc_json_get_string (photo, "align", NULL), "right") != 0)
    return yc_template_fail (error, pointer, _("A photo that text stands beside is at the right"));

  return yc_certificate_path_check (source, FALSE, place, error) &&
         read_size (photo, pointer, "width_mm", 15.0, 90.0, &self->width, error) &&
         read_size (photo, pointer, "height_mm", 15.0, 120.0, &self->height, error) &&
         yc_template_block_read_align (photo, pointer, &self->align, error);
}

static gboolean
read_qr (YcTemplateBlock *self, JsonObject *qr, const char *pointer, GError **error)
{
  self->kind = YC_BLOCK_QR;
  self->width = QR_SIZE;

  /* Smaller than this, the code of a signed mark does not scan from paper. */
  return read_size (qr, pointer, "size_mm", 20.0, 60.0, &self->width, error) &&
         yc_template_block_read_align (qr, pointer, &self->align, error);
}

static gboolean
read_lines (YcTemplateBlock *self, JsonObject *object, const char *member, const char *pointer,
            GError **error)
{
  JsonArray *lines = yc_json_get_array (object, member);
  guint n_lines = lines != NULL ? json_array_get_length (lines) : 0;
  g_autofree char *place = yc_json_pointer_append (pointer, member);

  if (n_lines == 0 || n_lines > MAX_LINES)
    return yc_template_fail (error, place, _("One to twelve lines are needed here"));

  for (guint i = 0; i < n_lines; i++)
    {
      const char *words = yc_json_node_get_string (json_array_get_element (lines, i));
      g_autofree char *at = g_strdup_printf ("%s/%u", place, i);
      YcCertificateText *text;

      if (words == NULL || *words == '\0')
        return yc_template_fail (error, at, _("This must be words"));
      text = yc_certificate_text_new (words, FALSE, at, error);
      if (text == NULL)
        return FALSE;
      g_ptr_array_add (self->lines, text);
    }

  return TRUE;
}

static gboolean
add_side (YcTemplateBlock *self, JsonObject *footer, const char *side, const char *pointer,
          GError **error)
{
  const char *words = yc_json_get_string (footer, side, NULL);
  g_autofree char *place = yc_json_pointer_append (pointer, side);
  YcCertificateText *text = NULL;

  if (words != NULL)
    {
      text = yc_certificate_text_new (words, FALSE, place, error);
      if (text == NULL)
        return FALSE;
    }
  g_ptr_array_add (self->lines, text);

  return TRUE;
}

static gboolean
read_footer (YcTemplateBlock *self, JsonObject *footer, const char *pointer, GError **error)
{
  self->kind = YC_BLOCK_FOOTER;
  if (!json_object_has_member (footer, "left") && !json_object_has_member (footer, "right"))
    return yc_template_fail (error, pointer, _("A footer needs left or right"));

  return add_side (self, footer, "left", pointer, error) &&
         add_side (self, footer, "right", pointer, error);
}

gboolean
yc_template_block_read_part (YcTemplateBlock  *self,
                             const char       *name,
                             JsonObject       *part,
                             const char       *pointer,
                             GError          **error)
{
  if (g_str_equal (name, "photo"))
    return read_photo (self, part, pointer, error);
  if (g_str_equal (name, "qr"))
    return read_qr (self, part, pointer, error);
  if (g_str_equal (name, "footer"))
    return read_footer (self, part, pointer, error);

  self->kind = g_str_equal (name, "seal") ? YC_BLOCK_SEAL : YC_BLOCK_SIGNATURE;

  return read_lines (self, part, self->kind == YC_BLOCK_SEAL ? "over" : "lines", pointer, error);
}

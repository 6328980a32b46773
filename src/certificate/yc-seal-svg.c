/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A seal's drawing as a picture of its own: the operators of a PDF content stream become those of an
 * SVG path. */
#include "yc-certificate-error.h"
#include "yc-certificate-seal-private.h"
#include "yc-sheet-text.h"

#include <string.h>

/* One line is numbers and an operator, "x y m"; SVG has the operator first. */
static void
append_operation (GString *path, const char *line)
{
  gsize length = strlen (line);

  if (length == 0)
    return;
  if (strcmp (line, "h") == 0)
    g_string_append_c (path, 'Z');
  else if (length > 2 && strchr ("mlc", line[length - 1]) != NULL)
    {
      g_string_append_c (path, g_ascii_toupper (line[length - 1]));
      g_string_append_len (path, line, (gssize) length - 2);
    }
}

static GString *
write_path (GBytes *ink)
{
  gsize size;
  const char *data = g_bytes_get_data (ink, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *path = g_string_sized_new (size);

  for (guint i = 0; lines[i] != NULL; i++)
    append_operation (path, lines[i]);

  return path;
}

static GBytes *
write_svg (const YcSealDesign *design, GBytes *ink)
{
  double points = design->diameter_mm * 72.0 / 25.4;
  char mm[G_ASCII_DTOSTR_BUF_SIZE], box[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) path = write_path (ink);
  g_autofree char *name = g_markup_escape_text (design->name, -1);
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_ascii_formatd (mm, sizeof mm, "%.2f", design->diameter_mm);
  g_ascii_formatd (box, sizeof box, "%.2f", points);
  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\""
                          " viewBox=\"0 0 %s %s\">\n<title>%s</title>\n"
                          "<path transform=\"matrix(1 0 0 -1 0 %s)\" fill=\"#cc0f14\" d=\"%s\"/>\n"
                          "</svg>\n",
                          mm, mm, box, box, name, box, path->str);

  return g_string_free_to_bytes (svg);
}

GBytes *
yc_seal_design_write_svg (const YcSealDesign  *self,
                          GError             **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GBytes) ink = NULL;
  PangoContext *context;

  g_return_val_if_fail (self != NULL, NULL);

  locker = yc_sheet_lock ();
  context = yc_sheet_create_context ();
  if (yc_certificate_seal_check (context, self, error))
    ink = yc_seal_ink_draw (context, self);
  g_object_unref (context);

  return ink != NULL ? write_svg (self, ink) : NULL;
}

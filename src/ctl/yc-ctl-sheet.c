/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands that print share: what to set comes by the standard input, a PDF goes out. */
#include "yc-ctl-sheet.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "yc-json.h"

/* As much as a form with its data may be. */
#define MAX_REQUEST (16 * 1024 * 1024)

static GBytes *
read_input (GError **error)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  guint8 buffer[65536];
  size_t n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && input->len <= MAX_REQUEST)
    g_byte_array_append (input, buffer, (guint) n);
  if (input->len <= MAX_REQUEST)
    return g_byte_array_free_to_bytes (g_steal_pointer (&input));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       _("The form is larger than 16 MiB"));
  return NULL;
}

JsonNode *
yc_ctl_read_request (GError **error)
{
  const YcJsonLimits limits = { .big_integers = TRUE };
  g_autoptr (GBytes) input = read_input (error);
  gsize length;
  const char *text = input != NULL ? g_bytes_get_data (input, &length) : NULL;

  return text != NULL ? yc_json_parse (text, (gssize) length, &limits, error) : NULL;
}

gboolean
yc_ctl_write_pdf (GBytes      *pdf,
                  const char  *path,
                  GError     **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);

  if (path != NULL)
    return g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                     0600, error);
  if (fwrite (bytes, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be written"));
  return FALSE;
}

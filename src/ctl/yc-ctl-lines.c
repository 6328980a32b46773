/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of lines: however long a line is, no more than eight megabytes of it is ever held. */
#include "yc-ctl-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _YcCtlLines
{
  GBufferedInputStream *stream;
  char                 *path;
  char                 *place;
  guint                 number;
  gboolean              at_end;
};

YcCtlLines *
yc_ctl_lines_open (const char  *path,
                   GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, error);
  YcCtlLines *self;

  if (input == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  self = g_new0 (YcCtlLines, 1);
  /* One byte more than a line, for its end. */
  self->stream = G_BUFFERED_INPUT_STREAM (
      g_buffered_input_stream_new_sized (G_INPUT_STREAM (input), YC_CTL_LINE_MAX + 1));
  self->path = g_strdup (path);
  return self;
}

void
yc_ctl_lines_free (YcCtlLines *self)
{
  g_object_unref (self->stream);
  g_free (self->path);
  g_free (self->place);
  g_free (self);
}

/* Reads on until the buffer has the end of a line, is full, or the file ends: how much of the buffer
 * is the line, -1 with @error set. */
static gssize
fill_line (YcCtlLines  *self,
           GError     **error)
{
  gsize searched = 0;

  while (TRUE)
    {
      gsize available;
      const char *bytes = g_buffered_input_stream_peek_buffer (self->stream, &available);
      const char *end = NULL;
      gssize more;

      if (available > searched)
        end = memchr (bytes + searched, '\n', available - searched);
      if (end != NULL || available > YC_CTL_LINE_MAX)
        return (gssize) (end != NULL ? (gsize) (end - bytes) : available);
      searched = available;
      more = g_buffered_input_stream_fill (self->stream, -1, NULL, error);
      if (more <= 0)
        {
          self->at_end = more == 0;
          return more == 0 ? (gssize) available : -1;
        }
    }
}

static char *
refuse (YcCtlLines  *self,
        const char  *words,
        GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", self->place, words);
  return NULL;
}

static char *
take_line (YcCtlLines  *self,
           gsize        length,
           GError     **error)
{
  g_autofree char *line = g_malloc (length + 1);

  g_input_stream_read (G_INPUT_STREAM (self->stream), line, length, NULL, NULL);
  if (!self->at_end)
    g_buffered_input_stream_read_byte (self->stream, NULL, NULL);
  if (length > 0 && line[length - 1] == '\r')
    length--;
  line[length] = '\0';
  /* Notepad begins a file with a byte order mark. */
  if (self->number == 1 && g_str_has_prefix (line, BYTE_ORDER_MARK))
    {
      length -= strlen (BYTE_ORDER_MARK);
      memmove (line, line + strlen (BYTE_ORDER_MARK), length + 1);
    }
  if (!g_utf8_validate (line, (gssize) length, NULL))
    return refuse (self, _("The line is not text in UTF-8"), error);
  return g_steal_pointer (&line);
}

char *
yc_ctl_lines_next (YcCtlLines  *self,
                   GError     **error)
{
  gssize length;

  g_free (self->place);
  self->place = g_strdup_printf ("%s:%u", self->path, ++self->number);
  length = fill_line (self, error);
  if (length < 0)
    g_prefix_error (error, "%s: ", self->place);
  if (length < 0 || (length == 0 && self->at_end))
    return NULL;
  if (length > (gssize) YC_CTL_LINE_MAX)
    return refuse (self, _("The line is longer than 8 MiB"), error);
  return take_line (self, (gsize) length, error);
}

const char *
yc_ctl_lines_get_place (YcCtlLines *self)
{
  return self->place;
}

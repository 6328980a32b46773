/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the marks that a desk writes to its debug log as soon as they are written. */
#include "yc-mark-reader.h"

#include "yc-test-folder.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_MS 60000

struct _YcMarkReader
{
  char    *folder;
  char    *path;
  int      fd;
  /* What was read of the log and not looked at. */
  GString *text;
};

YcMarkReader *
yc_mark_reader_new (void)
{
  YcMarkReader *self = g_new0 (YcMarkReader, 1);

  g_setenv ("G_MESSAGES_DEBUG", "yichuang-mark", TRUE);
  self->folder = yc_test_folder_new ();
  self->path = g_build_filename (self->folder, "marks", NULL);
  self->text = g_string_new (NULL);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  /* For writing, too: so it does not end with the program that writes. */
  self->fd = open (self->path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
  g_assert_cmpint (self->fd, >=, 0);
  return self;
}

void
yc_mark_reader_free (YcMarkReader *self)
{
  close (self->fd);
  g_string_free (self->text, TRUE);
  g_free (self->path);
  yc_test_folder_free (self->folder);
  g_free (self);
}

const char *
yc_mark_reader_get_path (YcMarkReader *self)
{
  return self->path;
}

static void
read_more (YcMarkReader *self, const char *name)
{
  GPollFD wanted = { .fd = self->fd, .events = G_IO_IN };
  char piece[4096];
  ssize_t n;

  if (g_poll (&wanted, 1, PATIENCE_MS) == 0)
    g_error ("The desk did not mark “%s”", name);
  n = read (self->fd, piece, sizeof piece);
  if (n > 0)
    g_string_append_len (self->text, piece, n);
}

/* The time of the next line if it is a mark @name, else 0; FALSE when there is no whole line. */
static gboolean
take_line (YcMarkReader *self, const char *words, gint64 *time)
{
  char *end = strchr (self->text->str, '\n');
  const char *found;

  if (end == NULL)
    return FALSE;
  *end = '\0';
  found = strstr (self->text->str, words);
  *time = found != NULL ? g_ascii_strtoll (found + strlen (words), NULL, 10) : 0;
  g_string_erase (self->text, 0, end + 1 - self->text->str);
  return TRUE;
}

gint64
yc_mark_reader_await (YcMarkReader *self, const char *name, gint64 time)
{
  g_autofree char *words = g_strdup_printf (": %s ", name);
  gint64 marked = 0;

  do
    while (!take_line (self, words, &marked))
      read_more (self, name);
  while (marked == 0 || marked < time);
  return marked;
}

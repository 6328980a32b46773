/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a browser sends for a form with a file in it: multipart/form-data (RFC 7578).
 *
 * Anybody may send anything here. Whatever is not exactly of the form browsers write has no field. */
#include "yc-http-form.h"

#include <string.h>

#define MAX_HEADERS 4096

/* Bytes that are read from front to back. */
typedef struct
{
  const char *at;
  const char *end;
} Span;

/* The first place of @needle in @span, NULL when it is not there. */
static const char *
find (const Span *span,
      const char *needle)
{
  gsize length = strlen (needle);
  const char *at = span->at;

  while ((gsize) (span->end - at) >= length)
    {
      at = memchr (at, needle[0], (gsize) (span->end - at) - length + 1);
      if (at == NULL || memcmp (at, needle, length) == 0)
        return at;
      at++;
    }
  return NULL;
}

static gboolean
skip (Span       *span,
      const char *words)
{
  gsize length = strlen (words);

  if ((gsize) (span->end - span->at) < length || memcmp (span->at, words, length) != 0)
    return FALSE;
  span->at += length;
  return TRUE;
}

/* The value of @name="…" or @name=… among the parameters of a header's value. */
static char *
find_parameter (const char *value,
                const char *name)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", -1);
  gsize length = strlen (name);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      gsize end = strlen (part);

      if (g_ascii_strncasecmp (part, name, length) != 0 || part[length] != '=')
        continue;
      part += length + 1;
      end -= length + 1;
      if (end >= 2 && part[0] == '"' && part[end - 1] == '"')
        return g_strndup (part + 1, end - 2);
      return g_strdup (part);
    }
  return NULL;
}

/* "\r\n--" and the boundary: what stands between two parts. */
static char *
get_fence (const char *content_type)
{
  g_autofree char *boundary = NULL;

  if (content_type == NULL ||
      g_ascii_strncasecmp (content_type, "multipart/form-data", strlen ("multipart/form-data")) != 0)
    return NULL;
  boundary = find_parameter (content_type, "boundary");
  if (boundary == NULL || boundary[0] == '\0' || strlen (boundary) > YC_HTTP_FORM_MAX_BOUNDARY)
    return NULL;
  return g_strconcat ("\r\n--", boundary, NULL);
}

/* Whether the header lines between @from and @to name the field @name. */
static gboolean
is_named (const char *from,
          const char *to,
          const char *name)
{
  g_autofree char *text = g_strndup (from, (gsize) (to - from));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *found = NULL;

      if (g_ascii_strncasecmp (lines[i], "content-disposition:",
                               strlen ("content-disposition:")) != 0)
        continue;
      found = find_parameter (lines[i], "name");
      return g_strcmp0 (found, name) == 0;
    }
  return FALSE;
}

/**
 * yc_http_form_find_field:
 * @body: a request's body
 * @content_type: (nullable): its Content-Type
 * @name: a field of the form
 *
 * Returns: (transfer full) (nullable): what the field holds, the file's bytes for a file; %NULL when
 *   @body is no form, is cut off, or has no such field
 */
GBytes *
yc_http_form_find_field (GBytes     *body,
                         const char *content_type,
                         const char *name)
{
  g_autofree char *fence = get_fence (content_type);
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  Span span = { data, data + size };

  if (fence == NULL || data == NULL || !skip (&span, fence + strlen ("\r\n")))
    return NULL;
  while (skip (&span, "\r\n"))
    {
      const char *head = span.at;
      const char *blank = find (&span, "\r\n\r\n");
      const char *stop;

      if (blank == NULL || blank - head > MAX_HEADERS)
        return NULL;
      /* The fence of an empty field begins with the second line end of the blank line. */
      span.at = blank + strlen ("\r\n");
      stop = find (&span, fence);
      if (stop == NULL)
        return NULL;
      if (is_named (head, blank, name))
        {
          gsize from = (gsize) (blank + strlen ("\r\n\r\n") - data);
          gsize to = (gsize) (stop - data);

          return g_bytes_new_from_bytes (body, from, to > from ? to - from : 0);
        }
      span.at = stop + strlen (fence);
    }
  return NULL;
}

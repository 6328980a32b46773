/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tokens of PDF objects out of bytes that may say anything: every step stays inside its
 * span, nesting is bounded, and what is not understood is an answer of FALSE. */
#include "yc-pdf-lexer-private.h"

#include <string.h>

#define MAX_DEPTH 32

static gboolean skip_value (YcPdfSpan *in, guint depth);

gboolean
yc_pdf_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

gboolean
yc_pdf_is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

gsize
yc_pdf_get_length (YcPdfSpan span)
{
  return (gsize) (span.end - span.at);
}

/* The first @word in @span, or NULL. Bytes of zero are bytes like any other. */
const char *
yc_pdf_find_word (YcPdfSpan span, const char *word)
{
  gsize length = strlen (word);

  while (yc_pdf_get_length (span) >= length)
    {
      span.at = memchr (span.at, *word, yc_pdf_get_length (span) - length + 1);
      if (span.at == NULL)
        return NULL;
      if (memcmp (span.at, word, length) == 0)
        return span.at;
      span.at++;
    }

  return NULL;
}

/* White space and comments. */
void
yc_pdf_skip_space (YcPdfSpan *in)
{
  while (in->at < in->end && (yc_pdf_is_space (*in->at) || *in->at == '%'))
    {
      if (*in->at == '%')
        while (in->at < in->end && *in->at != '\n' && *in->at != '\r')
          in->at++;
      else
        in->at++;
    }
}

gboolean
yc_pdf_skip_word (YcPdfSpan *in, const char *word)
{
  gsize length = strlen (word);

  yc_pdf_skip_space (in);
  if (yc_pdf_get_length (*in) < length || memcmp (in->at, word, length) != 0)
    return FALSE;

  in->at += length;

  return TRUE;
}

/* An unsigned whole number of at most ten digits. */
gboolean
yc_pdf_read_number (YcPdfSpan *in, gsize *number)
{
  const char *start;

  yc_pdf_skip_space (in);
  start = in->at;
  *number = 0;
  while (in->at < in->end && g_ascii_isdigit (*in->at) && in->at - start < 10)
    *number = *number * 10 + (gsize) (*in->at++ - '0');

  return in->at > start && (in->at == in->end || !g_ascii_isdigit (*in->at));
}

static gboolean
skip_regular (YcPdfSpan *in)
{
  const char *start = in->at;

  while (in->at < in->end && !yc_pdf_is_space (*in->at) && !yc_pdf_is_delimiter (*in->at))
    in->at++;

  return in->at > start;
}

static gboolean
skip_string (YcPdfSpan *in)
{
  guint open = 0;

  for (; in->at < in->end; in->at++)
    {
      if (*in->at == '\\')
        in->at++;
      else if (*in->at == '(')
        open++;
      else if (*in->at == ')' && --open == 0)
        {
          in->at++;
          return TRUE;
        }
      if (in->at >= in->end)
        break;
    }

  in->at = in->end;

  return FALSE;
}

static gboolean
skip_hex_string (YcPdfSpan *in)
{
  const char *close = memchr (in->at, '>', yc_pdf_get_length (*in));

  in->at = close != NULL ? close + 1 : in->end;

  return close != NULL;
}

/* What is between an opening and its closing word: values, one after another. */
static gboolean
skip_until (YcPdfSpan *in, const char *closing, guint depth)
{
  while (!yc_pdf_skip_word (in, closing))
    if (in->at >= in->end || !skip_value (in, depth))
      return FALSE;

  return TRUE;
}

/* "12 0 R" after its first number; leaves @in alone when it is no reference. */
static void
skip_reference (YcPdfSpan *in)
{
  YcPdfSpan ahead = *in;
  gsize generation;

  if (yc_pdf_read_number (&ahead, &generation) && yc_pdf_skip_word (&ahead, "R") &&
      (ahead.at == ahead.end || yc_pdf_is_space (*ahead.at) || yc_pdf_is_delimiter (*ahead.at)))
    *in = ahead;
}

static gboolean
skip_value (YcPdfSpan *in, guint depth)
{
  YcPdfSpan ahead;

  yc_pdf_skip_space (in);
  if (in->at >= in->end || depth > MAX_DEPTH)
    return FALSE;
  if (*in->at == '(')
    return skip_string (in);
  if (yc_pdf_skip_word (in, "<<"))
    return skip_until (in, ">>", depth + 1);
  if (*in->at == '<')
    return skip_hex_string (in);
  if (yc_pdf_skip_word (in, "["))
    return skip_until (in, "]", depth + 1);
  if (*in->at == '/')
    {
      in->at++;
      skip_regular (in);
      return TRUE;
    }

  ahead = *in;
  if (!skip_regular (in))
    return FALSE;
  if (g_ascii_isdigit (*ahead.at))
    skip_reference (in);

  return TRUE;
}

/* The next value, whatever it is; a reference counts as one value. */
gboolean
yc_pdf_read_value (YcPdfSpan *in, YcPdfSpan *value)
{
  yc_pdf_skip_space (in);
  value->at = in->at;
  if (!skip_value (in, 0))
    return FALSE;
  value->end = in->at;

  return TRUE;
}

/* The next element of an array whose opening bracket was skipped. */
gboolean
yc_pdf_read_item (YcPdfSpan *array, YcPdfSpan *item)
{
  YcPdfSpan ahead = *array;

  if (yc_pdf_skip_word (&ahead, "]"))
    return FALSE;

  return yc_pdf_read_value (array, item);
}

static gboolean
is_word (YcPdfSpan span, const char *word)
{
  return yc_pdf_get_length (span) == strlen (word) &&
         memcmp (span.at, word, yc_pdf_get_length (span)) == 0;
}

/* The value of @key, with its slash, in a dictionary. */
gboolean
yc_pdf_find_key (YcPdfSpan dictionary, const char *key, YcPdfSpan *value)
{
  YcPdfSpan name;

  if (!yc_pdf_skip_word (&dictionary, "<<"))
    return FALSE;

  while (!yc_pdf_skip_word (&dictionary, ">>"))
    {
      if (!yc_pdf_read_value (&dictionary, &name) || !yc_pdf_read_value (&dictionary, value))
        return FALSE;
      if (is_word (name, key))
        return TRUE;
    }

  return FALSE;
}

/* The object number of "12 0 R". */
gboolean
yc_pdf_read_ref (YcPdfSpan value, guint *number)
{
  gsize object, generation;

  if (!yc_pdf_read_number (&value, &object) || !yc_pdf_read_number (&value, &generation) ||
      !yc_pdf_skip_word (&value, "R") || object > G_MAXINT)
    return FALSE;

  *number = (guint) object;

  return TRUE;
}

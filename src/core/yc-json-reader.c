/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict gate: JSON text by RFC 8259 becomes a tree, or an error that says where. */
#include "yc-json.h"

#include "yc-core-error.h"
#include "yc-json-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The stack that a reader needs grows with the depth; this much fits into the smallest one. */
#define MAX_DEPTH 512

/* json-glib keeps members in a hash table whose hash anybody can make collide; without this bound a
 * text of the allowed size could keep a thread busy for minutes.
 */
#define MAX_MEMBERS 4096

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint       depth;
  guint       max_depth;
  gboolean    big_integers;
  GError    **error;
} Reader;

static JsonNode *read_value (Reader *reader);

static gpointer
fail_at (Reader     *reader,
         const char *at,
         const char *message)
{
  guint line, column;

  yc_json_find_place (reader->start, at, &line, &column);
  g_set_error (reader->error, YC_CORE_ERROR, YC_CORE_ERROR_JSON,
               _ ("%s at line %u, column %u"), _ (message), line, column);
  return NULL;
}

static gpointer
fail (Reader     *reader,
      const char *message)
{
  return fail_at (reader, reader->at, reader->at < reader->end ? message : N_ ("Unexpected end"));
}

static void
skip_space (Reader *reader)
{
  while (reader->at < reader->end && strchr (" \t\r\n", *reader->at) != NULL)
    reader->at++;
}

static gboolean
take (Reader *reader,
      char    character)
{
  if (reader->at == reader->end || *reader->at != character)
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
take_digits (Reader *reader)
{
  const char *before = reader->at;

  while (reader->at < reader->end && g_ascii_isdigit (*reader->at))
    reader->at++;
  return reader->at > before;
}

static JsonNode *
make_double (Reader     *reader,
             const char *number)
{
  g_autofree char *text = g_strndup (number, reader->at - number);
  double value = g_ascii_strtod (text, NULL);

  if (!isfinite (value))
    return fail_at (reader, number, "Number out of range");
  return json_node_init_double (json_node_alloc (), value);
}

static JsonNode *
make_integer (Reader     *reader,
              const char *number)
{
  g_autofree char *text = g_strndup (number, reader->at - number);
  gint64 value;

  errno = 0;
  value = g_ascii_strtoll (text, NULL, 10);
  if (errno == ERANGE && reader->big_integers)
    return make_double (reader, number);
  if (errno == ERANGE)
    return fail_at (reader, number, "Integer beyond 64 bits");
  return json_node_init_int (json_node_alloc (), value);
}

static JsonNode *
read_number (Reader *reader)
{
  const char *number = reader->at;
  gboolean whole = TRUE;

  take (reader, '-');
  if (!take (reader, '0') && !take_digits (reader))
    return fail (reader, N_ ("Unexpected character"));

  if (take (reader, '.'))
    {
      whole = FALSE;
      if (!take_digits (reader))
        return fail (reader, N_ ("Digit expected after the point"));
    }

  if (take (reader, 'e') || take (reader, 'E'))
    {
      whole = FALSE;
      if (!take (reader, '+'))
        take (reader, '-');
      if (!take_digits (reader))
        return fail (reader, N_ ("Digit expected in the exponent"));
    }

  return whole ? make_integer (reader, number) : make_double (reader, number);
}

static gboolean
read_hex (Reader   *reader,
          gunichar *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, reader->at++)
    {
      if (reader->at == reader->end || !g_ascii_isxdigit (*reader->at))
        {
          fail (reader, N_ ("Four hexadecimal digits expected"));
          return FALSE;
        }
      *value = *value * 16 + g_ascii_xdigit_value (*reader->at);
    }
  return TRUE;
}

/* Reads what follows "\u", which is two escapes for a character beyond the first plane. */
static gboolean
read_unicode (Reader  *reader,
              GString *string)
{
  const char *escape = reader->at - 2;
  gunichar first, second;

  if (!read_hex (reader, &first))
    return FALSE;

  if (first >= 0xd800 && first < 0xdc00 && take (reader, '\\') && take (reader, 'u'))
    {
      if (!read_hex (reader, &second))
        return FALSE;
      if (second >= 0xdc00 && second < 0xe000)
        first = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    }

  if (first == 0 || (first >= 0xd800 && first < 0xe000))
    {
      fail_at (reader, escape, first == 0 ? "Character U+0000" : "Lone surrogate");
      return FALSE;
    }
  g_string_append_unichar (string, first);
  return TRUE;
}

static gboolean
read_escape (Reader  *reader,
             GString *string)
{
  static const char letters[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (take (reader, 'u'))
    return read_unicode (reader, string);

  found = reader->at < reader->end && *reader->at ? strchr (letters, *reader->at) : NULL;
  if (found == NULL)
    {
      fail (reader, N_ ("Unknown escape"));
      return FALSE;
    }
  reader->at++;
  g_string_append_c (string, characters[found - letters]);
  return TRUE;
}

static char *
read_string (Reader *reader)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (!take (reader, '"'))
    return fail (reader, N_ ("String expected"));

  while (!take (reader, '"'))
    {
      const char *run = reader->at;

      while (reader->at < reader->end && (guchar) *reader->at >= 0x20 &&
             *reader->at != '"' && *reader->at != '\\')
        reader->at++;
      g_string_append_len (string, run, reader->at - run);

      if (take (reader, '\\'))
        {
          if (!read_escape (reader, string))
            return NULL;
        }
      else if (reader->at == reader->end || *reader->at != '"')
        return fail (reader, N_ ("Control character in a string"));
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static JsonNode *
read_string_node (Reader *reader)
{
  g_autofree char *string = read_string (reader);

  return string != NULL ? json_node_init_string (json_node_alloc (), string) : NULL;
}

static JsonNode *
read_word (Reader *reader)
{
  gsize left = reader->end - reader->at;

  if (left >= 4 && memcmp (reader->at, "true", 4) == 0)
    {
      reader->at += 4;
      return json_node_init_boolean (json_node_alloc (), TRUE);
    }
  if (left >= 5 && memcmp (reader->at, "false", 5) == 0)
    {
      reader->at += 5;
      return json_node_init_boolean (json_node_alloc (), FALSE);
    }
  if (left >= 4 && memcmp (reader->at, "null", 4) == 0)
    {
      reader->at += 4;
      return json_node_init_null (json_node_alloc ());
    }
  return fail (reader, N_ ("Unexpected character"));
}

static gboolean
read_element (Reader    *reader,
              JsonArray *array)
{
  JsonNode *value = read_value (reader);

  if (value == NULL)
    return FALSE;
  json_array_add_element (array, value);
  skip_space (reader);
  return TRUE;
}

static JsonNode *
read_array (Reader *reader)
{
  g_autoptr (JsonArray) array = json_array_new ();

  skip_space (reader);
  if (!take (reader, ']'))
    {
      do
        if (!read_element (reader, array))
          return NULL;
      while (take (reader, ','));

      if (!take (reader, ']'))
        return fail (reader, N_ ("Comma or ] expected"));
    }
  return yc_json_array_node (g_steal_pointer (&array));
}

static gboolean
read_member (Reader     *reader,
             JsonObject *object)
{
  const char *place;
  g_autofree char *name = NULL;
  JsonNode *value;

  skip_space (reader);
  place = reader->at;
  name = read_string (reader);
  if (name == NULL)
    return FALSE;
  if (json_object_has_member (object, name) || json_object_get_size (object) >= MAX_MEMBERS)
    {
      fail_at (reader, place, json_object_has_member (object, name) ? "Member name used twice"
                                                                    : "Too many members");
      return FALSE;
    }

  skip_space (reader);
  if (!take (reader, ':'))
    {
      fail (reader, N_ ("Colon expected"));
      return FALSE;
    }
  value = read_value (reader);
  if (value == NULL)
    return FALSE;
  json_object_set_member (object, name, value);
  skip_space (reader);
  return TRUE;
}

static JsonNode *
read_object (Reader *reader)
{
  g_autoptr (JsonObject) object = json_object_new ();

  skip_space (reader);
  if (!take (reader, '}'))
    {
      do
        if (!read_member (reader, object))
          return NULL;
      while (take (reader, ','));

      if (!take (reader, '}'))
        return fail (reader, N_ ("Comma or } expected"));
    }
  return yc_json_object_node (g_steal_pointer (&object));
}

static JsonNode *
read_container (Reader *reader)
{
  JsonNode *node;

  if (reader->depth == reader->max_depth)
    return fail (reader, N_ ("Nested too deeply"));

  reader->depth++;
  node = *reader->at++ == '{' ? read_object (reader) : read_array (reader);
  reader->depth--;
  return node;
}

static JsonNode *
read_value (Reader *reader)
{
  skip_space (reader);
  if (reader->at == reader->end)
    return fail (reader, "");

  switch (*reader->at)
    {
    case '{':
    case '[':
      return read_container (reader);
    case '"':
      return read_string_node (reader);
    case 't':
    case 'f':
    case 'n':
      return read_word (reader);
    default:
      return read_number (reader);
    }
}

static gboolean
check_text (Reader *reader,
            gsize   max_bytes)
{
  gsize length = reader->end - reader->start;
  const char *bad;

  if (length > max_bytes)
    {
      fail_at (reader, reader->start, "Text too long, begun");
      return FALSE;
    }
  if (!g_utf8_validate_len (reader->start, length, &bad))
    {
      fail_at (reader, bad, N_ ("Not UTF-8"));
      return FALSE;
    }
  return TRUE;
}

JsonNode *
yc_json_parse (const char          *text,
               gssize               length,
               const YcJsonLimits  *limits,
               GError             **error)
{
  gsize max_bytes = limits && limits->max_bytes ? limits->max_bytes : YC_JSON_DEFAULT_BYTES;
  guint max_depth = limits && limits->max_depth ? limits->max_depth : YC_JSON_DEFAULT_DEPTH;
  Reader reader = {
    .start = text,
    .at = text,
    .max_depth = MIN (max_depth, MAX_DEPTH),
    .big_integers = limits != NULL && limits->big_integers,
    .error = error,
  };
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader.end = text + (length < 0 ? strlen (text) : (gsize) length);
  if (!check_text (&reader, max_bytes))
    return NULL;

  root = read_value (&reader);
  if (root == NULL)
    return NULL;

  skip_space (&reader);
  if (reader.at < reader.end)
    return fail (&reader, N_ ("Unexpected character after the end"));
  return g_steal_pointer (&root);
}

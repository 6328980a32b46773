/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one writer: a tree becomes JSON text whose numbers read back the same. */
#include "yc-json.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* No tree that passed the gate is deeper. */
#define MAX_DEPTH 512

typedef struct
{
  GString *text;
  guint    depth;
  gboolean pretty;
  gboolean sorted;
} Writer;

static void write_value (Writer   *writer,
                         JsonNode *node);

static void
write_break (Writer *writer)
{
  if (!writer->pretty)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
}

static void
write_character (Writer *writer,
                 guchar  character)
{
  static const char letters[] = "\"\\bfnrt", characters[] = "\"\\\b\f\n\r\t";
  const char *found = strchr (characters, character);

  if (found != NULL && *found != '\0')
    g_string_append_printf (writer->text, "\\%c", letters[found - characters]);
  else if (character < 0x20)
    g_string_append_printf (writer->text, "\\u%04x", character);
  else
    g_string_append_c (writer->text, (char) character);
}

static void
write_string (Writer     *writer,
              const char *string)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (string, -1, NULL))
    string = valid = g_utf8_make_valid (string, -1);

  g_string_append_c (writer->text, '"');
  for (const char *p = string; *p != '\0'; p++)
    write_character (writer, (guchar) *p);
  g_string_append_c (writer->text, '"');
}

/* Takes what says nothing out of an exponent: 1e-08 and 1e+300 become 1e-8 and 1e300. */
static void
append_exponent (GString    *text,
                 const char *number)
{
  gsize mantissa = strcspn (number, "e");
  const char *exponent = number + mantissa;

  g_string_append_len (text, number, mantissa);
  if (*exponent == '\0')
    return;
  g_string_append_c (text, *exponent++);
  if (*exponent == '-')
    g_string_append_c (text, '-');
  g_string_append (text, exponent + strspn (exponent, "+-0"));
}

/* Fifteen digits always survive the way into a double; only the tiniest numbers need fewer. */
static void
write_fraction (Writer *writer,
                double  value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  int digits = fabs (value) < DBL_MIN ? 1 : DBL_DIG;

  for (; digits <= DBL_DECIMAL_DIG; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  append_exponent (writer->text, buffer);
}

static void
write_double (Writer *writer,
              double  value)
{
  if (!isfinite (value))
    g_string_append (writer->text, "null");
  else if (value == trunc (value) && fabs (value) < 0x1p63)
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, (gint64) value);
  else
    write_fraction (writer, value);
}

static void
write_scalar (Writer   *writer,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING && json_node_get_string (node) != NULL)
    write_string (writer, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    write_double (writer, json_node_get_double (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (writer->text, json_node_get_boolean (node) ? "true" : "false");
  else
    g_string_append (writer->text, "null");
}

static void
write_array (Writer    *writer,
             JsonArray *array)
{
  guint length = json_array_get_length (array);

  g_string_append_c (writer->text, '[');
  writer->depth++;
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      write_break (writer);
      write_value (writer, json_array_get_element (array, i));
    }
  writer->depth--;
  if (length > 0)
    write_break (writer);
  g_string_append_c (writer->text, ']');
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (JsonObject *object,
            gboolean    sorted)
{
  GPtrArray *names = g_ptr_array_sized_new (json_object_get_size (object));
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  if (sorted)
    g_ptr_array_sort (names, compare_names);
  return names;
}

static void
write_object (Writer     *writer,
              JsonObject *object)
{
  g_autoptr (GPtrArray) names = list_names (object, writer->sorted);

  g_string_append_c (writer->text, '{');
  writer->depth++;
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      write_break (writer);
      write_string (writer, names->pdata[i]);
      g_string_append (writer->text, writer->pretty ? ": " : ":");
      write_value (writer, json_object_get_member (object, names->pdata[i]));
    }
  writer->depth--;
  if (names->len > 0)
    write_break (writer);
  g_string_append_c (writer->text, '}');
}

static void
write_value (Writer   *writer,
             JsonNode *node)
{
  if (yc_json_node_is_null (node) || writer->depth > MAX_DEPTH)
    {
      g_warn_if_fail (writer->depth <= MAX_DEPTH);
      g_string_append (writer->text, "null");
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (writer, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (writer, json_node_get_array (node));
  else
    write_scalar (writer, node);
}

static char *
write_text (JsonNode *node,
            gboolean  pretty,
            gboolean  sorted)
{
  Writer writer = { g_string_new (NULL), 0, pretty, sorted };

  write_value (&writer, node);
  if (pretty)
    g_string_append_c (writer.text, '\n');
  return g_string_free (writer.text, FALSE);
}

char *
yc_json_write (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return write_text (node, FALSE, FALSE);
}

char *
yc_json_write_pretty (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return write_text (node, TRUE, FALSE);
}

char *
yc_json_write_canonical (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return write_text (node, FALSE, TRUE);
}

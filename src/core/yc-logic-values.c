/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON values as JavaScript sees them: conversions and comparisons (ECMA-262, clause 7). */
#include "yc-logic-private.h"

#include "yc-json.h"

#include <math.h>
#include <string.h>

static gboolean
is_container (JsonNode *value)
{
  return yc_json_node_get_array (value) != NULL || yc_json_node_get_object (value) != NULL;
}

static gboolean
is_boolean (JsonNode *value)
{
  return value != NULL && json_node_get_value_type (value) == G_TYPE_BOOLEAN;
}

JsonNode *
yc_logic_boolean (gboolean value)
{
  return json_node_init_boolean (json_node_alloc (), value);
}

JsonNode *
yc_logic_null (void)
{
  return json_node_init_null (json_node_alloc ());
}

JsonNode *
yc_logic_number (double value)
{
  if (!isfinite (value))
    return yc_logic_null ();
  if (value == trunc (value) && fabs (value) <= 0x1p53)
    return json_node_init_int (json_node_alloc (), (gint64) value);
  return json_node_init_double (json_node_alloc (), value);
}

/* Reads the decimal number at the beginning of @text; @end is @text itself when there is none. */
static double
read_decimal (const char  *text,
              const char **end)
{
  g_autofree char *digits = g_strndup (text, strspn (text, "0123456789+-.eE"));
  char *stop;
  double value = g_ascii_strtod (digits, &stop);

  *end = text + (stop - digits);
  return *end > text ? value : NAN;
}

static double
string_to_number (const char *string)
{
  g_autofree char *text = g_strstrip (g_strdup (string));
  const char *end;
  double value = read_decimal (text, &end);

  if (*text == '\0')
    return 0;
  return *end == '\0' ? value : NAN;
}

/* Arrays and objects have no number here: JavaScript would go through their text. */
double
yc_logic_to_number (JsonNode *value)
{
  double number;

  if (yc_json_node_get_number (value, &number))
    return number;
  if (yc_json_node_is_null (value))
    return value != NULL ? 0 : NAN;
  if (is_boolean (value))
    return json_node_get_boolean (value) ? 1 : 0;
  if (yc_json_node_get_string (value) != NULL)
    return string_to_number (yc_json_node_get_string (value));
  return NAN;
}

double
yc_logic_parse_float (YcLogicRun *run,
                      JsonNode   *value)
{
  g_autofree char *text = NULL;
  const char *end;
  double number;

  if (yc_json_node_get_number (value, &number))
    return number;
  if (yc_json_node_is_null (value))
    return NAN;
  text = yc_logic_to_string (run, value);
  return text != NULL ? read_decimal (g_strchug (text), &end) : NAN;
}

static gboolean
append_text (YcLogicRun *run,
             GString    *text,
             JsonNode   *value)
{
  JsonArray *array = yc_json_node_get_array (value);
  const char *string = yc_json_node_get_string (value);
  g_autofree char *written = NULL;

  if (array != NULL)
    {
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          if (!append_text (run, text, json_array_get_element (array, i)))
            return FALSE;
        }
      return yc_logic_spend (run, 1);
    }
  if (yc_json_node_is_null (value))
    return TRUE;
  if (yc_json_node_get_object (value) != NULL)
    string = "[object Object]";
  else if (string == NULL)
    string = written = yc_json_write (value);
  g_string_append (text, string);
  return yc_logic_spend (run, 1 + strlen (string) / 16);
}

/* Null becomes the empty string, as when JavaScript joins an array. */
char *
yc_logic_to_string (YcLogicRun *run,
                    JsonNode   *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!append_text (run, text, value))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
yc_logic_strictly_equal (JsonNode *a,
                         JsonNode *b)
{
  if (is_container (a) || is_container (b))
    return a != NULL && b != NULL && JSON_NODE_TYPE (a) == JSON_NODE_TYPE (b) &&
           yc_json_node_get_array (a) == yc_json_node_get_array (b) &&
           yc_json_node_get_object (a) == yc_json_node_get_object (b);
  return yc_json_equal (a, b);
}

gboolean
yc_logic_loosely_equal (YcLogicRun *run,
                        JsonNode   *a,
                        JsonNode   *b)
{
  g_autoptr (JsonNode) text = NULL;

  if (yc_json_node_is_null (a) || yc_json_node_is_null (b) ||
      (is_container (a) && is_container (b)) ||
      (yc_json_node_get_string (a) && yc_json_node_get_string (b)))
    return yc_logic_strictly_equal (a, b);

  if (is_container (a) || is_container (b))
    {
      g_autofree char *string = yc_logic_to_string (run, is_container (a) ? a : b);

      text = yc_json_string_node (string);
      return yc_logic_loosely_equal (run, text, is_container (a) ? b : a);
    }
  return yc_logic_to_number (a) == yc_logic_to_number (b);
}

gboolean
yc_logic_truthy (JsonNode *value)
{
  JsonArray *array = yc_json_node_get_array (value);
  const char *string = yc_json_node_get_string (value);
  double number;

  if (yc_json_node_is_null (value))
    return FALSE;
  if (array != NULL)
    return json_array_get_length (array) > 0;
  if (string != NULL)
    return *string != '\0';
  if (yc_json_node_get_number (value, &number))
    return number != 0 && !isnan (number);
  return !is_boolean (value) || json_node_get_boolean (value);
}

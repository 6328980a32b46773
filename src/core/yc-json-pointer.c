/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON Pointers (RFC 6901): through trees, and from a tree back to its place in the text. */
#include "yc-json.h"

#include "yc-json-private.h"

#include <string.h>

/* Puts a step's ~1 and ~0 back into / and ~; NULL when another ~ stands in it. */
static char *
unescape_step (const char *step,
               gsize       length)
{
  g_autoptr (GString) name = g_string_sized_new (length);

  for (const char *p = step; p < step + length; p++)
    if (*p != '~')
      g_string_append_c (name, *p);
    else if (p + 1 < step + length && (p[1] == '0' || p[1] == '1'))
      g_string_append_c (name, *++p == '0' ? '~' : '/');
    else
      return NULL;
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Takes the next step off @pointer; NULL at its end or when it is malformed. */
static char *
next_step (const char **pointer)
{
  const char *step = *pointer;
  gsize length;

  if (*step != '/')
    return NULL;
  length = strcspn (++step, "/");
  *pointer = step + length;
  return unescape_step (step, length);
}

static gboolean
read_index (const char *step,
            guint      *index)
{
  guint64 value;

  if (step[0] == '0' && step[1] != '\0')
    return FALSE;
  if (!g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT - 1, &value, NULL))
    return FALSE;
  *index = (guint) value;
  return g_ascii_isdigit (step[0]);
}

static JsonNode *
get_child (JsonNode   *node,
           const char *step)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  guint index;

  if (object != NULL)
    return json_object_get_member (object, step);
  if (array != NULL && read_index (step, &index) && index < json_array_get_length (array))
    return json_array_get_element (array, index);
  return NULL;
}

static gboolean
set_member (JsonObject *object,
            const char *name,
            JsonNode   *value)
{
  if (value != NULL)
    json_object_set_member (object, name, json_node_ref (value));
  else if (json_object_has_member (object, name))
    json_object_remove_member (object, name);
  else
    return FALSE;
  return TRUE;
}

/* JsonArray cannot replace, and filling the old node anew frees twice in json-glib 1.6: so all from
 * @index on is taken out and put back.
 */
static void
replace_element (JsonArray *array,
                 guint      index,
                 JsonNode  *value)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = index + 1; i < json_array_get_length (array); i++)
    g_ptr_array_add (rest, json_node_ref (json_array_get_element (array, i)));
  for (guint i = json_array_get_length (array); i > index; i--)
    json_array_remove_element (array, i - 1);

  json_array_add_element (array, json_node_ref (value));
  for (guint i = 0; i < rest->len; i++)
    json_array_add_element (array, json_node_ref (rest->pdata[i]));
}

static gboolean
set_element (JsonArray  *array,
             const char *step,
             JsonNode   *value)
{
  guint length = json_array_get_length (array);
  guint index = length;

  if (strcmp (step, "-") != 0 && !read_index (step, &index))
    return FALSE;
  if (index > length || (value == NULL && index == length))
    return FALSE;

  if (value == NULL)
    json_array_remove_element (array, index);
  else if (index == length)
    json_array_add_element (array, json_node_ref (value));
  else
    replace_element (array, index, value);
  return TRUE;
}

static gboolean
set_child (JsonNode   *node,
           const char *step,
           JsonNode   *value)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return set_member (json_node_get_object (node), step, value);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return set_element (json_node_get_array (node), step, value);
  return FALSE;
}

/* Null gives way to an object. */
static JsonNode *
get_or_make_child (JsonNode   *node,
                   const char *step,
                   gboolean    make)
{
  JsonNode *child = get_child (node, step);

  if (!make || !yc_json_node_is_null (child) || (child == NULL && !JSON_NODE_HOLDS_OBJECT (node)))
    return child;
  child = yc_json_object_node (json_object_new ());
  set_child (node, step, child);
  json_node_unref (child);
  return child;
}

JsonNode *
yc_json_pointer_get (JsonNode   *root,
                     const char *pointer)
{
  JsonNode *node = root;

  g_return_val_if_fail (pointer != NULL, NULL);

  while (node != NULL && *pointer != '\0')
    {
      g_autofree char *step = next_step (&pointer);

      node = step != NULL ? get_child (node, step) : NULL;
    }
  return node;
}

gboolean
yc_json_pointer_set (JsonNode   *root,
                     const char *pointer,
                     JsonNode   *value)
{
  g_autoptr (JsonNode) owned = value;
  JsonNode *node = root;

  g_return_val_if_fail (root != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  while (node != NULL)
    {
      g_autofree char *step = next_step (&pointer);

      if (step == NULL)
        return FALSE;
      if (*pointer == '\0')
        return set_child (node, step, owned);
      node = get_or_make_child (node, step, owned != NULL);
    }
  return FALSE;
}

char *
yc_json_pointer_append (const char *pointer,
                        const char *name)
{
  GString *longer;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  longer = g_string_new (pointer);
  g_string_append_c (longer, '/');
  for (const char *p = name; *p != '\0'; p++)
    if (*p == '~' || *p == '/')
      g_string_append (longer, *p == '~' ? "~0" : "~1");
    else
      g_string_append_c (longer, *p);
  return g_string_free (longer, FALSE);
}

static const char *
skip_space (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p != '\0' ? p + 1 : p;
}

/* Skips one value without recursion: a text that is not valid gives some place, never a crash. */
static const char *
skip_value (const char *p)
{
  guint depth = 0;

  do
    {
      p = skip_space (p);
      if (*p == '"')
        p = skip_string (p);
      else if (*p == '{' || *p == '[')
        p++, depth++;
      else if (*p == '}' || *p == ']')
        p++, depth--;
      else if (*p == ',' || *p == ':')
        p++;
      else
        p += strcspn (p, ",:{}[]\" \t\r\n");
    }
  while (depth > 0 && *p != '\0');
  return p;
}

static gboolean
name_is (const char *string,
         const char *end,
         const char *name)
{
  g_autoptr (JsonNode) node = yc_json_parse (string, end - string, NULL, NULL);

  return g_strcmp0 (yc_json_node_get_string (node), name) == 0;
}

static const char *
find_member (const char *p,
             const char *name)
{
  for (p = skip_space (p + 1); *p == '"'; p = skip_space (p + (*p == ',')))
    {
      const char *end = skip_string (p);
      const char *value = skip_space (end);

      value = skip_space (value + (*value == ':'));
      if (name_is (p, end, name))
        return value;
      p = skip_space (skip_value (value));
    }
  return NULL;
}

static const char *
find_element (const char *p,
              const char *step)
{
  guint index;

  if (!read_index (step, &index))
    return NULL;
  p = skip_space (p + 1);
  while (index-- > 0)
    {
      p = *p != ']' ? skip_space (skip_value (p)) : p;
      if (*p != ',')
        return NULL;
      p = skip_space (p + 1);
    }
  return *p != ']' && *p != '\0' ? p : NULL;
}

static const char *
find_pointer (const char *text,
              const char *pointer)
{
  const char *p = skip_space (text);

  while (p != NULL && *pointer != '\0')
    {
      g_autofree char *step = next_step (&pointer);

      if (step == NULL || (*p != '{' && *p != '['))
        return NULL;
      p = *p == '{' ? find_member (p, step) : find_element (p, step);
    }
  return p != NULL && *p != '\0' ? p : NULL;
}

void
yc_json_find_place (const char *text,
                    const char *at,
                    guint      *line,
                    guint      *column)
{
  const char *line_start = text;

  *line = 1;
  for (const char *p = text; p < at; p++)
    if (*p == '\n')
      {
        *line += 1;
        line_start = p + 1;
      }

  *column = 1;
  for (const char *p = line_start; p < at; p++)
    if (((guchar) *p & 0xc0) != 0x80)
      *column += 1;
}

gboolean
yc_json_locate (const char *text,
                const char *pointer,
                guint      *line,
                guint      *column)
{
  const char *place;
  guint line_of, column_of;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  place = find_pointer (text, pointer);
  if (place == NULL)
    return FALSE;

  yc_json_find_place (text, place, &line_of, &column_of);
  if (line != NULL)
    *line = line_of;
  if (column != NULL)
    *column = column_of;
  return TRUE;
}

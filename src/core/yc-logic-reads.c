/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a JsonLogic rule looks at, found without working it out. */
#include "yc-logic-reads.h"

#include "yc-json.h"

#include <math.h>

/* As deep as rules may be, and once more. */
#define MAX_DEPTH 256

/* Where "var" begins: at the data, or at every row that a loop goes through. */
typedef struct
{
  YcLogicBase base;
  guint       levels;
  char       *prefix;
  gboolean    in_loop;
  gboolean    reducing;
} Place;

typedef struct
{
  YcLogicReadFunc func;
  gpointer        user_data;
  guint           depth;
} Walk;

static void walk (Walk        *self,
                  JsonNode    *rule,
                  const Place *place,
                  gboolean     needed);

static JsonNode *
get_argument (JsonNode *arguments,
              guint     index)
{
  JsonArray *array = yc_json_node_get_array (arguments);

  if (array == NULL)
    return index == 0 ? arguments : NULL;
  return index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
}

static guint
count_arguments (JsonNode *arguments)
{
  JsonArray *array = yc_json_node_get_array (arguments);

  return array == NULL ? 1 : json_array_get_length (array);
}

static char *
join (const char *prefix,
      const char *path)
{
  if (*prefix == '\0' || *path == '\0')
    return g_strdup (*prefix == '\0' ? path : prefix);
  return g_strconcat (prefix, ".", path, NULL);
}

/* The path that is written down; NULL when it is worked out. */
static char *
dup_written_path (JsonNode *argument)
{
  double number;

  if (argument == NULL || yc_json_node_is_null (argument))
    return g_strdup ("");
  if (yc_json_node_get_string (argument) != NULL)
    return g_strdup (yc_json_node_get_string (argument));
  if (yc_json_node_get_number (argument, &number) && number == trunc (number))
    return g_strdup_printf ("%.0f", number);
  return NULL;
}

static guint
get_levels (JsonNode *arguments)
{
  double levels;

  if (!yc_json_node_get_number (get_argument (arguments, 2), &levels) || !(levels >= 1))
    return 1;
  return (guint) MIN (levels, MAX_DEPTH);
}

static void
tell (Walk        *self,
      const Place *place,
      const char  *path,
      gboolean     length,
      gboolean     needed)
{
  YcLogicRead read = { place->base, place->levels, path, length, needed && !place->in_loop };

  self->func (&read, self->user_data);
}

/* In the body of "reduce", "current" is the row and "accumulator" is nobody's. */
static char *
resolve (const Place *place,
         const char  *path)
{
  if (!place->reducing || *path == '\0')
    return join (place->prefix, path);
  if (g_str_equal (path, "current"))
    return g_strdup (place->prefix);
  return g_str_has_prefix (path, "current.") ? join (place->prefix, path + 8) : NULL;
}

static gboolean
is_lookup (const char *name)
{
  return g_str_equal (name, "var") || g_str_equal (name, "form") || g_str_equal (name, "outer");
}

/* Where the lookup begins; its prefix belongs to @place. */
static Place
begin_lookup (const char  *name,
              JsonNode    *arguments,
              const Place *place)
{
  if (g_str_equal (name, "var"))
    return *place;
  if (g_str_equal (name, "form"))
    return (Place) { YC_LOGIC_BASE_FORM, 0, (char *) "", place->in_loop, FALSE };
  return (Place) { YC_LOGIC_BASE_OUTER, get_levels (arguments), (char *) "", place->in_loop, FALSE };
}

static void
walk_lookup (Walk        *self,
             const char  *name,
             JsonNode    *arguments,
             const Place *place,
             gboolean     needed)
{
  Place from = begin_lookup (name, arguments, place);
  g_autofree char *path = dup_written_path (get_argument (arguments, 0));
  JsonNode *fallback = get_argument (arguments, 1);
  g_autofree char *full = NULL;

  if (fallback != NULL)
    walk (self, fallback, place, FALSE);
  if (path == NULL)
    walk (self, get_argument (arguments, 0), place, needed);
  if (from.prefix == NULL)
    return;
  if (path == NULL)
    {
      tell (self, &from, NULL, FALSE, FALSE);
      return;
    }
  full = resolve (&from, path);
  if (full != NULL)
    tell (self, &from, full, FALSE, needed && fallback == NULL);
}

static void
walk_missing (Walk        *self,
              JsonNode    *names,
              const Place *place)
{
  JsonArray *array;

  if (yc_json_node_get_array (get_argument (names, 0)) != NULL)
    names = get_argument (names, 0);
  array = yc_json_node_get_array (names);
  if (place->prefix == NULL)
    return;
  for (guint i = 0; i < (array != NULL ? json_array_get_length (array) : 1); i++)
    {
      JsonNode *name = array != NULL ? json_array_get_element (array, i) : names;
      g_autofree char *path = dup_written_path (name);
      g_autofree char *full = path != NULL ? resolve (place, path) : NULL;

      if (path == NULL)
        walk (self, name, place, FALSE);
      if (path == NULL || full != NULL)
        tell (self, place, full, FALSE, FALSE);
    }
}

/* What the rows of a loop are, if they can be told: a lookup, filtered or not. */
static gboolean
find_rows (JsonNode    *rule,
           const Place *place,
           Place       *rows)
{
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);
  g_autofree char *path = NULL;

  if (arguments == NULL)
    return FALSE;
  if (g_str_equal (name, "filter"))
    return find_rows (get_argument (arguments, 0), place, rows);
  path = is_lookup (name) ? dup_written_path (get_argument (arguments, 0)) : NULL;
  if (path == NULL || *path == '\0')
    return FALSE;
  *rows = begin_lookup (name, arguments, place);
  rows->prefix = rows->prefix != NULL ? resolve (rows, path) : NULL;
  rows->in_loop = TRUE;
  rows->reducing = FALSE;
  return rows->prefix != NULL;
}

/* The rows themselves: how many there are, and what decides which of them count. */
static void
walk_rows (Walk        *self,
           JsonNode    *rule,
           const Place *place,
           const Place *each)
{
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);
  gboolean filters = g_str_equal (name, "filter");
  JsonNode *second = get_argument (arguments, 1);

  if (filters)
    walk_rows (self, get_argument (arguments, 0), place, each);
  if (second != NULL)
    walk (self, second, filters ? each : place, FALSE);
}

static void
walk_loop (Walk        *self,
           const char  *name,
           JsonNode    *arguments,
           const Place *place)
{
  JsonNode *first = get_argument (arguments, 0);
  JsonNode *body = get_argument (arguments, 1);
  Place rows = { 0 };
  Place each = { YC_LOGIC_BASE_DATA, 0, NULL, TRUE, FALSE };
  gboolean known = first != NULL && find_rows (first, place, &rows);
  gboolean counts = g_str_equal (name, "count");
  gboolean whole = body == NULL && !counts;

  if (known)
    {
      each = rows;
      each.prefix = g_strconcat (rows.prefix, ".*", NULL);
      walk_rows (self, first, place, &each);
      tell (self, &rows, rows.prefix, TRUE, FALSE);
      each.reducing = g_str_equal (name, "reduce");
    }
  else if (first != NULL)
    walk (self, first, place, FALSE);
  if (known && (whole || g_str_equal (name, "filter")))
    tell (self, &each, each.prefix, FALSE, FALSE);
  if (body != NULL)
    walk (self, body, &each, FALSE);
  for (guint i = 2; i < count_arguments (arguments); i++)
    walk (self, get_argument (arguments, i), place, FALSE);
  g_free (each.prefix);
  g_free (rows.prefix);
}

static gboolean
is_loop (const char *name)
{
  static const char *const loops[] = { "all",  "filter", "map",    "none",   "reduce",
                                       "some", "sum",    "count",  "min_of", "max_of",
                                       NULL };

  return g_strv_contains (loops, name);
}

/* These ask whether something is there, or go on without it. */
static gboolean
asks_for_presence (const char *name)
{
  static const char *const asking[] = { "if", "?:", "or", "!", "!!", "not", "booleanCasting",
                                        "==", "!=", "===", "!==", NULL };

  return g_strv_contains (asking, name);
}

static void
walk_operation (Walk        *self,
                const char  *name,
                JsonNode    *arguments,
                const Place *place,
                gboolean     needed)
{
  if (is_lookup (name))
    walk_lookup (self, name, arguments, place, needed);
  else if (g_str_equal (name, "missing"))
    walk_missing (self, arguments, place);
  else if (g_str_equal (name, "missing_some"))
    walk_missing (self, get_argument (arguments, 1), place);
  else if (is_loop (name))
    walk_loop (self, name, arguments, place);
  else
    for (guint i = 0; i < count_arguments (arguments); i++)
      walk (self, get_argument (arguments, i), place, needed && !asks_for_presence (name));
}

static void
walk (Walk        *self,
      JsonNode    *rule,
      const Place *place,
      gboolean     needed)
{
  JsonArray *array = yc_json_node_get_array (rule);
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);

  if (self->depth == MAX_DEPTH)
    return;
  self->depth++;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    walk (self, json_array_get_element (array, i), place, needed);
  if (arguments != NULL)
    walk_operation (self, name, arguments, place, needed);
  self->depth--;
}

JsonNode *
yc_logic_get_operation (JsonNode    *rule,
                        const char **name)
{
  JsonObject *object = rule != NULL ? yc_json_node_get_object (rule) : NULL;
  JsonObjectIter iter;
  JsonNode *arguments = NULL;

  if (object == NULL || json_object_get_size (object) != 1)
    return NULL;
  json_object_iter_init (&iter, object);
  json_object_iter_next (&iter, name, &arguments);
  return arguments;
}

void
yc_logic_each_read (JsonNode        *rule,
                    YcLogicReadFunc  func,
                    gpointer         user_data)
{
  Walk self = { func, user_data, 0 };
  Place data = { YC_LOGIC_BASE_DATA, 0, (char *) "", FALSE, FALSE };

  g_return_if_fail (func != NULL);

  if (rule != NULL)
    walk (&self, rule, &data, TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The computed fields of a form: `x-calculate` with JsonLogic over the whole data. Each runs only
 * when something it looks at has changed, after those that it depends on.
 */
#include "yc-form-calculation-private.h"

#include <math.h>
#include <string.h>

#include "yc-form-spec-private.h"
#include "yc-forms-error.h"
#include "yc-json.h"
#include "yc-logic.h"

/* How deep objects in objects are looked through for computed fields. */
#define MAX_DEPTH 16

typedef struct
{
  char      *pointer;
  JsonNode  *rule;
  GPtrArray *inputs;        /* pointers; NULL if the rule looks at places that only data can tell */
  gboolean   integer;
  enum
  {
    UNSEEN,
    OPEN,
    DONE
  } state;
} Calculation;

struct _YcFormCalculations
{
  GPtrArray *list;          /* in the order to run them */
};

static void
calculation_free (gpointer data)
{
  Calculation *self = data;

  g_free (self->pointer);
  json_node_unref (self->rule);
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_free (self);
}

/* "a.b" → "/a/b" */
static char *
path_to_pointer (const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  g_autofree char *joined = g_strjoinv ("/", steps);

  return g_strconcat ("/", joined, NULL);
}

static void
set_unknown (Calculation *self)
{
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
}

/* Inside `map`, `reduce` and their like, `var` looks at the item and not at the data. */
static gboolean
is_loop (const char *name)
{
  static const char *const loops[] = { "all", "filter", "map", "none", "reduce", "some", NULL };

  return g_strv_contains (loops, name);
}

static void collect (Calculation *self,
                     JsonNode    *rule,
                     gboolean     in_item);

static void
collect_var (Calculation *self,
             JsonNode    *arguments,
             gboolean     in_item)
{
  JsonArray *array = yc_json_node_get_array (arguments);
  JsonNode *path = arguments;
  const char *text;

  if (array != NULL && json_array_get_length (array) > 0)
    path = json_array_get_element (array, 0);
  for (guint i = 1; array != NULL && i < json_array_get_length (array); i++)
    collect (self, json_array_get_element (array, i), in_item);
  if (in_item)
    return;
  text = yc_json_node_get_string (path);
  if (text == NULL || *text == '\0')
    set_unknown (self);
  else if (self->inputs != NULL)
    g_ptr_array_add (self->inputs, path_to_pointer (text));
}

static void
collect_operation (Calculation *self,
                   const char  *name,
                   JsonNode    *arguments,
                   gboolean     in_item)
{
  JsonArray *array = yc_json_node_get_array (arguments);

  if (g_str_equal (name, "var"))
    collect_var (self, arguments, in_item);
  else if (g_str_has_prefix (name, "missing"))
    set_unknown (self);
  else if (array == NULL)
    collect (self, arguments, in_item);
  else
    for (guint i = 0; i < json_array_get_length (array); i++)
      collect (self, json_array_get_element (array, i), in_item || (i == 1 && is_loop (name)));
}

static void
collect (Calculation *self,
         JsonNode    *rule,
         gboolean     in_item)
{
  JsonObject *object = yc_json_node_get_object (rule);
  JsonArray *array = yc_json_node_get_array (rule);
  JsonObjectIter iter;
  const char *name;
  JsonNode *arguments;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    collect (self, json_array_get_element (array, i), in_item);
  if (object == NULL)
    return;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &arguments))
    collect_operation (self, name, arguments, in_item);
}

static gboolean
add_calculation (GPtrArray   *all,
                 const char  *pointer,
                 JsonObject  *schema,
                 JsonNode    *rule,
                 GError     **error)
{
  Calculation *self;

  if (!yc_logic_check (rule, error))
    {
      g_prefix_error (error, "The calculation of %s: ", pointer);
      return FALSE;
    }
  self = g_new0 (Calculation, 1);
  self->pointer = g_strdup (pointer);
  self->rule = json_node_ref (rule);
  self->inputs = g_ptr_array_new_with_free_func (g_free);
  self->integer = yc_form_schema_has_type (schema, "integer");
  collect (self, rule, FALSE);
  g_ptr_array_add (all, self);
  return TRUE;
}

/* Looks through objects in objects; rows have no computed fields. */
static gboolean
find_calculations (GPtrArray   *all,
                   JsonNode    *root,
                   JsonNode    *schema,
                   const char  *pointer,
                   guint        depth,
                   GError     **error)
{
  JsonObject *object = yc_json_node_get_object (yc_form_schema_resolve (root, schema));
  JsonObject *members = yc_json_get_object (object, "properties");
  JsonNode *rule = yc_json_get_member (object, "x-calculate");
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (rule != NULL && !add_calculation (all, pointer, object, rule, error))
    return FALSE;
  if (members == NULL || depth == 0)
    return TRUE;
  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      if (!find_calculations (all, root, member, below, depth - 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether one of the places is inside the other or both are the same. */
static gboolean
overlap (const char *a,
         const char *b)
{
  gsize i = 0;

  while (a[i] != '\0' && a[i] == b[i])
    i++;
  return (a[i] == '\0' && (b[i] == '\0' || b[i] == '/')) || (b[i] == '\0' && a[i] == '/');
}

static gboolean
looks_at (const Calculation *self,
          const char        *pointer)
{
  if (self->inputs == NULL)
    return TRUE;
  for (guint i = 0; i < self->inputs->len; i++)
    {
      if (overlap (g_ptr_array_index (self->inputs, i), pointer))
        return TRUE;
    }
  return FALSE;
}

/* Depth first: what a calculation looks at comes before it. One whose inputs only data can tell
 * comes after all others that it does not itself feed. */
static gboolean
visit (YcFormCalculations  *self,
       GPtrArray           *all,
       Calculation         *calculation,
       GError             **error)
{
  if (calculation->state == OPEN)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_CYCLE,
                   "The calculation of %s depends on itself", calculation->pointer);
      return FALSE;
    }
  if (calculation->state == DONE)
    return TRUE;
  calculation->state = OPEN;
  for (guint i = 0; i < all->len; i++)
    {
      Calculation *other = g_ptr_array_index (all, i);
      gboolean needs = calculation->inputs == NULL
                           ? other != calculation && other->inputs != NULL
                           : looks_at (calculation, other->pointer);

      if (needs && !visit (self, all, other, error))
        return FALSE;
    }
  calculation->state = DONE;
  g_ptr_array_add (self->list, calculation);
  return TRUE;
}

/* Finds the computed fields of @schema and puts them in order. YC_FORMS_ERROR_CYCLE if there is
 * none, or an error of core if a rule is no JsonLogic. */
YcFormCalculations *
yc_form_calculations_new (JsonNode  *schema,
                          GError   **error)
{
  g_autoptr (YcFormCalculations) self = g_new0 (YcFormCalculations, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (calculation_free);

  self->list = g_ptr_array_new_with_free_func (calculation_free);
  if (!find_calculations (all, schema, schema, "", MAX_DEPTH, error))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      if (!visit (self, all, g_ptr_array_index (all, i), error))
        {
          g_ptr_array_set_free_func (self->list, NULL);
          return NULL;
        }
    }
  g_ptr_array_set_free_func (all, NULL);
  return g_steal_pointer (&self);
}

void
yc_form_calculations_free (YcFormCalculations *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

/* A sum of whole numbers is whole, and nothing to show is no value. */
static JsonNode *
tidy_result (const Calculation *self,
             JsonNode          *result)
{
  double number;

  if (yc_json_node_is_null (result))
    {
      json_node_unref (result);
      return NULL;
    }
  if (self->integer && yc_json_node_get_number (result, &number) && floor (number) == number &&
      fabs (number) < 9e15)
    {
      json_node_unref (result);
      return json_node_init_int (json_node_alloc (), (gint64) number);
    }
  return result;
}

static gboolean
run_one (const Calculation *self,
         JsonNode          *data,
         YcFormCalculated   calculated,
         gpointer           user_data)
{
  JsonNode *before = yc_json_pointer_get (data, self->pointer);
  JsonNode *result = yc_logic_apply (self->rule, data, NULL);

  if (result != NULL)
    result = tidy_result (self, result);
  if ((before == NULL) == (result == NULL) && yc_json_equal (before, result))
    {
      g_clear_pointer (&result, json_node_unref);
      return FALSE;
    }
  yc_json_pointer_set (data, self->pointer, result);
  calculated (self->pointer, yc_json_pointer_get (data, self->pointer), user_data);
  return TRUE;
}

/* Works out what @changed, a pointer, or everything if it is NULL, may have changed in @data. A
 * calculation that fails has no value. */
void
yc_form_calculations_run (YcFormCalculations *self,
                          JsonNode           *data,
                          const char         *changed,
                          YcFormCalculated    calculated,
                          gpointer            user_data)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  if (changed != NULL)
    g_ptr_array_add (moved, (gpointer) changed);
  for (guint i = 0; i < self->list->len; i++)
    {
      Calculation *calculation = g_ptr_array_index (self->list, i);
      gboolean due = changed == NULL;

      for (guint k = 0; !due && k < moved->len; k++)
        due = looks_at (calculation, g_ptr_array_index (moved, k));
      if (due && run_one (calculation, data, calculated, user_data))
        g_ptr_array_add (moved, calculation->pointer);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every place that a form's schema speaks of. */
#include "yc-form-survey-private.h"

#include "yc-form-spec-private.h"
#include "yc-json.h"

/* How deep objects in objects are looked through, and how many places at all: references can make a
 * short schema speak of more places than there are atoms. */
#define MAX_DEPTH 16
#define MAX_PLACES 20000
#define MAX_REFERENCES 16

typedef struct
{
  JsonNode        *root;
  YcFormPlaceFunc  func;
  gpointer         user_data;
  YcFormPath      *path;
  GArray          *guards;      /* YcFormGuard, of where we are */
  guint            n_places;
  guint            depth;
} Survey;

static void look (Survey     *survey,
                  JsonNode   *schema,
                  const char *pointer);

/* Follows `$ref`; @pointer becomes where that leads to. */
static JsonNode *
follow (JsonNode  *root,
        JsonNode  *schema,
        char     **pointer)
{
  for (guint i = 0; schema != NULL && i < MAX_REFERENCES; i++)
    {
      const char *reference = yc_json_get_string (yc_json_node_get_object (schema), "$ref", NULL);

      if (reference == NULL || *reference != '#')
        return reference == NULL ? schema : NULL;
      g_free (*pointer);
      *pointer = g_strdup (reference + 1);
      schema = yc_json_pointer_get (root, *pointer);
    }
  return NULL;
}

static void
look_at_members (Survey     *survey,
                 JsonObject *schema,
                 const char *pointer)
{
  JsonObject *members = yc_json_get_object (schema, "properties");
  g_autofree char *around = g_strconcat (pointer, "/properties", NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (members == NULL)
    return;
  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (around, name);

      yc_form_path_add (survey->path, name);
      look (survey, member, below);
      g_ptr_array_set_size (survey->path, (int) survey->path->len - 1);
    }
}

static void
look_at_rows (Survey     *survey,
              JsonObject *schema,
              const char *pointer)
{
  JsonNode *items = yc_json_get_member (schema, "items");
  g_autofree char *below = g_strconcat (pointer, "/items", NULL);

  if (yc_json_node_get_object (items) == NULL)
    return;
  yc_form_path_add (survey->path, NULL);
  look (survey, items, below);
  g_ptr_array_set_size (survey->path, (int) survey->path->len - 1);
}

/* What applies only under a guard. */
static void
look_behind (Survey     *survey,
             JsonNode   *holder,
             const char *keyword,
             JsonNode   *part,
             JsonNode   *schema,
             const char *pointer)
{
  const YcFormGuard guard = { survey->path->len, holder, keyword, part };

  g_array_append_val (survey->guards, guard);
  look (survey, schema, pointer);
  g_array_set_size (survey->guards, survey->guards->len - 1);
}

static void
look_at_parts (Survey     *survey,
               JsonNode   *holder,
               const char *keyword,
               const char *pointer)
{
  JsonArray *parts = yc_json_get_array (json_node_get_object (holder), keyword);

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      JsonNode *part = json_array_get_element (parts, i);
      g_autofree char *below = g_strdup_printf ("%s/%s/%u", pointer, keyword, i);

      if (g_str_equal (keyword, "allOf"))
        look (survey, part, below);
      else
        look_behind (survey, holder, keyword, part, part, below);
    }
}

/* Without `if` it says nothing. */
static void
look_at_branch (Survey     *survey,
                JsonNode   *holder,
                const char *keyword,
                const char *pointer)
{
  JsonObject *schema = json_node_get_object (holder);
  JsonNode *condition = json_object_get_member (schema, "if");
  g_autofree char *below = yc_json_pointer_append (pointer, keyword);

  if (condition != NULL && yc_json_get_object (schema, keyword) != NULL)
    look_behind (survey, holder, keyword, condition, json_object_get_member (schema, keyword),
                 below);
}

static void
look (Survey     *survey,
      JsonNode   *schema,
      const char *pointer)
{
  g_autofree char *here = g_strdup (pointer);
  JsonNode *holder = follow (survey->root, schema, &here);
  JsonObject *object = yc_json_node_get_object (holder);
  YcFormPlace place = { survey->path, here, object, survey->guards };

  if (object == NULL || survey->depth == MAX_DEPTH || survey->n_places == MAX_PLACES)
    return;
  survey->depth++;
  survey->n_places++;
  survey->func (&place, survey->user_data);
  look_at_members (survey, object, here);
  look_at_rows (survey, object, here);
  look_at_parts (survey, holder, "allOf", here);
  look_at_parts (survey, holder, "oneOf", here);
  look_at_parts (survey, holder, "anyOf", here);
  look_at_branch (survey, holder, "then", here);
  look_at_branch (survey, holder, "else", here);
  survey->depth--;
}

/* Calls @func for @schema and all that is inside of it, in its order; within reason. */
void
yc_form_survey (JsonNode        *schema,
                YcFormPlaceFunc  func,
                gpointer         user_data)
{
  g_autoptr (GPtrArray) path = yc_form_path_new ();
  g_autoptr (GArray) guards = yc_form_guards_new ();
  Survey survey = { schema, func, user_data, path, guards, 0, 0 };

  look (&survey, schema, "");
}

/* Whether a place is known */

static gboolean knows (JsonNode         *root,
                       JsonNode         *schema,
                       const YcFormPath *path,
                       guint             index,
                       guint            *work);

static gboolean
parts_know (JsonNode         *root,
            JsonObject       *schema,
            const YcFormPath *path,
            guint             index,
            guint            *work)
{
  static const char *const lists[] = { "allOf", "oneOf", "anyOf" };
  static const char *const branches[] = { "then", "else" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonArray *parts = yc_json_get_array (schema, lists[i]);

      for (guint k = 0; parts != NULL && k < json_array_get_length (parts); k++)
        if (yc_json_node_get_object (json_array_get_element (parts, k)) != NULL &&
            knows (root, json_array_get_element (parts, k), path, index, work))
          return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    if (yc_json_get_object (schema, branches[i]) != NULL &&
        knows (root, json_object_get_member (schema, branches[i]), path, index, work))
      return TRUE;
  return FALSE;
}

/* A schema that lists no members may have any. */
static gboolean
is_open (JsonObject *schema,
         const char *step)
{
  if (step == NULL || g_ascii_isdigit (*step))
    return yc_json_get_member (schema, "items") == NULL &&
           yc_json_get_member (schema, "properties") == NULL &&
           (yc_form_schema_has_type (schema, "array") ||
            yc_json_get_member (schema, "type") == NULL) &&
           yc_json_get_member (schema, "allOf") == NULL;
  return yc_form_schema_has_type (schema, "object") &&
         yc_json_get_member (schema, "properties") == NULL &&
         yc_json_get_member (schema, "oneOf") == NULL &&
         yc_json_get_member (schema, "anyOf") == NULL &&
         yc_json_get_member (schema, "allOf") == NULL;
}

static gboolean
knows (JsonNode         *root,
       JsonNode         *schema,
       const YcFormPath *path,
       guint             index,
       guint            *work)
{
  g_autofree char *pointer = NULL;
  JsonObject *object = yc_json_node_get_object (follow (root, schema, &pointer));
  JsonObject *members = yc_json_get_object (object, "properties");
  JsonNode *below = NULL;
  const char *step;

  if (object == NULL || index == path->len || *work == 0)
    return TRUE;
  (*work)--;
  step = yc_form_path_get (path, index);
  if (step != NULL && members != NULL)
    below = json_object_get_member (members, step);
  if (below == NULL && (step == NULL || g_ascii_isdigit (*step)))
    below = yc_json_get_member (object, "items");
  if (below != NULL && knows (root, below, path, index + 1, work))
    return TRUE;
  return (below == NULL && is_open (object, step)) || parts_know (root, object, path, index, work);
}

/* Whether a form with @schema can have something at @path; when in doubt it can. */
gboolean
yc_form_schema_knows (JsonNode         *schema,
                      const YcFormPath *path)
{
  guint work = MAX_PLACES;

  return knows (schema, schema, path, 0, &work);
}

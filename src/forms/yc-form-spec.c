/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema and a control say about one field: its kind, its words, its choices. */
#include "yc-form-spec-private.h"

#include <string.h>

#include "yc-forms-error.h"
#include "yc-json.h"

/* References that follow each other; more is a circle. */
#define MAX_REFERENCES 32

/* What a control may say of a text whose schema says no format. */
static const char *const LOOKS[] = { "date", "time", "date-time", NULL };

static void
spec_clear (gpointer data)
{
  YcFormSpec *self = data;

  g_free (self->scope);
  g_free (self->name);
  g_free (self->format);
  g_free (self->title);
  g_free (self->help);
  g_free (self->placeholder);
  g_free (self->unit);
  g_free (self->source);
  yc_attachment_rules_clear (&self->files);
  yc_form_facts_clear (&self->facts);
  g_clear_pointer (&self->calculate, json_node_unref);
  g_clear_pointer (&self->initial, json_node_unref);
  g_clear_pointer (&self->choice_titles, g_ptr_array_unref);
  g_clear_pointer (&self->choice_values, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
}

YcFormSpec *
yc_form_spec_ref (YcFormSpec *self)
{
  return g_rc_box_acquire (self);
}

void
yc_form_spec_unref (YcFormSpec *self)
{
  g_rc_box_release_full (self, spec_clear);
}

/* Follows `$ref` inside the document. NULL if it leads nowhere or in a circle. */
JsonNode *
yc_form_schema_resolve (JsonNode *root,
                        JsonNode *schema)
{
  for (guint i = 0; schema != NULL && i < MAX_REFERENCES; i++)
    {
      const char *reference =
          yc_json_get_string (yc_json_node_get_object (schema), "$ref", NULL);

      if (reference == NULL)
        return schema;
      schema = *reference == '#' ? yc_json_pointer_get (root, reference + 1) : NULL;
    }
  return NULL;
}

static JsonNode *
find_property (JsonNode   *root,
               JsonNode   *schema,
               const char *name,
               guint       depth)
{
  JsonObject *object = yc_json_node_get_object (yc_form_schema_resolve (root, schema));
  JsonObject *properties = yc_json_get_object (object, "properties");
  JsonArray *parts = yc_json_get_array (object, "allOf");

  if (properties != NULL && json_object_has_member (properties, name))
    return yc_form_schema_resolve (root, json_object_get_member (properties, name));
  for (guint i = 0; parts != NULL && depth > 0 && i < json_array_get_length (parts); i++)
    {
      JsonNode *found = find_property (root, json_array_get_element (parts, i), name, depth - 1);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The schema of a property, looked for in `allOf` as well. */
JsonNode *
yc_form_schema_property (JsonNode   *root,
                         JsonNode   *schema,
                         const char *name)
{
  return find_property (root, schema, name, MAX_REFERENCES);
}

static char *
decode_step (const char *step)
{
  g_autoptr (GString) text = g_string_new (step);

  g_string_replace (text, "~1", "/", 0);
  g_string_replace (text, "~0", "~", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The schema that @scope ("#/properties/a/properties/b") names, and the object schema around it. */
JsonNode *
yc_form_schema_at (JsonNode    *root,
                   const char  *scope,
                   JsonNode   **parent)
{
  g_auto (GStrv) steps = g_strsplit (scope, "/", -1);
  JsonNode *schema = root;

  *parent = NULL;
  if (g_strcmp0 (steps[0], "#") != 0)
    return NULL;
  for (guint i = 1; steps[i] != NULL; i += 2)
    {
      g_autofree char *name = NULL;

      if (!g_str_equal (steps[i], "properties") || steps[i + 1] == NULL)
        return NULL;
      name = decode_step (steps[i + 1]);
      *parent = schema;
      schema = yc_form_schema_property (root, schema, name);
      if (schema == NULL)
        return NULL;
    }
  return schema;
}

/* "#/properties/a/properties/b" → "/a/b" */
char *
yc_form_scope_to_pointer (const char *scope)
{
  g_auto (GStrv) steps = g_strsplit (scope, "/", -1);
  GString *pointer = g_string_new (NULL);

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL && steps[i + 1] != NULL; i += 2)
    g_string_append_printf (pointer, "/%s", steps[i + 1]);
  return g_string_free (pointer, FALSE);
}

gboolean
yc_form_schema_has_type (JsonObject *schema,
                         const char *type)
{
  JsonArray *types = yc_json_get_array (schema, "type");

  if (types == NULL)
    return g_strcmp0 (yc_json_get_string (schema, "type", NULL), type) == 0;
  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      if (g_strcmp0 (yc_json_node_get_string (json_array_get_element (types, i)), type) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
yc_form_schema_requires (JsonNode   *parent,
                         const char *name)
{
  JsonArray *names = yc_json_get_array (yc_json_node_get_object (parent), "required");

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *node = json_array_get_element (names, i);

      if (g_strcmp0 (yc_json_node_get_string (node), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_choice (YcFormSpec *self,
            JsonNode   *value,
            const char *title)
{
  if (JSON_NODE_HOLDS_NULL (value))
    return;
  if (self->choice_values == NULL)
    {
      self->choice_values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
      self->choice_titles = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_add (self->choice_values, json_node_ref (value));
  if (title != NULL)
    g_ptr_array_add (self->choice_titles, g_strdup (title));
  else if (yc_json_node_get_string (value) != NULL)
    g_ptr_array_add (self->choice_titles, g_strdup (yc_json_node_get_string (value)));
  else
    g_ptr_array_add (self->choice_titles, yc_json_write (value));
}

/* `enum`, or `oneOf`/`anyOf` whose members all are a `const` with a title. */
static void
read_choices (YcFormSpec *self,
              JsonObject *schema)
{
  JsonArray *values = yc_json_get_array (schema, "enum");
  JsonArray *options = yc_json_get_array (schema, "oneOf");

  if (options == NULL)
    options = yc_json_get_array (schema, "anyOf");
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    add_choice (self, json_array_get_element (values, i), NULL);
  if (values != NULL || options == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (options); i++)
    {
      JsonObject *option = yc_json_node_get_object (json_array_get_element (options, i));

      if (option == NULL || !json_object_has_member (option, "const"))
        {
          g_clear_pointer (&self->choice_values, g_ptr_array_unref);
          g_clear_pointer (&self->choice_titles, g_ptr_array_unref);
          return;
        }
      add_choice (self, json_object_get_member (option, "const"),
                  yc_json_get_string (option, "title", NULL));
    }
}

static YcFormFieldKind
find_kind (YcFormSpec *self,
           JsonNode   *root,
           JsonNode   *node,
           JsonObject *options)
{
  JsonObject *schema = yc_json_node_get_object (node);

  if (yc_attachment_read_rules (root, node, &self->files))
    return YC_FORM_FIELD_ATTACHMENT;
  if (yc_form_schema_has_type (schema, "array"))
    return self->choice_values != NULL ? YC_FORM_FIELD_CHOICES : YC_FORM_FIELD_REPEATING;
  if (yc_form_schema_has_type (schema, "boolean"))
    return YC_FORM_FIELD_YES_NO;
  if (self->choice_values != NULL)
    return YC_FORM_FIELD_CHOICE;
  if (g_strcmp0 (self->format, "money") == 0)
    return YC_FORM_FIELD_MONEY;
  if (yc_form_schema_has_type (schema, "integer"))
    return YC_FORM_FIELD_INTEGER;
  if (yc_form_schema_has_type (schema, "number"))
    return YC_FORM_FIELD_NUMBER;
  if (g_strcmp0 (self->format, "date") == 0)
    return YC_FORM_FIELD_DATE;
  return yc_json_get_boolean (options, "multi", FALSE) ? YC_FORM_FIELD_MULTILINE
                                                       : YC_FORM_FIELD_TEXT;
}

static YcFormSpec *spec_new (JsonNode    *root,
                             JsonNode    *schema,
                             const char  *scope,
                             const char  *name,
                             gboolean     required,
                             JsonObject  *control,
                             GError     **error);

static gboolean
add_column (YcFormSpec  *self,
            JsonNode    *root,
            JsonNode    *item,
            const char  *name,
            JsonObject  *control,
            GError     **error)
{
  JsonNode *schema = yc_form_schema_property (root, item, name);
  g_autofree char *scope = yc_json_pointer_append ("#/properties", name);
  YcFormSpec *column;

  if (schema == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCOPE,
                   "The rows of %s have no field “%s”", self->scope, name);
      return FALSE;
    }
  column = spec_new (root, schema, scope, name, yc_form_schema_requires (item, name), control, error);
  if (column == NULL)
    return FALSE;
  if (column->kind == YC_FORM_FIELD_REPEATING ||
      yc_form_schema_has_type (yc_json_node_get_object (schema), "object"))
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   "The rows of %s can only hold single values, not “%s”", self->scope, name);
      yc_form_spec_unref (column);
      return FALSE;
    }
  g_ptr_array_add (self->columns, column);
  return TRUE;
}

static gboolean
add_columns_of_detail (YcFormSpec  *self,
                       JsonNode    *root,
                       JsonNode    *item,
                       JsonArray   *elements,
                       GError     **error)
{
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonObject *control = yc_json_node_get_object (json_array_get_element (elements, i));
      g_autofree char *pointer =
          yc_form_scope_to_pointer (yc_json_get_string (control, "scope", ""));
      g_autofree char *name = decode_step (*pointer == '\0' ? "" : pointer + 1);

      if (!add_column (self, root, item, name, control, error))
        return FALSE;
    }
  return TRUE;
}

/* The columns are those of the control's detail, or all properties of the items. */
static gboolean
read_columns (YcFormSpec  *self,
              JsonNode    *root,
              JsonObject  *schema,
              JsonObject  *options,
              GError     **error)
{
  JsonNode *items = yc_form_schema_resolve (root, json_object_get_member (schema, "items"));
  JsonObject *properties = yc_json_get_object (yc_json_node_get_object (items), "properties");
  JsonArray *elements = yc_json_get_array (yc_json_get_object (options, "detail"), "elements");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_form_spec_unref);
  self->min_rows = (guint) CLAMP (yc_json_get_int (schema, "minItems", 0), 0, MAX_ROWS);
  self->max_rows = (guint) CLAMP (yc_json_get_int (schema, "maxItems", MAX_ROWS), 0, MAX_ROWS);
  if (properties == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   "The rows of %s must be objects with properties", self->scope);
      return FALSE;
    }
  if (elements != NULL)
    return add_columns_of_detail (self, root, items, elements, error);
  json_object_iter_init_ordered (&iter, properties);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!add_column (self, root, items, name, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_words (YcFormSpec *self,
            JsonObject *schema,
            JsonObject *control,
            JsonObject *options)
{
  const char *title = yc_json_get_string (schema, "title", self->name);
  const char *look = yc_json_get_string (options, "format", "");

  self->title = g_strdup (yc_json_get_string (control, "label", title));
  self->help = g_strdup (yc_json_get_string (schema, "description", NULL));
  self->placeholder = g_strdup (yc_json_get_string (options, "placeholder", NULL));
  self->unit = g_strdup (yc_json_get_string (schema, "x-unit", NULL));
  self->source = g_strdup (yc_json_get_string (schema, "x-source", NULL));
  look = g_strv_contains (LOOKS, look) ? look : NULL;
  self->format = g_strdup (yc_json_get_string (schema, "format", look));
  self->max_length = (guint) CLAMP (yc_json_get_int (schema, "maxLength", 0), 0, G_MAXINT);
}

static YcFormSpec *
spec_new (JsonNode    *root,
          JsonNode    *node,
          const char  *scope,
          const char  *name,
          gboolean     required,
          JsonObject  *control,
          GError     **error)
{
  g_autoptr (YcFormSpec) self = g_rc_box_new0 (YcFormSpec);
  JsonObject *schema = yc_json_node_get_object (node);
  JsonObject *options = yc_json_get_object (control, "options");
  JsonNode *calculate = yc_json_get_member (schema, "x-calculate");
  JsonNode *initial = yc_json_get_member (schema, "default");

  self->scope = g_strdup (scope);
  self->name = g_strdup (name);
  self->required = required;
  if (schema == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA, "%s is not an object", scope);
      return NULL;
    }
  read_words (self, schema, control, options);
  yc_form_facts_read (&self->facts, schema);
  if (!yc_form_schema_has_type (schema, "array"))
    read_choices (self, schema);
  else if (yc_json_get_boolean (schema, "uniqueItems", FALSE))
    read_choices (self, yc_json_node_get_object (yc_form_schema_resolve (
                            root, json_object_get_member (schema, "items"))));
  self->kind = find_kind (self, root, node, options);
  self->calculate = calculate == NULL ? NULL : json_node_ref (calculate);
  self->initial = initial == NULL ? NULL : json_node_ref (initial);
  self->read_only = calculate != NULL || yc_json_get_boolean (schema, "readOnly", FALSE) ||
                    yc_json_get_boolean (options, "readonly", FALSE);
  if (self->kind == YC_FORM_FIELD_REPEATING && !read_columns (self, root, schema, options, error))
    return NULL;
  return g_steal_pointer (&self);
}

/*
 * Reads what @root, a form's schema, says about the field at @scope, and @control (nullable), a
 * layout's element, about how it is to look. YC_FORMS_ERROR_SCOPE if there is no such field.
 */
YcFormSpec *
yc_form_spec_new (JsonNode    *root,
                  const char  *scope,
                  JsonObject  *control,
                  GError     **error)
{
  JsonNode *parent;
  JsonNode *schema = yc_form_schema_at (root, scope, &parent);
  g_autofree char *name = NULL;

  if (schema == NULL || parent == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCOPE, "%s names no field of the form",
                   scope);
      return NULL;
    }
  name = decode_step (strrchr (scope, '/') + 1);
  return spec_new (root, schema, scope, name, FALSE, control, error);
}

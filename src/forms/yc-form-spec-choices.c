/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices that a schema gives: `enum`, `const`, titled constants, or sets of fields. */
#include "yc-form-spec-private.h"

#include "yc-json.h"

static void
add_choice (YcFormSpec *self,
            JsonNode   *value,
            const char *title,
            const char *key)
{
  if (self->choice_values == NULL)
    {
      self->choice_values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
      self->choice_titles = g_ptr_array_new_with_free_func (g_free);
      self->choice_keys = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_add (self->choice_values, json_node_ref (value));
  g_ptr_array_add (self->choice_keys, g_strdup (key));
  if (title != NULL)
    g_ptr_array_add (self->choice_titles, g_strdup (title));
  else if (yc_json_node_get_string (value) != NULL)
    g_ptr_array_add (self->choice_titles, g_strdup (yc_json_node_get_string (value)));
  else
    g_ptr_array_add (self->choice_titles, yc_json_write (value));
}

static void
add_value (YcFormSpec *self,
           JsonNode   *value,
           const char *title,
           const char *key)
{
  if (!JSON_NODE_HOLDS_NULL (value))
    {
      add_choice (self, value, title, key);
      return;
    }
  self->nullable = TRUE;
  if (title == NULL || self->none_name != NULL)
    return;
  self->none_name = g_strdup (title);
  self->none = g_strdup (title);
  self->none_key = g_strdup (key);
}

/* `oneOf` or `anyOf` whose members all are a `const` with a title. */
static void
add_constants (YcFormSpec *self,
               JsonNode   *root,
               GPtrArray  *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      JsonNode *value = yc_form_schema_get (root, options->pdata[i], "const");
      JsonNode *title = yc_form_schema_get (root, options->pdata[i], "title");
      JsonNode *key = yc_form_schema_get (root, options->pdata[i], "i18n");

      if (value == NULL)
        {
          g_clear_pointer (&self->choice_values, g_ptr_array_unref);
          g_clear_pointer (&self->choice_titles, g_ptr_array_unref);
          g_clear_pointer (&self->choice_keys, g_ptr_array_unref);
          return;
        }
      add_value (self, value, yc_json_node_get_string (title), yc_json_node_get_string (key));
    }
}

/* The same without a title is called after the keyword, as JSON Forms does. */
static void
add_alternatives (YcFormSpec *self,
                  JsonNode   *root,
                  JsonNode   *schema,
                  GPtrArray  *options)
{
  const char *keyword = yc_form_schema_get (root, schema, "oneOf") != NULL ? "oneOf" : "anyOf";

  for (guint i = 0; i < options->len; i++)
    {
      const char *title = yc_json_get_string (yc_json_node_get_object (options->pdata[i]), "title",
                                              NULL);
      g_autofree char *name = g_strdup_printf ("%s-%u", keyword, i);

      if (title == NULL)
        title = yc_json_node_get_string (yc_form_schema_get (root, options->pdata[i], "title"));
      add_choice (self, options->pdata[i], title == NULL ? name : title, NULL);
    }
}

static void
read_values (YcFormSpec *self,
             JsonNode   *root,
             JsonNode   *schema)
{
  JsonArray *values = yc_json_node_get_array (yc_form_schema_get (root, schema, "enum"));
  g_autoptr (GPtrArray) options = yc_form_schema_list_options (root, schema, &self->nullable);

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    add_value (self, json_array_get_element (values, i), NULL, NULL);
  if (values != NULL)
    return;
  if (options != NULL)
    add_constants (self, root, options);
  else if (self->facts.constant != NULL)
    add_value (self, self->facts.constant, NULL, NULL);
}

static void
read_values_of_main (YcFormSpec *self,
                     JsonNode   *root)
{
  g_autoptr (JsonNode) main = yc_json_object_node (json_object_ref (self->schema));

  read_values (self, root, main);
}

/* Of an array: what its items can be, if each may be there once. */
void
yc_form_spec_read_choices (YcFormSpec *self,
                           JsonNode   *root)
{
  gboolean nullable = FALSE;

  if (self->alternatives)
    {
      g_autoptr (GPtrArray) options =
          yc_form_schema_list_options (root, self->node, &nullable);

      add_alternatives (self, root, self->node, options);
    }
  else if (!(self->types & YC_FORM_TYPE_ARRAY))
    {
      read_values (self, root, self->node);
      if (self->choice_values == NULL && self->schema != json_node_get_object (self->node))
        read_values_of_main (self, root);
    }
  else if (yc_json_get_boolean (self->schema, "uniqueItems", FALSE) &&
           yc_form_schema_get (root, self->node, "items") != NULL)
    {
      /* What one of them may be says nothing of all. */
      nullable = self->nullable;
      read_values (self, root, yc_form_schema_get (root, self->node, "items"));
      self->nullable = nullable;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices and the words of errors that @jsonforms/core gives a control, with translations. */
#include "yc-form-options-private.h"

#include "yc-form-path-private.h"
#include "yc-form-private.h"
#include "yc-form-scope-private.h"
#include "yc-json.h"

typedef struct
{
  YcForm     *form;
  const char *prefix;
  JsonArray  *options;
} Options;

static char *
dup_prefix (JsonObject *control,
            JsonObject *schema,
            const char *pointer)
{
  const char *own = yc_json_get_string (control, "i18n", yc_json_get_string (schema, "i18n", NULL));

  return own == NULL ? yc_form_path_pointer_to_key (pointer) : g_strdup (own);
}

/* Choices */

static char *
dup_words (JsonNode *value)
{
  const char *text = yc_json_node_get_string (value);

  return text == NULL ? yc_json_write (value) : g_strdup (text);
}

static void
add_option (Options    *self,
            JsonNode   *value,
            const char *words,
            const char *own_key)
{
  g_autofree char *key = *own_key != '\0'        ? g_strdup (own_key)
                         : *self->prefix != '\0' ? g_strdup_printf ("%s.%s", self->prefix, words)
                                                 : g_strdup (words);
  JsonObject *option = json_object_new ();

  json_object_set_string_member (option, "label", yc_form_translate (self->form, key, words));
  json_object_set_member (option, "value", json_node_ref (value));
  json_array_add_object_element (self->options, option);
}

static void
add_values (Options   *self,
            JsonArray *values)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      JsonNode *value = json_array_get_element (values, i);
      g_autofree char *words = dup_words (value);

      add_option (self, value, words, "");
    }
}

static void
add_titled (Options   *self,
            JsonArray *members)
{
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      JsonObject *member = yc_json_node_get_object (json_array_get_element (members, i));
      JsonNode *value = json_object_get_member (member, "const");
      g_autofree char *words = dup_words (value);

      add_option (self, value, yc_json_get_string (member, "title", words),
                  yc_json_get_string (member, "i18n", ""));
    }
}

static JsonArray *
get_titled (JsonObject *schema)
{
  JsonArray *members = yc_json_get_array (schema, "oneOf");

  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      JsonObject *member = yc_json_node_get_object (json_array_get_element (members, i));

      if (member == NULL || !json_object_has_member (member, "const"))
        return NULL;
    }
  return members;
}

/* A constant that is nothing leaves nothing to choose. */
static gboolean
is_something (JsonNode *value)
{
  const char *text = yc_json_node_get_string (value);

  if (text != NULL)
    return *text != '\0';
  return value != NULL &&
         (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_boolean (value) ||
          json_node_get_double (value) != 0.0);
}

static JsonObject *
get_items (JsonNode *root,
           JsonNode *schema)
{
  JsonObject *object = yc_json_node_get_object (schema);

  if (!yc_json_get_boolean (object, "uniqueItems", FALSE))
    return NULL;
  return yc_json_node_get_object (yc_form_scope_resolve (root, schema, "items"));
}

static gboolean
has_choices (JsonObject *schema)
{
  return get_titled (schema) != NULL || yc_json_get_array (schema, "enum") != NULL;
}

static void
add_constant (Options  *self,
              JsonNode *value)
{
  g_autofree char *words = dup_words (value);

  add_option (self, value, words, "");
}

/* The choices of the control at @pointer, whose scope names @schema (nullable); NULL if it has
 * none. */
JsonArray *
yc_form_options_new (YcForm     *form,
                     JsonNode   *root,
                     JsonObject *control,
                     const char *pointer,
                     JsonNode   *schema)
{
  JsonObject *own = yc_json_node_get_object (schema == NULL ? root : schema);
  JsonObject *items = get_items (root, schema == NULL ? root : schema);
  JsonObject *of = items != NULL && has_choices (items) ? items : own;
  g_autofree char *prefix = dup_prefix (control, own, pointer);
  Options self = { form, prefix, NULL };

  if (!has_choices (of) && !is_something (yc_json_get_member (of, "const")))
    return NULL;
  self.options = json_array_new ();
  if (get_titled (of) != NULL)
    add_titled (&self, get_titled (of));
  else if (yc_json_get_array (of, "enum") != NULL)
    add_values (&self, yc_json_get_array (of, "enum"));
  else
    add_constant (&self, yc_json_get_member (of, "const"));
  return self.options;
}

/* Errors */

/* What is wrong, in the form's own words if it has any for the keyword. */
char *
yc_form_options_dup_error (YcForm                *form,
                           JsonObject            *control,
                           const YcFormComplaint *error)
{
  const YcSchemaProblem *problem = error->problem;
  JsonObject *schema = yc_json_node_get_object (yc_schema_problem_get_schema (problem));
  g_autofree char *prefix =
      dup_prefix (control, schema, yc_schema_problem_get_instance_location (problem));
  g_autofree char *special = g_strdup_printf ("%s.error.%s", prefix, error->keyword);
  g_autofree char *general = g_strdup_printf ("error.%s", error->keyword);
  const char *words = yc_form_translate (form, special, NULL);

  if (words == NULL)
    words = yc_form_translate (form, general, NULL);
  return words == NULL ? yc_schema_problem_get_message (problem, NULL) : g_strdup (words);
}

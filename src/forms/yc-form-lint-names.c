/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields that a condition's schema names, and whether the form has them. */
#include "yc-form-lint-private.h"

#include <glib/gi18n-lib.h>

#include "yc-form-schema-private.h"
#include "yc-form-scope-private.h"
#include "yc-json.h"

/* Whether one of @patterns, which are `patternProperties`, takes @name. */
static gboolean
takes_name (JsonNode   *patterns,
            const char *name)
{
  JsonObject *names = yc_json_node_get_object (patterns);
  g_autoptr (GList) each = names == NULL ? NULL : json_object_get_members (names);
  JsonObject *refused = json_object_new (), *member = json_object_new (), *test = json_object_new ();
  g_autoptr (JsonNode) schema = yc_json_object_node (test);
  g_autoptr (JsonNode) instance = yc_json_object_node (member);
  g_autoptr (YcSchema) compiled = NULL;

  for (GList *l = each; l != NULL; l = l->next)
    json_object_set_boolean_member (refused, l->data, FALSE);
  json_object_set_object_member (test, "patternProperties", refused);
  json_object_set_null_member (member, name);
  compiled = yc_schema_compile (schema, NULL, NULL, NULL);
  return compiled != NULL && !yc_schema_validate (compiled, instance, NULL);
}

/* A member that has no schema of its own may be there all the same. */
gboolean
yc_form_lint_may_have (YcFormLint *self,
                       JsonNode   *holder,
                       const char *name)
{
  g_autofree char *step = yc_json_pointer_append ("#/properties", name);
  JsonObject *extra =
      yc_json_node_get_object (yc_form_schema_get (self->schema, holder, "additionalProperties"));

  return !yc_form_schema_has_properties (self->schema, holder) || extra != NULL ||
         yc_form_scope_resolve (self->schema, holder, step) != NULL ||
         takes_name (yc_form_schema_get (self->schema, holder, "patternProperties"), name);
}

static void
check_name (YcFormLint *self,
            JsonNode   *holder,
            const char *name,
            const char *pointer)
{
  if (name != NULL && !yc_form_lint_may_have (self, holder, name))
    yc_form_lint_tell (self, TRUE, FALSE, pointer, _ ("the form has no field “%s”"), name);
}

static void
check_required (YcFormLint *self,
                JsonArray  *names,
                const char *pointer,
                JsonNode   *holder)
{
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/required/%u", pointer, i);

      check_name (self, holder, yc_json_node_get_string (json_array_get_element (names, i)), at);
    }
}

static void
check_properties (YcFormLint *self,
                  JsonObject *properties,
                  const char *pointer,
                  JsonNode   *holder,
                  guint       depth)
{
  g_autofree char *base = g_strconcat (pointer, "/properties", NULL);
  g_autoptr (GList) names = properties == NULL ? NULL : json_object_get_members (properties);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *at = yc_json_pointer_append (base, l->data);
      g_autofree char *step = yc_json_pointer_append ("#/properties", l->data);
      JsonNode *below = yc_form_scope_resolve (self->schema, holder, step);

      check_name (self, holder, l->data, at);
      if (below != NULL)
        yc_form_lint_check_names (self, json_object_get_member (properties, l->data), at, below, depth + 1);
    }
}

/* The fields that a condition's schema names, in an object that it is held against. */
void
yc_form_lint_check_names (YcFormLint *self,
                          JsonNode   *test,
                          const char *pointer,
                          JsonNode   *holder,
                          guint       depth)
{
  static const char *const combinators[] = { "allOf", "anyOf", "oneOf" };
  JsonObject *schema = yc_json_node_get_object (test);

  if (schema == NULL || !yc_form_lint_may_go_on (self, depth))
    return;
  check_required (self, yc_json_get_array (schema, "required"), pointer, holder);
  check_properties (self, yc_json_get_object (schema, "properties"), pointer, holder, depth);
  for (gsize i = 0; i < G_N_ELEMENTS (combinators); i++)
    {
      JsonArray *parts = yc_json_get_array (schema, combinators[i]);

      for (guint k = 0; parts != NULL && k < json_array_get_length (parts); k++)
        {
          g_autofree char *at = g_strdup_printf ("%s/%s/%u", pointer, combinators[i], k);

          yc_form_lint_check_names (self, json_array_get_element (parts, k), at, holder, depth + 1);
        }
    }
  if (json_object_has_member (schema, "not"))
    {
      g_autofree char *at = g_strconcat (pointer, "/not", NULL);

      yc_form_lint_check_names (self, json_object_get_member (schema, "not"), at, holder, depth + 1);
    }
}

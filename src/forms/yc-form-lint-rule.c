/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An author's mistakes in a rule: fields that are not there, conditions that cannot be read, and such
 * as never hold. */
#include "yc-form-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-schema-private.h"
#include "yc-form-scope-private.h"
#include "yc-json.h"
#include "yc-logic.h"

static JsonNode *
get_base (YcFormLint *self,
          const char *base)
{
  return yc_json_pointer_get (self->schema, base);
}

static const char *
get_scope (JsonObject *condition)
{
  return yc_json_get_string (condition, "scope", "#");
}

/* What the scope of a condition names; without one, what is around. NULL if nothing. */
static JsonNode *
find_asked (YcFormLint *self,
            JsonObject *condition,
            const char *base)
{
  const char *scope = get_scope (condition);

  return yc_form_scope_is_place (scope)
             ? yc_form_scope_resolve (self->schema, get_base (self, base), scope)
             : NULL;
}

/* "#/properties/o/properties/x" where "o" takes members of any name. */
static gboolean
is_free (YcFormLint *self,
         const char *scope,
         const char *base)
{
  JsonNode *holder =
      yc_form_scope_is_place (scope)
          ? yc_form_scope_find_holder (self->schema, get_base (self, base), scope)
          : NULL;
  g_autofree char *name = yc_form_scope_dup_name (scope);

  return holder != NULL && yc_form_lint_may_have (self, holder, name);
}

/* What never holds */

static gboolean
accepts_one (YcFormLint *self,
             const char *place,
             JsonArray  *values)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (yc_form_lint_accepts (self, place, json_array_get_element (values, i)))
        return TRUE;
    }
  return FALSE;
}

/* A condition that asks for what the field's own schema refuses. */
static gboolean
asks_for_refused (YcFormLint *self,
                  JsonObject *condition,
                  const char *place)
{
  JsonObject *schema = yc_json_get_object (condition, "schema");
  JsonArray *values = yc_json_get_array (schema, "enum");
  JsonNode *value = yc_json_get_member (schema, "const");

  if (schema == NULL)
    value = yc_json_get_member (condition, "expectedValue");
  return (value != NULL && !yc_form_lint_accepts (self, place, value)) ||
         (values != NULL && !accepts_one (self, place, values));
}

/* The object around the fields is always there. */
static gboolean
may_be_absent (JsonObject *condition)
{
  return !g_str_equal (get_scope (condition), "#");
}

/* Conditions as schemas: (element-type JsonNode). @absent: whether they hold of what is not there. */
static void
add_test (GPtrArray  *tests,
          JsonObject *condition,
          gboolean   *absent)
{
  JsonNode *schema = yc_json_get_member (condition, "schema");
  JsonNode *expected = yc_json_get_member (condition, "expectedValue");
  g_autoptr (YcSchema) compiled =
      schema == NULL ? NULL : yc_schema_compile (schema, NULL, NULL, NULL);

  *absent = *absent && compiled != NULL && yc_schema_validate (compiled, NULL, NULL) &&
            !yc_logic_truthy (yc_json_get_member (condition, "failWhenUndefined"));
  if (schema != NULL)
    g_ptr_array_add (tests, json_node_ref (schema));
  else if (expected != NULL)
    {
      JsonObject *made = json_object_new ();

      json_object_set_member (made, "const", json_node_ref (expected));
      g_ptr_array_add (tests, yc_json_object_node (made));
    }
}

static gboolean
never_holds (YcFormLint *self,
             JsonObject *condition,
             JsonNode   *asked,
             const char *place)
{
  g_autoptr (GPtrArray) tests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gboolean absent = may_be_absent (condition);

  add_test (tests, condition, &absent);
  return tests->len > 0 && ((place != NULL && asks_for_refused (self, condition, place)) ||
                            (!absent && yc_form_lint_excludes (self, asked, tests)));
}

/* Of the conditions that must all hold, those from @first on that ask about the same field. */
static gboolean
exclude_each_other (YcFormLint *self,
                    JsonArray  *conditions,
                    guint       first,
                    const char *base)
{
  JsonObject *condition =
      yc_json_node_get_object (json_array_get_element (conditions, first));
  JsonNode *asked = find_asked (self, condition, base);
  g_autoptr (GPtrArray) tests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gboolean absent = may_be_absent (condition);

  for (guint i = first; asked != NULL && i < json_array_get_length (conditions); i++)
    {
      JsonObject *other = yc_json_node_get_object (json_array_get_element (conditions, i));

      if (g_str_equal (get_scope (other), get_scope (condition)))
        add_test (tests, other, &absent);
    }
  return tests->len > 1 && !absent && yc_form_lint_excludes (self, asked, tests);
}

static void
check_together (YcFormLint *self,
                JsonArray  *conditions,
                const char *pointer,
                const char *base)
{
  for (guint i = 0; i < json_array_get_length (conditions); i++)
    {
      if (!exclude_each_other (self, conditions, i, base))
        continue;
      yc_form_lint_tell (self, TRUE, TRUE, pointer,
                         _ ("this never holds: its conditions exclude each other"));
      return;
    }
}

/* Conditions */

/* The schema's compiler puts its own place before the words. */
static const char *
get_words (const GError *error)
{
  const char *place = strchr (error->message, '#');
  const char *words = place == NULL ? NULL : strstr (place, ": ");

  if (words != NULL)
    return words + strlen (": ");
  return place == NULL ? error->message : place + 1;
}

static gboolean
check_readable (YcFormLint *self,
                JsonNode   *schema,
                const char *pointer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchema) compiled =
      schema == NULL ? NULL : yc_schema_compile (schema, NULL, NULL, &error);

  if (error != NULL)
    yc_form_lint_tell (self, TRUE, FALSE, pointer, _ ("this condition cannot be read: %s"),
                       get_words (error));
  return error == NULL;
}

static void
check_asked (YcFormLint *self,
             JsonObject *condition,
             const char *pointer,
             const char *base)
{
  const char *scope = get_scope (condition);
  JsonNode *asked = find_asked (self, condition, base);
  g_autofree char *at = g_strconcat (pointer, "/scope", NULL);
  g_autofree char *test = g_strconcat (pointer, "/schema", NULL);
  g_autofree char *place = asked == NULL ? NULL : yc_form_lint_resolve (self, base, scope);

  if (asked == NULL)
    {
      if (!is_free (self, scope, base))
        yc_form_lint_tell (self, TRUE, FALSE, at, _ ("the form has no field “%s”"), scope);
      return;
    }
  yc_form_lint_check_names (self, yc_json_get_member (condition, "schema"), test, asked, 0);
  if (never_holds (self, condition, asked, place))
    yc_form_lint_tell (self, TRUE, TRUE, pointer,
                       _ ("this never holds: the field takes no such value"));
}

static void
check_condition (YcFormLint *self,
                 JsonNode   *node,
                 const char *pointer,
                 const char *base,
                 guint       depth)
{
  JsonObject *condition = yc_json_node_get_object (node);
  JsonArray *parts = yc_json_get_array (condition, "conditions");
  guint before = self->findings->len;

  if (condition == NULL || !yc_form_lint_may_go_on (self, depth))
    return;
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/conditions/%u", pointer, i);
      check_condition (self, json_array_get_element (parts, i), below, base, depth + 1);
    }
  if (parts == NULL && check_readable (self, yc_json_get_member (condition, "schema"), pointer))
    check_asked (self, condition, pointer, base);
  else if (parts != NULL && before == self->findings->len &&
           g_str_equal (yc_json_get_string (condition, "type", ""), "AND"))
    check_together (self, parts, pointer, base);
}

void
yc_form_lint_check_rule (YcFormLint *self,
                         JsonNode   *rule,
                         const char *pointer,
                         const char *base)
{
  JsonNode *condition = yc_json_get_member (yc_json_node_get_object (rule), "condition");
  g_autofree char *below = g_strconcat (pointer, "/condition", NULL);

  if (condition != NULL)
    check_condition (self, condition, below, base, 0);
}

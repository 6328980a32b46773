/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An author's mistakes in a schema: what is asked for and not shown, choices, defaults. */
#include "yc-form-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"

/* A schema and the place of what it describes. */
typedef struct
{
  const char *pointer;
  const char *data;
  gboolean    shown_whole;      /* something around it shows all that is in it */
} Spot;

static void check_node (YcFormLint *self,
                        const Spot *spot,
                        guint       depth);

/* Choices and defaults */

static void
check_titles (YcFormLint *self,
              JsonObject *schema,
              const char *keyword,
              const char *pointer)
{
  JsonArray *members = yc_json_get_array (schema, keyword);

  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      JsonObject *member = yc_json_node_get_object (json_array_get_element (members, i));
      g_autofree char *at = g_strdup_printf ("%s/%s/%u", pointer, keyword, i);
      g_autofree char *value = NULL;

      if (member == NULL || !json_object_has_member (member, "const") ||
          json_object_has_member (member, "title"))
        continue;
      value = yc_json_write (json_object_get_member (member, "const"));
      yc_form_lint_tell (self, FALSE, TRUE, at, _ ("the choice %s has no title"), value);
    }
}

/* Words are their own titles; numbers say nothing to whom they are shown. */
static void
check_enum (YcFormLint *self,
            JsonObject *schema,
            const char *pointer)
{
  JsonArray *values = yc_json_get_array (schema, "enum");

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      JsonNode *value = json_array_get_element (values, i);
      g_autofree char *at = g_strdup_printf ("%s/enum/%u", pointer, i);
      g_autofree char *text = yc_json_write (value);

      if (yc_json_node_get_string (value) == NULL && !JSON_NODE_HOLDS_NULL (value))
        yc_form_lint_tell (self, FALSE, TRUE, at, _ ("the choice %s has no title"), text);
    }
}

static void
check_default (YcFormLint *self,
               JsonObject *schema,
               const char *pointer)
{
  JsonNode *initial = json_object_get_member (schema, "default");
  g_autofree char *at = g_strconcat (pointer, "/default", NULL);

  if (initial != NULL && !yc_form_lint_accepts (self, pointer, initial))
    yc_form_lint_tell (self, FALSE, FALSE, at, _ ("the default is not valid by its own schema"));
}

/* What is shown */

static gboolean
is_shown_whole (YcFormLint *self,
                const Spot *spot)
{
  for (guint i = 0; i < self->whole->len; i++)
    {
      if (g_str_equal (spot->data, g_ptr_array_index (self->whole, i)))
        return TRUE;
    }
  return spot->shown_whole;
}

/* A control for something in it: "/home/street" shows that there is a "/home". */
static gboolean
is_shown_in_part (YcFormLint *self,
                  const char *data)
{
  g_autofree char *prefix = g_strconcat (data, "/", NULL);
  GHashTableIter iter;
  gpointer place;

  if (g_hash_table_contains (self->shown, data))
    return TRUE;
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      if (g_str_has_prefix (place, prefix))
        return TRUE;
    }
  return FALSE;
}

static void
check_required (YcFormLint *self,
                JsonObject *schema,
                const Spot *spot)
{
  JsonArray *required = yc_json_get_array (schema, "required");
  JsonObject *properties = yc_json_get_object (schema, "properties");

  /* What a file has to have is not the author's to say. */
  if (g_strcmp0 (yc_json_get_string (schema, "format", NULL), "attachment") == 0)
    return;
  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    {
      const char *name = yc_json_node_get_string (json_array_get_element (required, i));
      g_autofree char *at = g_strdup_printf ("%s/required/%u", spot->pointer, i);
      g_autofree char *place = name == NULL ? NULL : yc_json_pointer_append (spot->data, name);

      /* An object that names no fields, such as a file, may ask for any. */
      if (name == NULL || properties == NULL)
        continue;
      if (!json_object_has_member (properties, name))
        yc_form_lint_tell (self, FALSE, FALSE, at, _ ("the form has no field “%s”"), name);
      else if (*spot->data != '\0' && !spot->shown_whole && !is_shown_in_part (self, place))
        yc_form_lint_tell (self, FALSE, FALSE, at,
                           _ ("“%s” is required, but the layout does not show it"), name);
    }
}

/* Of the form's own fields every one is to be seen. */
static void
check_properties (YcFormLint *self,
                  JsonObject *properties,
                  const Spot *spot,
                  guint       depth)
{
  g_autoptr (GList) names = json_object_get_members (properties);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *base = g_strconcat (spot->pointer, "/properties", NULL);
      g_autofree char *pointer = yc_json_pointer_append (base, l->data);
      g_autofree char *data = yc_json_pointer_append (spot->data, l->data);
      const Spot below = { pointer, data, spot->shown_whole };

      if (*spot->data == '\0' && !spot->shown_whole && !is_shown_in_part (self, data))
        yc_form_lint_tell (self, FALSE, FALSE, pointer, _ ("the layout does not show “%s”"),
                           (char *) l->data);
      check_node (self, &below, depth + 1);
    }
}

/* Ways down */

static void
check_items (YcFormLint *self,
             JsonObject *schema,
             const Spot *spot,
             guint       depth)
{
  g_autofree char *pointer = g_strconcat (spot->pointer, "/items", NULL);
  g_autofree char *data = g_strconcat (spot->data, "/*", NULL);
  const Spot below = { pointer, data, spot->shown_whole };

  if (yc_json_get_object (schema, "items") != NULL)
    check_node (self, &below, depth + 1);
}

/* What the alternatives need is shown when one is chosen. */
static void
check_members (YcFormLint *self,
               JsonObject *schema,
               const char *keyword,
               const Spot *spot,
               guint       depth)
{
  JsonArray *members = yc_json_get_array (schema, keyword);

  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/%s/%u", spot->pointer, keyword, i);
      JsonObject *member = yc_json_node_get_object (json_array_get_element (members, i));
      const Spot below = { pointer, spot->data, TRUE };

      if (yc_json_get_object (member, "properties") != NULL)
        check_node (self, &below, depth + 1);
    }
}

/* References that lead to each other and to nothing else. */
static void
check_reference (YcFormLint *self,
                 JsonObject *schema,
                 const char *pointer)
{
  const char *reference = yc_json_get_string (schema, "$ref", NULL);
  g_autofree char *at = g_strconcat (pointer, "/$ref", NULL);

  if (reference != NULL && yc_form_lint_is_endless (self, pointer))
    yc_form_lint_tell (self, FALSE, FALSE, at, _ ("“%s” leads back to itself"), reference);
}

/* References are not followed: what they lead to is looked at where it stands. */
static void
check_defs (YcFormLint *self,
            JsonObject *schema,
            const char *keyword,
            const Spot *spot,
            guint       depth)
{
  JsonObject *defs = yc_json_get_object (schema, keyword);
  g_autofree char *base = g_strdup_printf ("%s/%s", spot->pointer, keyword);
  g_autoptr (GList) names = defs == NULL ? NULL : json_object_get_members (defs);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *pointer = yc_json_pointer_append (base, l->data);
      const Spot below = { pointer, "$", TRUE };

      check_node (self, &below, depth + 1);
    }
}

static void
check_node (YcFormLint *self,
            const Spot *spot,
            guint       depth)
{
  JsonNode *node = yc_json_pointer_get (self->schema, spot->pointer);
  JsonObject *schema = yc_json_node_get_object (node);
  const Spot here = { spot->pointer, spot->data, is_shown_whole (self, spot) };

  if (schema == NULL || !yc_form_lint_may_go_on (self, depth))
    return;
  check_reference (self, schema, spot->pointer);
  check_titles (self, schema, "oneOf", spot->pointer);
  check_titles (self, schema, "anyOf", spot->pointer);
  check_enum (self, schema, spot->pointer);
  check_default (self, schema, spot->pointer);
  check_required (self, schema, &here);
  if (yc_json_get_object (schema, "properties") != NULL)
    check_properties (self, yc_json_get_object (schema, "properties"), &here, depth);
  check_items (self, schema, &here, depth);
  check_members (self, schema, "oneOf", &here, depth);
  check_members (self, schema, "anyOf", &here, depth);
  check_members (self, schema, "allOf", &here, depth);
  check_defs (self, schema, "$defs", &here, depth);
  check_defs (self, schema, "definitions", &here, depth);
}

void
yc_form_lint_check_schema (YcFormLint *self)
{
  const Spot whole = { "", "", self->layout == NULL };

  check_node (self, &whole, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: they open as the desk opens them, show every field, and calculate with their own. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-mistakes.h"
#include "yc-form.h"
#include "yc-json.h"

static void
check_rules (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonNode          *schema)
{
  g_autoptr (GPtrArray) mistakes = yc_form_find_mistakes (schema);

  for (guint i = 0; i < mistakes->len; i++)
    {
      const YcFormMistake *mistake = g_ptr_array_index (mistakes, i);
      g_autofree char *pointer = g_strconcat ("/schema", mistake->pointer, NULL);

      yc_catalog_check_tell (check, document, pointer, "%s", mistake->message);
    }
}

/* The names of the top fields that the layout's controls show. */
static void
collect_shown (JsonObject *element,
               GHashTable *shown)
{
  static const char prefix[] = "#/properties/";
  const char *scope = yc_json_get_string (element, "scope", "");
  JsonArray *elements = yc_json_get_array (element, "elements");

  if (g_str_has_prefix (scope, prefix))
    {
      const char *name = scope + strlen (prefix);

      g_hash_table_add (shown, g_strndup (name, strcspn (name, "/")));
    }
  for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
    collect_shown (yc_json_node_get_object (json_array_get_element (elements, i)), shown);
}

/* JSON Forms takes a control without a field for an empty place; here it is a slip of the pen. */
static void
check_scopes (YcCatalogCheck    *check,
              YcCatalogDocument *document,
              JsonNode          *node,
              const char        *pointer)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  JsonNode *body = yc_catalog_document_get_body (document);
  const char *scope = yc_json_get_string (object, "scope", NULL);
  g_autofree char *place = g_strconcat (pointer, "/scope", NULL);
  g_autofree char *target = NULL;
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  if (scope != NULL && *scope == '#')
    target = g_strconcat ("/schema", scope + 1, NULL);
  if (target != NULL && yc_json_pointer_get (body, target) == NULL)
    yc_catalog_check_tell (check, document, place, _("the form has no field “%s”"), scope);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *child = yc_json_pointer_append (pointer, l->data);

      if (!g_str_equal (l->data, "schema"))
        check_scopes (check, document, json_object_get_member (object, l->data), child);
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *child = g_strdup_printf ("%s/%u", pointer, i);

      check_scopes (check, document, json_array_get_element (array, i), child);
    }
}

static void
check_required (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                JsonObject        *schema,
                JsonObject        *properties)
{
  JsonArray *required = yc_json_get_array (schema, "required");

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    {
      const char *name = yc_json_node_get_string (json_array_get_element (required, i));
      g_autofree char *pointer = g_strdup_printf ("/schema/required/%u", i);

      if (name != NULL && !json_object_has_member (properties, name))
        yc_catalog_check_tell (check, document, pointer, _("the form has no field “%s”"), name);
    }
}

static void
check_fields (YcCatalogCheck    *check,
              YcCatalogDocument *document,
              JsonObject        *body,
              JsonObject        *properties)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = json_object_get_members (properties);

  collect_shown (yc_json_get_object (body, "layout"), shown);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *pointer = g_strdup_printf ("/schema/properties/%s", (char *) l->data);

      if (!g_hash_table_contains (shown, l->data))
        yc_catalog_check_tell (check, document, pointer, _("the layout does not show “%s”"),
                               (char *) l->data);
    }
}

/* The forms room says "…#/properties/own/pattern: why": the place goes to the front of the line. */
static void
tell_form_error (YcCatalogCheck    *check,
                 YcCatalogDocument *document,
                 const GError      *error)
{
  const char *hash = strchr (error->message, '#');
  const char *message = error->message;
  g_autofree char *pointer = NULL;

  if (hash != NULL)
    {
      gsize length = strcspn (hash + 1, " :");

      pointer = g_strdup_printf ("/schema%.*s", (int) length, hash + 1);
      message = hash + 1 + length;
      message += strspn (message, " :");
    }
  yc_catalog_check_tell (check, document, pointer != NULL ? pointer : "", "%s", message);
}

static void
check_form (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  JsonObject *schema = yc_json_get_object (body, "schema");
  JsonObject *properties = yc_json_get_object (schema, "properties");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = NULL;

  if (properties == NULL || yc_json_get_object (body, "layout") == NULL)
    return;

  check_fields (check, document, body, properties);
  check_rules (check, document, json_object_get_member (body, "schema"));
  check_required (check, document, schema, properties);
  check_scopes (check, document, json_object_get_member (body, "layout"), "/layout");

  if (yc_catalog_check_has_mistakes (check, document))
    return;

  form = yc_form_new (json_object_get_member (body, "schema"),
                      json_object_get_member (body, "layout"), &error);
  if (form == NULL)
    tell_form_error (check, document, error);
}

void
yc_catalog_check_forms (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "form", check_form);
}

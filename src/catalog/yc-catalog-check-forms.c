/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: they open as the desk opens them, show every field, and calculate with their own. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-lint.h"
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

/* "/licences/ITEM/FIELD": the item's own form has the field. */
static void
check_licence (YcCatalogCheck    *check,
               YcCatalogDocument *document,
               const char        *source,
               const char        *pointer)
{
  static const char prefix[] = "/licences/";
  const char *code = source + strlen (prefix);
  g_autofree char *id = g_strndup (code, strcspn (code, "/"));
  const char *field = code + strlen (id);
  JsonObject *item = yc_catalog_check_find (check, "item", id);
  const char *form_id = yc_json_get_string (item, "form", NULL);
  JsonObject *form = form_id != NULL ? yc_catalog_check_find (check, "form", form_id) : NULL;
  JsonObject *fields = yc_json_get_object (yc_json_get_object (form, "schema"), "properties");
  g_autofree char *name = *field != '\0' ? g_strndup (field + 1, strcspn (field + 1, "/")) : NULL;

  if (item == NULL)
    yc_catalog_check_tell (check, document, pointer, _("there is no item “%s”"), id);
  else if (name != NULL && (fields == NULL || !json_object_has_member (fields, name)))
    yc_catalog_check_tell (check, document, pointer, _("the form has no field “%s”"), name);
}

static void
check_sources (YcCatalogCheck    *check,
               YcCatalogDocument *document,
               JsonNode          *node,
               const char        *pointer)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  const char *text = yc_json_node_get_string (node);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  if (text != NULL && g_str_has_prefix (text, "/licences/") && strstr (pointer, "/x-source") != NULL)
    check_licence (check, document, text, pointer);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *child = yc_json_pointer_append (pointer, l->data);

      check_sources (check, document, json_object_get_member (object, l->data), child);
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *child = g_strdup_printf ("%s/%u", pointer, i);

      check_sources (check, document, json_array_get_element (array, i), child);
    }
}

static void
check_lint (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  g_autoptr (GPtrArray) findings = yc_form_lint (yc_json_get_member (body, "schema"),
                                                 yc_json_get_member (body, "layout"));

  for (guint i = 0; i < findings->len; i++)
    {
      const YcFormFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *pointer =
          g_strconcat (finding->in_layout ? "/layout" : "/schema", finding->pointer, NULL);

      if (finding->warning)
        yc_catalog_check_warn (check, document, pointer, "%s", finding->message);
      else
        yc_catalog_check_tell (check, document, pointer, "%s", finding->message);
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

/* What is wrong with a form that its grammar allows. Its layout may be missing outside catalogs. */
void
yc_catalog_check_form_of (YcCatalogCheck    *check,
                          YcCatalogDocument *document,
                          JsonObject        *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = NULL;

  if (yc_json_get_object (body, "schema") == NULL)
    return;
  check_lint (check, document, body);
  check_rules (check, document, json_object_get_member (body, "schema"));
  if (yc_catalog_check_has_mistakes (check, document))
    return;
  form = yc_form_new (json_object_get_member (body, "schema"), yc_json_get_member (body, "layout"),
                      &error);
  if (form == NULL)
    tell_form_error (check, document, error);
  else
    yc_catalog_check_words_of (check, document, body, form);
}

static void
check_form (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  JsonObject *schema = yc_json_get_object (body, "schema");

  if (yc_json_get_object (schema, "properties") != NULL &&
      yc_json_get_object (body, "layout") != NULL)
    yc_catalog_check_form_of (check, document, body);
  check_sources (check, document, yc_json_get_member (body, "schema"), "/schema");
}

void
yc_catalog_check_forms (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "form", check_form);
}

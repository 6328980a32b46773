/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificate templates: every placeholder is filled by the item's form or by known data. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-rule-private.h"
#include "yc-json.h"

/* What a certificate knows besides the form. */
static const char *const known[] = {
  "applicant.name", "applicant.id_number", "applicant.mobile", "applicant.address",
  "applicant.email", "agent.name", "agent.id_number", "agent.mobile", "case.number",
  "case.submitted_at", "place.code", "place.name", "place.seal", "serial", "issued_at", "today",
  NULL,
};

static const char *const filters[] = { "date", "mask", "number", "money", NULL };

/*
 * Scope:
 * @schemas: (element-type JsonObject): the form schemas of the items that use the template
 * @row: the table's rows' path, or %NULL outside tables
 */
typedef struct
{
  YcCatalogCheck *check;
  YcCatalogDocument *document;
  GPtrArray *schemas;
  const char *row;
  const char *pointer;
} Scope;

/* The schema of the field at @path (steps parted by dots) below @schema. */
static JsonObject *
find_field (JsonObject *schema,
            const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && schema != NULL; i++)
    schema = yc_json_get_object (yc_json_get_object (schema, "properties"), steps[i]);

  return schema;
}

static gboolean
is_repeating (JsonObject *schema,
              const char *rows)
{
  JsonObject *field = find_field (schema, rows + strlen ("form."));

  return yc_json_get_object (field, "items") != NULL;
}

static JsonObject *
find_row_field (JsonObject *schema,
                const char *row,
                const char *path)
{
  JsonObject *field = find_field (schema, row + strlen ("form."));

  return find_field (yc_json_get_object (field, "items"), path);
}

static void
check_form_path (const Scope *scope,
                 const char  *path)
{
  for (guint i = 0; i < scope->schemas->len; i++)
    {
      JsonObject *schema = scope->schemas->pdata[i];
      JsonObject *field = scope->row != NULL ? find_row_field (schema, scope->row, path)
                                             : find_field (schema, path);

      if (field == NULL)
        {
          yc_catalog_check_tell (scope->check, scope->document, scope->pointer,
                                 _("nothing fills “{%s%s}”: the form “%s” has no such field"),
                                 scope->row != NULL ? "" : "form.", path,
                                 yc_json_get_string (schema, "title", ""));
          return;
        }
    }
}

static void
check_path (const Scope *scope,
            const char  *path)
{
  if (scope->row != NULL)
    {
      if (!g_str_equal (path, "@index"))
        check_form_path (scope, path);
    }
  else if (g_str_has_prefix (path, "form."))
    check_form_path (scope, path + strlen ("form."));
  else if (!g_strv_contains (known, path))
    yc_catalog_check_tell (scope->check, scope->document, scope->pointer,
                           _("nothing fills “{%s}”"), path);
}

static void
check_filter (const Scope *scope,
              const char  *filter)
{
  if (g_strv_contains (filters, filter) || g_str_has_prefix (filter, "default:") ||
      g_str_has_prefix (filter, "choice:"))
    return;

  yc_catalog_check_tell (scope->check, scope->document, scope->pointer,
                         _("there is no filter “%s”"), filter);
}

static void
check_placeholder (const Scope *scope,
                   const char  *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  check_path (scope, parts[0] != NULL ? parts[0] : "");
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    check_filter (scope, parts[i]);
}

/* "{{" and "}}" stand for plain braces. */
static void
check_text (const Scope *scope,
            const char  *text)
{
  for (const char *at = text; (at = strpbrk (at, "{}")) != NULL;)
    {
      gsize length = strcspn (at + 1, "{}");
      g_autofree char *inside = NULL;

      if (at[1] == at[0])
        {
          at += 2;
          continue;
        }
      if (*at == '}' || at[1 + length] != '}')
        {
          yc_catalog_check_tell (scope->check, scope->document, scope->pointer,
                                 _("a brace has no partner"));
          return;
        }
      inside = g_strndup (at + 1, length);
      check_placeholder (scope, inside);
      at += length + 2;
    }
}

static void
check_var_cb (const char *path,
              gpointer    user_data)
{
  check_path (user_data, path);
}

static void
check_columns (Scope      *scope,
               JsonArray  *columns,
               const char *pointer)
{
  double width = 0;

  for (guint i = 0; columns != NULL && i < json_array_get_length (columns); i++)
    {
      JsonObject *column = yc_json_node_get_object (json_array_get_element (columns, i));
      g_autofree char *place = g_strdup_printf ("%s/%u/value", pointer, i);

      scope->pointer = place;
      check_text (scope, yc_json_get_string (column, "value", ""));
      width += yc_json_get_double (column, "width", 0);
    }

  scope->pointer = pointer;
  if (width > 1.001)
    yc_catalog_check_tell (scope->check, scope->document, pointer,
                           _("the columns are wider than the page: %.2f"), width);
}

static void
check_table (Scope      *scope,
             JsonObject *table,
             const char *pointer)
{
  const char *rows = yc_json_get_string (table, "rows", NULL);
  g_autofree char *rows_pointer = g_strconcat (pointer, "/rows", NULL);
  g_autofree char *columns_pointer = g_strconcat (pointer, "/columns", NULL);

  if (rows == NULL || !g_str_has_prefix (rows, "form."))
    return;

  for (guint i = 0; i < scope->schemas->len; i++)
    if (!is_repeating (scope->schemas->pdata[i], rows))
      {
        yc_catalog_check_tell (scope->check, scope->document, rows_pointer,
                               _("“%s” is not a repeating group of the form"), rows);
        return;
      }

  scope->row = rows;
  check_columns (scope, yc_json_get_array (table, "columns"), columns_pointer);
  scope->row = NULL;
}

static void
check_paragraph (Scope      *scope,
                 JsonObject *paragraph,
                 guint       index)
{
  g_autofree char *text = g_strdup_printf ("/paragraphs/%u/text", index);
  g_autofree char *table = g_strdup_printf ("/paragraphs/%u/table", index);
  g_autofree char *when = g_strdup_printf ("/paragraphs/%u/when", index);

  scope->pointer = text;
  check_text (scope, yc_json_get_string (paragraph, "text", ""));
  check_table (scope, yc_json_get_object (paragraph, "table"), table);
  scope->pointer = when;
  yc_catalog_rule_each_var (yc_json_get_member (paragraph, "when"), check_var_cb, scope);
}

/* The form schemas of all items that issue this certificate. */
static GPtrArray *
list_schemas (YcCatalogCheck *check,
              const char     *template)
{
  g_autoptr (GPtrArray) schemas = g_ptr_array_new ();
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);
      JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));
      JsonObject *form;

      if (!g_str_equal (yc_catalog_document_get_kind (document), "item") ||
          g_strcmp0 (yc_json_get_string (body, "certificate", NULL), template) != 0)
        continue;
      form = yc_catalog_check_find (check, "form", yc_json_get_string (body, "form", NULL));
      if (yc_json_get_object (form, "schema") != NULL)
        g_ptr_array_add (schemas, yc_json_get_object (form, "schema"));
    }

  return g_steal_pointer (&schemas);
}

static void
check_template (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                JsonObject        *body)
{
  g_autoptr (GPtrArray) schemas = list_schemas (check, yc_catalog_document_get_id (document));
  JsonArray *paragraphs = yc_json_get_array (body, "paragraphs");
  Scope scope = { check, document, schemas };

  for (guint i = 0; paragraphs != NULL && i < json_array_get_length (paragraphs); i++)
    check_paragraph (&scope, yc_json_node_get_object (json_array_get_element (paragraphs, i)), i);
}

void
yc_catalog_check_templates (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "template", check_template);
}

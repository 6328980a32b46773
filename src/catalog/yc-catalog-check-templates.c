/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificate templates: each can be read, and every placeholder is filled by the item's form or by known
 * data. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-attachment.h"
#include "yc-catalog-rule-private.h"
#include "yc-certificate-error.h"
#include "yc-certificate-template.h"
#include "yc-json.h"

#define FORM "form."

/* What a certificate knows besides the form. */
static const char *const known[] = {
  "applicant.name", "applicant.id_number", "applicant.mobile", "applicant.address",
  "applicant.email", "agent.name", "agent.id_number", "agent.mobile", "case.number",
  "case.item_title", "case.submitted_at", "place.code", "place.name", "place.seal", "serial",
  "issued_at", "today", NULL,
};

/* What a notice knows besides that; it is about cases of every item and asks no form. */
static const char *const known_of_notice[] = {
  "notice.basis", "notice.clerk", "notice.department", "notice.field", "notice.limit",
  "notice.note", "notice.reason", "notice.materials[].title", "notice.materials[].status",
  "notice.materials", "notice.missing", "notice.missing[].title", "notice.missing[].status", NULL,
};

/*
 * Scope:
 * @schemas: (element-type JsonObject): the form schemas of the items that use the template
 * @pointer: of the rule whose variables are looked at
 * @is_notice: whether it is a notice
 */
typedef struct
{
  YcCatalogCheck *check;
  YcCatalogDocument *document;
  GPtrArray *schemas;
  const char *pointer;
  gboolean is_notice;
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

/* The schema of one row of the group at @rows. */
static JsonObject *
find_row (JsonObject *schema,
          const char *rows)
{
  return yc_json_get_object (find_field (schema, rows + strlen (FORM)), "items");
}

/* Tells of the first form without the field; @row: (nullable): the group it is a column of. */
static void
check_field (const Scope *scope,
             const char  *pointer,
             const char  *row,
             const char  *path)
{
  for (guint i = 0; i < scope->schemas->len; i++)
    {
      JsonObject *schema = scope->schemas->pdata[i];

      if (find_field (row != NULL ? find_row (schema, row) : schema, path) != NULL)
        continue;
      yc_catalog_check_tell (scope->check, scope->document, pointer,
                             _("nothing fills “{%s%s}”: the form “%s” has no such field"),
                             row != NULL ? "" : FORM, path,
                             yc_json_get_string (schema, "title", ""));
      return;
    }
}

static void
check_path (const Scope *scope,
            const char  *pointer,
            const char  *path)
{
  if (g_str_has_prefix (path, FORM) && !scope->is_notice)
    check_field (scope, pointer, NULL, path + strlen (FORM));
  else if (!g_strv_contains (known, path) &&
           !(scope->is_notice && g_strv_contains (known_of_notice, path)))
    yc_catalog_check_tell (scope->check, scope->document, pointer, _("nothing fills “{%s}”"), path);
}

static gboolean
is_repeating (const Scope *scope,
              const char  *rows)
{
  if (scope->is_notice)
    return g_str_equal (rows, "notice.materials") || g_str_equal (rows, "notice.missing");
  if (!g_str_has_prefix (rows, FORM))
    return FALSE;
  for (guint i = 0; i < scope->schemas->len; i++)
    if (find_row (scope->schemas->pdata[i], rows) == NULL)
      return FALSE;

  return TRUE;
}

/* @path: of each row in @rows */
static void
check_column (const Scope *scope,
              const char  *pointer,
              const char  *rows,
              const char  *path)
{
  g_autofree char *whole = g_strconcat (rows, "[].", path, NULL);

  if (g_str_equal (path, "@index"))
    return;
  if (scope->is_notice)
    check_path (scope, pointer, whole);
  else
    check_field (scope, pointer, rows, path);
}

/* A photo is among the case's files: one of a field for attachments, or the first of several. */
static void
check_photo (const Scope *scope,
             const char  *pointer,
             const char  *path)
{
  for (guint i = 0; g_str_has_prefix (path, FORM) && i < scope->schemas->len; i++)
    {
      JsonObject *field = find_field (scope->schemas->pdata[i], path + strlen (FORM));
      JsonObject *items = yc_json_get_object (field, "items");

      if (field == NULL || json_object_has_member (field, "$ref") ||
          g_strcmp0 (yc_json_get_string (items != NULL ? items : field, "format", NULL),
                     YC_ATTACHMENT_FORMAT) == 0)
        continue;
      yc_catalog_check_tell (scope->check, scope->document, pointer,
                             _("“%s” is not a field for files: there is no photo in it"), path);
      return;
    }
}

static void
check_path_cb (const char *pointer,
               const char *rows,
               const char *path,
               gpointer    user_data)
{
  const Scope *scope = user_data;
  gboolean repeating = rows != NULL && is_repeating (scope, rows);

  if (g_str_has_suffix (pointer, "/photo/source"))
    check_photo (scope, pointer, path);
  if (rows == NULL)
    check_path (scope, pointer, path);
  else if (path == NULL && !repeating)
    yc_catalog_check_tell (scope->check, scope->document, pointer,
                           scope->is_notice ? _("“%s” is not a repeating group of a notice")
                                            : _("“%s” is not a repeating group of the form"),
                           rows);
  else if (path != NULL && repeating)
    check_column (scope, pointer, rows, path);
}

static void
check_var_cb (const char *path,
              gpointer    user_data)
{
  const Scope *scope = user_data;

  check_path (scope, scope->pointer, path);
}

static void
check_rule_cb (const char *pointer,
               JsonNode   *rule,
               gpointer    user_data)
{
  Scope *scope = user_data;

  scope->pointer = pointer;
  yc_catalog_rule_each_var (rule, check_var_cb, scope);
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

/* What the certificate itself could not read, where its shape is right. */
static void
tell_error (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            const GError      *error)
{
  const char *pointer = yc_certificate_error_get_pointer (error);

  if (!yc_catalog_check_has_mistakes (check, document))
    yc_catalog_check_tell (check, document, pointer != NULL ? pointer : "", "%s",
                           yc_certificate_error_get_reason (error));
}

static void
check_template (YcCatalogCheck               *check,
                YcCatalogDocument            *document,
                G_GNUC_UNUSED JsonObject     *body)
{
  g_autoptr (GPtrArray) schemas = list_schemas (check, yc_catalog_document_get_id (document));
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCertificateTemplate) template =
      yc_certificate_template_new (yc_catalog_document_get_body (document), &error);
  Scope scope = { check, document, schemas };

  if (template == NULL)
    {
      tell_error (check, document, error);
      return;
    }
  scope.is_notice = yc_certificate_template_get_use (template) == YC_TEMPLATE_NOTICE;
  yc_certificate_template_each_path (template, check_path_cb, &scope);
  yc_certificate_template_each_rule (template, check_rule_cb, &scope);
}

void
yc_catalog_check_templates (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "template", check_template);
}

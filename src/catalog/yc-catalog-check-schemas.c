/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each document against the grammar of its kind (data/schema). */
#include "yc-catalog-check-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-kind-private.h"
#include "yc-catalog-schemas.h"
#include "yc-json.h"

/* One file with a wrong indentation of braces can break hundreds of rules; twenty tell enough. */
#define MAX_PROBLEMS 20

/* The last step of @pointer, with the one before it where it is only a number. */
static const char *
get_name (const char *pointer)
{
  const char *slash = strrchr (pointer, '/');

  if (slash == NULL)
    return "";
  while (slash > pointer && g_ascii_isdigit (slash[1]))
    for (slash--; *slash != '/';)
      slash--;

  return slash + 1;
}

static char *
list_words (JsonNode *value)
{
  JsonArray *array = yc_json_node_get_array (value);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *word = yc_json_write (json_array_get_element (array, i));

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", word);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
describe_value (const char *keyword,
                const char *name,
                JsonNode   *value)
{
  g_autofree char *written = value != NULL ? yc_json_write (value) : g_strdup ("");
  g_autofree char *words = list_words (value);

  if (g_str_equal (keyword, "enum"))
    return g_strdup_printf (_("“%s” must be one of %s"), name, words);
  if (g_str_equal (keyword, "const"))
    return g_strdup_printf (_("“%s” must be %s"), name, written);
  if (g_str_equal (keyword, "pattern"))
    return g_strdup_printf (_("“%s” does not fit the pattern %s"), name, written);
  if (g_str_equal (keyword, "minItems"))
    return g_strdup_printf (_("“%s” has fewer elements than %s"), name, written);
  if (g_str_equal (keyword, "maxItems"))
    return g_strdup_printf (_("“%s” has more elements than %s"), name, written);
  if (g_str_equal (keyword, "type"))
    return g_strdup_printf (_("“%s” must be of type %s"), name, written);

  return NULL;
}

/**
 * yc_catalog_schemas_describe:
 * @problem: what a grammar found
 * @pointer: where in the file
 *
 * The forms room speaks to clerks of fields; an author of files thinks in members.
 *
 * Returns: (transfer full): what is wrong there
 */
char *
yc_catalog_schemas_describe (const YcSchemaProblem *problem,
                             const char            *pointer)
{
  const char *keyword = yc_schema_problem_get_keyword (problem);
  JsonObject *parameters = yc_json_node_get_object (yc_schema_problem_get_parameters (problem));
  const char *name = yc_json_get_string (parameters, "name", get_name (pointer));
  char *words = describe_value (keyword, name, yc_json_get_member (parameters, "value"));

  if (words != NULL)
    return words;
  if (g_str_equal (keyword, "required") || g_str_equal (keyword, "dependentRequired"))
    return g_strdup_printf (_("“%s” is missing"), name);
  if (g_str_equal (keyword, "additionalProperties") || g_str_equal (keyword, "propertyNames"))
    return g_strdup_printf (_("“%s” is not a member that belongs here"), name);
  if (g_str_equal (keyword, "not"))
    return g_strdup_printf (_("“%s” has a member that does not belong here"), name);
  if (g_str_equal (keyword, "oneOf"))
    return g_strdup_printf (_("“%s” must have exactly one of its alternatives"), name);
  if (g_str_equal (keyword, "uniqueItems"))
    return g_strdup_printf (_("“%s” has an element twice"), name);

  return yc_schema_problem_get_message (problem, name);
}

/* Holds what stands at @pointer in the document against @schema. */
void
yc_catalog_check_part (YcCatalogCheck    *check,
                       YcSchema          *schema,
                       YcCatalogDocument *document,
                       const char        *pointer)
{
  JsonNode *part = yc_json_pointer_get (yc_catalog_document_get_body (document), pointer);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (MAX_PROBLEMS);

  if (yc_schema_validate (schema, part, report))
    return;

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      const char *within = yc_schema_problem_get_instance_location (problem);
      g_autofree char *place = g_strconcat (pointer, within, NULL);
      g_autofree char *message = yc_catalog_schemas_describe (problem, place);

      yc_catalog_check_tell (check, document, place, "%s", message);
    }
}

static void
check_document (YcCatalogCheck    *check,
                YcSchema          *schema,
                YcCatalogDocument *document)
{
  yc_catalog_check_part (check, schema, document, "");
}

static void
check_kind (YcCatalogCheck *check,
            const char     *kind)
{
  YcSchema *schema = yc_catalog_schemas_get (kind);
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);

      if (g_str_equal (kind, yc_catalog_document_get_kind (document)))
        check_document (check, schema, document);
    }
}

void
yc_catalog_check_schemas (YcCatalogCheck *check)
{
  YcCatalogDocument *manifest = yc_catalog_folder_get_manifest (check->folder);
  const YcCatalogKind *kind;

  for (guint i = 0; (kind = yc_catalog_kind_get (i)) != NULL; i++)
    check_kind (check, kind->name);

  if (manifest != NULL)
    check_document (check, yc_catalog_schemas_get ("catalog"), manifest);
}

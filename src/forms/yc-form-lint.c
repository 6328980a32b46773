/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an author overlooked in a form: the list, and the ways through the schema. */
#include "yc-form-lint-private.h"

#include <string.h>

#include "yc-form-scope-private.h"
#include "yc-json.h"

#define URI "urn:yichuang:form"
#define MAX_REFERENCES 32

static void
finding_free (gpointer data)
{
  YcFormFinding *self = data;

  g_free (self->pointer);
  g_free (self->message);
  g_free (self);
}

void
yc_form_lint_tell (YcFormLint *self,
                   gboolean    in_layout,
                   gboolean    warning,
                   const char *pointer,
                   const char *format,
                   ...)
{
  YcFormFinding *finding;
  va_list arguments;

  if (self->findings->len >= YC_FORM_LINT_MAX_FINDINGS)
    return;
  finding = g_new0 (YcFormFinding, 1);
  finding->in_layout = in_layout;
  finding->warning = warning;
  finding->pointer = g_strdup (pointer);
  va_start (arguments, format);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->findings, finding);
}

gboolean
yc_form_lint_may_go_on (YcFormLint *self,
                        guint       depth)
{
  return depth < YC_FORM_LINT_MAX_DEPTH && self->n_nodes++ < YC_FORM_LINT_MAX_NODES &&
         self->findings->len < YC_FORM_LINT_MAX_FINDINGS;
}

/* Where the schema at @pointer stands when its references are followed; NULL if nowhere. @endless:
 * whether that is because they lead back to themselves. */
static char *
follow (YcFormLint *self,
        const char *pointer,
        gboolean   *endless)
{
  g_autofree char *place = g_strdup (pointer);

  *endless = FALSE;
  for (guint i = 0; i < MAX_REFERENCES; i++)
    {
      JsonNode *node = yc_json_pointer_get (self->schema, place);
      const char *reference = yc_json_get_string (yc_json_node_get_object (node), "$ref", NULL);

      if (node == NULL)
        return NULL;
      if (reference == NULL)
        return g_steal_pointer (&place);
      if (*reference != '#' || (reference[1] != '\0' && reference[1] != '/'))
        return NULL;
      g_free (place);
      place = g_strdup (reference + 1);
    }
  *endless = TRUE;
  return NULL;
}

char *
yc_form_lint_follow (YcFormLint *self,
                     const char *pointer)
{
  gboolean endless;

  return follow (self, pointer, &endless);
}

gboolean
yc_form_lint_is_endless (YcFormLint *self,
                         const char *pointer)
{
  gboolean endless;
  g_autofree char *place = follow (self, pointer, &endless);

  return endless;
}

/* Where the schema stands that @scope names from the schema at @base on: plain steps only, without
 * a search through combinators. NULL if it takes one, or if there is none. */
char *
yc_form_lint_resolve (YcFormLint *self,
                      const char *base,
                      const char *scope)
{
  g_auto (GStrv) steps = g_strsplit (scope, "/", -1);
  g_autofree char *place = yc_form_lint_follow (self, base);

  for (guint i = 1; place != NULL && steps[0] != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *below = g_strconcat (place, "/", steps[i], NULL);

      g_free (place);
      place = yc_form_lint_follow (self, below);
    }
  return g_steal_pointer (&place);
}

/* Whether the schema at @pointer takes @value; also if it cannot be asked. */
gboolean
yc_form_lint_accepts (YcFormLint *self,
                      const char *pointer,
                      JsonNode   *value)
{
  g_autofree char *uri = g_strconcat (URI "#", pointer, NULL);
  g_autoptr (YcSchema) schema = NULL;

  if (self->registry == NULL || self->n_asked++ >= YC_FORM_LINT_MAX_ASKED)
    return TRUE;
  schema = yc_schema_compile_uri (uri, self->registry, NULL);
  return schema == NULL || yc_schema_validate (schema, value, NULL);
}

/* What is no schema at all is told by those who open the form. */
static YcSchemaRegistry *
create_registry (JsonNode *schema)
{
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
  JsonObject *object = yc_json_node_get_object (schema);

  if (object == NULL || json_object_has_member (object, "$id") ||
      !yc_schema_registry_add (registry, URI, schema, NULL))
    return NULL;
  return g_steal_pointer (&registry);
}

/**
 * yc_form_lint:
 * @schema: a form's schema, which may be anything
 * @layout: (nullable): its layout, which may be anything
 *
 * Finds what an author overlooked: scopes and rules about what is not there, conditions that cannot
 * be read or never hold, required fields that nothing shows, fields shown twice, choices without
 * titles, defaults that are not valid. In bounded time. Unknown words are found by the grammars
 * (data/schema), calculations by yc_form_find_mistakes().
 *
 * Returns: (transfer full) (element-type YcFormFinding): what was found
 */
GPtrArray *
yc_form_lint (JsonNode *schema,
              JsonNode *layout)
{
  g_autoptr (YcSchemaRegistry) registry = NULL;
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  YcFormLint self = { schema, layout, NULL, shown, whole, NULL, 0, 0 };

  g_return_val_if_fail (schema != NULL, NULL);

  registry = create_registry (schema);
  self.registry = registry;
  self.findings = g_ptr_array_new_with_free_func (finding_free);
  if (layout != NULL)
    yc_form_lint_check_layout (&self);
  self.n_nodes = 0;
  yc_form_lint_check_schema (&self);
  return self.findings;
}

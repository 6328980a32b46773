/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a schema and all that it refers to into the internal program. */
#include "yc-schema-build-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-schema-registry-private.h"

/* Beyond it a schema is hostile. */
#define MAX_PATTERN_BYTES (4 * 1024 * 1024)

static void
member_clear (YcSchemaMember *member)
{
  g_clear_pointer (&member->pattern, yc_schema_pattern_unref);
  g_clear_pointer (&member->names, g_strfreev);
}

static void
op_clear (YcSchemaOp *op)
{
  for (guint i = 0; i < op->n_members; i++)
    member_clear (&op->members[i]);
  for (guint i = 0; i < op->n_patterns; i++)
    member_clear (&op->patterns[i]);
  g_free (op->members);
  g_free (op->patterns);
  g_free (op->list);
  g_strfreev (op->names);
  g_free (op->texts);
  g_clear_pointer (&op->pattern, yc_schema_pattern_unref);
  g_clear_pointer (&op->by_name, yc_schema_names_free);
}

static void
subschema_free (YcSubschema *self)
{
  for (guint i = 0; i < self->n_ops; i++)
    op_clear (&self->ops[i]);
  g_free (self->ops);
  g_free (self->base);
  g_free (self);
}

/* In draft 7 a `$ref` puts everything beside it out of force. */
static gboolean
is_in_force (YcSchemaBuilder       *self,
             const YcSchemaKeyword *keyword)
{
  const YcSchemaScope *scope = self->current->scope;

  if ((keyword->drafts & scope->resource->draft) == 0 ||
      (scope->resource->draft == YC_SCHEMA_DRAFT_7 && keyword->kind != YC_SCHEMA_OP_REF &&
       json_object_has_member (self->object, "$ref")))
    return FALSE;
  return scope->validates || keyword->kind > YC_SCHEMA_OP_DEPENDENT_REQUIRED ||
         keyword->kind == YC_SCHEMA_OP_FORMAT;
}

static YcSchemaTypes
get_applies (YcSchemaOpKind kind)
{
  if (kind >= YC_SCHEMA_OP_MAXIMUM && kind <= YC_SCHEMA_OP_MONEY)
    return YC_SCHEMA_TYPE_NUMBER;
  if (kind >= YC_SCHEMA_OP_MAX_LENGTH && kind <= YC_SCHEMA_OP_FORMAT)
    return YC_SCHEMA_TYPE_STRING;
  if (kind >= YC_SCHEMA_OP_MAX_ITEMS && kind <= YC_SCHEMA_OP_UNIQUE_ITEMS)
    return YC_SCHEMA_TYPE_ARRAY;
  if (kind >= YC_SCHEMA_OP_MAX_PROPERTIES && kind <= YC_SCHEMA_OP_PROPERTIES)
    return YC_SCHEMA_TYPE_OBJECT;
  if (kind == YC_SCHEMA_OP_ITEMS || kind == YC_SCHEMA_OP_CONTAINS ||
      kind == YC_SCHEMA_OP_UNEVALUATED_ITEMS)
    return YC_SCHEMA_TYPE_ARRAY;
  if (kind == YC_SCHEMA_OP_DEPENDENT_SCHEMAS || kind == YC_SCHEMA_OP_UNEVALUATED_PROPERTIES)
    return YC_SCHEMA_TYPE_OBJECT;
  return YC_SCHEMA_TYPES_ANY;
}

static int
compare_ops (gconstpointer a,
             gconstpointer b)
{
  return (int) ((const YcSchemaOp *) a)->kind - (int) ((const YcSchemaOp *) b)->kind;
}

static gboolean
build_keywords (YcSchemaBuilder *self,
                GError         **error)
{
  for (guint i = 0; i < yc_schema_n_keywords; i++)
    {
      YcSchemaOp op = { 0 };
      gboolean ok;

      op.value = json_object_get_member (self->object, yc_schema_keywords[i].keyword);
      if (op.value == NULL || !is_in_force (self, &yc_schema_keywords[i]))
        continue;
      op.kind = yc_schema_keywords[i].kind;
      op.keyword = yc_schema_keywords[i].keyword;
      ok = yc_schema_keywords[i].build (self, &op, error);
      op.applies = get_applies (op.kind);
      if (ok && op.kind != 0 && !(op.kind == YC_SCHEMA_OP_FORMAT && op.format == NULL))
        g_array_append_val (self->ops, op);
      else
        op_clear (&op);
      if (!ok)
        return FALSE;
    }
  g_array_sort (self->ops, compare_ops);
  return TRUE;
}

static gboolean
build_subschema (YcSchemaBuilder *self,
                 YcSubschema     *subschema,
                 GError         **error)
{
  gboolean ok;

  if (JSON_NODE_HOLDS_VALUE (subschema->node) &&
      json_node_get_value_type (subschema->node) == G_TYPE_BOOLEAN)
    {
      subschema->never = !json_node_get_boolean (subschema->node);
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (subschema->node))
    {
      g_autofree char *location = yc_subschema_dup_location (subschema);

      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   "%s must be an object, true or false", location);
      return FALSE;
    }
  self->current = subschema;
  self->object = json_node_get_object (subschema->node);
  self->ops = g_array_new (FALSE, FALSE, sizeof (YcSchemaOp));
  subschema->message = yc_json_get_string (self->object, "x-message", NULL);
  ok = build_keywords (self, error);
  subschema->n_ops = self->ops->len;
  subschema->ops = (YcSchemaOp *) (gpointer) g_array_free (self->ops, FALSE);
  subschema->leaf = subschema->n_ops == 0 ||
                    subschema->ops[subschema->n_ops - 1].kind <= YC_SCHEMA_OP_DEPENDENT_REQUIRED;
  return ok;
}

/* One pattern for all places where @source stands. */
YcSchemaPattern *
yc_schema_get_pattern (YcSchemaBuilder  *self,
                       const char       *source,
                       GError          **error)
{
  YcSchemaPattern *pattern = g_hash_table_lookup (self->patterns, source);

  if (pattern != NULL)
    return yc_schema_pattern_ref (pattern);
  pattern = yc_schema_pattern_new (source, error);
  if (pattern == NULL)
    return NULL;
  self->pattern_bytes += yc_schema_pattern_get_size (pattern);
  if (self->pattern_bytes > MAX_PATTERN_BYTES)
    {
      yc_schema_pattern_unref (pattern);
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT,
                           _ ("The patterns of the schema are too large"));
      return NULL;
    }
  g_hash_table_insert (self->patterns, (gpointer) source, yc_schema_pattern_ref (pattern));
  return pattern;
}

static gboolean
build_pending (YcSchemaBuilder *self,
               GError         **error)
{
  gboolean ok = TRUE;

  while (ok && !g_queue_is_empty (&self->pending))
    {
      if (g_hash_table_size (self->schema->subschemas) > YC_SCHEMA_MAX_PARTS)
        {
          g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT,
                       _ ("The schema has more than %d parts"), YC_SCHEMA_MAX_PARTS);
          return FALSE;
        }
      ok = build_subschema (self, g_queue_pop_head (&self->pending), error);
    }
  return ok;
}

static void
shorten_all (YcSchema *self)
{
  GHashTableIter iter;
  gpointer subschema;

  g_hash_table_iter_init (&iter, self->subschemas);
  while (g_hash_table_iter_next (&iter, NULL, &subschema))
    yc_schema_shorten (subschema);
}

/* The standard wants a schema refused whose words mean something that is not known here. */
static gboolean
check_vocabulary (YcSchemaBuilder *self,
                  GError         **error)
{
  if (self->unknown_vocabulary == NULL)
    return TRUE;
  g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
               _ ("The schema demands the vocabulary “%s”, which is not known"),
               self->unknown_vocabulary);
  return FALSE;
}

/* Compiles what is at @uri, absolute with a fragment, and everything that it leads to. */
gboolean
yc_schema_build (YcSchema         *self,
                 const char       *uri,
                 YcSchemaRegistry *registry,
                 GError          **error)
{
  YcSchemaBuilder builder = { .schema = self, .pending = G_QUEUE_INIT };
  gboolean ok;

  builder.tables[0] = self->table;
  builder.patterns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) yc_schema_pattern_unref);
  builder.tables[1] = registry == NULL ? NULL : yc_schema_registry_get_table (registry);
  builder.tables[2] = yc_schema_table_get_meta ();
  builder.assert_formats = registry == NULL || yc_schema_registry_get_assert_formats (registry);
  self->subschemas = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) subschema_free);
  self->scopes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) yc_schema_scope_free);
  self->root = yc_schema_resolve (&builder, NULL, uri, NULL, error);
  ok = self->root != NULL && build_pending (&builder, error) &&
       check_vocabulary (&builder, error);
  if (ok)
    shorten_all (self);
  g_queue_clear (&builder.pending);
  g_hash_table_unref (builder.patterns);
  return ok;
}

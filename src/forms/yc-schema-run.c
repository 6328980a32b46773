/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens on the way: paths, problems, and what was seen already. */
#include "yc-schema-run-private.h"

#include "yc-json.h"

/* Paths */

static void
append_step (GString            *out,
             const YcSchemaStep *step)
{
  if (step == NULL)
    return;
  append_step (out, step->parent);
  g_string_append_c (out, '/');
  if (step->name == NULL)
    {
      g_string_append_printf (out, "%u", step->index);
      return;
    }
  for (const char *at = step->name; *at != '\0'; at++)
    {
      if (*at == '~')
        g_string_append (out, "~0");
      else if (*at == '/')
        g_string_append (out, "~1");
      else
        g_string_append_c (out, *at);
    }
}

char *
yc_schema_write_path (const YcSchemaStep *step)
{
  GString *out = g_string_new (NULL);

  append_step (out, step);
  return g_string_free (out, FALSE);
}

static const char *
get_words (JsonNode   *schema,
           const char *keyword)
{
  return yc_json_get_string (yc_json_get_object (yc_json_node_get_object (schema), "x-message"),
                             keyword, NULL);
}

/* The author's own words: one text for whatever is wrong with a value, but not for its absence; or
 * an object with a text by keyword, where "required" stands in the schema of what is missing. */
static const char *
find_words (const YcSubschema *schema,
            const char        *keyword,
            const char        *name)
{
  JsonObject *properties =
      yc_json_get_object (yc_json_node_get_object (schema->node), "properties");
  const char *words = NULL;

  if (name != NULL && properties != NULL && json_object_has_member (properties, name))
    words = get_words (json_object_get_member (properties, name), keyword);
  if (words == NULL)
    words = get_words (schema->node, keyword);
  return words != NULL || name != NULL ? words : schema->message;
}

/* Notes a problem. @name is the member that is missing or too many, if one is. */
gboolean
yc_schema_report_at (YcSchemaRun        *run,
                     const YcSchemaSpot *spot,
                     const char         *keyword,
                     JsonNode           *value,
                     const YcSchemaStep *instance_path,
                     const char         *name)
{
  const YcSchemaStep keyword_step = { spot->keyword_path, keyword, 0 };

  if (run->report == NULL || yc_schema_report_is_full (run->report))
    return FALSE;
  yc_schema_report_take (run->report, keyword, yc_schema_write_path (&keyword_step),
                         yc_schema_write_path (instance_path), value, name,
                         find_words (spot->schema, keyword, name));
  yc_schema_report_set_schema (run->report, spot->schema, run->root);
  return FALSE;
}

gboolean
yc_schema_fail (YcSchemaRun        *run,
                const YcSchemaSpot *spot,
                const YcSchemaOp   *op)
{
  return yc_schema_report_at (run, spot, op->keyword, op->value, spot->instance_path, NULL);
}

/* Whether to go on after a problem, to find more. */
gboolean
yc_schema_wants_more (YcSchemaRun *run)
{
  return run->report != NULL && !run->over_limit && !yc_schema_report_is_full (run->report);
}

/* What was seen */

void
yc_schema_seen_clear (YcSchemaSeen *seen)
{
  g_clear_pointer (&seen->names, g_hash_table_unref);
  g_clear_pointer (&seen->indexes, g_hash_table_unref);
}

void
yc_schema_seen_add_name (YcSchemaSeen *seen,
                         const char   *name)
{
  if (seen == NULL || seen->all_names)
    return;
  if (seen->names == NULL)
    seen->names = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (seen->names, (gpointer) name);
}

void
yc_schema_seen_add_index (YcSchemaSeen *seen,
                          guint         index)
{
  if (seen == NULL || seen->all_items)
    return;
  if (seen->indexes == NULL)
    seen->indexes = g_hash_table_new (NULL, NULL);
  g_hash_table_add (seen->indexes, GUINT_TO_POINTER (index));
}

static void
merge_set (GHashTable **into,
           GHashTable  *from,
           GHashFunc    hash,
           GEqualFunc   equal)
{
  GHashTableIter iter;
  gpointer key;

  if (from == NULL)
    return;
  if (*into == NULL)
    *into = g_hash_table_new (hash, equal);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (*into, key);
}

void
yc_schema_seen_merge (YcSchemaSeen       *into,
                      const YcSchemaSeen *from)
{
  merge_set (&into->names, from->names, g_str_hash, g_str_equal);
  merge_set (&into->indexes, from->indexes, NULL, NULL);
  into->all_names |= from->all_names;
  into->all_items |= from->all_items;
  into->n_prefix = MAX (into->n_prefix, from->n_prefix);
}

gboolean
yc_schema_seen_has_name (const YcSchemaSeen *seen,
                         const char         *name)
{
  return seen->all_names || (seen->names != NULL && g_hash_table_contains (seen->names, name));
}

gboolean
yc_schema_seen_has_index (const YcSchemaSeen *seen,
                          guint               index)
{
  return seen->all_items || index < seen->n_prefix ||
         (seen->indexes != NULL && g_hash_table_contains (seen->indexes, GUINT_TO_POINTER (index)));
}

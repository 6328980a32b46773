/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on arrays, and on the number of items or members. */
#include "yc-schema-run-private.h"

#include "yc-json.h"
#include "yc-schema-number-private.h"

/* From this many items on, equal ones are looked for by hash. */
#define HASH_ITEMS_FROM 12

gboolean
yc_schema_run_count (YcSchemaRun        *run,
                     const YcSchemaSpot *spot,
                     const YcSchemaOp   *op)
{
  gboolean items = op->kind == YC_SCHEMA_OP_MAX_ITEMS || op->kind == YC_SCHEMA_OP_MIN_ITEMS;
  gboolean most = op->kind == YC_SCHEMA_OP_MAX_ITEMS || op->kind == YC_SCHEMA_OP_MAX_PROPERTIES;
  guint64 count;

  if (items)
    count = json_array_get_length (json_node_get_array (spot->instance));
  else
    count = json_object_get_size (json_node_get_object (spot->instance));
  return (most ? count <= op->limit : count >= op->limit) || yc_schema_fail (run, spot, op);
}

static gboolean
equal_nodes (gconstpointer a,
             gconstpointer b)
{
  return yc_json_equal ((JsonNode *) a, (JsonNode *) b);
}

static guint
hash_node (gconstpointer node)
{
  return yc_schema_node_hash ((JsonNode *) node);
}

static gboolean
has_equal_before (JsonArray *array,
                  guint      index)
{
  for (guint i = 0; i < index; i++)
    {
      if (yc_json_equal (json_array_get_element (array, i), json_array_get_element (array, index)))
        return TRUE;
    }
  return FALSE;
}

gboolean
yc_schema_run_unique (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  g_autoptr (GHashTable) set = NULL;
  JsonArray *array;
  guint n;

  if (op->limit == 0)
    return TRUE;
  array = json_node_get_array (spot->instance);
  n = json_array_get_length (array);
  if (n >= HASH_ITEMS_FROM)
    set = g_hash_table_new (hash_node, equal_nodes);
  for (guint i = 0; i < n; i++)
    {
      gboolean twice = set == NULL ? has_equal_before (array, i)
                                   : !g_hash_table_add (set, json_array_get_element (array, i));

      if (twice)
        return yc_schema_fail (run, spot, op);
    }
  return TRUE;
}

gboolean
yc_schema_run_items (YcSchemaRun        *run,
                     const YcSchemaSpot *spot,
                     const YcSchemaOp   *op)
{
  JsonArray *array;
  gboolean ok = TRUE;
  guint n;

  array = json_node_get_array (spot->instance);
  n = json_array_get_length (array);
  if (op->schema == NULL)
    n = MIN (n, op->n_list);
  for (guint i = 0; i < n && (ok || yc_schema_wants_more (run)); i++)
    {
      gboolean prefix = i < op->n_list;
      const YcSchemaStep item = { spot->instance_path, NULL, i };
      const YcSchemaStep keyword = { spot->keyword_path, op->item_keywords[prefix ? 0 : 1], 0 };
      const YcSchemaStep place = { &keyword, NULL, i };

      ok &=
          yc_schema_run (run, prefix ? op->list[i] : op->schema, json_array_get_element (array, i),
                         &item, prefix ? &place : &keyword, NULL);
    }
  if (spot->seen != NULL && op->schema != NULL)
    spot->seen->all_items = TRUE;
  else if (spot->seen != NULL)
    spot->seen->n_prefix = MAX (spot->seen->n_prefix, op->n_list);
  return ok;
}

gboolean
yc_schema_run_contains (YcSchemaRun        *run,
                        const YcSchemaSpot *spot,
                        const YcSchemaOp   *op)
{
  const YcSchemaStep keyword = { spot->keyword_path, "contains", 0 };
  guint before = yc_schema_report_mark (run->report);
  JsonArray *array;
  guint64 n_found = 0;

  array = json_node_get_array (spot->instance);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const YcSchemaStep item = { spot->instance_path, NULL, i };

      if (!yc_schema_run_branch (run, op->schema, json_array_get_element (array, i), &item,
                                 &keyword, NULL))
        continue;
      yc_schema_seen_add_index (spot->seen, i);
      if (++n_found > op->limit_max)
        break;
    }
  if (n_found < op->limit)
    return yc_schema_report_at (run, spot, n_found == 0 ? "contains" : "minContains", op->value,
                                spot->instance_path, NULL);
  if (n_found > op->limit_max)
    return yc_schema_report_at (run, spot, "maxContains", op->value, spot->instance_path, NULL);
  yc_schema_report_take_back (run->report, before);
  return TRUE;
}

gboolean
yc_schema_run_unevaluated_items (YcSchemaRun        *run,
                                 const YcSchemaSpot *spot,
                                 const YcSchemaOp   *op)
{
  JsonArray *array;
  gboolean ok = TRUE;

  array = json_node_get_array (spot->instance);
  for (guint i = 0; i < json_array_get_length (array) && (ok || yc_schema_wants_more (run)); i++)
    {
      const YcSchemaStep item = { spot->instance_path, NULL, i };
      const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };

      if (!yc_schema_seen_has_index (spot->seen, i))
        ok &= yc_schema_run (run, op->schema, json_array_get_element (array, i), &item, &keyword,
                             NULL);
    }
  spot->seen->all_items = TRUE;
  return ok;
}

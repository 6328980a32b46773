/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations that run other schemas on the same value: references, and what combines schemas. */
#include "yc-schema-run-private.h"

static gboolean
run_in_place (YcSchemaRun        *run,
              const YcSchemaSpot *spot,
              const YcSubschema  *schema,
              const YcSchemaStep *keyword_path)
{
  return yc_schema_run (run, schema, spot->instance, spot->instance_path, keyword_path, spot->seen);
}

gboolean
yc_schema_run_ref (YcSchemaRun        *run,
                   const YcSchemaSpot *spot,
                   const YcSchemaOp   *op)
{
  const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };

  return run_in_place (run, spot, op->schema, &keyword);
}

/* The outermost resource on the way here that has the anchor decides. */
gboolean
yc_schema_run_dynamic_ref (YcSchemaRun        *run,
                           const YcSchemaSpot *spot,
                           const YcSchemaOp   *op)
{
  const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };
  const YcSubschema *target = NULL;

  for (guint i = 0; op->anchor != NULL && target == NULL && i < run->n_scopes; i++)
    target = g_hash_table_lookup (run->scopes[i]->dynamic, op->anchor);
  return run_in_place (run, spot, target == NULL ? op->schema : target, &keyword);
}

gboolean
yc_schema_run_all_of (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };
  gboolean ok = TRUE;

  for (guint i = 0; i < op->n_list && (ok || yc_schema_wants_more (run)); i++)
    {
      const YcSchemaStep place = { &keyword, NULL, i };
      ok &= run_in_place (run, spot, op->list[i], &place);
    }
  return ok;
}

/* Where each branch is for one text: %TRUE with the answer in @ok, which is the same for anyOf and
 * oneOf; %FALSE where somebody wants to know what is wrong with each. */
static gboolean
choose_by_text (YcSchemaRun        *run,
                const YcSchemaSpot *spot,
                const YcSchemaOp   *op,
                gboolean           *ok)
{
  gboolean known;

  if (op->by_name == NULL)
    return FALSE;
  known = spot->types == YC_SCHEMA_TYPE_STRING &&
          yc_schema_names_lookup (op->by_name, json_node_get_string (spot->instance)) != NULL;
  if (!known && run->report != NULL && yc_schema_report_wants_branches (run->report))
    return FALSE;
  *ok = known || yc_schema_fail (run, spot, op);
  return TRUE;
}

gboolean
yc_schema_run_any_of (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };
  guint before = yc_schema_report_mark (run->report);
  gboolean ok = FALSE;

  if (choose_by_text (run, spot, op, &ok))
    return ok;
  /* All of them run where somebody wants to know what they have seen. */
  for (guint i = 0; i < op->n_list && (!ok || spot->seen != NULL); i++)
    {
      const YcSchemaStep place = { &keyword, NULL, i };
      ok |= yc_schema_run_branch (run, op->list[i], spot->instance, spot->instance_path, &place,
                                  spot->seen);
    }
  if (!ok)
    return yc_schema_fail (run, spot, op);
  yc_schema_report_take_back (run->report, before);
  return TRUE;
}

gboolean
yc_schema_run_one_of (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };
  guint before = yc_schema_report_mark (run->report);
  guint n_valid = 0;
  gboolean ok;

  if (choose_by_text (run, spot, op, &ok))
    return ok;
  for (guint i = 0; i < op->n_list && n_valid < 2; i++)
    {
      const YcSchemaStep place = { &keyword, NULL, i };
      n_valid += yc_schema_run_branch (run, op->list[i], spot->instance, spot->instance_path,
                                       &place, spot->seen);
    }
  if (n_valid != 1)
    return yc_schema_fail (run, spot, op);
  yc_schema_report_take_back (run->report, before);
  return TRUE;
}

gboolean
yc_schema_run_not (YcSchemaRun        *run,
                   const YcSchemaSpot *spot,
                   const YcSchemaOp   *op)
{
  return !yc_schema_try (run, op->schema, spot, spot->instance, NULL) ||
         yc_schema_fail (run, spot, op);
}

gboolean
yc_schema_run_if (YcSchemaRun        *run,
                  const YcSchemaSpot *spot,
                  const YcSchemaOp   *op)
{
  gboolean holds = yc_schema_try (run, op->schema, spot, spot->instance, spot->seen);
  const YcSchemaStep keyword = { spot->keyword_path, holds ? "then" : "else", 0 };
  const YcSubschema *branch = op->list[holds ? 0 : 1];

  if (branch == NULL || run_in_place (run, spot, branch, &keyword))
    return TRUE;
  if (run->report != NULL && yc_schema_report_wants_branches (run->report))
    yc_schema_report_at (run, spot, "if", op->value, spot->instance_path, NULL);
  return FALSE;
}

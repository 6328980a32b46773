/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways through a schema that is built: what two keywords would do twice, or many branches one
 * by one, though once is enough. */
#include "yc-schema-build-private.h"

#include "yc-json.h"

static YcSchemaOp *
find_op (YcSubschema    *subschema,
         YcSchemaOpKind  kind)
{
  for (guint i = 0; i < subschema->n_ops; i++)
    {
      if (subschema->ops[i].kind == kind)
        return &subschema->ops[i];
    }
  return NULL;
}

/* Where properties are looked up anyway, most of `required` is known by the way. */
static void
fold_required (YcSubschema *subschema)
{
  YcSchemaOp *required = find_op (subschema, YC_SCHEMA_OP_REQUIRED);
  YcSchemaOp *properties = find_op (subschema, YC_SCHEMA_OP_PROPERTIES);
  guint n_rest = 0;

  if (required == NULL || properties == NULL || properties->n_patterns > 0)
    return;
  required->texts = g_new0 (const char *, g_strv_length (required->names) + 1);
  for (char **name = required->names; *name != NULL; name++)
    {
      YcSchemaMember *member = yc_schema_names_lookup (properties->by_name, *name);

      if (member == NULL)
        {
          required->texts[n_rest++] = *name;
          continue;
        }
      properties->n_required += member->required ? 0 : 1;
      member->required = TRUE;
    }
}

/* The one text that a branch is for, %NULL if it says more. */
static const char *
get_text (const YcSubschema *branch)
{
  const YcSchemaOp *last = branch->n_ops == 0 ? NULL : &branch->ops[branch->n_ops - 1];

  if (last == NULL || last->kind != YC_SCHEMA_OP_CONST || branch->n_ops > 2 ||
      (branch->n_ops == 2 && (branch->ops[0].kind != YC_SCHEMA_OP_TYPE ||
                              (branch->ops[0].types & YC_SCHEMA_TYPE_STRING) == 0)))
    return NULL;
  return last->texts[0];
}

/* Choices with titles, of which each is for one text: the text is looked up. */
static void
fold_choices (YcSchemaOp *op)
{
  g_autofree const char **texts = g_new0 (const char *, op->n_list + 1);
  YcSchemaNames *names = yc_schema_names_new (op->n_list);
  guint n = 0;

  while (n < op->n_list && (texts[n] = get_text (op->list[n])) != NULL &&
         yc_schema_names_lookup (names, texts[n]) == NULL)
    {
      yc_schema_names_add (names, texts[n], (gpointer) texts[n]);
      n++;
    }
  if (n > 0 && n == op->n_list)
    op->by_name = g_steal_pointer (&names);
  g_clear_pointer (&names, yc_schema_names_free);
}

/* @subschema and all that it leads to are built. */
void
yc_schema_shorten (YcSubschema *subschema)
{
  fold_required (subschema);
  for (guint i = 0; i < subschema->n_ops; i++)
    {
      YcSchemaOpKind kind = subschema->ops[i].kind;

      if (kind == YC_SCHEMA_OP_ANY_OF || kind == YC_SCHEMA_OP_ONE_OF)
        fold_choices (&subschema->ops[i]);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a schema's branches apply to the data as they are: conditions, and alternatives. */
#include "yc-form-private.h"

#include "yc-json.h"

static gboolean
fits (YcForm   *self,
      JsonNode *schema,
      JsonNode *value)
{
  YcSchema *compiled = yc_form_find_schema (self, schema);

  return compiled != NULL && yc_schema_validate (compiled, value, NULL);
}

/* The alternative that was chosen, where somebody chooses. */
static gboolean
is_chosen (YcForm            *self,
           const YcFormGuard *guard,
           YcFormField       *field)
{
  int chosen = yc_form_field_get_chosen (field);

  return chosen >= 0 && field->spec->choice_values->pdata[chosen] == guard->part;
}

/* Of sets of fields one applies, the one that the data have the shape of; others are conditions. */
static gboolean
is_shape (YcForm            *self,
          const YcFormGuard *guard,
          JsonNode          *value)
{
  gboolean nullable = FALSE;
  g_autoptr (GPtrArray) schemas =
      yc_form_schema_list_options (self->schema_node, guard->holder, &nullable);
  int found;

  if (!g_ptr_array_find (schemas, guard->part, NULL) ||
      !yc_form_schema_is_alternatives (self->schema_node, guard->holder))
    return fits (self, guard->part, value);
  found = yc_form_find_alternative (self, schemas, value);
  return found >= 0 && schemas->pdata[found] == guard->part;
}

/* Whether what is said under @guard applies to what is at @pointer. */
gboolean
yc_form_applies (const YcFormGuard *guard,
                 const char        *pointer,
                 JsonNode          *data,
                 gpointer           form)
{
  YcForm *self = form;
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);
  JsonNode *value = yc_json_pointer_get (data, pointer);

  if (g_str_equal (guard->keyword, "then") || g_str_equal (guard->keyword, "else"))
    return value != NULL && fits (self, guard->part, value) == g_str_equal (guard->keyword, "then");
  if (field != NULL && field->spec->kind == YC_FORM_FIELD_ALTERNATIVES &&
      g_ptr_array_find (field->spec->choice_values, guard->part, NULL))
    return is_chosen (self, guard, field);
  return value != NULL && is_shape (self, guard, value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema says of a single value that an editor can make use of. */
#include "yc-form-facts-private.h"

#include "yc-form-field-private.h"
#include "yc-form-spec-private.h"
#include "yc-json.h"

/* An exclusive bound of whole numbers is the next one inside. */
static gboolean
read_bound (JsonObject *schema,
            const char *inclusive,
            const char *exclusive,
            double      inwards,
            double     *bound)
{
  if (yc_json_node_get_number (yc_json_get_member (schema, inclusive), bound))
    return TRUE;
  if (inwards == 0 || !yc_json_node_get_number (yc_json_get_member (schema, exclusive), bound))
    return FALSE;
  *bound += inwards;
  return TRUE;
}

void
yc_form_facts_read (YcFormFacts *self,
                    JsonObject  *schema)
{
  JsonNode *constant = yc_json_get_member (schema, "const");
  double unit = yc_form_schema_has_type (schema, "integer") ? 1 : 0;

  if (!yc_json_node_get_number (yc_json_get_member (schema, "multipleOf"), &self->step))
    self->step = unit;
  self->ranged = read_bound (schema, "minimum", "exclusiveMinimum", unit, &self->minimum) &&
                 read_bound (schema, "maximum", "exclusiveMaximum", -unit, &self->maximum) &&
                 self->minimum < self->maximum;
  self->write_only = yc_json_get_boolean (schema, "writeOnly", FALSE);
  self->nullable = yc_form_schema_has_type (schema, "null");
  self->constant = constant == NULL ? NULL : json_node_ref (constant);
}

void
yc_form_facts_clear (YcFormFacts *self)
{
  g_clear_pointer (&self->constant, json_node_unref);
}

/**
 * yc_form_field_get_range:
 * @self: a field
 * @minimum: (out): the least number
 * @maximum: (out): the most
 * @step: (out): what lies between two numbers, 0 for any
 *
 * Returns: whether the schema has both bounds
 */
gboolean
yc_form_field_get_range (YcFormField *self,
                         double      *minimum,
                         double      *maximum,
                         double      *step)
{
  const YcFormFacts *facts;

  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  facts = &self->spec->facts;
  *minimum = facts->minimum;
  *maximum = facts->maximum;
  *step = facts->step;
  return facts->ranged;
}

/**
 * yc_form_field_get_write_only:
 * @self: a field
 *
 * Returns: whether the value is secret and not to be shown
 */
gboolean
yc_form_field_get_write_only (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->spec->facts.write_only;
}

/**
 * yc_form_field_get_nullable:
 * @self: a field
 *
 * Returns: whether "nothing" is a value of it
 */
gboolean
yc_form_field_get_nullable (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->spec->facts.nullable;
}

/**
 * yc_form_field_get_constant:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the only value it may have
 */
JsonNode *
yc_form_field_get_constant (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->facts.constant;
}

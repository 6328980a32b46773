/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout's rule, shared by all rows that have it. */
#include "yc-form-rule-private.h"

#include "yc-form-condition-private.h"
#include "yc-json.h"

struct _YcFormRule
{
  YcFormEffect     effect;
  YcFormCondition *condition;
  GPtrArray       *reads;
};

static YcFormEffect
read_effect (const char *text)
{
  static const char *const effects[] = { "SHOW",    "HIDE",     "ENABLE",
                                         "DISABLE", "READONLY", "WRITABLE" };

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      if (g_strcmp0 (text, effects[i]) == 0)
        return YC_FORM_EFFECT_SHOW + i;
    }
  return YC_FORM_EFFECT_NONE;
}

/* Reads a layout element's `rule`. The caller puts the place before the error's message. */
YcFormRule *
yc_form_rule_new (JsonObject  *rule,
                  GError     **error)
{
  YcFormCondition *condition =
      yc_form_condition_new (yc_json_get_object (rule, "condition"), error);
  YcFormRule *self;

  if (condition == NULL)
    return NULL;
  self = g_rc_box_new0 (YcFormRule);
  self->effect = read_effect (yc_json_get_string (rule, "effect", NULL));
  self->condition = condition;
  self->reads = g_ptr_array_new_with_free_func (g_free);
  yc_form_condition_list_reads (condition, self->reads);
  return self;
}

YcFormRule *
yc_form_rule_ref (YcFormRule *self)
{
  return g_rc_box_acquire (self);
}

static void
rule_clear (gpointer data)
{
  YcFormRule *self = data;

  yc_form_condition_free (self->condition);
  g_ptr_array_unref (self->reads);
}

void
yc_form_rule_unref (YcFormRule *self)
{
  g_rc_box_release_full (self, rule_clear);
}

YcFormEffect
yc_form_rule_get_effect (YcFormRule *self)
{
  return self->effect;
}

/* Whether @data meet the rule's condition; its scopes are relative to @base, a JSON Pointer. */
gboolean
yc_form_rule_holds (YcFormRule *self,
                    JsonNode   *data,
                    const char *base)
{
  return yc_form_condition_holds (self->condition, data, base);
}

/* The places that the condition looks at, relative to the base (none). */
GPtrArray *
yc_form_rule_get_reads (YcFormRule *self)
{
  return self->reads;
}

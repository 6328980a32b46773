/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a plan: an item to apply for, or something that nobody needs. */
#include "yc-plan-entry.h"
#include "yc-plan-private.h"

#include "yc-json.h"
#include "yc-property-private.h"

#include <string.h>

struct _YcPlanEntry
{
  GObject        parent_instance;

  YcItem        *item;
  char          *nothing;
  YcReplacement *replacement;
  GString       *reason;
  GString       *advice;
  GPtrArray     *conditions;
  GPtrArray     *list_ids;
};

G_DEFINE_FINAL_TYPE (YcPlanEntry, yc_plan_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_ITEM = 1,
  PROP_REPLACEMENT,
  PROP_NEEDED,
  PROP_TITLE,
  PROP_REASON,
  PROP_CONDITIONS,
  PROP_ADVICE,
  PROP_LIST_IDS,
} YcPlanEntryProperty;

static GParamSpec *properties[PROP_LIST_IDS + 1];

static void
yc_plan_entry_finalize (GObject *object)
{
  YcPlanEntry *self = YC_PLAN_ENTRY (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->nothing, g_free);
  g_clear_object (&self->replacement);
  g_string_free (self->reason, TRUE);
  g_string_free (self->advice, TRUE);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->list_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_plan_entry_parent_class)->finalize (object);
}

static void
yc_plan_entry_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YcPlanEntry *self = YC_PLAN_ENTRY (object);

  switch ((YcPlanEntryProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, yc_plan_entry_get_item (self));
      break;
    case PROP_REPLACEMENT:
      g_value_set_object (value, yc_plan_entry_get_replacement (self));
      break;
    case PROP_NEEDED:
      g_value_set_boolean (value, yc_plan_entry_get_needed (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_plan_entry_get_title (self));
      break;
    case PROP_REASON:
      g_value_set_string (value, yc_plan_entry_get_reason (self));
      break;
    case PROP_CONDITIONS:
      g_value_set_boxed (value, yc_plan_entry_get_conditions (self));
      break;
    case PROP_ADVICE:
      g_value_set_string (value, yc_plan_entry_get_advice (self));
      break;
    case PROP_LIST_IDS:
      g_value_set_boxed (value, yc_plan_entry_get_list_ids (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_plan_entry_class_init (YcPlanEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_plan_entry_finalize;
  object_class->get_property = yc_plan_entry_get_property;

  properties[PROP_ITEM] = yc_property_object ("item", YC_TYPE_ITEM);
  properties[PROP_REPLACEMENT] = yc_property_object ("replacement", YC_TYPE_REPLACEMENT);
  properties[PROP_NEEDED] = yc_property_boolean ("needed");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_REASON] = yc_property_string ("reason");
  properties[PROP_CONDITIONS] = yc_property_boxed ("conditions", G_TYPE_STRV);
  properties[PROP_ADVICE] = yc_property_string ("advice");
  properties[PROP_LIST_IDS] = yc_property_boxed ("list-ids", G_TYPE_STRV);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_plan_entry_init (YcPlanEntry *self)
{
  self->reason = g_string_new (NULL);
  self->advice = g_string_new (NULL);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->conditions, NULL);
  self->list_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->list_ids, NULL);
}

static const char *
get_title (YcPlanEntry *self)
{
  if (self->item != NULL)
    return yc_item_get_title (self->item);
  return self->replacement != NULL ? yc_replacement_get_title (self->replacement) : self->nothing;
}

/* @strings always ends with NULL. */
static void
add_once (GPtrArray  *strings,
          const char *string)
{
  if (!g_strv_contains ((const char *const *) strings->pdata, string))
    g_ptr_array_insert (strings, (int) strings->len - 1, g_strdup (string));
}

static void
add_line (GString    *text,
          const char *line)
{
  if (*line == '\0' || strstr (text->str, line) != NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

YcPlanEntry *
yc_plan_entry_new (YcItem        *item,
                   const char    *nothing,
                   YcReplacement *replacement)
{
  YcPlanEntry *self = g_object_new (YC_TYPE_PLAN_ENTRY, NULL);

  g_set_object (&self->item, item);
  self->nothing = g_strdup (nothing);
  g_set_object (&self->replacement, replacement);
  return self;
}

void
yc_plan_entry_add_outcome (YcPlanEntry *self,
                           const char  *list_id,
                           JsonObject  *outcome)
{
  g_auto (GStrv) conditions = yc_json_dup_strv (outcome, "conditions");

  add_once (self->list_ids, list_id);
  for (guint i = 0; conditions[i] != NULL; i++)
    add_once (self->conditions, conditions[i]);
  add_line (self->reason, yc_json_get_string (outcome, "reason", ""));
  add_line (self->advice, yc_json_get_string (outcome, "advice", ""));
}

gboolean
yc_plan_entry_is_for (YcPlanEntry *self,
                      const char  *code,
                      const char  *nothing)
{
  if (self->item == NULL)
    return g_strcmp0 (self->nothing, nothing) == 0;
  return g_strcmp0 (yc_item_get_code (self->item), code) == 0;
}

gboolean
yc_plan_entry_equal (YcPlanEntry *a,
                     YcPlanEntry *b)
{
  return a->item == b->item && a->replacement == b->replacement &&
         g_strcmp0 (a->nothing, b->nothing) == 0 && g_string_equal (a->reason, b->reason) &&
         g_string_equal (a->advice, b->advice) &&
         g_strv_equal (yc_plan_entry_get_conditions (a), yc_plan_entry_get_conditions (b)) &&
         g_strv_equal (yc_plan_entry_get_list_ids (a), yc_plan_entry_get_list_ids (b));
}

YcItem *
yc_plan_entry_get_item (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->item;
}

YcReplacement *
yc_plan_entry_get_replacement (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->replacement;
}

gboolean
yc_plan_entry_get_needed (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), FALSE);

  return self->item != NULL;
}

const char *
yc_plan_entry_get_title (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return get_title (self);
}

const char *
yc_plan_entry_get_reason (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->reason->str;
}

const char *const *
yc_plan_entry_get_conditions (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return (const char *const *) self->conditions->pdata;
}

const char *
yc_plan_entry_get_advice (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->advice->str;
}

const char *const *
yc_plan_entry_get_list_ids (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return (const char *const *) self->list_ids->pdata;
}

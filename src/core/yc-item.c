/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service item: one thing a citizen can apply for, with its standard. */
#include "yc-item.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-property-private.h"

#include <glib/gi18n-lib.h>

struct _YcItem
{
  GObject     parent_instance;

  JsonObject *json;
  GStrv       aliases;
  GStrv       conditions;
  GStrv       basis;
  GStrv       review_steps;
  GStrv       reason_codes;
  GListStore *materials;
};

static const YcMember members[] = {
  { "code", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "aliases", YC_MEMBER_STRINGS, FALSE },
  { "department", YC_MEMBER_STRING, FALSE },
  { "level", YC_MEMBER_STRING, FALSE },
  { "summary", YC_MEMBER_STRING, FALSE },
  { "conditions", YC_MEMBER_STRINGS, FALSE },
  { "basis", YC_MEMBER_STRINGS, FALSE },
  { "materials", YC_MEMBER_OBJECTS, FALSE },
  { "time_limit", YC_MEMBER_OBJECT, FALSE },
  { "fee", YC_MEMBER_WHOLE, FALSE },
  { "channel", YC_MEMBER_STRING, FALSE },
  { "where", YC_MEMBER_STRING, FALSE },
  { "result", YC_MEMBER_STRING, FALSE },
  { "form", YC_MEMBER_STRING, FALSE },
  { "review", YC_MEMBER_STRINGS, FALSE },
  { "certificate", YC_MEMBER_STRING, FALSE },
  { "return_reasons", YC_MEMBER_STRINGS, FALSE },
  { "advice", YC_MEMBER_STRING, FALSE },
  { "sample", YC_MEMBER_BOOLEAN, FALSE },
};

static const YcMember time_limit_members[] = {
  { "minutes", YC_MEMBER_WHOLE, FALSE },
  { "working_days", YC_MEMBER_WHOLE, FALSE },
  { "text", YC_MEMBER_STRING, FALSE },
};

G_DEFINE_FINAL_TYPE (YcItem, yc_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_CODE = 1,
  PROP_TITLE,
  PROP_DEPARTMENT,
  PROP_LEVEL,
  PROP_SUMMARY,
  PROP_TIME_LIMIT,
  PROP_TIME_LIMIT_MINUTES,
  PROP_TIME_LIMIT_DAYS,
  PROP_FEE,
  PROP_CHANNEL,
  PROP_WHERE,
  PROP_RESULT,
  PROP_ADVICE,
  PROP_FORM_ID,
  PROP_TEMPLATE_ID,
  PROP_ALIASES,
  PROP_CONDITIONS,
  PROP_BASIS,
  PROP_REVIEW_STEPS,
  PROP_REASON_CODES,
  PROP_MATERIALS,
  PROP_SAMPLE,
  PROP_JSON,
} YcItemProperty;

static GParamSpec *properties[PROP_JSON + 1];

static void
yc_item_finalize (GObject *object)
{
  YcItem *self = YC_ITEM (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->aliases, g_strfreev);
  g_clear_pointer (&self->conditions, g_strfreev);
  g_clear_pointer (&self->basis, g_strfreev);
  g_clear_pointer (&self->review_steps, g_strfreev);
  g_clear_pointer (&self->reason_codes, g_strfreev);
  g_clear_object (&self->materials);

  G_OBJECT_CLASS (yc_item_parent_class)->finalize (object);
}

static void
yc_item_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YcItem *self = YC_ITEM (object);

  switch ((YcItemProperty) prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, yc_item_get_code (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_item_get_title (self));
      break;
    case PROP_DEPARTMENT:
      g_value_set_string (value, yc_item_get_department (self));
      break;
    case PROP_LEVEL:
      g_value_set_string (value, yc_item_get_level (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, yc_item_get_summary (self));
      break;
    case PROP_TIME_LIMIT:
      g_value_set_string (value, yc_item_get_time_limit (self));
      break;
    case PROP_TIME_LIMIT_MINUTES:
      g_value_set_uint (value, yc_item_get_time_limit_minutes (self));
      break;
    case PROP_TIME_LIMIT_DAYS:
      g_value_set_uint (value, yc_item_get_time_limit_days (self));
      break;
    case PROP_FEE:
      g_value_set_int64 (value, yc_item_get_fee (self));
      break;
    case PROP_CHANNEL:
      g_value_set_string (value, yc_item_get_channel (self));
      break;
    case PROP_WHERE:
      g_value_set_string (value, yc_item_get_where (self));
      break;
    case PROP_RESULT:
      g_value_set_string (value, yc_item_get_result (self));
      break;
    case PROP_ADVICE:
      g_value_set_string (value, yc_item_get_advice (self));
      break;
    case PROP_FORM_ID:
      g_value_set_string (value, yc_item_get_form_id (self));
      break;
    case PROP_TEMPLATE_ID:
      g_value_set_string (value, yc_item_get_template_id (self));
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, yc_item_get_aliases (self));
      break;
    case PROP_CONDITIONS:
      g_value_set_boxed (value, yc_item_get_conditions (self));
      break;
    case PROP_BASIS:
      g_value_set_boxed (value, yc_item_get_basis (self));
      break;
    case PROP_REVIEW_STEPS:
      g_value_set_boxed (value, yc_item_get_review_steps (self));
      break;
    case PROP_REASON_CODES:
      g_value_set_boxed (value, yc_item_get_reason_codes (self));
      break;
    case PROP_MATERIALS:
      g_value_set_object (value, yc_item_get_materials (self));
      break;
    case PROP_SAMPLE:
      g_value_set_boolean (value, yc_item_get_sample (self));
      break;
    case PROP_JSON:
      g_value_set_boxed (value, yc_item_get_json (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_item_class_init (YcItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_item_finalize;
  object_class->get_property = yc_item_get_property;

  properties[PROP_CODE] = yc_property_string ("code");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_DEPARTMENT] = yc_property_string ("department");
  properties[PROP_LEVEL] = yc_property_string ("level");
  properties[PROP_SUMMARY] = yc_property_string ("summary");
  properties[PROP_TIME_LIMIT] = yc_property_string ("time-limit");
  properties[PROP_TIME_LIMIT_MINUTES] = yc_property_uint ("time-limit-minutes");
  properties[PROP_TIME_LIMIT_DAYS] = yc_property_uint ("time-limit-days");
  properties[PROP_FEE] = yc_property_int64 ("fee");
  properties[PROP_CHANNEL] = yc_property_string ("channel");
  properties[PROP_WHERE] = yc_property_string ("where");
  properties[PROP_RESULT] = yc_property_string ("result");
  properties[PROP_ADVICE] = yc_property_string ("advice");
  properties[PROP_FORM_ID] = yc_property_string ("form-id");
  properties[PROP_TEMPLATE_ID] = yc_property_string ("template-id");
  properties[PROP_ALIASES] = yc_property_boxed ("aliases", G_TYPE_STRV);
  properties[PROP_CONDITIONS] = yc_property_boxed ("conditions", G_TYPE_STRV);
  properties[PROP_BASIS] = yc_property_boxed ("basis", G_TYPE_STRV);
  properties[PROP_REVIEW_STEPS] = yc_property_boxed ("review-steps", G_TYPE_STRV);
  properties[PROP_REASON_CODES] = yc_property_boxed ("reason-codes", G_TYPE_STRV);
  properties[PROP_MATERIALS] = yc_property_object ("materials", G_TYPE_LIST_MODEL);
  properties[PROP_SAMPLE] = yc_property_boolean ("sample");
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_item_init (YcItem *self)
{
}

static JsonObject *
get_time_limit (YcItem *self)
{
  return yc_json_get_object (self->json, "time_limit");
}

static gboolean
check_time_limit (JsonObject  *json,
                  GError     **error)
{
  if (yc_document_check (yc_json_get_object (json, "time_limit"), time_limit_members,
                         G_N_ELEMENTS (time_limit_members), error))
    return TRUE;
  g_prefix_error (error, "/time_limit");
  return FALSE;
}

static gboolean
has_material (YcItem     *self,
              const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->materials)); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (G_LIST_MODEL (self->materials), i);

      if (g_str_equal (yc_material_get_id (material), id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_material (YcItem      *self,
              JsonObject  *json,
              GError     **error)
{
  g_autoptr (YcMaterial) material = yc_material_new_from_json (json, error);

  if (material == NULL)
    return FALSE;
  if (has_material (self, yc_material_get_id (material)))
    return yc_document_fail (error, "id", _("is used twice"));
  g_list_store_append (self->materials, material);
  return TRUE;
}

static gboolean
add_materials (YcItem  *self,
               GError **error)
{
  JsonArray *array = yc_json_get_array (self->json, "materials");
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    if (!add_material (self, json_array_get_object_element (array, i), error))
      {
        g_prefix_error (error, "/materials/%u", i);
        return FALSE;
      }
  return TRUE;
}

YcItem *
yc_item_new_from_json (JsonObject  *json,
                       GError     **error)
{
  g_autoptr (YcItem) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error) ||
      !check_time_limit (json, error))
    return NULL;

  self = g_object_new (YC_TYPE_ITEM, NULL);
  self->json = json_object_ref (json);
  self->aliases = yc_json_dup_strv (json, "aliases");
  self->conditions = yc_json_dup_strv (json, "conditions");
  self->basis = yc_json_dup_strv (json, "basis");
  self->review_steps = yc_json_dup_strv (json, "review");
  self->reason_codes = yc_json_dup_strv (json, "return_reasons");
  self->materials = g_list_store_new (YC_TYPE_MATERIAL);
  if (!add_materials (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
yc_item_get_code (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "code", "");
}

const char *
yc_item_get_title (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

const char *
yc_item_get_department (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "department", "");
}

const char *
yc_item_get_level (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "level", "");
}

const char *
yc_item_get_summary (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "summary", "");
}

const char *
yc_item_get_time_limit (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (get_time_limit (self), "text", "");
}

guint
yc_item_get_time_limit_minutes (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), 0);

  return (guint) yc_json_get_int (get_time_limit (self), "minutes", 0);
}

guint
yc_item_get_time_limit_days (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), 0);

  return (guint) yc_json_get_int (get_time_limit (self), "working_days", 0);
}

gint64
yc_item_get_fee (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), 0);

  return yc_json_get_int (self->json, "fee", 0);
}

const char *
yc_item_get_channel (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "channel", "");
}

const char *
yc_item_get_where (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "where", "");
}

const char *
yc_item_get_result (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "result", NULL);
}

const char *
yc_item_get_advice (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "advice", "");
}

const char *
yc_item_get_form_id (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "form", NULL);
}

const char *
yc_item_get_template_id (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return yc_json_get_string (self->json, "certificate", NULL);
}

const char *const *
yc_item_get_aliases (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return (const char *const *) self->aliases;
}

const char *const *
yc_item_get_conditions (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return (const char *const *) self->conditions;
}

const char *const *
yc_item_get_basis (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return (const char *const *) self->basis;
}

const char *const *
yc_item_get_review_steps (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return (const char *const *) self->review_steps;
}

const char *const *
yc_item_get_reason_codes (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return (const char *const *) self->reason_codes;
}

GListModel *
yc_item_get_materials (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return G_LIST_MODEL (self->materials);
}

gboolean
yc_item_get_sample (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), FALSE);

  return yc_json_get_boolean (self->json, "sample", FALSE);
}

JsonObject *
yc_item_get_json (YcItem *self)
{
  g_return_val_if_fail (YC_IS_ITEM (self), NULL);

  return self->json;
}

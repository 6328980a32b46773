/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A material: a document that an item asks for. */
#include "yc-material.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-property-private.h"

struct _YcMaterial
{
  GObject     parent_instance;

  JsonObject *json;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "original", YC_MEMBER_BOOLEAN, FALSE },
  { "copies", YC_MEMBER_WHOLE, FALSE },
  { "note", YC_MEMBER_STRING, FALSE },
  { "condition", YC_MEMBER_STRING, FALSE },
  { "licence", YC_MEMBER_STRING, FALSE },
  { "tolerant_days", YC_MEMBER_WHOLE, FALSE },
};

G_DEFINE_FINAL_TYPE (YcMaterial, yc_material, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_ORIGINAL,
  PROP_COPIES,
  PROP_NOTE,
  PROP_CONDITION,
  PROP_LICENCE,
  PROP_TOLERANT_DAYS,
} YcMaterialProperty;

static GParamSpec *properties[PROP_TOLERANT_DAYS + 1];

static void
yc_material_finalize (GObject *object)
{
  YcMaterial *self = YC_MATERIAL (object);

  g_clear_pointer (&self->json, json_object_unref);

  G_OBJECT_CLASS (yc_material_parent_class)->finalize (object);
}

static void
yc_material_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  YcMaterial *self = YC_MATERIAL (object);

  switch ((YcMaterialProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_material_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_material_get_title (self));
      break;
    case PROP_ORIGINAL:
      g_value_set_boolean (value, yc_material_get_original (self));
      break;
    case PROP_COPIES:
      g_value_set_uint (value, yc_material_get_copies (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, yc_material_get_note (self));
      break;
    case PROP_CONDITION:
      g_value_set_string (value, yc_material_get_condition (self));
      break;
    case PROP_LICENCE:
      g_value_set_string (value, yc_material_get_licence (self));
      break;
    case PROP_TOLERANT_DAYS:
      g_value_set_uint (value, yc_material_get_tolerant_days (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_material_class_init (YcMaterialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_material_finalize;
  object_class->get_property = yc_material_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_ORIGINAL] = yc_property_boolean ("original");
  properties[PROP_COPIES] = yc_property_uint ("copies");
  properties[PROP_NOTE] = yc_property_string ("note");
  properties[PROP_CONDITION] = yc_property_string ("condition");
  properties[PROP_LICENCE] = yc_property_string ("licence");
  properties[PROP_TOLERANT_DAYS] = yc_property_uint ("tolerant-days");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_material_init (YcMaterial *self)
{
}

YcMaterial *
yc_material_new_from_json (JsonObject  *json,
                           GError     **error)
{
  g_autoptr (YcMaterial) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error))
    return NULL;

  self = g_object_new (YC_TYPE_MATERIAL, NULL);
  self->json = json_object_ref (json);
  return g_steal_pointer (&self);
}

const char *
yc_material_get_id (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "id", "");
}

const char *
yc_material_get_title (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

gboolean
yc_material_get_original (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), FALSE);

  return yc_json_get_boolean (self->json, "original", FALSE);
}

guint
yc_material_get_copies (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), 0);

  return (guint) yc_json_get_int (self->json, "copies", 0);
}

const char *
yc_material_get_note (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "note", "");
}

const char *
yc_material_get_condition (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "condition", "");
}

const char *
yc_material_get_licence (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "licence", NULL);
}

guint
yc_material_get_tolerant_days (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), 0);

  return (guint) yc_json_get_int (self->json, "tolerant_days", 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A material of a plan, with all the items that need it. */
#include "yc-plan-material.h"
#include "yc-plan-private.h"

#include "yc-property-private.h"

struct _YcPlanMaterial
{
  GObject     parent_instance;

  YcMaterial *material;
  gboolean    original;
  guint       copies;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (YcPlanMaterial, yc_plan_material, G_TYPE_OBJECT)

typedef enum
{
  PROP_MATERIAL = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_ORIGINAL,
  PROP_COPIES,
  PROP_ITEMS,
} YcPlanMaterialProperty;

static GParamSpec *properties[PROP_ITEMS + 1];

static void
yc_plan_material_finalize (GObject *object)
{
  YcPlanMaterial *self = YC_PLAN_MATERIAL (object);

  g_clear_object (&self->material);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (yc_plan_material_parent_class)->finalize (object);
}

static void
yc_plan_material_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  YcPlanMaterial *self = YC_PLAN_MATERIAL (object);

  switch ((YcPlanMaterialProperty) prop_id)
    {
    case PROP_MATERIAL:
      g_value_set_object (value, yc_plan_material_get_material (self));
      break;
    case PROP_ID:
      g_value_set_string (value, yc_plan_material_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_plan_material_get_title (self));
      break;
    case PROP_ORIGINAL:
      g_value_set_boolean (value, yc_plan_material_get_original (self));
      break;
    case PROP_COPIES:
      g_value_set_uint (value, yc_plan_material_get_copies (self));
      break;
    case PROP_ITEMS:
      g_value_set_object (value, yc_plan_material_get_items (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_plan_material_class_init (YcPlanMaterialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_plan_material_finalize;
  object_class->get_property = yc_plan_material_get_property;

  properties[PROP_MATERIAL] = yc_property_object ("material", YC_TYPE_MATERIAL);
  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_ORIGINAL] = yc_property_boolean ("original");
  properties[PROP_COPIES] = yc_property_uint ("copies");
  properties[PROP_ITEMS] = yc_property_object ("items", G_TYPE_LIST_MODEL);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_plan_material_init (YcPlanMaterial *self)
{
  self->items = g_list_store_new (YC_TYPE_ITEM);
}

YcPlanMaterial *
yc_plan_material_new (YcMaterial *material)
{
  YcPlanMaterial *self = g_object_new (YC_TYPE_PLAN_MATERIAL, NULL);

  g_set_object (&self->material, material);
  return self;
}

void
yc_plan_material_add (YcPlanMaterial *self,
                      YcMaterial     *material,
                      YcItem         *item)
{
  guint copies = yc_material_get_copies (material);

  self->original |= yc_material_get_original (material);
  self->copies += MIN (copies, G_MAXUINT - self->copies);
  g_list_store_append (self->items, item);
}

static gboolean
has_same_items (YcPlanMaterial *a,
                YcPlanMaterial *b)
{
  GListModel *items_a = G_LIST_MODEL (a->items), *items_b = G_LIST_MODEL (b->items);
  guint n = g_list_model_get_n_items (items_a);

  if (n != g_list_model_get_n_items (items_b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcItem) item_a = g_list_model_get_item (items_a, i);
      g_autoptr (YcItem) item_b = g_list_model_get_item (items_b, i);

      if (item_a != item_b)
        return FALSE;
    }
  return TRUE;
}

gboolean
yc_plan_material_equal (YcPlanMaterial *a,
                        YcPlanMaterial *b)
{
  return a->material == b->material && has_same_items (a, b);
}

YcMaterial *
yc_plan_material_get_material (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return self->material;
}

const char *
yc_plan_material_get_id (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return yc_material_get_id (self->material);
}

const char *
yc_plan_material_get_title (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return yc_material_get_title (self->material);
}

gboolean
yc_plan_material_get_original (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), FALSE);

  return self->original;
}

guint
yc_plan_material_get_copies (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), 0);

  return self->copies;
}

GListModel *
yc_plan_material_get_items (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return G_LIST_MODEL (self->items);
}

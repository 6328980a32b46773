/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A material of a plan, with all the items that need it. */
#include "yc-plan-material.h"
#include "yc-plan-private.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-property-private.h"

struct _YcPlanMaterial
{
  GObject     parent_instance;

  YcMaterial *material;
  char       *key;
  gboolean    original;
  guint       copies;
  GListStore *items;
  char       *from;
  char       *in_store;
  char       *expired;
  char       *valid_until;
  gboolean    ends_early;
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
  PROP_NOTE,
  PROP_LICENCE,
  PROP_FROM,
  PROP_IN_STORE,
} YcPlanMaterialProperty;

static GParamSpec *properties[PROP_IN_STORE + 1];

static void
yc_plan_material_finalize (GObject *object)
{
  YcPlanMaterial *self = YC_PLAN_MATERIAL (object);

  g_clear_object (&self->material);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->items);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->in_store, g_free);
  g_clear_pointer (&self->expired, g_free);
  g_clear_pointer (&self->valid_until, g_free);

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
    case PROP_NOTE:
      g_value_set_string (value, yc_plan_material_get_note (self));
      break;
    case PROP_LICENCE:
      g_value_set_string (value, yc_plan_material_get_licence (self));
      break;
    case PROP_FROM:
      g_value_set_string (value, yc_plan_material_get_from (self));
      break;
    case PROP_IN_STORE:
      g_value_set_string (value, yc_plan_material_get_in_store (self));
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
  properties[PROP_NOTE] = yc_property_string ("note");
  properties[PROP_LICENCE] = yc_property_string ("licence");
  properties[PROP_FROM] = yc_property_string ("from");
  properties[PROP_IN_STORE] = yc_property_string ("in-store");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_plan_material_init (YcPlanMaterial *self)
{
  self->items = g_list_store_new (YC_TYPE_ITEM);
}

char *
yc_plan_material_make_key (YcMaterial *material)
{
  return g_strconcat (yc_material_get_id (material), "\n", yc_material_get_title (material), NULL);
}

YcPlanMaterial *
yc_plan_material_new (YcMaterial *material)
{
  YcPlanMaterial *self = g_object_new (YC_TYPE_PLAN_MATERIAL, NULL);

  g_set_object (&self->material, material);
  self->key = yc_plan_material_make_key (material);
  return self;
}

const char *
yc_plan_material_get_key (YcPlanMaterial *self)
{
  return self->key;
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

gboolean
yc_plan_same_list (gpointer a,
                   gpointer b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (a, i);
      g_autoptr (GObject) other = g_list_model_get_item (b, i);

      if (one != other)
        return FALSE;
    }
  return TRUE;
}

void
yc_plan_material_set_from (YcPlanMaterial *self,
                           const char     *from)
{
  g_free (self->from);
  self->from = g_strdup (from);
}

/* Working days of the slowest of its items, which does not count those that go before. */
static guint
find_days (YcPlanMaterial *self)
{
  guint days = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (YcItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      days = MAX (days, yc_item_get_time_limit_days (item));
    }
  return days;
}

/* Five working days are a week at least; holidays are not known here. */
static gboolean
ends_before_done (YcPlanMaterial *self,
                  const GDate    *last,
                  const GDate    *today)
{
  guint days = find_days (self);

  return g_date_days_between (today, last) < (int) (days / 5 * 7 + days % 5);
}

static void
forget_held (YcPlanMaterial *self)
{
  g_clear_pointer (&self->in_store, g_free);
  g_clear_pointer (&self->expired, g_free);
  g_clear_pointer (&self->valid_until, g_free);
  self->ends_early = FALSE;
}

/* What has expired does not stand for the material; its last day is still one. */
static void
take_held (YcPlanMaterial *self,
           const char     *words,
           const char     *until,
           const char     *today)
{
  GDate last, now;
  gboolean limited = yc_day_parse (until, &last) && yc_day_parse (today, &now);
  gboolean over = limited && g_date_compare (&last, &now) < 0;

  *(over ? &self->expired : &self->in_store) = g_strdup (words);
  if (!limited)
    return;
  self->valid_until = g_strdup (until);
  self->ends_early = !over && ends_before_done (self, &last, &now);
}

void
yc_plan_material_set_held (YcPlanMaterial *self,
                           JsonNode       *held,
                           const char     *today)
{
  JsonObject *object = yc_json_node_get_object (held);
  const char *words = object != NULL ? yc_json_get_string (object, "words", NULL)
                      : held != NULL ? yc_json_node_get_string (held)
                                     : NULL;

  forget_held (self);
  if (words != NULL)
    take_held (self, words,
               object != NULL ? yc_json_get_string (object, "valid_until", NULL) : NULL, today);
}

gboolean
yc_plan_material_equal (YcPlanMaterial *a,
                        YcPlanMaterial *b)
{
  return a->material == b->material && g_strcmp0 (a->from, b->from) == 0 &&
         g_strcmp0 (a->in_store, b->in_store) == 0 && g_strcmp0 (a->expired, b->expired) == 0 &&
         g_strcmp0 (a->valid_until, b->valid_until) == 0 && a->ends_early == b->ends_early &&
         yc_plan_same_list (a->items, b->items);
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

const char *
yc_plan_material_get_note (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return yc_material_get_note (self->material);
}

const char *
yc_plan_material_get_licence (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return yc_material_get_licence (self->material);
}

const char *
yc_plan_material_get_from (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return self->from;
}

const char *
yc_plan_material_get_in_store (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return self->in_store;
}

const char *
yc_plan_material_get_expired (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return self->expired;
}

const char *
yc_plan_material_get_valid_until (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), NULL);

  return self->valid_until;
}

gboolean
yc_plan_material_get_ends_early (YcPlanMaterial *self)
{
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (self), FALSE);

  return self->ends_early;
}

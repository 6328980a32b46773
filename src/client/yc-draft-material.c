/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a draft's material check-list. */
#include "yc-draft-material.h"

#include <glib/gi18n-lib.h>

struct _YcDraftMaterial
{
  GObject           parent_instance;

  YcMaterial       *material;
  YcMaterialStatus  status;
};

typedef enum
{
  PROP_MATERIAL = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_STATUS,
} YcDraftMaterialProperty;

static const char *const words[] = { NULL, "missing", "complete", "fetched", "tolerated",
                                     "waived" };

static GParamSpec *properties[PROP_STATUS + 1];

G_DEFINE_FINAL_TYPE (YcDraftMaterial, yc_draft_material, G_TYPE_OBJECT)

static void
yc_draft_material_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  YcDraftMaterial *self = YC_DRAFT_MATERIAL (object);

  switch ((YcDraftMaterialProperty) property_id)
    {
    case PROP_MATERIAL:
      g_value_set_object (value, self->material);
      break;
    case PROP_ID:
      g_value_set_string (value, yc_draft_material_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_draft_material_get_title (self));
      break;
    case PROP_STATUS:
      g_value_set_int (value, (int) self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_draft_material_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  YcDraftMaterial *self = YC_DRAFT_MATERIAL (object);

  if (property_id == PROP_STATUS)
    yc_draft_material_set_status (self, (YcMaterialStatus) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
yc_draft_material_finalize (GObject *object)
{
  YcDraftMaterial *self = YC_DRAFT_MATERIAL (object);

  g_clear_object (&self->material);

  G_OBJECT_CLASS (yc_draft_material_parent_class)->finalize (object);
}

static void
yc_draft_material_class_init (YcDraftMaterialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_draft_material_get_property;
  object_class->set_property = yc_draft_material_set_property;
  object_class->finalize = yc_draft_material_finalize;

  properties[PROP_MATERIAL] = g_param_spec_object ("material", NULL, NULL, YC_TYPE_MATERIAL,
                                                   flags | G_PARAM_READABLE);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags | G_PARAM_READABLE);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, flags | G_PARAM_READABLE);
  properties[PROP_STATUS] = g_param_spec_int ("status", NULL, NULL, YC_MATERIAL_MISSING,
                                              YC_MATERIAL_TOLERATED, YC_MATERIAL_MISSING,
                                              flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_draft_material_init (YcDraftMaterial *self)
{
  self->status = YC_MATERIAL_MISSING;
}

YcDraftMaterial *
yc_draft_material_new (YcMaterial *material)
{
  YcDraftMaterial *self;

  g_return_val_if_fail (YC_IS_MATERIAL (material), NULL);

  self = g_object_new (YC_TYPE_DRAFT_MATERIAL, NULL);
  self->material = g_object_ref (material);
  return self;
}

YcMaterial *
yc_draft_material_get_material (YcDraftMaterial *self)
{
  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (self), NULL);

  return self->material;
}

const char *
yc_draft_material_get_id (YcDraftMaterial *self)
{
  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (self), NULL);

  return yc_material_get_id (self->material);
}

const char *
yc_draft_material_get_title (YcDraftMaterial *self)
{
  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (self), NULL);

  return yc_material_get_title (self->material);
}

YcMaterialStatus
yc_draft_material_get_status (YcDraftMaterial *self)
{
  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (self), YC_MATERIAL_MISSING);

  return self->status;
}

void
yc_draft_material_set_status (YcDraftMaterial  *self,
                              YcMaterialStatus  status)
{
  g_return_if_fail (YC_IS_DRAFT_MATERIAL (self));

  if (self->status == status || !yc_draft_material_allows (self, status))
    return;
  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

gboolean
yc_draft_material_get_lacking (YcDraftMaterial *self)
{
  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (self), FALSE);

  return self->status == YC_MATERIAL_MISSING &&
         *yc_material_get_condition (self->material) == '\0';
}

gboolean
yc_draft_material_allows (YcDraftMaterial  *self,
                          YcMaterialStatus  status)
{
  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (self), FALSE);

  switch (status)
    {
    case YC_MATERIAL_MISSING:
    case YC_MATERIAL_COMPLETE:
      return TRUE;
    case YC_MATERIAL_FETCHED:
      return yc_material_get_licence (self->material) != NULL;
    case YC_MATERIAL_TOLERATED:
      return yc_material_get_tolerant_days (self->material) > 0;
    case YC_MATERIAL_WAIVED:
    default:
      return FALSE;
    }
}

const char *
yc_material_status_to_string (YcMaterialStatus status)
{
  return status < G_N_ELEMENTS (words) ? words[status] : NULL;
}

gboolean
yc_material_status_from_string (const char       *text,
                                YcMaterialStatus *status)
{
  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (text, words[i]) == 0)
      {
        if (status != NULL)
          *status = (YcMaterialStatus) i;
        return TRUE;
      }
  return FALSE;
}

const char *
yc_material_status_get_title (YcMaterialStatus status)
{
  switch (status)
    {
    case YC_MATERIAL_MISSING:
      return C_("material", "Missing");
    case YC_MATERIAL_COMPLETE:
      return C_("material", "Complete");
    case YC_MATERIAL_FETCHED:
      /* Translators: taken from the licence store instead of asked for (免证办) */
      return C_("material", "Fetched");
    case YC_MATERIAL_TOLERATED:
      /* Translators: may be brought later, against a promise (容缺受理) */
      return C_("material", "Tolerated");
    case YC_MATERIAL_WAIVED:
      return C_("material", "Not asked for");
    default:
      return "";
    }
}

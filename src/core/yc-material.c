/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A material: a document that an item asks for. */
#include "yc-material.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-logic.h"
#include "yc-property-private.h"

#include <glib/gi18n-lib.h>

struct _YcMaterial
{
  GObject     parent_instance;

  JsonObject *json;
  GPtrArray  *variants;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "original", YC_MEMBER_BOOLEAN, FALSE },
  { "copies", YC_MEMBER_WHOLE, FALSE },
  { "note", YC_MEMBER_STRING, FALSE },
  { "condition", YC_MEMBER_STRING, FALSE },
  { "licence", YC_MEMBER_STRING, FALSE },
  { "result", YC_MEMBER_STRING, FALSE },
  { "tolerant_days", YC_MEMBER_WHOLE, FALSE },
  { "variants", YC_MEMBER_OBJECTS, FALSE },
};

/* A variant is the material with some members of its own. */
static const YcMember variant_members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "variants", YC_MEMBER_OBJECTS, FALSE },
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
  PROP_RESULT,
  PROP_TOLERANT_DAYS,
} YcMaterialProperty;

static GParamSpec *properties[PROP_TOLERANT_DAYS + 1];

static void
yc_material_finalize (GObject *object)
{
  YcMaterial *self = YC_MATERIAL (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->variants, g_ptr_array_unref);

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
    case PROP_RESULT:
      g_value_set_string (value, yc_material_get_result (self));
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
  properties[PROP_RESULT] = yc_property_string ("result");
  properties[PROP_TOLERANT_DAYS] = yc_property_uint ("tolerant-days");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_material_init (YcMaterial *self)
{
  self->variants = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
check_when (JsonObject  *json,
            GError     **error)
{
  g_autoptr (GError) local = NULL;

  return yc_logic_check (yc_json_get_member (json, "when"), &local) ||
         yc_document_fail (error, "when", local->message);
}

/* (transfer full): @json without what only the material has, with the members of @variant */
static JsonObject *
merge (JsonObject *json,
       JsonObject *variant)
{
  g_autoptr (GList) names = json_object_get_members (json);
  g_autoptr (GList) own = json_object_get_members (variant);
  JsonObject *merged = json_object_new ();

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "variants") && !g_str_equal (l->data, "when"))
      json_object_set_member (merged, l->data, json_node_ref (json_object_get_member (json, l->data)));
  for (GList *l = own; l != NULL; l = l->next)
    if (g_str_equal (l->data, "id"))
      json_object_set_string_member (merged, "variant", yc_json_get_string (variant, "id", ""));
    else
      json_object_set_member (merged, l->data,
                              json_node_ref (json_object_get_member (variant, l->data)));
  return merged;
}

static YcMaterial *
find_variant (YcMaterial *self,
              const char *id)
{
  for (guint i = 0; i < self->variants->len; i++)
    if (g_strcmp0 (yc_material_get_variant (self->variants->pdata[i]), id) == 0)
      return self->variants->pdata[i];
  return NULL;
}

static gboolean
add_variant (YcMaterial  *self,
             JsonObject  *json,
             GError     **error)
{
  g_autoptr (JsonObject) merged = NULL;
  YcMaterial *variant;

  if (!yc_document_check (json, variant_members, G_N_ELEMENTS (variant_members), error))
    return FALSE;
  if (yc_json_get_member (json, "variants") != NULL)
    return yc_document_fail (error, "variants", _("a variant has no variants"));
  if (find_variant (self, yc_json_get_string (json, "id", NULL)) != NULL)
    return yc_document_fail (error, "id", _("is used twice"));
  merged = merge (self->json, json);
  variant = yc_material_new_from_json (merged, error);
  if (variant != NULL)
    g_ptr_array_add (self->variants, variant);
  return variant != NULL;
}

static gboolean
add_variants (YcMaterial  *self,
              GError     **error)
{
  JsonArray *array = yc_json_get_array (self->json, "variants");
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    if (!add_variant (self, json_array_get_object_element (array, i), error))
      {
        g_prefix_error (error, "/variants/%u", i);
        return FALSE;
      }
  return TRUE;
}

YcMaterial *
yc_material_new_from_json (JsonObject  *json,
                           GError     **error)
{
  g_autoptr (YcMaterial) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error) ||
      !check_when (json, error))
    return NULL;

  self = g_object_new (YC_TYPE_MATERIAL, NULL);
  self->json = json_object_ref (json);
  if (!add_variants (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A rule that is not there holds for the material and not for a variant. */
static gboolean
applies (YcMaterial     *self,
         YcMaterialTest  test,
         gpointer        user_data,
         gboolean        otherwise)
{
  JsonNode *when = yc_json_get_member (self->json, "when");

  return when != NULL ? test (when, user_data) : otherwise;
}

YcMaterial *
yc_material_choose (YcMaterial     *self,
                    YcMaterialTest  test,
                    gpointer        user_data,
                    JsonNode       *wish)
{
  YcMaterial *named;

  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  if (wish == NULL && !applies (self, test, user_data, TRUE))
    return NULL;
  if (wish != NULL && json_node_get_value_type (wish) == G_TYPE_BOOLEAN &&
      !json_node_get_boolean (wish))
    return NULL;
  named = find_variant (self, yc_json_node_get_string (wish));
  for (guint i = 0; named == NULL && i < self->variants->len; i++)
    if (applies (self->variants->pdata[i], test, user_data, FALSE))
      named = self->variants->pdata[i];
  return named != NULL ? named : self;
}

YcMaterial *
yc_material_pick (YcMaterial *self,
                  const char *variant)
{
  YcMaterial *picked;

  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  picked = variant != NULL ? find_variant (self, variant) : NULL;
  return picked != NULL ? picked : self;
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

const char *
yc_material_get_result (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "result", yc_material_get_licence (self));
}

const char *
yc_material_get_variant (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), NULL);

  return yc_json_get_string (self->json, "variant", NULL);
}

gboolean
yc_material_get_optional (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), FALSE);

  return yc_json_get_member (self->json, "when") != NULL ||
         *yc_material_get_condition (self) != '\0';
}

guint
yc_material_get_tolerant_days (YcMaterial *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL (self), 0);

  return (guint) yc_json_get_int (self->json, "tolerant_days", 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a return can be about: a field of the form, a material, or the case as a whole. */
#include "yc-decision-target.h"

#include "yc-case-contents.h"

#include <glib/gi18n-lib.h>

struct _YcDecisionTarget
{
  GObject parent_instance;

  char *pointer;
  char *title;
};

G_DEFINE_FINAL_TYPE (YcDecisionTarget, yc_decision_target, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
append (GListStore *targets, const char *pointer, const char *title)
{
  g_autoptr (YcDecisionTarget) target = g_object_new (YC_TYPE_DECISION_TARGET, NULL);

  target->pointer = g_strdup (pointer);
  target->title = g_strdup (title);
  g_list_store_append (targets, target);
}

static void
append_materials (GListStore *targets, YcItem *item, YcCase *a_case)
{
  GListModel *materials = yc_item_get_materials (item);
  guint n_materials = g_list_model_get_n_items (materials);

  for (guint i = 0; i < n_materials; i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);
      g_autofree char *pointer = g_strconcat ("materials/", yc_material_get_id (material), NULL);

      if (a_case != NULL)
        g_set_object (&material, yc_case_contents_pick_material (a_case, material));
      append (targets, pointer, yc_material_get_title (material));
    }
}

/* The form engine has bounded the depth of the tree. */
static void
append_fields (GListStore *targets, YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);
  GListModel *children = yc_form_element_get_children (element);
  guint n_children = children != NULL ? g_list_model_get_n_items (children) : 0;

  if (!yc_form_element_get_visible (element))
    return;
  if (field != NULL)
    append (targets, yc_form_field_get_pointer (field), yc_form_field_get_title (field));
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      append_fields (targets, child);
    }
}

static void
yc_decision_target_finalize (GObject *object)
{
  YcDecisionTarget *self = YC_DECISION_TARGET (object);

  g_free (self->pointer);
  g_free (self->title);

  G_OBJECT_CLASS (yc_decision_target_parent_class)->finalize (object);
}

static void
yc_decision_target_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    g_value_set_string (value, YC_DECISION_TARGET (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
yc_decision_target_class_init (YcDecisionTargetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_decision_target_finalize;
  object_class->get_property = yc_decision_target_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
yc_decision_target_init (YcDecisionTarget *self)
{
}

/**
 * yc_decision_target_get_pointer:
 * @self: a target
 *
 * Returns: (nullable): a pointer into the form, "materials/ID", or %NULL for the case as a whole
 */
const char *
yc_decision_target_get_pointer (YcDecisionTarget *self)
{
  g_return_val_if_fail (YC_IS_DECISION_TARGET (self), NULL);

  return self->pointer;
}

GListModel *
yc_decision_target_list (YcItem *item, YcCase *a_case, YcForm *form)
{
  GListStore *targets = g_list_store_new (YC_TYPE_DECISION_TARGET);

  append (targets, NULL, _ ("The case as a whole"));
  if (item != NULL)
    append_materials (targets, item, a_case);
  if (form != NULL)
    append_fields (targets, yc_form_get_root (form));
  return G_LIST_MODEL (targets);
}

/* A reason of the catalog names a field as "form/NAME"; the form itself knows it as "/NAME". */
static const char *
get_own_pointer (const char *pointer)
{
  return pointer != NULL && g_str_has_prefix (pointer, "form/") ? pointer + strlen ("form")
                                                                : pointer;
}

guint
yc_decision_target_find (GListModel *targets, const char *pointer)
{
  guint n_targets = g_list_model_get_n_items (targets);

  pointer = get_own_pointer (pointer);
  for (guint i = 1; i < n_targets && pointer != NULL; i++)
    {
      g_autoptr (YcDecisionTarget) target = g_list_model_get_item (targets, i);

      if (g_strcmp0 (target->pointer, pointer) == 0)
        return i;
    }
  return 0;
}

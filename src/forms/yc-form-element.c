/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One element of a form's layout: a box of elements, a heading, or a control with its field. */
#include "yc-form-element-private.h"

struct _YcFormElement
{
  GObject            parent_instance;
  YcFormElementKind  kind;
  char              *title;
  GListStore        *children;
  YcFormField       *field;
  YcFormRule        *rule;
  gboolean           stepper;
  gboolean           visible;
  gboolean           enabled;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_CHILDREN,
  PROP_FIELD,
  PROP_VISIBLE,
  PROP_ENABLED,
} YcFormElementProperty;

static GParamSpec *properties[PROP_ENABLED + 1];

G_DEFINE_FINAL_TYPE (YcFormElement, yc_form_element, G_TYPE_OBJECT)

static void
yc_form_element_get_gobject_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  YcFormElement *self = YC_FORM_ELEMENT (object);

  switch ((YcFormElementProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CHILDREN:
      g_value_set_object (value, self->children);
      break;
    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;
    case PROP_VISIBLE:
      g_value_set_boolean (value, self->visible);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_element_finalize (GObject *object)
{
  YcFormElement *self = YC_FORM_ELEMENT (object);

  g_clear_object (&self->children);
  g_clear_object (&self->field);
  g_clear_pointer (&self->rule, yc_form_rule_free);
  g_free (self->title);
  G_OBJECT_CLASS (yc_form_element_parent_class)->finalize (object);
}

static void
yc_form_element_class_init (YcFormElementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yc_form_element_get_gobject_property;
  object_class->finalize = yc_form_element_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CHILDREN] =
      g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, YC_TYPE_FORM_FIELD, flags);
  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, TRUE, flags);
  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_form_element_init (YcFormElement *self)
{
  self->children = g_list_store_new (YC_TYPE_FORM_ELEMENT);
  self->visible = TRUE;
  self->enabled = TRUE;
}

YcFormElement *
yc_form_element_new (YcFormElementKind  kind,
                     const char        *title)
{
  YcFormElement *self = g_object_new (YC_TYPE_FORM_ELEMENT, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  return self;
}

void
yc_form_element_append (YcFormElement *self,
                        YcFormElement *child)
{
  g_list_store_append (self->children, child);
}

void
yc_form_element_set_field (YcFormElement *self,
                           YcFormField   *field)
{
  g_set_object (&self->field, field);
}

void
yc_form_element_set_stepper (YcFormElement *self,
                             gboolean       stepper)
{
  self->stepper = stepper;
}

void
yc_form_element_take_rule (YcFormElement *self,
                           YcFormRule    *rule)
{
  g_clear_pointer (&self->rule, yc_form_rule_free);
  self->rule = rule;
}

YcFormRule *
yc_form_element_get_rule (YcFormElement *self)
{
  return self->rule;
}

void
yc_form_element_set_state (YcFormElement *self,
                           gboolean       visible,
                           gboolean       enabled)
{
  if (self->visible != visible)
    {
      self->visible = visible;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE]);
    }
  if (self->enabled != enabled)
    {
      self->enabled = enabled;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
    }
}

/**
 * yc_form_element_get_kind:
 * @self: an element
 *
 * Returns: what it is
 */
YcFormElementKind
yc_form_element_get_kind (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), YC_FORM_ELEMENT_VERTICAL);

  return self->kind;
}

/**
 * yc_form_element_get_title:
 * @self: an element
 *
 * Returns: (nullable): the heading of a group or category, the words of a label, a control's label
 */
const char *
yc_form_element_get_title (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->title;
}

/**
 * yc_form_element_get_children:
 * @self: an element
 *
 * Returns: (transfer none): a list of #YcFormElement, empty for controls and labels
 */
GListModel *
yc_form_element_get_children (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return G_LIST_MODEL (self->children);
}

/**
 * yc_form_element_get_field:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the field of a control; two controls may share one
 */
YcFormField *
yc_form_element_get_field (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->field;
}

/**
 * yc_form_element_get_stepper:
 * @self: a categorization
 *
 * Returns: whether its categories are steps, one after the other, rather than pages
 */
gboolean
yc_form_element_get_stepper (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->stepper;
}

/**
 * yc_form_element_get_visible:
 * @self: an element
 *
 * Returns: whether its rule and those of the elements around it show it
 */
gboolean
yc_form_element_get_visible (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->visible;
}

/**
 * yc_form_element_get_enabled:
 * @self: an element
 *
 * Returns: whether its rule and those of the elements around it enable it
 */
gboolean
yc_form_element_get_enabled (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->enabled;
}

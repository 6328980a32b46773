/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One element of a form's layout: a box of elements, a heading, or a control with its field. */
#include "yc-form-element-private.h"

#include "yc-json.h"

typedef enum
{
  PROP_TITLE = 1,
  PROP_CHILDREN,
  PROP_FIELD,
  PROP_VISIBLE,
  PROP_ENABLED,
  PROP_READ_ONLY,
  PROP_N_MISSING,
  PROP_N_ERRORS,
} YcFormElementProperty;

static GParamSpec *properties[PROP_N_ERRORS + 1];

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
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_N_MISSING:
      g_value_set_uint (value, self->n_missing);
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->n_errors);
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
  g_clear_pointer (&self->options, json_object_unref);
  g_free (self->node);
  g_free (self->scope);
  g_free (self->title);
  g_free (self->description);
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
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_N_MISSING] =
      g_param_spec_uint ("n-missing", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
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
  child->parent = self;
  g_list_store_append (self->children, child);
}

void
yc_form_element_set_field (YcFormElement *self,
                           YcFormField   *field)
{
  g_set_object (&self->field, field);
}

/* Takes from the layout what all elements have. */
void
yc_form_element_read (YcFormElement *self,
                      JsonObject    *layout,
                      const char    *node)
{
  JsonObject *options = yc_json_get_object (layout, "options");

  self->node = g_strdup (node);
  self->scope = g_strdup (yc_json_get_string (layout, "scope", NULL));
  self->options = options == NULL ? NULL : json_object_ref (options);
  self->stepper = g_strcmp0 (yc_json_get_string (options, "variant", NULL), "stepper") == 0;
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

void
yc_form_element_set_read_only (YcFormElement *self,
                               gboolean       read_only)
{
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

void
yc_form_element_set_counts (YcFormElement *self,
                            guint          n_missing,
                            guint          n_errors)
{
  if (self->n_missing != n_missing)
    {
      self->n_missing = n_missing;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MISSING]);
    }
  if (self->n_errors != n_errors)
    {
      self->n_errors = n_errors;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ERRORS]);
    }
}

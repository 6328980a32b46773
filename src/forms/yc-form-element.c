/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One element of a form's layout: a box of elements, a heading, or a control with its field. */
#include "yc-form-branch-private.h"

#include "yc-form-private.h"
#include "yc-json.h"

typedef enum
{
  PROP_TITLE = 1,
  PROP_DESCRIPTION,
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
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_CHILDREN:
      g_value_set_object (value, yc_form_element_get_children (self));
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
  g_clear_pointer (&self->spec, yc_form_spec_unref);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->rule, yc_form_rule_unref);
  g_clear_pointer (&self->layout, json_object_unref);
  g_free (self->node);
  g_free (self->place);
  g_free (self->bound);
  g_free (self->own_title);
  g_free (self->own_description);
  g_free (self->label);
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
  properties[PROP_DESCRIPTION] =
      g_param_spec_string ("description", NULL, NULL, NULL, flags);
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
  self->visible = TRUE;
  self->enabled = TRUE;
  self->sensitive = TRUE;
}

/* @layout (nullable) is what the layout says of it at @node (nullable); @place is where scopes begin
 * from the base of its branch on. */
YcFormElement *
yc_form_element_new (YcFormElementKind  kind,
                     JsonObject        *layout,
                     const char        *node,
                     const char        *place)
{
  YcFormElement *self = g_object_new (YC_TYPE_FORM_ELEMENT, NULL);
  JsonObject *options = yc_json_get_object (layout, "options");

  self->kind = kind;
  self->layout = layout == NULL ? NULL : json_object_ref (layout);
  self->node = g_strdup (node);
  self->place = g_strdup (place);
  self->stepper = g_strcmp0 (yc_json_get_string (options, "variant", NULL), "stepper") == 0;
  return self;
}

void
yc_form_element_append (YcFormElement *self,
                        YcFormElement *child)
{
  child->parent = self;
  g_list_store_append (G_LIST_STORE (yc_form_element_get_children (self)), child);
}

void
yc_form_element_set_field (YcFormElement *self,
                           YcFormField   *field)
{
  g_set_object (&self->field, field);
}

static void
set_string (YcFormElement         *self,
            char                 **member,
            const char            *words,
            YcFormElementProperty  property)
{
  if (g_strcmp0 (*member, words) == 0)
    return;
  g_free (*member);
  *member = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* The words as the layout and the schema have them. */
void
yc_form_element_set_words (YcFormElement *self,
                           const char    *title,
                           const char    *description)
{
  g_free (self->own_title);
  g_free (self->own_description);
  self->own_title = g_strdup (title);
  self->own_description = g_strdup (description);
  yc_form_element_translate (self, title, description);
}

/* The words as people read them. */
void
yc_form_element_translate (YcFormElement *self,
                           const char    *title,
                           const char    *description)
{
  set_string (self, &self->title, title, PROP_TITLE);
  set_string (self, &self->description, description, PROP_DESCRIPTION);
}

static void
set_flag (YcFormElement         *self,
          gboolean              *flag,
          gboolean               value,
          YcFormElementProperty  property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
yc_form_element_set_state (YcFormElement *self,
                           gboolean       visible,
                           gboolean       enabled,
                           gboolean       read_only)
{
  set_flag (self, &self->visible, visible, PROP_VISIBLE);
  set_flag (self, &self->enabled, enabled, PROP_ENABLED);
  set_flag (self, &self->read_only, read_only, PROP_READ_ONLY);
}

/* Adds to what is missing and wrong in it, without telling anybody yet. */
void
yc_form_element_add_counts (YcFormElement *self,
                            int            n_missing,
                            int            n_errors)
{
  self->n_missing = (guint) ((int) self->n_missing + n_missing);
  self->n_errors = (guint) ((int) self->n_errors + n_errors);
}

void
yc_form_element_notify_counts (YcFormElement *self)
{
  self->counts_changed = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MISSING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ERRORS]);
}

/* Where its data are, or for one without a scope those around it; NULL once the form is gone. */
char *
yc_form_element_dup_pointer (YcFormElement *self)
{
  if (self->branch == NULL)
    return NULL;
  return g_strconcat (self->branch->base, self->bound != NULL ? self->bound : self->place, NULL);
}

/* What a control's schema says of it (none, nullable). Where its scope leads nowhere, JSON Forms
 * asks that of the whole form. */
JsonObject *
yc_form_element_ask_schema (YcFormElement *self)
{
  JsonNode *schema = self->schema;

  if (schema == NULL && self->label != NULL && self->branch != NULL && self->branch->form != NULL)
    schema = self->branch->form->schema_node;
  return yc_json_node_get_object (schema);
}

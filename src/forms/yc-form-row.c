/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a repeating field: a list of its fields. */
#include "yc-form-element-private.h"
#include "yc-form-field-private.h"

struct _YcFormRow
{
  GObject        parent_instance;
  GPtrArray     *fields;
  YcFormField   *repeating;     /* not owned */
  YcFormElement *root;
  guint          index;
};

typedef enum
{
  PROP_INDEX = 1,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
} YcFormRowProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

static GType
get_item_type (GListModel *model)
{
  return YC_TYPE_FORM_FIELD;
}

static guint
get_n_items (GListModel *model)
{
  return YC_FORM_ROW (model)->fields->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  YcFormRow *self = YC_FORM_ROW (model);

  return position < self->fields->len ? g_object_ref (self->fields->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFormRow,
                               yc_form_row,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
yc_form_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  YcFormRow *self = YC_FORM_ROW (object);

  switch ((YcFormRowProperty) prop_id)
    {
    case PROP_INDEX:
      g_value_set_uint (value, self->index);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, YC_TYPE_FORM_FIELD);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->fields->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_row_finalize (GObject *object)
{
  YcFormRow *self = YC_FORM_ROW (object);

  g_clear_object (&self->root);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (yc_form_row_parent_class)->finalize (object);
}

static void
yc_form_row_class_init (YcFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yc_form_row_get_property;
  object_class->finalize = yc_form_row_finalize;

  properties[PROP_INDEX] =
      g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM_TYPE] =
      g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] =
      g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_form_row_init (YcFormRow *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
}

YcFormRow *
yc_form_row_new (YcFormField *repeating)
{
  YcFormRow *self = g_object_new (YC_TYPE_FORM_ROW, NULL);

  self->repeating = repeating;
  return self;
}

/* Takes @field. Only before anybody listens. */
void
yc_form_row_add (YcFormRow   *self,
                 YcFormField *field)
{
  g_ptr_array_add (self->fields, field);
}

/* Gives the fields the pointers that belong to the place. */
void
yc_form_row_set_index (YcFormRow *self,
                       guint      index)
{
  const char *base = yc_form_field_get_pointer (self->repeating);

  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = self->fields->pdata[i];
      const char *scope = yc_form_field_get_scope (field);
      g_autofree char *name = yc_form_scope_to_pointer (scope);
      g_autofree char *pointer = g_strdup_printf ("%s/%u%s", base, index, name);

      yc_form_field_set_pointer (field, pointer);
    }
  if (self->index == index)
    return;
  self->index = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

YcFormField *
yc_form_row_get_repeating (YcFormRow *self)
{
  return self->repeating;
}

YcFormField *
yc_form_row_get_field (YcFormRow *self,
                       guint      index)
{
  return self->fields->pdata[index];
}

guint
yc_form_row_get_n_fields (YcFormRow *self)
{
  return self->fields->len;
}

/* After this the row and its fields no longer know the form. */
void
yc_form_row_detach (YcFormRow *self)
{
  self->repeating = NULL;
  for (guint i = 0; i < self->fields->len; i++)
    yc_form_field_detach (self->fields->pdata[i]);
}

/**
 * yc_form_row_get_index:
 * @self: a row
 *
 * Returns: its place among the rows, from 0
 */
guint
yc_form_row_get_index (YcFormRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_ROW (self), 0);

  return self->index;
}

static YcFormElement *
create_root (YcFormRow *self)
{
  YcFormElement *root = yc_form_element_new (YC_FORM_ELEMENT_VERTICAL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = self->fields->pdata[i];
      g_autoptr (YcFormElement) control =
          yc_form_element_new (YC_FORM_ELEMENT_CONTROL, yc_form_field_get_title (field));

      yc_form_element_set_field (control, field);
      yc_form_element_append (root, control);
    }
  return root;
}

/**
 * yc_form_row_get_root:
 * @self: a row
 *
 * Returns: (transfer none): the row's own elements, from the control's `detail` or made up from the
 *   schema of the items
 */
YcFormElement *
yc_form_row_get_root (YcFormRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_ROW (self), NULL);

  if (self->root == NULL)
    self->root = create_root (self);
  return self->root;
}

/**
 * yc_form_row_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): words for it in a list: the first of its fields that is filled in, else
 *   its number from 1
 */
char *
yc_form_row_dup_title (YcFormRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_ROW (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      char *words = yc_form_field_dup_words (self->fields->pdata[i]);

      if (words != NULL)
        return words;
    }
  return g_strdup_printf ("%u", self->index + 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a repeating field, and its elements: for each control that shows the rows its own. */
#include "yc-form-branch-private.h"

#include "yc-form-layout-private.h"
#include "yc-form-private.h"
#include "yc-json.h"

struct _YcFormRow
{
  GObject       parent_instance;
  YcFormField  *repeating;      /* not owned; NULL once the row is gone */
  YcFormBranch *branch;         /* NULL until somebody wants it */
  guint         index;
  gboolean      touched;
};

typedef enum
{
  PROP_INDEX = 1,
} YcFormRowProperty;

static GParamSpec *properties[PROP_INDEX + 1];

G_DEFINE_FINAL_TYPE (YcFormRow, yc_form_row, G_TYPE_OBJECT)

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_row_finalize (GObject *object)
{
  YcFormRow *self = YC_FORM_ROW (object);

  g_clear_pointer (&self->branch, yc_form_branch_free);
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
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_form_row_init (YcFormRow *self)
{
}

YcFormRow *
yc_form_row_new (YcFormField *repeating,
                 guint        index)
{
  YcFormRow *self = g_object_new (YC_TYPE_FORM_ROW, NULL);

  self->repeating = repeating;
  self->index = index;
  return self;
}

static char *
create_base (YcFormRow *self)
{
  return g_strdup_printf ("%s/%u", self->repeating->pointer, self->index);
}

void
yc_form_row_set_index (YcFormRow *self,
                       guint      index)
{
  if (self->index == index)
    return;
  self->index = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

/* Moves what is in the row to the place that the row now has. */
void
yc_form_row_move (YcFormRow *self)
{
  g_autofree char *base = self->branch == NULL ? NULL : create_base (self);

  if (base != NULL)
    yc_form_branch_set_base (self->branch, base);
}

YcFormField *
yc_form_row_get_repeating (YcFormRow *self)
{
  return self->repeating;
}

/* NULL if nobody wanted it yet. */
YcFormBranch *
yc_form_row_get_branch (YcFormRow *self)
{
  return self->branch;
}

/* Where the rows' layout is in the form's; NULL for one made up. */
static char *
find_node (YcFormElement *control)
{
  JsonObject *options = yc_form_element_get_options (control);

  return control->node == NULL || yc_json_get_object (options, "detail") == NULL
             ? NULL
             : g_strconcat (control->node, "/options/detail", NULL);
}

/* Each control that shows the rows has elements of its own for them, which share their fields. */
static void
open_roots (YcFormRow *self)
{
  for (GSList *l = self->repeating->elements; l != NULL; l = l->next)
    {
      YcFormElement *control = l->data;
      g_autofree char *node = find_node (control);
      YcFormElement *root = yc_form_layout_build (self->branch, control->spec->detail, node);

      root->control = control;
      if (self->branch->root == NULL)
        yc_form_branch_open (self->branch, root);
      else
        yc_form_branch_add_root (self->branch, root);
    }
}

static void
touch (YcFormBranch *branch)
{
  for (guint i = 0; i < branch->fields->len; i++)
    yc_form_field_set_touched (branch->fields->pdata[i], TRUE);
}

/* The row's elements and fields, made when they are first wanted; NULL once the form is gone. */
YcFormBranch *
yc_form_row_ensure_branch (YcFormRow *self)
{
  YcForm *form = self->repeating == NULL ? NULL : self->repeating->form;
  g_autofree char *base = NULL;

  if (self->branch != NULL || form == NULL || self->repeating->elements == NULL)
    return self->branch;
  base = create_base (self);
  self->branch = yc_form_branch_new (form, self->repeating, self, self->repeating->spec->items,
                                     base);
  open_roots (self);
  yc_form_branch_load (self->branch);
  if (self->touched)
    touch (self->branch);
  yc_form_branch_made (form, self->branch);
  return self->branch;
}

/* Lets all errors in it show, those of fields too that are not made yet. */
void
yc_form_row_set_touched (YcFormRow *self)
{
  self->touched = TRUE;
}

/* After this the row and its fields no longer know the form. */
void
yc_form_row_detach (YcFormRow *self)
{
  g_clear_pointer (&self->branch, yc_form_branch_free);
  self->repeating = NULL;
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

/**
 * yc_form_row_get_root:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the row's own elements, from the control's `detail` or made
 *   up from the schema of the items; %NULL once the row is gone
 */
YcFormElement *
yc_form_row_get_root (YcFormRow *self)
{
  YcFormBranch *branch;

  g_return_val_if_fail (YC_IS_FORM_ROW (self), NULL);

  branch = yc_form_row_ensure_branch (self);
  return branch == NULL ? NULL : branch->root;
}

/**
 * yc_form_row_get_root_of:
 * @self: a row
 * @control: a control that shows the rows
 *
 * Returns: (transfer none) (nullable): the row's elements as this control's `detail` has them;
 *   %NULL once the row is gone
 */
YcFormElement *
yc_form_row_get_root_of (YcFormRow     *self,
                         YcFormElement *control)
{
  YcFormBranch *branch;

  g_return_val_if_fail (YC_IS_FORM_ROW (self), NULL);

  branch = yc_form_row_ensure_branch (self);
  return branch == NULL ? NULL : yc_form_branch_find_root (branch, control);
}

/**
 * yc_form_row_get_cell:
 * @self: a row
 * @control: a control that shows the rows as a table
 * @column: which of its columns
 *
 * Returns: (transfer none) (nullable): the field there
 */
YcFormField *
yc_form_row_get_cell (YcFormRow     *self,
                      YcFormElement *control,
                      guint          column)
{
  YcFormElement *root;
  g_autoptr (YcFormElement) cell = NULL;

  g_return_val_if_fail (YC_IS_FORM_ROW (self), NULL);

  root = yc_form_row_get_root_of (self, control);
  if (root != NULL)
    cell = g_list_model_get_item (yc_form_element_get_children (root), column);
  return cell == NULL ? NULL : cell->field;
}

/* The field that `elementLabelProp` names, if there is one. */
static char *
dup_named_words (YcFormRow     *self,
                 YcFormElement *control)
{
  JsonObject *options = yc_form_element_get_options (control);
  const char *name = yc_json_get_string (options, "elementLabelProp", NULL);
  g_autofree char *base = create_base (self);
  g_autofree char *path = NULL;
  g_autofree char *pointer = NULL;
  YcFormField *field;

  if (name == NULL)
    name = yc_json_get_string (options, "childLabelProp", NULL);
  if (name == NULL)
    return NULL;
  path = g_strdelimit (g_strdup (name), ".", '/');
  pointer = g_strdup_printf ("%s/%s", base, path);
  field = yc_form_find_field (self->repeating->form, pointer);
  return field == NULL ? NULL : yc_form_field_dup_words (field);
}

static char *
dup_first_words (GPtrArray *fields)
{
  char *words = NULL;

  for (guint i = 0; words == NULL && i < fields->len; i++)
    words = yc_form_field_dup_words (fields->pdata[i]);
  return words;
}

/**
 * yc_form_row_dup_title:
 * @self: a row
 * @control: a control that shows the rows
 *
 * Returns: (transfer full): words for it in a list: those of the field that the control's
 *   `elementLabelProp` names, else of the first that is filled in, else its number from 1
 */
char *
yc_form_row_dup_title (YcFormRow     *self,
                       YcFormElement *control)
{
  YcFormBranch *branch;
  char *words = NULL;

  g_return_val_if_fail (YC_IS_FORM_ROW (self), NULL);

  branch = yc_form_row_ensure_branch (self);
  if (branch != NULL)
    words = dup_named_words (self, control);
  if (branch != NULL && words == NULL)
    words = dup_first_words (branch->fields);
  return words == NULL ? g_strdup_printf ("%u", self->index + 1) : words;
}

/**
 * yc_form_row_follow:
 * @self: a row
 * @callback: called with @object when something was changed in its form: there, whichever control
 *   shows it and however deep it is, or elsewhere
 * @object: a #GObject; nothing is called when it is gone
 */
void
yc_form_row_follow (YcFormRow *self,
                    GCallback  callback,
                    gpointer   object)
{
  g_return_if_fail (YC_IS_FORM_ROW (self));

  g_signal_connect_object (self->repeating->form, "changed", callback, object, G_CONNECT_SWAPPED);
}

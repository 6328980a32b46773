/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a form being filled: what was typed, what it means, what is wrong with it. */
#include "yc-form-field-private.h"

#include "yc-form-branch-private.h"
#include "yc-form-private.h"
#include "yc-form-text-private.h"
#include "yc-json.h"

typedef enum
{
  PROP_POINTER = 1,
  PROP_TITLE,
  PROP_TEXT,
  PROP_VALUE,
  PROP_REQUIRED,
  PROP_VISIBLE,
  PROP_ENABLED,
  PROP_READ_ONLY,
  PROP_TOUCHED,
  PROP_ERROR,
  PROP_SOURCE,
  PROP_EDITED,
  PROP_ALTERNATIVE,
  PROP_NONE,
} YcFormFieldProperty;

static GParamSpec *properties[PROP_NONE + 1];

G_DEFINE_FINAL_TYPE (YcFormField, yc_form_field, G_TYPE_OBJECT)

static void
notify (YcFormField         *self,
        YcFormFieldProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
yc_form_field_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YcFormField *self = YC_FORM_FIELD (object);

  switch ((YcFormFieldProperty) prop_id)
    {
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_form_field_get_title (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_VALUE:
      g_value_set_boxed (value, yc_form_field_get_value (self));
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_VISIBLE:
      g_value_set_boolean (value, yc_form_field_get_visible (self));
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, yc_form_field_get_enabled (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, yc_form_field_get_read_only (self));
      break;
    case PROP_TOUCHED:
      g_value_set_boolean (value, self->touched);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_EDITED:
      g_value_set_boolean (value, self->edited);
      break;
    case PROP_ALTERNATIVE:
      g_value_set_object (value, yc_form_field_get_alternative (self));
      break;
    case PROP_NONE:
      g_value_set_boolean (value, self->none);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
detach_rows (YcFormField *self)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  for (guint i = 0; self->rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      yc_form_row_detach (row);
    }
}

static void
yc_form_field_finalize (GObject *object)
{
  YcFormField *self = YC_FORM_FIELD (object);

  detach_rows (self);
  g_clear_object (&self->rows);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->alternative, yc_form_branch_free);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_slist_free (self->elements);
  g_clear_pointer (&self->value, json_node_unref);
  yc_form_spec_unref (self->spec);
  g_free (self->place);
  g_free (self->pointer);
  g_free (self->title);
  g_free (self->help);
  g_free (self->text);
  g_free (self->error);
  g_free (self->source);
  g_free (self->filled_from);
  g_clear_pointer (&self->filled, json_node_unref);
  g_free (self->shared_with);
  G_OBJECT_CLASS (yc_form_field_parent_class)->finalize (object);
}

static void
install_string (YcFormFieldProperty  property,
                const char          *name)
{
  properties[property] = g_param_spec_string (name, NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_boolean (YcFormFieldProperty  property,
                 const char          *name,
                 gboolean             initial)
{
  properties[property] = g_param_spec_boolean (name, NULL, NULL, initial,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
yc_form_field_class_init (YcFormFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yc_form_field_get_property;
  object_class->finalize = yc_form_field_finalize;

  install_string (PROP_POINTER, "pointer");
  install_string (PROP_TITLE, "title");
  install_string (PROP_TEXT, "text");
  install_string (PROP_ERROR, "error");
  install_string (PROP_SOURCE, "source");
  install_boolean (PROP_REQUIRED, "required", FALSE);
  install_boolean (PROP_VISIBLE, "visible", TRUE);
  install_boolean (PROP_ENABLED, "enabled", TRUE);
  install_boolean (PROP_READ_ONLY, "read-only", FALSE);
  install_boolean (PROP_TOUCHED, "touched", FALSE);
  install_boolean (PROP_EDITED, "edited", FALSE);
  install_boolean (PROP_NONE, "none", FALSE);
  properties[PROP_ALTERNATIVE] =
      g_param_spec_object ("alternative", NULL, NULL, YC_TYPE_FORM_ELEMENT,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] = g_param_spec_boxed ("value", NULL, NULL, JSON_TYPE_NODE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_form_field_init (YcFormField *self)
{
  self->text = g_strdup ("");
  self->visible = TRUE;
  self->enabled = TRUE;
}

/* @branch is NULL for a column, which only says what the fields of its rows are like. */
YcFormField *
yc_form_field_new (YcFormBranch *branch,
                   YcFormSpec   *spec,
                   const char   *place,
                   const char   *pointer)
{
  YcFormField *self = g_object_new (YC_TYPE_FORM_FIELD, NULL);

  self->branch = branch;
  self->form = branch == NULL ? NULL : branch->form;
  self->spec = yc_form_spec_ref (spec);
  self->place = g_strdup (place);
  self->pointer = g_strdup (pointer);
  self->chosen = -1;
  if (branch != NULL && spec->kind == YC_FORM_FIELD_REPEATING)
    {
      yc_form_spec_read_rows (spec, self->form->schema_node);
      self->rows = g_list_store_new (YC_TYPE_FORM_ROW);
      self->columns = yc_form_field_create_columns (self->form, spec);
    }
  return self;
}

const YcFormSpec *
yc_form_field_get_spec (YcFormField *self)
{
  return self->spec;
}

/* Notes that @element shows the field. */
void
yc_form_field_add_element (YcFormField   *self,
                           YcFormElement *element)
{
  self->elements = g_slist_append (self->elements, element);
}

/* Calls @func for the branches of its rows that have one, or that of its alternative. */
void
yc_form_field_each_branch (YcFormField      *self,
                           YcFormBranchFunc  func,
                           gpointer          user_data)
{
  guint n = self->rows == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (yc_form_row_get_branch (row) != NULL)
        func (yc_form_row_get_branch (row), user_data);
    }
  if (self->alternative != NULL)
    func (self->alternative, user_data);
}

/* Makes the field mute: its form or its row is gone. */
void
yc_form_field_detach (YcFormField *self)
{
  if (self->form != NULL)
    {
      yc_form_set_problems_of (self->form, self, 0, 0);
      yc_form_unregister (self->form, self);
    }
  detach_rows (self);
  g_clear_pointer (&self->alternative, yc_form_branch_free);
  g_clear_pointer (&self->elements, g_slist_free);
  self->form = NULL;
  self->branch = NULL;
}

/* Moves the field's registration with the form along. */
void
yc_form_field_set_pointer (YcFormField *self,
                           const char  *pointer)
{
  if (g_str_equal (self->pointer, pointer))
    return;
  if (self->form != NULL)
    yc_form_unregister (self->form, self);
  g_free (self->pointer);
  self->pointer = g_strdup (pointer);
  if (self->form != NULL)
    yc_form_register (self->form, self);
  if (self->rows != NULL)
    yc_form_field_number_rows (self, 0);
  if (self->alternative != NULL)
    yc_form_branch_set_base (self->alternative, pointer);
  notify (self, PROP_POINTER);
}

/* Takes the value that the form's data now have. The text follows unless it was just typed. */
void
yc_form_field_take_value (YcFormField *self,
                          JsonNode    *value,
                          gboolean     keep_text)
{
  g_autoptr (JsonNode) taken = value;
  g_autofree char *text = NULL;

  if (!yc_json_equal (self->value, taken) || (self->value == NULL) != (taken == NULL))
    {
      g_clear_pointer (&self->value, json_node_unref);
      self->value = g_steal_pointer (&taken);
      notify (self, PROP_VALUE);
    }
  yc_form_field_recall_source (self);
  if (keep_text)
    return;
  text = yc_form_text_from_value (self->spec, self->value);
  if (!g_str_equal (text, self->text))
    yc_form_field_take_text (self, g_steal_pointer (&text));
}

static void
set_flag (YcFormField         *self,
          gboolean            *flag,
          gboolean             value,
          YcFormFieldProperty  property)
{
  if (*flag == value)
    return;
  *flag = value;
  notify (self, property);
}

/* Takes whether the data, which have @value (nullable) there, say that there is none. */
void
yc_form_field_note_none (YcFormField *self,
                         JsonNode    *value)
{
  set_flag (self, &self->none, value != NULL && JSON_NODE_HOLDS_NULL (value), PROP_NONE);
}

void
yc_form_field_set_required (YcFormField *self,
                            gboolean     required)
{
  set_flag (self, &self->required, required, PROP_REQUIRED);
}

void
yc_form_field_set_visible (YcFormField *self,
                           gboolean     visible)
{
  set_flag (self, &self->visible, visible, PROP_VISIBLE);
}

void
yc_form_field_set_enabled (YcFormField *self,
                           gboolean     enabled)
{
  set_flag (self, &self->enabled, enabled, PROP_ENABLED);
}

/* Whether the layout keeps it from being changed by hand. */
void
yc_form_field_set_locked (YcFormField *self,
                          gboolean     locked)
{
  set_flag (self, &self->locked, locked, PROP_READ_ONLY);
}

void
yc_form_field_set_touched (YcFormField *self,
                           gboolean     touched)
{
  set_flag (self, &self->touched, touched, PROP_TOUCHED);
}

/* Whether a person changed what came from elsewhere. */
void
yc_form_field_set_edited (YcFormField *self,
                          gboolean     edited)
{
  set_flag (self, &self->edited, edited, PROP_EDITED);
}

/* Keeps what the source gave, for when that is there again. */
static void
note_filled (YcFormField *self)
{
  g_free (self->filled_from);
  self->filled_from = g_strdup (self->source);
  g_clear_pointer (&self->filled, json_node_unref);
  self->filled = self->value == NULL ? NULL : json_node_ref (self->value);
}

/* (nullable): where the value came from */
void
yc_form_field_take_source (YcFormField *self,
                           const char  *source)
{
  g_free (self->source);
  self->source = g_strdup (source);
  if (source != NULL)
    note_filled (self);
  notify (self, PROP_SOURCE);
}

/* @text: (transfer full): as it was typed */
void
yc_form_field_take_text (YcFormField *self,
                         char        *text)
{
  g_free (self->text);
  self->text = text;
  notify (self, PROP_TEXT);
}

void
yc_form_field_set_error (YcFormField *self,
                         const char  *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (error);
  notify (self, PROP_ERROR);
}

void
yc_form_field_set_words (YcFormField *self,
                         const char  *title,
                         const char  *help)
{
  g_free (self->title);
  g_free (self->help);
  self->title = g_strdup (title);
  self->help = g_strdup (help);
  notify (self, PROP_TITLE);
}

void
yc_form_field_notify_alternative (YcFormField *self)
{
  notify (self, PROP_ALTERNATIVE);
}

/* The innermost row that the field is in, or NULL. */
YcFormRow *
yc_form_field_get_row (YcFormField *self)
{
  return self->branch == NULL ? NULL : self->branch->row;
}

/* The repeating field that the field is in, or NULL. */
YcFormField *
yc_form_field_get_repeating (YcFormField *self)
{
  YcFormRow *row = yc_form_field_get_row (self);

  return row == NULL ? NULL : yc_form_row_get_repeating (row);
}

/**
 * yc_form_field_get_shared_with:
 * @self: a field
 *
 * Returns: (nullable): the title of another form that has taken the value over
 */
const char *
yc_form_field_get_shared_with (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->shared_with;
}

/**
 * yc_form_field_set_shared_with:
 * @self: a field
 * @shared_with: (nullable): the title of another form that has taken the value over
 *
 * Says so; told with #YcFormField:source.
 */
void
yc_form_field_set_shared_with (YcFormField *self,
                               const char  *shared_with)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (g_strcmp0 (self->shared_with, shared_with) == 0)
    return;
  g_free (self->shared_with);
  self->shared_with = g_strdup (shared_with);
  notify (self, PROP_SOURCE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a form being filled: what was typed, what it means, what is wrong with it. */
#include "yc-form-field-private.h"

#include "yc-form-private.h"
#include "yc-form-text-private.h"
#include "yc-json.h"

struct _YcFormField
{
  GObject      parent_instance;
  YcForm      *form;            /* not owned; NULL once the form is gone or the row is removed */
  YcFormSpec  *spec;
  YcFormRow   *row;             /* not owned; of a field in a row */
  char        *pointer;
  char        *text;
  JsonNode    *value;
  char        *error;
  char        *source;
  GListStore  *rows;
  GListStore  *columns;
  guint        mark;
  gboolean     required;
  gboolean     visible;
  gboolean     enabled;
  gboolean     touched;
};

typedef enum
{
  PROP_POINTER = 1,
  PROP_TITLE,
  PROP_TEXT,
  PROP_VALUE,
  PROP_REQUIRED,
  PROP_VISIBLE,
  PROP_ENABLED,
  PROP_TOUCHED,
  PROP_ERROR,
  PROP_SOURCE,
} YcFormFieldProperty;

static GParamSpec *properties[PROP_SOURCE + 1];

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
      g_value_set_string (value, self->spec->title);
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
    case PROP_TOUCHED:
      g_value_set_boolean (value, self->touched);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
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
  g_clear_pointer (&self->value, json_node_unref);
  yc_form_spec_unref (self->spec);
  g_free (self->pointer);
  g_free (self->text);
  g_free (self->error);
  g_free (self->source);
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
  install_boolean (PROP_TOUCHED, "touched", FALSE);
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

static void
create_columns (YcFormField *self)
{
  self->rows = g_list_store_new (YC_TYPE_FORM_ROW);
  self->columns = g_list_store_new (YC_TYPE_FORM_FIELD);
  for (guint i = 0; i < self->spec->columns->len; i++)
    {
      g_autoptr (YcFormField) column =
          yc_form_field_new (NULL, g_ptr_array_index (self->spec->columns, i), "");
      g_list_store_append (self->columns, column);
    }
}

/* @form is NULL for a column, which only says what the fields of its rows are like. */
YcFormField *
yc_form_field_new (YcForm     *form,
                   YcFormSpec *spec,
                   const char *pointer)
{
  YcFormField *self = g_object_new (YC_TYPE_FORM_FIELD, NULL);

  self->form = form;
  self->spec = yc_form_spec_ref (spec);
  self->pointer = g_strdup (pointer);
  self->required = spec->required;
  if (spec->kind == YC_FORM_FIELD_REPEATING)
    create_columns (self);
  return self;
}

const YcFormSpec *
yc_form_field_get_spec (YcFormField *self)
{
  return self->spec;
}

void
yc_form_field_detach (YcFormField *self)
{
  self->form = NULL;
  self->row = NULL;
  detach_rows (self);
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
  if (keep_text)
    return;
  text = yc_form_text_from_value (self->spec, self->value);
  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  notify (self, PROP_TEXT);
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

void
yc_form_field_set_touched (YcFormField *self,
                           gboolean     touched)
{
  set_flag (self, &self->touched, touched, PROP_TOUCHED);
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

/* Writes the text as it should be, now that nobody is typing. */
void
yc_form_field_tidy (YcFormField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *source = NULL;

  if (self->spec->kind == YC_FORM_FIELD_REPEATING || self->spec->calculate != NULL)
    return;
  text = yc_form_text_tidy (self->spec, self->text);
  if (g_str_equal (text, self->text))
    return;
  source = g_strdup (self->source);
  yc_form_field_set_text (self, text);
  yc_form_field_set_source (self, source);
}

/* A number with which the form tells fields that it has met from others. */
void
yc_form_field_mark (YcFormField *self,
                    guint        mark)
{
  self->mark = mark;
}

guint
yc_form_field_get_mark (YcFormField *self)
{
  return self->mark;
}

YcFormRow *
yc_form_field_get_row (YcFormField *self)
{
  return self->row;
}

/* The repeating field that the field is in, or NULL. */
YcFormField *
yc_form_field_get_repeating (YcFormField *self)
{
  return self->row == NULL ? NULL : yc_form_row_get_repeating (self->row);
}

/* Rows */

static void
number_rows (YcFormField *self,
             guint        from)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = from; i < n; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      yc_form_row_set_index (row, i);
    }
}

static YcFormRow *
create_row (YcFormField *self)
{
  YcFormRow *row = yc_form_row_new (self);

  for (guint i = 0; i < self->spec->columns->len; i++)
    {
      YcFormField *field =
          yc_form_field_new (self->form, g_ptr_array_index (self->spec->columns, i), "");

      field->row = row;
      yc_form_row_add (row, field);
    }
  return row;
}

/* Inserts an empty row without telling the form, which does the telling. */
YcFormRow *
yc_form_field_insert_row (YcFormField *self,
                          guint        index)
{
  g_autoptr (YcFormRow) row = create_row (self);

  yc_form_row_set_index (row, index);
  g_list_store_insert (self->rows, index, row);
  number_rows (self, index);
  return row;
}

static void
drop_row (YcFormField *self,
          guint        index)
{
  g_autoptr (YcFormRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), index);

  for (guint i = 0; self->form != NULL && i < yc_form_row_get_n_fields (row); i++)
    yc_form_unregister (self->form, yc_form_row_get_field (row, i));
  g_list_store_remove (self->rows, index);
  yc_form_row_detach (row);
  number_rows (self, index);
}

/* Adds empty rows or drops the last ones until there are @n_rows, at least one. */
void
yc_form_field_set_n_rows (YcFormField *self,
                          guint        n_rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  n_rows = MAX (n_rows, 1);
  for (; n < n_rows; n++)
    yc_form_field_insert_row (self, n);
  for (; n > n_rows; n--)
    drop_row (self, n - 1);
}

/**
 * yc_form_field_get_rows:
 * @self: a field
 *
 * The rows of a repeating field. There is always at least one; empty rows at the end are for
 * typing only and not part of the data.
 *
 * Returns: (transfer none) (nullable): a list of #YcFormRow, %NULL if @self is not repeating
 */
GListModel *
yc_form_field_get_rows (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return (GListModel *) self->rows;
}

/**
 * yc_form_field_get_columns:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): for each column a #YcFormField without a value that has its
 *   words and kind, %NULL if @self is not repeating
 */
GListModel *
yc_form_field_get_columns (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return (GListModel *) self->columns;
}

/**
 * yc_form_field_can_append_row:
 * @self: a repeating field
 *
 * Returns: whether `maxItems` allows another row
 */
gboolean
yc_form_field_can_append_row (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->rows != NULL && self->form != NULL && !self->spec->read_only &&
         g_list_model_get_n_items (G_LIST_MODEL (self->rows)) < self->spec->max_rows;
}

/**
 * yc_form_field_append_row:
 * @self: a repeating field
 *
 * Adds an empty row, which becomes part of the data when something is typed into it.
 *
 * Returns: (transfer none) (nullable): the row, %NULL if there can be no more
 */
YcFormRow *
yc_form_field_append_row (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  if (!yc_form_field_can_append_row (self))
    return NULL;
  return yc_form_field_insert_row (self, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
}

/**
 * yc_form_field_remove_row:
 * @self: a repeating field
 * @index: which row
 *
 * Removes a row with what it holds. An empty one takes its place if it was the only one.
 */
void
yc_form_field_remove_row (YcFormField *self,
                          guint        index)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self) && self->rows != NULL);

  if (self->form == NULL || index >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;
  drop_row (self, index);
  yc_form_field_set_n_rows (self, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  yc_form_row_removed (self->form, self, index);
}

/**
 * yc_form_field_move_row:
 * @self: a repeating field
 * @from: which row
 * @to: where it shall be afterwards
 *
 * Moves a row among the others.
 */
void
yc_form_field_move_row (YcFormField *self,
                        guint        from,
                        guint        to)
{
  g_autoptr (YcFormRow) row = NULL;
  guint n;

  g_return_if_fail (YC_IS_FORM_FIELD (self) && self->rows != NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (self->form == NULL || from >= n || to >= n || from == to)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), from);
  g_list_store_remove (self->rows, from);
  g_list_store_insert (self->rows, to, row);
  number_rows (self, MIN (from, to));
  yc_form_row_moved (self->form, self, from, to);
}

/* What is typed */

/**
 * yc_form_field_get_text:
 * @self: a field
 *
 * Returns: what is in the field: what was typed, valid or not, or the value as it is shown; never
 *   %NULL
 */
const char *
yc_form_field_get_text (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->text;
}

/**
 * yc_form_field_set_text:
 * @self: a field
 * @text: (nullable): what was typed, UTF-8
 *
 * Takes what was typed and works out what it means. The text stays as it is until the field is
 * left. What means nothing stays in the data as a string, so that a draft loses nothing.
 * Does nothing for a computed or repeating field.
 */
void
yc_form_field_set_text (YcFormField *self,
                        const char  *text)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  text = text == NULL ? "" : text;
  if (self->form == NULL || self->rows != NULL || self->spec->calculate != NULL ||
      g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_utf8_make_valid (text, -1);
  notify (self, PROP_TEXT);
  yc_form_field_set_source (self, NULL);
  yc_form_field_take_value (self, yc_form_text_to_value (self->spec, self->text), TRUE);
  yc_form_write_field (self->form, self, self->value);
}

/**
 * yc_form_field_get_value:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the value as it is in the data; %NULL for none
 */
JsonNode *
yc_form_field_get_value (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  if (self->rows != NULL && self->form != NULL)
    return yc_form_read_field (self->form, self);
  return self->value;
}

/**
 * yc_form_field_set_value:
 * @self: a field
 * @value: (nullable) (transfer none): the value; %NULL or JSON null for none
 *
 * Sets the value; the text follows. Does nothing for a computed or repeating field: rows are
 * filled by their fields or by yc_form_set_value().
 */
void
yc_form_field_set_value (YcFormField *self,
                         JsonNode    *value)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (self->form == NULL || self->rows != NULL || self->spec->calculate != NULL)
    return;
  yc_form_field_set_source (self, NULL);
  yc_form_field_take_value (self, yc_json_node_is_null (value) ? NULL : yc_json_copy (value),
                            FALSE);
  yc_form_write_field (self->form, self, self->value);
}

/**
 * yc_form_field_leave:
 * @self: a field
 *
 * Says that the focus has left the field: its text is put in order (half-width digits, one form of
 * dates, no spaces around it), and from now on its error shows.
 */
void
yc_form_field_leave (YcFormField *self)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (self->form != NULL)
    yc_form_leave_field (self->form, self);
}

/* Choices */

/**
 * yc_form_field_get_n_choices:
 * @self: a field
 *
 * Returns: how many choices a %YC_FORM_FIELD_CHOICE has, 0 for other kinds
 */
guint
yc_form_field_get_n_choices (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), 0);

  return self->spec->choice_values == NULL ? 0 : self->spec->choice_values->len;
}

/**
 * yc_form_field_get_choice_title:
 * @self: a field
 * @index: which choice
 *
 * Returns: its words
 */
const char *
yc_form_field_get_choice_title (YcFormField *self,
                                guint        index)
{
  g_return_val_if_fail (index < yc_form_field_get_n_choices (self), NULL);

  return g_ptr_array_index (self->spec->choice_titles, index);
}

/**
 * yc_form_field_get_choice_value:
 * @self: a field
 * @index: which choice
 *
 * Returns: (transfer none): its value
 */
JsonNode *
yc_form_field_get_choice_value (YcFormField *self,
                                guint        index)
{
  g_return_val_if_fail (index < yc_form_field_get_n_choices (self), NULL);

  return g_ptr_array_index (self->spec->choice_values, index);
}

/**
 * yc_form_field_get_chosen:
 * @self: a field
 *
 * Returns: which choice the value is, -1 for none
 */
int
yc_form_field_get_chosen (YcFormField *self)
{
  guint n = yc_form_field_get_n_choices (self);

  for (guint i = 0; self->value != NULL && i < n; i++)
    {
      if (yc_json_equal (g_ptr_array_index (self->spec->choice_values, i), self->value))
        return (int) i;
    }
  return -1;
}

/**
 * yc_form_field_choose:
 * @self: a field
 * @index: which choice, -1 for none
 *
 * Sets the value to that of a choice.
 */
void
yc_form_field_choose (YcFormField *self,
                      int          index)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));
  g_return_if_fail (index < (int) yc_form_field_get_n_choices (self));

  yc_form_field_set_value (
      self, index < 0 ? NULL : g_ptr_array_index (self->spec->choice_values, index));
}

/* What it is like */

/**
 * yc_form_field_get_pointer:
 * @self: a field
 *
 * Returns: a JSON Pointer into the form's data, such as "/tenants/0/name"; of a field in a row it
 *   changes when rows are removed or moved
 */
const char *
yc_form_field_get_pointer (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->pointer;
}

/**
 * yc_form_field_get_scope:
 * @self: a field
 *
 * Returns: where the field is in the schema, such as "#/properties/name"; of a field in a row,
 *   from the schema of the row
 */
const char *
yc_form_field_get_scope (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->scope;
}

/**
 * yc_form_field_get_kind:
 * @self: a field
 *
 * Returns: what is to be filled in
 */
YcFormFieldKind
yc_form_field_get_kind (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), YC_FORM_FIELD_TEXT);

  return self->spec->kind;
}

/**
 * yc_form_field_get_format:
 * @self: a field
 *
 * Returns: (nullable): the schema's `format`, such as "id-number"
 */
const char *
yc_form_field_get_format (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->format;
}

/**
 * yc_form_field_get_title:
 * @self: a field
 *
 * Returns: its name for people, never %NULL
 */
const char *
yc_form_field_get_title (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->title;
}

/**
 * yc_form_field_get_help:
 * @self: a field
 *
 * Returns: (nullable): a sentence that helps to fill it in
 */
const char *
yc_form_field_get_help (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->help;
}

/**
 * yc_form_field_get_placeholder:
 * @self: a field
 *
 * Returns: (nullable): what to show while it is empty
 */
const char *
yc_form_field_get_placeholder (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->placeholder;
}

/**
 * yc_form_field_get_unit:
 * @self: a field
 *
 * Returns: (nullable): the unit of a number, from `x-unit`
 */
const char *
yc_form_field_get_unit (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->unit;
}

/**
 * yc_form_field_get_required:
 * @self: a field
 *
 * Returns: whether it must be filled in, as things stand
 */
gboolean
yc_form_field_get_required (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->required;
}

/**
 * yc_form_field_get_read_only:
 * @self: a field
 *
 * Returns: whether it cannot be typed into
 */
gboolean
yc_form_field_get_read_only (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->spec->read_only;
}

/**
 * yc_form_field_get_calculated:
 * @self: a field
 *
 * Returns: whether its value is computed from others
 */
gboolean
yc_form_field_get_calculated (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->spec->calculate != NULL;
}

/**
 * yc_form_field_get_visible:
 * @self: a field
 *
 * Returns: whether the layout's rules show it; a hidden one stays in the draft, is left out of
 *   what is submitted, and its errors do not count
 */
gboolean
yc_form_field_get_visible (YcFormField *self)
{
  YcFormField *repeating;

  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  repeating = yc_form_field_get_repeating (self);
  return self->visible && (repeating == NULL || repeating->visible);
}

/**
 * yc_form_field_get_enabled:
 * @self: a field
 *
 * Returns: whether the layout's rules let it be filled in
 */
gboolean
yc_form_field_get_enabled (YcFormField *self)
{
  YcFormField *repeating;

  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  repeating = yc_form_field_get_repeating (self);
  return self->enabled && (repeating == NULL || repeating->enabled);
}

/**
 * yc_form_field_get_touched:
 * @self: a field
 *
 * Returns: whether it was left or checked, so that its error shows
 */
gboolean
yc_form_field_get_touched (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->touched;
}

/**
 * yc_form_field_get_error:
 * @self: a field
 *
 * Returns: (nullable): what is wrong with it, translated; %NULL if nothing is or the field was not
 *   left yet
 */
const char *
yc_form_field_get_error (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->error;
}

/**
 * yc_form_field_get_source:
 * @self: a field
 *
 * Returns: (nullable): the words that say where the value came from, until it is changed by hand
 */
const char *
yc_form_field_get_source (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->source;
}

/**
 * yc_form_field_set_source:
 * @self: a field
 * @source: (nullable): translated words, such as those for the licence store
 *
 * Says where the value came from.
 */
void
yc_form_field_set_source (YcFormField *self,
                          const char  *source)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  notify (self, PROP_SOURCE);
}

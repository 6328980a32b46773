/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's data: what fields write into them and take from them, drafts and submissions. */
#include "yc-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-overlap-private.h"
#include "yc-json.h"

/* Data */

JsonNode *
yc_form_read_field (YcForm      *self,
                    YcFormField *field)
{
  return yc_json_pointer_get (self->data, yc_form_field_get_pointer (field));
}

/* The outermost place that a change at @pointer makes, removes or changes (full). */
char *
yc_form_find_outermost (YcForm     *self,
                        const char *pointer)
{
  const char *end = pointer;
  g_autofree char *around = g_strdup ("");

  while (*end == '/')
    {
      g_autofree char *place = NULL;
      JsonNode *holder = yc_json_pointer_get (self->data, around), *there;

      end += 1 + strcspn (end + 1, "/");
      place = g_strndup (pointer, (gsize) (end - pointer));
      there = yc_json_pointer_get (self->data, place);
      if (there == NULL)
        return g_strdup (JSON_NODE_HOLDS_ARRAY (holder) ? around : place);
      if (JSON_NODE_HOLDS_NULL (there))
        return g_steal_pointer (&place);
      g_free (around);
      around = g_steal_pointer (&place);
    }
  return g_strdup (pointer);
}

/* Of what goes from a table: the outermost around (full), whose last rows may go with it; NULL for a
 * field in no table. */
char *
yc_form_find_outermost_table (YcFormField *field)
{
  YcFormField *table = field->rows == NULL ? NULL : field;

  for (YcFormField *around = yc_form_field_get_repeating (field); around != NULL;
       around = yc_form_field_get_repeating (around))
    table = around;
  return table == NULL ? NULL : g_strdup (table->pointer);
}

static void
ensure_rows_around (YcForm      *self,
                    YcFormField *field)
{
  YcFormField *repeating = yc_form_field_get_repeating (field);

  if (repeating == NULL)
    return;
  ensure_rows_around (self, repeating);
  yc_form_ensure_rows (self, repeating,
                       yc_form_row_get_index (yc_form_field_get_row (field)) + 1);
}

/* Empty rows at the end of the tables around a field go. */
void
yc_form_trim_rows_around (YcForm      *self,
                          YcFormField *field)
{
  for (YcFormField *around = yc_form_field_get_repeating (field); around != NULL;
       around = yc_form_field_get_repeating (around))
    yc_form_trim_rows (self, around);
}

/* Puts @value (nullable, full) into the data, where there is a place for it. */
void
yc_form_put (YcForm     *self,
             const char *pointer,
             JsonNode   *value)
{
  if (*pointer != '\0')
    {
      yc_json_pointer_set (self->data, pointer, value);
      return;
    }
  json_node_unref (self->data);
  self->data = value != NULL ? value : yc_json_object_node (json_object_new ());
}

/* A single value that is cleared stays as null where the schema asks for it and takes null, and in
 * a list, so that the others keep their places. */
static JsonNode *
create_nothing (YcFormField *field)
{
  YcFormRow *row = yc_form_field_get_row (field);
  gboolean in_list = row != NULL && *field->place == '\0' && field->branch->owner != NULL &&
                     field->branch->owner->rows != NULL;

  return in_list || (yc_form_field_get_takes_none (field) &&
                     field->spec->kind != YC_FORM_FIELD_ALTERNATIVES)
             ? json_node_init_null (json_node_alloc ())
             : NULL;
}

/* New rows begin with their defaults, which the fields beside @field take now. */
static void
load_beside (YcForm      *self,
             YcFormField *field)
{
  for (; field != NULL && field->branch->owner != NULL; field = field->branch->owner)
    {
      GPtrArray *fields = field->branch->fields;

      for (guint i = 0; i < fields->len; i++)
        {
          if (fields->pdata[i] != field)
            yc_form_load_field (self, fields->pdata[i]);
        }
      yc_form_field_note_none (field->branch->owner,
                               yc_form_read_field (self, field->branch->owner));
    }
}

/* The object around @field in which nothing else is and that nobody asks for, the outermost such
 * (full); @pointer if there is none. It goes with its last value, with what it would ask for. */
static char *
find_emptied (YcForm      *self,
              YcFormField *field,
              const char  *pointer)
{
  YcFormBranch *branch = field->branch;
  g_autofree char *place = g_strdup (field->place);
  char *emptied = g_strdup (pointer);
  char *slash;

  while ((slash = strrchr (place, '/')) != NULL && slash != place)
    {
      g_autofree char *around = NULL;
      JsonObject *object;

      *slash = '\0';
      around = g_strconcat (branch->base, place, NULL);
      object = yc_json_node_get_object (yc_json_pointer_get (self->data, around));
      if (object == NULL || json_object_get_size (object) != 1 ||
          yc_form_demands_has (branch->demands, branch->demanded, place))
        break;
      g_free (emptied);
      emptied = g_steal_pointer (&around);
    }
  return emptied;
}

/* Takes away the value of @field; returns the outermost place that is different then (full). */
static char *
remove_value (YcForm      *self,
              YcFormField *field)
{
  const char *pointer = yc_form_field_get_pointer (field);
  g_autoptr (JsonNode) nothing = create_nothing (field);
  g_autofree char *gone = NULL;
  char *changed;

  if (yc_json_pointer_get (self->data, pointer) == NULL)
    return g_strdup (pointer);
  gone = nothing != NULL ? g_strdup (pointer) : find_emptied (self, field, pointer);
  changed = yc_form_find_outermost_table (field);
  if (changed == NULL)
    changed = g_strdup (gone);
  yc_form_history_record (self->history, self->data, changed, pointer);
  yc_form_put (self, gone, g_steal_pointer (&nothing));
  yc_form_trim_rows_around (self, field);
  return changed;
}

static char *
put_value (YcForm      *self,
           YcFormField *field,
           JsonNode    *value)
{
  const char *pointer = yc_form_field_get_pointer (field);
  char *changed = yc_form_find_outermost (self, pointer);

  yc_form_history_record (self->history, self->data, changed, pointer);
  ensure_rows_around (self, field);
  yc_form_put (self, pointer, json_node_ref (value));
  yc_form_trim_rows_around (self, field);
  if (strlen (changed) < strlen (pointer))
    {
      self->updating++;
      load_beside (self, field);
      self->updating--;
    }
  return changed;
}

/* @value is NULL for none. */
void
yc_form_write_field (YcForm      *self,
                     YcFormField *field,
                     JsonNode    *value)
{
  g_autofree char *changed =
      value == NULL ? remove_value (self, field) : put_value (self, field, value);

  yc_form_field_note_none (field, yc_form_read_field (self, field));
  yc_form_update (self, changed);
}

/* A step of its own: null is no text that somebody is typing. */
static char *
record_none (YcForm      *self,
             YcFormField *field)
{
  char *changed = yc_form_find_outermost (self, field->pointer);

  yc_form_history_settle (self->history);
  yc_form_history_record (self->history, self->data, changed, field->pointer);
  yc_form_history_settle (self->history);
  return changed;
}

/* Says that there is none of @field, or takes that back. An otherwise empty row stays for it. */
void
yc_form_write_none (YcForm      *self,
                    YcFormField *field,
                    gboolean     none)
{
  g_autofree char *changed = record_none (self, field);

  ensure_rows_around (self, field);
  yc_form_put (self, field->pointer, none ? json_node_init_null (json_node_alloc ()) : NULL);
  self->updating++;
  yc_form_load_field (self, field);
  load_beside (self, field);
  self->updating--;
  yc_form_update (self, changed);
}

void
yc_form_leave_field (YcForm      *self,
                     YcFormField *field)
{
  yc_form_field_tidy (field);
  yc_form_history_settle (self->history);
  yc_form_field_set_touched (field, TRUE);
  yc_form_show_error (self, field);
}

/* Takes into @field what the data have. */
void
yc_form_load_field (YcForm      *self,
                    YcFormField *field)
{
  JsonNode *value = yc_form_read_field (self, field);

  if (field->rows != NULL)
    yc_form_load_rows (self, field);
  else if (field->spec->kind == YC_FORM_FIELD_ALTERNATIVES)
    yc_form_field_load_alternative (field);
  else
    yc_form_field_take_value (field, value == NULL ? NULL : yc_json_copy (value), FALSE);
  yc_form_field_note_none (field, value);
}

void
yc_form_load_all (YcForm *self)
{
  self->updating++;
  for (guint i = 0; i < self->branch->fields->len; i++)
    yc_form_load_field (self, self->branch->fields->pdata[i]);
  self->updating--;
  yc_form_update (self, NULL);
}

/**
 * yc_form_set_data:
 * @self: a form
 * @data: (transfer none): an object, such as yc_form_get_data() gave
 * @error: return location
 *
 * Replaces everything, to restore a draft or to correct a return. Members that the form has no
 * field for are kept. Computed values are computed again.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_DATA if @data is no object
 */
gboolean
yc_form_set_data (YcForm    *self,
                  JsonNode  *data,
                  GError   **error)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);

  if (yc_json_node_get_object (data) == NULL)
    {
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_DATA,
                           _ ("The data of a form must be an object"));
      return FALSE;
    }
  yc_form_history_clear (self->history);
  json_node_unref (self->data);
  self->data = yc_json_copy (data);
  yc_form_load_all (self);
  return TRUE;
}

/* The fields of a branch that a change at @pointer concerns. */
typedef struct
{
  YcForm     *form;
  const char *pointer;
} Loading;

static void
load_concerned (YcFormBranch *branch,
                gpointer      user_data)
{
  Loading *loading = user_data;

  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];

      if (!yc_form_overlap (field->pointer, loading->pointer))
        continue;
      if (yc_form_is_inside (field->pointer, loading->pointer) || field->rows != NULL ||
          field->spec->kind == YC_FORM_FIELD_ALTERNATIVES)
        yc_form_load_field (loading->form, field);
    }
}

static void
restore_cb (const char *pointer,
            JsonNode   *value,
            gpointer    user_data)
{
  YcForm *self = user_data;
  g_autofree char *changed = yc_form_find_outermost (self, pointer);
  Loading loading = { self, changed };

  yc_form_put (self, pointer, value);
  self->updating++;
  load_concerned (self->branch, &loading);
  self->updating--;
  yc_form_update (self, changed);
}

static gboolean
take_step (char  *place,
           char **pointer)
{
  if (place == NULL)
    return FALSE;
  *pointer = place;
  return TRUE;
}

/**
 * yc_form_undo:
 * @self: a form
 * @pointer: (out) (transfer full): what was changed back, to go there
 *
 * Takes back the latest change: everything typed into one field until it was left, a row that was
 * removed or moved, a choice.
 *
 * Returns: %FALSE if there is nothing to undo; @pointer is then left alone
 */
gboolean
yc_form_undo (YcForm  *self,
              char   **pointer)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  return take_step (yc_form_history_undo (self->history, &self->data, restore_cb, self), pointer);
}

/**
 * yc_form_redo:
 * @self: a form
 * @pointer: (out) (transfer full): what was changed again, to go there
 *
 * Does again what was undone last, as long as nothing else was changed since.
 *
 * Returns: %FALSE if there is nothing to redo; @pointer is then left alone
 */
gboolean
yc_form_redo (YcForm  *self,
              char   **pointer)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  return take_step (yc_form_history_redo (self->history, &self->data, restore_cb, self), pointer);
}

/**
 * yc_form_get_data:
 * @self: a form
 *
 * Returns: (transfer full): a copy of everything, hidden and not yet valid values too: the draft
 */
JsonNode *
yc_form_get_data (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return yc_json_copy (self->data);
}

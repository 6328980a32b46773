/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a row, by keys and by buttons: the actions "rows.…" of its table or list. */
#include "yc-form-row-actions.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const struct
{
  const char      *action;
  guint            key;
  guint            keypad_key;
  GdkModifierType  modifiers;
} ACTIONS[] = {
  { "rows.add", GDK_KEY_Insert, GDK_KEY_KP_Insert, GDK_ALT_MASK },
  { "rows.remove", GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_CONTROL_MASK },
  { "rows.duplicate", GDK_KEY_d, GDK_KEY_D, GDK_CONTROL_MASK },
  { "rows.up", GDK_KEY_Up, GDK_KEY_KP_Up, GDK_ALT_MASK },
  { "rows.down", GDK_KEY_Down, GDK_KEY_KP_Down, GDK_ALT_MASK },
};

/**
 * yc_form_row_actions_install:
 * @klass: the class of a table or list
 * @activate: called with the action's name, such as "rows.up"
 */
void
yc_form_row_actions_install (GtkWidgetClass              *klass,
                             GtkWidgetActionActivateFunc  activate)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    gtk_widget_class_install_action (klass, ACTIONS[i].action, NULL, activate);
}

/**
 * yc_form_row_actions_find:
 * @key: a key
 * @state: what is held with it
 *
 * Returns: (nullable): the action that the key stands for
 */
const char *
yc_form_row_actions_find (guint           key,
                          GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  for (gsize i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    {
      if (modifiers == ACTIONS[i].modifiers &&
          (key == ACTIONS[i].key || key == ACTIONS[i].keypad_key))
        return ACTIONS[i].action;
    }
  return NULL;
}

static guint
count_rows (YcFormField *field)
{
  return g_list_model_get_n_items (yc_form_field_get_rows (field));
}

/**
 * yc_form_row_actions_is_blank:
 * @field: a repeating field
 * @row: which row
 *
 * Returns: whether @row is there for typing only: nothing is filled in there, nor after it
 */
gboolean
yc_form_row_actions_is_blank (YcFormField *field,
                              guint        row)
{
  JsonNode *value = yc_form_field_get_value (field);

  return value == NULL || !JSON_NODE_HOLDS_ARRAY (value) ||
         row >= json_array_get_length (json_node_get_array (value));
}

/**
 * yc_form_row_actions_can_add:
 * @field: a repeating field
 *
 * Returns: whether one more row can be filled in: a new one, or the empty one at the end
 */
gboolean
yc_form_row_actions_can_add (YcFormField *field)
{
  return yc_form_field_can_append_row (field) ||
         yc_form_row_actions_is_blank (field, count_rows (field) - 1);
}

/**
 * yc_form_row_actions_update:
 * @host: the table or list
 * @field: its field
 * @current: the row with the focus, or %YC_FORM_NO_ROW
 *
 * Switches the actions on and off. A row does not change places with an empty one at the end.
 */
void
yc_form_row_actions_update (GtkWidget   *host,
                            YcFormField *field,
                            guint        current)
{
  gboolean editable = yc_form_field_get_enabled (field) && !yc_form_field_get_read_only (field);
  gboolean more = editable && yc_form_row_actions_can_add (field);
  gboolean filled = editable && current != YC_FORM_NO_ROW &&
                    !yc_form_row_actions_is_blank (field, current);

  gtk_widget_action_set_enabled (host, "rows.add", more);
  gtk_widget_action_set_enabled (host, "rows.remove", editable && current != YC_FORM_NO_ROW &&
                                                          (filled || count_rows (field) > 1));
  gtk_widget_action_set_enabled (host, "rows.duplicate", filled && more);
  gtk_widget_action_set_enabled (host, "rows.up", filled && current > 0);
  gtk_widget_action_set_enabled (host, "rows.down",
                                 filled && current + 1 < count_rows (field) &&
                                     !yc_form_row_actions_is_blank (field, current + 1));
}

/* The empty row at the end will do. */
static guint
add (YcFormField *field)
{
  guint n = count_rows (field);

  if (yc_form_row_actions_is_blank (field, n - 1))
    return n - 1;
  return yc_form_field_append_row (field) == NULL ? YC_FORM_NO_ROW : n;
}

/* The empty row at the end makes room. */
static guint
duplicate (YcFormField *field,
           guint        row)
{
  guint n = count_rows (field);

  if (n > row + 1 && yc_form_row_actions_is_blank (field, n - 1))
    yc_form_field_remove_row (field, n - 1);
  return yc_form_field_duplicate_row (field, row) == NULL ? YC_FORM_NO_ROW : row + 1;
}

static guint
move (YcFormField *field,
      guint        from,
      guint        to)
{
  yc_form_field_move_row (field, from, to);
  return to;
}

/**
 * yc_form_row_actions_do:
 * @field: a repeating field
 * @action: such as "rows.up"; it has to be switched on
 * @row: the row with the focus, or %YC_FORM_NO_ROW
 *
 * Returns: the row that the focus should go to, %YC_FORM_NO_ROW for none
 */
guint
yc_form_row_actions_do (YcFormField *field,
                        const char  *action,
                        guint        row)
{
  if (g_str_equal (action, "rows.add"))
    return add (field);
  if (row == YC_FORM_NO_ROW)
    return YC_FORM_NO_ROW;
  if (g_str_equal (action, "rows.up"))
    return move (field, row, row - 1);
  if (g_str_equal (action, "rows.down"))
    return move (field, row, row + 1);
  if (g_str_equal (action, "rows.duplicate"))
    return duplicate (field, row);
  yc_form_field_remove_row (field, row);
  return MIN (row, count_rows (field) - 1);
}

/**
 * yc_form_row_actions_find_row:
 * @field: a repeating field
 * @pointer: a JSON Pointer into the form's data
 *
 * Returns: the row that @pointer leads into; the last one if that row is gone, as after an undo;
 *   %YC_FORM_NO_ROW for a pointer to somewhere else
 */
guint
yc_form_row_actions_find_row (YcFormField *field,
                              const char  *pointer)
{
  const char *place = yc_form_field_get_pointer (field);
  gsize length = strlen (place);
  guint64 index;
  char *end;

  if (strncmp (pointer, place, length) != 0 || pointer[length] != '/' ||
      !g_ascii_isdigit (pointer[length + 1]))
    return YC_FORM_NO_ROW;
  index = g_ascii_strtoull (pointer + length + 1, &end, 10);
  if (*end != '\0' && *end != '/')
    return YC_FORM_NO_ROW;
  return (guint) MIN (index, count_rows (field) - 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From field to field in their own order and not by where they are: what a rule has shown a moment
 * ago has no place yet, and a fast typist is there already. What is not built yet is built, and a
 * page that was not on screen is turned to.
 */
#include "yc-form-walk.h"

#include <string.h>

#include "yc-form-categories.h"
#include "yc-form-flow.h"
#include "yc-form-row-actions.h"
#include "yc-form-slot.h"

/* Shows the page that a control is on. */
static void
reveal (GtkWidget *widget)
{
  GtkWidget *categories = gtk_widget_get_ancestor (widget, YC_TYPE_FORM_CATEGORIES);

  if (categories == NULL)
    return;
  reveal (gtk_widget_get_parent (categories));
  yc_form_categories_reveal (YC_FORM_CATEGORIES (categories), widget);
}

static gboolean
focus_slot (GtkWidget *slot)
{
  if (!gtk_widget_is_visible (slot) ||
      !yc_form_control_focus (yc_form_slot_fill (YC_FORM_SLOT (slot))))
    return FALSE;
  reveal (slot);
  return TRUE;
}

/**
 * yc_form_walk_step:
 * @root: the widget that the fields are in
 * @slots: (element-type YcFormSlot): the places of its controls, in their order
 * @by: 1 for the next field, -1 for the one before
 *
 * Returns: whether there was one and it took the focus
 */
gboolean
yc_form_walk_step (GtkWidget *root,
                   GPtrArray *slots,
                   int        by)
{
  GtkWidget *slot = yc_form_slot_find_focus (root);
  guint at;

  if (slot == NULL || !g_ptr_array_find (slots, slot, &at))
    return FALSE;
  for (int i = (int) at + by; i >= 0 && i < (int) slots->len; i += by)
    {
      if (focus_slot (g_ptr_array_index (slots, i)))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_walk_to_first:
 * @slots: (element-type YcFormSlot): places of controls, in their order
 *
 * Returns: whether there is a field that took the focus
 */
gboolean
yc_form_walk_to_first (GPtrArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    {
      if (focus_slot (g_ptr_array_index (slots, i)))
        return TRUE;
    }
  return FALSE;
}

/* What is not built yet is in no tree of widgets. */
static gboolean
walk_into_flow (YcFormFlow *flow)
{
  GtkWidget *item;

  for (guint i = 0; (item = yc_form_flow_get_item (flow, i)) != NULL; i++)
    {
      if (gtk_widget_get_visible (item) && yc_form_walk_into (item))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_walk_into:
 * @page: a widget with places of controls in it
 *
 * Returns: whether there is a field in it that took the focus
 */
gboolean
yc_form_walk_into (GtkWidget *page)
{
  GtkWidget *child = gtk_widget_get_first_child (page);

  if (YC_IS_FORM_SLOT (page))
    return focus_slot (page);
  if (YC_IS_FORM_FLOW (page))
    return walk_into_flow (YC_FORM_FLOW (page));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) && yc_form_walk_into (child))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_walk_is_in:
 * @pointer: a JSON Pointer
 * @outer: another
 *
 * Returns: whether @pointer is @outer or leads into it
 */
gboolean
yc_form_walk_is_in (const char *pointer,
                    const char *outer)
{
  gsize length = strlen (outer);

  return strncmp (pointer, outer, length) == 0 &&
         (pointer[length] == '\0' || pointer[length] == '/');
}

static gboolean
is_around (YcFormSlot *slot,
           const char *pointer)
{
  return yc_form_walk_is_in (pointer, yc_form_field_get_pointer (yc_form_slot_get_field (slot)));
}

static gboolean
focus_in_slot (YcFormSlot *slot,
               const char *pointer)
{
  if (!gtk_widget_is_visible (GTK_WIDGET (slot)) ||
      !yc_form_control_focus_pointer (yc_form_slot_fill (slot), pointer))
    return FALSE;
  reveal (GTK_WIDGET (slot));
  return TRUE;
}

static gboolean
has_control_for (YcFormElement *element,
                 const char    *pointer)
{
  GListModel *children = yc_form_element_get_children (element);
  YcFormField *field = yc_form_element_get_field (element);
  gboolean found = field != NULL && yc_form_walk_is_in (pointer, yc_form_field_get_pointer (field));

  for (guint i = 0; i < g_list_model_get_n_items (children) && !found; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      found = has_control_for (child, pointer);
    }
  return found;
}

/* Whether @pointer has a control in its row: each of several controls on one list has its own. */
static gboolean
shows (YcFormSlot *slot,
       const char *pointer)
{
  YcFormElement *element = yc_form_slot_get_element (slot);
  YcFormField *field = yc_form_element_get_field (element);
  GListModel *rows = yc_form_field_get_rows (field);
  guint index = rows == NULL ? YC_FORM_NO_ROW : yc_form_row_actions_find_row (field, pointer);
  g_autoptr (YcFormRow) row = NULL;

  if (index == YC_FORM_NO_ROW)
    return TRUE;
  row = g_list_model_get_item (rows, index);
  return has_control_for (yc_form_row_get_root_of (row, element), pointer);
}

/**
 * yc_form_walk_to:
 * @slots: (element-type YcFormSlot): places of controls
 * @pointer: a JSON Pointer into the form's data, such as "/tenants/0/name"
 *
 * Returns: whether one of the controls has that field and it took the focus
 */
gboolean
yc_form_walk_to (GPtrArray  *slots,
                 const char *pointer)
{
  for (guint i = 0; i < 2 * slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (slots, i % slots->len);

      if (is_around (slot, pointer) && (i >= slots->len || shows (slot, pointer)) &&
          focus_in_slot (slot, pointer))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
get_beside (GtkWidget        *child,
            GtkDirectionType  direction)
{
  return direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (child)
                                          : gtk_widget_get_prev_sibling (child);
}

/**
 * yc_form_walk_by_tab:
 * @widget: a widget with fields in it
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Moves the focus by the order of the children and not, as GTK does, by where they stand: what was
 * made a moment ago stands nowhere yet.
 *
 * Returns: whether one of them took it
 */
gboolean
yc_form_walk_by_tab (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_first_child (widget)
                                             : gtk_widget_get_last_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = get_beside (child, direction);
  return child != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts a form's elements into as many columns as there is room for, row by row, so that the eye
 * and the Tab key go the same way. Some elements take a whole row.
 */
#include "yc-form-flow.h"

#include "yc-form-slot.h"
#include "yc-form-walk.h"

/* An ID number must be readable at a glance; three columns fit beside the sides of a visit. */
#define COLUMN_WIDTH 201
#define COLUMN_GAP 18

struct _YcFormFlow
{
  GtkWidget  parent_instance;
  GPtrArray *items;         /* Item in order */
  guint      max_columns;
};

/* Slots that are not filled have room, but are in no tree of widgets: of a form of a thousand fields
 * they would take longer to style, measure and place than all that can be seen. */
typedef struct
{
  GtkWidget  *widget;       /* owned */
  YcFormSlot *slot;         /* the same if it is one, else NULL */
  gboolean    whole_row;
} Item;

/* Which items stand in a row, and how high it is. */
typedef struct
{
  guint first;
  guint n_items;
  guint next;               /* the first of the next row */
  int   height;
} Row;

enum
{
  REARRANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormFlow, yc_form_flow, GTK_TYPE_WIDGET)

static void
item_free (gpointer data)
{
  Item *self = data;

  if (self->slot != NULL)
    yc_form_slot_set_flow (self->slot, NULL);
  if (gtk_widget_get_parent (self->widget) != NULL)
    gtk_widget_unparent (self->widget);
  g_object_unref (self->widget);
  g_free (self);
}

static Item *
get_item (YcFormFlow *self,
          guint       index)
{
  return g_ptr_array_index (self->items, index);
}

static gboolean
is_in_tree (const Item *item)
{
  return item->slot == NULL || yc_form_slot_is_filled (item->slot);
}

/* The first item from @index on that has room. */
static guint
skip_hidden (YcFormFlow *self,
             guint       index)
{
  while (index < self->items->len && !gtk_widget_get_visible (get_item (self, index)->widget))
    index++;
  return index;
}

static guint
count_columns (YcFormFlow *self,
               int         width)
{
  int fitting = (width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP);

  return (guint) CLAMP (fitting, 1, (int) self->max_columns);
}

static int
get_column_width (int   width,
                  guint n_columns)
{
  return MAX (0, (width - COLUMN_GAP * ((int) n_columns - 1)) / (int) n_columns);
}

static int
get_item_width (const Item *item,
                int         width,
                guint       n_columns)
{
  return item->whole_row ? width : get_column_width (width, n_columns);
}

static int
measure_height (const Item *item,
                int         width)
{
  int least, minimum, natural;

  if (!is_in_tree (item))
    return yc_form_slot_get_room (item->slot);
  gtk_widget_measure (item->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (item->widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), &minimum,
                      &natural, NULL, NULL);
  return natural;
}

/* Takes the items of one row, beginning with @first. */
static void
take_row (YcFormFlow *self,
          guint       first,
          int         width,
          guint       n_columns,
          Row        *row)
{
  gboolean whole = get_item (self, first)->whole_row;

  row->first = row->next = first;
  row->n_items = 0;
  row->height = 0;
  do
    {
      const Item *item = get_item (self, row->next);

      row->n_items++;
      row->height = MAX (row->height,
                         measure_height (item, get_item_width (item, width, n_columns)));
      row->next = skip_hidden (self, row->next + 1);
    }
  while (!whole && row->next < self->items->len && !get_item (self, row->next)->whole_row &&
         row->n_items < n_columns);
}

static int
measure_rows (YcFormFlow *self,
              int         width)
{
  guint n_columns = count_columns (self, width);
  Row row = { .next = skip_hidden (self, 0) };
  int height = 0;

  while (row.next < self->items->len)
    {
      take_row (self, row.next, width, n_columns, &row);
      height += row.height;
    }
  return height;
}

static void
measure_width (YcFormFlow *self,
               int        *minimum,
               int        *natural)
{
  *minimum = COLUMN_WIDTH;
  *natural = COLUMN_WIDTH * (int) self->max_columns + COLUMN_GAP * ((int) self->max_columns - 1);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);
      int least = 0;

      if (is_in_tree (item) && gtk_widget_should_layout (item->widget))
        gtk_widget_measure (item->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, *natural);
}

static void
yc_form_flow_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  YcFormFlow *self = YC_FORM_FLOW (widget);
  int least, usual;

  measure_width (self, &least, &usual);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = usual;
    }
  else
    {
      *minimum = *natural = measure_rows (self, for_size < 0 ? usual : MAX (for_size, least));
    }
  *minimum_baseline = *natural_baseline = -1;
}

/* Returns whether a slot has another place than before. */
static gboolean
allocate_item (const Item          *item,
               const GtkAllocation *place)
{
  if (is_in_tree (item))
    gtk_widget_size_allocate (item->widget, place, -1);
  return item->slot != NULL && yc_form_slot_set_place (item->slot, place->y, place->height);
}

static gboolean
allocate_row (YcFormFlow *self,
              const Row  *row,
              int         y,
              int         width,
              guint       n_columns)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean moved = FALSE;
  int x = 0;

  for (guint i = row->first; i < row->next; i = skip_hidden (self, i + 1))
    {
      const Item *item = get_item (self, i);
      int item_width = get_item_width (item, width, n_columns);
      GtkAllocation place = { mirrored ? width - x - item_width : x, y, item_width, row->height };

      moved |= allocate_item (item, &place);
      x += item_width + COLUMN_GAP;
    }
  return moved;
}

static void
yc_form_flow_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  YcFormFlow *self = YC_FORM_FLOW (widget);
  guint n_columns = count_columns (self, width);
  Row row = { .next = skip_hidden (self, 0) };
  gboolean moved = FALSE;
  int y = 0;

  while (row.next < self->items->len)
    {
      take_row (self, row.next, width, n_columns, &row);
      moved |= allocate_row (self, &row, y, width, n_columns);
      y += row.height;
    }
  if (moved)
    g_signal_emit (self, signals[REARRANGED], 0);
}

static void
yc_form_flow_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_form_flow_parent_class)->map (widget);
  g_signal_emit (widget, signals[REARRANGED], 0);
}

static GtkSizeRequestMode
yc_form_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
yc_form_flow_dispose (GObject *object)
{
  g_clear_pointer (&YC_FORM_FLOW (object)->items, g_ptr_array_unref);
  G_OBJECT_CLASS (yc_form_flow_parent_class)->dispose (object);
}

static gboolean
yc_form_flow_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (yc_form_flow_parent_class)->focus (widget, direction);
  return yc_form_walk_by_tab (widget, direction);
}

static void
yc_form_flow_class_init (YcFormFlowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_flow_dispose;
  widget_class->measure = yc_form_flow_measure;
  widget_class->size_allocate = yc_form_flow_size_allocate;
  widget_class->get_request_mode = yc_form_flow_get_request_mode;
  widget_class->map = yc_form_flow_map;
  widget_class->focus = yc_form_flow_focus;

  /**
   * YcFormFlow::rearranged:
   *
   * Slots have another place than before, or have come on screen with the flow.
   */
  signals[REARRANGED] = g_signal_new ("rearranged", YC_TYPE_FORM_FLOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "formflow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
yc_form_flow_init (YcFormFlow *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->max_columns = 2;
}

/**
 * yc_form_flow_new:
 * @max_columns: the most columns there may be, at least 1
 *
 * Returns: an empty flow
 */
GtkWidget *
yc_form_flow_new (guint max_columns)
{
  YcFormFlow *self = g_object_new (YC_TYPE_FORM_FLOW, NULL);

  self->max_columns = CLAMP (max_columns, 1, 4);
  return GTK_WIDGET (self);
}

/**
 * yc_form_flow_append:
 * @self: a flow
 * @child: what to add behind the others
 * @whole_row: whether it stands alone in its row
 */
void
yc_form_flow_append (YcFormFlow *self,
                     GtkWidget  *child,
                     gboolean    whole_row)
{
  Item *item;

  g_return_if_fail (YC_IS_FORM_FLOW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  item = g_new0 (Item, 1);
  item->widget = g_object_ref_sink (child);
  item->slot = YC_IS_FORM_SLOT (child) ? YC_FORM_SLOT (child) : NULL;
  item->whole_row = whole_row;
  g_ptr_array_add (self->items, item);
  if (item->slot != NULL)
    yc_form_slot_set_flow (item->slot, GTK_WIDGET (self));
  if (is_in_tree (item))
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/* What is in the tree already and goes before @child. */
static GtkWidget *
find_before (YcFormFlow *self,
             GtkWidget  *child)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->items->len && get_item (self, i)->widget != child; i++)
    {
      if (gtk_widget_get_parent (get_item (self, i)->widget) != NULL)
        before = get_item (self, i)->widget;
    }
  return before;
}

/**
 * yc_form_flow_take_in:
 * @self: a flow
 * @slot: one of its slots, filled now
 *
 * Makes the slot a widget among the others. It leaves them by gtk_widget_unparent().
 */
void
yc_form_flow_take_in (YcFormFlow *self,
                      GtkWidget  *slot)
{
  g_return_if_fail (YC_IS_FORM_FLOW (self));
  g_return_if_fail (YC_IS_FORM_SLOT (slot));

  if (gtk_widget_get_parent (slot) == NULL)
    gtk_widget_insert_after (slot, GTK_WIDGET (self), find_before (self, slot));
}

/**
 * yc_form_flow_get_item:
 * @self: a flow
 * @index: which one, in order
 *
 * Returns: (transfer none) (nullable): what was added there, in the tree of widgets or not; %NULL
 *   past the end
 */
GtkWidget *
yc_form_flow_get_item (YcFormFlow *self,
                       guint       index)
{
  g_return_val_if_fail (YC_IS_FORM_FLOW (self), NULL);

  return index < self->items->len ? get_item (self, index)->widget : NULL;
}

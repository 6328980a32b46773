/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places to choose from, one level beside the other. The column of the place that is chosen is the
 * last but one; the last shows what is in it. Signal "picked" (place) follows a click.
 */
#include "yc-form-cascade.h"

#include "yc-form-popup.h"

#define COLUMN_WIDTH 132
#define COLUMN_HEIGHT 244
#define N_SCROLL_FRAMES 3

struct _YcFormCascade
{
  GtkPopover    parent_instance;
  GtkWidget    *box;
  GPtrArray    *columns;        /* Column */
  YcFormPlaces *places;
  guint         longest;        /* code */
  int           place;          /* chosen, -1 for none yet */
  guint         n_frames;       /* still to be scrolled in */
};

typedef struct
{
  GtkWidget          *scroller; /* owned by the box */
  GtkWidget          *list;
  GtkSingleSelection *selection;
  GArray             *children;
} Column;

typedef enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
} YcFormCascadeSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormCascade, yc_form_cascade, GTK_TYPE_POPOVER)

static void
free_column (gpointer data)
{
  Column *column = data;

  g_array_unref (column->children);
  g_object_unref (column->selection);
  g_free (column);
}

static Column *
get_column (YcFormCascade *self,
            guint          index)
{
  return g_ptr_array_index (self->columns, index);
}

static int
get_child (Column *column,
           guint   position)
{
  return position < column->children->len ? g_array_index (column->children, int, position) : -1;
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          YcFormCascade            *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_list_item_set_child (item, box);
}

static gboolean
has_children (YcFormCascade *self,
              int            place)
{
  g_autoptr (GArray) children = yc_form_places_list_children (self->places, place, self->longest);

  return children->len > 0;
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         YcFormCascade            *self)
{
  GtkStringObject *line = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  Column *column = g_object_get_data (G_OBJECT (factory), "column");

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (line));
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label),
                          has_children (self, get_child (column, gtk_list_item_get_position (item))));
}

static void
row_activate_cb (GtkListView   *list,
                 guint          position,
                 YcFormCascade *self)
{
  Column *column = g_object_get_data (G_OBJECT (list), "column");

  g_signal_emit (self, signals[SIGNAL_PICKED], 0, get_child (column, position));
}

/* Columns */

static GListModel *
create_lines (YcFormCascade *self,
              GArray        *children)
{
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < children->len; i++)
    gtk_string_list_append (lines, yc_form_places_get_name (self->places,
                                                            g_array_index (children, int, i)));
  return G_LIST_MODEL (lines);
}

static GtkWidget *
create_list (YcFormCascade *self,
             Column        *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_object_set_data (G_OBJECT (factory), "column", column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (column->selection)), factory);
  g_object_set_data (G_OBJECT (list), "column", column);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_set_focusable (list, FALSE);
  g_signal_connect (list, "activate", G_CALLBACK (row_activate_cb), self);
  return list;
}

/* Takes @children. */
static void
add_column (YcFormCascade *self,
            GArray        *children)
{
  Column *column = g_new0 (Column, 1);
  GtkScrolledWindow *scroller;

  column->children = children;
  column->selection = gtk_single_selection_new (create_lines (self, children));
  gtk_single_selection_set_autoselect (column->selection, FALSE);
  gtk_single_selection_set_can_unselect (column->selection, TRUE);
  gtk_single_selection_set_selected (column->selection, GTK_INVALID_LIST_POSITION);
  column->list = create_list (self, column);
  column->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (column->scroller);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (scroller, column->list);
  gtk_widget_set_size_request (column->scroller, COLUMN_WIDTH, COLUMN_HEIGHT);
  g_ptr_array_add (self->columns, column);
  gtk_box_append (GTK_BOX (self->box), column->scroller);
}

static void
remove_columns (YcFormCascade *self,
                guint          from)
{
  for (guint i = self->columns->len; i > from; i--)
    {
      gtk_box_remove (GTK_BOX (self->box), get_column (self, i - 1)->scroller);
      g_ptr_array_remove_index (self->columns, i - 1);
    }
}

/* Shows in the column at @index what is in @parent; FALSE if there is nothing. */
static gboolean
fill_column (YcFormCascade *self,
             guint          index,
             int            parent)
{
  g_autoptr (GArray) children = yc_form_places_list_children (self->places, parent, self->longest);
  Column *column = index < self->columns->len ? get_column (self, index) : NULL;

  if (column != NULL && children->len == column->children->len && children->len > 0 &&
      get_child (column, 0) == g_array_index (children, int, 0))
    return TRUE;
  remove_columns (self, index);
  if (children->len == 0)
    return FALSE;
  add_column (self, g_steal_pointer (&children));
  return TRUE;
}

static void
select_child (Column *column,
              int     child)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < column->children->len; i++)
    {
      if (get_child (column, i) == child)
        position = i;
    }
  gtk_single_selection_set_selected (column->selection, position);
}

static void
scroll_to_selected (Column *column)
{
  guint position = gtk_single_selection_get_selected (column->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (column->list, "list.scroll-to-item", "u", position);
}

/* A list can be scrolled only when it has been given its room. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  YcFormCascade *self = YC_FORM_CASCADE (widget);

  for (guint i = 0; i < self->columns->len; i++)
    scroll_to_selected (get_column (self, i));
  return --self->n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
scroll_soon (YcFormCascade *self)
{
  if (self->n_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  self->n_frames = N_SCROLL_FRAMES;
}

static GArray *
list_path (YcFormCascade *self,
           int            place)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (int));

  for (; place >= 0; place = yc_form_places_get_parent (self->places, place))
    g_array_prepend_val (path, place);
  return path;
}

/**
 * yc_form_cascade_show:
 * @self: a cascade
 * @place: what is chosen, -1 for nothing yet
 *
 * Shows the levels down to @place, and what is in it.
 */
void
yc_form_cascade_show (YcFormCascade *self,
                      int            place)
{
  g_autoptr (GArray) path = list_path (self, place);
  int parent = -1;

  self->place = place;
  for (guint i = 0; i <= path->len; i++)
    {
      if (!fill_column (self, i, parent))
        break;
      remove_columns (self, path->len + 1);
      parent = i < path->len ? g_array_index (path, int, i) : -1;
      select_child (get_column (self, i), parent);
    }
  scroll_soon (self);
}

/* The place @by further down among its neighbours. */
static int
find_neighbour (YcFormCascade *self,
                int            by)
{
  g_autoptr (GArray) neighbours = yc_form_places_list_children (
      self->places, yc_form_places_get_parent (self->places, self->place), self->longest);
  int at = -1;

  for (guint i = 0; i < neighbours->len; i++)
    {
      if (g_array_index (neighbours, int, i) == self->place)
        at = (int) i;
    }
  if (neighbours->len == 0)
    return -1;
  at = at < 0 ? 0 : CLAMP (at + by, 0, (int) neighbours->len - 1);
  return g_array_index (neighbours, int, at);
}

/**
 * yc_form_cascade_step:
 * @self: a cascade
 * @by: how many lines down
 *
 * Returns: the place that is chosen then
 */
int
yc_form_cascade_step (YcFormCascade *self,
                      int            by)
{
  yc_form_cascade_show (self, find_neighbour (self, by));
  return self->place;
}

/**
 * yc_form_cascade_turn:
 * @self: a cascade
 * @deeper: whether to go into the place that is chosen, and not to the one around it
 *
 * Returns: the place that is chosen then
 */
int
yc_form_cascade_turn (YcFormCascade *self,
                      gboolean       deeper)
{
  g_autoptr (GArray) children =
      yc_form_places_list_children (self->places, self->place, self->longest);
  int parent = yc_form_places_get_parent (self->places, self->place);

  if (deeper && children->len > 0)
    yc_form_cascade_show (self, g_array_index (children, int, 0));
  else if (!deeper && parent >= 0)
    yc_form_cascade_show (self, parent);
  return self->place;
}

static void
yc_form_cascade_finalize (GObject *object)
{
  YcFormCascade *self = YC_FORM_CASCADE (object);

  g_ptr_array_unref (self->columns);
  g_clear_object (&self->places);
  G_OBJECT_CLASS (yc_form_cascade_parent_class)->finalize (object);
}

static void
yc_form_cascade_class_init (YcFormCascadeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_form_cascade_finalize;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", YC_TYPE_FORM_CASCADE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
yc_form_cascade_init (YcFormCascade *self)
{
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->place = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "columns");
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
  yc_form_popup_prepare (GTK_POPOVER (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-menu");
}

/**
 * yc_form_cascade_new:
 * @parent: the widget it opens under, which has to unparent it
 * @places: the places
 * @longest: how long a code may be, 0 for any
 *
 * Returns: a cascade, closed
 */
GtkWidget *
yc_form_cascade_new (GtkWidget    *parent,
                     YcFormPlaces *places,
                     guint         longest)
{
  YcFormCascade *self = g_object_new (YC_TYPE_FORM_CASCADE, NULL);

  self->places = g_object_ref (places);
  self->longest = longest;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return GTK_WIDGET (self);
}

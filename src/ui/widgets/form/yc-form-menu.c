/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list that opens under an entry: one line is marked, the focus stays where it was, so that an
 * input method goes on working. A line is known by its number among all lines there are; the list
 * shows those of them that fit what was typed. Signal "picked" (number) follows a click.
 */
#include "yc-form-menu.h"

#include "yc-form-popup.h"

#define MAX_LIST_HEIGHT 264

struct _YcFormMenu
{
  GtkPopover          parent_instance;
  GtkStringList      *lines;
  GArray             *numbers;
  GtkSingleSelection *selection;
  GtkWidget          *list;
  YcFormMenuStyle     style;
  YcFormMenuTitle     title;
  YcFormMenuChecked   checked;
  gpointer            data;
};

typedef enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
} YcFormMenuSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormMenu, yc_form_menu, GTK_TYPE_POPOVER)

static guint
get_number (YcFormMenu *self,
            guint       position)
{
  return g_array_index (self->numbers, guint, position);
}

static void
row_activate_cb (GtkListView *list,
                 guint        position,
                 YcFormMenu  *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, get_number (self, position));
}

static GtkWidget *
create_mark (YcFormMenu *self)
{
  GtkWidget *mark = gtk_label_new (NULL);

  gtk_widget_add_css_class (mark, self->style == YC_FORM_MENU_CHECKED ? "check" : "digit");
  gtk_widget_set_visible (mark, self->style != YC_FORM_MENU_PLAIN);
  return mark;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          YcFormMenu               *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), create_mark (self));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
show_mark (YcFormMenu *self,
           GtkLabel   *mark,
           guint       number)
{
  g_autofree char *digit = g_strdup_printf ("%u", number + 1);

  if (self->style == YC_FORM_MENU_NUMBERED)
    gtk_label_set_text (mark, digit);
  else if (self->style == YC_FORM_MENU_CHECKED)
    gtk_label_set_text (mark, self->checked (self->data, number) ? "☑" : "☐");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         YcFormMenu               *self)
{
  GtkStringObject *line = gtk_list_item_get_item (item);
  GtkWidget *mark = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  show_mark (self, GTK_LABEL (mark), get_number (self, gtk_list_item_get_position (item)));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (mark)),
                      gtk_string_object_get_string (line));
}

/* The entry is the first thing in the parent; others may stand below it. */
static void
yc_form_menu_show (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *entry = gtk_widget_get_first_child (parent);
  GdkRectangle place = { 0, 0, gtk_widget_get_width (parent), gtk_widget_get_height (entry) };

  gtk_popover_set_pointing_to (GTK_POPOVER (widget), &place);
  gtk_widget_set_size_request (widget, place.width, -1);
  GTK_WIDGET_CLASS (yc_form_menu_parent_class)->show (widget);
}

static void
yc_form_menu_finalize (GObject *object)
{
  YcFormMenu *self = YC_FORM_MENU (object);

  g_array_unref (self->numbers);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (yc_form_menu_parent_class)->finalize (object);
}

static void
yc_form_menu_class_init (YcFormMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_form_menu_finalize;
  GTK_WIDGET_CLASS (klass)->show = yc_form_menu_show;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", YC_TYPE_FORM_MENU, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
yc_form_menu_init (YcFormMenu *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->lines));
  yc_form_popup_prepare (GTK_POPOVER (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-menu");
}

static GtkWidget *
create_list (YcFormMenu *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activate_cb), self);
  return self->list;
}

static GtkWidget *
create_scroller (GtkWidget *child)
{
  GtkWidget *widget = gtk_scrolled_window_new ();
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_child (scroller, child);
  return widget;
}

/**
 * yc_form_menu_new:
 * @parent: the widget it opens under, which has to unparent it
 * @style: what stands before a title
 * @title: gives the title of a line
 * @checked: (nullable): tells whether a line is checked, for %YC_FORM_MENU_CHECKED
 * @data: for both
 *
 * Returns: an empty menu, closed
 */
GtkWidget *
yc_form_menu_new (GtkWidget         *parent,
                  YcFormMenuStyle    style,
                  YcFormMenuTitle    title,
                  YcFormMenuChecked  checked,
                  gpointer           data)
{
  YcFormMenu *self = g_object_new (YC_TYPE_FORM_MENU, NULL);

  self->style = style;
  self->title = title;
  self->checked = checked;
  self->data = data;
  gtk_popover_set_child (GTK_POPOVER (self), create_scroller (create_list (self)));
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return GTK_WIDGET (self);
}

static void
splice (YcFormMenu *self)
{
  g_autofree const char **titles = g_new0 (const char *, self->numbers->len + 1);

  for (guint i = 0; i < self->numbers->len; i++)
    titles[i] = self->title (self->data, get_number (self, i));
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          titles);
}

/**
 * yc_form_menu_fill:
 * @self: a menu
 * @numbers: (element-type guint): the lines to show
 *
 * Marks the first of them.
 */
void
yc_form_menu_fill (YcFormMenu *self,
                   GArray     *numbers)
{
  g_return_if_fail (YC_IS_FORM_MENU (self));

  g_array_set_size (self->numbers, 0);
  g_array_append_vals (self->numbers, numbers->data, numbers->len);
  splice (self);
  gtk_single_selection_set_selected (self->selection, 0);
}

/**
 * yc_form_menu_refresh:
 * @self: a menu
 *
 * Shows the marks before the titles anew.
 */
void
yc_form_menu_refresh (YcFormMenu *self)
{
  int marked = yc_form_menu_get_marked (self);

  splice (self);
  yc_form_menu_mark (self, marked);
}

/**
 * yc_form_menu_open:
 * @self: a menu
 *
 * Opens it as wide as its parent at least; an empty one closes.
 */
void
yc_form_menu_open (YcFormMenu *self)
{
  if (self->numbers->len == 0)
    yc_form_menu_close (self);
  else
    yc_form_popup_open (GTK_POPOVER (self));
}

void
yc_form_menu_close (YcFormMenu *self)
{
  if (yc_form_menu_is_open (self))
    yc_form_popup_close (GTK_POPOVER (self));
}

/**
 * yc_form_menu_is_open:
 * @self: (nullable): a menu
 *
 * Returns: whether it can be seen
 */
gboolean
yc_form_menu_is_open (YcFormMenu *self)
{
  return yc_form_popup_is_open ((GtkWidget *) self);
}

/**
 * yc_form_menu_get_marked:
 * @self: a menu
 *
 * Returns: the number of the marked line, -1 for none
 */
int
yc_form_menu_get_marked (YcFormMenu *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position < self->numbers->len ? (int) get_number (self, position) : -1;
}

static void
mark_position (YcFormMenu *self,
               guint       position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/**
 * yc_form_menu_mark:
 * @self: a menu
 * @number: a line; the first one is marked if it is not there
 */
void
yc_form_menu_mark (YcFormMenu *self,
                   int         number)
{
  guint position = 0;

  for (guint i = 0; i < self->numbers->len; i++)
    {
      if ((int) get_number (self, i) == number)
        position = i;
    }
  if (self->numbers->len > 0)
    mark_position (self, position);
}

/**
 * yc_form_menu_step:
 * @self: a menu
 * @by: how many lines down
 *
 * Moves the mark, not beyond the ends.
 */
void
yc_form_menu_step (YcFormMenu *self,
                   int         by)
{
  int last = (int) self->numbers->len - 1;
  int position = (int) gtk_single_selection_get_selected (self->selection);

  if (last >= 0)
    mark_position (self, (guint) CLAMP (position + by, 0, last));
}

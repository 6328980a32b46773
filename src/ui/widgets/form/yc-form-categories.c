/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The categories of a long form, one shown at a time. They are listed at the side where there is
 * room and above where there is not. Ctrl+Page Up and Ctrl+Page Down turn the pages, and so does
 * Tab at the end of one. Steps have buttons at their foot, too.
 */
#include "yc-form-categories.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"
#include "yc-form-split.h"
#include "yc-form-tab.h"
#include "yc-form-walk.h"
#include "yc-form-wrap.h"

#define SIDE_WIDTH 148
#define WIDE 590

struct _YcFormCategories
{
  GtkWidget      parent_instance;
  GtkWidget     *rail;          /* a YcFormTab for each page, in the same order */
  GtkWidget     *body;
  GtkWidget     *stack;
  GtkWidget     *foot;          /* of steps only */
  GtkWidget     *back;
  GtkWidget     *onward;
  GtkAdjustment *scrolled;      /* of the viewport around, nullable */
  gboolean       stepper;
  guint          n_pages;
};

G_DEFINE_FINAL_TYPE (YcFormCategories, yc_form_categories, GTK_TYPE_WIDGET)

static GQuark
page_quark (void)
{
  return g_quark_from_static_string ("yc-form-categories-page");
}

static GtkWidget *
get_page (GtkWidget *tab)
{
  return g_object_get_qdata (G_OBJECT (tab), page_quark ());
}

static GtkWidget *
find_tab (YcFormCategories *self,
          GtkWidget        *page)
{
  GtkWidget *tab = gtk_widget_get_first_child (self->rail);

  while (tab != NULL && get_page (tab) != page)
    tab = gtk_widget_get_next_sibling (tab);
  return tab;
}

/* The nearest tab on screen in that direction, NULL at the end. */
static GtkWidget *
find_neighbor (GtkWidget *tab,
               int        by)
{
  do
    tab = tab == NULL ? NULL
          : by > 0    ? gtk_widget_get_next_sibling (tab)
                      : gtk_widget_get_prev_sibling (tab);
  while (tab != NULL && !gtk_widget_get_visible (tab));
  return tab;
}

static GtkWidget *
get_current (YcFormCategories *self)
{
  return find_tab (self, gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

/* @format has a place for the title of the step that the button goes to. */
static void
name_step (YcFormCategories *self,
           GtkWidget        *button,
           const char       *format,
           GtkWidget        *tab)
{
  GtkStackPage *page =
      tab == NULL ? NULL : gtk_stack_get_page (GTK_STACK (self->stack), get_page (tab));
  const char *title = page == NULL ? NULL : gtk_stack_page_get_title (page);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strjoinv (title == NULL ? "" : title, parts);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, tab != NULL);
}

static void
update_steps (YcFormCategories *self)
{
  GtkWidget *current = get_current (self);

  if (!self->stepper || current == NULL)
    return;
  /* Translators: a button that goes to the step of that name. */
  name_step (self, self->back, _ ("‹ %s"), find_neighbor (current, -1));
  /* Translators: likewise, onward. */
  name_step (self, self->onward, _ ("Next: %s ›"), find_neighbor (current, 1));
}

static void
visible_child_cb (YcFormCategories *self)
{
  GtkWidget *tab = get_current (self);

  if (tab != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  update_steps (self);
}

/* To the page's first field; FALSE where it has none. */
static gboolean
begin (YcFormCategories *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return page != NULL && yc_form_walk_into (page);
}

static void
tab_toggled_cb (GtkToggleButton  *tab,
                YcFormCategories *self)
{
  if (gtk_toggle_button_get_active (tab))
    gtk_stack_set_visible_child (GTK_STACK (self->stack), get_page (GTK_WIDGET (tab)));
}

static void
tab_clicked_cb (GtkButton        *tab,
                YcFormCategories *self)
{
  begin (self);
}

static void
back_clicked_cb (YcFormCategories *self)
{
  if (yc_form_categories_turn (self, -1))
    begin (self);
}

static void
onward_clicked_cb (YcFormCategories *self)
{
  if (yc_form_categories_turn (self, 1))
    begin (self);
}

/* Keys */

/* Of categories in categories, the inner ones are turned first. */
static gboolean
turn_around (YcFormCategories *self,
             GtkWidget        *focus,
             int               by)
{
  for (GtkWidget *at = focus; at != NULL; at = gtk_widget_get_parent (at))
    {
      if (YC_IS_FORM_CATEGORIES (at) && yc_form_categories_turn (YC_FORM_CATEGORIES (at), by))
        {
          begin (YC_FORM_CATEGORIES (at));
          return TRUE;
        }
      if (at == GTK_WIDGET (self))
        break;
    }
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormCategories      *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean back = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK ||
      (!back && key != GDK_KEY_Page_Down && key != GDK_KEY_KP_Page_Down) ||
      yc_form_editor_is_composing (focus))
    return GDK_EVENT_PROPAGATE;
  turn_around (self, focus, back ? -1 : 1);
  return GDK_EVENT_STOP;
}

/* Arrows on the tab with the focus. */
static gboolean
rail_key_pressed_cb (GtkEventControllerKey *controller,
                     guint                  key,
                     guint                  code,
                     GdkModifierType        state,
                     YcFormCategories      *self)
{
  gboolean back = key == GDK_KEY_Up || key == GDK_KEY_Left;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (!back && key != GDK_KEY_Down && key != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;
  if (yc_form_categories_turn (self, back ? -1 : 1))
    gtk_widget_grab_focus (get_current (self));
  return GDK_EVENT_STOP;
}

static gboolean
turn_over (YcFormCategories *self)
{
  while (yc_form_categories_turn (self, 1))
    {
      if (begin (self))
        return TRUE;
    }
  return FALSE;
}

/* The tabs come before the page wherever they are, and Tab past the last field of a page goes to
 * the first one of the next. */
static gboolean
yc_form_categories_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  YcFormCategories *self = YC_FORM_CATEGORIES (widget);
  GtkWidget *at = gtk_widget_get_focus_child (widget);

  switch ((int) direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return (at != self->body && gtk_widget_child_focus (self->rail, direction)) ||
             gtk_widget_child_focus (self->body, direction) ||
             (at == self->body && turn_over (self));
    case GTK_DIR_TAB_BACKWARD:
      return (at != self->rail && gtk_widget_child_focus (self->body, direction)) ||
             gtk_widget_child_focus (self->rail, direction);
    default:
      return GTK_WIDGET_CLASS (yc_form_categories_parent_class)->focus (widget, direction);
    }
}

/* The rail stays in view */

static void
scrolled_cb (YcFormCategories *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget *child = viewport == NULL ? NULL : gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  GtkLayoutManager *split = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (child == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), child, &bounds))
    return;
  yc_form_split_set_scroll (YC_FORM_SPLIT (split),
                            (int) (gtk_adjustment_get_value (self->scrolled) - bounds.origin.y));
}

static void
forget_scrolling (YcFormCategories *self)
{
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolled, self);
  g_clear_object (&self->scrolled);
}

static void
yc_form_categories_root (GtkWidget *widget)
{
  YcFormCategories *self = YC_FORM_CATEGORIES (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (yc_form_categories_parent_class)->root (widget);
  forget_scrolling (self);
  if (viewport == NULL)
    return;
  g_set_object (&self->scrolled, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_swapped (self->scrolled, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
yc_form_categories_unroot (GtkWidget *widget)
{
  forget_scrolling (YC_FORM_CATEGORIES (widget));
  GTK_WIDGET_CLASS (yc_form_categories_parent_class)->unroot (widget);
}

static void
yc_form_categories_dispose (GObject *object)
{
  YcFormCategories *self = YC_FORM_CATEGORIES (object);

  forget_scrolling (self);
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  self->stack = NULL;
  g_clear_pointer (&self->rail, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (yc_form_categories_parent_class)->dispose (object);
}

static void
yc_form_categories_class_init (YcFormCategoriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_categories_dispose;
  widget_class->focus = yc_form_categories_focus;
  widget_class->root = yc_form_categories_root;
  widget_class->unroot = yc_form_categories_unroot;
  gtk_widget_class_set_css_name (widget_class, "formcategories");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-categories.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormCategories, rail);
  gtk_widget_class_bind_template_child (widget_class, YcFormCategories, body);
  gtk_widget_class_bind_template_child (widget_class, YcFormCategories, stack);
  gtk_widget_class_bind_template_child (widget_class, YcFormCategories, foot);
  gtk_widget_class_bind_template_child (widget_class, YcFormCategories, back);
  gtk_widget_class_bind_template_child (widget_class, YcFormCategories, onward);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rail_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, onward_clicked_cb);
}

static void
yc_form_categories_init (YcFormCategories *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_form_categories_new:
 * @element: a categorization of a form's layout
 *
 * Returns: categories, none yet
 */
GtkWidget *
yc_form_categories_new (YcFormElement *element)
{
  YcFormCategories *self = g_object_new (YC_TYPE_FORM_CATEGORIES, NULL);
  gboolean stepper = yc_form_element_get_stepper (element);

  self->stepper = stepper;
  gtk_widget_set_visible (self->foot, stepper);
  gtk_widget_set_layout_manager (self->rail, yc_form_wrap_new (SIDE_WIDTH));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 yc_form_split_new (SIDE_WIDTH, stepper ? G_MAXINT : WIDE));
  return GTK_WIDGET (self);
}

static GtkWidget *
create_tab (YcFormCategories *self,
            YcFormElement    *category,
            GtkWidget        *page)
{
  GtkWidget *first = gtk_widget_get_first_child (self->rail);
  GtkWidget *tab = yc_form_tab_new (category, self->stepper ? self->n_pages : 0);

  g_object_set_qdata (G_OBJECT (tab), page_quark (), page);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  g_object_bind_property (category, "visible", tab, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (tab, "toggled", G_CALLBACK (tab_toggled_cb), self);
  g_signal_connect (tab, "clicked", G_CALLBACK (tab_clicked_cb), self);
  g_signal_connect_swapped (tab, "notify::visible", G_CALLBACK (update_steps), self);
  return tab;
}

/**
 * yc_form_categories_add:
 * @self: categories
 * @category: a category of a form's layout
 * @page: what is shown for it
 *
 * Adds a page behind the others, which can be chosen as long as the category is visible.
 */
void
yc_form_categories_add (YcFormCategories *self,
                        YcFormElement    *category,
                        GtkWidget        *page)
{
  GtkStackPage *item;

  g_return_if_fail (YC_IS_FORM_CATEGORIES (self));

  self->n_pages++;
  gtk_box_append (GTK_BOX (self->rail), create_tab (self, category, page));
  item = gtk_stack_add_titled (GTK_STACK (self->stack), page, NULL,
                               yc_form_element_get_title (category));
  g_object_bind_property (category, "visible", item, "visible", G_BINDING_SYNC_CREATE);
  visible_child_cb (self);
}

/**
 * yc_form_categories_reveal:
 * @self: categories
 * @widget: something on one of the pages
 *
 * Shows the page that @widget is on.
 */
void
yc_form_categories_reveal (YcFormCategories *self,
                           GtkWidget        *widget)
{
  GtkWidget *parent;

  g_return_if_fail (YC_IS_FORM_CATEGORIES (self));

  while (widget != NULL && (parent = gtk_widget_get_parent (widget)) != self->stack)
    widget = parent;
  if (widget != NULL)
    gtk_stack_set_visible_child (GTK_STACK (self->stack), widget);
}

/**
 * yc_form_categories_turn:
 * @self: categories
 * @by: 1 for the next page, -1 for the one before
 *
 * Returns: whether there was one, which is shown now
 */
gboolean
yc_form_categories_turn (YcFormCategories *self,
                         int               by)
{
  GtkWidget *tab;

  g_return_val_if_fail (YC_IS_FORM_CATEGORIES (self), FALSE);

  tab = find_neighbor (get_current (self), by);
  if (tab != NULL)
    gtk_stack_set_visible_child (GTK_STACK (self->stack), get_page (tab));
  return tab != NULL;
}

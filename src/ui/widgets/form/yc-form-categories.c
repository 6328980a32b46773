/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The categories of a long form, one shown at a time. */
#include "yc-form-categories.h"

struct _YcFormCategories
{
  GtkWidget  parent_instance;
  GtkWidget *switcher;
  GtkWidget *stack;
};

G_DEFINE_FINAL_TYPE (YcFormCategories, yc_form_categories, GTK_TYPE_WIDGET)

static void
yc_form_categories_dispose (GObject *object)
{
  YcFormCategories *self = YC_FORM_CATEGORIES (object);

  g_clear_pointer (&self->switcher, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (yc_form_categories_parent_class)->dispose (object);
}

static void
yc_form_categories_class_init (YcFormCategoriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_categories_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formcategories");
}

static void
yc_form_categories_init (YcFormCategories *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_START);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * yc_form_categories_new:
 *
 * Returns: categories, none yet
 */
GtkWidget *
yc_form_categories_new (void)
{
  return g_object_new (YC_TYPE_FORM_CATEGORIES, NULL);
}

/**
 * yc_form_categories_add:
 * @self: categories
 * @category: a category of a form's layout
 * @page: what is shown for it
 *
 * Adds a page behind the others, shown in the switcher as long as the category is visible.
 */
void
yc_form_categories_add (YcFormCategories *self,
                        YcFormElement    *category,
                        GtkWidget        *page)
{
  GtkStackPage *item;

  g_return_if_fail (YC_IS_FORM_CATEGORIES (self));

  item = gtk_stack_add_titled (GTK_STACK (self->stack), page, NULL,
                               yc_form_element_get_title (category));
  g_object_bind_property (category, "visible", item, "visible", G_BINDING_SYNC_CREATE);
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

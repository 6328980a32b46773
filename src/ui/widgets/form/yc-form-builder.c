/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets for a form's layout: groups, categories, labels, and places for the controls. */
#include "yc-form-builder.h"

#include "yc-form-categories.h"
#include "yc-form-editor.h"
#include "yc-form-flow.h"
#include "yc-form-slot.h"

#define MAX_COLUMNS 2

typedef struct
{
  GPtrArray *slots;
  gboolean   unfolded;  /* categories stand one under the other */
} Builder;

static GtkWidget *create_element (const Builder *builder,
                                  YcFormElement *element);

static void
visible_notify_cb (YcFormElement *element,
                   GParamSpec    *pspec,
                   GtkWidget     *widget)
{
  gtk_widget_set_visible (widget, yc_form_element_get_visible (element));
}

static GtkWidget *
create_flow (const Builder *builder,
             YcFormElement *element)
{
  gboolean side_by_side = yc_form_element_get_kind (element) == YC_FORM_ELEMENT_HORIZONTAL;
  GListModel *children = yc_form_element_get_children (element);
  guint n = g_list_model_get_n_items (children);
  GtkWidget *flow = yc_form_flow_new (side_by_side ? MAX (n, 1) : MAX_COLUMNS);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      yc_form_flow_append (YC_FORM_FLOW (flow), create_element (builder, child),
                           !side_by_side && yc_form_editor_is_wide (child));
    }
  return flow;
}

static GtkWidget *
create_heading (const char *words)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", words, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "form-heading");
  return heading;
}

static GtkWidget *
create_group (const Builder *builder,
              YcFormElement *element)
{
  const char *title = yc_form_element_get_title (element);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  gtk_widget_add_css_class (box, "form-group");
  if (title != NULL)
    {
      gtk_box_append (GTK_BOX (box), create_heading (title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
    }
  gtk_box_append (GTK_BOX (box), create_flow (builder, element));
  return box;
}

static GtkWidget *
create_label (YcFormElement *element)
{
  GtkWidget *label = gtk_label_new (yc_form_element_get_title (element));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "form-label");
  return label;
}

/* What cannot be shown says so in its place; the rest of the form works. */
static GtkWidget *
create_trouble (YcFormElement *element)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "form-trouble");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), create_label (element));
  return box;
}

/* For paper and pictures. */
static GtkWidget *
create_unfolded (const Builder *builder,
                 YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      gtk_box_append (GTK_BOX (box), create_element (builder, child));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "form-category");
    }
  return box;
}

static GtkWidget *
create_categories (const Builder *builder,
                   YcFormElement *element)
{
  GtkWidget *categories = yc_form_categories_new (element);
  GListModel *children = yc_form_element_get_children (element);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      yc_form_categories_add (YC_FORM_CATEGORIES (categories), child, create_flow (builder, child));
    }
  return categories;
}

static GtkWidget *
create_slot (const Builder *builder,
             YcFormElement *element)
{
  GtkWidget *slot = yc_form_slot_new (element);

  g_ptr_array_add (builder->slots, slot);
  return slot;
}

static GtkWidget *
create_widget (const Builder *builder,
               YcFormElement *element)
{
  switch (yc_form_element_get_kind (element))
    {
    case YC_FORM_ELEMENT_CONTROL:
    case YC_FORM_ELEMENT_LIST_WITH_DETAIL:
      return create_slot (builder, element);
    case YC_FORM_ELEMENT_LABEL:
      return create_label (element);
    case YC_FORM_ELEMENT_TROUBLE:
      return create_trouble (element);
    case YC_FORM_ELEMENT_GROUP:
      return create_group (builder, element);
    case YC_FORM_ELEMENT_CATEGORIZATION:
      return builder->unfolded ? create_unfolded (builder, element)
                               : create_categories (builder, element);
    case YC_FORM_ELEMENT_CATEGORY:
      return create_group (builder, element);
    case YC_FORM_ELEMENT_VERTICAL:
    case YC_FORM_ELEMENT_HORIZONTAL:
    default:
      return create_flow (builder, element);
    }
}

static GtkWidget *
create_element (const Builder *builder,
                YcFormElement *element)
{
  GtkWidget *widget = create_widget (builder, element);

  g_signal_connect_object (element, "notify::visible", G_CALLBACK (visible_notify_cb), widget, 0);
  visible_notify_cb (element, NULL, widget);
  return widget;
}

/**
 * yc_form_builder_create_element:
 * @element: an element of a form's layout, such as the root of a row
 * @slots: where the places of its controls are added, in their order
 *
 * Builds a part of a form, as yc_form_builder_create().
 *
 * Returns: the widget; it owns the #YcFormSlot widgets that are in @slots
 */
GtkWidget *
yc_form_builder_create_element (YcFormElement *element,
                                GPtrArray     *slots)
{
  const Builder builder = { slots, FALSE };

  g_return_val_if_fail (YC_IS_FORM_ELEMENT (element), NULL);
  g_return_val_if_fail (slots != NULL, NULL);

  return create_element (&builder, element);
}

/**
 * yc_form_builder_create:
 * @form: a form
 * @slots: where the places of its controls are added, in their order
 * @unfolded: whether categories stand one under the other
 *
 * Builds what the form's layout says. The controls themselves are not made yet.
 *
 * Returns: the widget; it owns the #YcFormSlot widgets that are in @slots
 */
GtkWidget *
yc_form_builder_create (YcForm    *form,
                        GPtrArray *slots,
                        gboolean   unfolded)
{
  const Builder builder = { slots, unfolded };

  g_return_val_if_fail (YC_IS_FORM (form), NULL);
  g_return_val_if_fail (slots != NULL, NULL);

  return create_element (&builder, yc_form_get_root (form));
}

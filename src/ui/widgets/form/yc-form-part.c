/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of a form inside a field: the elements of a row or of a chosen alternative. Keys walk
 * through its fields; at its ends they are left to what is around it.
 */
#include "yc-form-part.h"

#include "yc-form-builder.h"
#include "yc-form-nest.h"
#include "yc-form-slot.h"
#include "yc-form-walk.h"

struct _YcFormPart
{
  GtkWidget  parent_instance;
  GtkWidget *content;
  GPtrArray *slots; /* YcFormSlot in order, owned by the content */
};

static void yc_form_part_nest_init (YcFormNestInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFormPart,
                               yc_form_part,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_FORM_NEST, yc_form_part_nest_init))

static void
walk (GtkWidget  *widget,
      const char *action,
      int         by)
{
  if (!yc_form_walk_step (widget, YC_FORM_PART (widget)->slots, by))
    gtk_widget_activate_action (gtk_widget_get_parent (widget), action, NULL);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  walk (widget, action, 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  walk (widget, action, -1);
}

static gboolean
yc_form_part_focus_first (YcFormNest *nest)
{
  return yc_form_walk_to_first (YC_FORM_PART (nest)->slots);
}

static gboolean
yc_form_part_focus_pointer (YcFormNest *nest,
                            const char *pointer)
{
  return yc_form_walk_to (YC_FORM_PART (nest)->slots, pointer);
}

static void
yc_form_part_nest_init (YcFormNestInterface *iface)
{
  iface->focus = yc_form_part_focus_first;
  iface->focus_pointer = yc_form_part_focus_pointer;
}

static void
yc_form_part_dispose (GObject *object)
{
  YcFormPart *self = YC_FORM_PART (object);

  g_ptr_array_set_size (self->slots, 0);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (yc_form_part_parent_class)->dispose (object);
}

static void
yc_form_part_finalize (GObject *object)
{
  g_ptr_array_unref (YC_FORM_PART (object)->slots);
  G_OBJECT_CLASS (yc_form_part_parent_class)->finalize (object);
}

static void
yc_form_part_class_init (YcFormPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_form_part_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formpart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, previous_cb);
}

static void
yc_form_part_init (YcFormPart *self)
{
  self->slots = g_ptr_array_new ();
}

/**
 * yc_form_part_new:
 * @element: the root of a row or of an alternative
 *
 * Returns: a part with all its controls
 */
GtkWidget *
yc_form_part_new (YcFormElement *element)
{
  YcFormPart *self = g_object_new (YC_TYPE_FORM_PART, NULL);

  g_return_val_if_fail (YC_IS_FORM_ELEMENT (element), NULL);

  self->content = yc_form_builder_create_element (element, self->slots);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  for (guint i = 0; i < self->slots->len; i++)
    yc_form_slot_fill (g_ptr_array_index (self->slots, i));
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field with its title above and a line of help or error below. */
#include "yc-form-control.h"

#include "yc-form-editor.h"
#include "yc-form-heading.h"
#include "yc-form-helper.h"
#include "yc-form-look.h"
#include "yc-form-nest.h"
#include "yc-form-none.h"

struct _YcFormControl
{
  GtkWidget      parent_instance;
  GtkWidget     *heading;
  GtkWidget     *editor;
  GtkWidget     *none;          /* nullable: of fields that take null */
  GtkWidget     *helper;        /* NULL of fields that have fields inside */
  GtkWidget     *remark;        /* NULL as long as there was none */
  YcFormElement *element;
  YcFormField   *field;
  YcTextLimit   *limit;         /* not owned: of the editor's text, nullable */
  gboolean       focused;
  gboolean       described;     /* the description shows without the focus, too */
};

G_DEFINE_FINAL_TYPE (YcFormControl, yc_form_control, GTK_TYPE_WIDGET)

/* Whether there are fields in it, which say for themselves what is wrong. */
static gboolean
is_nest (YcFormControl *self)
{
  return YC_IS_FORM_NEST (self->editor);
}

static const char *
get_help (YcFormControl *self)
{
  const char *description = yc_form_element_get_description (self->element);

  if (!self->focused && !self->described)
    return NULL;
  return description != NULL ? description : yc_form_field_get_help (self->field);
}

static void
update_helper (YcFormControl *self)
{
  const char *refusal = self->limit != NULL ? yc_text_limit_get_words (self->limit) : NULL;
  g_autofree char *derived = NULL;

  if (self->helper == NULL)
    return;
  derived = yc_form_editor_derive (self->field);
  yc_form_helper_set_error (YC_FORM_HELPER (self->helper),
                            refusal != NULL ? refusal : yc_form_field_get_error (self->field));
  yc_form_helper_set_words (YC_FORM_HELPER (self->helper),
                            derived != NULL ? derived : get_help (self));
}

static void
focus_cb (GtkEventControllerFocus *controller,
          GParamSpec              *pspec,
          YcFormControl           *self)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  yc_form_heading_set_focused (YC_FORM_HEADING (self->heading), self->focused);
  update_helper (self);
}

static void
title_notify_cb (YcFormElement *element,
                 GParamSpec    *pspec,
                 YcFormControl *self)
{
  const char *title = yc_form_element_get_title (element);

  yc_form_heading_set_title (YC_FORM_HEADING (self->heading), title);
  if (!is_nest (self) && title != NULL)
    yc_form_editor_set_label (self->editor, title);
}

static void
yc_form_control_dispose (GObject *object)
{
  YcFormControl *self = YC_FORM_CONTROL (object);

  self->limit = NULL;
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->none, gtk_widget_unparent);
  g_clear_pointer (&self->helper, gtk_widget_unparent);
  g_clear_pointer (&self->remark, gtk_widget_unparent);
  g_clear_object (&self->element);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_control_parent_class)->dispose (object);
}

static void
yc_form_control_class_init (YcFormControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_control_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formcontrol");
}

static void
yc_form_control_init (YcFormControl *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* A table says for itself what a cell did not take. */
static void
follow_limit (YcFormControl *self)
{
  self->limit = is_nest (self) ? NULL : yc_form_editor_find_limit (self->editor);
  if (self->limit != NULL)
    g_signal_connect_object (self->limit, "notify::words", G_CALLBACK (update_helper), self,
                             G_CONNECT_SWAPPED);
}

static void
create_editor (YcFormControl *self)
{
  const char *title = yc_form_element_get_title (self->element);

  self->editor = yc_form_nest_new (self->element);
  if (self->editor == NULL)
    self->editor = yc_form_editor_new_for (self->element, title == NULL ? "" : title);
  gtk_widget_insert_after (self->editor, GTK_WIDGET (self), self->heading);
  follow_limit (self);
}

static void
create_none (YcFormControl *self)
{
  const char *title = yc_form_element_get_title (self->element);

  if (!yc_form_field_get_nullable (self->field))
    return;
  self->none = yc_form_none_new (self->field, title != NULL ? title : "");
  gtk_widget_insert_after (self->none, GTK_WIDGET (self), self->editor);
}

static void
create_helper (YcFormControl *self)
{
  if (is_nest (self))
    return;
  self->helper = yc_form_helper_new ();
  gtk_widget_insert_before (self->helper, GTK_WIDGET (self), NULL);
}

/* What can no longer be changed is shown in another way. */
static void
read_only_notify_cb (YcFormElement *element,
                     GParamSpec    *pspec,
                     YcFormControl *self)
{
  if (is_nest (self))
    return;
  self->limit = NULL;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  create_editor (self);
}

static void
follow_field (YcFormControl *self)
{
  static const char *const signals[] = { "notify::error", "notify::value", "notify::text" };

  for (gsize i = 0; i < G_N_ELEMENTS (signals) && !is_nest (self); i++)
    g_signal_connect_object (self->field, signals[i], G_CALLBACK (update_helper), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->element, "notify::title", G_CALLBACK (title_notify_cb), self, 0);
  g_signal_connect_object (self->element, "notify::read-only", G_CALLBACK (read_only_notify_cb),
                           self, 0);
  update_helper (self);
}

/**
 * yc_form_control_new:
 * @element: a control of a form's layout
 *
 * Returns: a control
 */
GtkWidget *
yc_form_control_new (YcFormElement *element)
{
  YcFormControl *self = g_object_new (YC_TYPE_FORM_CONTROL, NULL);
  YcFormLook look;

  yc_form_look_read (&look, element);
  self->described = look.described;
  self->element = g_object_ref (element);
  self->field = g_object_ref (yc_form_element_get_field (element));
  self->heading = yc_form_heading_new (self->field, yc_form_element_get_title (element));
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  create_editor (self);
  create_none (self);
  create_helper (self);
  follow_field (self);
  return GTK_WIDGET (self);
}

/**
 * yc_form_control_get_field:
 * @self: a control
 *
 * Returns: (transfer none): its field
 */
YcFormField *
yc_form_control_get_field (YcFormControl *self)
{
  g_return_val_if_fail (YC_IS_FORM_CONTROL (self), NULL);

  return self->field;
}

/**
 * yc_form_control_focus:
 * @self: a control
 *
 * Returns: whether it took the focus
 */
gboolean
yc_form_control_focus (YcFormControl *self)
{
  g_return_val_if_fail (YC_IS_FORM_CONTROL (self), FALSE);

  if (is_nest (self))
    return yc_form_nest_focus (YC_FORM_NEST (self->editor));
  return yc_form_editor_focus (self->editor);
}

/**
 * yc_form_control_focus_pointer:
 * @self: a control
 * @pointer: a JSON Pointer into the form's data
 *
 * Returns: whether @pointer is this field or a cell of its table, which now has the focus
 */
gboolean
yc_form_control_focus_pointer (YcFormControl *self,
                               const char    *pointer)
{
  g_return_val_if_fail (YC_IS_FORM_CONTROL (self), FALSE);

  if (g_str_equal (yc_form_field_get_pointer (self->field), pointer))
    return yc_form_control_focus (self);
  return is_nest (self) && yc_form_nest_focus_pointer (YC_FORM_NEST (self->editor), pointer);
}

static void
create_remark (YcFormControl *self)
{
  self->remark = yc_form_helper_new ();
  yc_form_helper_set_icon (YC_FORM_HELPER (self->remark), "dialog-warning-symbolic");
  gtk_widget_add_css_class (self->remark, "remark");
  gtk_widget_insert_before (self->remark, GTK_WIDGET (self), NULL);
}

/**
 * yc_form_control_set_remark:
 * @self: a control
 * @words: (nullable): what a reviewer said about the field
 */
void
yc_form_control_set_remark (YcFormControl *self,
                            const char    *words)
{
  g_return_if_fail (YC_IS_FORM_CONTROL (self));

  if (words != NULL && self->remark == NULL)
    create_remark (self);
  if (self->remark == NULL)
    return;
  yc_form_helper_set_error (YC_FORM_HELPER (self->remark), words);
  gtk_widget_set_visible (self->remark, words != NULL);
}

/**
 * yc_form_control_is_nest:
 * @self: a control
 *
 * Returns: whether there are fields in it, such as a table's
 */
gboolean
yc_form_control_is_nest (YcFormControl *self)
{
  g_return_val_if_fail (YC_IS_FORM_CONTROL (self), FALSE);

  return is_nest (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field with its title above and a line of help or error below. */
#include "yc-form-control.h"

#include <glib/gi18n-lib.h>

#include "yc-form-computed.h"
#include "yc-form-editor.h"
#include "yc-form-helper.h"
#include "yc-form-nest.h"

struct _YcFormControl
{
  GtkWidget      parent_instance;
  GtkWidget     *heading;
  GtkWidget     *title;
  GtkWidget     *required;
  GtkWidget     *badge;
  GtkWidget     *helper;
  GtkWidget     *remark;
  GtkWidget     *editor;
  YcFormElement *element;
  YcFormField   *field;
  YcTextLimit   *limit;         /* not owned: of the editor's text, nullable */
  gboolean       focused;
};

G_DEFINE_FINAL_TYPE (YcFormControl, yc_form_control, GTK_TYPE_WIDGET)

/* Whether there are fields in it, which say for themselves what is wrong. */
static gboolean
is_nest (YcFormControl *self)
{
  return YC_IS_FORM_NEST (self->editor);
}

static void
update_helper (YcFormControl *self)
{
  YcFormHelper *helper = YC_FORM_HELPER (self->helper);
  g_autofree char *derived = yc_form_editor_derive (self->field);
  const char *help = self->focused ? yc_form_field_get_help (self->field) : NULL;
  const char *refusal = self->limit != NULL ? yc_text_limit_get_words (self->limit) : NULL;

  yc_form_helper_set_error (helper, refusal != NULL ? refusal
                                                    : yc_form_field_get_error (self->field));
  yc_form_helper_set_words (helper, derived != NULL ? derived : help);
}

static void
field_notify_cb (YcFormField   *field,
                 GParamSpec    *pspec,
                 YcFormControl *self)
{
  update_helper (self);
}

static void
focus_cb (GtkEventControllerFocus *controller,
          GParamSpec              *pspec,
          YcFormControl           *self)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  update_helper (self);
}

static void
required_notify_cb (YcFormField   *field,
                    GParamSpec    *pspec,
                    YcFormControl *self)
{
  gtk_widget_set_visible (self->required, yc_form_field_get_required (field) &&
                                              !yc_form_field_get_read_only (field));
}

static void
source_notify_cb (YcFormField   *field,
                  GParamSpec    *pspec,
                  YcFormControl *self)
{
  const char *words = yc_form_field_get_calculated (field) ? _ ("Computed")
                                                           : yc_form_field_get_source (field);

  gtk_label_set_text (GTK_LABEL (self->badge), words == NULL ? "" : words);
  gtk_widget_set_visible (self->badge, words != NULL);
}

static void
yc_form_control_dispose (GObject *object)
{
  YcFormControl *self = YC_FORM_CONTROL (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  self->limit = NULL;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
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

  g_type_ensure (YC_TYPE_FORM_HELPER);
  G_OBJECT_CLASS (klass)->dispose = yc_form_control_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formcontrol");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-control.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormControl, heading);
  gtk_widget_class_bind_template_child (widget_class, YcFormControl, title);
  gtk_widget_class_bind_template_child (widget_class, YcFormControl, required);
  gtk_widget_class_bind_template_child (widget_class, YcFormControl, badge);
  gtk_widget_class_bind_template_child (widget_class, YcFormControl, helper);
  gtk_widget_class_bind_template_child (widget_class, YcFormControl, remark);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
}

static void
yc_form_control_init (YcFormControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yc_form_helper_set_icon (YC_FORM_HELPER (self->remark), "dialog-warning-symbolic");
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
}

static void
create_editor (YcFormControl *self,
               const char    *label)
{
  self->editor = yc_form_nest_new (self->element);
  if (self->editor == NULL && yc_form_field_get_calculated (self->field))
    self->editor = yc_form_computed_new (self->field, label);
  else if (self->editor == NULL)
    self->editor = yc_form_editor_new (self->field, label, FALSE);
  gtk_widget_insert_after (self->editor, GTK_WIDGET (self), self->heading);
  gtk_widget_set_visible (self->helper, !is_nest (self));
}

/* A table says for itself what a cell did not take. */
static void
follow_limit (YcFormControl *self)
{
  if (is_nest (self))
    return;
  self->limit = yc_form_editor_find_limit (self->editor);
  if (self->limit != NULL)
    g_signal_connect_object (self->limit, "notify::words", G_CALLBACK (update_helper), self,
                             G_CONNECT_SWAPPED);
}

static void
follow_field (YcFormControl *self)
{
  g_signal_connect_object (self->field, "notify::required", G_CALLBACK (required_notify_cb), self,
                           0);
  g_signal_connect_object (self->field, "notify::source", G_CALLBACK (source_notify_cb), self, 0);
  g_signal_connect_object (self->field, "notify::error", G_CALLBACK (field_notify_cb), self, 0);
  g_signal_connect_object (self->field, "notify::value", G_CALLBACK (field_notify_cb), self, 0);
  required_notify_cb (self->field, NULL, self);
  source_notify_cb (self->field, NULL, self);
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
  const char *title = yc_form_element_get_title (element);

  self->element = g_object_ref (element);
  self->field = g_object_ref (yc_form_element_get_field (element));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  create_editor (self, title);
  follow_limit (self);
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

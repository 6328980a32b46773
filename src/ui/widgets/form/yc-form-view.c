/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form to be filled in. The view has no scroll bars of its own: it goes into a scrolled window,
 * which follows the focus.
 */
#include "yc-form-view.h"

#include "yc-form-builder.h"
#include "yc-form-editor.h"
#include "yc-form-filler.h"
#include "yc-form-slot.h"
#include "yc-form-walk.h"

struct _YcFormView
{
  GtkWidget     parent_instance;
  GtkWidget    *content;
  GPtrArray    *slots; /* YcFormSlot in order, owned by the content */
  YcFormFiller *filler;
  YcForm       *form;
  YcFormField  *focus_field;
  YcAttachments *attachments;
  gboolean      unfolded;
};

typedef enum
{
  PROP_FORM = 1,
  PROP_FOCUS_FIELD,
} YcFormViewProperty;

enum
{
  PAST_END,
  N_SIGNALS
};

static GParamSpec *properties[PROP_FOCUS_FIELD + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormView, yc_form_view, GTK_TYPE_WIDGET)

static void
clear (YcFormView *self)
{
  g_clear_pointer (&self->filler, yc_form_filler_free);
  g_ptr_array_set_size (self->slots, 0);
  g_clear_pointer (&self->content, gtk_widget_unparent);
}

static void
build (YcFormView *self)
{
  clear (self);
  if (self->form == NULL)
    return;
  self->content = yc_form_builder_create (self->form, self->slots, self->unfolded);
  self->filler = yc_form_filler_new (GTK_WIDGET (self), self->slots, self->unfolded);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    yc_form_filler_follow_scrolling (self->filler);
}

/* Focus */

static void
set_focus_field (YcFormView  *self,
                 YcFormField *field)
{
  if (g_set_object (&self->focus_field, field))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS_FIELD]);
}

static void
focus_widget_notify_cb (GtkRoot    *root,
                        GParamSpec *pspec,
                        YcFormView *self)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  if (self->filler != NULL)
    yc_form_filler_fill_beside_focus (self->filler);
  set_focus_field (self, yc_form_editor_find_field (focus));
}

static void
yc_form_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_form_view_parent_class)->root (widget);
  if (YC_FORM_VIEW (widget)->filler != NULL)
    yc_form_filler_follow_scrolling (YC_FORM_VIEW (widget)->filler);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (gtk_widget_get_root (widget)),
                                    "focus-widget") != NULL)
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                             G_CALLBACK (focus_widget_notify_cb), widget, 0);
}

static void
yc_form_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_widget_notify_cb,
                                        widget);
  if (YC_FORM_VIEW (widget)->filler != NULL)
    yc_form_filler_forget_scrolling (YC_FORM_VIEW (widget)->filler);
  GTK_WIDGET_CLASS (yc_form_view_parent_class)->unroot (widget);
}

static void
turn_back (YcFormView *self,
           gboolean    back)
{
  g_autofree char *pointer = NULL;

  if (self->form != NULL &&
      (back ? yc_form_undo (self->form, &pointer) : yc_form_redo (self->form, &pointer)))
    yc_form_view_focus_pointer (self, pointer);
}

/* Ctrl+Z and Ctrl+Shift+Z; in the bubble phase, below an input method that is composing. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormView            *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean back = modifiers == GDK_CONTROL_MASK;

  if ((key != GDK_KEY_z && key != GDK_KEY_Z) || self->form == NULL ||
      (!back && modifiers != (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;
  turn_back (self, back);
  return GDK_EVENT_STOP;
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  turn_back (YC_FORM_VIEW (widget), TRUE);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  turn_back (YC_FORM_VIEW (widget), FALSE);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (!yc_form_walk_step (widget, YC_FORM_VIEW (widget)->slots, 1))
    g_signal_emit (widget, signals[PAST_END], 0);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  yc_form_walk_step (widget, YC_FORM_VIEW (widget)->slots, -1);
}

/* Object */

static void
yc_form_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  YcFormView *self = YC_FORM_VIEW (object);

  switch ((YcFormViewProperty) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;
    case PROP_FOCUS_FIELD:
      g_value_set_object (value, self->focus_field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  YcFormView *self = YC_FORM_VIEW (object);

  switch ((YcFormViewProperty) prop_id)
    {
    case PROP_FORM:
      yc_form_view_set_form (self, g_value_get_object (value));
      break;
    case PROP_FOCUS_FIELD:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_view_dispose (GObject *object)
{
  YcFormView *self = YC_FORM_VIEW (object);

  if (self->slots != NULL)
    clear (self);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_object (&self->form);
  g_clear_object (&self->attachments);
  g_clear_object (&self->focus_field);
  G_OBJECT_CLASS (yc_form_view_parent_class)->dispose (object);
}

static void
yc_form_view_class_init (YcFormViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yc_form_view_get_property;
  object_class->set_property = yc_form_view_set_property;
  object_class->dispose = yc_form_view_dispose;
  widget_class->root = yc_form_view_root;
  widget_class->unroot = yc_form_view_unroot;

  properties[PROP_FORM] =
      g_param_spec_object ("form", NULL, NULL, YC_TYPE_FORM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOCUS_FIELD] =
      g_param_spec_object ("focus-field", NULL, NULL, YC_TYPE_FORM_FIELD,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * YcFormView::past-end:
   *
   * Enter was pressed in the last field.
   */
  signals[PAST_END] = g_signal_new ("past-end", YC_TYPE_FORM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "form.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "form.redo", NULL, redo_cb);
}

static void
yc_form_view_init (YcFormView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->slots = g_ptr_array_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yc_form_view_new:
 *
 * Returns: a view without a form
 */
GtkWidget *
yc_form_view_new (void)
{
  return g_object_new (YC_TYPE_FORM_VIEW, NULL);
}

/**
 * yc_form_view_set_attachments:
 * @self: a view, before it is shown
 * @attachments: where the files of its fields are kept
 */
void
yc_form_view_set_attachments (YcFormView    *self,
                              YcAttachments *attachments)
{
  g_return_if_fail (YC_IS_FORM_VIEW (self));
  g_return_if_fail (YC_IS_ATTACHMENTS (attachments));

  g_set_object (&self->attachments, attachments);
}

/**
 * yc_form_view_get_attachments:
 * @self: a view
 *
 * Returns: (transfer none): where files are kept
 */
YcAttachments *
yc_form_view_get_attachments (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), NULL);

  if (self->attachments == NULL)
    self->attachments = yc_attachments_new ();
  return self->attachments;
}

/**
 * yc_form_view_get_form:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is filled in
 */
YcForm *
yc_form_view_get_form (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), NULL);

  return self->form;
}

/**
 * yc_form_view_set_form:
 * @self: a view
 * @form: (nullable): what shall be filled in
 *
 * Shows another form.
 */
void
yc_form_view_set_form (YcFormView *self,
                       YcForm     *form)
{
  g_return_if_fail (YC_IS_FORM_VIEW (self));
  g_return_if_fail (form == NULL || YC_IS_FORM (form));

  if (!g_set_object (&self->form, form))
    return;
  build (self);
  if (form != NULL && yc_form_get_title (form) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    yc_form_get_title (form), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

/**
 * yc_form_view_get_focus_field:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the field with the focus, for help beside the form
 */
YcFormField *
yc_form_view_get_focus_field (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), NULL);

  return self->focus_field;
}

/**
 * yc_form_view_focus_first:
 * @self: a view
 *
 * Returns: whether there is a field that could take the focus
 */
gboolean
yc_form_view_focus_first (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);

  return yc_form_walk_to_first (self->slots);
}

/**
 * yc_form_view_focus_first_error:
 * @self: a view
 *
 * Checks the form, lets all errors show, and goes to the first field that has one.
 *
 * Returns: whether there was one
 */
gboolean
yc_form_view_focus_first_error (YcFormView *self)
{
  g_autoptr (GListModel) problems = NULL;

  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);

  if (self->form == NULL)
    return FALSE;
  problems = yc_form_check (self->form);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);
      YcFormField *field = yc_form_problem_get_field (problem);

      if (field != NULL && yc_form_view_focus_pointer (self, yc_form_field_get_pointer (field)))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_view_focus_pointer:
 * @self: a view
 * @pointer: a JSON Pointer into the form's data, such as "/tenants/0/name"
 *
 * Goes to a field or to a cell of a table.
 *
 * Returns: whether there is such a field and it took the focus
 */
gboolean
yc_form_view_focus_pointer (YcFormView *self,
                            const char *pointer)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  return yc_form_walk_to (self->slots, pointer);
}

/**
 * yc_form_view_mark:
 * @self: a view
 * @pointer: (nullable): a JSON Pointer into the form's data; %NULL takes all marks away
 * @words: (nullable): what a reviewer or the service said about the field; %NULL takes its marks
 *   away
 *
 * Shows under a field, or under the table that it is in, why the case came back, below what was said
 * about it before.
 */
void
yc_form_view_mark (YcFormView *self,
                   const char *pointer,
                   const char *words)
{
  g_return_if_fail (YC_IS_FORM_VIEW (self));

  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);
      const char *place = yc_form_field_get_pointer (yc_form_slot_get_field (slot));

      if (pointer != NULL && !yc_form_walk_is_in (pointer, place))
        continue;
      if (pointer == NULL || words == NULL)
        yc_form_slot_set_remark (slot, NULL);
      else
        yc_form_slot_add_remark (slot, words);
    }
}

/**
 * yc_form_view_set_unfolded:
 * @self: a view
 * @unfolded: whether the categories of forms stand one under the other, and all is built at once
 *
 * How the next form is shown: for a picture of all of it.
 */
void
yc_form_view_set_unfolded (YcFormView *self,
                           gboolean    unfolded)
{
  g_return_if_fail (YC_IS_FORM_VIEW (self));

  self->unfolded = unfolded;
}

/**
 * yc_form_view_get_settled:
 * @self: a view
 *
 * Returns: whether everything is there that can be seen
 */
gboolean
yc_form_view_get_settled (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);

  return self->filler == NULL || yc_form_filler_get_settled (self->filler);
}

/**
 * yc_form_view_get_n_editors:
 * @self: a view
 *
 * Returns: how many of the form's controls are built now
 */
guint
yc_form_view_get_n_editors (YcFormView *self)
{
  guint n = 0;

  g_return_val_if_fail (YC_IS_FORM_VIEW (self), 0);

  for (guint i = 0; i < self->slots->len; i++)
    n += yc_form_slot_is_filled (g_ptr_array_index (self->slots, i));
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A few choices side by side. The row has the focus as a whole, so that Tab goes past it in one
 * step; digits and arrows pick, Delete takes the choice back.
 */
#include "yc-form-choices.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"

struct _YcFormChoices
{
  GtkWidget    parent_instance;
  GtkWidget   *box;
  GPtrArray   *buttons;         /* GtkToggleButton, owned by the box */
  GPtrArray   *marks;           /* GtkLabel: a digit, or a tick on the chosen one */
  YcFormField *field;
  gboolean     compact;
  gboolean     showing;         /* the field is being shown, nobody has pressed a button */
};

G_DEFINE_FINAL_TYPE (YcFormChoices, yc_form_choices, GTK_TYPE_WIDGET)

static gboolean
is_yes_no (YcFormChoices *self)
{
  return yc_form_field_get_kind (self->field) == YC_FORM_FIELD_YES_NO;
}

static const char *
get_title (YcFormChoices *self,
           guint          index)
{
  if (is_yes_no (self))
    return index == 0 ? _ ("Yes") : _ ("No");
  return yc_form_field_get_choice_title (self->field, index);
}

static int
get_chosen (YcFormChoices *self)
{
  JsonNode *value = yc_form_field_get_value (self->field);

  if (!is_yes_no (self))
    return yc_form_field_get_chosen (self->field);
  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) ||
      json_node_get_value_type (value) != G_TYPE_BOOLEAN)
    return -1;
  return json_node_get_boolean (value) ? 0 : 1;
}

static void
choose (YcFormChoices *self,
        int            index)
{
  g_autoptr (JsonNode) value = NULL;

  if (!yc_form_field_get_enabled (self->field) || yc_form_field_get_read_only (self->field))
    return;
  if (!is_yes_no (self))
    {
      yc_form_field_choose (self->field, index);
      return;
    }
  if (index >= 0)
    value = json_node_init_boolean (json_node_alloc (), index == 0);
  yc_form_field_set_value (self->field, value);
}

static void
show_mark (YcFormChoices *self,
           guint          index,
           gboolean       chosen)
{
  GtkWidget *mark = g_ptr_array_index (self->marks, index);
  g_autofree char *digit = g_strdup_printf ("%u", index + 1);

  gtk_label_set_text (GTK_LABEL (mark), chosen ? "✓" : digit);
  gtk_widget_set_visible (mark, chosen || !self->compact);
}

static void
show_value (YcFormField   *field,
            GParamSpec    *pspec,
            YcFormChoices *self)
{
  int chosen = get_chosen (self);

  self->showing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (int) i == chosen);
      show_mark (self, i, (int) i == chosen);
    }
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  chosen < 0 ? "" : get_title (self, (guint) chosen), -1);
}

static void
error_notify_cb (YcFormField   *field,
                 GParamSpec    *pspec,
                 YcFormChoices *self)
{
  if (yc_form_field_get_error (field) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

/* A press on the chosen one takes nothing back: two quick presses would leave nothing chosen. */
static void
toggled_cb (GtkToggleButton *button,
            YcFormChoices   *self)
{
  guint index;

  if (self->showing || !g_ptr_array_find (self->buttons, button, &index))
    return;
  choose (self, (int) index);
  show_value (self->field, NULL, self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
step (YcFormChoices *self,
      int            by)
{
  int n = (int) self->buttons->len;
  int chosen = get_chosen (self);

  chosen = chosen < 0 ? (by > 0 ? 0 : n - 1) : CLAMP (chosen + by, 0, n - 1);
  choose (self, chosen);
  return GDK_EVENT_STOP;
}

static gboolean
press_key (YcFormChoices *self,
           guint          key)
{
  guint32 character = gdk_keyval_to_unicode (key);

  if (character >= '1' && character < '1' + self->buttons->len)
    {
      choose (self, (int) (character - '1'));
      return GDK_EVENT_STOP;
    }
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_space:
      return step (self, 1);
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      choose (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormChoices         *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  return press_key (self, key);
}

static void
yc_form_choices_dispose (GObject *object)
{
  YcFormChoices *self = YC_FORM_CHOICES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_choices_parent_class)->dispose (object);
}

static void
yc_form_choices_class_init (YcFormChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_choices_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formchoices");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
yc_form_choices_init (YcFormChoices *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
create_content (YcFormChoices *self,
                const char    *title)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, self->compact ? 3 : 6);
  GtkWidget *mark = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (title);

  gtk_widget_add_css_class (mark, "digit");
  g_ptr_array_add (self->marks, mark);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), mark);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), words);
  return content;
}

static void
add_button (YcFormChoices *self,
            guint          index)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *title = get_title (self, index);

  gtk_button_set_child (GTK_BUTTON (button), create_content (self, title));
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self->box), button);
}

/**
 * yc_form_choices_new:
 * @field: what is filled in, %YC_FORM_FIELD_YES_NO or %YC_FORM_FIELD_CHOICE
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * Returns: a row of choices
 */
GtkWidget *
yc_form_choices_new (YcFormField *field,
                     const char  *label,
                     gboolean     compact)
{
  YcFormChoices *self = g_object_new (YC_TYPE_FORM_CHOICES, NULL);
  guint n;

  self->field = g_object_ref (field);
  self->compact = compact;
  n = is_yes_no (self) ? 2 : yc_form_field_get_n_choices (field);
  for (guint i = 0; i < n; i++)
    add_button (self, i);
  g_signal_connect_object (field, "notify::value", G_CALLBACK (show_value), self, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (error_notify_cb), self, 0);
  show_value (field, NULL, self);
  error_notify_cb (field, NULL, self);
  yc_form_editor_prepare (GTK_WIDGET (self), field, label);
  yc_form_editor_add_keys (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

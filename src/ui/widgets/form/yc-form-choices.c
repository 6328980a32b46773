/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All choices open. They have the focus as a whole, so that Tab goes past them in one step; digits
 * pick, or arrows, and Space where several can be picked; Delete takes back what was picked.
 */
#include "yc-form-choices.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"
#include "yc-form-grid.h"

/* One digit picks one of so many. */
#define MAX_NUMBERED 9

struct _YcFormChoices
{
  GtkWidget           parent_instance;
  GtkWidget          *box;
  GPtrArray          *buttons;  /* GtkToggleButton or GtkCheckButton, owned by the box */
  GPtrArray          *marks;    /* GtkLabel: a digit, or a tick on a button that is chosen */
  YcFormField        *field;
  YcFormChoicesStyle  style;
  guint               cursor;   /* where Space picks, of several */
  gboolean            showing;  /* the field is being shown, nobody has pressed a button */
};

G_DEFINE_FINAL_TYPE (YcFormChoices, yc_form_choices, GTK_TYPE_WIDGET)

static gboolean
is_yes_no (YcFormChoices *self)
{
  return yc_form_field_get_kind (self->field) == YC_FORM_FIELD_YES_NO;
}

static gboolean
is_several (YcFormChoices *self)
{
  return yc_form_field_get_kind (self->field) == YC_FORM_FIELD_CHOICES;
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
get_yes_no (YcFormChoices *self)
{
  JsonNode *value = yc_form_field_get_value (self->field);

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) ||
      json_node_get_value_type (value) != G_TYPE_BOOLEAN)
    return -1;
  return json_node_get_boolean (value) ? 0 : 1;
}

static gboolean
is_chosen (YcFormChoices *self,
           guint          index)
{
  if (is_several (self))
    return yc_form_field_get_picked (self->field, index);
  return (is_yes_no (self) ? get_yes_no (self) : yc_form_field_get_chosen (self->field)) ==
         (int) index;
}

static int
get_chosen (YcFormChoices *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (is_chosen (self, i))
        return (int) i;
    }
  return -1;
}

static gboolean
can_change (YcFormChoices *self)
{
  return yc_form_field_get_enabled (self->field) && !yc_form_field_get_read_only (self->field);
}

/* Takes @index, -1 for none; of several it changes sides. */
static void
choose (YcFormChoices *self,
        int            index)
{
  g_autoptr (JsonNode) value = NULL;

  if (!can_change (self))
    return;
  if (index >= 0 && is_several (self))
    yc_form_field_set_picked (self->field, (guint) index, !is_chosen (self, (guint) index));
  else if (index >= 0 && !is_yes_no (self))
    yc_form_field_choose (self->field, index);
  else
    {
      if (index >= 0)
        value = json_node_init_boolean (json_node_alloc (), index == 0);
      yc_form_field_set_value (self->field, value);
    }
}

/* Showing */

static void
show_mark (YcFormChoices *self,
           guint          index,
           gboolean       chosen)
{
  GtkWidget *mark = g_ptr_array_index (self->marks, index);
  g_autofree char *digit = index < MAX_NUMBERED ? g_strdup_printf ("%u", index + 1) : NULL;
  gboolean ticked = chosen && self->style != YC_FORM_CHOICES_LISTED;

  gtk_label_set_text (GTK_LABEL (mark), ticked ? "✓" : digit == NULL ? "" : digit);
  gtk_widget_set_visible (mark, ticked || self->style != YC_FORM_CHOICES_COMPACT);
}

static void
set_active (GtkWidget *button,
            gboolean   active)
{
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
}

static char *
dup_words (YcFormChoices *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (is_chosen (self, i))
        g_ptr_array_add (titles, (gpointer) get_title (self, i));
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static void
show_value (YcFormField   *field,
            GParamSpec    *pspec,
            YcFormChoices *self)
{
  g_autofree char *words = dup_words (self);

  self->showing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      set_active (g_ptr_array_index (self->buttons, i), is_chosen (self, i));
      show_mark (self, i, is_chosen (self, i));
    }
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

/* Picking */

static void
move_cursor (YcFormChoices *self,
             guint          to)
{
  if (!is_several (self))
    return;
  gtk_widget_remove_css_class (g_ptr_array_index (self->buttons, self->cursor), "cursor");
  self->cursor = to;
  gtk_widget_add_css_class (g_ptr_array_index (self->buttons, to), "cursor");
}

/* A press on the chosen one takes nothing back: two quick presses would leave nothing chosen. */
static void
toggled_cb (GtkWidget     *button,
            YcFormChoices *self)
{
  guint index;

  if (self->showing || !g_ptr_array_find (self->buttons, button, &index))
    return;
  /* One of a group tells when it is left, too. */
  if (GTK_IS_CHECK_BUTTON (button) && !is_several (self) &&
      !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    return;
  move_cursor (self, index);
  choose (self, (int) index);
  show_value (self->field, NULL, self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
step (YcFormChoices *self,
      int            by)
{
  int last = (int) self->buttons->len - 1;
  int chosen = get_chosen (self);

  if (is_several (self))
    move_cursor (self, (guint) CLAMP ((int) self->cursor + by, 0, last));
  else
    choose (self, chosen < 0 ? (by > 0 ? 0 : last) : CLAMP (chosen + by, 0, last));
  return GDK_EVENT_STOP;
}

static gboolean
press_space (YcFormChoices *self)
{
  if (!is_several (self))
    return step (self, 1);
  choose (self, (int) self->cursor);
  return GDK_EVENT_STOP;
}

static gboolean
press_key (YcFormChoices *self,
           guint          key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, 1);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return press_space (self);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      choose (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_digit (YcFormChoices *self,
             guint          key)
{
  guint32 character = gdk_keyval_to_unicode (key);
  guint index = character - '1';

  if (character < '1' || character > '9' || index >= self->buttons->len)
    return GDK_EVENT_PROPAGATE;
  move_cursor (self, index);
  choose (self, (int) index);
  return GDK_EVENT_STOP;
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
  return press_digit (self, key) || press_key (self, key);
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
}

static void
yc_form_choices_init (YcFormChoices *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_box (YcFormChoices *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  if (self->style == YC_FORM_CHOICES_LISTED)
    gtk_widget_set_layout_manager (self->box, yc_form_grid_new (TRUE));
  gtk_widget_add_css_class (self->box,
                            self->style == YC_FORM_CHOICES_LISTED ? "listed" : "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
create_content (YcFormChoices *self,
                const char    *title)
{
  gboolean listed = self->style == YC_FORM_CHOICES_LISTED;
  GtkWidget *content =
      gtk_box_new (GTK_ORIENTATION_HORIZONTAL, listed ? 6 : 3);
  GtkWidget *mark = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (title);

  gtk_widget_add_css_class (mark, "digit");
  g_ptr_array_add (self->marks, mark);
  gtk_widget_set_halign (content, listed ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), mark);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (content), words);
  return content;
}

static GtkWidget *
create_check (YcFormChoices *self,
              GtkWidget     *content)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), content);
  if (!is_several (self) && self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                g_ptr_array_index (self->buttons, 0));
  return button;
}

static GtkWidget *
create_button (YcFormChoices *self,
               const char    *title)
{
  GtkWidget *content = create_content (self, title);
  GtkWidget *button;

  if (self->style == YC_FORM_CHOICES_LISTED)
    return create_check (self, content);
  button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static void
add_button (YcFormChoices *self,
            guint          index)
{
  const char *title = get_title (self, index);
  GtkWidget *button = create_button (self, title);

  gtk_widget_set_can_focus (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self->box), button);
}

/* Of yes and no that must be yes, as in a declaration, only yes is offered. */
static guint
count_choices (YcFormChoices *self)
{
  JsonNode *constant = yc_form_field_get_constant (self->field);

  if (!is_yes_no (self))
    return yc_form_field_get_n_choices (self->field);
  return constant != NULL && json_node_get_value_type (constant) == G_TYPE_BOOLEAN &&
                 json_node_get_boolean (constant)
             ? 1
             : 2;
}

/**
 * yc_form_choices_new:
 * @field: what is filled in, %YC_FORM_FIELD_YES_NO, %YC_FORM_FIELD_CHOICE or
 *   %YC_FORM_FIELD_CHOICES
 * @label: its name for a screen reader and for tests
 * @style: how the choices look
 *
 * Returns: all choices, open
 */
GtkWidget *
yc_form_choices_new (YcFormField        *field,
                     const char         *label,
                     YcFormChoicesStyle  style)
{
  GtkAccessibleRole role = yc_form_field_get_kind (field) == YC_FORM_FIELD_CHOICES
                               ? GTK_ACCESSIBLE_ROLE_GROUP
                               : GTK_ACCESSIBLE_ROLE_RADIO_GROUP;
  YcFormChoices *self = g_object_new (YC_TYPE_FORM_CHOICES, "accessible-role", role, NULL);
  guint n;

  self->field = g_object_ref (field);
  self->style = style;
  add_box (self);
  n = count_choices (self);
  for (guint i = 0; i < n; i++)
    add_button (self, i);
  g_signal_connect_object (field, "notify::value", G_CALLBACK (show_value), self, 0);
  g_signal_connect_object (field, "notify::alternative", G_CALLBACK (show_value), self, 0);
  show_value (field, NULL, self);
  yc_form_editor_prepare (GTK_WIDGET (self), field, label);
  yc_form_editor_add_keys (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

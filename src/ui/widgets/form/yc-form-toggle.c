/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Yes or no as a switch, where the layout asks for one. Beside it stands what it means, as a switch
 * that is off does not tell "no" from "not answered yet".
 */
#include "yc-form-toggle.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"

struct _YcFormToggle
{
  GtkWidget    parent_instance;
  GtkWidget   *toggle;
  GtkWidget   *words;
  YcFormField *field;
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (YcFormToggle, yc_form_toggle, GTK_TYPE_WIDGET)

/* 1 for yes, 0 for no, -1 for not answered. */
static int
get_answer (YcFormToggle *self)
{
  JsonNode *value = yc_form_field_get_value (self->field);

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) ||
      json_node_get_value_type (value) != G_TYPE_BOOLEAN)
    return -1;
  return json_node_get_boolean (value);
}

static void
answer (YcFormToggle *self,
        int           yes)
{
  g_autoptr (JsonNode) value = NULL;

  if (yc_form_field_get_read_only (self->field))
    return;
  if (yes >= 0)
    value = json_node_init_boolean (json_node_alloc (), yes);
  yc_form_field_set_value (self->field, value);
}

static void
show_value (YcFormField  *field,
            GParamSpec   *pspec,
            YcFormToggle *self)
{
  int yes = get_answer (self);

  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->toggle), yes == 1);
  self->showing = FALSE;
  gtk_label_set_text (GTK_LABEL (self->words), yes < 0    ? _ ("Not answered")
                                               : yes == 1 ? _ ("Yes")
                                                          : _ ("No"));
  if (yes < 0)
    gtk_widget_add_css_class (self->words, "dim-label");
  else
    gtk_widget_remove_css_class (self->words, "dim-label");
}

static void
active_notify_cb (GtkSwitch    *toggle,
                  GParamSpec   *pspec,
                  YcFormToggle *self)
{
  if (self->showing)
    return;
  answer (self, gtk_switch_get_active (toggle));
  show_value (self->field, NULL, self);
}

/* As with buttons, 1 is yes and 2 is no. */
static gboolean
press_key (YcFormToggle *self,
           guint         key)
{
  guint32 character = gdk_keyval_to_unicode (key);

  if (character == '1' || character == '2')
    answer (self, character == '1');
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    answer (self, -1);
  else if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    answer (self, get_answer (self) != 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormToggle          *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  return press_key (self, key);
}

static void
yc_form_toggle_dispose (GObject *object)
{
  YcFormToggle *self = YC_FORM_TOGGLE (object);

  g_clear_pointer (&self->toggle, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_toggle_parent_class)->dispose (object);
}

static void
yc_form_toggle_class_init (YcFormToggleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_toggle_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formtoggle");
}

static void
yc_form_toggle_init (YcFormToggle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
  self->words = gtk_label_new (NULL);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->toggle, keys);
}

/**
 * yc_form_toggle_new:
 * @field: what is filled in, %YC_FORM_FIELD_YES_NO
 * @label: its name for a screen reader and for tests
 *
 * Returns: a switch
 */
GtkWidget *
yc_form_toggle_new (YcFormField *field,
                    const char  *label)
{
  YcFormToggle *self = g_object_new (YC_TYPE_FORM_TOGGLE, NULL);

  self->field = g_object_ref (field);
  show_value (field, NULL, self);
  g_signal_connect (self->toggle, "notify::active", G_CALLBACK (active_notify_cb), self);
  g_signal_connect_object (field, "notify::value", G_CALLBACK (show_value), self, 0);
  yc_form_editor_prepare (self->toggle, field, label);
  yc_form_editor_add_keys (self->toggle);
  return GTK_WIDGET (self);
}

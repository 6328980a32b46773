/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several of many choices. What is typed narrows the list under the entry, Enter picks the marked
 * one and the next can be typed at once; Enter with nothing typed goes on. What was picked stands
 * under the entry, where a press on it takes it back; Backspace in the empty entry takes the last.
 */
#include "yc-form-picks.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"
#include "yc-form-grid.h"
#include "yc-form-menu.h"
#include "yc-form-line.h"
#include "yc-title-index.h"

struct _YcFormPicks
{
  GtkWidget    parent_instance;
  GtkWidget   *entry;
  GtkWidget   *picked;          /* GtkBox of buttons */
  GtkWidget   *menu;            /* NULL until it was opened */
  YcTitleIndex *index;          /* likewise */
  YcFormField *field;
};

G_DEFINE_FINAL_TYPE (YcFormPicks, yc_form_picks, GTK_TYPE_WIDGET)

static YcFormMenu *
get_menu (YcFormPicks *self)
{
  return (YcFormMenu *) self->menu;
}

static const char *
get_typed (YcFormPicks *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* What was picked */

static void
take_back_cb (GtkButton   *button,
              YcFormPicks *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  if (!yc_form_field_get_read_only (self->field))
    yc_form_field_set_picked (self->field, index, FALSE);
}

static GtkWidget *
create_picked (YcFormPicks *self,
               guint        index)
{
  const char *title = yc_form_field_get_choice_title (self->field, index);
  /* Translators: takes one of several choices back; its title. */
  g_autofree char *words = g_strdup_printf (_ ("Take back “%s”"), title);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (take_back_cb), self);
  return button;
}

static void
show_value (YcFormField *field,
            GParamSpec  *pspec,
            YcFormPicks *self)
{
  guint n = yc_form_field_get_n_choices (field);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->picked)) != NULL)
    gtk_box_remove (GTK_BOX (self->picked), child);
  for (guint i = 0; i < n; i++)
    {
      if (!yc_form_field_get_picked (field, i))
        continue;
      gtk_box_append (GTK_BOX (self->picked), create_picked (self, i));
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              yc_form_field_get_choice_title (field, i));
    }
  gtk_widget_set_visible (self->picked, words->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words->str, -1);
  if (yc_form_menu_is_open (get_menu (self)))
    yc_form_menu_refresh (get_menu (self));
}

/* The list */

static const char *
get_title (gpointer data,
           guint    number)
{
  return yc_form_field_get_choice_title (data, number);
}

static gboolean
get_checked (gpointer data,
             guint    number)
{
  return yc_form_field_get_picked (data, number);
}

static void
toggle (YcFormPicks *self,
        guint        number)
{
  yc_form_field_set_picked (self->field, number,
                            !yc_form_field_get_picked (self->field, number));
}

static void
picked_cb (YcFormMenu  *menu,
           guint        number,
           YcFormPicks *self)
{
  toggle (self, number);
}

static void
create_menu (YcFormPicks *self)
{
  self->index = yc_title_index_new ();
  for (guint i = 0; i < yc_form_field_get_n_choices (self->field); i++)
    yc_title_index_add (self->index, yc_form_field_get_choice_title (self->field, i));
  self->menu = yc_form_menu_new (GTK_WIDGET (self), YC_FORM_MENU_CHECKED, get_title, get_checked,
                                 self->field);
  g_signal_connect (self->menu, "picked", G_CALLBACK (picked_cb), self);
}

static void
open_list (YcFormPicks *self)
{
  g_autoptr (GArray) numbers = NULL;

  if (yc_form_field_get_read_only (self->field))
    return;
  if (self->menu == NULL)
    create_menu (self);
  numbers = yc_title_index_find (self->index, get_typed (self));
  yc_form_menu_fill (get_menu (self), numbers);
  yc_form_menu_open (get_menu (self));
}

static void
close_list (YcFormPicks *self)
{
  yc_form_menu_close (get_menu (self));
}

/* Typing and keys */

static void
changed_cb (GtkEditable *editable,
            YcFormPicks *self)
{
  if (*get_typed (self) == '\0')
    close_list (self);
  else
    open_list (self);
}

/* Takes the marked one if something was typed, and makes room for the next. */
static gboolean
take_typed (YcFormPicks *self)
{
  int marked;

  if (!yc_form_menu_is_open (get_menu (self)) || *get_typed (self) == '\0')
    return FALSE;
  marked = yc_form_menu_get_marked (get_menu (self));
  if (marked >= 0 && !yc_form_field_get_picked (self->field, (guint) marked))
    yc_form_field_set_picked (self->field, (guint) marked, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}

static void
activate_cb (GtkEntry    *entry,
             YcFormPicks *self)
{
  if (take_typed (self))
    return;
  close_list (self);
  yc_form_editor_go_on (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormPicks             *self)
{
  take_typed (self);
  close_list (self);
}

static gboolean
step (YcFormPicks *self,
      int          by)
{
  if (yc_form_menu_is_open (get_menu (self)))
    yc_form_menu_step (get_menu (self), by);
  else
    open_list (self);
  return GDK_EVENT_STOP;
}

static gboolean
take_last_back (YcFormPicks *self)
{
  for (guint i = yc_form_field_get_n_choices (self->field); i > 0; i--)
    {
      if (!yc_form_field_get_picked (self->field, i - 1))
        continue;
      yc_form_field_set_picked (self->field, i - 1, FALSE);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
press_open (YcFormPicks *self,
            guint        key)
{
  int marked = yc_form_menu_get_marked (get_menu (self));

  if (key == GDK_KEY_space && *get_typed (self) == '\0' && marked >= 0)
    toggle (self, (guint) marked);
  else if (key == GDK_KEY_Escape)
    close_list (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Before the entry, but not before an input method that is composing. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormPicks           *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gboolean open = yc_form_menu_is_open (get_menu (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      yc_form_editor_is_composing (text) || yc_form_field_get_read_only (self->field))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return step (self, 1);
  if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && open)
    return step (self, -1);
  if (key == GDK_KEY_BackSpace && *get_typed (self) == '\0')
    return take_last_back (self);
  return open ? press_open (self, key) : GDK_EVENT_PROPAGATE;
}

static void
icon_press_cb (GtkEntry             *entry,
               GtkEntryIconPosition  position,
               YcFormPicks          *self)
{
  gtk_widget_grab_focus (self->entry);
  if (yc_form_menu_is_open (get_menu (self)))
    close_list (self);
  else
    open_list (self);
}

static void
yc_form_picks_dispose (GObject *object)
{
  YcFormPicks *self = YC_FORM_PICKS (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->picked, gtk_widget_unparent);
  g_clear_object (&self->index);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_picks_parent_class)->dispose (object);
}

static void
yc_form_picks_class_init (YcFormPicksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_picks_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formpicks");
}

static void
add_controllers (YcFormPicks *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
yc_form_picks_init (YcFormPicks *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
  self->entry = gtk_entry_new ();
  yc_form_line_add_icon (self->entry, "pan-down-symbolic", _ ("Show the choices"),
                         G_CALLBACK (icon_press_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->picked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->picked, yc_form_grid_new (FALSE));
  gtk_widget_add_css_class (self->picked, "picked");
  gtk_widget_set_parent (self->picked, GTK_WIDGET (self));
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  add_controllers (self);
}

/**
 * yc_form_picks_new:
 * @field: what is filled in, %YC_FORM_FIELD_CHOICES
 * @label: its name for a screen reader and for tests
 *
 * Returns: an entry with a list, and what was picked
 */
GtkWidget *
yc_form_picks_new (YcFormField *field,
                   const char  *label)
{
  YcFormPicks *self = g_object_new (YC_TYPE_FORM_PICKS, NULL);
  const char *placeholder = yc_form_field_get_placeholder (field);

  self->field = g_object_ref (field);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  placeholder != NULL ? placeholder
                                                      : _ ("Type to find, Enter to add"));
  g_signal_connect_object (field, "notify::value", G_CALLBACK (show_value), self, 0);
  show_value (field, NULL, self);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !yc_form_field_get_read_only (field));
  yc_form_editor_prepare (self->entry, field, label);
  yc_form_editor_add_keys (self->entry);
  return GTK_WIDGET (self);
}

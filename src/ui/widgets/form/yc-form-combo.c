/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many choices: what is typed, be it characters, pinyin or initials, narrows the list under the
 * entry, the arrows go through it, Enter or leaving takes the marked one. The focus stays in the
 * entry, so that an input method works. A few choices are numbered, and the number finds them.
 */
#include "yc-form-combo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-editor.h"
#include "yc-form-line.h"
#include "yc-form-menu.h"
#include "yc-title-index.h"

/* One digit finds one of so many. */
#define MAX_NUMBERED 9

struct _YcFormCombo
{
  GtkWidget    parent_instance;
  GtkWidget   *line;
  GtkWidget   *menu;            /* NULL until it was opened */
  YcTitleIndex *index;          /* likewise */
  YcFormField *field;
  gboolean     compact;
};

G_DEFINE_FINAL_TYPE (YcFormCombo, yc_form_combo, GTK_TYPE_WIDGET)

static YcFormMenu *
get_menu (YcFormCombo *self)
{
  return (YcFormMenu *) self->menu;
}

static void
close_list (YcFormCombo *self)
{
  yc_form_menu_close (get_menu (self));
}

/* The list */

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Digits in the titles are searched for, and cannot number them too. */
static gboolean
is_numbered (YcFormCombo *self)
{
  guint n = yc_form_field_get_n_choices (self->field);

  if (n > MAX_NUMBERED)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (has_digit (yc_form_field_get_choice_title (self->field, i)))
        return FALSE;
    }
  return TRUE;
}

static void
picked_cb (YcFormMenu  *menu,
           guint        number,
           YcFormCombo *self)
{
  close_list (self);
  yc_form_field_choose (self->field, (int) number);
}

static const char *
get_title (gpointer data,
           guint    number)
{
  return yc_form_field_get_choice_title (data, number);
}

static void
create_menu (YcFormCombo *self)
{
  YcFormMenuStyle style = is_numbered (self) ? YC_FORM_MENU_NUMBERED : YC_FORM_MENU_PLAIN;

  self->index = yc_title_index_new ();
  for (guint i = 0; i < yc_form_field_get_n_choices (self->field); i++)
    yc_title_index_add (self->index, yc_form_field_get_choice_title (self->field, i));
  self->menu = yc_form_menu_new (GTK_WIDGET (self), style, get_title, NULL, self->field);
  g_signal_connect (self->menu, "picked", G_CALLBACK (picked_cb), self);
}

static GArray *
find (YcFormCombo *self,
      const char  *text)
{
  guint n = yc_form_field_get_n_choices (self->field);
  GArray *numbers;
  guint number;

  if (text == NULL || text[0] < '1' || text[0] > '9' || text[1] != '\0' || !is_numbered (self))
    return yc_title_index_find (self->index, text);
  numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  number = (guint) (text[0] - '1');
  if (number < n)
    g_array_append_val (numbers, number);
  return numbers;
}

static void
open_list (YcFormCombo *self,
           const char  *text)
{
  g_autoptr (GArray) numbers = NULL;

  if (yc_form_field_get_read_only (self->field))
    return;
  if (self->menu == NULL)
    create_menu (self);
  numbers = find (self, text);
  yc_form_menu_fill (get_menu (self), numbers);
  yc_form_menu_open (get_menu (self));
}

static void
take_marked (YcFormCombo *self)
{
  int marked = yc_form_menu_get_marked (get_menu (self));

  close_list (self);
  if (marked >= 0)
    yc_form_field_choose (self->field, marked);
}

static void
toggle_list (YcFormCombo *self)
{
  if (yc_form_menu_is_open (get_menu (self)))
    {
      close_list (self);
      return;
    }
  open_list (self, NULL);
  if (self->menu != NULL)
    yc_form_menu_mark (get_menu (self), yc_form_field_get_chosen (self->field));
}

/* Typing and keys */

static void
changed_cb (GtkEditable *editable,
            YcFormCombo *self)
{
  const char *text = gtk_editable_get_text (editable);

  if (yc_form_line_is_showing (self->line))
    return;
  if (*text == '\0')
    close_list (self);
  else
    open_list (self, text);
}

static void
activate_cb (GtkEntry    *entry,
             YcFormCombo *self)
{
  if (yc_form_menu_is_open (get_menu (self)))
    take_marked (self);
  yc_form_editor_go_on (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormCombo             *self)
{
  if (yc_form_menu_is_open (get_menu (self)))
    take_marked (self);
}

static void
icon_press_cb (GtkEntry             *entry,
               GtkEntryIconPosition  position,
               YcFormCombo          *self)
{
  gtk_widget_grab_focus (self->line);
  toggle_list (self);
}

static gboolean
step (YcFormCombo *self,
      int          by)
{
  if (yc_form_menu_is_open (get_menu (self)))
    yc_form_menu_step (get_menu (self), by);
  else
    toggle_list (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormCombo           *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean open = yc_form_menu_is_open (get_menu (self));

  /* In a table Alt+Down moves the row. */
  if ((modifiers & ~(self->compact ? 0 : GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return step (self, 1);
  if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && open)
    return step (self, -1);
  if (key != GDK_KEY_Escape || !open)
    return GDK_EVENT_PROPAGATE;
  close_list (self);
  return GDK_EVENT_STOP;
}

static void
yc_form_combo_dispose (GObject *object)
{
  YcFormCombo *self = YC_FORM_COMBO (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_object (&self->index);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_combo_parent_class)->dispose (object);
}

static void
yc_form_combo_class_init (YcFormComboClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_combo_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formcombo");
}

static void
yc_form_combo_init (YcFormCombo *self)
{
}

static void
add_controllers (YcFormCombo *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->line, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->line, focus);
}

/**
 * yc_form_combo_new:
 * @field: what is filled in, %YC_FORM_FIELD_CHOICE
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * Returns: an entry with a list
 */
GtkWidget *
yc_form_combo_new (YcFormField *field,
                   const char  *label,
                   gboolean     compact)
{
  YcFormCombo *self = g_object_new (YC_TYPE_FORM_COMBO, NULL);

  self->field = g_object_ref (field);
  self->compact = compact;
  self->line = yc_form_line_new (field, label, compact);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  yc_form_line_add_icon (self->line, "pan-down-symbolic", _ ("Show the choices"),
                         G_CALLBACK (icon_press_cb), self);
  g_signal_connect (self->line, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->line, "activate", G_CALLBACK (activate_cb), self);
  add_controllers (self);
  return GTK_WIDGET (self);
}

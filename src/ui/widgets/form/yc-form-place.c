/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A place by its code: found by typing its name, pinyin or initials, several of them with spaces
 * between; by the code itself; or with the arrows level by level. The field has the code, or what
 * was typed as long as that is no place; the entry shows the names.
 */
#include "yc-form-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-cascade.h"
#include "yc-form-editor.h"
#include "yc-form-line.h"
#include "yc-form-menu.h"
#include "yc-form-popup.h"
#include "yc-title-index.h"

/* More than anybody reads. */
#define MAX_FOUND 100

struct _YcFormPlace
{
  GtkWidget     parent_instance;
  GtkWidget    *entry;
  GtkWidget    *menu;           /* what was found by typing; NULL until then */
  GtkWidget    *cascade;        /* NULL until it was opened */
  YcTitleIndex *index;          /* likewise */
  GPtrArray    *paths;          /* likewise */
  YcFormPlaces *places;         /* nullable */
  YcFormField  *field;
  char         *before;         /* the text when the cascade was opened */
  gboolean      showing;
  gboolean      typing;         /* a code that is being typed is not yet replaced by its names */
  gboolean      compact;
};

G_DEFINE_FINAL_TYPE (YcFormPlace, yc_form_place, GTK_TYPE_WIDGET)

static YcFormMenu *
get_menu (YcFormPlace *self)
{
  return (YcFormMenu *) self->menu;
}

static gboolean
is_cascade_open (YcFormPlace *self)
{
  return yc_form_popup_is_open (self->cascade);
}

static int
get_place (YcFormPlace *self)
{
  return self->places == NULL
             ? -1
             : yc_form_places_find (self->places, yc_form_field_get_text (self->field));
}

/* The entry */

static void
show_text (YcFormField *field,
           GParamSpec  *pspec,
           YcFormPlace *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  int place = get_place (self);
  g_autofree char *path = place < 0 ? g_strdup (yc_form_field_get_text (field))
                                    : yc_form_places_dup_path (self->places, place);

  if (self->typing || g_str_equal (gtk_editable_get_text (editable), path))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (editable, path);
  gtk_editable_set_position (editable, -1);
  self->showing = FALSE;
}

static void
take (YcFormPlace *self,
      int          place)
{
  const char *code = self->places == NULL ? NULL : yc_form_places_get_code (self->places, place);

  if (code != NULL)
    yc_form_field_set_text (self->field, code);
  show_text (self->field, NULL, self);
}

/* What was found */

static const char *
get_path (gpointer data,
          guint    number)
{
  YcFormPlace *self = data;

  return g_ptr_array_index (self->paths, number);
}

static void
found_picked_cb (YcFormMenu  *menu,
                 guint        number,
                 YcFormPlace *self)
{
  yc_form_menu_close (menu);
  take (self, (int) number);
}

static gboolean
is_allowed (YcFormPlace *self,
            int          place)
{
  guint longest = yc_form_field_get_max_length (self->field);

  return longest == 0 || strlen (yc_form_places_get_code (self->places, place)) <= longest;
}

static void
create_menu (YcFormPlace *self)
{
  guint n = yc_form_places_get_n_places (self->places);

  self->index = yc_title_index_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      char *path = yc_form_places_dup_path (self->places, (int) i);

      g_ptr_array_add (self->paths, path);
      yc_title_index_add (self->index, is_allowed (self, (int) i) ? path : "");
    }
  self->menu = yc_form_menu_new (GTK_WIDGET (self), YC_FORM_MENU_PLAIN, get_path, NULL, self);
  g_signal_connect (self->menu, "picked", G_CALLBACK (found_picked_cb), self);
}

static void
close_found (YcFormPlace *self)
{
  yc_form_menu_close (get_menu (self));
}

static void
open_found (YcFormPlace *self,
            const char  *text)
{
  g_autoptr (GArray) numbers = NULL;

  if (self->menu == NULL)
    create_menu (self);
  numbers = yc_title_index_find (self->index, text);
  g_array_set_size (numbers, MIN (numbers->len, MAX_FOUND));
  yc_form_menu_fill (get_menu (self), numbers);
  yc_form_menu_open (get_menu (self));
}

static void
take_found (YcFormPlace *self)
{
  int marked = yc_form_menu_get_marked (get_menu (self));

  close_found (self);
  if (marked >= 0)
    take (self, marked);
}

/* Level by level */

static void
close_cascade (YcFormPlace *self)
{
  if (!is_cascade_open (self))
    return;
  yc_form_popup_close (GTK_POPOVER (self->cascade));
}

static void
cascade_picked_cb (YcFormCascade *cascade,
                   int            place,
                   YcFormPlace   *self)
{
  g_autoptr (GArray) children = NULL;

  take (self, place);
  yc_form_cascade_show (cascade, place);
  children = yc_form_places_list_children (self->places, place,
                                           yc_form_field_get_max_length (self->field));
  if (children->len == 0)
    close_cascade (self);
}

static gboolean
open_cascade (YcFormPlace *self)
{
  if (self->places == NULL || yc_form_field_get_read_only (self->field))
    return GDK_EVENT_PROPAGATE;
  if (self->cascade == NULL)
    {
      self->cascade = yc_form_cascade_new (GTK_WIDGET (self), self->places,
                                           yc_form_field_get_max_length (self->field));
      g_signal_connect (self->cascade, "picked", G_CALLBACK (cascade_picked_cb), self);
    }
  close_found (self);
  g_free (self->before);
  self->before = g_strdup (yc_form_field_get_text (self->field));
  yc_form_cascade_show (YC_FORM_CASCADE (self->cascade), get_place (self));
  yc_form_popup_open (GTK_POPOVER (self->cascade));
  return GDK_EVENT_STOP;
}

/* Typing and keys */

static void
changed_cb (GtkEditable *editable,
            YcFormPlace *self)
{
  const char *text = gtk_editable_get_text (editable);

  if (self->showing)
    return;
  close_cascade (self);
  self->typing = TRUE;
  yc_form_field_set_text (self->field, text);
  self->typing = FALSE;
  if (*text == '\0' || self->places == NULL || get_place (self) >= 0)
    close_found (self);
  else
    open_found (self, text);
}

static void
finish (YcFormPlace *self)
{
  close_cascade (self);
  if (yc_form_menu_is_open (get_menu (self)))
    take_found (self);
  else
    show_text (self->field, NULL, self);
}

static void
activate_cb (GtkEntry    *entry,
             YcFormPlace *self)
{
  finish (self);
  yc_form_editor_go_on (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormPlace             *self)
{
  finish (self);
}

static gboolean
press_cascade (YcFormPlace *self,
               guint        key)
{
  YcFormCascade *cascade = YC_FORM_CASCADE (self->cascade);

  switch (key)
    {
    case GDK_KEY_Up:
      take (self, yc_form_cascade_step (cascade, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      take (self, yc_form_cascade_step (cascade, 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      take (self, yc_form_cascade_turn (cascade, FALSE));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      take (self, yc_form_cascade_turn (cascade, TRUE));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      close_cascade (self);
      yc_form_field_set_text (self->field, self->before);
      show_text (self->field, NULL, self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_found (YcFormPlace *self,
             guint        key)
{
  if (key == GDK_KEY_Down)
    yc_form_menu_step (get_menu (self), 1);
  else if (key == GDK_KEY_Up)
    yc_form_menu_step (get_menu (self), -1);
  else if (key == GDK_KEY_Escape)
    close_found (self);
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
                YcFormPlace           *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));

  if ((modifiers & ~(self->compact ? 0 : GDK_ALT_MASK)) != 0 ||
      yc_form_editor_is_composing (text))
    return GDK_EVENT_PROPAGATE;
  if (is_cascade_open (self))
    return press_cascade (self, key);
  if (yc_form_menu_is_open (get_menu (self)))
    return press_found (self, key);
  return key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? open_cascade (self)
                                                       : GDK_EVENT_PROPAGATE;
}

static void
icon_press_cb (GtkEntry             *entry,
               GtkEntryIconPosition  position,
               YcFormPlace          *self)
{
  gtk_widget_grab_focus (self->entry);
  if (is_cascade_open (self))
    close_cascade (self);
  else
    open_cascade (self);
}

/* The places are those of what the editor has come to stand in. */
static void
yc_form_place_root (GtkWidget *widget)
{
  YcFormPlace *self = YC_FORM_PLACE (widget);

  GTK_WIDGET_CLASS (yc_form_place_parent_class)->root (widget);
  if (self->places == NULL)
    g_set_object (&self->places, yc_form_places_find_above (widget));
  show_text (self->field, NULL, self);
}

static void
yc_form_place_dispose (GObject *object)
{
  YcFormPlace *self = YC_FORM_PLACE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->cascade, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_free);
  g_clear_object (&self->index);
  g_clear_object (&self->places);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_place_parent_class)->dispose (object);
}

static void
yc_form_place_class_init (YcFormPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_place_dispose;
  widget_class->root = yc_form_place_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formplace");
}

static void
yc_form_place_init (YcFormPlace *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

/* After those of every editor: the last one hears first, and what was found is taken before the
 * field is left. */
static void
add_controllers (YcFormPlace *self)
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
follow (YcFormPlace *self,
        YcFormField *field)
{
  g_signal_connect_object (field, "notify::text", G_CALLBACK (show_text), self, 0);
  show_text (field, NULL, self);
}

/**
 * yc_form_place_new:
 * @field: what is filled in, a text of the format "place-code"
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * Its places are those that yc_form_places_provide() gave to something around it. A field with a
 * greatest length is not asked for places whose codes are longer: 6 for a city or district, 9 for
 * a town, 12 for a village.
 *
 * Returns: an entry that knows places
 */
GtkWidget *
yc_form_place_new (YcFormField *field,
                   const char  *label,
                   gboolean     compact)
{
  YcFormPlace *self = g_object_new (YC_TYPE_FORM_PLACE, NULL);
  const char *placeholder = yc_form_field_get_placeholder (field);

  self->field = g_object_ref (field);
  self->compact = compact;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), compact ? 1 : 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  placeholder != NULL ? placeholder
                                                      : _ ("Type a name, or ↓ level by level"));
  if (!compact)
    yc_form_line_add_icon (self->entry, "pan-down-symbolic", _ ("Show the choices"),
                           G_CALLBACK (icon_press_cb), self);
  follow (self, field);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !yc_form_field_get_read_only (field));
  yc_form_editor_prepare (self->entry, field, label);
  add_controllers (self);
  yc_form_editor_add_keys (self->entry);
  return GTK_WIDGET (self);
}

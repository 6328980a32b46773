/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many choices: what is typed narrows the list under the entry, the arrows go through it, Enter or
 * leaving takes the marked one. The focus stays in the entry, so that an input method works.
 */
#include "yc-form-combo.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"

#define MAX_LIST_HEIGHT 264
#define WIDTH_CHARS 6

struct _YcFormCombo
{
  GtkWidget           parent_instance;
  GtkWidget          *entry;
  GtkWidget          *popover;
  GtkStringFilter    *filter;
  GtkSingleSelection *selection;
  GtkWidget          *list;
  YcFormField        *field;
};

G_DEFINE_FINAL_TYPE (YcFormCombo, yc_form_combo, GTK_TYPE_WIDGET)

static gboolean
is_open (YcFormCombo *self)
{
  return gtk_widget_get_visible (self->popover);
}

static const char *
get_typed (YcFormCombo *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
set_expanded (YcFormCombo *self,
              gboolean     expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
}

static void
close_list (YcFormCombo *self)
{
  if (!is_open (self))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  set_expanded (self, FALSE);
}

static void
open_list (YcFormCombo *self,
           const char  *search)
{
  if (yc_form_field_get_read_only (self->field))
    return;
  gtk_string_filter_set_search (self->filter, search);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    {
      close_list (self);
      return;
    }
  if (is_open (self))
    return;
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  set_expanded (self, TRUE);
}

static void
mark (YcFormCombo *self,
      guint        position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* Marks the choice that the field has. */
static void
mark_chosen (YcFormCombo *self)
{
  int chosen = yc_form_field_get_chosen (self->field);

  mark (self, chosen < 0 ? 0 : (guint) chosen);
}

static const char *
get_marked (YcFormCombo *self)
{
  GtkStringObject *item = gtk_single_selection_get_selected_item (self->selection);

  return item == NULL ? NULL : gtk_string_object_get_string (item);
}

/* Takes the marked choice, or none if nothing is typed. */
static void
take_marked (YcFormCombo *self)
{
  const char *title = get_marked (self);
  guint n = yc_form_field_get_n_choices (self->field);

  close_list (self);
  for (guint i = 0; title != NULL && i < n; i++)
    {
      if (g_str_equal (yc_form_field_get_choice_title (self->field, i), title))
        {
          yc_form_field_choose (self->field, (int) i);
          return;
        }
    }
}

static void
changed_cb (GtkEditable *editable,
            YcFormCombo *self)
{
  const char *text = gtk_editable_get_text (editable);

  yc_form_field_set_text (self->field, text);
  if (*text == '\0')
    close_list (self);
  else
    open_list (self, text);
}

static void
text_notify_cb (YcFormField *field,
                GParamSpec  *pspec,
                YcFormCombo *self)
{
  const char *text = yc_form_field_get_text (field);

  if (g_str_equal (get_typed (self), text))
    return;
  g_signal_handlers_block_by_func (self->entry, changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
}

static void
error_notify_cb (YcFormField *field,
                 GParamSpec  *pspec,
                 YcFormCombo *self)
{
  if (yc_form_field_get_error (field) != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
activate_cb (GtkEntry    *entry,
             YcFormCombo *self)
{
  if (is_open (self))
    take_marked (self);
  yc_form_editor_go_on (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormCombo             *self)
{
  if (is_open (self))
    take_marked (self);
}

static void
toggle_list (YcFormCombo *self)
{
  if (is_open (self))
    {
      close_list (self);
      return;
    }
  open_list (self, NULL);
  mark_chosen (self);
}

static void
icon_press_cb (GtkEntry             *entry,
               GtkEntryIconPosition  position,
               YcFormCombo          *self)
{
  gtk_widget_grab_focus (self->entry);
  toggle_list (self);
}

static void
row_activate_cb (GtkListView *list,
                 guint        position,
                 YcFormCombo *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  take_marked (self);
}

static gboolean
step (YcFormCombo *self,
      int          by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int marked = (int) gtk_single_selection_get_selected (self->selection);

  if (!is_open (self))
    toggle_list (self);
  else if (n > 0)
    mark (self, (guint) CLAMP (marked + by, 0, n - 1));
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

  if ((modifiers & ~GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return step (self, 1);
  if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && is_open (self))
    return step (self, -1);
  if (key != GDK_KEY_Escape || !is_open (self))
    return GDK_EVENT_PROPAGATE;
  close_list (self);
  return GDK_EVENT_STOP;
}

static void
yc_form_combo_dispose (GObject *object)
{
  YcFormCombo *self = YC_FORM_COMBO (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->selection);
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
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          YcFormCombo              *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         YcFormCombo              *self)
{
  GtkStringObject *title = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (title));
}

static void
create_list (YcFormCombo *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
}

static void
create_popover (YcFormCombo *self)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
yc_form_combo_init (YcFormCombo *self)
{
  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                     "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Show the choices"));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  create_popover (self);
}

static void
fill_list (YcFormCombo *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkFilterListModel *filtered;

  for (guint i = 0; i < yc_form_field_get_n_choices (self->field); i++)
    gtk_string_list_append (titles, yc_form_field_get_choice_title (self->field, i));
  self->filter = gtk_string_filter_new (expression);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_steal_pointer (&titles)),
                                        GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  create_list (self);
}

static void
add_controllers (YcFormCombo *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
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
  fill_list (self);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), compact ? 1 : WIDTH_CHARS);
  text_notify_cb (field, NULL, self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->entry, "icon-press", G_CALLBACK (icon_press_cb), self);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), self, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (error_notify_cb), self, 0);
  error_notify_cb (field, NULL, self);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !yc_form_field_get_read_only (field));
  yc_form_editor_prepare (self->entry, field, label);
  add_controllers (self);
  yc_form_editor_add_keys (self->entry);
  return GTK_WIDGET (self);
}

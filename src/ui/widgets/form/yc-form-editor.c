/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all editors of a field have in common: keys, leaving, and what a screen reader says. */
#include "yc-form-editor.h"

/* Characters of a text whose schema says nothing; and what can be put in over a field's limit, to
 * be shortened there. */
#define MOST_IN_LINE 1000
#define MOST_IN_AREA 10000
#define SPARE 500

static YcTextLimit *
find_limit (GtkWidget *focusable)
{
  return GTK_IS_TEXT_VIEW (focusable) || GTK_IS_ENTRY (focusable) ? yc_text_limit_find (focusable)
                                                                  : NULL;
}

static const char *
get_refusal (GtkWidget *focusable)
{
  YcTextLimit *limit = find_limit (focusable);

  return limit != NULL ? yc_text_limit_get_words (limit) : NULL;
}

static const char *
get_description (YcFormField *field,
                 GtkWidget   *focusable)
{
  const char *refusal = get_refusal (focusable);
  const char *error = yc_form_field_get_error (field);
  const char *help = yc_form_field_get_help (field);

  return refusal != NULL ? refusal : error != NULL ? error : help != NULL ? help : "";
}

static void
update_accessible (YcFormField *field,
                   GParamSpec  *pspec,
                   GtkWidget   *focusable)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (focusable);
  gboolean invalid = yc_form_field_get_error (field) != NULL;

  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE
                                       : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  yc_form_field_get_required (field),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  get_description (field, focusable), -1);
}

/* What is open to be typed into or chosen from looks wrong itself. */
static void
update_class (YcFormField *field,
              GParamSpec  *pspec,
              GtkWidget   *focusable)
{
  if (yc_form_field_get_error (field) != NULL)
    gtk_widget_add_css_class (focusable, "error");
  else
    gtk_widget_remove_css_class (focusable, "error");
}

static void
update_sensitive (YcFormField *field,
                  GParamSpec  *pspec,
                  GtkWidget   *focusable)
{
  gtk_widget_set_sensitive (focusable, yc_form_field_get_enabled (field));
}

static GQuark
field_quark (void)
{
  return g_quark_from_static_string ("yc-form-editor-field");
}

static GQuark
composing_quark (void)
{
  return g_quark_from_static_string ("yc-form-editor-composing");
}

static void
preedit_changed_cb (GtkText    *text,
                    const char *preedit,
                    gpointer    user_data)
{
  g_object_set_qdata (G_OBJECT (text), composing_quark (), GINT_TO_POINTER (*preedit != '\0'));
}

/* The form undoes, not each text for itself: a person goes back from field to field. The actions
 * are switched off so that the keys reach the form. */
static void
leave_undo_to_form (GtkWidget *text)
{
  if (GTK_IS_TEXT_VIEW (text))
    gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), FALSE);
  else
    gtk_editable_set_enable_undo (GTK_EDITABLE (text), FALSE);
  gtk_widget_action_set_enabled (text, "text.undo", FALSE);
  gtk_widget_action_set_enabled (text, "text.redo", FALSE);
}

static void
prepare_text (GtkWidget *text)
{
  g_signal_connect (text, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  leave_undo_to_form (text);
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormField             *field)
{
  yc_form_field_leave (field);
}

static void
refused_cb (YcTextLimit *limit,
            GParamSpec  *pspec,
            GtkWidget   *focusable)
{
  update_accessible (g_object_get_qdata (G_OBJECT (focusable), field_quark ()), NULL, focusable);
}

static void
limit_text (GtkWidget   *focusable,
            YcFormField *field)
{
  guint most = yc_form_field_get_max_length (field);
  YcTextLimit *limit;

  if (!GTK_IS_TEXT_VIEW (focusable) && !GTK_IS_ENTRY (focusable))
    return;
  if (most == 0)
    most = GTK_IS_TEXT_VIEW (focusable) ? MOST_IN_AREA : MOST_IN_LINE;
  limit = yc_text_limit_attach (focusable, most, SPARE);
  g_signal_connect_object (limit, "notify::words", G_CALLBACK (refused_cb), focusable, 0);
}

/**
 * yc_form_editor_prepare:
 * @focusable: what has the focus while the field is filled in
 * @field: the field
 * @label: its name for a screen reader and for tests
 *
 * Lets the field know when it is left, and a screen reader what is asked and what is wrong.
 */
void
yc_form_editor_prepare (GtkWidget   *focusable,
                        YcFormField *field,
                        const char  *label)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_qdata_full (G_OBJECT (focusable), field_quark (), g_object_ref (field),
                           g_object_unref);
  if (GTK_IS_ENTRY (focusable))
    prepare_text (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (focusable))));
  if (GTK_IS_TEXT_VIEW (focusable))
    leave_undo_to_form (focusable);
  limit_text (focusable, field);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), field, 0);
  gtk_widget_add_controller (focusable, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focusable), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (update_accessible), focusable, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (update_class), focusable, 0);
  g_signal_connect_object (field, "notify::required", G_CALLBACK (update_accessible), focusable,
                           0);
  g_signal_connect_object (field, "notify::enabled", G_CALLBACK (update_sensitive), focusable, 0);
  update_accessible (field, NULL, focusable);
  update_class (field, NULL, focusable);
  update_sensitive (field, NULL, focusable);
}

/* The widget in @editor that yc_form_editor_prepare() was told of. */
static GtkWidget *
find_prepared (GtkWidget *editor)
{
  GtkWidget *child = gtk_widget_get_first_child (editor);
  GtkWidget *found = NULL;

  if (g_object_get_qdata (G_OBJECT (editor), field_quark ()) != NULL)
    return editor;
  for (; child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_prepared (child);
  return found;
}

/**
 * yc_form_editor_focus:
 * @editor: an editor
 *
 * Gives the focus to the editor. The composite editors do not override grab_focus(): GTK calls
 * that when the focus leaves them backwards, which would keep it in.
 *
 * Returns: whether it took the focus
 */
gboolean
yc_form_editor_focus (GtkWidget *editor)
{
  return gtk_widget_grab_focus (find_prepared (editor));
}

/**
 * yc_form_editor_find_limit:
 * @editor: an editor
 *
 * Returns: (transfer none) (nullable): the limit of its text, if it has one
 */
YcTextLimit *
yc_form_editor_find_limit (GtkWidget *editor)
{
  GtkWidget *focusable = find_prepared (editor);

  return focusable != NULL ? find_limit (focusable) : NULL;
}

/**
 * yc_form_editor_set_label:
 * @editor: an editor
 * @label: its new name for a screen reader and for tests
 *
 * Renames an editor, as when its row has moved.
 */
void
yc_form_editor_set_label (GtkWidget  *editor,
                          const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_prepared (editor)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * yc_form_editor_find_field:
 * @widget: (nullable): what has the focus
 *
 * Returns: (transfer none) (nullable): the field that is filled in there
 */
YcFormField *
yc_form_editor_find_field (GtkWidget *widget)
{
  YcFormField *field = NULL;

  for (; widget != NULL && field == NULL; widget = gtk_widget_get_parent (widget))
    field = g_object_get_qdata (G_OBJECT (widget), field_quark ());
  return field;
}

/**
 * yc_form_editor_is_composing:
 * @widget: (nullable): what has the focus
 *
 * Returns: whether an input method is composing there, so that keys are its own
 */
gboolean
yc_form_editor_is_composing (GtkWidget *widget)
{
  return widget != NULL && g_object_get_qdata (G_OBJECT (widget), composing_quark ()) != NULL;
}

/**
 * yc_form_editor_go_on:
 * @widget: an editor
 *
 * Moves the focus to the next field.
 */
void
yc_form_editor_go_on (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "form.next", NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkWidget             *widget)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == 0)
    gtk_widget_activate_action (widget, "form.next", NULL);
  else if (modifiers == GDK_SHIFT_MASK)
    gtk_widget_activate_action (widget, "form.previous", NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/**
 * yc_form_editor_add_keys:
 * @widget: an editor
 *
 * Enter goes on and Shift+Enter back. In the bubble phase: an input method that is composing has
 * had the key by then and keeps it.
 */
void
yc_form_editor_add_keys (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), widget);
  gtk_widget_add_controller (widget, keys);
}

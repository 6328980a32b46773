/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet that asks for a few texts and choices and is sent with Ctrl+Enter; a single line also with
 * Enter. */
#include "yc-ask-sheet.h"

#include "yc-children.h"
#include "yc-json.h"
#include "yc-picked-field.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 440
/* More fields than go on the smallest screen are scrolled. */
#define MOST_HEIGHT 480

struct _YcAskSheet
{
  YcPage parent_instance;

  GtkWidget  *box;
  GtkWidget  *fields;
  GtkWidget  *about;
  GtkWidget  *side;
  GtkWidget  *foot;
  GtkLabel   *problem;
  GtkWidget  *send;
  /* NULL when it was closed, which can happen before the answer comes. */
  YcSheet    *sheet;
  /* name → widget: GtkEntry, GtkTextView or GtkDropDown */
  GHashTable *widgets;
  GPtrArray  *needed;
  gboolean    busy;
};

enum
{
  CHANGED,
  SEND,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcAskSheet, yc_ask_sheet, YC_TYPE_PAGE)

char *
yc_ask_sheet_dup_text (YcAskSheet *self, const char *name)
{
  GtkWidget *widget = g_hash_table_lookup (self->widgets, name);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (YC_IS_ASK_SHEET (self), NULL);
  g_return_val_if_fail (widget != NULL, NULL);

  if (GTK_IS_EDITABLE (widget))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

guint
yc_ask_sheet_get_choice (YcAskSheet *self, const char *name)
{
  GtkWidget *widget = g_hash_table_lookup (self->widgets, name);

  g_return_val_if_fail (GTK_IS_DROP_DOWN (widget), 0);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (widget));
}

/* (nullable): the first needed field that is empty */
static GtkWidget *
find_missing (YcAskSheet *self)
{
  for (guint i = 0; i < self->needed->len; i++)
    {
      const char *name = self->needed->pdata[i];
      g_autofree char *text = yc_ask_sheet_dup_text (self, name);

      if (*text == '\0')
        return g_hash_table_lookup (self->widgets, name);
    }

  return NULL;
}

static JsonNode *
write_field (YcAskSheet *self, const char *name, GtkWidget *widget)
{
  g_autofree char *text = NULL;

  if (YC_IS_PICKED_FIELD (widget))
    return yc_picked_field_write (YC_PICKED_FIELD (widget));
  if (GTK_IS_DROP_DOWN (widget))
    return json_node_init_int (json_node_alloc (), yc_ask_sheet_get_choice (self, name));
  text = yc_ask_sheet_dup_text (self, name);

  return yc_json_string_node (text);
}

/* What is not of the field's kind, or no longer a choice, is left as it is. */
static void
read_field (GtkWidget *widget, JsonNode *node)
{
  const char *text = yc_json_node_get_string (node);
  double number;

  if (YC_IS_PICKED_FIELD (widget))
    yc_picked_field_read (YC_PICKED_FIELD (widget), yc_json_node_get_array (node));
  else if (GTK_IS_DROP_DOWN (widget) && yc_json_node_get_number (node, &number) && number >= 0 &&
           number < g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), (guint) number);
  else if (GTK_IS_EDITABLE (widget) && text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else if (GTK_IS_TEXT_VIEW (widget) && text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

static gboolean
is_asked (GtkWidget *widget)
{
  return YC_IS_PICKED_FIELD (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_EDITABLE (widget) ||
         GTK_IS_TEXT_VIEW (widget);
}

/**
 * yc_ask_sheet_write:
 * @self: a sheet
 *
 * Returns: (transfer full): what stands in its fields, by their names
 */
JsonObject *
yc_ask_sheet_write (YcAskSheet *self)
{
  JsonObject *fields = json_object_new ();
  GHashTableIter iter;
  gpointer name, widget;

  g_return_val_if_fail (YC_IS_ASK_SHEET (self), fields);

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &name, &widget))
    if (is_asked (widget))
      json_object_set_member (fields, name, write_field (self, name, widget));

  return fields;
}

/**
 * yc_ask_sheet_read:
 * @self: a sheet
 * @fields: what is to stand in those of its fields that it names
 */
void
yc_ask_sheet_read (YcAskSheet *self, JsonObject *fields)
{
  GHashTableIter iter;
  gpointer name, widget;

  g_return_if_fail (YC_IS_ASK_SHEET (self));
  g_return_if_fail (fields != NULL);

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &name, &widget))
    if (json_object_has_member (fields, name))
      read_field (widget, json_object_get_member (fields, name));
}

static void
changed_cb (YcAskSheet *self)
{
  gtk_label_set_text (self->problem, "");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
send_cb (YcAskSheet *self)
{
  GtkWidget *missing = find_missing (self);

  if (self->busy)
    return;
  if (missing == NULL)
    {
      g_signal_emit (self, signals[SEND], 0);
      return;
    }
  gtk_label_set_text (self->problem, _ ("Something is missing here."));
  gtk_widget_grab_focus (missing);
}

/* Ctrl+Enter is the window's key. */
static gboolean
yc_ask_sheet_command (YcPage *page, YcPageCommand command)
{
  if (command != YC_PAGE_COMMAND_NEXT_STEP)
    return FALSE;
  send_cb (YC_ASK_SHEET (page));

  return TRUE;
}

static GtkWidget *
create_text (YcAskSheet *self, const YcAskField *field, GtkWidget **frame)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            field->value != NULL ? field->value : "", -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (changed_cb), self);
  *frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (*frame), view);
  gtk_widget_set_size_request (*frame, WIDTH, field->height);
  gtk_widget_add_css_class (*frame, "text-frame");

  return view;
}

static GtkWidget *
create_widget (YcAskSheet *self, const YcAskField *field, GtkWidget **frame)
{
  GtkWidget *widget;

  if (YC_IS_PICKED_FIELD (field->widget))
    g_signal_connect_swapped (field->widget, "changed", G_CALLBACK (changed_cb), self);
  if (field->widget != NULL)
    return *frame = field->widget;
  if (field->choices == NULL && field->height > 0)
    return create_text (self, field, frame);
  widget = field->choices != NULL ? gtk_drop_down_new_from_strings (field->choices)
                                  : gtk_entry_new ();
  if (field->choices == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (widget), field->value != NULL ? field->value : "");
      g_signal_connect_swapped (widget, "changed", G_CALLBACK (changed_cb), self);
    }
  else
    g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (changed_cb), self);
  *frame = widget;

  return widget;
}

static void
add_field (YcAskSheet *self, const YcAskField *field)
{
  GtkWidget *label = gtk_label_new (field->title);
  GtkWidget *frame;
  GtkWidget *widget = create_widget (self, field, &frame);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  if (field->widget == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    field->title, -1);
  gtk_box_append (GTK_BOX (self->fields), label);
  gtk_box_append (GTK_BOX (self->fields), frame);
  g_hash_table_insert (self->widgets, g_strdup (field->name), widget);
  if (field->needed)
    g_ptr_array_add (self->needed, g_strdup (field->name));
}

static void
yc_ask_sheet_dispose (GObject *object)
{
  g_clear_pointer (&YC_ASK_SHEET (object)->box, gtk_widget_unparent);
  g_clear_weak_pointer (&YC_ASK_SHEET (object)->sheet);

  G_OBJECT_CLASS (yc_ask_sheet_parent_class)->dispose (object);
}

static void
yc_ask_sheet_finalize (GObject *object)
{
  YcAskSheet *self = YC_ASK_SHEET (object);

  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_pointer (&self->needed, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_ask_sheet_parent_class)->finalize (object);
}

static void
yc_ask_sheet_class_init (YcAskSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = yc_ask_sheet_dispose;
  object_class->finalize = yc_ask_sheet_finalize;
  YC_PAGE_CLASS (klass)->command = yc_ask_sheet_command;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEND] = g_signal_new ("send", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_ask_sheet_init (YcAskSheet *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->widgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needed = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_size_request (self->fields, WIDTH, -1);
  self->about = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->about), 0);
  gtk_label_set_wrap (GTK_LABEL (self->about), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->about), 40);
  gtk_widget_add_css_class (self->about, "heading");
  gtk_box_append (GTK_BOX (self->fields), self->about);
  self->problem = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_max_width_chars (self->problem, 40);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  self->send = gtk_button_new ();
  gtk_widget_set_halign (self->send, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->send, "suggested-action");
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (send_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->fields);
  gtk_widget_set_size_request (self->fields, WIDTH, -1);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_append (GTK_BOX (column), scroller);
  gtk_box_append (GTK_BOX (column), self->foot);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (column), self->send);
  gtk_box_append (GTK_BOX (self->box), column);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * yc_ask_sheet_present:
 * @over: a widget in the window
 * @title: what the sheet is for
 * @about: (nullable): what it is about
 * @fields: (array length=n_fields): what is asked
 * @n_fields: how many
 * @action: the words on the button
 *
 * Lays the sheet over the window, with the focus in its first field. Escape closes it.
 *
 * Returns: (transfer none): the sheet's content
 */
YcAskSheet *
yc_ask_sheet_present (GtkWidget *over, const char *title, const char *about,
                      const YcAskField *fields, guint n_fields, const char *action)
{
  YcAskSheet *self = g_object_new (YC_TYPE_ASK_SHEET, NULL);

  yc_ask_sheet_set_about (self, about);
  for (guint i = 0; i < n_fields; i++)
    add_field (self, &fields[i]);
  gtk_button_set_label (GTK_BUTTON (self->send), action);
  g_set_weak_pointer (&self->sheet, yc_sheet_new (title, GTK_WIDGET (self)));
  yc_sheet_present (self->sheet, over);
  if (n_fields == 1 && GTK_IS_ENTRY (g_hash_table_lookup (self->widgets, fields[0].name)))
    g_signal_connect_swapped (g_hash_table_lookup (self->widgets, fields[0].name), "activate",
                              G_CALLBACK (send_cb), self);
  gtk_widget_grab_focus (g_hash_table_lookup (self->widgets, fields[0].name));

  return self;
}

/**
 * yc_ask_sheet_set_about:
 * @self: a sheet
 * @about: (nullable): what it is about, known by now
 */
void
yc_ask_sheet_set_about (YcAskSheet *self, const char *about)
{
  g_return_if_fail (YC_IS_ASK_SHEET (self));

  gtk_label_set_text (GTK_LABEL (self->about), about != NULL ? about : "");
  gtk_widget_set_visible (self->about, about != NULL);
}

/**
 * yc_ask_sheet_set_side:
 * @self: a sheet
 * @side: what stands beside the fields, such as a preview; it takes the place of what stood there
 */
void
yc_ask_sheet_set_side (YcAskSheet *self, GtkWidget *side)
{
  g_return_if_fail (YC_IS_ASK_SHEET (self));

  if (self->side != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->side);
  self->side = side;
  gtk_box_append (GTK_BOX (self->box), side);
}

/**
 * yc_ask_sheet_set_note:
 * @self: a sheet
 * @note: (nullable): what is to be known of what stands in the fields, above the button that sends it
 */
void
yc_ask_sheet_set_note (YcAskSheet *self, GtkWidget *note)
{
  g_return_if_fail (YC_IS_ASK_SHEET (self));

  yc_children_remove (self->foot);
  if (note != NULL)
    gtk_box_append (GTK_BOX (self->foot), note);
}

void
yc_ask_sheet_set_shown (YcAskSheet *self, const char *name, gboolean shown)
{
  GtkWidget *frame;

  g_return_if_fail (YC_IS_ASK_SHEET (self));

  frame = g_hash_table_lookup (self->widgets, name);
  g_return_if_fail (frame != NULL);
  while (gtk_widget_get_parent (frame) != self->fields)
    frame = gtk_widget_get_parent (frame);
  gtk_widget_set_visible (frame, shown);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (frame), shown);
}

void
yc_ask_sheet_set_busy (YcAskSheet *self)
{
  g_return_if_fail (YC_IS_ASK_SHEET (self));

  self->busy = TRUE;
  gtk_widget_set_sensitive (self->send, FALSE);
}

/**
 * yc_ask_sheet_fail:
 * @self: a sheet whose content was sent
 * @words: why that did not succeed
 *
 * What was typed stays and can be sent again.
 */
void
yc_ask_sheet_fail (YcAskSheet *self, const char *words)
{
  g_return_if_fail (YC_IS_ASK_SHEET (self));

  self->busy = FALSE;
  gtk_widget_set_sensitive (self->send, TRUE);
  gtk_label_set_text (self->problem, words);
}

void
yc_ask_sheet_close (YcAskSheet *self)
{
  g_return_if_fail (YC_IS_ASK_SHEET (self));

  g_signal_emit (self, signals[DONE], 0);
  if (self->sheet != NULL)
    yc_sheet_close (self->sheet);
}

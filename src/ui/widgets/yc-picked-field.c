/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was picked of many titles, and a sheet to pick with: a few letters, then a digit. */
#include "yc-picked-field.h"

#include "yc-children.h"
#include "yc-json.h"
#include "yc-sheet.h"
#include "yc-title-pick.h"

#include <glib/gi18n-lib.h>

#define PICK_WIDTH 420

struct _YcPickedField
{
  GtkWidget parent_instance;

  GtkWidget  *picked;
  GtkWidget  *open;
  char       *title;
  gboolean    several;
  /* The ids that can be picked, in their order. */
  GPtrArray  *offered;
  /* id → title */
  GHashTable *titles;
  GPtrArray  *ids;
};

enum
{
  CHANGED,
  FILL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPickedField, yc_picked_field, GTK_TYPE_WIDGET)

static const char *
get_title (YcPickedField *self, const char *id)
{
  const char *title = g_hash_table_lookup (self->titles, id);

  return title != NULL ? title : id;
}

static void
take_out_cb (YcPickedField *self, GtkWidget *button)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->ids, g_object_get_data (G_OBJECT (button), "id"),
                                         g_str_equal, &index))
    return;
  g_ptr_array_remove_index (self->ids, index);
  gtk_widget_grab_focus (self->open);
  gtk_box_remove (GTK_BOX (self->picked), gtk_widget_get_parent (button));
  gtk_widget_set_visible (self->picked, self->ids->len > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_row (YcPickedField *self, const char *id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (get_title (self, id));
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: an item or a question list that is no longer to be named by a knowledge entry. */
  g_autofree char *words = g_strdup_printf (_ ("Take out: %s"), get_title (self, id));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (take_out_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

static void
show (YcPickedField *self)
{
  const char *words = self->several ? _ ("Add…") : _ ("Pick…");
  g_autofree char *name = NULL;

  yc_children_remove (self->picked);
  for (guint i = 0; self->several && i < self->ids->len; i++)
    gtk_box_append (GTK_BOX (self->picked), create_row (self, self->ids->pdata[i]));
  gtk_widget_set_visible (self->picked, self->several && self->ids->len > 0);
  if (!self->several && self->ids->len > 0)
    words = get_title (self, self->ids->pdata[0]);
  gtk_button_set_label (GTK_BUTTON (self->open), words);
  name = g_strdup_printf (_ ("%s: %s"), self->title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
picked_cb (YcPickedField *self, const char *id, GtkWidget *pick)
{
  g_autofree char *kept = g_strdup (id);
  GtkWidget *sheet = gtk_widget_get_ancestor (pick, YC_TYPE_SHEET);

  if (sheet != NULL)
    yc_sheet_close (YC_SHEET (sheet));
  yc_picked_field_pick (self, kept, NULL);
  gtk_widget_grab_focus (self->open);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_picked (YcPickedField *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL);
}

static void
open_cb (YcPickedField *self)
{
  GtkWidget *pick = yc_title_pick_new (self->title, _ ("Nothing is called so"));

  if (self->offered->len == 0)
    g_signal_emit (self, signals[FILL], 0);
  for (guint i = 0; i < self->offered->len; i++)
    if (!self->several || !is_picked (self, self->offered->pdata[i]))
      yc_title_pick_add (YC_TITLE_PICK (pick), self->offered->pdata[i],
                         get_title (self, self->offered->pdata[i]));
  gtk_widget_set_size_request (pick, PICK_WIDTH, -1);
  g_signal_connect_object (pick, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  yc_sheet_present (yc_sheet_new (self->title, pick), GTK_WIDGET (self));
  gtk_widget_grab_focus (pick);
}

static gboolean
yc_picked_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_PICKED_FIELD (widget)->open);
}

static void
yc_picked_field_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_picked_field_parent_class)->dispose (object);
}

static void
yc_picked_field_finalize (GObject *object)
{
  YcPickedField *self = YC_PICKED_FIELD (object);

  g_free (self->title);
  g_ptr_array_unref (self->offered);
  g_hash_table_unref (self->titles);
  g_ptr_array_unref (self->ids);

  G_OBJECT_CLASS (yc_picked_field_parent_class)->finalize (object);
}

static void
yc_picked_field_class_init (YcPickedFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_picked_field_dispose;
  object_class->finalize = yc_picked_field_finalize;
  widget_class->grab_focus = yc_picked_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "pickedfield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FILL] = g_signal_new ("fill", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
yc_picked_field_init (YcPickedField *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->offered = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->picked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->picked, GTK_WIDGET (self));
  self->open = gtk_button_new ();
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  gtk_widget_set_parent (self->open, GTK_WIDGET (self));
}

/**
 * yc_picked_field_new:
 * @title: what is picked
 * @several: whether more than one can be, or another takes its place
 *
 * Returns: the field, with nothing to pick yet
 */
GtkWidget *
yc_picked_field_new (const char *title, gboolean several)
{
  YcPickedField *self = g_object_new (YC_TYPE_PICKED_FIELD, NULL);

  self->title = g_strdup (title);
  self->several = several;
  show (self);

  return GTK_WIDGET (self);
}

void
yc_picked_field_offer (YcPickedField *self, const char *id, const char *title)
{
  g_return_if_fail (YC_IS_PICKED_FIELD (self));

  g_ptr_array_add (self->offered, g_strdup (id));
  g_hash_table_insert (self->titles, g_strdup (id), g_strdup (title));
}

void
yc_picked_field_pick (YcPickedField *self, const char *id, const char *title)
{
  g_return_if_fail (YC_IS_PICKED_FIELD (self));

  if (title != NULL)
    g_hash_table_insert (self->titles, g_strdup (id), g_strdup (title));
  if (is_picked (self, id))
    return;
  if (!self->several)
    g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, g_strdup (id));
  show (self);
}

GStrv
yc_picked_field_dup_ids (YcPickedField *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (YC_IS_PICKED_FIELD (self), NULL);

  for (guint i = 0; i < self->ids->len; i++)
    g_strv_builder_add (builder, self->ids->pdata[i]);

  return g_strv_builder_end (builder);
}

/**
 * yc_picked_field_write:
 * @self: a field
 *
 * Returns: (transfer full): an array of the ids in the order they were picked
 */
JsonNode *
yc_picked_field_write (YcPickedField *self)
{
  JsonArray *array = json_array_new ();

  g_return_val_if_fail (YC_IS_PICKED_FIELD (self), yc_json_array_node (array));

  for (guint i = 0; i < self->ids->len; i++)
    json_array_add_string_element (array, self->ids->pdata[i]);

  return yc_json_array_node (array);
}

/**
 * yc_picked_field_read:
 * @self: a field
 * @ids: (nullable): what is picked instead; what can no longer be picked is left out
 */
void
yc_picked_field_read (YcPickedField *self, JsonArray *ids)
{
  g_return_if_fail (YC_IS_PICKED_FIELD (self));

  if (ids == NULL)
    return;
  if (self->offered->len == 0)
    g_signal_emit (self, signals[FILL], 0);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      const char *id = yc_json_node_get_string (json_array_get_element (ids, i));

      if (id != NULL && g_hash_table_contains (self->titles, id) && !is_picked (self, id))
        g_ptr_array_add (self->ids, g_strdup (id));
    }
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks one of many titles by a few letters of it and a digit: such titles have no digits in them. */
#include "yc-title-pick.h"

#include "yc-children.h"
#include "yc-text-limit.h"
#include "yc-title-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as there are digits. */
#define MAX_SHOWN 9
#define MAX_LENGTH 40

struct _YcTitlePick
{
  GtkWidget parent_instance;

  GtkWidget    *entry;
  GtkWidget    *found;
  GtkWidget    *more;
  char         *nothing;
  YcTitleIndex *index;
  GPtrArray    *ids;
  GPtrArray    *titles;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcTitlePick, yc_title_pick, GTK_TYPE_WIDGET)

static GtkWidget *
get_nth (YcTitlePick *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (self->found);

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
clicked_cb (GtkButton *button, YcTitlePick *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
add_found (YcTitlePick *self, guint number, const char *title, const char *id)
{
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cap = gtk_label_new (digit);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (cap, "keycap");
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->found), button);
}

static void
show_found (YcTitlePick *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) numbers = yc_title_index_find (self->index, text);
  guint n_left = numbers->len > MAX_SHOWN ? numbers->len - MAX_SHOWN : 0;
  g_autofree char *words = NULL;

  yc_children_remove (self->found);
  for (guint i = 0; i < numbers->len - n_left; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      add_found (self, i + 1, self->titles->pdata[number], self->ids->pdata[number]);
    }
  words = numbers->len == 0
              ? g_strdup (self->nothing)
              : g_strdup_printf (ngettext ("%u more: type some letters of it",
                                           "%u more: type some letters of it", n_left), n_left);
  gtk_label_set_text (GTK_LABEL (self->more), words);
  gtk_widget_set_visible (self->more, n_left > 0 || numbers->len == 0);
}

/* Enter takes the first. */
static void
activate_cb (GtkEntry *entry, YcTitlePick *self)
{
  GtkWidget *first = get_nth (self, 0);

  if (first != NULL)
    clicked_cb (GTK_BUTTON (first), self);
}

/* What an input method composes is its own: a digit counts once it stands in the text. */
static void
changed_cb (YcTitlePick *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gsize length = strlen (text);
  guint index = length > 0 ? (guint) text[length - 1] - '1' : MAX_SHOWN;
  GtkWidget *button = index < MAX_SHOWN ? get_nth (self, index) : NULL;

  if (button != NULL)
    clicked_cb (GTK_BUTTON (button), self);
  else
    show_found (self);
}

static gboolean
yc_title_pick_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_TITLE_PICK (widget)->entry);
}

/* All are there when it comes on screen. */
static void
yc_title_pick_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_title_pick_parent_class)->root (widget);

  show_found (YC_TITLE_PICK (widget));
}

static void
yc_title_pick_dispose (GObject *object)
{
  YcTitlePick *self = YC_TITLE_PICK (object);

  yc_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->index);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->nothing, g_free);

  G_OBJECT_CLASS (yc_title_pick_parent_class)->dispose (object);
}

static void
yc_title_pick_class_init (YcTitlePickClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_title_pick_dispose;
  widget_class->root = yc_title_pick_root;
  widget_class->grab_focus = yc_title_pick_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "titlepick");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * YcTitlePick::picked:
   * @id: of what yc_title_pick_add() was told
   *
   * The clerk picked one.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yc_title_pick_init (YcTitlePick *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->index = yc_title_index_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->entry = gtk_entry_new ();
  yc_text_limit_attach (self->entry, MAX_LENGTH, 0);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("Characters or first letters of the pinyin, then a digit"));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->found = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->found, GTK_WIDGET (self));
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

/**
 * yc_title_pick_new:
 * @label: what is picked, for who does not see it
 * @nothing: what is said when nothing has what was typed
 *
 * Returns: an entry with what is found under it, to be filled by yc_title_pick_add() before it is
 *   shown
 */
GtkWidget *
yc_title_pick_new (const char *label, const char *nothing)
{
  YcTitlePick *self = g_object_new (YC_TYPE_TITLE_PICK, NULL);

  self->nothing = g_strdup (nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);

  return GTK_WIDGET (self);
}

void
yc_title_pick_add (YcTitlePick *self, const char *id, const char *title)
{
  g_return_if_fail (YC_IS_TITLE_PICK (self));

  yc_title_index_add (self->index, title);
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->titles, g_strdup (title));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks a place by a few letters of its name and a digit: names have no digits in them. */
#include "yc-place-pick.h"

#include "yc-children.h"
#include "yc-json.h"
#include "yc-place-code.h"
#include "yc-text-limit.h"
#include "yc-title-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as there are digits. */
#define MAX_SHOWN 9
#define MAX_LENGTH 40

struct _YcPlacePick
{
  GtkWidget parent_instance;

  GtkWidget    *entry;
  GtkWidget    *found;
  GtkWidget    *more;
  YcTitleIndex *index;
  GPtrArray    *codes;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPlacePick, yc_place_pick, GTK_TYPE_WIDGET)

static GtkWidget *
get_nth (YcPlacePick *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (self->found);

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
clicked_cb (GtkButton *button, YcPlacePick *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));

  g_signal_emit (self, signals[PICKED], 0, code);
}

static void
add_found (YcPlacePick *self, guint number, const char *title, const char *code)
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
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->found), button);
}

static void
show_found (YcPlacePick *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) numbers = yc_title_index_find (self->index, text);
  guint n_left = numbers->len > MAX_SHOWN ? numbers->len - MAX_SHOWN : 0;
  g_autofree char *words = NULL;

  yc_children_remove (self->found);
  for (guint i = 0; i < numbers->len - n_left; i++)
    {
      const char *code = self->codes->pdata[g_array_index (numbers, guint, i)];

      add_found (self, i + 1, g_object_get_data (G_OBJECT (self), code), code);
    }
  words = numbers->len == 0
              ? g_strdup (_ ("No such place"))
              : g_strdup_printf (ngettext ("%u more: type some letters of it",
                                           "%u more: type some letters of it", n_left), n_left);
  gtk_label_set_text (GTK_LABEL (self->more), words);
  gtk_widget_set_visible (self->more, n_left > 0 || numbers->len == 0);
}

/* Enter takes the first. */
static void
activate_cb (GtkEntry *entry, YcPlacePick *self)
{
  GtkWidget *first = get_nth (self, 0);

  if (first != NULL)
    clicked_cb (GTK_BUTTON (first), self);
}

/* What an input method composes is its own: a digit counts once it stands in the text. */
static void
changed_cb (YcPlacePick *self)
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
yc_place_pick_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_PLACE_PICK (widget)->entry);
}

static void
yc_place_pick_dispose (GObject *object)
{
  YcPlacePick *self = YC_PLACE_PICK (object);

  yc_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->index);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_place_pick_parent_class)->dispose (object);
}

static void
yc_place_pick_class_init (YcPlacePickClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_place_pick_dispose;
  widget_class->grab_focus = yc_place_pick_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "placepick");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * YcPlacePick::picked:
   * @code: a place's code, or what stands for any other place
   *
   * The clerk picked a place.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yc_place_pick_init (YcPlacePick *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->index = yc_title_index_new ();
  self->codes = g_ptr_array_new_with_free_func (g_free);
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

static void
add_place (YcPlacePick *self, const char *code, const char *name)
{
  yc_title_index_add (self->index, name);
  g_ptr_array_add (self->codes, g_strdup (code));
  g_object_set_data_full (G_OBJECT (self), code, g_strdup (name), g_free);
}

static gboolean
is_offered (YcQuestion *question, const char *code, JsonObject *place)
{
  const char *level = yc_question_get_place_level (question);
  const char *within = yc_question_get_place_within (question);

  return (level == NULL || g_strcmp0 (level, yc_json_get_string (place, "level", NULL)) == 0) &&
         (within == NULL || yc_place_code_is_within (code, within));
}

/**
 * yc_place_pick_new:
 * @question: a question for a place
 * @catalog: whose places are offered
 *
 * Returns: the entry with what is found under it
 */
GtkWidget *
yc_place_pick_new (YcQuestion *question, YcCatalog *catalog)
{
  YcPlacePick *self = g_object_new (YC_TYPE_PLACE_PICK, NULL);
  g_autoptr (GPtrArray) codes = NULL;

  g_return_val_if_fail (YC_IS_QUESTION (question), NULL);
  g_return_val_if_fail (YC_IS_CATALOG (catalog), NULL);

  /* First, since most who ask come from there. */
  if (yc_question_get_elsewhere (question) != NULL)
    add_place (self, YC_QUESTION_ELSEWHERE, yc_question_get_elsewhere (question));
  codes = yc_catalog_dup_ids (catalog, "place");
  for (guint i = 0; i < codes->len; i++)
    if (is_offered (question, codes->pdata[i], yc_catalog_get_place (catalog, codes->pdata[i])))
      add_place (self, codes->pdata[i], yc_catalog_get_place_name (catalog, codes->pdata[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_question_get_title (question), -1);
  show_found (self);

  return GTK_WIDGET (self);
}

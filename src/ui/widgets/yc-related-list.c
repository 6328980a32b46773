/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a knowledge entry has to do with, each a key press away. */
#include "yc-related-list.h"

#include "yc-children.h"
#include "yc-entry-take.h"
#include "yc-kind-words.h"
#include "yc-seeker.h"

#include <glib/gi18n-lib.h>

/* Other entries about the same: more would be a search. */
#define MAX_ENTRIES 4

struct _YcRelatedList
{
  GtkWidget parent_instance;

  YcCatalog        *catalog;
  YcKnowledgeEntry *entry;
  GtkSizeGroup     *kinds;
  GCancellable     *cancellable;
};

G_DEFINE_FINAL_TYPE (YcRelatedList, yc_related_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_words (YcRelatedList *self, const char *kind, const char *title)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *kind_label = gtk_label_new (yc_kind_words_get_title (kind));
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (kind_label, "secondary");
  gtk_label_set_xalign (GTK_LABEL (kind_label), 0);
  gtk_widget_set_valign (kind_label, GTK_ALIGN_BASELINE);
  gtk_size_group_add_widget (self->kinds, kind_label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (words), kind_label);
  gtk_box_append (GTK_BOX (words), label);

  return words;
}

static void
add (YcRelatedList *self, const char *kind, const char *id, const char *title)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_button_set_child (GTK_BUTTON (button), create_words (self, kind, title));
  gtk_widget_add_css_class (button, "related");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", kind, id, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-found");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
add_lists (YcRelatedList *self, const char *beside)
{
  const char *const *ids = yc_knowledge_entry_get_lists (self->entry);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      YcQuestionList *list = yc_catalog_get_list (self->catalog, ids[i]);

      if (list != NULL && g_strcmp0 (ids[i], beside) != 0)
        add (self, YC_KIND_LIST, ids[i], yc_question_list_get_title (list));
    }
}

static void
add_items (YcRelatedList *self, const char *beside)
{
  const char *const *codes = yc_knowledge_entry_get_items (self->entry);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      YcItem *item = yc_catalog_get_item (self->catalog, codes[i]);

      if (item != NULL && g_strcmp0 (codes[i], beside) != 0)
        add (self, YC_KIND_ITEM, codes[i], yc_item_get_title (item));
    }
}

/* (nullable): what other entries are to be about */
static const char *
get_subject (YcRelatedList *self)
{
  const char *item = yc_knowledge_entry_get_items (self->entry)[0];

  return item != NULL ? item : yc_knowledge_entry_get_lists (self->entry)[0];
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *const *items_a = yc_knowledge_entry_get_items ((YcKnowledgeEntry *) a);
  const char *const *items_b = yc_knowledge_entry_get_items ((YcKnowledgeEntry *) b);

  return (int) g_strv_length ((char **) items_a) - (int) g_strv_length ((char **) items_b);
}

GListModel *
yc_related_list_sort (GListModel *entries)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_entries, NULL, NULL));

  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (entries), sorter));
}

static GListModel *
list_entries (YcRelatedList *self)
{
  const char *subject = get_subject (self);
  g_autoptr (GListModel) entries =
      yc_knowledge_entry_get_items (self->entry)[0] != NULL
          ? yc_catalog_entries_for_item (self->catalog, subject)
          : yc_catalog_entries_for_list (self->catalog, subject);

  return yc_related_list_sort (entries);
}

static void
entries_taken_cb (GtkWidget *owner)
{
  YcRelatedList *self = YC_RELATED_LIST (owner);
  g_autoptr (GListModel) entries = list_entries (self);

  for (guint i = 0, n = 0; i < g_list_model_get_n_items (entries) && n < MAX_ENTRIES; i++)
    {
      g_autoptr (YcKnowledgeEntry) entry = g_list_model_get_item (entries, i);
      const char *id = yc_knowledge_entry_get_id (entry);

      if (g_str_equal (id, yc_knowledge_entry_get_id (self->entry)))
        continue;
      add (self, YC_KIND_ENTRY, id, yc_knowledge_entry_get_question (entry));
      n++;
    }
}

static void
yc_related_list_dispose (GObject *object)
{
  YcRelatedList *self = YC_RELATED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  yc_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalog);
  g_clear_object (&self->entry);
  g_clear_object (&self->kinds);

  G_OBJECT_CLASS (yc_related_list_parent_class)->dispose (object);
}

static void
yc_related_list_class_init (YcRelatedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_related_list_dispose;
  gtk_widget_class_set_css_name (widget_class, "relatedlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_related_list_init (YcRelatedList *self)
{
  GtkWidget *title = gtk_label_new (_ ("Related (Alt+L)"));

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  self->kinds = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->cancellable = g_cancellable_new ();
}

/**
 * yc_related_list_new:
 * @catalog: what the city published
 * @entry: an entry
 * @beside: (nullable): the item or the list that it is shown beside, with the answers about it; it is
 *   not named again
 *
 * Returns: buttons below each other, each of which the window's "open-found" action opens; not
 *   visible while there is none
 */
GtkWidget *
yc_related_list_new (YcCatalog *catalog, YcKnowledgeEntry *entry, const char *beside)
{
  YcRelatedList *self = g_object_new (YC_TYPE_RELATED_LIST, NULL);

  g_return_val_if_fail (YC_IS_CATALOG (catalog), GTK_WIDGET (self));
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (entry), GTK_WIDGET (self));

  self->catalog = g_object_ref (catalog);
  self->entry = g_object_ref (entry);
  add_lists (self, beside);
  add_items (self, beside);
  if (beside == NULL && get_subject (self) != NULL)
    yc_entry_take_about (GTK_WIDGET (self), catalog, get_subject (self), self->cancellable,
                         entries_taken_cb);

  return GTK_WIDGET (self);
}

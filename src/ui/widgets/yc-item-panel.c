/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good colleague would whisper: the item's standard, what goes wrong, agreed answers. */
#include "yc-item-panel.h"

#include "yc-children.h"
#include "yc-entry-take.h"
#include "yc-related-list.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* What is seen at a glance; a longer list would be read by nobody. */
#define MAX_REASONS 5

struct _YcItemPanel
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *standard;
  GtkWidget *title;
  GtkWidget *promise;
  GtkWidget *advice;
  GtkWidget *conditions_fold;
  GtkWidget *basis_fold;
  GtkWidget *warnings;
  GtkWidget *reasons;
  GtkWidget *knowledge;
  GtkWidget *entries;
  GtkWidget *copy;
  GtkWidget *empty;

  YcCatalog *catalog;
  /* Whose answers are shown: one of both, or none. */
  char      *item;
  char      *list;
  /* Opened on top of them. */
  YcKnowledgeEntry *asked;
  GCancellable *answers;
};

G_DEFINE_FINAL_TYPE (YcItemPanel, yc_item_panel, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* A grid of its own each time: a container that was empty and hidden when it was measured first
 * keeps to a height that does not follow its width (GTK 4.8). */
static GtkWidget *
create_points (const char *const *points)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (int i = 0; points != NULL && points[i] != NULL; i++)
    {
      GtkWidget *bullet = gtk_label_new ("•");

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (grid), bullet, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), create_label (points[i], "point"), 1, i, 1, 1);
    }

  return grid;
}

static void
show_conditions (YcItemPanel *self, const char *const *conditions)
{
  GtkWidget *before = gtk_widget_get_last_child (self->conditions_fold);

  if (GTK_IS_GRID (before))
    gtk_box_remove (GTK_BOX (self->conditions_fold), before);
  gtk_box_append (GTK_BOX (self->conditions_fold), create_points (conditions));
  gtk_widget_set_visible (self->conditions_fold, conditions != NULL && conditions[0] != NULL);
}

static void
show_basis (YcItemPanel *self, const char *const *basis)
{
  gtk_expander_set_child (GTK_EXPANDER (self->basis_fold), create_points (basis));
  gtk_widget_set_visible (self->basis_fold, basis != NULL && basis[0] != NULL);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static GtkWidget *
create_reason (YcReturnReason *reason)
{
  const char *const *fields = yc_return_reason_get_fields (reason);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *advice = create_label (yc_return_reason_get_advice (reason), "secondary");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), create_label (yc_return_reason_get_title (reason), "reason"));
  gtk_widget_set_visible (advice, FALSE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), advice);
  gtk_widget_add_css_class (box, "reason-row");
  g_object_set_data_full (G_OBJECT (box), "fields", g_strdupv ((char **) fields),
                          (GDestroyNotify) g_strfreev);

  return box;
}

static void
show_reasons (YcItemPanel *self, GListModel *reasons)
{
  guint n = MIN (g_list_model_get_n_items (reasons), MAX_REASONS);

  yc_children_remove (self->reasons);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcReturnReason) reason = g_list_model_get_item (reasons, i);

      gtk_box_append (GTK_BOX (self->reasons), create_reason (reason));
    }
  gtk_widget_set_visible (self->warnings, n > 0);
}

/* One answer is open at a time: the one that is copied. */
static void
expanded_cb (GtkExpander *opened, GParamSpec *pspec, YcItemPanel *self)
{
  if (!gtk_expander_get_expanded (opened))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (self->entries); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (opened))
      gtk_expander_set_expanded (GTK_EXPANDER (child), FALSE);
}

static GtkWidget *
create_entry (YcItemPanel *self, YcCatalog *catalog, YcKnowledgeEntry *entry)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *view = yc_entry_view_new (catalog, entry);
  YcKnowledgeVersion *version = yc_entry_view_get_version (YC_ENTRY_VIEW (view));
  const char *question = version != NULL ? yc_knowledge_version_get_question (version)
                                         : yc_knowledge_entry_get_question (entry);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), create_label (question, "entry-title"));
  gtk_widget_add_css_class (view, "answer-body");
  yc_entry_view_set_beside (YC_ENTRY_VIEW (view), self->item != NULL ? self->item : self->list);
  gtk_expander_set_child (GTK_EXPANDER (expander), view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);

  return expander;
}

static void
show_entries (YcItemPanel *self, GListModel *unsorted)
{
  g_autoptr (GListModel) entries = yc_related_list_sort (unsorted);
  guint n = g_list_model_get_n_items (entries);

  yc_children_remove (self->entries);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcKnowledgeEntry) entry = g_list_model_get_item (entries, i);

      gtk_box_append (GTK_BOX (self->entries), create_entry (self, self->catalog, entry));
    }
  gtk_widget_set_visible (self->knowledge, n > 0);
}

static void
answers_taken_cb (GtkWidget *owner)
{
  YcItemPanel *self = YC_ITEM_PANEL (owner);
  g_autoptr (YcKnowledgeEntry) asked = g_steal_pointer (&self->asked);
  g_autoptr (GListModel) entries =
      self->item != NULL ? yc_catalog_entries_for_item (self->catalog, self->item)
                         : yc_catalog_entries_for_list (self->catalog, self->list);

  show_entries (self, entries);
  gtk_widget_set_visible (self->empty,
                          self->item == NULL && g_list_model_get_n_items (entries) == 0);
  if (asked != NULL)
    yc_item_panel_show_entry (self, self->catalog, asked);
}

/* The answers about an item or a list, or none. */
static void
set_subject (YcItemPanel *self, YcCatalog *catalog, const char *item, const char *list)
{
  g_cancellable_cancel (self->answers);
  g_clear_object (&self->answers);
  g_clear_object (&self->asked);
  g_set_object (&self->catalog, catalog);
  g_free (self->item);
  self->item = g_strdup (item);
  g_free (self->list);
  self->list = g_strdup (list);
  yc_children_remove (self->entries);
  gtk_widget_set_visible (self->knowledge, FALSE);
  if (item == NULL && list == NULL)
    return;

  self->answers = g_cancellable_new ();
  yc_entry_take_about (GTK_WIDGET (self), catalog, item != NULL ? item : list, self->answers,
                       answers_taken_cb);
}

static void
show_standard (YcItemPanel *self, YcItem *item)
{
  g_autofree char *fee = yc_words_fee (yc_item_get_fee (item));
  g_autofree char *promise = yc_words_join (yc_words_level (yc_item_get_level (item)),
                                            yc_item_get_time_limit (item), fee, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), yc_item_get_title (item));
  show_text (self->promise, promise);
  show_text (self->advice, yc_item_get_advice (item));
  show_conditions (self, yc_item_get_conditions (item));
  show_basis (self, yc_item_get_basis (item));
}

static void
copy_cb (GtkButton *button, YcItemPanel *self)
{
  yc_item_panel_copy_answer (self);
}

static void
yc_item_panel_dispose (GObject *object)
{
  YcItemPanel *self = YC_ITEM_PANEL (object);

  g_cancellable_cancel (self->answers);
  g_clear_object (&self->answers);
  g_clear_object (&self->asked);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->list, g_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_item_panel_parent_class)->dispose (object);
}

static void
yc_item_panel_class_init (YcItemPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_item_panel_dispose;

  gtk_widget_class_set_css_name (widget_class, "itempanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-item-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, standard);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, title);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, promise);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, advice);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, conditions_fold);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, basis_fold);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, warnings);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, reasons);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, knowledge);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, entries);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, copy);
  gtk_widget_class_bind_template_child (widget_class, YcItemPanel, empty);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
yc_item_panel_init (YcItemPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_item_panel_new:
 *
 * Returns: an empty panel
 */
GtkWidget *
yc_item_panel_new (void)
{
  return g_object_new (YC_TYPE_ITEM_PANEL, NULL);
}

/**
 * yc_item_panel_show_item:
 * @self: the panel
 * @catalog: what the city published
 * @item: (nullable): the item that is worked on
 */
void
yc_item_panel_show_item (YcItemPanel *self, YcCatalog *catalog, YcItem *item)
{
  g_autoptr (GListModel) reasons = NULL;

  g_return_if_fail (YC_IS_ITEM_PANEL (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  gtk_widget_set_visible (self->standard, item != NULL);
  gtk_widget_set_visible (self->warnings, item != NULL);
  gtk_widget_set_visible (self->empty, item == NULL);
  set_subject (self, catalog, item != NULL ? yc_item_get_code (item) : NULL, NULL);
  if (item == NULL)
    return;

  reasons = yc_catalog_reasons_for_item (catalog, yc_item_get_code (item));
  show_standard (self, item);
  show_reasons (self, reasons);
}

/**
 * yc_item_panel_show_list:
 * @self: the panel
 * @catalog: what the city published
 * @list: the question list that is asked
 */
void
yc_item_panel_show_list (YcItemPanel *self, YcCatalog *catalog, YcQuestionList *list)
{
  g_return_if_fail (YC_IS_ITEM_PANEL (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));
  g_return_if_fail (YC_IS_QUESTION_LIST (list));

  yc_item_panel_show_item (self, catalog, NULL);
  set_subject (self, catalog, NULL, yc_question_list_get_id (list));
}

static YcEntryView *
get_view (GtkWidget *expander)
{
  return YC_ENTRY_VIEW (gtk_expander_get_child (GTK_EXPANDER (expander)));
}

static gboolean
is_about (GtkWidget *expander, YcKnowledgeEntry *entry)
{
  YcKnowledgeEntry *shown = yc_entry_view_get_entry (get_view (expander));

  return g_str_equal (yc_knowledge_entry_get_id (shown), yc_knowledge_entry_get_id (entry));
}

/**
 * yc_item_panel_show_entry:
 * @self: the panel
 * @catalog: what the city published
 * @entry: a knowledge entry that was asked for
 *
 * Opens the answer of @entry, on top of the others.
 */
void
yc_item_panel_show_entry (YcItemPanel *self, YcCatalog *catalog, YcKnowledgeEntry *entry)
{
  GtkWidget *expander;

  g_return_if_fail (YC_IS_ITEM_PANEL (self));
  g_return_if_fail (YC_IS_KNOWLEDGE_ENTRY (entry));

  for (GtkWidget *child = gtk_widget_get_first_child (self->entries); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_about (child, entry))
      {
        gtk_box_remove (GTK_BOX (self->entries), child);
        break;
      }

  g_set_object (&self->asked, entry);
  expander = create_entry (self, catalog, entry);
  gtk_box_prepend (GTK_BOX (self->entries), expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_widget_set_visible (self->knowledge, TRUE);
  gtk_widget_set_visible (self->empty, FALSE);
}

/**
 * yc_item_panel_set_field:
 * @self: the panel
 * @pointer: (nullable): JSON Pointer of the field that has the focus, or "materials/ID"
 *
 * Brings out what goes wrong with this field, with the advice how to avoid it.
 */
void
yc_item_panel_set_field (YcItemPanel *self, const char *pointer)
{
  g_return_if_fail (YC_IS_ITEM_PANEL (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->reasons); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *const *fields = g_object_get_data (G_OBJECT (row), "fields");
      gboolean hit = pointer != NULL && fields != NULL && g_strv_contains (fields, pointer);

      gtk_widget_set_visible (gtk_widget_get_last_child (row), hit);
      if (hit)
        gtk_widget_add_css_class (row, "current");
      else
        gtk_widget_remove_css_class (row, "current");
    }
}

/**
 * yc_item_panel_get_answer:
 * @self: the panel
 *
 * Returns: (transfer none) (nullable): the answer that is open, or the first
 */
YcEntryView *
yc_item_panel_get_answer (YcItemPanel *self)
{
  GtkWidget *chosen;

  g_return_val_if_fail (YC_IS_ITEM_PANEL (self), NULL);

  chosen = gtk_widget_get_first_child (self->entries);
  if (chosen == NULL || !gtk_widget_get_visible (self->knowledge))
    return NULL;
  for (GtkWidget *child = chosen; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_expander_get_expanded (GTK_EXPANDER (child)))
      chosen = child;

  return get_view (chosen);
}

/**
 * yc_item_panel_copy_answer:
 * @self: the panel
 *
 * Copies the answer that is open, or the first, to the clipboard.
 *
 * Returns: %FALSE when there is none
 */
gboolean
yc_item_panel_copy_answer (YcItemPanel *self)
{
  YcEntryView *answer = yc_item_panel_get_answer (self);

  return answer != NULL && yc_entry_view_copy (answer);
}

/* (nullable): the answer that is open or the first, which is opened */
static YcEntryView *
open_answer (YcItemPanel *self)
{
  YcEntryView *answer = yc_item_panel_get_answer (self);

  if (answer != NULL)
    gtk_expander_set_expanded (
        GTK_EXPANDER (gtk_widget_get_ancestor (GTK_WIDGET (answer), GTK_TYPE_EXPANDER)), TRUE);

  return answer;
}

/**
 * yc_item_panel_toggle_versions:
 * @self: the panel
 *
 * Opens the other versions of the answer that is open, or of the first, or closes them.
 *
 * Returns: %FALSE when there is none
 */
gboolean
yc_item_panel_toggle_versions (YcItemPanel *self)
{
  YcEntryView *answer = open_answer (self);

  if (answer != NULL)
    yc_entry_view_toggle_versions (answer);

  return answer != NULL;
}

/**
 * yc_item_panel_focus_related:
 * @self: the panel
 *
 * Puts the focus on what the answer that is open, or the first, has to do with.
 *
 * Returns: %FALSE when there is nothing
 */
gboolean
yc_item_panel_focus_related (YcItemPanel *self)
{
  YcEntryView *answer = open_answer (self);

  return answer != NULL && yc_entry_view_focus_related (answer);
}

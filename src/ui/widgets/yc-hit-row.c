/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hit of a search: what kind of thing it is, its title, and what one wants to know of it. */
#include "yc-hit-row.h"

#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcHitRow
{
  GtkListBoxRow parent_instance;

  YcHit *hit;
};

G_DEFINE_FINAL_TYPE (YcHitRow, yc_hit_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe_item (YcCatalog *catalog, const char *id)
{
  YcItem *item = yc_catalog_get_item (catalog, id);

  if (item == NULL)
    return g_strdup ("");

  return yc_words_join (yc_words_level (yc_item_get_level (item)), yc_item_get_time_limit (item),
                        yc_item_get_template_id (item) != NULL ? _ ("e-certificate") : "", NULL);
}

static char *
describe_list (YcCatalog *catalog, const char *id)
{
  YcQuestionList *list = yc_catalog_get_list (catalog, id);
  guint n = list != NULL ? yc_question_list_get_n_questions (list) : 0;

  return g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
}

static char *
describe_entry (YcCatalog *catalog, const char *id)
{
  YcKnowledgeEntry *entry = yc_catalog_get_entry (catalog, id);

  return g_strdup (entry != NULL ? yc_knowledge_entry_get_owner (entry) : "");
}

static char *
describe_replacement (YcCatalog *catalog, const char *id)
{
  YcReplacement *replacement = yc_catalog_get_replacement (catalog, id);

  return g_strdup (replacement != NULL ? yc_replacement_get_way_title (replacement) : "");
}

static const struct
{
  const char *kind;
  const char *title;
  const char *style;
  char     *(*describe) (YcCatalog *catalog, const char *id);
} kinds[] = {
  { "item", N_ ("Item"), "kind-item", describe_item },
  { "list", N_ ("List"), "kind-list", describe_list },
  { "entry", N_ ("Knowledge"), "kind-entry", describe_entry },
  { "replacement", N_ ("Not needed"), "kind-replacement", describe_replacement },
};

static GtkWidget *
create_label (const char *markup, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
fill (YcHitRow *self, YcCatalog *catalog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *markup = yc_hit_dup_title_markup (self->hit);
  GtkWidget *title = create_label (markup, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *details = NULL;
      g_autofree char *escaped = NULL;
      GtkWidget *badge;

      if (g_strcmp0 (kinds[i].kind, yc_hit_get_kind (self->hit)) != 0)
        continue;

      badge = create_label (_ (kinds[i].title), "badge");
      gtk_label_set_xalign (GTK_LABEL (badge), 0.5);
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (badge, kinds[i].style);
      details = kinds[i].describe (catalog, yc_hit_get_id (self->hit));
      escaped = g_markup_escape_text (details, -1);
      gtk_box_append (GTK_BOX (box), badge);
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), create_label (escaped, "details"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      yc_hit_get_title (self->hit),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
    }
  gtk_widget_set_hexpand (title, TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
yc_hit_row_dispose (GObject *object)
{
  g_clear_object (&YC_HIT_ROW (object)->hit);

  G_OBJECT_CLASS (yc_hit_row_parent_class)->dispose (object);
}

static void
yc_hit_row_class_init (YcHitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_hit_row_dispose;
}

static void
yc_hit_row_init (YcHitRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * yc_hit_row_new:
 * @hit: a hit
 * @catalog: tells more about it
 *
 * Returns: the row
 */
GtkWidget *
yc_hit_row_new (YcHit *hit, YcCatalog *catalog)
{
  YcHitRow *self = g_object_new (YC_TYPE_HIT_ROW, NULL);

  g_return_val_if_fail (YC_IS_HIT (hit), NULL);
  g_return_val_if_fail (YC_IS_CATALOG (catalog), NULL);

  self->hit = g_object_ref (hit);
  fill (self, catalog);

  return GTK_WIDGET (self);
}

/**
 * yc_hit_row_get_hit:
 * @self: a row
 *
 * Returns: (transfer none): its hit
 */
YcHit *
yc_hit_row_get_hit (YcHitRow *self)
{
  g_return_val_if_fail (YC_IS_HIT_ROW (self), NULL);

  return self->hit;
}

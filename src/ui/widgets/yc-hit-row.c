/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hit of a search: what kind of thing it is, its title, and what one wants to know of it. */
#include "yc-hit-row.h"

#include "yc-kind-words.h"

struct _YcHitRow
{
  GtkListBoxRow parent_instance;

  GtkLabel   *badge;
  GtkLabel   *title;
  GtkLabel   *details;
  /* The badge's, of the kind it shows. */
  const char *style;
  YcHit      *hit;
};

G_DEFINE_FINAL_TYPE (YcHitRow, yc_hit_row, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
show_badge (YcHitRow *self)
{
  const char *kind = yc_hit_get_kind (self->hit);
  const char *style = yc_kind_words_get_style (kind);

  if (self->style == style)
    return;
  gtk_label_set_text (self->badge, yc_kind_words_get_title (kind));
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), self->style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), style);
  self->style = style;
}

/* Setting a text lays it out, the same one too. */
static gboolean
set_markup (GtkLabel *label, const char *markup)
{
  if (g_str_equal (gtk_label_get_label (label), markup))
    return FALSE;

  gtk_label_set_markup (label, markup);
  return TRUE;
}

/* Where the words stand, unless the title shows them already. */
static char *
dup_details_markup (YcHitRow *self, const char *words)
{
  gsize in_title = 0, in_snippet = 0;

  yc_hit_get_title_ranges (self->hit, &in_title);
  yc_hit_get_snippet_ranges (self->hit, &in_snippet);
  if (in_snippet > 0 && (in_title == 0 || *words == '\0'))
    return yc_hit_dup_snippet_markup (self->hit);

  return g_markup_escape_text (*words != '\0' ? words : yc_hit_get_snippet (self->hit), -1);
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->badge = add_label (box, "badge");
  gtk_label_set_xalign (self->badge, 0.5);
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  self->title = add_label (box, NULL);
  self->details = add_label (box, "details");
  gtk_widget_set_hexpand (GTK_WIDGET (self->details), TRUE);
  gtk_label_set_xalign (self->details, 1);
  /* Takes what room is left: no row makes the field wider. */
  gtk_label_set_max_width_chars (self->title, 36);
  gtk_label_set_max_width_chars (self->details, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * yc_hit_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
yc_hit_row_new (void)
{
  return g_object_new (YC_TYPE_HIT_ROW, NULL);
}

/**
 * yc_hit_row_show:
 * @self: a row
 * @hit: (nullable): a hit; %NULL hides the row
 * @catalog: tells more about it
 */
void
yc_hit_row_show (YcHitRow *self, YcHit *hit, YcCatalog *catalog)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *details = NULL;
  gboolean changed;

  g_return_if_fail (YC_IS_HIT_ROW (self));
  g_return_if_fail (hit == NULL || YC_IS_HIT (hit));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  gtk_widget_set_visible (GTK_WIDGET (self), hit != NULL);
  if (!g_set_object (&self->hit, hit) || hit == NULL)
    return;
  title = yc_hit_dup_title_markup (hit);
  words = yc_kind_words_describe (hit, catalog);
  details = dup_details_markup (self, words);
  show_badge (self);
  changed = set_markup (self->title, title);
  if (!set_markup (self->details, details) && !changed)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_hit_get_title (hit), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->details), -1);
}

/**
 * yc_hit_row_get_hit:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its hit
 */
YcHit *
yc_hit_row_get_hit (YcHitRow *self)
{
  g_return_val_if_fail (YC_IS_HIT_ROW (self), NULL);

  return self->hit;
}

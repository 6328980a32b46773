/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hit of a search: what kind of thing it is, its title, and what one wants to know of it. */
#include "yc-hit-row.h"

#include "yc-kind-words.h"

/* The room of a title, and the least of the details: they take what is left over. */
#define TITLE_CHARS 36
#define DETAILS_CHARS 18

struct _YcHitRow
{
  GtkListBoxRow parent_instance;

  GtkLabel       *badge;
  GtkInscription *title;
  GtkInscription *details;
  /* The badge's, of the kind it shows. */
  const char     *style;
  YcHit          *hit;
};

G_DEFINE_FINAL_TYPE (YcHitRow, yc_hit_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
add_child (GtkWidget *box, GtkWidget *child, const char *style)
{
  if (style != NULL)
    gtk_widget_add_css_class (child, style);
  gtk_box_append (GTK_BOX (box), child);

  return child;
}

/* Takes the same room whatever it says: a key that finds something else has it painted, and nothing
 * in the window laid out anew. */
static GtkInscription *
add_inscription (GtkWidget *box, guint least, guint n_chars, float xalign, const char *style)
{
  GtkInscription *inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_text_overflow (inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (inscription, least);
  gtk_inscription_set_nat_chars (inscription, n_chars);
  gtk_inscription_set_xalign (inscription, xalign);
  add_child (box, GTK_WIDGET (inscription), style);

  return inscription;
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

  self->badge = GTK_LABEL (add_child (box, gtk_label_new (NULL), "badge"));
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  self->title = add_inscription (box, 1, TITLE_CHARS, 0, "title");
  self->details = add_inscription (box, DETAILS_CHARS, DETAILS_CHARS, 1, "details");
  gtk_widget_set_hexpand (GTK_WIDGET (self->details), TRUE);
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
  gtk_inscription_set_markup (self->title, title);
  gtk_inscription_set_markup (self->details, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_hit_get_title (hit), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_inscription_get_text (self->details), -1);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hits of a search under one another, one of them chosen. Its rows are made once and show one hit
 * after the other. */
#include "yc-hit-list.h"

#include "yc-hit-row.h"

#include <glib/gi18n-lib.h>

struct _YcHitList
{
  GtkWidget parent_instance;

  GtkListBox *box;
  GtkWidget  *rows[YC_HIT_LIST_MOST];
  guint       n_hits;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcHitList, yc_hit_list, GTK_TYPE_WIDGET)

static void
row_activated_cb (GtkListBox *box, GtkListBoxRow *row, YcHitList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, yc_hit_row_get_hit (YC_HIT_ROW (row)));
}

static void
yc_hit_list_dispose (GObject *object)
{
  YcHitList *self = YC_HIT_LIST (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;

  G_OBJECT_CLASS (yc_hit_list_parent_class)->dispose (object);
}

static void
yc_hit_list_class_init (YcHitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_hit_list_dispose;

  /**
   * YcHitList::activated:
   * @hit: the #YcHit
   *
   * The pointer chose a hit.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, YC_TYPE_HIT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_hit_list_init (YcHitList *self)
{
  GtkWidget *box = gtk_list_box_new ();

  self->box = GTK_LIST_BOX (box);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (box, "hits");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Found"),
                                  -1);
  g_signal_connect (box, "row-activated", G_CALLBACK (row_activated_cb), self);
  for (guint i = 0; i < YC_HIT_LIST_MOST; i++)
    {
      self->rows[i] = yc_hit_row_new ();
      gtk_widget_set_visible (self->rows[i], FALSE);
      gtk_list_box_append (self->box, self->rows[i]);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_hit_list_new:
 *
 * Returns: a list without hits, which hides itself
 */
GtkWidget *
yc_hit_list_new (void)
{
  return g_object_new (YC_TYPE_HIT_LIST, NULL);
}

/**
 * yc_hit_list_show:
 * @self: the list
 * @hits: (element-type YcHit): what to show, the first %YC_HIT_LIST_MOST of them
 * @catalog: tells more about them
 */
void
yc_hit_list_show (YcHitList *self, GPtrArray *hits, YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_HIT_LIST (self));
  g_return_if_fail (hits != NULL);

  self->n_hits = MIN (hits->len, YC_HIT_LIST_MOST);
  for (guint i = 0; i < YC_HIT_LIST_MOST; i++)
    yc_hit_row_show (YC_HIT_ROW (self->rows[i]), i < self->n_hits ? hits->pdata[i] : NULL, catalog);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_hits > 0);
}

/**
 * yc_hit_list_get_n_hits:
 * @self: the list
 *
 * Returns: how many hits are shown
 */
guint
yc_hit_list_get_n_hits (YcHitList *self)
{
  g_return_val_if_fail (YC_IS_HIT_LIST (self), 0);

  return self->n_hits;
}

/**
 * yc_hit_list_select:
 * @self: the list
 * @number: a hit, from 0; any other for none
 */
void
yc_hit_list_select (YcHitList *self, int number)
{
  gboolean there;

  g_return_if_fail (YC_IS_HIT_LIST (self));

  there = number >= 0 && number < (int) self->n_hits;
  gtk_list_box_select_row (self->box, there ? GTK_LIST_BOX_ROW (self->rows[number]) : NULL);
}

/**
 * yc_hit_list_get_selected:
 * @self: the list
 *
 * Returns: the number of the hit that is chosen, -1 for none
 */
int
yc_hit_list_get_selected (YcHitList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (YC_IS_HIT_LIST (self), -1);

  row = gtk_list_box_get_selected_row (self->box);
  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/**
 * yc_hit_list_get_hit:
 * @self: the list
 * @number: a hit, from 0
 *
 * Returns: (transfer none) (nullable): the hit
 */
YcHit *
yc_hit_list_get_hit (YcHitList *self, int number)
{
  g_return_val_if_fail (YC_IS_HIT_LIST (self), NULL);

  return number >= 0 && number < (int) self->n_hits
             ? yc_hit_row_get_hit (YC_HIT_ROW (self->rows[number]))
             : NULL;
}

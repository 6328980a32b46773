/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how much can be found already while the index is filled, or that nothing can, with the way out. */
#include "yc-index-bar.h"

#include <glib/gi18n-lib.h>

struct _YcIndexBar
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkWidget      *filling;
  GtkLabel       *filling_words;
  GtkProgressBar *progress;
  GtkWidget      *failed;
};

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcIndexBar, yc_index_bar, GTK_TYPE_WIDGET)

static void
retry_cb (YcIndexBar *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
yc_index_bar_dispose (GObject *object)
{
  g_clear_pointer (&YC_INDEX_BAR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_index_bar_parent_class)->dispose (object);
}

static void
yc_index_bar_class_init (YcIndexBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_index_bar_dispose;

  /**
   * YcIndexBar::retry:
   *
   * The clerk wants the index to be opened anew.
   */
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-index-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YcIndexBar, box);
  gtk_widget_class_bind_template_child (widget_class, YcIndexBar, filling);
  gtk_widget_class_bind_template_child (widget_class, YcIndexBar, filling_words);
  gtk_widget_class_bind_template_child (widget_class, YcIndexBar, progress);
  gtk_widget_class_bind_template_child (widget_class, YcIndexBar, failed);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
yc_index_bar_init (YcIndexBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_index_bar_new:
 *
 * Returns: a bar that says nothing, and hides itself
 */
GtkWidget *
yc_index_bar_new (void)
{
  return g_object_new (YC_TYPE_INDEX_BAR, NULL);
}

/**
 * yc_index_bar_show:
 * @self: the bar
 * @seeker: whose state to show, as it is now
 */
void
yc_index_bar_show (YcIndexBar *self, YcSeeker *seeker)
{
  g_autofree char *words = NULL;
  YcSeekerState state;
  double progress;

  g_return_if_fail (YC_IS_INDEX_BAR (self));
  g_return_if_fail (YC_IS_SEEKER (seeker));

  state = yc_seeker_get_state (seeker);
  progress = yc_seeker_get_progress (seeker);
  /* Translators: how much of the catalog can be found already. */
  words = g_strdup_printf (_ ("Still indexing: %d %%"), (int) (progress * 100));
  gtk_label_set_text (self->filling_words, words);
  gtk_progress_bar_set_fraction (self->progress, progress);
  gtk_widget_set_visible (self->filling, state == YC_SEEKER_FILLING);
  gtk_widget_set_visible (self->failed, state == YC_SEEKER_FAILED);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          state == YC_SEEKER_FILLING || state == YC_SEEKER_FAILED);
}

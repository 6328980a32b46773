/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many were found of each kind, and which kind is looked at: Tab goes from one to the next. */
#include "yc-kind-bar.h"

#include "yc-kind-words.h"

#include <glib/gi18n-lib.h>

/* As many as there are kinds, and one for all of them. */
#define MAX_CHIPS 10

struct _YcKindBar
{
  GtkWidget parent_instance;

  GtkToggleButton *chips[MAX_CHIPS];
  /* Kinds behind the first chip, interned; NULL for none. */
  const char      *kinds[MAX_CHIPS];
  guint            n_chips;
  /* The chip that is chosen. */
  guint            chosen;
  gboolean         showing;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcKindBar, yc_kind_bar, GTK_TYPE_WIDGET)

static void
choose (YcKindBar *self, guint number)
{
  self->showing = TRUE;
  for (guint i = 0; i < MAX_CHIPS; i++)
    gtk_toggle_button_set_active (self->chips[i], i == number);
  self->showing = FALSE;
  self->chosen = number;
}

static void
toggled_cb (GtkToggleButton *chip, YcKindBar *self)
{
  if (self->showing)
    return;

  for (guint i = 0; i < MAX_CHIPS; i++)
    if (self->chips[i] == chip)
      choose (self, i);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_chip (YcKindBar *self, guint number, const char *title, guint total)
{
  g_autofree char *words = g_strdup_printf ("%s %u", title, total);

  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->chips[number])), words) != 0)
    gtk_button_set_label (GTK_BUTTON (self->chips[number]), words);
  gtk_widget_set_visible (GTK_WIDGET (self->chips[number]), TRUE);
}

static void
yc_kind_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yc_kind_bar_parent_class)->dispose (object);
}

static void
yc_kind_bar_class_init (YcKindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_kind_bar_dispose;

  /**
   * YcKindBar::changed:
   *
   * Another kind is looked at.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "kindbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_kind_bar_init (YcKindBar *self)
{
  for (guint i = 0; i < MAX_CHIPS; i++)
    {
      GtkWidget *chip = gtk_toggle_button_new ();

      gtk_widget_set_focusable (chip, FALSE);
      gtk_widget_set_visible (chip, FALSE);
      gtk_widget_add_css_class (chip, "flat");
      gtk_widget_set_parent (chip, GTK_WIDGET (self));
      g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), self);
      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
    }
}

/**
 * yc_kind_bar_new:
 *
 * Returns: a bar without kinds
 */
GtkWidget *
yc_kind_bar_new (void)
{
  return g_object_new (YC_TYPE_KIND_BAR, NULL);
}

/**
 * yc_kind_bar_show:
 * @self: the bar
 * @result: (nullable): what was found
 *
 * The kind that was looked at stays chosen while anything of it is found.
 */
void
yc_kind_bar_show (YcKindBar *self, YcSearchResult *result)
{
  const char *kept;
  guint n, chosen = 0;

  g_return_if_fail (YC_IS_KIND_BAR (self));

  kept = self->kinds[self->chosen];
  n = result != NULL ? MIN (yc_search_result_get_n_groups (result), MAX_CHIPS - 1) : 0;
  for (guint i = 0; i < n; i++)
    {
      const char *kind = g_intern_string (yc_search_result_get_group_kind (result, i));

      self->kinds[i + 1] = kind;
      show_chip (self, i + 1, yc_kind_words_get_title (kind),
                 yc_search_result_get_group_total (result, i));
      if (kind == kept)
        chosen = i + 1;
    }
  if (n > 0)
    show_chip (self, 0, _ ("All"), yc_search_result_get_total (result));
  for (guint i = n + 1; i < MAX_CHIPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->chips[i]), FALSE);
  self->n_chips = n > 0 ? n + 1 : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 1);
  choose (self, chosen);
}

/**
 * yc_kind_bar_get_group:
 * @self: the bar
 *
 * Returns: the number of the group that is looked at, -1 for all of them
 */
int
yc_kind_bar_get_group (YcKindBar *self)
{
  g_return_val_if_fail (YC_IS_KIND_BAR (self), -1);

  return (int) self->chosen - 1;
}

/**
 * yc_kind_bar_choose:
 * @self: the bar
 * @group: the number of a group, -1 for all of them
 *
 * Returns: whether there is such a group
 */
gboolean
yc_kind_bar_choose (YcKindBar *self, int group)
{
  g_return_val_if_fail (YC_IS_KIND_BAR (self), FALSE);

  if (group < -1 || group + 1 >= (int) self->n_chips)
    return FALSE;

  choose (self, (guint) (group + 1));
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * yc_kind_bar_step:
 * @self: the bar
 * @step: 1 for the next kind, -1 for the one before; round about
 */
void
yc_kind_bar_step (YcKindBar *self, int step)
{
  g_return_if_fail (YC_IS_KIND_BAR (self));

  if (self->n_chips > 0)
    yc_kind_bar_choose (
        self, ((int) self->chosen + step + (int) self->n_chips) % (int) self->n_chips - 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which certificates are printed at one go: a list of which several are chosen, as in a file manager. */
#include "yc-batch-chooser.h"

#include "yc-children.h"
#include "yc-issued-certificate.h"
#include "yc-print-batch.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

#define LEAST_HEIGHT 320

struct _YcBatchChooser
{
  GtkWidget parent_instance;

  GtkListView       *list;
  GtkMultiSelection *selection;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EDGE_REACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcBatchChooser, yc_batch_chooser, GTK_TYPE_WIDGET)

static gboolean
is_in_force (gpointer item, gpointer user_data)
{
  return yc_issued_certificate_get_state (item) == YC_CERTIFICATE_VALID;
}

static char *
describe (YcIssuedCertificate *certificate)
{
  guint n_prints = yc_issued_certificate_get_n_prints (certificate);
  g_autofree char *moment = yc_words_moment (yc_issued_certificate_get_issued_at (certificate));
  g_autofree char *prints =
    n_prints > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u print", "%u prints", n_prints),
                                    n_prints)
                 : NULL;

  return yc_words_join (yc_issued_certificate_get_title (certificate),
                        yc_issued_certificate_get_applicant_name (certificate), moment, prints,
                        NULL);
}

/* Its room stays where it is not seen. */
static gboolean
to_opacity (GBinding *binding, const GValue *selected, GValue *opacity, gpointer user_data)
{
  g_value_set_double (opacity, g_value_get_boolean (selected) ? 1.0 : 0.0);
  return TRUE;
}

/* Colour alone does not say that a row is chosen. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_bind_property_full (list_item, "selected", mark, "opacity", G_BINDING_SYNC_CREATE,
                               to_opacity, NULL, NULL, NULL);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *words = describe (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
changed_cb (YcBatchChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
edge_reached_cb (YcBatchChooser *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM)
    g_signal_emit (self, signals[SIGNAL_EDGE_REACHED], 0);
}

static gboolean
yc_batch_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (YC_BATCH_CHOOSER (widget)->list), GTK_DIR_TAB_FORWARD);
}

static void
yc_batch_chooser_dispose (GObject *object)
{
  YcBatchChooser *self = YC_BATCH_CHOOSER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  yc_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (yc_batch_chooser_parent_class)->dispose (object);
}

static void
yc_batch_chooser_class_init (YcBatchChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_batch_chooser_dispose;
  widget_class->grab_focus = yc_batch_chooser_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EDGE_REACHED] = g_signal_new ("edge-reached", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               0);
}

static void
yc_batch_chooser_init (YcBatchChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_enable_rubberband (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Certificates to print"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (scrolled, "frame");
  g_signal_connect_swapped (scrolled, "edge-reached", G_CALLBACK (edge_reached_cb), self);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

/* What was never printed is what a clerk prints at one go. */
static void
choose_new (YcBatchChooser *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n_chosen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model) && n_chosen < YC_PRINT_BATCH_MOST; i++)
    {
      g_autoptr (YcIssuedCertificate) certificate = g_list_model_get_item (model, i);

      if (yc_issued_certificate_get_n_prints (certificate) > 0)
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
      n_chosen++;
    }
}

GtkWidget *
yc_batch_chooser_new (GListModel *certificates)
{
  YcBatchChooser *self = g_object_new (YC_TYPE_BATCH_CHOOSER, NULL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_in_force, NULL, NULL));

  g_return_val_if_fail (G_IS_LIST_MODEL (certificates), NULL);

  self->selection = gtk_multi_selection_new (
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (certificates), filter)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  choose_new (self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

GListModel *
yc_batch_chooser_get_chosen (YcBatchChooser *self)
{
  GListStore *chosen;

  g_return_val_if_fail (YC_IS_BATCH_CHOOSER (self), NULL);

  chosen = g_list_store_new (YC_TYPE_ISSUED_CERTIFICATE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (YcIssuedCertificate) certificate =
        g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_list_store_append (chosen, certificate);
    }
  return G_LIST_MODEL (chosen);
}

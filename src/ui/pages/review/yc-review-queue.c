/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for the reviewer's decision, oldest first. */
#include "yc-review-queue.h"

#include "yc-load-view.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcReviewQueue
{
  GtkWidget parent_instance;

  GtkLabel *heading;
  YcLoadView *load_view;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  YcCaseList *cases;
  YcCase *chosen;
};

G_DEFINE_FINAL_TYPE (YcReviewQueue, yc_review_queue, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
state_changed_cb (YcReviewQueue *self)
{
  guint n_cases = g_list_model_get_n_items (G_LIST_MODEL (self->cases));
  g_autofree char *heading = g_strdup_printf (_ ("Waiting: %u%s"), n_cases,
                                              yc_case_list_get_has_more (self->cases) ? "+" : "");

  gtk_label_set_text (self->heading, heading);
  yc_load_view_set_state (self->load_view, yc_case_list_get_load_state (self->cases),
                          yc_case_list_get_error (self->cases), n_cases == 0);
}

/* The list may announce the same case again when others come and go: only news is passed on. */
static void
selected_cb (YcReviewQueue *self)
{
  YcCase *a_case = gtk_single_selection_get_selected_item (self->selection);

  if (a_case == self->chosen)
    return;
  g_set_object (&self->chosen, a_case);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, a_case);
}

static GtkWidget *
append_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  append_label (row, NULL);
  append_label (row, "dim-label");
  gtk_widget_add_css_class (row, "case-row");
  gtk_list_item_set_child (list_item, row);
}

static char *
describe_tries (YcCase *a_case)
{
  guint n_tries = yc_case_get_n_tries (a_case);

  return n_tries > 1 ? g_strdup_printf (_ ("try %u"), n_tries) : NULL;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  YcCase *a_case = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *first = gtk_widget_get_first_child (row);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  g_autofree char *since = yc_words_since (yc_case_get_updated_at (a_case));
  g_autofree char *tries = describe_tries (a_case);
  g_autofree char *below = yc_words_join (yc_case_get_applicant_name (a_case), since, tries, NULL);
  g_autofree char *label = yc_words_join (yc_case_get_item_title (a_case), below, NULL);

  gtk_label_set_text (GTK_LABEL (first), yc_case_get_item_title (a_case));
  gtk_label_set_text (GTK_LABEL (second), below);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
create_list (YcReviewQueue *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  self->list_view = GTK_LIST_VIEW (
    gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cases waiting for review"),
                                  -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list_view));
  return scrolled;
}

static void
forget_cases (YcReviewQueue *self)
{
  if (self->cases != NULL)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
}

static void
yc_review_queue_dispose (GObject *object)
{
  YcReviewQueue *self = YC_REVIEW_QUEUE (object);
  GtkWidget *child;

  forget_cases (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->chosen);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yc_review_queue_parent_class)->dispose (object);
}

static void
yc_review_queue_class_init (YcReviewQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_review_queue_dispose;
  gtk_widget_class_set_css_name (widget_class, "reviewqueue");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, YC_TYPE_CASE);
}

static void
retry_cb (YcReviewQueue *self)
{
  yc_review_queue_refresh (self);
}

static void
yc_review_queue_init (YcReviewQueue *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "panel-heading");
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  self->load_view = YC_LOAD_VIEW (yc_load_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->load_view), TRUE);
  yc_load_view_set_empty (self->load_view, "yc-mark-done-symbolic", _ ("Nothing is waiting"),
                          _ ("New cases appear here by themselves."));
  yc_load_view_set_child (self->load_view, create_list (self));
  g_signal_connect_swapped (self->load_view, "retry", G_CALLBACK (retry_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->load_view), GTK_WIDGET (self));
}

/**
 * yc_review_queue_new:
 *
 * Returns: an empty queue
 */
GtkWidget *
yc_review_queue_new (void)
{
  return g_object_new (YC_TYPE_REVIEW_QUEUE, NULL);
}

/**
 * yc_review_queue_set_desk:
 * @self: the queue
 * @desk: the desk whose user reviews
 *
 * Begins to load the queue and keeps it live.
 */
void
yc_review_queue_set_desk (YcReviewQueue *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_REVIEW_QUEUE (self));

  forget_cases (self);
  self->cases = yc_desk_create_case_list (desk, YC_CASE_VIEW_REVIEW, NULL);
  g_signal_connect_swapped (self->cases, "notify", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (self->cases, "items-changed", G_CALLBACK (state_changed_cb), self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->cases));
  state_changed_cb (self);
}

void
yc_review_queue_refresh (YcReviewQueue *self)
{
  g_return_if_fail (YC_IS_REVIEW_QUEUE (self));

  if (self->cases != NULL)
    yc_case_list_refresh (self->cases);
}

void
yc_review_queue_step (YcReviewQueue *self, int step)
{
  guint n_cases, selected;

  g_return_if_fail (YC_IS_REVIEW_QUEUE (self));

  n_cases = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  selected = gtk_single_selection_get_selected (self->selection);
  if (n_cases == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (step > 0 && selected + 1 < n_cases)
    gtk_single_selection_set_selected (self->selection, selected + 1);
  if (step > 0 && selected + 2 >= n_cases)
    yc_case_list_load_more (self->cases);
  if (step < 0 && selected > 0)
    gtk_single_selection_set_selected (self->selection, selected - 1);
}

void
yc_review_queue_focus (YcReviewQueue *self)
{
  g_return_if_fail (YC_IS_REVIEW_QUEUE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans: found by number or ID number, and those being handed over. */
#include "yc-plans-view.h"

#include "yc-desk-plans.h"
#include "yc-error-words.h"
#include "yc-plan-answer-sheet.h"
#include "yc-plan-row.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 420

struct _YcPlansView
{
  GtkWidget parent_instance;

  YcDesk          *desk;
  YcHandOverWatch *watch;
  GtkWidget       *number;
  GtkWidget       *id_number;
  GtkLabel        *words;
  GtkListBox      *list;
  /* What was found; NULL while those being handed over are shown. */
  GListModel      *found;
  /* What became of an answer stays to be read while the list follows. */
  gboolean         told;
  GCancellable    *cancellable;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPlansView, yc_plans_view, GTK_TYPE_WIDGET)

static void
say (YcPlansView *self, const char *words)
{
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
}

static void
say_error (YcPlansView *self, const GError *error)
{
  g_autofree char *words = yc_error_words_line (error);

  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE))
    say (self, _ ("The line is down; saved plans are at the service. Look again when it is back. "
                  "Visits that are open here go on."));
  else
    say (self, words);
}

/* (nullable): what stands in an entry */
static char *
dup_typed (GtkWidget *entry)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  return *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPlansView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (yc_desk_answer_plan_finish (YC_DESK (source), result, &error))
    say (self, _ ("Done."));
  else if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING))
    say (self, _ ("Your answer is kept here and goes as soon as the line is back. Until then whoever "
                  "had the plan stays responsible."));
  else
    say_error (self, error);
  self->told = TRUE;
  yc_hand_over_watch_refresh (self->watch);
}

static void
give_answer (GtkWidget   *widget,
             YcSavedPlan *plan,
             const char  *answer,
             const char  *by,
             const char  *note)
{
  YcPlansView *self = YC_PLANS_VIEW (widget);

  yc_hand_over_watch_expect (self->watch, yc_saved_plan_get_id (plan), answer);
  yc_desk_answer_plan_async (self->desk, plan, answer, by, note, self->cancellable, answered_cb,
                             g_object_ref (self));
}

static void
row_answered_cb (YcPlanRow *row, const char *answer, YcPlansView *self)
{
  yc_plan_answer_sheet_ask (GTK_WIDGET (self), yc_plan_row_get_plan (row), answer, give_answer);
}

/* (transfer full): the id of the plan whose row has the focus, "" for none */
static char *
clear_rows (YcPlansView *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  char *id = g_strdup (
      focused != NULL ? yc_saved_plan_get_id (yc_plan_row_get_plan (YC_PLAN_ROW (focused))) : "");
  GtkWidget *row;

  /* Nothing else is to get it in between. */
  if (focused != NULL)
    gtk_widget_grab_focus (self->number);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  return id;
}

static void
add_rows (YcPlansView *self,
          GListModel  *plans,
          gboolean     incoming,
          gboolean     outgoing,
          const char  *focused)
{
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (plans, i);
      GtkWidget *row = yc_plan_row_new (plan, incoming, outgoing,
                                        yc_desk_find_kept_answer (self->desk, plan));

      g_signal_connect (row, "answered", G_CALLBACK (row_answered_cb), self);
      gtk_list_box_append (self->list, row);
      if (g_str_equal (yc_saved_plan_get_id (plan), focused))
        gtk_widget_grab_focus (row);
    }
}

static void
show_hand_overs (YcPlansView *self)
{
  YcLiveList *incoming = yc_hand_over_watch_get_incoming (self->watch);
  GListModel *outgoing = G_LIST_MODEL (yc_hand_over_watch_get_outgoing (self->watch));
  const GError *error = yc_live_list_get_error (incoming);
  g_autofree char *focused = NULL;

  if (self->found != NULL)
    return;
  focused = clear_rows (self);
  add_rows (self, G_LIST_MODEL (incoming), TRUE, FALSE, focused);
  add_rows (self, outgoing, FALSE, TRUE, focused);
  if (self->told)
    return;
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE) &&
      yc_live_list_get_load_state (incoming) == YC_LOAD_STALE)
    say (self, _ ("The line is down: this is what was known last. What you answer is kept here and "
                  "goes as soon as the line is back."));
  else if (error != NULL)
    say_error (self, error);
  else if (g_list_model_get_n_items (G_LIST_MODEL (incoming)) > 0)
    say (self, _ ("Waiting to be accepted here, then what was handed over from here:"));
  else if (g_list_model_get_n_items (outgoing) > 0)
    say (self, _ ("Nothing waits to be accepted here. Handed over from here:"));
  else
    say (self, _ ("Nothing waits to be accepted. Type a plan's number or an ID number."));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPlansView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = yc_desk_find_plans_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      say_error (self, error);
      return;
    }
  g_set_object (&self->found, found);
  g_free (clear_rows (self));
  add_rows (self, found, FALSE, FALSE, "");
  if (g_list_model_get_n_items (found) == 0)
    say (self, _ ("No plan was found. A plan of another counter is found by number and ID number "
                  "together."));
  else
    {
      say (self, _ ("Enter opens a plan with all answers."));
      gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
    }
}

static void
find_cb (YcPlansView *self)
{
  g_autofree char *number = dup_typed (self->number);
  g_autofree char *id_number = dup_typed (self->id_number);

  self->told = FALSE;
  if (number == NULL && id_number == NULL)
    {
      g_clear_object (&self->found);
      show_hand_overs (self);
      return;
    }
  say (self, _ ("Looking…"));
  yc_desk_find_plans_async (self->desk, number, id_number, self->cancellable, found_cb,
                            g_object_ref (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPlansView) self = user_data;
  g_autoptr (GError) error = NULL;
  YcVisit *visit = yc_desk_open_plan_finish (YC_DESK (source), result, &error);

  if (visit != NULL)
    g_signal_emit (self, signals[OPENED], 0, visit);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (self, error);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, YcPlansView *self)
{
  g_autofree char *id_number = dup_typed (self->id_number);

  yc_desk_open_plan_async (self->desk, yc_plan_row_get_plan (YC_PLAN_ROW (row)), id_number,
                           self->cancellable, opened_cb, g_object_ref (self));
}

static gboolean
yc_plans_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_PLANS_VIEW (widget)->number);
}

static void
yc_plans_view_dispose (GObject *object)
{
  YcPlansView *self = YC_PLANS_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->found);
  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yc_plans_view_parent_class)->dispose (object);
}

static void
yc_plans_view_finalize (GObject *object)
{
  g_object_unref (YC_PLANS_VIEW (object)->cancellable);

  G_OBJECT_CLASS (yc_plans_view_parent_class)->finalize (object);
}

static void
yc_plans_view_class_init (YcPlansViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_plans_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_plans_view_finalize;
  widget_class->grab_focus = yc_plans_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[OPENED] = g_signal_new ("opened", YC_TYPE_PLANS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, YC_TYPE_VISIT);
}

static GtkWidget *
add_entry (YcPlansView *self, GtkWidget *box, const char *title)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), entry);
  gtk_box_append (GTK_BOX (box), column);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (find_cb), self);

  return entry;
}

static void
yc_plans_view_init (YcPlansView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Find"));

  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, HEIGHT);
  self->number = add_entry (self, fields, _ ("Plan number, typed or scanned"));
  self->id_number = add_entry (self, fields, _ ("ID number"));
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (find_cb), self);
  gtk_box_append (GTK_BOX (fields), button);
  gtk_widget_set_parent (fields, GTK_WIDGET (self));

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rich-list");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

GtkWidget *
yc_plans_view_new (YcDesk *desk, YcHandOverWatch *watch)
{
  YcPlansView *self = g_object_new (YC_TYPE_PLANS_VIEW, NULL);

  self->desk = g_object_ref (desk);
  self->watch = g_object_ref (watch);
  g_signal_connect_swapped (watch, "changed", G_CALLBACK (show_hand_overs), self);
  show_hand_overs (self);
  yc_hand_over_watch_refresh (watch);

  return GTK_WIDGET (self);
}

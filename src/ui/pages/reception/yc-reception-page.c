/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reception: every open visit, one of them on screen. */
#include "yc-reception-page.h"

#include "yc-dialogs.h"
#include "yc-desk-plans.h"
#include "yc-error-words.h"
#include "yc-hand-over-view.h"
#include "yc-hand-over-watch.h"
#include "yc-plan-conflict-sheet.h"
#include "yc-plans-view.h"
#include "yc-report-sheet.h"
#include "yc-sheet.h"
#include "yc-visit-view.h"

#include <glib/gi18n-lib.h>

struct _YcReceptionPage
{
  YcPage parent_instance;

  GtkLabel  *not_saved;
  GtkStack  *stack;
  YcVisit   *visit;

  YcHandOverWatch *hand_overs;
};

G_DEFINE_FINAL_TYPE (YcReceptionPage, yc_reception_page, YC_TYPE_PAGE)

enum
{
  PROP_VISIT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static YcVisits *
get_visits (YcReceptionPage *self)
{
  return yc_desk_get_visits (yc_page_get_desk (YC_PAGE (self)));
}

static YcVisitView *
find_view (YcReceptionPage *self, YcVisit *visit)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->stack, yc_visit_get_id (visit));

  return view != NULL ? YC_VISIT_VIEW (view) : NULL;
}

/* A visit's widgets are made when it is looked at first: many may wait after a restart. */
static YcVisitView *
get_view (YcReceptionPage *self, YcVisit *visit)
{
  YcVisitView *view = find_view (self, visit);

  if (view == NULL)
    {
      view = YC_VISIT_VIEW (yc_visit_view_new (yc_page_get_desk (YC_PAGE (self)), visit));
      gtk_stack_add_named (self->stack, GTK_WIDGET (view), yc_visit_get_id (visit));
    }

  return view;
}

static gboolean
has_visit (YcReceptionPage *self, YcVisit *visit)
{
  GListModel *visits = yc_reception_page_get_visits (self);

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (YcVisit) other = g_list_model_get_item (visits, i);

      if (other == visit)
        return TRUE;
    }

  return FALSE;
}

static void
show_first (YcReceptionPage *self)
{
  GListModel *visits = yc_reception_page_get_visits (self);
  guint n = g_list_model_get_n_items (visits);
  g_autoptr (YcVisit) last = n > 0 ? g_list_model_get_item (visits, n - 1) : NULL;

  yc_reception_page_set_visit (self, last);
}

static void
remove_closed_views (YcReceptionPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (YC_IS_VISIT_VIEW (child) &&
          !has_visit (self, yc_visit_view_get_visit (YC_VISIT_VIEW (child))))
        gtk_stack_remove (self->stack, child);
      child = next;
    }
}

static void
visits_changed_cb (YcReceptionPage *self)
{
  if (self->visit == NULL || !has_visit (self, self->visit))
    show_first (self);
  remove_closed_views (self);
}

/* What was typed is not on the disk: said until it is. */
static void
show_save_error (YcReceptionPage *self)
{
  const GError *error = yc_visits_get_error (get_visits (self));
  g_autofree char *words = error != NULL ? yc_error_words_line (error) : NULL;

  gtk_label_set_text (self->not_saved, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->not_saved), words != NULL);
}

/* The counter is never without a visit to type into when work begins. */
static void
restored_cb (YcReceptionPage *self)
{
  YcVisits *visits = get_visits (self);

  if (yc_visits_get_restored (visits) && g_list_model_get_n_items (G_LIST_MODEL (visits)) == 0)
    yc_reception_page_add_visit (self);
}

static void
visit_notify_cb (YcVisit *visit, GParamSpec *pspec, YcReceptionPage *self)
{
  if (visit == self->visit && yc_visit_get_attention (visit) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    yc_visit_set_attention (visit, FALSE);
}

static void
end_visit (YcReceptionPage *self, YcVisit *visit)
{
  yc_report_sheet_forget_visit (yc_page_get_desk (YC_PAGE (self)), yc_visit_get_id (visit));
  yc_visits_close (get_visits (self), visit);
}

static void
close_answer_cb (GtkWidget *over, gpointer user_data)
{
  end_visit (YC_RECEPTION_PAGE (over), user_data);
}

static void
add_cb (YcReceptionPage *self)
{
  yc_reception_page_add_visit (self);
}

static void
yc_reception_page_shown (YcPage *page)
{
  YcReceptionPage *self = YC_RECEPTION_PAGE (page);

  if (self->visit != NULL)
    {
      yc_visit_set_attention (self->visit, FALSE);
      yc_visit_view_begin (get_view (self, self->visit));
    }
  else
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
}

static void
plan_opened_cb (YcPlansView *view, YcVisit *visit, YcReceptionPage *self)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (view), YC_TYPE_SHEET);

  /* What lies under a sheet takes no focus. */
  if (sheet != NULL)
    yc_sheet_close (YC_SHEET (sheet));
  yc_reception_page_set_visit (self, visit);
  yc_page_shown (YC_PAGE (self));
}

static void
find_plan (YcReceptionPage *self)
{
  GtkWidget *view = yc_plans_view_new (yc_page_get_desk (YC_PAGE (self)), self->hand_overs);

  g_signal_connect_object (view, "opened", G_CALLBACK (plan_opened_cb), self, 0);
  yc_sheet_present (yc_sheet_new (_ ("Saved plans"), view), GTK_WIDGET (self));
  gtk_widget_grab_focus (view);
}

static void
handed_over_cb (GtkWidget *view)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (view, YC_TYPE_SHEET);

  if (sheet != NULL)
    yc_sheet_close (YC_SHEET (sheet));
}

static void
hand_over_plan (YcReceptionPage *self)
{
  GtkWidget *view = yc_hand_over_view_new (yc_page_get_desk (YC_PAGE (self)), self->visit);

  g_signal_connect (view, "done", G_CALLBACK (handed_over_cb), NULL);
  yc_sheet_present (yc_sheet_new (_ ("Hand the plan over"), view), GTK_WIDGET (self));
  gtk_widget_grab_focus (view);
}

/* What somebody else changed meanwhile is shown before anything takes its place. */
static void
save_plan (YcReceptionPage *self)
{
  YcDesk *desk = yc_page_get_desk (YC_PAGE (self));
  YcCommand *refused = yc_plan_conflict_find (desk, yc_visit_get_saved_plan (self->visit));

  if (refused != NULL)
    yc_plan_conflict_sheet_present (GTK_WIDGET (self), desk, refused);
  else
    yc_desk_save_plan (desk, self->visit);
}

/* What is done with the plan as a whole. Returns whether it was meant. */
static gboolean
command_plan (YcReceptionPage *self, YcPageCommand command)
{
  gboolean planned = self->visit != NULL && !yc_plan_is_empty (yc_visit_get_plan (self->visit));

  if (command == YC_PAGE_COMMAND_FIND_PLAN)
    find_plan (self);
  else if (command == YC_PAGE_COMMAND_SAVE_PLAN && planned)
    save_plan (self);
  else if (command == YC_PAGE_COMMAND_HAND_OVER && planned)
    hand_over_plan (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
yc_reception_page_command (YcPage *page, YcPageCommand command)
{
  YcReceptionPage *self = YC_RECEPTION_PAGE (page);

  if (command_plan (self, command))
    return TRUE;
  return self->visit != NULL && yc_visit_view_command (get_view (self, self->visit), command);
}

/* What is handed to this counter is told wherever the clerk works. */
static void
hand_overs_changed_cb (YcReceptionPage *self)
{
  yc_page_set_badge (YC_PAGE (self), yc_hand_over_watch_count (self->hand_overs));
}

static void
news_cb (YcReceptionPage *self, const char *words)
{
  yc_dialogs_news (GTK_WIDGET (self), words);
}

static void
follow_hand_overs (YcReceptionPage *self)
{
  self->hand_overs = yc_hand_over_watch_new (yc_page_get_desk (YC_PAGE (self)));
  g_signal_connect_object (self->hand_overs, "changed", G_CALLBACK (hand_overs_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand_overs, "news", G_CALLBACK (news_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
yc_reception_page_constructed (GObject *object)
{
  YcReceptionPage *self = YC_RECEPTION_PAGE (object);

  G_OBJECT_CLASS (yc_reception_page_parent_class)->constructed (object);

  g_signal_connect_swapped (get_visits (self), "items-changed",
                            G_CALLBACK (visits_changed_cb), self);
  g_signal_connect_swapped (get_visits (self), "notify::restored",
                            G_CALLBACK (restored_cb), self);
  g_signal_connect_swapped (get_visits (self), "notify::error",
                            G_CALLBACK (show_save_error), self);
  follow_hand_overs (self);
  show_first (self);
  restored_cb (self);
  show_save_error (self);
}

static void
yc_reception_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YcReceptionPage *self = YC_RECEPTION_PAGE (object);

  if (id == PROP_VISIT)
    g_value_set_object (value, self->visit);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yc_reception_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YcReceptionPage *self = YC_RECEPTION_PAGE (object);

  if (id == PROP_VISIT)
    yc_reception_page_set_visit (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yc_reception_page_dispose (GObject *object)
{
  YcReceptionPage *self = YC_RECEPTION_PAGE (object);

  if (yc_page_get_desk (YC_PAGE (self)) != NULL)
    g_signal_handlers_disconnect_by_data (get_visits (self), self);
  if (self->visit != NULL)
    g_signal_handlers_disconnect_by_data (self->visit, self);
  g_clear_object (&self->visit);
  g_clear_object (&self->hand_overs);

  G_OBJECT_CLASS (yc_reception_page_parent_class)->dispose (object);
}

static void
yc_reception_page_class_init (YcReceptionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->constructed = yc_reception_page_constructed;
  object_class->get_property = yc_reception_page_get_property;
  object_class->set_property = yc_reception_page_set_property;
  object_class->dispose = yc_reception_page_dispose;
  page_class->shown = yc_reception_page_shown;
  page_class->command = yc_reception_page_command;

  properties[PROP_VISIT] =
      g_param_spec_object ("visit", NULL, NULL, YC_TYPE_VISIT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-reception-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YcReceptionPage, not_saved);
  gtk_widget_class_bind_template_child (widget_class, YcReceptionPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
yc_reception_page_init (YcReceptionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_reception_page_get_visits:
 * @self: the page
 *
 * Returns: (transfer none): the open visits
 */
GListModel *
yc_reception_page_get_visits (YcReceptionPage *self)
{
  g_return_val_if_fail (YC_IS_RECEPTION_PAGE (self), NULL);

  return G_LIST_MODEL (get_visits (self));
}

/**
 * yc_reception_page_get_visit:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the visit on screen
 */
YcVisit *
yc_reception_page_get_visit (YcReceptionPage *self)
{
  g_return_val_if_fail (YC_IS_RECEPTION_PAGE (self), NULL);

  return self->visit;
}

/**
 * yc_reception_page_set_visit:
 * @self: the page
 * @visit: (nullable): an open visit
 *
 * Brings a visit on screen, where it was left.
 */
void
yc_reception_page_set_visit (YcReceptionPage *self, YcVisit *visit)
{
  g_return_if_fail (YC_IS_RECEPTION_PAGE (self));
  g_return_if_fail (visit == NULL || YC_IS_VISIT (visit));

  if (self->visit == visit)
    return;

  if (self->visit != NULL)
    g_signal_handlers_disconnect_by_data (self->visit, self);
  g_set_object (&self->visit, visit);
  if (visit == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else
    {
      g_signal_connect_object (visit, "notify::attention", G_CALLBACK (visit_notify_cb), self, 0);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (get_view (self, visit)));
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    yc_reception_page_shown (YC_PAGE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIT]);
}

/**
 * yc_reception_page_add_visit:
 * @self: the page
 *
 * Begins a new visit. One that is still untouched is taken instead of a second empty one.
 */
void
yc_reception_page_add_visit (YcReceptionPage *self)
{
  GListModel *visits;
  guint n;
  YcVisit *added;

  g_return_if_fail (YC_IS_RECEPTION_PAGE (self));

  visits = yc_reception_page_get_visits (self);
  n = g_list_model_get_n_items (visits);
  if (n > 0)
    {
      g_autoptr (YcVisit) last = g_list_model_get_item (visits, n - 1);

      if (*yc_visit_get_title (last) == '\0' && *yc_visit_get_need (last) == '\0' &&
          yc_plan_is_empty (yc_visit_get_plan (last)) &&
          yc_citizen_get_empty (yc_visit_get_citizen (last)))
        {
          yc_reception_page_set_visit (self, last);
          return;
        }
    }

  added = yc_visits_add (get_visits (self));
  if (added != NULL)
    yc_reception_page_set_visit (self, added);
}

/**
 * yc_reception_page_close_visit:
 * @self: the page
 * @visit: (nullable): an open visit
 *
 * Closes a visit; asks first when something in it was begun and not sent.
 */
void
yc_reception_page_close_visit (YcReceptionPage *self, YcVisit *visit)
{
  g_return_if_fail (YC_IS_RECEPTION_PAGE (self));

  if (visit == NULL)
    return;

  if (yc_visit_get_unsent (visit))
    yc_dialogs_confirm (GTK_WIDGET (self), _ ("Close this visit?"),
                        _ ("A case in it was begun and not sent. What was typed is deleted."),
                        _ ("_Close and delete"), TRUE, close_answer_cb, g_object_ref (visit),
                        g_object_unref);
  else
    end_visit (self, visit);
}

/**
 * yc_reception_page_move:
 * @self: the page
 * @step: 1 for the next visit, -1 for the one before; round in a circle
 */
void
yc_reception_page_move (YcReceptionPage *self, int step)
{
  GListModel *visits;
  int n;

  g_return_if_fail (YC_IS_RECEPTION_PAGE (self));

  visits = yc_reception_page_get_visits (self);
  n = (int) g_list_model_get_n_items (visits);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (YcVisit) visit = g_list_model_get_item (visits, i);
      g_autoptr (YcVisit) other = g_list_model_get_item (visits, (i + step + n) % n);

      if (visit != self->visit)
        continue;
      yc_reception_page_set_visit (self, other);
      return;
    }
}

/**
 * yc_reception_page_take_hit:
 * @self: the page
 * @hit: something found by searching
 *
 * Puts what was found into the visit on screen, or into a new one.
 */
void
yc_reception_page_take_hit (YcReceptionPage *self, YcHit *hit)
{
  g_return_if_fail (YC_IS_RECEPTION_PAGE (self));
  g_return_if_fail (YC_IS_HIT (hit));

  if (self->visit == NULL)
    yc_reception_page_add_visit (self);
  if (self->visit != NULL)
    yc_visit_view_take_hit (get_view (self, self->visit), hit);
}

/**
 * yc_reception_page_open_case:
 * @self: the page
 * @a_case: a case that was loaded whole
 * @error: return location
 *
 * Opens a case as a visit, at its result or, when it was returned, at what is to be mended.
 *
 * Returns: %FALSE when the case's item is no longer published or its form is broken
 */
gboolean
yc_reception_page_open_case (YcReceptionPage *self, YcCase *a_case, GError **error)
{
  YcVisit *visit;

  g_return_val_if_fail (YC_IS_RECEPTION_PAGE (self), FALSE);
  g_return_val_if_fail (YC_IS_CASE (a_case), FALSE);

  visit = yc_visits_open_case (get_visits (self), a_case, error);
  if (visit == NULL)
    return FALSE;

  yc_reception_page_set_visit (self, visit);
  yc_visit_view_show_case (get_view (self, visit), yc_case_get_id (a_case));

  return TRUE;
}

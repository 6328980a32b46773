/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer's place: queue, the case, the decision, side by side. */
#include "yc-review-page.h"

#include "yc-case-contents.h"
#include "yc-case-mending.h"
#include "yc-certificate-look.h"
#include "yc-certificate-paper.h"
#include "yc-columns.h"
#include "yc-decision-panel.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-json.h"
#include "yc-key-hints.h"
#include "yc-load-view.h"
#include "yc-notice-print.h"
#include "yc-review-sheet.h"
#include "yc-side-list.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcReviewPage
{
  YcPage parent_instance;

  YcLiveList *cases;
  YcSideList *queue;
  YcLoadView *load_view;
  YcReviewSheet *sheet;
  YcDecisionPanel *decision;
  YcCase *chosen;
  YcCase *decided;              /* last; its applicant may be handed a notice */
  GCancellable *cancellable;
  YcCaseAction wanted;          /* begun with a key before the case was there; 0 for none */
  gboolean moved_on;            /* by itself, to a case that is not on screen yet */
  guint n_known;                /* of what the chosen case needs, as the catalog was then */
  gboolean show_person;
};

G_DEFINE_FINAL_TYPE (YcReviewPage, yc_review_page, YC_TYPE_PAGE)

static YcDesk *
get_desk (YcReviewPage *self)
{
  return yc_page_get_desk (YC_PAGE (self));
}

/* How much of what a case needs the catalog has: its item, its form, each reason for a return. */
static guint
count_known (YcReviewPage *self, YcCase *a_case)
{
  YcCatalog *catalog = yc_desk_get_catalog (get_desk (self));
  YcItem *item = yc_catalog_get_item (catalog, yc_case_get_item_code (a_case));
  const char *form_id = item != NULL ? yc_item_get_form_id (item) : NULL;
  const char *const *codes = item != NULL ? yc_item_get_reason_codes (item) : NULL;
  guint n_known = item != NULL ? 1 : 0;

  n_known += form_id != NULL && yc_catalog_get_form (catalog, form_id) != NULL ? 1 : 0;
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    n_known += yc_catalog_get_reason (catalog, codes[i]) != NULL ? 1 : 0;
  return n_known;
}

static void
show_case (YcReviewPage *self, YcCase *a_case)
{
  YcCatalog *catalog = yc_desk_get_catalog (get_desk (self));
  g_autoptr (YcForm) form =
    yc_case_mending_create_form (catalog, a_case, yc_case_contents_get_form (a_case));
  g_autoptr (YcForm) earlier =
    yc_case_mending_create_form (catalog, a_case, yc_case_contents_get_earlier_form (a_case));

  self->n_known = count_known (self, a_case);
  self->show_person = FALSE;
  yc_review_sheet_show_person (self->sheet, FALSE);
  yc_review_sheet_set_case (self->sheet, get_desk (self), a_case, form, earlier);
  yc_decision_panel_set_case (self->decision, get_desk (self), a_case, form);
  yc_load_view_set_state (self->load_view, YC_LOAD_READY, NULL, FALSE);
  self->moved_on = FALSE;
  if (self->wanted != 0)
    yc_decision_panel_begin (self->decision, self->wanted);
  self->wanted = 0;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcReviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (a_case != NULL)
    {
      show_case (self, a_case);
      return;
    }
  self->wanted = 0;
  self->moved_on = FALSE;
  yc_load_view_set_state (self->load_view, YC_LOAD_FAILED, error, TRUE);
}

static void
load (YcReviewPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  yc_decision_panel_set_case (self->decision, get_desk (self), NULL, NULL);
  if (self->chosen == NULL)
    {
      self->wanted = 0;
      self->moved_on = FALSE;
      yc_load_view_set_state (self->load_view, YC_LOAD_READY, NULL, TRUE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  yc_load_view_set_state (self->load_view, YC_LOAD_LOADING, NULL, TRUE);
  yc_desk_load_case_async (get_desk (self), yc_case_get_id (self->chosen), self->cancellable,
                           loaded_cb, g_object_ref (self));
}

/* At the very first start a case can be here before the catalog that says what is in it, which comes
 * in several pages. */
static void
catalog_cb (YcReviewPage *self)
{
  if (self->chosen == NULL || self->cancellable != NULL ||
      yc_decision_panel_get_sending (self->decision) ||
      count_known (self, self->chosen) <= self->n_known)
    return;
  self->wanted = yc_decision_panel_get_action (self->decision);
  if (yc_case_is_whole (self->chosen))
    show_case (self, self->chosen);
  else
    load (self);
}

/* Where the focus was goes with the case; without one, keys would come to nobody. */
static void
keep_focus (YcReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->decision))))
    yc_side_list_focus (self->queue);
}

/* The case that is being decided on may leave the queue before the answer is there. */
static void
chosen_cb (YcReviewPage *self, YcCase *a_case)
{
  self->moved_on |= yc_decision_panel_get_sending (self->decision);
  if (!self->moved_on)
    self->wanted = 0;
  g_set_object (&self->chosen, a_case);
  keep_focus (self);
  load (self);
}

/* On to the next case at once: what is pressed from now on is for that one, and nothing more can be
 * decided on this. */
static void
move_on (YcReviewPage *self)
{
  self->moved_on = TRUE;
  yc_side_list_focus (self->queue);
  yc_side_list_step (self->queue, 1);
}

static gboolean
is_chosen (YcReviewPage *self, YcCase *a_case)
{
  return self->chosen != NULL &&
         g_strcmp0 (yc_case_get_id (self->chosen), yc_case_get_id (a_case)) == 0;
}

/* What keeps the applicant from getting what they came for is given to them in writing. */
static gboolean
calls_for_notice (YcCase *a_case)
{
  return yc_case_get_state (a_case) == YC_CASE_STATE_REFUSED ||
         yc_case_get_state (a_case) == YC_CASE_STATE_RETURNED;
}

static void
decided_cb (YcReviewPage *self, YcCase *a_case)
{
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), yc_case_get_number (a_case),
                                            yc_case_state_get_title (yc_case_get_state (a_case)));
  /* Translators: a case's number and state come before */
  g_autofree char *longer = g_strdup_printf (_ ("%s. Ctrl+P prints the notice."), words);

  g_set_object (&self->decided, a_case);
  yc_dialogs_toast (GTK_WIDGET (self), calls_for_notice (a_case) ? longer : words);
  if (is_chosen (self, a_case))
    move_on (self);
}

/* Where the case is still on screen, the panel says it. */
static void
failed_cb (YcReviewPage *self, YcCase *a_case, const GError *error)
{
  g_autofree char *line = yc_error_words_line (error);
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), yc_case_get_number (a_case), line);

  self->wanted = 0;
  if (!is_chosen (self, a_case))
    yc_dialogs_toast (GTK_WIDGET (self), words);
}

/* With the next case on its way, a key is kept for it; it opens the question and decides nothing. */
static void
begin (YcReviewPage *self, YcCaseAction action)
{
  if (yc_decision_panel_get_ready (self->decision))
    yc_decision_panel_begin (self->decision, action);
  else if (self->cancellable != NULL || yc_decision_panel_get_sending (self->decision) ||
           self->moved_on)
    self->wanted = action;
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
look (YcReviewPage *self)
{
  g_autoptr (JsonNode) request = NULL;

  if (self->chosen == NULL || !yc_decision_panel_get_ready (self->decision))
    return FALSE;
  request = yc_certificate_paper_write_case (get_desk (self), self->chosen);

  return yc_certificate_look_present (GTK_WIDGET (self), get_desk (self), request, NULL);
}

/* Letters decide only where nothing is typed; what is typed never comes up to the page. */
static gboolean
key_cb (YcReviewPage *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0 ||
      GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_a:
      begin (self, YC_CASE_ACTION_APPROVE);
      return TRUE;
    case GDK_KEY_r:
      begin (self, YC_CASE_ACTION_RETURN);
      return TRUE;
    case GDK_KEY_n:
      begin (self, YC_CASE_ACTION_REFUSE);
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkWidget *
create_sheet (YcReviewPage *self)
{
  self->sheet = YC_REVIEW_SHEET (yc_review_sheet_new ());
  self->load_view = YC_LOAD_VIEW (yc_load_view_new ());
  yc_load_view_set_child (self->load_view, GTK_WIDGET (self->sheet));
  yc_load_view_set_empty (self->load_view, "yc-place-review-symbolic", _ ("No case is chosen"),
                          _ ("Choose one on the left with the arrow keys."));
  g_signal_connect_swapped (self->load_view, "retry", G_CALLBACK (load), self);
  return GTK_WIDGET (self->load_view);
}

static char *
describe_cb (gpointer item, char **below)
{
  YcCase *a_case = item;
  guint n_tries = yc_case_get_n_tries (a_case);
  g_autofree char *since = yc_words_since (yc_case_get_updated_at (a_case));
  g_autofree char *tries = n_tries > 1 ? g_strdup_printf (_ ("try %u"), n_tries) : NULL;

  *below = yc_words_join (yc_case_get_applicant_name (a_case), since, tries, NULL);
  return g_strdup (yc_case_get_item_title (a_case));
}

static void
list_changed_cb (YcReviewPage *self)
{
  guint n_cases = g_list_model_get_n_items (G_LIST_MODEL (self->cases));
  g_autofree char *heading = g_strdup_printf (_ ("Waiting: %u%s"), n_cases,
                                              yc_live_list_get_has_more (self->cases) ? "+" : "");

  yc_side_list_set_heading (self->queue, heading);
  yc_side_list_set_state (self->queue, yc_live_list_get_load_state (self->cases),
                          yc_live_list_get_error (self->cases));
}

static void
refresh_cb (YcReviewPage *self)
{
  yc_live_list_refresh (self->cases);
}

static void
edge_reached_cb (YcReviewPage *self)
{
  yc_live_list_load_more (self->cases);
}

static void
create_queue (YcReviewPage *self)
{
  self->queue = YC_SIDE_LIST (yc_side_list_new (_ ("Cases waiting for review"), describe_cb));
  yc_side_list_set_empty (self->queue, "yc-mark-done-symbolic", _ ("Nothing is waiting"),
                          _ ("New cases appear here by themselves."));
  g_signal_connect_swapped (self->queue, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->queue, "retry", G_CALLBACK (refresh_cb), self);
  g_signal_connect_swapped (self->queue, "edge-reached", G_CALLBACK (edge_reached_cb), self);
}

static GtkWidget *
create_columns (YcReviewPage *self)
{
  GtkWidget *columns = yc_columns_new ();

  create_queue (self);
  self->decision = YC_DECISION_PANEL (yc_decision_panel_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->decision), "side-panel");
  g_signal_connect_swapped (self->decision, "decided", G_CALLBACK (decided_cb), self);
  g_signal_connect_swapped (self->decision, "failed", G_CALLBACK (failed_cb), self);
  yc_columns_set_start (YC_COLUMNS (columns), GTK_WIDGET (self->queue));
  yc_columns_set_work (YC_COLUMNS (columns), create_sheet (self));
  yc_columns_set_end (YC_COLUMNS (columns), GTK_WIDGET (self->decision));
  gtk_widget_set_vexpand (columns, TRUE);
  return columns;
}

static GtkWidget *
create_hints (void)
{
  GtkWidget *hints = yc_key_hints_new ();

  yc_key_hints_set (YC_KEY_HINTS (hints), "A", _ ("Approve"), "R", _ ("Return"), "N",
                    _ ("Do not grant"), "<Control>Return", _ ("Send"), "Esc", _ ("Cancel"),
                    "<Control><Shift>p", _ ("certificate"), "<Control>Down", _ ("Next case"), "F3", _ ("Show numbers in full"), NULL);
  return hints;
}

static void
yc_review_page_shown (YcPage *page)
{
  YcReviewPage *self = YC_REVIEW_PAGE (page);

  yc_live_list_refresh (self->cases);
  yc_side_list_focus (self->queue);
}

/* The page may just have gone there by itself: the key meant the same case. */
static void
go_to_next (YcReviewPage *self)
{
  if (!self->moved_on)
    yc_side_list_step (self->queue, 1);
  self->moved_on = FALSE;
}

static gboolean
yc_review_page_command (YcPage *page, YcPageCommand command)
{
  YcReviewPage *self = YC_REVIEW_PAGE (page);

  if (command == YC_PAGE_COMMAND_NEXT_ITEM)
    go_to_next (self);
  else if (command == YC_PAGE_COMMAND_PREVIOUS_ITEM)
    yc_side_list_step (self->queue, -1);
  else if (command == YC_PAGE_COMMAND_REFRESH)
    yc_live_list_refresh (self->cases);
  else if (command == YC_PAGE_COMMAND_LOOK)
    return look (self);
  else if (command == YC_PAGE_COMMAND_PRINT)
    return self->decided != NULL && calls_for_notice (self->decided) &&
           yc_notice_print_present (GTK_WIDGET (self), get_desk (self), self->decided);
  else if (command == YC_PAGE_COMMAND_NEXT_STEP)
    yc_decision_panel_send (self->decision);
  else if (command == YC_PAGE_COMMAND_SHOW_PERSON)
    {
      self->show_person = !self->show_person;
      yc_review_sheet_show_person (self->sheet, self->show_person);
    }
  else
    return FALSE;
  return TRUE;
}

static void
yc_review_page_constructed (GObject *object)
{
  YcReviewPage *self = YC_REVIEW_PAGE (object);

  G_OBJECT_CLASS (yc_review_page_parent_class)->constructed (object);
  self->cases = yc_desk_create_case_list (get_desk (self), YC_CASE_VIEW_REVIEW, NULL);
  g_signal_connect_swapped (self->cases, "notify", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->cases, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_object (yc_desk_get_catalog (get_desk (self)), "notify::version",
                           G_CALLBACK (catalog_cb), self, G_CONNECT_SWAPPED);
  load (self);
  yc_side_list_set_model (self->queue, G_LIST_MODEL (self->cases));
  list_changed_cb (self);
}

static void
yc_review_page_dispose (GObject *object)
{
  YcReviewPage *self = YC_REVIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->cases != NULL)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
  g_clear_object (&self->chosen);
  g_clear_object (&self->decided);

  G_OBJECT_CLASS (yc_review_page_parent_class)->dispose (object);
}

static void
yc_review_page_class_init (YcReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->constructed = yc_review_page_constructed;
  object_class->dispose = yc_review_page_dispose;
  page_class->shown = yc_review_page_shown;
  page_class->command = yc_review_page_command;
}

static void
yc_review_page_init (YcReviewPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_parent (create_columns (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_hints (), GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

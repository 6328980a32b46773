/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step: what the citizen came for, by a word or by questions, and what follows. */
#include "yc-need-step.h"

#include "yc-children.h"
#include "yc-conversation-view.h"
#include "yc-entry-take.h"
#include "yc-finder-view.h"
#include "yc-dialogs.h"
#include "yc-plan-card.h"
#include "yc-plan-print.h"
#include "yc-plan-view.h"
#include "yc-report-sheet.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* What is offered before anything is typed: what fits without scrolling. */
#define MAX_SUGGESTED_ITEMS 4
#define MAX_SUGGESTED_LISTS 5
/* How long a digit waits for a second one, in ms, where the plan has such a number. */
#define SECOND_DIGIT_MS 700

struct _YcNeedStep
{
  YcVisitStep parent_instance;

  GtkWidget *finder;
  GtkWidget *conversation;
  GtkWidget *outcome;
  GtkWidget *looked_up;
  GtkWidget *no_catalog;
  YcDesk    *desk;
  YcVisit   *visit;
  guint      suggest_source;
  guint      open_source;
  guint      number;      /* what it will open */
};

enum
{
  ITEM_ADDED,
  ENTRY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcNeedStep, yc_need_step, YC_TYPE_VISIT_STEP)

static void
add_suggestion (GListStore *store, const char *kind, const char *id, const char *title)
{
  g_autoptr (YcHit) hit = yc_hit_new (kind, id, title, NULL, 0, NULL, NULL);

  g_list_store_append (store, hit);
}

static void
suggest_lists (GListStore *store, GListModel *lists)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lists) && n < MAX_SUGGESTED_LISTS; i++)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, i);

      if (!yc_question_list_get_start (list))
        continue;
      add_suggestion (store, "list", yc_question_list_get_id (list),
                      yc_question_list_get_title (list));
      n++;
    }
}

/* Certificates are made here and now: they are what most come for. */
static void
suggest_items (GListStore *store, GListModel *items)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items) && n < MAX_SUGGESTED_ITEMS; i++)
    {
      g_autoptr (YcItem) item = g_list_model_get_item (items, i);

      if (yc_item_get_template_id (item) == NULL)
        continue;
      add_suggestion (store, "item", yc_item_get_code (item), yc_item_get_title (item));
      n++;
    }
}

static GListModel *
create_suggestions (YcCatalog *catalog)
{
  GListStore *store = g_list_store_new (YC_TYPE_HIT);

  suggest_items (store, yc_catalog_get_items (catalog));
  suggest_lists (store, yc_catalog_get_lists (catalog));

  return G_LIST_MODEL (store);
}

static void
show_suggestions (YcNeedStep *self)
{
  g_autoptr (GListModel) suggestions = NULL;
  GListModel *items = yc_catalog_get_items (yc_desk_get_catalog (self->desk));

  gtk_widget_set_visible (self->no_catalog, g_list_model_get_n_items (items) == 0);
  if (yc_plan_is_empty (yc_visit_get_plan (self->visit)))
    suggestions = create_suggestions (yc_desk_get_catalog (self->desk));
  yc_finder_view_set_suggestions (YC_FINDER_VIEW (self->finder), suggestions);
}

static gboolean
suggest_cb (gpointer user_data)
{
  YcNeedStep *self = user_data;

  self->suggest_source = 0;
  show_suggestions (self);

  return G_SOURCE_REMOVE;
}

/* A new catalog comes document by document: look at it once it is there. Answers, of which there
 * are thousands, are not suggested. */
static void
catalog_changed_cb (YcCatalog *catalog, const char *kind, const char *id, YcNeedStep *self)
{
  if (self->suggest_source == 0 && !g_str_equal (kind, "entry"))
    self->suggest_source = g_idle_add (suggest_cb, self);
}

static void
show_plan (YcNeedStep *self)
{
  YcPlan *plan = yc_visit_get_plan (self->visit);
  guint n = g_list_model_get_n_items (yc_plan_get_entries (plan));

  gtk_widget_set_visible (self->outcome, n > 0);
  gtk_widget_set_visible (self->conversation,
                          g_list_model_get_n_items (yc_plan_get_lists (plan)) > 0);
  show_suggestions (self);
}

static void
take_item (YcNeedStep *self, const char *code)
{
  yc_plan_add_item (yc_visit_get_plan (self->visit), code);
  g_signal_emit (self, signals[ITEM_ADDED], 0, code);
}

static YcPlanEntry *
find_number (YcPlan *plan, guint number)
{
  g_autoptr (YcPlanEntry) entry = number > 0
                                      ? g_list_model_get_item (yc_plan_get_entries (plan), number - 1)
                                      : NULL;

  /* The plan holds it. */
  return entry != NULL && yc_plan_entry_get_number (entry) == number ? entry : NULL;
}

/* What is done elsewhere is told where. */
static void
refuse (YcNeedStep *self, YcPlanEntry *entry)
{
  g_autofree char *where = yc_plan_card_dup_where (entry);
  g_autofree char *words = g_strdup_printf (_ ("“%s” is not opened here: %s"),
                                            yc_plan_entry_get_title (entry), where);

  yc_dialogs_toast (GTK_WIDGET (self), words);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *number)
{
  yc_need_step_open_number (YC_NEED_STEP (widget), g_variant_get_uint32 (number));
}

static void
declare_action (GtkWidget *widget, const char *name, GVariant *id)
{
  YcNeedStep *self = YC_NEED_STEP (widget);

  yc_plan_print_present_declaration (widget, self->desk, self->visit,
                                     g_variant_get_string (id, NULL));
}

static void
take_list (YcNeedStep *self, const char *id)
{
  YcQuestionList *list = yc_catalog_get_list (yc_desk_get_catalog (self->desk), id);

  if (list == NULL)
    return;

  yc_plan_start (yc_visit_get_plan (self->visit), list);
  yc_need_step_ask (self);
}

static void
take_replacement (YcNeedStep *self, const char *id)
{
  YcReplacement *replacement = yc_catalog_get_replacement (yc_desk_get_catalog (self->desk), id);

  if (replacement == NULL)
    return;

  yc_children_remove (self->looked_up);
  gtk_box_append (GTK_BOX (self->looked_up), yc_plan_card_new_for_replacement (replacement, NULL));
  gtk_widget_set_visible (self->looked_up, TRUE);
}

static void
emit_entry (GtkWidget *owner, YcKnowledgeEntry *entry)
{
  g_signal_emit (owner, signals[ENTRY_CHOSEN], 0, entry);
}

static void
take_entry (YcNeedStep *self, const char *id)
{
  yc_entry_take (GTK_WIDGET (self), yc_desk_get_catalog (self->desk), id, emit_entry);
}

static void
chosen_cb (YcFinderView *finder, YcHit *hit, YcNeedStep *self)
{
  yc_need_step_take_hit (self, hit);
}

static gboolean
can_open (YcNeedStep *self, guint number)
{
  YcPlan *plan = yc_visit_get_plan (self->visit);

  return yc_plan_next_question (plan) == NULL && find_number (plan, number) != NULL;
}

/* The number that is all of @text; 0 for anything else. */
static guint
read_number (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT / 10, &number, NULL) ? (guint) number
                                                                                  : 0;
}

static gboolean
open_typed_cb (gpointer user_data)
{
  YcNeedStep *self = user_data;
  guint number = self->number;

  self->open_source = 0;
  self->number = 0;
  if (read_number (yc_finder_view_get_text (YC_FINDER_VIEW (self->finder))) == number)
    yc_finder_view_set_text (YC_FINDER_VIEW (self->finder), "");
  yc_need_step_open_number (self, number);

  return G_SOURCE_REMOVE;
}

static void
forget_number (YcNeedStep *self)
{
  g_clear_handle_id (&self->open_source, g_source_remove);
  self->number = 0;
}

/* At once, unless another digit could follow: the first of twelve may become the twelfth. */
/* A second digit that was typed in time but waits behind other work is still the second. */
static void
open_soon (YcNeedStep *self, guint number)
{
  forget_number (self);
  self->number = number;
  self->open_source = can_open (self, number * 10)
                          ? g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, SECOND_DIGIT_MS,
                                                open_typed_cb, self, NULL)
                          : g_idle_add (open_typed_cb, self);
}

static void
gap_cb (YcFinderView *finder, const char *text, YcNeedStep *self)
{
  yc_report_sheet_present (GTK_WIDGET (self), self->desk, YC_INQUIRY_GAP, NULL, NULL, text);
}

static void
changed_cb (YcFinderView *finder, YcNeedStep *self)
{
  const char *text = yc_finder_view_get_text (finder);

  if (self->visit == NULL)
    return;

  /* No need is called by a number of the plan: it means the item. */
  if (can_open (self, read_number (text)))
    {
      open_soon (self, read_number (text));
      return;
    }
  forget_number (self);
  /* Choosing a hit empties the entry; the need as it was said stays with the visit. */
  if (*text != '\0')
    yc_visit_set_need (self->visit, text);
  gtk_widget_set_visible (self->looked_up, FALSE);
}

static gboolean
yc_need_step_begin (YcVisitStep *step)
{
  YcNeedStep *self = YC_NEED_STEP (step);

  if (yc_need_step_ask (self))
    return TRUE;

  return yc_workplace_begin (self->finder);
}

static void
yc_need_step_dispose (GObject *object)
{
  YcNeedStep *self = YC_NEED_STEP (object);

  if (self->visit != NULL)
    g_signal_handlers_disconnect_by_data (yc_visit_get_plan (self->visit), self);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (yc_desk_get_catalog (self->desk), self);
  g_clear_handle_id (&self->suggest_source, g_source_remove);
  g_clear_handle_id (&self->open_source, g_source_remove);
  g_clear_object (&self->visit);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_need_step_parent_class)->dispose (object);
}

static void
yc_need_step_class_init (YcNeedStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_need_step_dispose;
  YC_VISIT_STEP_CLASS (klass)->begin = yc_need_step_begin;

  /**
   * YcNeedStep::item-added:
   * @code: the item's code
   *
   * The clerk chose an item: a case of it begins.
   */
  signals[ITEM_ADDED] = g_signal_new ("item-added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * YcNeedStep::entry-chosen:
   * @entry: the #YcKnowledgeEntry
   *
   * The clerk asked for an answer.
   */
  signals[ENTRY_CHOSEN] = g_signal_new ("entry-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, YC_TYPE_KNOWLEDGE_ENTRY);

  gtk_widget_class_install_action (widget_class, "plan.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "plan.declare", "s", declare_action);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-need-step.ui");
  gtk_widget_class_bind_template_child (widget_class, YcNeedStep, finder);
  gtk_widget_class_bind_template_child (widget_class, YcNeedStep, conversation);
  gtk_widget_class_bind_template_child (widget_class, YcNeedStep, outcome);
  gtk_widget_class_bind_template_child (widget_class, YcNeedStep, looked_up);
  gtk_widget_class_bind_template_child (widget_class, YcNeedStep, no_catalog);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, yc_visit_step_emit_finished);
}

static void
yc_need_step_init (YcNeedStep *self)
{
  /* What a citizen can come for. */
  static const char *const kinds[] = { YC_KIND_ITEM, YC_KIND_LIST, YC_KIND_REPLACEMENT,
                                       YC_KIND_ENTRY, NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  yc_finder_view_set_kinds (YC_FINDER_VIEW (self->finder), kinds);
}

/**
 * yc_need_step_new:
 * @desk: the desk
 * @visit: the visit whose need is asked
 *
 * Returns: the step
 */
GtkWidget *
yc_need_step_new (YcDesk *desk, YcVisit *visit)
{
  YcNeedStep *self = g_object_new (YC_TYPE_NEED_STEP, NULL);

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_VISIT (visit), NULL);

  self->desk = g_object_ref (desk);
  yc_finder_view_set_source (YC_FINDER_VIEW (self->finder), yc_desk_get_seeker (desk),
                             yc_desk_get_catalog (desk));
  if (yc_plan_is_empty (yc_visit_get_plan (visit)))
    yc_finder_view_set_text (YC_FINDER_VIEW (self->finder), yc_visit_get_need (visit));
  self->visit = g_object_ref (visit);
  yc_conversation_view_set_plan (YC_CONVERSATION_VIEW (self->conversation),
                                 yc_visit_get_plan (visit));
  yc_conversation_view_set_catalog (YC_CONVERSATION_VIEW (self->conversation),
                                    yc_desk_get_catalog (desk));
  yc_plan_view_set_plan (YC_PLAN_VIEW (self->outcome), yc_visit_get_plan (visit));
  g_signal_connect_swapped (yc_visit_get_plan (visit), "changed", G_CALLBACK (show_plan), self);
  g_signal_connect (yc_desk_get_catalog (desk), "changed", G_CALLBACK (catalog_changed_cb), self);
  show_plan (self);

  return GTK_WIDGET (self);
}

/**
 * yc_need_step_take_hit:
 * @self: the step
 * @hit: something found by searching
 *
 * Takes an item into the plan, begins a list's questions, opens an answer, or says that nothing
 * is needed.
 */
void
yc_need_step_take_hit (YcNeedStep *self, YcHit *hit)
{
  static const struct
  {
    const char *kind;
    void (*take) (YcNeedStep *self, const char *id);
  } takers[] = {
    { "item", take_item },
    { "list", take_list },
    { "replacement", take_replacement },
    { "entry", take_entry },
  };

  g_return_if_fail (YC_IS_NEED_STEP (self));
  g_return_if_fail (YC_IS_HIT (hit));

  for (gsize i = 0; i < G_N_ELEMENTS (takers); i++)
    if (g_strcmp0 (takers[i].kind, yc_hit_get_kind (hit)) == 0)
      takers[i].take (self, yc_hit_get_id (hit));
}

/**
 * yc_need_step_ask:
 * @self: the step
 *
 * Puts the focus on the question that waits.
 *
 * Returns: %FALSE when none does
 */
gboolean
yc_need_step_ask (YcNeedStep *self)
{
  g_return_val_if_fail (YC_IS_NEED_STEP (self), FALSE);

  if (yc_plan_next_question (yc_visit_get_plan (self->visit)) == NULL)
    return FALSE;

  return yc_workplace_begin (self->conversation);
}

/**
 * yc_need_step_type_digit:
 * @self: the step
 * @digit: 0 to 9
 *
 * Opens the item of that number as yc_need_step_open_number() does. Where the plan has more than nine
 * items, two digits in a row are one number.
 *
 * Returns: whether there is such an item
 */
gboolean
yc_need_step_type_digit (YcNeedStep *self, guint digit)
{
  guint number;

  g_return_val_if_fail (YC_IS_NEED_STEP (self), FALSE);

  number = self->number * 10 + digit;
  if (!can_open (self, number))
    number = digit;
  if (!can_open (self, number))
    return FALSE;
  open_soon (self, number);

  return TRUE;
}

/**
 * yc_need_step_end_number:
 * @self: the step
 *
 * Opens the item of the digit that waits for a second one, which does not come.
 *
 * Returns: whether one waits
 */
gboolean
yc_need_step_end_number (YcNeedStep *self)
{
  g_return_val_if_fail (YC_IS_NEED_STEP (self), FALSE);

  if (self->open_source == 0)
    return FALSE;
  g_source_remove (self->open_source);
  open_typed_cb (self);

  return TRUE;
}

/**
 * yc_need_step_open_number:
 * @self: the step
 * @number: an item's number in the plan, from 1
 *
 * Opens a case for the item, or says where else it is done. Nothing happens while a question waits.
 *
 * Returns: whether there is such an item
 */
gboolean
yc_need_step_open_number (YcNeedStep *self, guint number)
{
  YcPlanEntry *entry;

  g_return_val_if_fail (YC_IS_NEED_STEP (self), FALSE);

  entry = find_number (yc_visit_get_plan (self->visit), number);
  if (entry == NULL || yc_plan_next_question (yc_visit_get_plan (self->visit)) != NULL)
    return FALSE;
  if (yc_plan_entry_get_opens_here (entry))
    {
      g_autofree char *code = g_strdup (yc_item_get_code (yc_plan_entry_get_item (entry)));

      g_signal_emit (self, signals[ITEM_ADDED], 0, code);
    }
  else
    refuse (self, entry);

  return TRUE;
}

static const char *
get_declaration (YcPlanEntry *entry)
{
  YcReplacement *replacement = yc_plan_entry_get_replacement (entry);

  return replacement != NULL && yc_replacement_get_way (replacement) == YC_REPLACEMENT_DECLARATION
             ? yc_replacement_get_id (replacement)
             : NULL;
}

/**
 * yc_need_step_declare:
 * @self: the step
 *
 * Prints the first declaration that stands in for something of the plan.
 *
 * Returns: whether there is one
 */
gboolean
yc_need_step_declare (YcNeedStep *self)
{
  GListModel *entries;

  g_return_val_if_fail (YC_IS_NEED_STEP (self), FALSE);

  entries = yc_plan_get_entries (yc_visit_get_plan (self->visit));
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      const char *id = get_declaration (entry);

      if (id != NULL)
        return yc_plan_print_present_declaration (GTK_WIDGET (self), self->desk, self->visit, id);
    }

  return FALSE;
}

/**
 * yc_need_step_walk_back:
 * @self: the step
 *
 * Puts the focus on the last answer.
 *
 * Returns: %FALSE when nothing was answered
 */
gboolean
yc_need_step_walk_back (YcNeedStep *self)
{
  g_return_val_if_fail (YC_IS_NEED_STEP (self), FALSE);

  return yc_conversation_view_walk_back (YC_CONVERSATION_VIEW (self->conversation));
}

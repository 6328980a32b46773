/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry with what is found under it, worked by the keyboard alone. Results come from a thread
 * of their own while the clerk types; those of the last key but one stay until they are there. */
#include "yc-finder-view.h"

#include "yc-hit-row.h"
#include "yc-kind-bar.h"
#include "yc-text-limit.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* What fits under the entry without scrolling; nobody reads further at the counter. */
#define MAX_HITS 10
#define MAX_LENGTH 200

struct _YcFinderView
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkEntry       *entry;
  GtkWidget      *kind_bar;
  GtkListBox     *hits;
  GtkWidget      *rows[MAX_HITS];
  GtkWidget      *suggested;
  GtkWidget      *nothing;
  GtkWidget      *filling;
  GtkLabel       *filling_words;
  GtkProgressBar *progress;
  GtkWidget      *failed;
  GtkLabel       *refusal;

  YcSeeker       *seeker;
  YcCatalog      *catalog;
  char          **kinds;
  gboolean        everything;
  GListModel     *suggestions;
  YcSearchResult *result;
  /* Of the search under way; NULL when the last one was answered. */
  GCancellable   *search;
  /* Keys that came before the answer to what was typed; they are about nothing else. */
  gboolean        held_enter;
  int             held_steps;
  int             held_group;
};

typedef enum
{
  PROP_PLACEHOLDER = 1,
  PROP_LABEL,
  PROP_EVERYTHING,
} YcFinderViewProperty;

enum
{
  CHOSEN,
  CHANGED,
  FOUND,
  GAP,
  N_SIGNALS
};

static GParamSpec *properties[PROP_EVERYTHING + 1];
static guint signals[N_SIGNALS];

static void yc_finder_view_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFinderView, yc_finder_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_finder_view_workplace_init))

static void
show_rows (YcFinderView *self, GPtrArray *hits)
{
  for (guint i = 0; i < MAX_HITS; i++)
    yc_hit_row_show (YC_HIT_ROW (self->rows[i]), i < hits->len ? hits->pdata[i] : NULL,
                     self->catalog);
  gtk_widget_set_visible (GTK_WIDGET (self->hits), hits->len > 0);
}

static guint
count_rows (YcFinderView *self)
{
  guint n = 0;

  while (n < MAX_HITS && gtk_widget_get_visible (self->rows[n]))
    n++;
  return n;
}

static void
select_row (YcFinderView *self, int number)
{
  gboolean there = number >= 0 && number < (int) count_rows (self);

  gtk_list_box_select_row (self->hits, there ? GTK_LIST_BOX_ROW (self->rows[number]) : NULL);
}

static void
add_hits (GPtrArray *hits, GListModel *model, guint most)
{
  guint n = MIN (g_list_model_get_n_items (model), most);

  for (guint i = 0; i < n && hits->len < MAX_HITS; i++)
    g_ptr_array_add (hits, g_list_model_get_item (model, i));
}

/* Whether more may be found any moment: what is not there yet is not nothing, and not the best. */
static gboolean
is_filling (YcFinderView *self)
{
  return yc_seeker_get_state (self->seeker) == YC_SEEKER_FILLING;
}

/* The best of each kind, more of the kinds that come first; what is left over goes to the first. */
static void
add_all_groups (YcFinderView *self, GPtrArray *hits)
{
  guint n = yc_search_result_get_n_groups (self->result), room = MAX_HITS;

  for (guint i = 0; i < n; i++)
    {
      GListModel *group = yc_search_result_get_group_hits (self->result, i);
      guint left = n - i;
      guint share = i + 1 == n ? room : MAX (room / left, 1) + (room % left > 0);

      share = MIN (MIN (share, room), g_list_model_get_n_items (group));
      add_hits (hits, group, share);
      room -= share;
    }
}

/* Nothing is chosen among suggestions until the clerk goes down to them. */
static void
show_suggestions (YcFinderView *self)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *recent = self->everything ? yc_seeker_get_recent (self->seeker) : self->suggestions;

  if (recent != NULL)
    add_hits (hits, recent, MAX_HITS);
  yc_kind_bar_show (YC_KIND_BAR (self->kind_bar), NULL);
  show_rows (self, hits);
  select_row (self, -1);
  gtk_widget_set_visible (self->suggested, self->everything && hits->len > 0);
  gtk_widget_set_visible (self->nothing, FALSE);
}

static void
show_result (YcFinderView *self)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  int group = yc_kind_bar_get_group (YC_KIND_BAR (self->kind_bar));

  if (group >= 0)
    add_hits (hits, yc_search_result_get_group_hits (self->result, (guint) group), MAX_HITS);
  else if (self->everything)
    add_all_groups (self, hits);
  else
    add_hits (hits, yc_search_result_get_best (self->result), MAX_HITS);
  show_rows (self, hits);
  select_row (self, 0);
  gtk_widget_set_visible (self->suggested, FALSE);
  gtk_widget_set_visible (self->nothing, hits->len == 0 && !is_filling (self));
}

static void
choose (YcFinderView *self, YcHitRow *row)
{
  g_autoptr (YcHit) hit = g_object_ref (yc_hit_row_get_hit (row));

  yc_seeker_choose (self->seeker, hit);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[CHOSEN], 0, hit);
}

static void
choose_selected (YcFinderView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->hits);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    choose (self, YC_HIT_ROW (row));
}

static gboolean
holds_keys (YcFinderView *self)
{
  return self->held_enter || self->held_steps > 0 || self->held_group >= 0;
}

static void
forget_held_keys (YcFinderView *self)
{
  self->held_enter = FALSE;
  self->held_steps = 0;
  self->held_group = -1;
}

/* In the order in which they make sense: a kind, a hit of it, Enter. */
static void
do_held_keys (YcFinderView *self)
{
  gboolean enter = self->held_enter;

  if (self->held_group >= 0)
    yc_kind_bar_choose (YC_KIND_BAR (self->kind_bar), self->held_group);
  if (self->held_steps > 0)
    select_row (self, MIN (self->held_steps, (int) count_rows (self) - 1));
  forget_held_keys (self);
  if (enter)
    choose_selected (self);
}

static void
show_answer (YcFinderView *self, YcSearchResult *found)
{
  g_set_object (&self->result, found);
  yc_kind_bar_show (YC_KIND_BAR (self->kind_bar), self->everything ? found : NULL);
  show_result (self);
  g_signal_emit (self, signals[FOUND], 0);
  if (!is_filling (self))
    do_held_keys (self);
}

/* There is no index yet: what was found before is about another text. Keys are held until there is. */
static void
show_no_answer (YcFinderView *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_clear_object (&self->result);
  yc_kind_bar_show (YC_KIND_BAR (self->kind_bar), NULL);
  show_rows (self, none);
  select_row (self, -1);
  gtk_widget_set_visible (self->suggested, FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcFinderView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSearchResult) found = yc_seeker_find_finish (YC_SEEKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->search == NULL)
    return;

  g_clear_object (&self->search);
  if (found == NULL)
    show_no_answer (self);
  else
    show_answer (self, found);
}

static void
stop_search (YcFinderView *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

/* Whether what is typed is not answered yet: no row on the screen is about it. */
static gboolean
is_waiting (YcFinderView *self)
{
  gboolean answered = self->result != NULL && (count_rows (self) > 0 || !is_filling (self));

  return self->search != NULL ||
         (!answered && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0');
}

static void
find (YcFinderView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  stop_search (self);
  if (self->seeker == NULL)
    return;
  if (*text == '\0')
    {
      g_clear_object (&self->result);
      show_suggestions (self);
      return;
    }

  self->search = g_cancellable_new ();
  yc_seeker_find_async (self->seeker, text, (const char *const *) self->kinds, MAX_HITS,
                        self->search, found_cb, g_object_ref (self));
}

/* The catalog goes on while the clerk looks: the choice stays where it is. */
static void
seeker_changed_cb (YcFinderView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->hits);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->search == NULL &&
      (row == NULL || gtk_list_box_row_get_index (row) == 0))
    find (self);
}

static void
show_state (YcFinderView *self)
{
  YcSeekerState state = yc_seeker_get_state (self->seeker);
  double progress = yc_seeker_get_progress (self->seeker);
  /* Translators: how much of the catalog can be found already. */
  g_autofree char *words = g_strdup_printf (_ ("Still indexing: %d %%"), (int) (progress * 100));

  gtk_label_set_text (self->filling_words, words);
  gtk_progress_bar_set_fraction (self->progress, progress);
  gtk_widget_set_visible (self->filling, state == YC_SEEKER_FILLING);
  gtk_widget_set_visible (self->failed, state == YC_SEEKER_FAILED);
  if (state == YC_SEEKER_READY && (holds_keys (self) || count_rows (self) == 0))
    find (self);
}

static void
retry_cb (YcFinderView *self)
{
  yc_seeker_retry (self->seeker);
  yc_workplace_begin (GTK_WIDGET (self));
}

static void
gap_cb (YcFinderView *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_signal_emit (self, signals[GAP], 0, text);
}

static void
group_changed_cb (YcFinderView *self)
{
  if (self->result != NULL)
    show_result (self);
}

static void
changed_cb (GtkEditable *editable, YcFinderView *self)
{
  forget_held_keys (self);
  find (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (GtkEntry *entry, YcFinderView *self)
{
  if (is_waiting (self))
    self->held_enter = TRUE;
  else
    choose_selected (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YcFinderView *self)
{
  choose (self, YC_HIT_ROW (row));
}

static gboolean
move (YcFinderView *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->hits);
  int to = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  if (is_waiting (self))
    {
      self->held_steps = MAX (self->held_steps + step, 0);
      return GDK_EVENT_STOP;
    }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->hits)) || (row == NULL && step < 0))
    return GDK_EVENT_PROPAGATE;
  if (to >= 0 && to < (int) count_rows (self))
    select_row (self, to);

  return GDK_EVENT_STOP;
}

static gboolean
step_group (YcFinderView *self, int step)
{
  if (!self->everything || !gtk_widget_get_visible (self->kind_bar))
    return GDK_EVENT_PROPAGATE;

  yc_kind_bar_step (YC_KIND_BAR (self->kind_bar), step);
  return GDK_EVENT_STOP;
}

/* The cursor stays in the entry; up and down only move the choice. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcFinderView *self)
{
  if (key == GDK_KEY_ISO_Left_Tab)
    return step_group (self, -1);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Tab)
    return step_group (self, 1);
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    return move (self, key == GDK_KEY_Down ? 1 : -1);
  if (key != GDK_KEY_Escape || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return GDK_EVENT_STOP;
}

static gboolean
yc_finder_view_begin (YcWorkplace *workplace)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YC_FINDER_VIEW (workplace)->entry));
}

static void
yc_finder_view_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_finder_view_begin;
}

static void
yc_finder_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YcFinderView *self = YC_FINDER_VIEW (object);

  switch ((YcFinderViewProperty) id)
    {
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_EVERYTHING:
      self->everything = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_finder_view_dispose (GObject *object)
{
  YcFinderView *self = YC_FINDER_VIEW (object);

  stop_search (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->kinds, g_strfreev);
  if (self->seeker != NULL)
    g_signal_handlers_disconnect_by_data (self->seeker, self);
  g_clear_object (&self->seeker);
  g_clear_object (&self->catalog);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->result);

  G_OBJECT_CLASS (yc_finder_view_parent_class)->dispose (object);
}

static void
install_signals (YcFinderViewClass *klass)
{
  /**
   * YcFinderView::chosen:
   * @hit: the #YcHit
   *
   * The clerk chose a hit; the entry is empty again.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, YC_TYPE_HIT);
  /**
   * YcFinderView::changed:
   *
   * The text of the entry changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * YcFinderView::found:
   *
   * What was found for the text of the entry is shown.
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  /**
   * YcFinderView::gap:
   * @text: what found nothing
   *
   * The clerk tells that something is missing.
   */
  signals[GAP] = g_signal_new ("gap", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yc_finder_view_class_init (YcFinderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = yc_finder_view_set_property;
  object_class->dispose = yc_finder_view_dispose;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_EVERYTHING] = g_param_spec_boolean ("everything", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals (klass);

  g_type_ensure (YC_TYPE_KIND_BAR);
  gtk_widget_class_set_css_name (widget_class, "finder");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-finder-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, box);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, entry);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, kind_bar);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, hits);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, suggested);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, nothing);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, filling);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, filling_words);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, progress);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, failed);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, refusal);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_cb);
}

static void
yc_finder_view_init (YcFinderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  forget_held_keys (self);
  for (guint i = 0; i < MAX_HITS; i++)
    {
      self->rows[i] = yc_hit_row_new ();
      gtk_widget_set_visible (self->rows[i], FALSE);
      gtk_list_box_append (self->hits, self->rows[i]);
    }
  yc_text_limit_show_in (yc_text_limit_attach (GTK_WIDGET (self->entry), MAX_LENGTH, 0),
                         self->refusal);
}

/**
 * yc_finder_view_new:
 *
 * Returns: an entry without a source
 */
GtkWidget *
yc_finder_view_new (void)
{
  return g_object_new (YC_TYPE_FINDER_VIEW, NULL);
}

/**
 * yc_finder_view_set_source:
 * @self: the view
 * @seeker: finds what is typed
 * @catalog: tells more about each hit
 */
void
yc_finder_view_set_source (YcFinderView *self, YcSeeker *seeker, YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));
  g_return_if_fail (YC_IS_SEEKER (seeker));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  stop_search (self);
  if (self->seeker != NULL)
    g_signal_handlers_disconnect_by_data (self->seeker, self);
  g_set_object (&self->seeker, seeker);
  g_set_object (&self->catalog, catalog);
  g_signal_connect_swapped (seeker, "changed", G_CALLBACK (seeker_changed_cb), self);
  g_signal_connect_swapped (seeker, "notify", G_CALLBACK (show_state), self);
  show_state (self);
  find (self);
}

/**
 * yc_finder_view_set_kinds:
 * @self: the view
 * @kinds: (nullable): what to look for; %NULL for everything
 */
void
yc_finder_view_set_kinds (YcFinderView *self, const char *const *kinds)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));

  g_strfreev (self->kinds);
  self->kinds = g_strdupv ((char **) kinds);
}

/**
 * yc_finder_view_set_suggestions:
 * @self: the view
 * @suggestions: (nullable): a list of #YcHit to offer while nothing is typed
 */
void
yc_finder_view_set_suggestions (YcFinderView *self, GListModel *suggestions)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));
  g_return_if_fail (suggestions == NULL || G_IS_LIST_MODEL (suggestions));

  if (g_set_object (&self->suggestions, suggestions))
    find (self);
}

/**
 * yc_finder_view_choose_group:
 * @self: the view
 * @group: a group of what was found, from 0
 *
 * Returns: whether only that group is shown now
 */
gboolean
yc_finder_view_choose_group (YcFinderView *self, int group)
{
  g_return_val_if_fail (YC_IS_FINDER_VIEW (self), FALSE);

  if (!self->everything)
    return FALSE;
  if (!is_waiting (self))
    return yc_kind_bar_choose (YC_KIND_BAR (self->kind_bar), group);

  self->held_group = group;
  return TRUE;
}

/**
 * yc_finder_view_get_text:
 * @self: the view
 *
 * Returns: (transfer none): what is typed, without what an input method still composes
 */
const char *
yc_finder_view_get_text (YcFinderView *self)
{
  g_return_val_if_fail (YC_IS_FINDER_VIEW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * yc_finder_view_set_text:
 * @self: the view
 * @text: (nullable): what to look for
 */
void
yc_finder_view_set_text (YcFinderView *self, const char *text)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry with what is found under it, worked by the keyboard alone. Results come from a thread
 * of their own while the clerk types; those of the last key but one stay until they are there. */
#include "yc-finder-view.h"

#include "yc-best-hits.h"
#include "yc-held-keys.h"
#include "yc-hit-list.h"
#include "yc-index-bar.h"
#include "yc-kind-bar.h"
#include "yc-text-limit.h"
#include "yc-workplace.h"

#define MAX_LENGTH 200

struct _YcFinderView
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkEntry       *entry;
  GtkWidget      *kind_bar;
  GtkWidget      *hits;
  GtkWidget      *suggested;
  GtkWidget      *nothing;
  GtkWidget      *index_bar;
  GtkLabel       *refusal;

  YcSeeker       *seeker;
  YcCatalog      *catalog;
  char          **kinds;
  gboolean        everything;
  GListModel     *suggestions;
  YcSearchResult *result;
  /* Of the search under way; NULL when the last one was answered. */
  GCancellable   *search;
  YcHeldKeys      held;
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
show_hits (YcFinderView *self, GPtrArray *hits, int selected)
{
  yc_hit_list_show (YC_HIT_LIST (self->hits), hits, self->catalog);
  yc_hit_list_select (YC_HIT_LIST (self->hits), selected);
}

static guint
count_hits (YcFinderView *self)
{
  return yc_hit_list_get_n_hits (YC_HIT_LIST (self->hits));
}

/* Whether more may be found any moment: what is not there yet is not nothing, and not the best. */
static gboolean
is_filling (YcFinderView *self)
{
  return yc_seeker_get_state (self->seeker) == YC_SEEKER_FILLING;
}

/* Nothing is chosen among suggestions until the clerk goes down to them. */
static void
show_suggestions (YcFinderView *self)
{
  GListModel *recent = self->everything ? yc_seeker_get_recent (self->seeker) : self->suggestions;
  g_autoptr (GPtrArray) hits = yc_best_hits_of_list (recent, YC_HIT_LIST_MOST);

  yc_kind_bar_show (YC_KIND_BAR (self->kind_bar), NULL);
  show_hits (self, hits, -1);
  gtk_widget_set_visible (self->suggested, self->everything && hits->len > 0);
  gtk_widget_set_visible (self->nothing, FALSE);
}

static GPtrArray *
pick_hits (YcFinderView *self)
{
  int group = yc_kind_bar_get_group (YC_KIND_BAR (self->kind_bar));

  if (group >= 0)
    return yc_best_hits_of_list (
        yc_search_result_get_group_hits (self->result, (guint) group), YC_HIT_LIST_MOST);
  if (self->everything)
    return yc_best_hits_of_all_kinds (self->result, YC_HIT_LIST_MOST);

  return yc_best_hits_of_list (yc_search_result_get_best (self->result), YC_HIT_LIST_MOST);
}

static void
show_result (YcFinderView *self)
{
  g_autoptr (GPtrArray) hits = pick_hits (self);

  show_hits (self, hits, 0);
  gtk_widget_set_visible (self->suggested, FALSE);
  gtk_widget_set_visible (self->nothing, hits->len == 0 && !is_filling (self));
}

static void
choose (YcFinderView *self, YcHit *chosen)
{
  g_autoptr (YcHit) hit = g_object_ref (chosen);

  yc_seeker_choose (self->seeker, hit);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[CHOSEN], 0, hit);
}

static void
choose_selected (YcFinderView *self)
{
  YcHitList *list = YC_HIT_LIST (self->hits);
  YcHit *hit = yc_hit_list_get_hit (list, yc_hit_list_get_selected (list));

  if (hit != NULL)
    choose (self, hit);
}

/* In the order in which they make sense: a kind, a hit of it, Enter. */
static void
do_held_keys (YcFinderView *self)
{
  YcHeldKeys held = self->held;

  self->held = YC_HELD_KEYS_NONE;
  if (held.group >= 0)
    yc_kind_bar_choose (YC_KIND_BAR (self->kind_bar), held.group);
  if (held.steps > 0)
    yc_hit_list_select (YC_HIT_LIST (self->hits), MIN (held.steps, (int) count_hits (self) - 1));
  if (held.enter)
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
  show_hits (self, none, -1);
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
  gboolean answered = self->result != NULL && (count_hits (self) > 0 || !is_filling (self));

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
  yc_seeker_find_async (self->seeker, text, (const char *const *) self->kinds, YC_HIT_LIST_MOST,
                        self->search, found_cb, g_object_ref (self));
}

/* The catalog goes on while the clerk looks: the choice stays where it is. */
static void
seeker_changed_cb (YcFinderView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->search == NULL &&
      yc_hit_list_get_selected (YC_HIT_LIST (self->hits)) <= 0)
    find (self);
}

static void
show_state (YcFinderView *self)
{
  yc_index_bar_show (YC_INDEX_BAR (self->index_bar), self->seeker);
  if (yc_seeker_get_state (self->seeker) == YC_SEEKER_READY &&
      (yc_held_keys_any (&self->held) || count_hits (self) == 0))
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
  self->held = YC_HELD_KEYS_NONE;
  find (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (GtkEntry *entry, YcFinderView *self)
{
  if (is_waiting (self))
    self->held.enter = TRUE;
  else
    choose_selected (self);
}

static void
hit_activated_cb (YcHitList *list, YcHit *hit, YcFinderView *self)
{
  choose (self, hit);
}

static gboolean
move (YcFinderView *self, int step)
{
  int selected = yc_hit_list_get_selected (YC_HIT_LIST (self->hits));
  int to = selected >= 0 ? selected + step : 0;

  if (is_waiting (self))
    {
      self->held.steps = MAX (self->held.steps + step, 0);
      return GDK_EVENT_STOP;
    }
  if (count_hits (self) == 0 || (selected < 0 && step < 0))
    return GDK_EVENT_PROPAGATE;
  if (to >= 0 && to < (int) count_hits (self))
    yc_hit_list_select (YC_HIT_LIST (self->hits), to);

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

/* Ctrl and a number mean a kind; the window's own keys do not come to a popover. */
static gboolean
choose_kind (YcFinderView *self, guint key, GdkModifierType modifiers)
{
  int number = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  return modifiers == GDK_CONTROL_MASK && number >= 1 &&
         yc_finder_view_choose_group (self, number - 1);
}

/* The cursor stays in the entry; up and down only move the choice. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcFinderView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_ISO_Left_Tab)
    return step_group (self, -1);
  if (modifiers != 0)
    return choose_kind (self, key, modifiers);
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
  g_type_ensure (YC_TYPE_HIT_LIST);
  g_type_ensure (YC_TYPE_INDEX_BAR);
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
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, index_bar);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, refusal);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_cb);
}

static void
yc_finder_view_init (YcFinderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->held = YC_HELD_KEYS_NONE;
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

  self->held.group = group;
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

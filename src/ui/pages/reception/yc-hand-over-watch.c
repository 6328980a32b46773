/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the plans that are handed to this counter and by this clerk, and says what is new. */
#include "yc-hand-over-watch.h"

#include "yc-desk-plans.h"
#include "yc-desk-typed.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the desk keeps for a clerk what was told already. */
#define HEARD "plans/heard"

struct _YcHandOverWatch
{
  GObject parent_instance;

  YcDesk     *desk;
  YcLiveList *incoming;
  YcLiveList *outgoing;
  /* "id state" of what was told or needs no telling; NULL before a list was read first. */
  GHashTable *known_incoming;
  GHashTable *known_outgoing;
};

enum
{
  CHANGED,
  NEWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcHandOverWatch, yc_hand_over_watch, G_TYPE_OBJECT)

static char *
dup_key (YcSavedPlan *plan)
{
  return g_strdup_printf ("%s %s", yc_saved_plan_get_id (plan), yc_saved_plan_get_hand_over (plan));
}

static GHashTable *
collect_keys (GListModel *plans)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (plans, i);

      g_hash_table_add (keys, dup_key (plan));
    }

  return keys;
}

/* What others answered of the clerk's own is told; what still waits is known here. Notes may be
 * personal and are read where the plan is. */
static char *
describe_news (YcSavedPlan *plan, gboolean incoming)
{
  const char *number = yc_saved_plan_get_number (plan);

  if (incoming)
    /* Translators: who hands over a plan, and its number. */
    return g_strdup_printf (_ ("%s hands over plan %s. Ctrl+O: accept or decline"),
                            yc_saved_plan_get_from (plan), number);
  if (g_str_equal (yc_saved_plan_get_hand_over (plan), "open"))
    return NULL;
  /* Translators: a plan's number, "accepted" or "declined", and by whom. */
  return g_strdup_printf (_ ("Plan %s: %s by %s. Ctrl+O: what they say"), number,
                          yc_saved_plan_get_hand_over_title (plan),
                          yc_saved_plan_get_answered_by (plan));
}

static void
tell_news (YcHandOverWatch *self, GListModel *plans, GHashTable *known, gboolean incoming)
{
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (plans, i);
      g_autofree char *key = dup_key (plan);
      g_autofree char *words =
          g_hash_table_contains (known, key) ? NULL : describe_news (plan, incoming);

      if (words != NULL)
        g_signal_emit (self, signals[NEWS], 0, words);
    }
}

/* What waits when work begins is told at once, as one. */
static void
tell_waiting (YcHandOverWatch *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->incoming));
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u plan waits to be accepted here. Ctrl+O",
                                 "%u plans wait to be accepted here. Ctrl+O", n),
                       n);

  if (n > 0)
    g_signal_emit (self, signals[NEWS], 0, words);
}

/* When the last answer came that this clerk was told of at this desk; "" for none. */
static const char *
get_heard (YcHandOverWatch *self)
{
  YcDeskTyped *typed = yc_desk_get_typed (self->desk);
  JsonObject *kept = typed != NULL ? yc_desk_typed_find (typed, HEARD) : NULL;

  return yc_json_get_string (kept, "until", "");
}

static void
keep_heard (YcHandOverWatch *self)
{
  YcDeskTyped *typed = yc_desk_get_typed (self->desk);
  GListModel *plans = G_LIST_MODEL (self->outgoing);
  g_autofree char *until = g_strdup (get_heard (self));
  g_autoptr (JsonObject) kept = json_object_new ();

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (plans, i);

      if (strcmp (yc_saved_plan_get_answered_at (plan), until) > 0)
        {
          g_free (until);
          until = g_strdup (yc_saved_plan_get_answered_at (plan));
        }
    }
  if (typed == NULL || g_str_equal (until, get_heard (self)))
    return;
  json_object_set_string_member (kept, "until", until);
  yc_desk_typed_keep (typed, HEARD, kept);
}

/* What was answered while the clerk was away is told when work begins, as one. */
static void
tell_answered (YcHandOverWatch *self)
{
  GListModel *plans = G_LIST_MODEL (self->outgoing);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (plans, i);

      if (strcmp (yc_saved_plan_get_answered_at (plan), get_heard (self)) > 0 && n++ == 0)
        words = describe_news (plan, FALSE);
    }
  if (n > 1)
    {
      g_free (words);
      words = g_strdup_printf (ngettext ("%u plan was answered while you were away. Ctrl+O: what "
                                         "they say",
                                         "%u plans were answered while you were away. Ctrl+O: "
                                         "what they say", n),
                               n);
    }
  if (words != NULL)
    g_signal_emit (self, signals[NEWS], 0, words);
}

/* Another user is another beginning. */
static void
compare (YcHandOverWatch *self, YcLiveList *list, GHashTable **known)
{
  gboolean incoming = list == self->incoming;
  YcLoadState state = yc_live_list_get_load_state (list);

  if (state == YC_LOAD_EMPTY)
    g_clear_pointer (known, g_hash_table_unref);
  if (state != YC_LOAD_READY)
    return;
  if (*known != NULL)
    tell_news (self, G_LIST_MODEL (list), *known, incoming);
  else if (incoming)
    tell_waiting (self);
  else
    tell_answered (self);
  g_clear_pointer (known, g_hash_table_unref);
  *known = collect_keys (G_LIST_MODEL (list));
}

static void
incoming_cb (YcHandOverWatch *self)
{
  compare (self, self->incoming, &self->known_incoming);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What was told already is read from the disk; until then nothing is told. */
static void
outgoing_cb (YcHandOverWatch *self)
{
  YcDeskTyped *typed = yc_desk_get_typed (self->desk);

  if (yc_live_list_get_load_state (self->outgoing) == YC_LOAD_READY && typed != NULL &&
      !yc_desk_typed_get_read (typed))
    {
      g_signal_handlers_disconnect_by_func (typed, outgoing_cb, self);
      g_signal_connect_object (typed, "read", G_CALLBACK (outgoing_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  compare (self, self->outgoing, &self->known_outgoing);
  if (yc_live_list_get_load_state (self->outgoing) == YC_LOAD_READY)
    keep_heard (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Answers that are kept, or arrive. */
static void
outbox_changed_cb (YcHandOverWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yc_hand_over_watch_dispose (GObject *object)
{
  YcHandOverWatch *self = YC_HAND_OVER_WATCH (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->incoming);
  g_clear_object (&self->outgoing);
  g_clear_pointer (&self->known_incoming, g_hash_table_unref);
  g_clear_pointer (&self->known_outgoing, g_hash_table_unref);

  G_OBJECT_CLASS (yc_hand_over_watch_parent_class)->dispose (object);
}

static void
yc_hand_over_watch_class_init (YcHandOverWatchClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_hand_over_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[NEWS] = g_signal_new ("news", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
}

static void
yc_hand_over_watch_init (YcHandOverWatch *self)
{
}

static void
follow (YcHandOverWatch *self, YcLiveList *list, GCallback changed_cb)
{
  g_signal_connect_object (list, "items-changed", changed_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::load-state", changed_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error", changed_cb, self, G_CONNECT_SWAPPED);
}

YcHandOverWatch *
yc_hand_over_watch_new (YcDesk *desk)
{
  YcHandOverWatch *self = g_object_new (YC_TYPE_HAND_OVER_WATCH, NULL);

  self->desk = g_object_ref (desk);
  self->incoming = yc_desk_create_hand_over_list (desk, FALSE);
  self->outgoing = yc_desk_create_hand_over_list (desk, TRUE);
  follow (self, self->incoming, G_CALLBACK (incoming_cb));
  follow (self, self->outgoing, G_CALLBACK (outgoing_cb));
  g_signal_connect_object (yc_desk_get_outbox (desk), "items-changed",
                           G_CALLBACK (outbox_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yc_desk_get_outbox (desk), "sent", G_CALLBACK (outbox_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

YcLiveList *
yc_hand_over_watch_get_incoming (YcHandOverWatch *self)
{
  g_return_val_if_fail (YC_IS_HAND_OVER_WATCH (self), NULL);

  return self->incoming;
}

YcLiveList *
yc_hand_over_watch_get_outgoing (YcHandOverWatch *self)
{
  g_return_val_if_fail (YC_IS_HAND_OVER_WATCH (self), NULL);

  return self->outgoing;
}

/**
 * yc_hand_over_watch_count:
 * @self: a watch
 *
 * Returns: how many plans wait for this counter to answer; an answer that is kept here is one
 */
guint
yc_hand_over_watch_count (YcHandOverWatch *self)
{
  GListModel *plans;
  guint n = 0;

  g_return_val_if_fail (YC_IS_HAND_OVER_WATCH (self), 0);

  plans = G_LIST_MODEL (self->incoming);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (plans, i);

      n += g_str_equal (yc_saved_plan_get_hand_over (plan), "open") &&
           yc_desk_find_kept_answer (self->desk, plan) == NULL;
    }
  return n;
}

void
yc_hand_over_watch_refresh (YcHandOverWatch *self)
{
  g_return_if_fail (YC_IS_HAND_OVER_WATCH (self));

  yc_live_list_refresh (self->incoming);
  yc_live_list_refresh (self->outgoing);
}

void
yc_hand_over_watch_expect (YcHandOverWatch *self, const char *plan_id, const char *answer)
{
  g_return_if_fail (YC_IS_HAND_OVER_WATCH (self));
  g_return_if_fail (plan_id != NULL);

  if (self->known_outgoing != NULL)
    g_hash_table_add (self->known_outgoing,
                      g_strconcat (plan_id, g_str_equal (answer, "accept") ? " accepted" : " declined",
                                   NULL));
}

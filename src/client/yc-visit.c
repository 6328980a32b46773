/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit: a citizen, the needs, the plan and the drafts that came of it. */
#include "yc-visit-inside-private.h"

#include "yc-day.h"
#include "yc-saved-plan-private.h"
#include "yc-uuid.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_CITIZEN,
  PROP_AGENT,
  PROP_PLAN,
  PROP_DRAFTS,
  PROP_STARTED_AT,
  PROP_SAVED,
  PROP_NEED,
  PROP_PAGE,
  PROP_ATTENTION,
  PROP_SAVED_PLAN,
} YcVisitProperty;

enum
{
  DIRTY,
  FLUSH,
  N_SIGNALS
};

static GParamSpec *properties[PROP_SAVED_PLAN + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVisit, yc_visit, G_TYPE_OBJECT)

static void
notify (YcVisit         *self,
        YcVisitProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What it is about: the cases, else the first question list, else the need as typed. */
static char *
dup_subject (YcVisit *self)
{
  GListModel *lists = yc_plan_get_lists (self->plan);
  guint n = yc_visit_get_n_drafts (self);

  if (n == 1)
    return g_strdup (yc_case_draft_get_item_title (yc_visit_nth_draft (self, 0)));
  if (n > 1)
    /* Translators: a tab's title, as in “阶梯水费 +2”: a case and how many more */
    return g_strdup_printf (_("%s +%u"),
                            yc_case_draft_get_item_title (yc_visit_nth_draft (self, 0)), n - 1);
  if (g_list_model_get_n_items (lists) > 0)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, 0);

      return g_strdup (yc_question_list_get_title (list));
    }
  return g_strdup (self->need);
}

void
yc_visit_update_title (YcVisit *self)
{
  g_autofree char *subject = dup_subject (self);
  const char *name = yc_citizen_get_masked_name (self->citizen);
  g_autofree char *title = NULL;

  title = g_strstrip (g_strconcat (name, " ", subject, NULL));
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  notify (self, PROP_TITLE);
}

void
yc_visit_changed (YcVisit *self)
{
  if (self->loading)
    return;
  yc_visit_update_title (self);
  yc_visit_mark_dirty (self);
}

void
yc_visit_flush (YcVisit *self)
{
  yc_visit_changed (self);
  g_signal_emit (self, signals[FLUSH], 0);
}

static void
set_text (YcVisit          *self,
          char            **place,
          const char       *text,
          YcVisitProperty   property)
{
  text = text != NULL ? text : "";
  if (g_str_equal (*place, text))
    return;
  g_free (*place);
  *place = g_strdup (text);
  notify (self, property);
  yc_visit_changed (self);
}

static void
yc_visit_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  YcVisit *self = YC_VISIT (object);

  switch ((YcVisitProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CITIZEN:
      g_value_set_object (value, self->citizen);
      break;
    case PROP_AGENT:
      g_value_set_object (value, self->agent);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_DRAFTS:
      g_value_set_object (value, self->drafts);
      break;
    case PROP_STARTED_AT:
      g_value_set_boxed (value, self->started_at);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->saved);
      break;
    case PROP_NEED:
      g_value_set_string (value, self->need);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_ATTENTION:
      g_value_set_boolean (value, self->attention);
      break;
    case PROP_SAVED_PLAN:
      g_value_set_object (value, self->saved_plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_visit_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  YcVisit *self = YC_VISIT (object);

  if (property_id == PROP_NEED)
    yc_visit_set_need (self, g_value_get_string (value));
  else if (property_id == PROP_PAGE)
    yc_visit_set_page (self, g_value_get_string (value));
  else if (property_id == PROP_ATTENTION)
    yc_visit_set_attention (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
yc_visit_dispose (GObject *object)
{
  YcVisit *self = YC_VISIT (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->facts);
  g_clear_object (&self->plan);
  g_clear_object (&self->saved_plan);
  g_clear_object (&self->citizen);
  g_clear_object (&self->agent);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_visit_parent_class)->dispose (object);
}

static void
yc_visit_finalize (GObject *object)
{
  YcVisit *self = YC_VISIT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->need);
  g_free (self->page);
  g_clear_pointer (&self->started_at, g_date_time_unref);

  G_OBJECT_CLASS (yc_visit_parent_class)->finalize (object);
}

static void
yc_visit_class_init (YcVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = yc_visit_get_property;
  object_class->set_property = yc_visit_set_property;
  object_class->dispose = yc_visit_dispose;
  object_class->finalize = yc_visit_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, read);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  properties[PROP_CITIZEN] = g_param_spec_object ("citizen", NULL, NULL, YC_TYPE_CITIZEN, read);
  properties[PROP_AGENT] = g_param_spec_object ("agent", NULL, NULL, YC_TYPE_CITIZEN, read);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, YC_TYPE_PLAN, read);
  properties[PROP_DRAFTS] = g_param_spec_object ("drafts", NULL, NULL, G_TYPE_LIST_MODEL, read);
  properties[PROP_STARTED_AT] =
      g_param_spec_boxed ("started-at", NULL, NULL, G_TYPE_DATE_TIME, read);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, read);
  properties[PROP_NEED] = g_param_spec_string ("need", NULL, NULL, NULL, both);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, both);
  properties[PROP_ATTENTION] = g_param_spec_boolean ("attention", NULL, NULL, FALSE, both);
  properties[PROP_SAVED_PLAN] =
      g_param_spec_object ("saved-plan", NULL, NULL, YC_TYPE_SAVED_PLAN, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[DIRTY] = g_signal_new ("dirty", YC_TYPE_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[FLUSH] = g_signal_new ("flush", YC_TYPE_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
yc_visit_init (YcVisit *self)
{
  self->need = g_strdup ("");
  self->page = g_strdup ("");
  self->title = g_strdup ("");
  self->citizen = yc_citizen_new ();
  self->agent = yc_citizen_new ();
  self->drafts = g_list_store_new (YC_TYPE_CASE_DRAFT);
  self->saved = TRUE;
}

YcVisit *
yc_visit_create (YcParts    *parts,
                 const char *id)
{
  YcVisit *self = g_object_new (YC_TYPE_VISIT, NULL);

  self->parts = g_object_ref (parts);
  self->id = g_strdup (id);
  self->plan = yc_plan_new (parts->catalog);
  self->facts = yc_visit_facts_new (parts, self->citizen, self->plan);
  self->saved_plan = yc_saved_plan_new (parts, id);
  g_signal_connect_object (self->saved_plan, "changed", G_CALLBACK (yc_visit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->citizen, "changed", G_CALLBACK (yc_visit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agent, "changed", G_CALLBACK (yc_visit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (yc_visit_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* (transfer full): a new, empty visit */
YcVisit *
yc_visit_new (YcParts *parts)
{
  g_autofree char *id = yc_uuid_v7_new ();
  YcVisit *self = yc_visit_create (parts, id);

  self->started_at = yc_day_now ();
  return self;
}

gboolean
yc_visit_is_dirty (YcVisit *self)
{
  return self->dirty;
}

/* Something in it is to be saved. */
void
yc_visit_mark_dirty (YcVisit *self)
{
  self->dirty = TRUE;
  yc_visit_set_saved (self, FALSE);
  g_signal_emit (self, signals[DIRTY], 0);
}

void
yc_visit_set_saved (YcVisit  *self,
                    gboolean  saved)
{
  if (self->saved == saved)
    return;
  self->saved = saved;
  notify (self, PROP_SAVED);
}

const char *
yc_visit_get_id (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->id;
}

const char *
yc_visit_get_title (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->title;
}

YcCitizen *
yc_visit_get_citizen (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->citizen;
}

YcCitizen *
yc_visit_get_agent (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->agent;
}

YcPlan *
yc_visit_get_plan (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->plan;
}

YcSavedPlan *
yc_visit_get_saved_plan (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->saved_plan;
}

GListModel *
yc_visit_get_drafts (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return G_LIST_MODEL (self->drafts);
}

GDateTime *
yc_visit_get_started_at (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->started_at;
}

gboolean
yc_visit_get_saved (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);

  return self->saved;
}

const char *
yc_visit_get_need (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->need;
}

void
yc_visit_set_need (YcVisit    *self,
                   const char *need)
{
  g_return_if_fail (YC_IS_VISIT (self));

  set_text (self, &self->need, need, PROP_NEED);
}

const char *
yc_visit_get_page (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->page;
}

void
yc_visit_set_page (YcVisit    *self,
                   const char *page)
{
  g_return_if_fail (YC_IS_VISIT (self));

  set_text (self, &self->page, page, PROP_PAGE);
}

gboolean
yc_visit_get_attention (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);

  return self->attention;
}

void
yc_visit_set_attention (YcVisit  *self,
                        gboolean  attention)
{
  g_return_if_fail (YC_IS_VISIT (self));

  attention = !!attention;
  if (self->attention == attention)
    return;
  self->attention = attention;
  notify (self, PROP_ATTENTION);
  yc_visit_changed (self);
}

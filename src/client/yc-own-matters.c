/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the clerk's own cases, visits and saved plans be found: by number, need, name and telephone
 * number. What is shown of a person is masked. */
#include "yc-own-matters.h"

#include "yc-case.h"
#include "yc-id-number.h"

/* A clerk's work of months. */
#define MAX_CASES 1000
/* What can be begun or read comes before what was done. */
#define WEIGHT 0.8
/* While somebody is typing a name. */
#define SETTLE_MS 200

struct _YcOwnMatters
{
  GObject     parent_instance;

  YcSeeker   *seeker;
  YcVisits   *visits;
  YcLiveList *cases;
  YcLiveList *plans;
  /* "KIND ID" of what can be found now. */
  GHashTable *known;
  guint       settle;
};

G_DEFINE_FINAL_TYPE (YcOwnMatters, yc_own_matters, G_TYPE_OBJECT)

static YcSearchDocument *
create_document (const char *kind,
                 const char *id,
                 const char *title,
                 const char *body)
{
  YcSearchDocument *document = yc_search_document_new (kind, id, title);

  yc_search_document_set_body (document, body);
  yc_search_document_set_weight (document, WEIGHT);
  yc_search_document_set_personal (document, TRUE);
  return document;
}

static YcSearchDocument *
describe_case (YcCase *a_case)
{
  g_autofree char *masked = yc_name_mask (yc_case_get_applicant_name (a_case));
  g_autofree char *title = g_strdup_printf ("%s · %s", yc_case_get_item_title (a_case), masked);
  const char *number = yc_case_get_number (a_case);
  const char *serial = yc_case_get_certificate_serial (a_case);
  YcSearchDocument *document =
      create_document (YC_KIND_CASE, yc_case_get_id (a_case), title, number != NULL ? number : "");

  if (yc_case_get_applicant_name (a_case) != NULL)
    yc_search_document_add_tag (document, yc_case_get_applicant_name (a_case));
  if (number != NULL)
    yc_search_document_add_code (document, number);
  if (serial != NULL)
    yc_search_document_add_code (document, serial);
  return document;
}

/* NULL while nobody is there yet. */
static YcSearchDocument *
describe_visit (YcVisit *visit)
{
  YcCitizen *citizen = yc_visit_get_citizen (visit);
  YcSearchDocument *document;

  if (*yc_citizen_get_name (citizen) == '\0' && *yc_citizen_get_mobile (citizen) == '\0')
    return NULL;
  document = create_document (YC_KIND_VISIT, yc_visit_get_id (visit), yc_visit_get_title (visit),
                              yc_citizen_get_masked_mobile (citizen));
  yc_search_document_add_tag (document, yc_citizen_get_name (citizen));
  yc_search_document_add_code (document, yc_citizen_get_mobile (citizen));
  return document;
}

static YcSearchDocument *
describe_plan (YcSavedPlan *plan)
{
  const char *need = yc_saved_plan_get_need (plan);
  const char *items = yc_saved_plan_get_title (plan);
  const char *number = yc_saved_plan_get_number (plan);
  g_autofree char *name = yc_saved_plan_dup_name (plan);
  g_autofree char *title =
      g_strdup_printf ("%s%s%s", *need != '\0' ? need : items, *name != '\0' ? " · " : "", name);
  g_autofree char *body = g_strjoin (" ", number, *need != '\0' ? items : NULL, NULL);
  YcSearchDocument *document =
      create_document (YC_KIND_PLAN, yc_saved_plan_get_id (plan), title, body);

  yc_search_document_add_tag (document, items);
  yc_search_document_add_code (document, number);
  return document;
}

static void
put (YcSearchBatch    *batch,
     GHashTable       *known,
     const char       *kind,
     const char       *id,
     YcSearchDocument *document)
{
  if (document == NULL)
    return;
  yc_search_batch_put (batch, document);
  g_hash_table_add (known, g_strdup_printf ("%s %s", kind, id));
}

static void
put_cases (YcOwnMatters  *self,
           YcSearchBatch *batch,
           GHashTable    *known)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cases)); i++)
    {
      g_autoptr (YcCase) a_case = g_list_model_get_item (G_LIST_MODEL (self->cases), i);

      put (batch, known, YC_KIND_CASE, yc_case_get_id (a_case), describe_case (a_case));
    }
}

static void
put_visits (YcOwnMatters  *self,
            YcSearchBatch *batch,
            GHashTable    *known)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->visits)); i++)
    {
      g_autoptr (YcVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->visits), i);

      put (batch, known, YC_KIND_VISIT, yc_visit_get_id (visit), describe_visit (visit));
    }
}

static void
put_plans (YcOwnMatters  *self,
           YcSearchBatch *batch,
           GHashTable    *known)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      put (batch, known, YC_KIND_PLAN, yc_saved_plan_get_id (plan), describe_plan (plan));
    }
}

static void
remove_gone (YcOwnMatters  *self,
             YcSearchBatch *batch,
             GHashTable    *known)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (known, key))
      {
        g_auto (GStrv) parts = g_strsplit (key, " ", 2);

        yc_search_batch_remove (batch, parts[0], parts[1]);
      }
}

static gboolean
settle_cb (gpointer user_data)
{
  YcOwnMatters *self = user_data;
  YcSearchBatch *batch = yc_search_batch_new ();
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->settle = 0;
  put_cases (self, batch, known);
  put_visits (self, batch, known);
  put_plans (self, batch, known);
  remove_gone (self, batch, known);
  g_hash_table_unref (self->known);
  self->known = known;
  yc_seeker_put (self->seeker, batch);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (YcOwnMatters *self)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
cases_changed_cb (YcOwnMatters *self)
{
  if (yc_live_list_get_has_more (self->cases) &&
      g_list_model_get_n_items (G_LIST_MODEL (self->cases)) < MAX_CASES)
    yc_live_list_load_more (self->cases);
  changed_cb (self);
}

static void
visits_changed_cb (YcOwnMatters *self,
                   guint         position,
                   guint         removed,
                   guint         added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (YcVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->visits), i);

      g_signal_connect_object (visit, "notify::title", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (yc_visit_get_citizen (visit), "changed", G_CALLBACK (changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

static void
yc_own_matters_dispose (GObject *object)
{
  YcOwnMatters *self = YC_OWN_MATTERS (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->known != NULL && self->seeker != NULL)
    {
      g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
      YcSearchBatch *batch = yc_search_batch_new ();

      remove_gone (self, batch, none);
      yc_seeker_put (self->seeker, batch);
    }
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->cases);
  g_clear_object (&self->plans);
  g_clear_object (&self->visits);
  g_clear_object (&self->seeker);

  G_OBJECT_CLASS (yc_own_matters_parent_class)->dispose (object);
}

static void
yc_own_matters_class_init (YcOwnMattersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_own_matters_dispose;
}

static void
yc_own_matters_init (YcOwnMatters *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

YcOwnMatters *
yc_own_matters_new (YcSeeker   *seeker,
                    YcVisits   *visits,
                    YcLiveList *cases,
                    YcLiveList *plans)
{
  YcOwnMatters *self = g_object_new (YC_TYPE_OWN_MATTERS, NULL);

  self->seeker = g_object_ref (seeker);
  self->visits = g_object_ref (visits);
  self->cases = g_object_ref (cases);
  self->plans = g_object_ref (plans);
  g_signal_connect_object (cases, "items-changed", G_CALLBACK (cases_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cases, "notify::has-more", G_CALLBACK (cases_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plans, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (visits, "items-changed", G_CALLBACK (visits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visits_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (visits)));
  cases_changed_cb (self);
  return self;
}

YcSavedPlan *
yc_own_matters_find_plan (YcOwnMatters *self,
                          const char   *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      if (g_str_equal (yc_saved_plan_get_id (plan), id))
        return g_steal_pointer (&plan);
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query found: for each kind how many and the best of them. */
#include "yc-search-result-private.h"

typedef struct
{
  char       *kind;
  guint       total;
  GListStore *hits;
} Group;

struct _YcSearchResult
{
  GObject     parent_instance;

  guint       total;
  GArray     *groups;
  GListStore *best;
};

G_DEFINE_FINAL_TYPE (YcSearchResult, yc_search_result, G_TYPE_OBJECT)

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->kind, g_free);
  g_clear_object (&group->hits);
}

static void
yc_search_result_finalize (GObject *object)
{
  YcSearchResult *self = YC_SEARCH_RESULT (object);

  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_object (&self->best);

  G_OBJECT_CLASS (yc_search_result_parent_class)->finalize (object);
}

static void
yc_search_result_class_init (YcSearchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_search_result_finalize;
}

static void
yc_search_result_init (YcSearchResult *self)
{
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->best = g_list_store_new (YC_TYPE_HIT);
}

YcSearchResult *
yc_search_result_new (void)
{
  return g_object_new (YC_TYPE_SEARCH_RESULT, NULL);
}

void
yc_search_result_add_group (YcSearchResult *self,
                            const char     *kind,
                            guint           total,
                            GListStore     *hits)
{
  Group group = { g_strdup (kind), total, hits };

  self->total += total;
  g_array_append_val (self->groups, group);
}

void
yc_search_result_add_best (YcSearchResult *self,
                           YcHit          *hit)
{
  g_list_store_append (self->best, hit);
}

guint
yc_search_result_get_total (YcSearchResult *self)
{
  g_return_val_if_fail (YC_IS_SEARCH_RESULT (self), 0);

  return self->total;
}

guint
yc_search_result_get_n_groups (YcSearchResult *self)
{
  g_return_val_if_fail (YC_IS_SEARCH_RESULT (self), 0);

  return self->groups->len;
}

const char *
yc_search_result_get_group_kind (YcSearchResult *self,
                                 guint           group)
{
  g_return_val_if_fail (YC_IS_SEARCH_RESULT (self), NULL);
  g_return_val_if_fail (group < self->groups->len, NULL);

  return g_array_index (self->groups, Group, group).kind;
}

guint
yc_search_result_get_group_total (YcSearchResult *self,
                                  guint           group)
{
  g_return_val_if_fail (YC_IS_SEARCH_RESULT (self), 0);
  g_return_val_if_fail (group < self->groups->len, 0);

  return g_array_index (self->groups, Group, group).total;
}

GListModel *
yc_search_result_get_group_hits (YcSearchResult *self,
                                 guint           group)
{
  g_return_val_if_fail (YC_IS_SEARCH_RESULT (self), NULL);
  g_return_val_if_fail (group < self->groups->len, NULL);

  return G_LIST_MODEL (g_array_index (self->groups, Group, group).hits);
}

GListModel *
yc_search_result_get_best (YcSearchResult *self)
{
  g_return_val_if_fail (YC_IS_SEARCH_RESULT (self), NULL);

  return G_LIST_MODEL (self->best);
}

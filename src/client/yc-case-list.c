/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One view of the service's cases, kept live. */
#include "yc-case-list-private.h"

#include "yc-pager.h"

struct _YcCaseList
{
  GObject        parent_instance;

  YcPager       *pager;
  YcCasePool    *pool;
  YcCaseView     view;
  YcCaseFilters *filters;
};

typedef enum
{
  PROP_VIEW = 1,
  PROP_FILTERS,
  PROP_LOAD_STATE,
  PROP_ERROR,
  PROP_HAS_MORE,
  PROP_N_ITEMS,
} YcCaseListProperty;

static const char *const view_words[] = { NULL, "mine", "review", "place" };

static GParamSpec *properties[PROP_N_ITEMS + 1];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcCaseList, yc_case_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
notify (YcCaseList         *self,
        YcCaseListProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  YcCaseList *self = user_data;

  return (GObject *) yc_case_pool_take (self->pool, row, NULL);
}

static void
changed_cb (YcCaseList *self)
{
  notify (self, PROP_LOAD_STATE);
  notify (self, PROP_ERROR);
  notify (self, PROP_HAS_MORE);
}

static void
items_changed_cb (YcCaseList *self,
                  guint       position,
                  guint       removed,
                  guint       added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    notify (self, PROP_N_ITEMS);
}

static void
add_query (GString    *path,
           const char *name,
           const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (path, "&%s=", name);
  g_string_append_uri_escaped (path, value, NULL, FALSE);
}

static void
update_path (YcCaseList *self)
{
  g_autoptr (GString) path = g_string_new ("/cases?view=");

  g_string_append (path, view_words[self->view]);
  if (self->filters != NULL)
    {
      add_query (path, "state", yc_case_state_to_string (self->filters->state));
      add_query (path, "cause", yc_cause_to_string (self->filters->cause));
      add_query (path, "returned", self->filters->returned ? "true" : NULL);
      add_query (path, "reason", self->filters->reason);
      add_query (path, "item", self->filters->item);
      add_query (path, "clerk", self->filters->clerk);
      add_query (path, "from", self->filters->from);
      add_query (path, "to", self->filters->to);
    }
  yc_pager_set_path (self->pager, path->str);
}

static GType
get_item_type (GListModel *model)
{
  return YC_TYPE_CASE;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (YC_CASE_LIST (model)->pager));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (YC_CASE_LIST (model)->pager), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
yc_case_list_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  YcCaseList *self = YC_CASE_LIST (object);

  switch ((YcCaseListProperty) property_id)
    {
    case PROP_VIEW:
      g_value_set_int (value, (int) self->view);
      break;
    case PROP_FILTERS:
      g_value_set_boxed (value, self->filters);
      break;
    case PROP_LOAD_STATE:
      g_value_set_int (value, (int) yc_case_list_get_load_state (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, yc_case_list_get_error (self));
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, yc_case_list_get_has_more (self));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_n_items (G_LIST_MODEL (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_case_list_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  YcCaseList *self = YC_CASE_LIST (object);

  if (property_id == PROP_FILTERS)
    yc_case_list_set_filters (self, g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
yc_case_list_dispose (GObject *object)
{
  YcCaseList *self = YC_CASE_LIST (object);

  if (self->pager != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->pager, self);
      /* A page on its way must not call back to us. */
      g_object_run_dispose (G_OBJECT (self->pager));
    }
  g_clear_object (&self->pager);
  g_clear_object (&self->pool);

  G_OBJECT_CLASS (yc_case_list_parent_class)->dispose (object);
}

static void
yc_case_list_finalize (GObject *object)
{
  YcCaseList *self = YC_CASE_LIST (object);

  yc_case_filters_free (self->filters);

  G_OBJECT_CLASS (yc_case_list_parent_class)->finalize (object);
}

static void
yc_case_list_class_init (YcCaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_case_list_get_property;
  object_class->set_property = yc_case_list_set_property;
  object_class->dispose = yc_case_list_dispose;
  object_class->finalize = yc_case_list_finalize;

  properties[PROP_VIEW] = g_param_spec_int ("view", NULL, NULL, YC_CASE_VIEW_MINE,
                                            YC_CASE_VIEW_PLACE, YC_CASE_VIEW_MINE, flags);
  properties[PROP_FILTERS] = g_param_spec_boxed ("filters", NULL, NULL, YC_TYPE_CASE_FILTERS,
                                                 flags | G_PARAM_WRITABLE);
  properties[PROP_LOAD_STATE] = g_param_spec_int ("load-state", NULL, NULL, YC_LOAD_EMPTY,
                                                  YC_LOAD_FAILED, YC_LOAD_EMPTY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_case_list_init (YcCaseList *self)
{
}

YcCaseList *
yc_case_list_new (YcHttp              *http,
                  YcLive              *live,
                  YcSession           *session,
                  YcCasePool          *pool,
                  YcCaseView           view,
                  const YcCaseFilters *filters)
{
  YcCaseList *self = g_object_new (YC_TYPE_CASE_LIST, NULL);

  self->pool = g_object_ref (pool);
  self->view = view;
  self->filters = filters != NULL ? yc_case_filters_copy (filters) : NULL;
  self->pager = yc_pager_new (http, live, session, "cases", YC_TYPE_CASE, take_row, self);
  g_signal_connect_swapped (self->pager, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->pager, "items-changed", G_CALLBACK (items_changed_cb), self);
  update_path (self);
  return self;
}

YcCaseView
yc_case_list_get_view (YcCaseList *self)
{
  g_return_val_if_fail (YC_IS_CASE_LIST (self), 0);

  return self->view;
}

YcLoadState
yc_case_list_get_load_state (YcCaseList *self)
{
  g_return_val_if_fail (YC_IS_CASE_LIST (self), YC_LOAD_EMPTY);

  return yc_pager_get_load_state (self->pager);
}

const GError *
yc_case_list_get_error (YcCaseList *self)
{
  g_return_val_if_fail (YC_IS_CASE_LIST (self), NULL);

  return yc_pager_get_error (self->pager);
}

gboolean
yc_case_list_get_has_more (YcCaseList *self)
{
  g_return_val_if_fail (YC_IS_CASE_LIST (self), FALSE);

  return yc_pager_get_has_more (self->pager);
}

const YcCaseFilters *
yc_case_list_get_filters (YcCaseList *self)
{
  g_return_val_if_fail (YC_IS_CASE_LIST (self), NULL);

  return self->filters;
}

void
yc_case_list_set_filters (YcCaseList          *self,
                          const YcCaseFilters *filters)
{
  YcCaseFilters *copy;

  g_return_if_fail (YC_IS_CASE_LIST (self));

  copy = filters != NULL ? yc_case_filters_copy (filters) : NULL;
  yc_case_filters_free (self->filters);
  self->filters = copy;
  notify (self, PROP_FILTERS);
  update_path (self);
}

void
yc_case_list_load_more (YcCaseList *self)
{
  g_return_if_fail (YC_IS_CASE_LIST (self));

  yc_pager_load_more (self->pager);
}

void
yc_case_list_refresh (YcCaseList *self)
{
  g_return_if_fail (YC_IS_CASE_LIST (self));

  yc_pager_refresh (self->pager);
}

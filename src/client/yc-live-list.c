/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the service, loaded page by page, and again when it changed. A refresh loads as many
 * rows as are shown, and only what differs is told to the view. */
#include "yc-live-list-private.h"

#include "yc-client-error.h"
#include "yc-json.h"
#include "yc-list-model.h"

#define PAGE_ROWS 50
#define MAX_PAGE_ROWS 200
/* Live events come in bursts; one refresh for all of them is enough. */
#define SETTLE_MS 100

struct _YcLiveList
{
  GObject         parent_instance;

  YcHttp         *http;
  YcSession      *session;
  const char     *member;
  GType           item_type;
  YcLiveListTake  take;
  gpointer        user_data;
  GDestroyNotify  free_user_data;

  char           *path;
  GPtrArray      *items;
  char           *next;
  YcLoadState     load_state;
  GError         *error;

  GCancellable   *cancellable;
  /* Being collected by a refresh; NULL while a next page is loaded or nothing is. */
  GPtrArray      *fresh;
  gboolean        again;
  guint           settle;
};

typedef enum
{
  PROP_LOAD_STATE = 1,
  PROP_ERROR,
  PROP_HAS_MORE,
  PROP_N_ITEMS,
} YcLiveListProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcLiveList, yc_live_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
notify (YcLiveList         *self,
        YcLiveListProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tell_change (YcLiveList *self,
             guint       position,
             guint       removed,
             guint       added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    notify (self, PROP_N_ITEMS);
}

static void
set_load_state (YcLiveList   *self,
                YcLoadState   load_state,
                const GError *error)
{
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->load_state = load_state;
  notify (self, PROP_LOAD_STATE);
  notify (self, PROP_ERROR);
  notify (self, PROP_HAS_MORE);
}

/* Replaces the items by @fresh; only the stretch that differs is told. */
static void
replace_items (YcLiveList *self,
               GPtrArray  *fresh)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint head = 0, tail = 0;
  guint shorter = MIN (old->len, fresh->len);

  while (head < shorter && g_ptr_array_index (old, head) == g_ptr_array_index (fresh, head))
    head++;
  while (tail < shorter - head && g_ptr_array_index (old, old->len - 1 - tail) ==
                                    g_ptr_array_index (fresh, fresh->len - 1 - tail))
    tail++;
  self->items = g_ptr_array_ref (fresh);
  if (old->len - head - tail > 0 || fresh->len - head - tail > 0)
    tell_change (self, head, old->len - head - tail, fresh->len - head - tail);
}

static void
append_items (YcLiveList *self,
              GPtrArray  *more)
{
  guint position = self->items->len;
  guint added = more->len;

  g_ptr_array_extend_and_steal (self->items, g_ptr_array_ref (more));
  tell_change (self, position, 0, added);
}

static void
stop (YcLiveList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_handle_id (&self->settle, g_source_remove);
  self->again = FALSE;
}

static GPtrArray *
take_rows (YcLiveList  *self,
           JsonObject  *answer,
           GError     **error)
{
  JsonArray *rows = yc_json_get_array (answer, self->member);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = yc_json_node_get_object (json_array_get_element (rows, i));
      GObject *item = row != NULL ? self->take (row, self->user_data) : NULL;

      if (item == NULL)
        rows = NULL;
      else
        g_ptr_array_add (items, item);
    }
  if (rows != NULL)
    return g_steal_pointer (&items);
  g_set_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "The answer is no list of %s",
               self->member);
  return NULL;
}

static void request_page (YcLiveList *self,
                          const char *cursor,
                          guint       limit);

static void
finish_refresh (YcLiveList *self)
{
  g_autoptr (GPtrArray) fresh = g_steal_pointer (&self->fresh);

  replace_items (self, fresh);
  set_load_state (self, YC_LOAD_READY, NULL);
}

static gboolean
needs_another_page (YcLiveList *self)
{
  return self->fresh->len < self->items->len && self->next != NULL;
}

static void
take_page (YcLiveList *self,
           GPtrArray  *rows)
{
  if (self->fresh == NULL)
    {
      append_items (self, rows);
      set_load_state (self, YC_LOAD_READY, NULL);
      return;
    }
  g_ptr_array_extend_and_steal (self->fresh, g_ptr_array_ref (rows));
  if (needs_another_page (self))
    request_page (self, self->next, MAX_PAGE_ROWS);
  else
    finish_refresh (self);
}

static void
fail (YcLiveList   *self,
      const GError *error)
{
  gboolean had_something = self->load_state == YC_LOAD_READY || self->load_state == YC_LOAD_STALE ||
                           self->items->len > 0;

  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  set_load_state (self, had_something ? YC_LOAD_STALE : YC_LOAD_FAILED, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcLiveList) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  /* Another request has taken its place, or the list is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (user_data);
  g_clear_object (&self->cancellable);
  if (reply != NULL)
    rows = take_rows (self, yc_reply_get_object (reply), &error);
  if (rows == NULL)
    {
      fail (self, error);
    }
  else
    {
      g_free (self->next);
      self->next = g_strdup (yc_json_get_string (yc_reply_get_object (reply), "next", NULL));
      take_page (self, rows);
    }
  if (self->again && self->cancellable == NULL)
    yc_live_list_refresh (self);
}

static void
request_page (YcLiveList *self,
              const char *cursor,
              guint       limit)
{
  g_autofree char *escaped = cursor != NULL ? g_uri_escape_string (cursor, NULL, FALSE) : NULL;
  g_autofree char *path = NULL;
  YcRequest request = { .method = "GET", .expect = YC_EXPECT_JSON };

  path = g_strdup_printf ("%s&limit=%u%s%s", self->path, limit, escaped != NULL ? "&cursor=" : "",
                          escaped != NULL ? escaped : "");
  request.path = path;
  self->cancellable = g_cancellable_new ();
  yc_http_send_async (self->http, &request, self->cancellable, loaded_cb, self);
}

static gboolean
settled_cb (gpointer data)
{
  YcLiveList *self = data;

  self->settle = 0;
  yc_live_list_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
something_changed_cb (YcLiveList *self)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* What one user may see is not for the next one. An expired session keeps all on the screen. */
static void
user_changed_cb (YcLiveList *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new_with_free_func (g_object_unref);

  stop (self);
  g_clear_pointer (&self->next, g_free);
  replace_items (self, nothing);
  set_load_state (self, YC_LOAD_EMPTY, NULL);
  yc_live_list_refresh (self);
}

YC_DEFINE_LIST_MODEL (YcLiveList, self->item_type, items)

static void
yc_live_list_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  YcLiveList *self = YC_LIVE_LIST (object);

  switch ((YcLiveListProperty) property_id)
    {
    case PROP_LOAD_STATE:
      g_value_set_int (value, (int) self->load_state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, self->next != NULL);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_live_list_dispose (GObject *object)
{
  YcLiveList *self = YC_LIVE_LIST (object);

  stop (self);
  g_clear_object (&self->http);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yc_live_list_parent_class)->dispose (object);
}

static void
yc_live_list_finalize (GObject *object)
{
  YcLiveList *self = YC_LIVE_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self->next);
  if (self->free_user_data != NULL)
    self->free_user_data (self->user_data);

  G_OBJECT_CLASS (yc_live_list_parent_class)->finalize (object);
}

static void
yc_live_list_class_init (YcLiveListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_live_list_get_property;
  object_class->dispose = yc_live_list_dispose;
  object_class->finalize = yc_live_list_finalize;

  properties[PROP_LOAD_STATE] = g_param_spec_int ("load-state", NULL, NULL, YC_LOAD_EMPTY,
                                                  YC_LOAD_FAILED, YC_LOAD_EMPTY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_live_list_init (YcLiveList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->load_state = YC_LOAD_EMPTY;
}

/* What else changes leaves the list as it is; a certificate's line also says how it was delivered. */
static const char *
find_event (const char *member)
{
  if (g_str_equal (member, "plans"))
    return "plan";
  return g_str_equal (member, "inquiries") ? "inquiry" : "case";
}

/**
 * yc_live_list_new:
 * @parts: whose service it asks, for whom, and on which events again
 * @member: (unowned): the member of the answer that holds the rows; must live as long as the list
 * @item_type: what the rows become
 * @take: makes an object of a row
 * @user_data: for @take
 * @free_user_data: frees @user_data
 *
 * Returns: (transfer full): a list that loads nothing before yc_live_list_set_path()
 */
YcLiveList *
yc_live_list_new (YcParts        *parts,
                  const char     *member,
                  GType           item_type,
                  YcLiveListTake  take,
                  gpointer        user_data,
                  GDestroyNotify  free_user_data)
{
  YcLiveList *self = g_object_new (YC_TYPE_LIVE_LIST, NULL);

  self->http = g_object_ref (parts->http);
  self->session = g_object_ref (parts->session);
  self->member = member;
  self->item_type = item_type;
  self->take = take;
  self->user_data = user_data;
  self->free_user_data = free_user_data;
  g_signal_connect_object (parts->live, find_event (member), G_CALLBACK (something_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (g_str_equal (member, "certificates"))
    g_signal_connect_object (parts->live, "delivery", G_CALLBACK (something_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->live, "refresh", G_CALLBACK (something_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->session, "notify::user-id", G_CALLBACK (user_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* @path: what to ask for, with a query. Loads anew. */
void
yc_live_list_set_path (YcLiveList *self,
                       const char *path)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new_with_free_func (g_object_unref);

  stop (self);
  g_clear_pointer (&self->next, g_free);
  replace_items (self, nothing);
  g_free (self->path);
  self->path = g_strdup (path);
  self->load_state = YC_LOAD_EMPTY;
  yc_live_list_refresh (self);
}

YcLoadState
yc_live_list_get_load_state (YcLiveList *self)
{
  g_return_val_if_fail (YC_IS_LIVE_LIST (self), YC_LOAD_EMPTY);

  return self->load_state;
}

const GError *
yc_live_list_get_error (YcLiveList *self)
{
  g_return_val_if_fail (YC_IS_LIVE_LIST (self), NULL);

  return self->error;
}

gboolean
yc_live_list_get_has_more (YcLiveList *self)
{
  g_return_val_if_fail (YC_IS_LIVE_LIST (self), FALSE);

  return self->next != NULL;
}

void
yc_live_list_load_more (YcLiveList *self)
{
  g_return_if_fail (YC_IS_LIVE_LIST (self));

  if (self->next != NULL && self->cancellable == NULL)
    request_page (self, self->next, PAGE_ROWS);
}

void
yc_live_list_refresh (YcLiveList *self)
{
  g_return_if_fail (YC_IS_LIVE_LIST (self));

  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->path == NULL || !yc_session_get_signed_in (self->session))
    return;
  self->again = self->cancellable != NULL;
  if (self->again)
    return;
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->load_state == YC_LOAD_EMPTY || self->load_state == YC_LOAD_FAILED)
    set_load_state (self, YC_LOAD_LOADING, NULL);
  request_page (self, NULL, CLAMP (self->items->len, PAGE_ROWS, MAX_PAGE_ROWS));
}

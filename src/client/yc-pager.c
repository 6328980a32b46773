/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a list of the service page by page, and again when it changed. A refresh loads as many rows
 * as are shown, and only what differs is told to the view. */
#include "yc-pager.h"

#include "yc-client-error.h"
#include "yc-json.h"

#define PAGE_ROWS 50
#define MAX_PAGE_ROWS 200
/* Live events come in bursts; one refresh for all of them is enough. */
#define SETTLE_MS 100

struct _YcPager
{
  GObject       parent_instance;

  YcHttp       *http;
  YcSession    *session;
  char         *member;
  GType         item_type;
  YcPagerTake   take;
  gpointer      user_data;

  char         *path;
  GPtrArray    *items;
  char         *next;
  YcLoadState   load_state;
  GError       *error;

  GCancellable *cancellable;
  /* Being collected by a refresh; NULL while a next page is loaded or nothing is. */
  GPtrArray    *fresh;
  gboolean      again;
  guint         settle;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPager, yc_pager, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_load_state (YcPager      *self,
                YcLoadState   load_state,
                const GError *error)
{
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->load_state = load_state;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Replaces the items by @fresh; only the stretch that differs is told. */
static void
replace_items (YcPager   *self,
               GPtrArray *fresh)
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
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                fresh->len - head - tail);
}

static void
append_items (YcPager   *self,
              GPtrArray *more)
{
  guint position = self->items->len;
  guint added = more->len;

  g_ptr_array_extend_and_steal (self->items, g_ptr_array_ref (more));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, added);
}

static void
stop (YcPager *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_handle_id (&self->settle, g_source_remove);
  self->again = FALSE;
}

static GPtrArray *
take_rows (YcPager    *self,
           JsonObject *answer,
           GError    **error)
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

static void request_page (YcPager    *self,
                          const char *cursor,
                          guint       limit);

static void
finish_refresh (YcPager *self)
{
  g_autoptr (GPtrArray) fresh = g_steal_pointer (&self->fresh);

  replace_items (self, fresh);
  set_load_state (self, YC_LOAD_READY, NULL);
}

static gboolean
needs_another_page (YcPager *self)
{
  return self->fresh->len < self->items->len && self->next != NULL;
}

static void
take_page (YcPager   *self,
           GPtrArray *rows)
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
fail (YcPager      *self,
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
  g_autoptr (YcPager) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  /* Another request has taken its place. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
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
    yc_pager_refresh (self);
}

static void
request_page (YcPager    *self,
              const char *cursor,
              guint       limit)
{
  g_autofree char *escaped = cursor != NULL ? g_uri_escape_string (cursor, NULL, FALSE) : NULL;
  g_autofree char *path = NULL;
  YcRequest request = { .method = "GET", .expect = YC_EXPECT_JSON };

  path =
      g_strdup_printf ("%s%climit=%u%s%s", self->path, strchr (self->path, '?') != NULL ? '&' : '?',
                       limit, escaped != NULL ? "&cursor=" : "", escaped != NULL ? escaped : "");
  request.path = path;
  self->cancellable = g_cancellable_new ();
  yc_http_send_async (self->http, &request, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
  YcPager *self = data;

  self->settle = 0;
  yc_pager_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
something_changed_cb (YcPager *self)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* What one user may see is not for the next one. An expired session keeps all on the screen. */
static void
user_changed_cb (YcPager *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new_with_free_func (g_object_unref);

  stop (self);
  g_clear_pointer (&self->next, g_free);
  replace_items (self, nothing);
  set_load_state (self, YC_LOAD_EMPTY, NULL);
  yc_pager_refresh (self);
}

static GType
get_item_type (GListModel *model)
{
  return YC_PAGER (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return YC_PAGER (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  YcPager *self = YC_PAGER (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
yc_pager_dispose (GObject *object)
{
  YcPager *self = YC_PAGER (object);

  stop (self);
  g_clear_object (&self->http);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yc_pager_parent_class)->dispose (object);
}

static void
yc_pager_finalize (GObject *object)
{
  YcPager *self = YC_PAGER (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->member);
  g_free (self->path);
  g_free (self->next);

  G_OBJECT_CLASS (yc_pager_parent_class)->finalize (object);
}

static void
yc_pager_class_init (YcPagerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_pager_dispose;
  object_class->finalize = yc_pager_finalize;

  signals[CHANGED] = g_signal_new ("changed", YC_TYPE_PAGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
yc_pager_init (YcPager *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->load_state = YC_LOAD_EMPTY;
}

/**
 * yc_pager_new:
 * @http: requests
 * @live: live events
 * @session: whose list it is
 * @member: the member of the answer that holds the rows
 * @item_type: what the rows become
 * @take: makes an object of a row
 * @user_data: (unowned): for @take; must live as long as the pager
 *
 * Returns: (transfer full): a pager that loads nothing before yc_pager_set_path()
 */
YcPager *
yc_pager_new (YcHttp      *http,
              YcLive      *live,
              YcSession   *session,
              const char  *member,
              GType        item_type,
              YcPagerTake  take,
              gpointer     user_data)
{
  YcPager *self = g_object_new (YC_TYPE_PAGER, NULL);

  self->http = g_object_ref (http);
  self->session = g_object_ref (session);
  self->member = g_strdup (member);
  self->item_type = item_type;
  self->take = take;
  self->user_data = user_data;
  g_signal_connect_object (live, "case", G_CALLBACK (something_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "refresh", G_CALLBACK (something_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::user-id", G_CALLBACK (user_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* What to ask for, with its query. Loads anew. */
void
yc_pager_set_path (YcPager    *self,
                   const char *path)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new_with_free_func (g_object_unref);

  stop (self);
  g_clear_pointer (&self->next, g_free);
  replace_items (self, nothing);
  g_free (self->path);
  self->path = g_strdup (path);
  self->load_state = YC_LOAD_EMPTY;
  yc_pager_refresh (self);
}

void
yc_pager_load_more (YcPager *self)
{
  if (self->next != NULL && self->cancellable == NULL)
    request_page (self, self->next, PAGE_ROWS);
}

void
yc_pager_refresh (YcPager *self)
{
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

YcLoadState
yc_pager_get_load_state (YcPager *self)
{
  return self->load_state;
}

const GError *
yc_pager_get_error (YcPager *self)
{
  return self->error;
}

gboolean
yc_pager_get_has_more (YcPager *self)
{
  return self->next != NULL;
}

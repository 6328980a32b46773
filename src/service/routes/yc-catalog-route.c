/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog: what has changed, and publishing a new set. */
#include "yc-routes-private.h"

#include "yc-documents-table.h"
#include "yc-publisher.h"

#define DEFAULT_LIMIT 500
#define MAX_LIMIT 2000

typedef struct
{
  const YcCall *call;
  JsonNode *documents;
  gint64 version;
  guint n_changed;
  guint n_kept;
} Publication;

YcHttpResponse *
yc_catalog_route_get_changes (YcCall  *call,
                              GError **error)
{
  gint64 after = 0, limit = DEFAULT_LIMIT, version, latest;
  g_autoptr (JsonArray) documents = NULL;
  JsonObject *object;
  gboolean more;

  if (!yc_http_request_get_number (call->request, "after", 0, G_MAXINT64, &after, error) ||
      !yc_http_request_get_number (call->request, "limit", 1, MAX_LIMIT, &limit, error))
    return NULL;
  latest = version = yc_documents_table_get_version (call->work.transaction, error);
  if (version < 0)
    return NULL;
  documents = yc_documents_table_list_changes (call->work.transaction, after, limit + 1, error);
  if (documents == NULL)
    return NULL;
  more = json_array_get_length (documents) > limit;
  if (more)
    {
      json_array_remove_element (documents, limit);
      version = json_object_get_int_member (
        json_array_get_object_element (documents, limit - 1), "version");
    }
  object = json_object_new ();
  json_object_set_int_member (object, "version", version);
  json_object_set_int_member (object, "latest", latest);
  json_object_set_array_member (object, "documents", g_steal_pointer (&documents));
  json_object_set_boolean_member (object, "more", more);
  return yc_http_response_new_json (200, object);
}

static gboolean
replace_func (YcTransaction  *transaction,
              gpointer        user_data,
              GError        **error)
{
  Publication *publication = user_data;
  YcWork work = publication->call->work;

  work.transaction = transaction;
  return yc_publisher_replace (&work, publication->documents, &publication->version,
                               &publication->n_changed, &publication->n_kept, error);
}

/* The long part, checking, keeps nobody from writing. */
YcHttpResponse *
yc_catalog_route_publish (YcCall  *call,
                          GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  Publication publication = {
    .call = call,
    .documents = json_object_get_member (body, "documents"),
  };
  JsonObject *object;

  if (!yc_publisher_check (publication.documents, TRUE, error) ||
      !yc_writer_run (yc_service_get_writer (call->work.service), replace_func, &publication,
                      error))
    return NULL;
  object = json_object_new ();
  json_object_set_int_member (object, "version", publication.version);
  json_object_set_int_member (object, "changed", publication.n_changed);
  json_object_set_int_member (object, "kept", publication.n_kept);
  return yc_http_response_new_json (201, object);
}

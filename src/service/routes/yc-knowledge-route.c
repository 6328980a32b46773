/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One knowledge entry: read with its version, and a version of it published. */
#include "yc-routes-private.h"

#include "yc-entry-publisher.h"
#include "yc-etag.h"
#include "yc-json.h"
#include "yc-published-entries-table.h"
#include "yc-service-error.h"

static YcHttpResponse *
answer_entry (YcCall      *call,
              guint        status,
              JsonObject  *entry,
              gint64       version,
              GError     **error)
{
  JsonObject *published, *object;

  if (!yc_published_entries_table_find (call->work.transaction, call->argument, &published, error))
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "id", call->argument);
  json_object_set_int_member (object, "version", version);
  json_object_set_object_member (object, "entry", json_object_ref (entry));
  if (published != NULL)
    json_object_set_object_member (object, "published", published);
  return yc_etag_answer (status, version, object);
}

YcHttpResponse *
yc_knowledge_route_get (YcCall  *call,
                        GError **error)
{
  gint64 version;
  g_autoptr (JsonObject) entry =
    yc_entry_publisher_load (&call->work, call->argument, &version, error);

  return entry != NULL ? answer_entry (call, 200, entry, version, error) : NULL;
}

YcHttpResponse *
yc_knowledge_route_publish (YcCall  *call,
                            GError **error)
{
  gint64 version = 0;
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) entry =
    yc_entry_publisher_load (&call->work, call->argument, &version, &local);
  g_autoptr (JsonObject) edition = NULL;

  /* A new one is based on version 0. */
  if (entry == NULL && (!g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND) ||
                        !yc_etag_check_match (call->request, 0, NULL)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (entry != NULL && !yc_etag_check_match (call->request, version, error))
    return NULL;
  edition = yc_entry_publisher_publish (&call->work, call->argument, entry,
                                        yc_http_request_get_body (call->request), &version, error);
  return edition != NULL ? answer_entry (call, 201, edition, version, error) : NULL;
}

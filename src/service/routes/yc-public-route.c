/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What operators and programs ask for without signing in. */
#include "yc-routes-private.h"

#include "yc-contract.h"
#include "yc-deliveries-table.h"
#include "yc-documents-table.h"
#include "yc-stamped-signer.h"

YcHttpResponse *
yc_public_route_get_health (YcCall  *call,
                            GError **error)
{
  JsonObject *object;

  /* Reading proves that the database is there. */
  if (yc_documents_table_get_version (call->work.transaction, error) < 0)
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "status", "ok");
  json_object_set_string_member (object, "version", YC_VERSION);
  return yc_http_response_new_json (200, object);
}

static void
write_gauge (GString    *text,
             const char *name,
             guint64     value)
{
  g_string_append_printf (text, "# TYPE %s gauge\n%s %" G_GUINT64_FORMAT "\n", name, name, value);
}

/* A department's channel is no secret, but its id is the administrator's own word: only letters,
 * digits and dashes, so it needs no quoting. */
static gboolean
write_deliveries (GString        *text,
                  YcTransaction  *transaction,
                  GError        **error)
{
  g_autoptr (YcRows) rows = yc_deliveries_table_count (transaction, error);

  g_string_append (text, "# TYPE yichuang_deliveries gauge\n");
  while (yc_rows_next (rows, error))
    g_string_append_printf (text, "yichuang_deliveries{channel=\"%s\",state=\"%s\"} %"
                            G_GINT64_FORMAT "\n", yc_rows_get_text (rows, 0),
                            yc_rows_get_text (rows, 1), yc_rows_get_int (rows, 2));
  return yc_rows_is_done (rows);
}

/* Only where a time-stamp server is asked. */
static void
write_timestamps (GString   *text,
                  YcService *service)
{
  YcSigner *signer = yc_service_get_signer (service);
  guint n_stamped, n_missed;

  if (!YC_IS_STAMPED_SIGNER (signer))
    return;
  yc_stamped_signer_get_counts (YC_STAMPED_SIGNER (signer), &n_stamped, &n_missed);
  g_string_append_printf (text, "# TYPE yichuang_signatures_total counter\n"
                          "yichuang_signatures_total{timestamp=\"yes\"} %u\n"
                          "yichuang_signatures_total{timestamp=\"no\"} %u\n",
                          n_stamped, n_missed);
}

YcHttpResponse *
yc_public_route_get_metrics (YcCall  *call,
                             GError **error)
{
  YcService *service = call->work.service;
  YcHttpServer *server = yc_service_get_server (service);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!write_deliveries (text, call->work.transaction, error))
    return NULL;
  yc_metrics_write (yc_service_get_metrics (service), text);
  write_timestamps (text, service);
  write_gauge (text, "yichuang_connections", yc_http_server_get_n_open (server));
  write_gauge (text, "yichuang_late_connections", yc_http_server_get_n_late (server));
  write_gauge (text, "yichuang_listeners",
               yc_event_hub_get_n_listeners (yc_service_get_hub (service)));
  write_gauge (text, "yichuang_writes_waiting",
               yc_writer_get_n_waiting (yc_service_get_writer (service)));
  write_gauge (text, "yichuang_last_event", yc_event_hub_get_last (yc_service_get_hub (service)));
  return yc_http_response_new_text (200, "text/plain; version=0.0.4; charset=utf-8",
                                    g_string_free (g_steal_pointer (&text), FALSE));
}

YcHttpResponse *
yc_public_route_get_openapi (YcCall  *call,
                             GError **error)
{
  return yc_http_response_new (200, "application/json", yc_contract_get_text ());
}

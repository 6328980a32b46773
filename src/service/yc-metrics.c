/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures for operators, in the Prometheus text format. Routes are told by their pattern: no id and
 * no query gets in here. */
#include "yc-metrics.h"

static const double buckets[] = { 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5 };

struct _YcMetrics
{
  GObject parent_instance;

  GMutex mutex;
  /* `method="GET",route="…",status="200"` → guint64 */
  GHashTable *requests;
  guint64 in_bucket[G_N_ELEMENTS (buckets)];
  guint64 n_requests;
  double seconds;
};

G_DEFINE_FINAL_TYPE (YcMetrics, yc_metrics, G_TYPE_OBJECT)

static void
yc_metrics_finalize (GObject *object)
{
  YcMetrics *self = YC_METRICS (object);

  g_hash_table_unref (self->requests);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (yc_metrics_parent_class)->finalize (object);
}

static void
yc_metrics_class_init (YcMetricsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_metrics_finalize;
}

static void
yc_metrics_init (YcMetrics *self)
{
  g_mutex_init (&self->mutex);
  self->requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

YcMetrics *
yc_metrics_new (void)
{
  return g_object_new (YC_TYPE_METRICS, NULL);
}

/**
 * yc_metrics_count:
 * @self: metrics
 * @method: the request's method; one of our own routes'
 * @route: the route's pattern
 * @status: what was answered
 * @microseconds: how long it took
 *
 * Counts one request. May be called from any thread.
 */
void
yc_metrics_count (YcMetrics  *self,
                  const char *method,
                  const char *route,
                  guint       status,
                  gint64      microseconds)
{
  double seconds = microseconds / 1e6;
  char *key = g_strdup_printf ("method=\"%s\",route=\"%s\",status=\"%u\"", method, route, status);
  guint64 *n;

  g_mutex_lock (&self->mutex);
  n = g_hash_table_lookup (self->requests, key);
  if (n != NULL)
    g_free (key);
  else
    g_hash_table_insert (self->requests, key, n = g_new0 (guint64, 1));
  *n += 1;
  for (guint i = 0; i < G_N_ELEMENTS (buckets); i++)
    self->in_bucket[i] += seconds <= buckets[i] ? 1 : 0;
  self->n_requests++;
  self->seconds += seconds;
  g_mutex_unlock (&self->mutex);
}

static void
write_requests (YcMetrics *self,
                GString   *text)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->requests),
                                        (GCompareFunc) g_strcmp0);

  g_string_append (text, "# TYPE yichuang_http_requests_total counter\n");
  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (text, "yichuang_http_requests_total{%s} %" G_GUINT64_FORMAT "\n",
                            (const char *) l->data,
                            *(guint64 *) g_hash_table_lookup (self->requests, l->data));
}

/**
 * yc_metrics_write:
 * @self: metrics
 * @text: where to append
 */
void
yc_metrics_write (YcMetrics *self,
                  GString   *text)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_mutex_lock (&self->mutex);
  write_requests (self, text);
  g_string_append (text, "# TYPE yichuang_http_request_seconds histogram\n");
  for (guint i = 0; i < G_N_ELEMENTS (buckets); i++)
    g_string_append_printf (text,
                            "yichuang_http_request_seconds_bucket{le=\"%s\"} %" G_GUINT64_FORMAT
                            "\n", g_ascii_formatd (number, sizeof number, "%g", buckets[i]),
                            self->in_bucket[i]);
  g_string_append_printf (text,
                          "yichuang_http_request_seconds_bucket{le=\"+Inf\"} %" G_GUINT64_FORMAT
                          "\n", self->n_requests);
  g_string_append_printf (text, "yichuang_http_request_seconds_sum %s\n",
                          g_ascii_formatd (number, sizeof number, "%.6f", self->seconds));
  g_string_append_printf (text, "yichuang_http_request_seconds_count %" G_GUINT64_FORMAT "\n",
                          self->n_requests);
  g_mutex_unlock (&self->mutex);
}

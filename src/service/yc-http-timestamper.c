/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a time-stamp server over HTTP (RFC 3161, 3.4). Who issues a certificate waits for it, so it is
 * given little time, and one that failed may be left alone for a while: then the answer is no at once. */
#include "yc-http-timestamper.h"

#include "yc-certificate-error.h"

#include <curl/curl.h>
#include <glib/gi18n-lib.h>

/* A token is some 5 KB. */
#define MOST_BYTES (64 * 1024)

struct _YcHttpTimestamper
{
  GObject parent_instance;

  char *url;
  guint most_ms;
  gint64 rest_us;
  GMutex mutex;
  /* When the server may be asked again, monotonic. */
  gint64 rests_until;
};

static void implement (YcTimestamperInterface *interface_);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcHttpTimestamper, yc_http_timestamper, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_TIMESTAMPER, implement))

static size_t
write_cb (char   *data,
          size_t  size,
          size_t  n,
          void   *user_data)
{
  GByteArray *answer = user_data;

  if (answer->len + size * n > MOST_BYTES)
    return 0;
  g_byte_array_append (answer, (const guint8 *) data, (guint) (size * n));
  return size * n;
}

static gboolean
fail (GError     **error,
      const char  *detail)
{
  g_set_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TIMESTAMP,
               _("The time-stamp server does not answer (%s)"), detail);
  return FALSE;
}

static void
set_up (YcHttpTimestamper *self,
        CURL              *curl,
        struct curl_slist *headers,
        GBytes            *request,
        GByteArray        *answer)
{
  curl_easy_setopt (curl, CURLOPT_URL, self->url);
  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (curl, CURLOPT_PROXY, "");
  curl_easy_setopt (curl, CURLOPT_TIMEOUT_MS, (long) self->most_ms);
  curl_easy_setopt (curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (curl, CURLOPT_POSTFIELDSIZE, (long) g_bytes_get_size (request));
  curl_easy_setopt (curl, CURLOPT_POSTFIELDS, g_bytes_get_data (request, NULL));
  curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, write_cb);
  curl_easy_setopt (curl, CURLOPT_WRITEDATA, answer);
}

static gboolean
perform (CURL    *curl,
         GError **error)
{
  CURLcode code = curl_easy_perform (curl);
  long status = 0;
  char words[32];

  if (code != CURLE_OK)
    return fail (error, curl_easy_strerror (code));
  curl_easy_getinfo (curl, CURLINFO_RESPONSE_CODE, &status);
  g_snprintf (words, sizeof words, "HTTP %ld", status);
  return status == 200 || fail (error, words);
}

static GBytes *
post (YcHttpTimestamper  *self,
      GBytes             *request,
      GError            **error)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  struct curl_slist *headers =
    curl_slist_append (NULL, "Content-Type: application/timestamp-query");
  CURL *curl = curl_easy_init ();
  gboolean done;

  headers = curl_slist_append (headers, "Expect:");
  set_up (self, curl, headers, request, answer);
  done = perform (curl, error);
  curl_easy_cleanup (curl);
  curl_slist_free_all (headers);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&answer)) : NULL;
}

static gboolean
rests (YcHttpTimestamper *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return g_get_monotonic_time () < self->rests_until;
}

static void
let_rest (YcHttpTimestamper *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->rests_until = g_get_monotonic_time () + self->rest_us;
}

static GBytes *
yc_http_timestamper_ask (YcTimestamper  *timestamper,
                         GBytes         *request,
                         GError        **error)
{
  YcHttpTimestamper *self = YC_HTTP_TIMESTAMPER (timestamper);
  GBytes *answer;

  if (rests (self))
    return fail (error, _("it failed a moment ago")), NULL;
  answer = post (self, request, error);
  if (answer == NULL)
    let_rest (self);
  return answer;
}

static void
yc_http_timestamper_finalize (GObject *object)
{
  YcHttpTimestamper *self = YC_HTTP_TIMESTAMPER (object);

  g_free (self->url);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (yc_http_timestamper_parent_class)->finalize (object);
}

static void
yc_http_timestamper_class_init (YcHttpTimestamperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_http_timestamper_finalize;
  curl_global_init (CURL_GLOBAL_DEFAULT);
}

static void
yc_http_timestamper_init (YcHttpTimestamper *self)
{
  g_mutex_init (&self->mutex);
}

static void
implement (YcTimestamperInterface *interface_)
{
  interface_->ask = yc_http_timestamper_ask;
}

/**
 * yc_http_timestamper_new:
 * @url: the server's address, http or https: a time-stamp is signed, so either will do
 * @most_ms: how long it may take to answer
 * @rest_seconds: how long it is left alone after it failed
 *
 * Returns: (transfer full): a time-stamper
 */
YcTimestamper *
yc_http_timestamper_new (const char *url,
                         guint       most_ms,
                         guint       rest_seconds)
{
  YcHttpTimestamper *self;

  g_return_val_if_fail (url != NULL, NULL);

  self = g_object_new (YC_TYPE_HTTP_TIMESTAMPER, NULL);
  self->url = g_strdup (url);
  self->most_ms = most_ms;
  self->rest_us = rest_seconds * G_USEC_PER_SEC;
  return YC_TIMESTAMPER (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One try to send something to a receiver, and what came of it. What webhooks and mail share: time
 * limits, encryption, stopping, and reading libcurl's answer. A transfer keeps its connection open
 * for the next try. */
#include "yc-transfer.h"

#include "yc-delivery.h"

#define CONNECT_SECONDS 10
/* Nobody reads an answer's body; a short one is taken so that the connection can be used again. */
#define MAX_ANSWER (64 * 1024)
#define MAX_WAIT (6 * 60 * 60)
#define SMTP_START_INPUT 354

struct _YcTransfer
{
  const YcReceiver *receiver;
  GCancellable *stopping;
  CURL *curl;
  gsize n_answered;
  /* A server that fell silent in the middle is not spoken to on the same connection again. */
  gboolean broken;
};

static void
init_curl_once (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      curl_global_init (CURL_GLOBAL_DEFAULT);
      g_once_init_leave (&done, 1);
    }
}

/**
 * yc_transfer_new:
 * @receiver: where to; must outlive the transfer
 * @stopping: ends a try that is under way
 *
 * Returns: (transfer full): a transfer for one thread
 */
YcTransfer *
yc_transfer_new (const YcReceiver *receiver,
                 GCancellable     *stopping)
{
  YcTransfer *self = g_new0 (YcTransfer, 1);

  init_curl_once ();
  self->receiver = receiver;
  self->stopping = g_object_ref (stopping);
  self->curl = curl_easy_init ();
  g_assert (self->curl != NULL);
  return self;
}

void
yc_transfer_free (YcTransfer *self)
{
  curl_easy_cleanup (self->curl);
  g_object_unref (self->stopping);
  g_free (self);
}

static size_t
write_cb (char   *data,
          size_t  size,
          size_t  n,
          void   *user_data)
{
  YcTransfer *self = user_data;

  self->n_answered += size * n;
  return self->n_answered <= MAX_ANSWER ? size * n : 0;
}

static int
progress_cb (void       *user_data,
             curl_off_t  to_receive,
             curl_off_t  received,
             curl_off_t  to_send,
             curl_off_t  sent)
{
  YcTransfer *self = user_data;

  return g_cancellable_is_cancelled (self->stopping) ? 1 : 0;
}

/**
 * yc_transfer_begin:
 * @self: a transfer
 *
 * Forgets the last try; the connection stays.
 *
 * Returns: (transfer none): the handle to set what is sent on
 */
CURL *
yc_transfer_begin (YcTransfer *self)
{
  guint seconds = self->receiver->answer_seconds;

  curl_easy_reset (self->curl);
  self->n_answered = 0;
  curl_easy_setopt (self->curl, CURLOPT_URL, self->receiver->url);
  curl_easy_setopt (self->curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (self->curl, CURLOPT_PROXY, "");
  curl_easy_setopt (self->curl, CURLOPT_CONNECTTIMEOUT, (long) MIN (CONNECT_SECONDS, seconds));
  curl_easy_setopt (self->curl, CURLOPT_TIMEOUT, (long) seconds);
  curl_easy_setopt (self->curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (self->curl, CURLOPT_FRESH_CONNECT, self->broken ? 1L : 0L);
  if (self->receiver->ca_file != NULL)
    curl_easy_setopt (self->curl, CURLOPT_CAINFO, self->receiver->ca_file);
  curl_easy_setopt (self->curl, CURLOPT_WRITEFUNCTION, write_cb);
  curl_easy_setopt (self->curl, CURLOPT_WRITEDATA, self);
  curl_easy_setopt (self->curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (self->curl, CURLOPT_XFERINFOFUNCTION, progress_cb);
  curl_easy_setopt (self->curl, CURLOPT_XFERINFODATA, self);
  return self->curl;
}

/**
 * yc_transfer_fail:
 * @detail: what stood in the way
 *
 * Returns: the result of a try that was not made, because it cannot come to anything
 */
YcTransferResult
yc_transfer_fail (const char *detail)
{
  YcTransferResult result = { .outcome = YC_TRANSFER_NEVER };

  g_strlcpy (result.detail, detail, sizeof result.detail);
  return result;
}

static YcTransferResult
try_again (const char *detail)
{
  YcTransferResult result = yc_transfer_fail (detail);

  result.outcome = YC_TRANSFER_AGAIN;
  return result;
}

static YcTransferResult
judge_number (const char *prefix,
              long        number,
              gboolean    again)
{
  YcTransferResult result = { .outcome = again ? YC_TRANSFER_AGAIN : YC_TRANSFER_NEVER };

  g_snprintf (result.detail, sizeof result.detail, "%s%ld", prefix, number);
  return result;
}

/* RFC 9110: what the receiver says about itself passes, what it says about the message stays. */
static YcTransferResult
judge_http (YcTransfer *self,
            long        status)
{
  gboolean again = status == 408 || status == 425 || status == 429 || status >= 500;
  YcTransferResult result = judge_number (YC_DELIVERY_HTTP, status, again);
  curl_off_t wait = 0;

  if (status >= 200 && status < 300)
    return (YcTransferResult) { .outcome = YC_TRANSFER_DONE };
  if (status < 400)
    return yc_transfer_fail ("redirect");
  if (again && curl_easy_getinfo (self->curl, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK)
    result.wait_seconds = (guint) CLAMP (wait, 0, MAX_WAIT);
  return result;
}

/* What stood in the way before anything was answered. */
static YcTransferResult
judge_trouble (CURLcode code)
{
  static const struct { CURLcode code; const char *detail; } troubles[] = {
    { CURLE_OPERATION_TIMEDOUT, "timeout" },
    { CURLE_PEER_FAILED_VERIFICATION, "certificate" },
    { CURLE_SSL_CACERT_BADFILE, "certificate" },
    { CURLE_USE_SSL_FAILED, "no-tls" },
    { CURLE_LOGIN_DENIED, "login" },
    { CURLE_OUT_OF_MEMORY, "internal" },
    { CURLE_READ_ERROR, "internal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (troubles[i].code == code)
      return try_again (troubles[i].detail);
  return try_again ("connection");
}

/* RFC 5321, 4.2.1: a reply of 4yz passes, one of 5yz stays. A server that was being given the letter
 * and then says nothing may have kept it: 4.1.1.4. Encryption and login are the
 * administrator's to put right, so they are tried again. */
static YcTransferResult
judge_mail (CURLcode code,
            long     reply)
{
  gboolean about_message = code != CURLE_USE_SSL_FAILED && code != CURLE_LOGIN_DENIED &&
                           code != CURLE_PEER_FAILED_VERIFICATION &&
                           code != CURLE_OPERATION_TIMEDOUT && code != CURLE_SSL_CONNECT_ERROR;

  if (code == CURLE_OK)
    return (YcTransferResult) { .outcome = YC_TRANSFER_DONE };
  if (reply == SMTP_START_INPUT)
    return try_again (YC_DELIVERY_UNCONFIRMED);
  if (about_message && reply >= 400)
    return judge_number (YC_DELIVERY_SMTP, reply, reply < 500);
  return judge_trouble (code);
}

/* A mail server that was not being given the letter has none of it. */
static YcTransferResult
judge_stop (YcTransfer *self,
            long        number)
{
  gboolean unsure = !yc_receiver_is_mail (self->receiver) || number == SMTP_START_INPUT;
  YcTransferResult result = yc_transfer_fail (unsure ? YC_DELIVERY_UNCONFIRMED : "");

  result.outcome = YC_TRANSFER_STOPPED;
  return result;
}

/**
 * yc_transfer_run:
 * @self: a transfer that was begun and told what to send
 *
 * Tries. Blocks for as long as the receiver may take.
 *
 * Returns: what came of it
 */
YcTransferResult
yc_transfer_run (YcTransfer *self)
{
  CURLcode code = curl_easy_perform (self->curl);
  long number = 0;

  self->broken = code != CURLE_OK;
  curl_easy_getinfo (self->curl, CURLINFO_RESPONSE_CODE, &number);
  if (code == CURLE_ABORTED_BY_CALLBACK)
    return judge_stop (self, number);
  if (yc_receiver_is_mail (self->receiver))
    return judge_mail (code, number);
  /* Once the status is there, what becomes of the body does not matter. */
  return number >= 200 ? judge_http (self, number) : judge_trouble (code);
}

struct curl_slist *
yc_transfer_add_header (struct curl_slist *headers,
                        const char        *name,
                        const char        *value)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", name, value);

  return curl_slist_append (headers, line);
}

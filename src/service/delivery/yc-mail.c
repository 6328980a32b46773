/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends a certificate, or word that it is void, by e-mail. Headers pass through many hands, so
 * nothing in them tells about the person. */
#include "yc-mail.h"

#include "yc-clock.h"
#include "yc-delivery.h"
#include "yc-json.h"

#include <string.h>

/* RFC 2047, 2: an encoded word is at most 75 characters, so 45 bytes in Base64. */
#define WORD_BYTES 45

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~' || *p == '=')
      return FALSE;
  return TRUE;
}

/* As many whole characters as fit into one encoded word. */
static gsize
measure_word (const char *text)
{
  const char *p = text;

  while (*p != '\0' && g_utf8_next_char (p) - text <= WORD_BYTES)
    p = g_utf8_next_char (p);
  return p - text;
}

/**
 * yc_mail_encode_words:
 * @text: a header's text in UTF-8
 *
 * Returns: (transfer full): the text in ASCII after RFC 2047, folded
 */
char *
yc_mail_encode_words (const char *text)
{
  GString *words = g_string_new (NULL);

  if (is_plain (text))
    return g_string_free (g_string_append (words, text), FALSE);
  for (const char *p = text; *p != '\0'; )
    {
      gsize length = measure_word (p);
      g_autofree char *base64 = g_base64_encode ((const guchar *) p, length);

      g_string_append_printf (words, "%s=?UTF-8?B?%s?=", words->len > 0 ? "\r\n " : "", base64);
      p += length;
    }
  return g_string_free (words, FALSE);
}

static gboolean
is_void (JsonObject *data)
{
  return g_str_equal (yc_json_get_string (data, "state", ""), "void");
}

static gboolean
is_sample (JsonObject *data)
{
  return yc_json_get_boolean (data, "sample", FALSE);
}

/* The applicant reads Chinese, whatever language the service's log is in. */
static char *
write_subject (JsonObject *data)
{
  return g_strdup_printf ("%s【%s】%s%s", is_sample (data) ? "【演练】" : "",
                          yc_json_get_string (data, "place", ""),
                          yc_json_get_string (data, "title", ""),
                          is_void (data) ? "已作废" : "（电子证明）");
}

static char *
write_news (JsonObject *data)
{
  const char *title = yc_json_get_string (data, "title", "");
  const char *serial = yc_json_get_string (data, "serial", "");

  if (is_void (data))
    return g_strdup_printf ("流水号为 %s 的《%s》已作废，请不要再使用。", serial, title);
  return g_strdup_printf ("您申请的《%s》已办好，见附件。流水号：%s。\n"
                          "附件带有电子签名，提交时请用原文件；截图、打印件上没有电子签名。",
                          title, serial);
}

static char *
write_text (JsonObject *data)
{
  g_autofree char *news = write_news (data);

  return g_strdup_printf ("您好：\n\n%s%s\n如需核验，请打开：%s\n\n%s\n\n"
                          "（本邮件由系统自动发出，请勿回复。）\n",
                          is_sample (data) ? "这是演练样例，不具有任何效力。\n" : "", news,
                          yc_json_get_string (data, "verify_url", ""),
                          yc_json_get_string (data, "place", ""));
}

static char *
write_address (const char *name,
               const char *address)
{
  g_autofree char *words = yc_mail_encode_words (name);

  if (name[0] == '\0')
    return g_strdup_printf ("<%s>", address);
  if (is_plain (name))
    {
      g_auto (GStrv) parts = g_strsplit_set (name, "\"\\", -1);
      g_autofree char *plain = g_strjoinv ("", parts);

      return g_strdup_printf ("\"%s\" <%s>", plain, address);
    }
  return g_strdup_printf ("%s <%s>", words, address);
}

/* RFC 5322, 3.3: in English in every locale. A letter that comes twice is the same letter, so it has
 * the date of what it tells, not of the try. */
static char *
write_date (const char *at)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autoptr (GDateTime) told = yc_clock_parse (at);
  g_autoptr (GDateTime) time = told != NULL ? g_date_time_to_utc (told)
                                            : g_date_time_new_now_utc ();
  g_autofree char *rest = g_date_time_format (time, "%Y %H:%M:%S +0000");

  return g_strdup_printf ("%s, %d %s %s", days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time),
                          months[g_date_time_get_month (time) - 1], rest);
}

static struct curl_slist *
write_headers (const YcReceiver *receiver,
               const char       *id,
               const char       *to,
               JsonObject       *data)
{
  g_autofree char *date = write_date (yc_json_get_string (data, "at", ""));
  g_autofree char *from = write_address (receiver->from_name, receiver->from);
  g_autofree char *plain_subject = write_subject (data);
  g_autofree char *subject = yc_mail_encode_words (plain_subject);
  g_autofree char *message = g_strdup_printf ("<%s%s>", id, strchr (receiver->from, '@'));
  struct curl_slist *headers = yc_transfer_add_header (NULL, "Date", date);

  headers = yc_transfer_add_header (headers, "From", from);
  headers = yc_transfer_add_header (headers, "To", to);
  headers = yc_transfer_add_header (headers, "Subject", subject);
  headers = yc_transfer_add_header (headers, "Message-ID", message);
  return yc_transfer_add_header (headers, "Auto-Submitted", "auto-generated");
}

static void
add_text (curl_mime  *mime,
          JsonObject *data)
{
  curl_mimepart *part = curl_mime_addpart (mime);
  g_autofree char *text = write_text (data);

  curl_mime_data (part, text, CURL_ZERO_TERMINATED);
  curl_mime_type (part, "text/plain; charset=utf-8");
  curl_mime_encoder (part, "base64");
}

static void
add_pdf (curl_mime  *mime,
         const char *serial,
         GBytes     *pdf)
{
  curl_mimepart *part = curl_mime_addpart (mime);
  g_autofree char *name = g_strconcat (serial, ".pdf", NULL);

  curl_mime_data (part, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  curl_mime_type (part, "application/pdf");
  curl_mime_filename (part, name);
  curl_mime_encoder (part, "base64");
}

static void
set_up (CURL             *curl,
        const YcReceiver *receiver)
{
  g_autofree char *from = g_strdup_printf ("<%s>", receiver->from);

  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt (curl, CURLOPT_USE_SSL,
                    (long) (receiver->in_clear ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  curl_easy_setopt (curl, CURLOPT_MAIL_FROM, from);
  curl_easy_setopt (curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long) receiver->answer_seconds);
  if (receiver->user != NULL)
    {
      curl_easy_setopt (curl, CURLOPT_USERNAME, receiver->user);
      curl_easy_setopt (curl, CURLOPT_PASSWORD, receiver->password);
    }
}

/**
 * yc_mail_send:
 * @transfer: a transfer to @receiver
 * @receiver: the mail server
 * @id: the message's id, the same at every try
 * @to: the address
 * @data: what is told: {serial, title, place, verify_url, state, sample}
 * @pdf: (nullable): the certificate
 *
 * Returns: what came of it
 */
YcTransferResult
yc_mail_send (YcTransfer       *transfer,
              const YcReceiver *receiver,
              const char       *id,
              const char       *to,
              JsonObject       *data,
              GBytes           *pdf)
{
  CURL *curl = yc_transfer_begin (transfer);
  g_autofree char *bracketed = g_strdup_printf ("<%s>", to);
  struct curl_slist *headers, *recipients;
  YcTransferResult result;
  curl_mime *mime;

  if (!yc_delivery_address_is_good (to))
    return yc_transfer_fail ("address");
  headers = write_headers (receiver, id, bracketed, data);
  recipients = curl_slist_append (NULL, bracketed);
  mime = curl_mime_init (curl);
  add_text (mime, data);
  if (pdf != NULL)
    add_pdf (mime, yc_json_get_string (data, "serial", ""), pdf);
  set_up (curl, receiver);
  curl_easy_setopt (curl, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt (curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (curl, CURLOPT_MIMEPOST, mime);
  result = yc_transfer_run (transfer);
  curl_mime_free (mime);
  curl_slist_free_all (recipients);
  curl_slist_free_all (headers);
  return result;
}

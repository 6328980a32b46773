/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a certificate reaches people by itself after issue: the words for it. */
#include "yc-delivery.h"

#include "yc-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 5321, 4.5.3.1 */
#define MAX_LOCAL 64
#define MAX_ADDRESS 254
#define MAX_LABEL 63

static const YcWord states[] = {
  { "waiting", N_ ("On its way") },
  { "delivered", N_ ("Arrived") },
  { "failed", N_ ("Not delivered") },
  { NULL },
};

YC_DEFINE_WORDS (YcDeliveryState, yc_delivery_state, states)
YC_DEFINE_TITLES (YcDeliveryState, yc_delivery_state, states, NULL)

static const YcWord channels[] = {
  { "mail", N_ ("E-mail") },
  { "portal", N_ ("Government service portal") },
  { "account", N_ ("Mini program") },
  { "app", N_ ("City app") },
  { NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (channels) == YC_N_DELIVERY_CHANNELS + 1);

const char *
yc_delivery_channel_get_nth (guint n)
{
  g_return_val_if_fail (n < YC_N_DELIVERY_CHANNELS, NULL);

  return channels[n].word;
}

const char *
yc_delivery_channel_get_title (const char *channel)
{
  return yc_word_title (channels, NULL, yc_word_find (channels, channel));
}

static const YcWord fields[] = {
  { "applicant.name", N_ ("the applicant’s name") },
  { "applicant.id_number", N_ ("the applicant’s ID number") },
  { "applicant.mobile", N_ ("the applicant’s mobile number") },
  { "applicant.address", N_ ("the applicant’s address") },
  { "applicant.email", N_ ("the applicant’s e-mail address") },
  { "agent.name", N_ ("the agent’s name") },
  { "agent.id_number", N_ ("the agent’s ID number") },
  { "agent.mobile", N_ ("the agent’s mobile number") },
  { "case.number", N_ ("the case number") },
  { "case.item", N_ ("the item’s code") },
  { "case.item_title", N_ ("the item’s name") },
  { "case.submitted_at", N_ ("when it was handed in") },
  { "place.code", N_ ("the place’s code") },
  { "place.name", N_ ("the place") },
  { NULL },
};

const char *
yc_delivery_field_get_title (const char *path)
{
  return yc_word_title (fields, NULL, yc_word_find (fields, path));
}

static const YcWord details[] = {
  { "address", N_ ("The e-mail address is not right.") },
  { "certificate", N_ ("The receiver could not prove who it is, so nothing was sent.") },
  { "connection", N_ ("The receiver cannot be reached.") },
  { "internal", N_ ("The service itself failed.") },
  { YC_DELIVERY_INTERRUPTED,
    N_ ("The service was stopped while it sent this, so it may arrive twice.") },
  { "login", N_ ("The mail server did not accept the service’s account.") },
  { "no-tls", N_ ("The mail server does not encrypt, so nothing was sent.") },
  { "redirect", N_ ("The receiver has moved to another address.") },
  { "removed", N_ ("This channel has been taken out of the settings.") },
  { "settings", N_ ("This channel is not set up.") },
  { "timeout", N_ ("The receiver did not answer in time.") },
  { YC_DELIVERY_UNCONFIRMED,
    N_ ("The mail server took the letter and did not say that it keeps it, so it may arrive twice.") },
  { "void", N_ ("The certificate was declared void before it was sent.") },
  { NULL },
};

char *
yc_delivery_detail_get_words (const char *detail)
{
  if (detail == NULL || detail[0] == '\0')
    return g_strdup ("");
  if (g_str_has_prefix (detail, YC_DELIVERY_HTTP))
    return g_strdup_printf (_("The receiver did not take it (answer %s)."),
                            detail + strlen (YC_DELIVERY_HTTP));
  if (g_str_has_prefix (detail, YC_DELIVERY_SMTP))
    return g_strdup_printf (_("The mail server did not take it (answer %s)."),
                            detail + strlen (YC_DELIVERY_SMTP));
  return g_strdup (yc_word_title (details, NULL, yc_word_find (details, detail)));
}

/* RFC 5322, 3.2.3: a dot-atom. */
static gboolean
is_local_part (const char *text,
               gsize       length)
{
  if (length == 0 || length > MAX_LOCAL || text[0] == '.' || text[length - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("!#$%&'*+-/=?^_`{|}~.", text[i]) == NULL)
      return FALSE;
  return g_strstr_len (text, length, "..") == NULL;
}

static gboolean
is_label (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_LABEL || text[0] == '-' || text[length - 1] == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-')
      return FALSE;
  return TRUE;
}

static gboolean
is_domain (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    if (!is_label (labels[i]))
      return FALSE;
  return g_strv_length (labels) >= 2;
}

gboolean
yc_delivery_address_is_good (const char *address)
{
  const char *at = address != NULL ? strchr (address, '@') : NULL;

  return at != NULL && strlen (address) <= MAX_ADDRESS && is_local_part (address, at - address) &&
         is_domain (at + 1);
}

char *
yc_delivery_address_mask (const char *address)
{
  const char *at = strrchr (address, '@');
  g_autofree char *first = NULL;

  if (at == NULL || at == address)
    return g_strdup ("***");
  first = g_strndup (address, g_utf8_next_char (address) - address);
  return g_strconcat (first, "***", at, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before a certificate is sent to another address, or over one more channel. That the
 * applicant agrees is said by the button, so that nobody presses it without saying it. */
#include "yc-delivery-sheets.h"

#include "yc-ask-sheet.h"
#include "yc-delivery.h"
#include "yc-desk-delivery.h"
#include "yc-error-words.h"

#include <glib/gi18n-lib.h>

#define TO "to"
#define CHANNEL "channel"

typedef struct
{
  YcDesk *desk;
  /* The delivery, or the certificate's serial number. */
  char   *of;
  GStrv   channels;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->desk);
  g_free (asked->of);
  g_strfreev (asked->channels);
  g_free (asked);
}

/* (transfer full) (nullable): %NULL after saying that it is none */
static char *
dup_address (YcAskSheet *sheet)
{
  g_autofree char *to = yc_ask_sheet_dup_text (sheet, TO);

  if (yc_delivery_address_is_good (to))
    return g_steal_pointer (&to);
  yc_ask_sheet_fail (sheet, _ ("This is no e-mail address."));

  return NULL;
}

static void
finish (YcAskSheet *sheet, const GError *error)
{
  if (error == NULL)
    yc_ask_sheet_close (sheet);
  else
    yc_ask_sheet_fail (sheet, yc_error_words_title (error));
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcAskSheet) sheet = user_data;
  g_autoptr (GError) error = NULL;

  yc_desk_retry_delivery_finish (YC_DESK (source), result, &error);
  finish (sheet, error);
}

static void
send_address_cb (YcAskSheet *sheet, Asked *asked)
{
  g_autofree char *to = dup_address (sheet);

  if (to == NULL)
    return;
  yc_ask_sheet_set_busy (sheet);
  yc_desk_retry_delivery_async (asked->desk, asked->of, to, NULL, retried_cb,
                                g_object_ref (sheet));
}

void
yc_delivery_sheets_ask_address (YcDesk *desk, YcCaseDelivery *delivery, GtkWidget *over)
{
  const YcAskField field = { .name = TO, .title = _ ("E-mail address"), .needed = TRUE };
  g_autofree char *about = NULL;
  Asked *asked = g_new0 (Asked, 1);
  YcAskSheet *sheet;

  asked->desk = g_object_ref (desk);
  asked->of = g_strdup (yc_case_delivery_get_id (delivery));
  about = g_strdup_printf (_ ("So far it was to go to %s. Read the new address back to the applicant."),
                           yc_case_delivery_get_to (delivery));
  sheet = yc_ask_sheet_present (over, _ ("Send to another address"), about, &field, 1,
                               _ ("Send there"));
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_address_cb), asked, asked_free, 0);
}

static const char *
get_channel (YcAskSheet *sheet, Asked *asked)
{
  return asked->channels[yc_ask_sheet_get_choice (sheet, CHANNEL)];
}

/* Only a letter has an address. */
static void
channel_changed_cb (YcAskSheet *sheet, Asked *asked)
{
  yc_ask_sheet_set_shown (sheet, TO, g_str_equal (get_channel (sheet, asked), "mail"));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcAskSheet) sheet = user_data;
  g_autoptr (GError) error = NULL;

  yc_desk_add_delivery_finish (YC_DESK (source), result, &error);
  finish (sheet, error);
}

static void
send_channel_cb (YcAskSheet *sheet, Asked *asked)
{
  const char *channel = get_channel (sheet, asked);
  gboolean mail = g_str_equal (channel, "mail");
  g_autofree char *to = mail ? dup_address (sheet) : NULL;

  if (mail && to == NULL)
    return;
  yc_ask_sheet_set_busy (sheet);
  yc_desk_add_delivery_async (asked->desk, asked->of, channel, to, NULL, added_cb,
                              g_object_ref (sheet));
}

static GStrv
dup_titles (YcDesk *desk, const char *const *channels)
{
  YcDeliveryChannels *known = yc_desk_get_delivery_channels (desk);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; channels[i] != NULL; i++)
    g_strv_builder_add (titles, yc_delivery_channels_get_title (known, channels[i]));

  return g_strv_builder_end (titles);
}

void
yc_delivery_sheets_ask_channel (YcDesk *desk, const char *serial, const char *const *channels,
                                const char *address, GtkWidget *over)
{
  g_auto (GStrv) titles = dup_titles (desk, channels);
  const YcAskField fields[] = {
    { .name = CHANNEL, .title = _ ("Channel"), .choices = (const char *const *) titles },
    { .name = TO, .title = _ ("E-mail address"), .value = address },
  };
  Asked *asked = g_new0 (Asked, 1);
  YcAskSheet *sheet;

  asked->desk = g_object_ref (desk);
  asked->of = g_strdup (serial);
  asked->channels = g_strdupv ((GStrv) channels);
  sheet = yc_ask_sheet_present (
      over, _ ("Send over another channel"),
      _ ("Ask the applicant first; that the applicant agrees is recorded with your name."), fields,
      G_N_ELEMENTS (fields), _ ("The applicant agrees: send"));
  g_signal_connect (sheet, "changed", G_CALLBACK (channel_changed_cb), asked);
  g_signal_connect_data (sheet, "send", G_CALLBACK (send_channel_cb), asked, asked_free, 0);
  channel_changed_cb (sheet, asked);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the service sends certificates after issue: what the administrator has set up, kept at the
 * desk so that the applicant can be asked with the line down too. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcDeliveryDuty:
 * @title: a department
 * @fields: all that it is told, as paths such as "form.account"
 * @pdf: whether it gets the certificate itself
 *
 * What goes to a department by rule: the applicant is not asked, but told.
 */
typedef struct
{
  char    *title;
  GStrv    fields;
  gboolean pdf;
} YcDeliveryDuty;

#define YC_TYPE_DELIVERY_CHANNELS (yc_delivery_channels_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryChannels, yc_delivery_channels, YC, DELIVERY_CHANNELS, GObject)

/* Signal "changed": others are set up now. */

/* "mail", "portal", "account" or "app" */
gboolean    yc_delivery_channels_has         (YcDeliveryChannels *self,
                                              const char         *channel);
/* Translated: the receiver's own name, or the channel's. */
const char *yc_delivery_channels_get_title   (YcDeliveryChannels *self,
                                              const char         *channel);
/* (transfer full) (element-type YcDeliveryDuty): of an item's certificates */
GPtrArray  *yc_delivery_channels_list_duties (YcDeliveryChannels *self,
                                              const char         *item);

G_END_DECLS

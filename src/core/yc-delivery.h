/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a certificate reaches people by itself after issue: over which channel, how far it has come,
 * what stood in the way. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A department's channel is this and its id, such as "department:water-works". */
#define YC_DELIVERY_DEPARTMENT "department:"

/* What the tries of a delivery are marked with: one that is under way; one of which nobody knows
 * whether it arrived, because the service died meanwhile or the server fell silent at the end. */
#define YC_DELIVERY_BEGUN "begun"
#define YC_DELIVERY_INTERRUPTED "interrupted"
#define YC_DELIVERY_UNCONFIRMED "unconfirmed"

/* What went wrong when it has a number: "http-503", "smtp-550". */
#define YC_DELIVERY_HTTP "http-"
#define YC_DELIVERY_SMTP "smtp-"

/**
 * YcDeliveryState:
 * @YC_DELIVERY_STATE_WAITING: on its way; it is tried again until it arrives or is given up
 * @YC_DELIVERY_STATE_DELIVERED: the receiver has confirmed it
 * @YC_DELIVERY_STATE_FAILED: given up; somebody has to look and may try again by hand
 */
typedef enum
{
  YC_DELIVERY_STATE_WAITING = 1,
  YC_DELIVERY_STATE_DELIVERED,
  YC_DELIVERY_STATE_FAILED,
} YcDeliveryState;

const char *yc_delivery_state_to_string   (YcDeliveryState  state);
gboolean    yc_delivery_state_from_string (const char      *word,
                                           YcDeliveryState *state);
const char *yc_delivery_state_get_title   (YcDeliveryState  state);

#define YC_N_DELIVERY_CHANNELS 4

/**
 * yc_delivery_channel_get_nth:
 * @n: below %YC_N_DELIVERY_CHANNELS
 *
 * Returns: one of the channels that the applicant has to agree to, always in the same order
 */
const char *yc_delivery_channel_get_nth   (guint            n);

/**
 * yc_delivery_channel_get_title:
 * @channel: (nullable): "mail", "portal", "account" or "app"
 *
 * Returns: translated words, "" for a channel that is unknown or a department's
 */
const char *yc_delivery_channel_get_title (const char      *channel);

/**
 * yc_delivery_field_get_title:
 * @path: what a department is told, such as "applicant.name"
 *
 * Returns: translated words, "" for a field of the form or one that is unknown
 */
const char *yc_delivery_field_get_title   (const char      *path);

/**
 * yc_delivery_detail_get_words:
 * @detail: (nullable): what stood in the way, as the service stores it: a word such as "timeout", or
 *   an answer's number such as "http-503"
 *
 * Returns: (transfer full): a translated sentence for a clerk, "" for nothing
 */
char       *yc_delivery_detail_get_words  (const char      *detail);

/**
 * yc_delivery_address_is_good:
 * @address: (nullable): an e-mail address
 *
 * Whether a letter can be sent there and nowhere else: one address of RFC 5321 in ASCII without
 * quotes, comments or a display name, and nothing that could become a header of its own.
 *
 * Returns: %TRUE if so
 */
gboolean    yc_delivery_address_is_good   (const char      *address);

/**
 * yc_delivery_address_mask:
 * @address: an e-mail address
 *
 * Returns: (transfer full): the address for lists and logs, such as "z***@example.com"
 */
char       *yc_delivery_address_mask      (const char      *address);

G_END_DECLS

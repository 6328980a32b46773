/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over which channels the applicant lets the certificate be sent, as the clerk takes it down. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_DELIVERY_WISH (yc_delivery_wish_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryWish, yc_delivery_wish, YC, DELIVERY_WISH, GObject)

/* Signal "changed": the clerk took something else down. */

YcDeliveryWish *yc_delivery_wish_new  (void);
/* "mail", "portal", "account" or "app" */
gboolean        yc_delivery_wish_get  (YcDeliveryWish *self,
                                       const char     *channel);
void            yc_delivery_wish_set  (YcDeliveryWish *self,
                                       const char     *channel,
                                       gboolean        wanted);
/* Whether a letter is wanted and @address is none. */
gboolean        yc_delivery_wish_lacks_address (YcDeliveryWish *self,
                                                const char     *address);
/* (nullable): {channels}, as it was kept or as the service told it; NULL when nothing was said. That
 * is no change. */
void            yc_delivery_wish_load (YcDeliveryWish *self,
                                       JsonObject     *json);
/* Sets the member "delivery", unless nothing was ever said. */
void            yc_delivery_wish_save (YcDeliveryWish *self,
                                       JsonObject     *to);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk is made of. */
#include "yc-parts.h"

#include "yc-attachments-private.h"
#include "yc-delivery-channels-private.h"
#include "yc-line-private.h"
#include "yc-outbox-private.h"
#include "yc-session-private.h"

G_DEFINE_FINAL_TYPE (YcParts, yc_parts, G_TYPE_OBJECT)

static void
yc_parts_dispose (GObject *object)
{
  YcParts *self = YC_PARTS (object);

  g_clear_object (&self->channels);
  g_clear_object (&self->pool);
  g_clear_object (&self->outbox);
  g_clear_object (&self->attachments);
  g_clear_object (&self->catalog);
  g_clear_object (&self->live);
  g_clear_object (&self->session);
  g_clear_object (&self->line);
  g_clear_object (&self->http);
  g_clear_object (&self->storage);

  G_OBJECT_CLASS (yc_parts_parent_class)->dispose (object);
}

static void
yc_parts_class_init (YcPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_parts_dispose;
}

static void
yc_parts_init (YcParts *self)
{
}

/* Question lists are as they are where the clerk works. */
static void
on_place_cb (YcSession  *session,
             GParamSpec *pspec,
             YcCatalog  *catalog)
{
  yc_catalog_set_place (catalog, yc_session_get_place (session));
}

YcParts *
yc_parts_new (const char     *service_url,
              const YcLimits *limits)
{
  YcParts *self = g_object_new (YC_TYPE_PARTS, NULL);

  self->http = yc_http_new (service_url, limits);
  self->line = yc_line_new (limits);
  self->session = yc_session_new (self->http);
  self->live = yc_live_new (self->http, self->line, self->session);
  self->catalog = yc_catalog_new ();
  g_signal_connect_object (self->session, "notify::place", G_CALLBACK (on_place_cb), self->catalog,
                           G_CONNECT_DEFAULT);
  self->attachments = yc_attachments_new_with_http (self->http);
  self->outbox = yc_outbox_new (self->http, self->line, self->session, self->attachments);
  self->pool = yc_case_pool_new (self->http, self->live);
  self->channels = yc_delivery_channels_new (self->http, self->live);
  return self;
}

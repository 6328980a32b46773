/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One receiver of certificates: the mail server, a portal, a department. */
#include "yc-receiver.h"

#include "yc-secret-file.h"

void
yc_receiver_free (YcReceiver *self)
{
  g_free (self->channel);
  g_free (self->title);
  g_free (self->url);
  g_free (self->ca_file);
  g_clear_pointer (&self->secret, g_bytes_unref);
  g_strfreev (self->items);
  g_strfreev (self->fields);
  g_free (self->user);
  yc_secret_free (self->password);
  g_free (self->from);
  g_free (self->from_name);
  g_free (self);
}

gboolean
yc_receiver_is_mail (const YcReceiver *self)
{
  return g_str_equal (self->channel, "mail");
}

gboolean
yc_receiver_has_item (const YcReceiver *self,
                      const char       *item)
{
  return self->items != NULL && g_strv_contains ((const char *const *) self->items, item);
}

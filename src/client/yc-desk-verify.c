/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk asks about certificates that people bring. */
#include "yc-desk-verify.h"

#include "yc-desk-call.h"
#include "yc-http.h"

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  YcRegisteredCertificate *certificate =
    reply != NULL ? yc_registered_certificate_new_from_json (yc_reply_get_object (reply), &error)
                  : NULL;

  if (certificate != NULL)
    g_task_return_pointer (task, certificate, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yc_desk_look_up_certificate_async (YcDesk              *self,
                                   const char          *serial,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GString) path = g_string_new ("/verifications/");

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (serial != NULL && serial[0] != '\0');

  g_string_append_uri_escaped (path, serial, NULL, FALSE);
  yc_desk_call_get (yc_desk_call_new (self, yc_desk_look_up_certificate_async, cancellable, callback,
                                      user_data),
                    path->str, looked_up_cb);
}

YcRegisteredCertificate *
yc_desk_look_up_certificate_finish (YcDesk        *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk asks about certificates that people bring. */
#include "yc-desk-verify.h"

#include "yc-client-error.h"
#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-json.h"

/* Without a copy either, what the service said stands. */
static void
remembered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  YcRegisteredCertificate *certificate =
    yc_register_copy_find_finish (YC_REGISTER_COPY (source), result, &error);

  if (certificate != NULL)
    g_task_return_pointer (task, certificate, g_object_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_error (task, g_error_copy (g_task_get_task_data (task)));
}

/* Takes @error, for which the service could not be asked. */
static void
remember (GTask  *task,
          GError *error)
{
  YcRegisterCopy *copy = yc_desk_get_register_copy (g_task_get_source_object (task));
  g_autofree char *serial = g_strdup (g_task_get_task_data (task));

  g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);
  yc_register_copy_find_async (copy, serial, g_task_get_cancellable (task), remembered_cb,
                               g_object_ref (task));
}

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
  else if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND) ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    remember (task, error);
}

void
yc_desk_look_up_certificate_async (YcDesk              *self,
                                   const char          *serial,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GString) path = g_string_new ("/verifications/");
  GTask *call;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (serial != NULL && serial[0] != '\0');

  g_string_append_uri_escaped (path, serial, NULL, FALSE);
  call = yc_desk_call_new (self, yc_desk_look_up_certificate_async, cancellable, callback, user_data);
  g_task_set_task_data (call, g_strdup (serial), g_free);
  yc_desk_call_get (call, path->str, looked_up_cb);
}

const char *
yc_desk_get_mark_keys (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return yc_register_copy_get_keys (yc_desk_get_register_copy (self));
}

YcRegisteredCertificate *
yc_desk_look_up_certificate_finish (YcDesk        *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

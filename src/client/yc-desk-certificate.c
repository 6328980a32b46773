/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk asks about one certificate, and what it does with it. */
#include "yc-desk-certificate.h"

#include "yc-desk-call.h"
#include "yc-http.h"
#include "yc-json.h"

static char *
name_path (const char *serial,
           const char *more)
{
  g_autofree char *escaped = g_uri_escape_string (serial, NULL, FALSE);

  return g_strconcat ("/certificates/", escaped, more, NULL);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) call = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  YcCertificateDetails *details =
    reply != NULL ? yc_certificate_details_new_from_json (yc_reply_get_object (reply), &error)
                  : NULL;

  if (details != NULL)
    g_task_return_pointer (call, details, g_object_unref);
  else
    g_task_return_error (call, error);
}

void
yc_desk_load_certificate_details_async (YcDesk              *self,
                                        const char          *serial,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (serial != NULL);

  path = name_path (serial, "");
  yc_desk_call_get (yc_desk_call_new (self, yc_desk_load_certificate_details_async, cancellable,
                                      callback, user_data),
                    path, answered_cb);
}

YcCertificateDetails *
yc_desk_load_certificate_details_finish (YcDesk        *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static JsonObject *
write_body (YcChangeReason  reason,
            const char     *note,
            JsonObject     *contents)
{
  g_autoptr (GList) names = contents != NULL ? json_object_get_members (contents) : NULL;
  JsonObject *body = json_object_new ();

  for (GList *l = names; l != NULL; l = l->next)
    yc_json_copy_member (body, contents, l->data);
  json_object_set_string_member (body, "reason", yc_change_reason_to_string (reason));
  json_object_set_member (body, "note", yc_json_string_node (note));
  return body;
}

void
yc_desk_change_certificate_async (YcDesk              *self,
                                  const char          *serial,
                                  YcCertificateAction  action,
                                  YcChangeReason       reason,
                                  const char          *note,
                                  JsonObject          *contents,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  static const char *const ways[] = {
    [YC_CERTIFICATE_ACTION_VOID] = "/void",
    [YC_CERTIFICATE_ACTION_REPLACE] = "/replacement",
    [YC_CERTIFICATE_ACTION_REISSUE] = "/reissue",
  };
  g_autofree char *path = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (serial != NULL);
  g_return_if_fail (yc_change_reason_fits (reason, action));

  path = name_path (serial, ways[action]);
  yc_desk_call_change (yc_desk_call_new (self, yc_desk_change_certificate_async, cancellable,
                                         callback, user_data),
                       path, 0, write_body (reason, note, contents), answered_cb);
}

YcCertificateDetails *
yc_desk_change_certificate_finish (YcDesk        *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

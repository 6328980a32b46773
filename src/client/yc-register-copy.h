/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps here what is needed to judge certificates with the line down. Private to the client room. */
#pragma once

#include "yc-http.h"
#include "yc-live.h"
#include "yc-registered-certificate.h"
#include "yc-session.h"
#include "yc-storage.h"

G_BEGIN_DECLS

#define YC_TYPE_REGISTER_COPY (yc_register_copy_get_type ())

G_DECLARE_FINAL_TYPE (YcRegisterCopy, yc_register_copy, YC, REGISTER_COPY, GObject)

YcRegisterCopy          *yc_register_copy_new         (YcHttp               *http,
                                                       YcLive               *live,
                                                       YcSession            *session);
/* What was kept is read, and brought up to date as long as the line is there. */
void                     yc_register_copy_open        (YcRegisterCopy       *self,
                                                       YcStorage            *storage);
void                     yc_register_copy_close       (YcRegisterCopy       *self);
/* (nullable): PEM, the public keys of the marks in QR codes */
const char              *yc_register_copy_get_keys    (YcRegisterCopy       *self);
void                     yc_register_copy_find_async  (YcRegisterCopy       *self,
                                                       const char           *serial,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
/* (transfer full): NULL with YC_CLIENT_ERROR_OFFLINE when there is no copy yet */
YcRegisteredCertificate *yc_register_copy_find_finish (YcRegisterCopy       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS

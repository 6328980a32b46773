/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk asks about certificates that people bring. */
#pragma once

#include "yc-desk.h"
#include "yc-registered-certificate.h"

G_BEGIN_DECLS

/* Any number may be asked for: what is told says nothing of the person. */
void                     yc_desk_look_up_certificate_async  (YcDesk               *self,
                                                             const char           *serial,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
/* (transfer full): NULL with YC_CLIENT_ERROR_NOT_FOUND when nothing was issued under the number */
YcRegisteredCertificate *yc_desk_look_up_certificate_finish (YcDesk               *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

G_END_DECLS

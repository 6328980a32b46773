/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk asks about certificates that people bring. */
#pragma once

#include "yc-desk.h"
#include "yc-registered-certificate.h"

G_BEGIN_DECLS

/**
 * yc_desk_look_up_certificate_async:
 * @self: a desk
 * @serial: a certificate's number
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Asks the service what became of a certificate. Any number may be asked for: what is told says
 * nothing of the person. When the service cannot be asked, this desk's copy of the certificates that
 * are not in force any more answers: see yc_registered_certificate_get_known_at().
 */
void                     yc_desk_look_up_certificate_async  (YcDesk               *self,
                                                             const char           *serial,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
/* (transfer full): NULL with YC_CLIENT_ERROR_NOT_FOUND when nothing was issued under the number, and
 * with what was in the way when the service cannot be asked and there is no copy yet */
YcRegisteredCertificate *yc_desk_look_up_certificate_finish (YcDesk               *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);
/* (nullable): PEM, the public keys of the marks in QR codes as the service told them last */
const char              *yc_desk_get_mark_keys              (YcDesk               *self);

G_END_DECLS

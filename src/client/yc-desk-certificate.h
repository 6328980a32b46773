/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk asks about one certificate, and what it does with it. */
#pragma once

#include "yc-certificate-details.h"
#include "yc-desk.h"

G_BEGIN_DECLS

void                  yc_desk_load_certificate_details_async  (YcDesk               *self,
                                                               const char           *serial,
                                                               GCancellable         *cancellable,
                                                               GAsyncReadyCallback   callback,
                                                               gpointer              user_data);
/* (transfer full) */
YcCertificateDetails *yc_desk_load_certificate_details_finish (YcDesk               *self,
                                                               GAsyncResult         *result,
                                                               GError              **error);

/**
 * yc_desk_change_certificate_async:
 * @self: a desk
 * @serial: the number of a certificate that is in force
 * @action: to make it void, to replace it, or to issue it again
 * @reason: why
 * @note: (nullable): more words
 * @contents: (nullable) (transfer none): for a replacement, what a submission has
 * @cancellable: (nullable): a cancellable; what was sent is done all the same
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Changes a certificate at once, with the line up: nothing waits, as what is changed in ignorance of
 * the register may be void already. Sent twice it is done once, since the first one ends the state
 * that allows it.
 *
 * Errors: %YC_CLIENT_ERROR_OFFLINE, _TIMED_OUT (then nobody knows whether it was done), _STATE (it is
 * void or replaced, or its last day is over), _DENIED, _OWN_INTAKE, _INVALID (something in @contents is
 * wrong).
 */
void                  yc_desk_change_certificate_async        (YcDesk               *self,
                                                               const char           *serial,
                                                               YcCertificateAction   action,
                                                               YcChangeReason        reason,
                                                               const char           *note,
                                                               JsonObject           *contents,
                                                               GCancellable         *cancellable,
                                                               GAsyncReadyCallback   callback,
                                                               gpointer              user_data);
/* (transfer full): the certificate that stands now: the new version, or the one that is void */
YcCertificateDetails *yc_desk_change_certificate_finish       (YcDesk               *self,
                                                               GAsyncResult         *result,
                                                               GError              **error);

G_END_DECLS

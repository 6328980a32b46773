/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, newest first, kept live: a GListModel of
 * YcIssuedCertificate. */
#pragma once

#include <gio/gio.h>

#include "yc-case-list.h"
#include "yc-issued-certificate.h"

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATE_LIST (yc_certificate_list_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificateList, yc_certificate_list, YC, CERTIFICATE_LIST, GObject)

/* Properties, read-only and notified: "load-state" (int, a YcLoadState), "error" (boxed GError),
 * "has-more" (boolean), "n-items" (uint). */

YcLoadState   yc_certificate_list_get_load_state (YcCertificateList *self);
/* (nullable), in YC_CLIENT_ERROR */
const GError *yc_certificate_list_get_error      (YcCertificateList *self);
gboolean      yc_certificate_list_get_has_more   (YcCertificateList *self);
void          yc_certificate_list_load_more      (YcCertificateList *self);
void          yc_certificate_list_refresh        (YcCertificateList *self);

G_END_DECLS

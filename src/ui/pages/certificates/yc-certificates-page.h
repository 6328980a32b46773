/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued: look at one, print it again with its number. */
#pragma once

#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATES_PAGE (yc_certificates_page_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificatesPage, yc_certificates_page, YC, CERTIFICATES_PAGE, YcPage)

G_END_DECLS

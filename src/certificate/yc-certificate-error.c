/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the certificate room. */
#include "yc-certificate-error.h"

G_DEFINE_QUARK (yc-certificate-error, yc_certificate_error)

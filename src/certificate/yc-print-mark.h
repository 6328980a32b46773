/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says on the paper of an issued certificate which of its printings it is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yc_print_mark_add:
 * @pdf: an issued certificate
 * @number: which printing it is, from 2
 * @at: when it is printed; the sheet shows the day in China (UTC+8)
 * @error: return location, or %NULL
 *
 * Writes 第N次打印 and the day at the head of every page, outside of the text. All else stays as it
 * was: words, seal, number and QR code. The result is for paper: it is the signed file with an
 * update behind it, so that as a file it never passes for the certificate.
 *
 * May be called from any thread of a program that has no window.
 *
 * Returns: (transfer full): the sheet to print, or %NULL with %YC_CERTIFICATE_ERROR_DOCUMENT
 */
GBytes *yc_print_mark_add (GBytes     *pdf,
                           guint       number,
                           GDateTime  *at,
                           GError    **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate's number as people and scanners give it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the number in @typed, which may be in full-width or small letters, have spaces in
 * it, or be the whole address that a QR code holds; whether it is a right number is not asked */
char *yc_typed_number_read (const char *typed);

G_END_DECLS

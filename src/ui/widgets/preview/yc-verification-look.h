/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what came of checking a certificate looks, wherever it is shown. */
#pragma once

#include "yc-verification.h"

G_BEGIN_DECLS

const char *yc_verification_look_get_icon  (YcVerification *verification);
/* "seal-good", "seal-doubtful" or "seal-bad" */
const char *yc_verification_look_get_style (YcVerification *verification);

G_END_DECLS

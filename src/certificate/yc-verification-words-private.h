/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain words for what came of checking a certificate. */
#pragma once

#include "yc-verification.h"

G_BEGIN_DECLS

const char *yc_verification_state_get_title    (YcVerificationState state);
const char *yc_verification_state_get_sentence (YcVerificationState state);
const char *yc_verification_state_get_advice   (YcVerificationState state);

G_END_DECLS

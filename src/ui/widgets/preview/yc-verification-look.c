/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what came of checking a certificate looks, wherever it is shown. */
#include "yc-verification-look.h"

/* What may still turn out either way, or is worth nothing although nothing is wrong with it. */
static gboolean
is_doubtful (YcVerificationState state)
{
  return state == YC_VERIFICATION_SAMPLE || state == YC_VERIFICATION_MARK_ONLY ||
         state == YC_VERIFICATION_NUMBER_ONLY || state == YC_VERIFICATION_EXPIRED ||
         state == YC_VERIFICATION_SIGNER_EXPIRED || state == YC_VERIFICATION_NOT_SIGNED;
}

static gsize
get_look (YcVerification *verification)
{
  if (is_doubtful (yc_verification_get_state (verification)))
    return 1;

  return yc_verification_is_good (verification) ? 0 : 2;
}

const char *
yc_verification_look_get_icon (YcVerification *verification)
{
  static const char *const icons[] = { "yc-mark-done-symbolic", "dialog-warning-symbolic",
                                       "dialog-error-symbolic" };

  return icons[get_look (verification)];
}

const char *
yc_verification_look_get_style (YcVerification *verification)
{
  static const char *const styles[] = { "seal-good", "seal-doubtful", "seal-bad" };

  return styles[get_look (verification)];
}

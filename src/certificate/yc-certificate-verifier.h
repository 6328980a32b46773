/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict check of a signed certificate: nothing may be added, removed or hidden. */
#pragma once

#include "yc-trust.h"
#include "yc-verdict.h"

G_BEGIN_DECLS

/**
 * yc_certificate_verify:
 * @pdf: any bytes at all
 * @trust: (nullable): whom to believe; %NULL believes nobody
 * @at: (nullable): the time at which the signer must be valid; %NULL for now
 *
 * Takes about 2 ms and never fails: whatever @pdf is, there is a verdict. May be called from any
 * thread.
 *
 * Returns: (transfer full): the verdict
 */
YcVerdict *yc_certificate_verify (GBytes    *pdf,
                                  YcTrust   *trust,
                                  GDateTime *at);

G_END_DECLS

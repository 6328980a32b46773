/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public verification page as HTML: readable on a phone, without a script. */
#pragma once

#include "yc-certificate-standing.h"
#include "yc-verify-words.h"

G_BEGIN_DECLS

/**
 * YcVerifyPage:
 * @words: in which language
 * @state: what there is to say
 * @serial: (nullable): the number that was asked for
 * @standing: (nullable): what was issued under it and what became of that
 * @file_same: whether a file was looked at and is what was issued
 * @now: when it was looked at
 *
 * What the page shows.
 */
typedef struct
{
  const YcVerifyWords *words;
  YcVerifyState state;
  const char *serial;
  const YcCertificateStanding *standing;
  gboolean file_same;
  GDateTime *now;
} YcVerifyPage;

char *yc_verify_page_write (const YcVerifyPage *self);

G_END_DECLS

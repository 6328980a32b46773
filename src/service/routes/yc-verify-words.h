/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the public verification page, in the reader's language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcVerifyState:
 * @YC_VERIFY_ASKING: nothing was asked yet
 * @YC_VERIFY_VALID: issued and in force
 * @YC_VERIFY_VOID: issued, and made void since
 * @YC_VERIFY_REPLACED: issued, and a later version took its place
 * @YC_VERIFY_EXPIRED: issued, and its last day is over
 * @YC_VERIFY_UNKNOWN: a number that was never given
 * @YC_VERIFY_BAD_NUMBER: no number at all: the check character is wrong
 * @YC_VERIFY_ALTERED: a file that was changed after it was sealed
 * @YC_VERIFY_EXTENDED: a file to which something was appended after it was sealed
 * @YC_VERIFY_FOREIGN: a file that somebody else signed
 * @YC_VERIFY_NOT_ISSUED: a file signed by who may, that was never issued here
 * @YC_VERIFY_NOT_SIGNED: a PDF without a signature, such as a scan
 * @YC_VERIFY_NOT_PDF: not a PDF, or cut off
 * @YC_VERIFY_NO_FILE: the form was sent without a file
 * @YC_VERIFY_TOO_OFTEN: asked too often from one address
 *
 * What the page has to say.
 */
typedef enum
{
  YC_VERIFY_ASKING = 1,
  YC_VERIFY_VALID,
  YC_VERIFY_VOID,
  YC_VERIFY_REPLACED,
  YC_VERIFY_EXPIRED,
  YC_VERIFY_UNKNOWN,
  YC_VERIFY_BAD_NUMBER,
  YC_VERIFY_ALTERED,
  YC_VERIFY_EXTENDED,
  YC_VERIFY_FOREIGN,
  YC_VERIFY_NOT_ISSUED,
  YC_VERIFY_NOT_SIGNED,
  YC_VERIFY_NOT_PDF,
  YC_VERIFY_NO_FILE,
  YC_VERIFY_TOO_OFTEN,
} YcVerifyState;

#define YC_N_VERIFY_STATES 15

/* What the page says of one state: a sentence, and what to do. */
typedef struct
{
  const char *sentence;
  const char *advice;
} YcVerifySaying;

typedef struct
{
  const char *lang;
  const char *other_lang;
  const char *other_name;
  const char *heading;
  const char *sample;
  const char *file_same;
  const char *serial;
  const char *title;
  const char *issuer;
  const char *issued_at;
  const char *valid_until;
  const char *replaced_by;
  const char *hash;
  const char *checked_at;
  const char *number_legend;
  const char *number_label;
  const char *number_button;
  const char *file_legend;
  const char *file_label;
  const char *file_button;
  const char *file_note;
  YcVerifySaying sayings[YC_N_VERIFY_STATES + 1];
} YcVerifyWords;

/* In Chinese unless @wanted, a language or an Accept-Language header, begins with another. */
const YcVerifyWords *yc_verify_words_choose (const char *wanted);

G_END_DECLS

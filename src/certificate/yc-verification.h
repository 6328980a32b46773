/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of checking a certificate, whether its file, its QR code or its number was checked. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-verdict.h"
#include "yc-verify-mark.h"

G_BEGIN_DECLS

/**
 * YcVerificationState:
 * @YC_VERIFICATION_GENUINE: the signature is right; if the register was asked, it agrees
 * @YC_VERIFICATION_SAMPLE: as genuine, but signed with the sample key of demo mode
 * @YC_VERIFICATION_IN_REGISTER: a number that the register has; nothing else was checked
 * @YC_VERIFICATION_MARK_ONLY: a QR code whose signature is right; the words were not compared
 * @YC_VERIFICATION_NUMBER_ONLY: a well formed number; the register was not asked
 * @YC_VERIFICATION_EXPIRED: genuine, but past its last day
 * @YC_VERIFICATION_SIGNER_EXPIRED: genuine, but the signer's certificate is out of its period
 * @YC_VERIFICATION_REPLACED: another certificate was issued in its place
 * @YC_VERIFICATION_VOID: the issuer made it void
 * @YC_VERIFICATION_UNKNOWN: the register does not have it
 * @YC_VERIFICATION_WORDS_DIFFER: the QR code was signed for other words than those on the sheet
 * @YC_VERIFICATION_OTHER_SIGNER: signed by nobody we trust
 * @YC_VERIFICATION_EXTENDED: something was added behind what was signed
 * @YC_VERIFICATION_ALTERED: what was signed has been changed
 * @YC_VERIFICATION_NOT_SIGNED: a PDF without a signature
 * @YC_VERIFICATION_BAD_NUMBER: not a number, or mistyped
 * @YC_VERIFICATION_BROKEN: not a PDF, or cut off
 *
 * In the order of how bad they are: of several the last one is told.
 */
typedef enum
{
  YC_VERIFICATION_GENUINE = 1,
  YC_VERIFICATION_SAMPLE,
  YC_VERIFICATION_IN_REGISTER,
  YC_VERIFICATION_MARK_ONLY,
  YC_VERIFICATION_NUMBER_ONLY,
  YC_VERIFICATION_EXPIRED,
  YC_VERIFICATION_SIGNER_EXPIRED,
  YC_VERIFICATION_REPLACED,
  YC_VERIFICATION_VOID,
  YC_VERIFICATION_UNKNOWN,
  YC_VERIFICATION_WORDS_DIFFER,
  YC_VERIFICATION_OTHER_SIGNER,
  YC_VERIFICATION_EXTENDED,
  YC_VERIFICATION_ALTERED,
  YC_VERIFICATION_NOT_SIGNED,
  YC_VERIFICATION_BAD_NUMBER,
  YC_VERIFICATION_BROKEN,
} YcVerificationState;

/**
 * YcRegistryState:
 * @YC_REGISTRY_VALID: issued, and nothing has happened since
 * @YC_REGISTRY_VOID: made void
 * @YC_REGISTRY_REPLACED: replaced by another
 */
typedef enum
{
  YC_REGISTRY_VALID = 1,
  YC_REGISTRY_VOID,
  YC_REGISTRY_REPLACED,
} YcRegistryState;

/**
 * YcRegistryEntry:
 * @state: what the register says of it
 * @replaced_by: (nullable): the number of the one issued in its place
 * @sha256: (nullable): of the file that was issued, 64 hexadecimal digits in small letters
 * @valid_until: (nullable): its last day, "2026-11-22"
 *
 * What the issuer's register has of a certificate. The strings are borrowed for the call.
 */
typedef struct
{
  YcRegistryState  state;
  const char      *replaced_by;
  const char      *sha256;
  const char      *valid_until;
} YcRegistryEntry;

#define YC_TYPE_VERIFICATION (yc_verification_get_type ())

G_DECLARE_FINAL_TYPE (YcVerification, yc_verification, YC, VERIFICATION, GObject)

/**
 * yc_verification_new_for_file:
 * @verdict: what the verifier said of the file
 * @pdf: (nullable): the file, so that the register can tell whether it issued this one
 *
 * Returns: (transfer full): the verification, without the register
 */
YcVerification      *yc_verification_new_for_file       (YcVerdict             *verdict,
                                                         GBytes                *pdf);

/**
 * yc_verification_new_for_mark:
 * @mark: what the QR code says
 * @result: what came of checking it
 * @today: (nullable): the day in China; %NULL for today
 *
 * Returns: (transfer full): the verification, without the register
 */
YcVerification      *yc_verification_new_for_mark       (const YcVerifyMark    *mark,
                                                         YcMarkResult           result,
                                                         const GDate           *today);

/**
 * yc_verification_new_for_number:
 * @number: anything that was typed
 *
 * Returns: (transfer full): the verification, without the register
 */
YcVerification      *yc_verification_new_for_number     (const char            *number);

/**
 * yc_verification_add_registry:
 * @self: a verification
 * @entry: (nullable): what the register has under the number; %NULL when it has nothing
 * @today: (nullable): the day in China; %NULL for today
 *
 * Adds what the issuer's register says. May be called once, before @self is shown.
 */
void                 yc_verification_add_registry       (YcVerification        *self,
                                                         const YcRegistryEntry *entry,
                                                         const GDate           *today);

/**
 * yc_verification_add_revocation:
 * @self: a verification
 * @state: what a copy of the register had
 * @replaced_by: (nullable): the number of the one issued in its place
 *
 * Adds what was known when the register itself cannot be asked: that it was made void or replaced
 * stands, that it was not yet says nothing.
 */
void                 yc_verification_add_revocation     (YcVerification        *self,
                                                         YcRegistryState        state,
                                                         const char            *replaced_by);

YcVerificationState  yc_verification_get_state          (YcVerification        *self);

/**
 * yc_verification_is_good:
 * @self: a verification
 *
 * Returns: whether nothing speaks against the certificate; it may yet have to be compared
 */
gboolean             yc_verification_is_good            (YcVerification        *self);

/* (nullable): the certificate's number, if there is one to be told */
const char          *yc_verification_get_serial         (YcVerification        *self);
/* (nullable): see yc_verdict_get_signer() */
const char          *yc_verification_get_signer         (YcVerification        *self);
/* (nullable) (transfer none): when it was signed; of a QR code the day of issue in China */
GDateTime           *yc_verification_get_signed_at      (YcVerification        *self);
/* Whether it was signed with the sample key of demo mode */
gboolean             yc_verification_get_sample         (YcVerification        *self);
/* (nullable): its last day, "2026-11-22", as the file, the code or the register has it */
const char          *yc_verification_get_valid_until    (YcVerification        *self);
gboolean             yc_verification_get_registry_asked (YcVerification        *self);
/* (nullable): the number of the certificate issued in its place */
const char          *yc_verification_get_replaced_by    (YcVerification        *self);
/* (nullable) (transfer none): of a file, the checks in their order, a list of #YcVerdictCheck */
GListModel          *yc_verification_get_checks         (YcVerification        *self);

/* The result in a few translated words, what it means in a sentence, and what to do about it. */
const char          *yc_verification_get_title          (YcVerification        *self);
const char          *yc_verification_get_sentence       (YcVerification        *self);
const char          *yc_verification_get_advice         (YcVerification        *self);

/**
 * yc_verification_to_json:
 * @self: a verification
 *
 * Returns: (transfer full): an object with the members state, title, sentence, advice, serial,
 *   signer, valid_until, signed_at, sample, registry_asked, replaced_by and checks
 */
JsonObject          *yc_verification_to_json            (YcVerification        *self);

/* "genuine", "sample", "in-register", "mark-only", "number-only", "expired", "signer-expired",
 * "replaced", "void", "unknown", "words-differ", "other-signer", "extended", "altered",
 * "not-signed", "bad-number" or "broken" */
const char          *yc_verification_state_to_string    (YcVerificationState    state);

G_END_DECLS

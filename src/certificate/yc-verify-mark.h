/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate's QR code says beside the address: enough to check the sheet of paper with the
 * line down. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-trust.h"

G_BEGIN_DECLS

#define YC_VERIFY_MARK_KEY_ID_BYTES 8
#define YC_VERIFY_MARK_HASH_BYTES 16
#define YC_VERIFY_MARK_SIGNATURE_BYTES 64

/**
 * YcVerifyMark:
 * @serial: the certificate's number
 * @issued: the day of issue in China
 * @until: the last day it is valid; not valid as a #GDate when there is none
 * @key_id: which key signed
 * @hash: of the essential words
 * @signature: Ed25519, over all of the above
 *
 * The code holds an address with this behind its "#": a browser does not send that part to the
 * server, and a scanner that knows nothing of it opens the page of verification.
 */
typedef struct
{
  char  *serial;
  GDate  issued;
  GDate  until;
  guint8 key_id[YC_VERIFY_MARK_KEY_ID_BYTES];
  guint8 hash[YC_VERIFY_MARK_HASH_BYTES];
  guint8 signature[YC_VERIFY_MARK_SIGNATURE_BYTES];
} YcVerifyMark;

/**
 * YcMarkResult:
 * @YC_MARK_GENUINE: signed by a trusted key, and the words are those that were signed
 * @YC_MARK_NOT_COMPARED: signed by a trusted key; no words were given to compare
 * @YC_MARK_WORDS_DIFFER: signed by a trusted key, but for other words
 * @YC_MARK_FORGED: the signature does not fit
 * @YC_MARK_UNKNOWN_KEY: signed by nobody we trust
 */
typedef enum
{
  YC_MARK_GENUINE = 1,
  YC_MARK_NOT_COMPARED,
  YC_MARK_WORDS_DIFFER,
  YC_MARK_FORGED,
  YC_MARK_UNKNOWN_KEY,
} YcMarkResult;

/**
 * yc_verify_mark_parse:
 * @text: what a scanner read
 * @error: return location
 *
 * Returns: (transfer full): the mark, not checked yet, or %NULL with %YC_CERTIFICATE_ERROR_MARK
 */
YcVerifyMark *yc_verify_mark_parse           (const char         *text,
                                              GError            **error);
void          yc_verify_mark_free            (YcVerifyMark       *self);

/**
 * yc_verify_mark_check:
 * @self: a mark
 * @trust: (nullable): whose keys to believe; %NULL believes none
 * @essentials: (nullable): the words on the sheet, as yc_verify_mark_pick_essentials() gives them
 *
 * Returns: what came of it
 */
YcMarkResult  yc_verify_mark_check           (const YcVerifyMark *self,
                                              YcTrust            *trust,
                                              JsonObject         *essentials);

/**
 * yc_verify_mark_check_holder:
 * @self: a mark
 * @trust: (nullable): whose keys to believe; %NULL believes none
 * @name: (nullable): the applicant's name as it stands on the sheet
 * @id_number: (nullable): the applicant's ID number as it stands on the sheet
 *
 * Returns: what came of it; %YC_MARK_NOT_COMPARED when both are empty and all else is right
 */
YcMarkResult  yc_verify_mark_check_holder    (const YcVerifyMark *self,
                                              YcTrust            *trust,
                                              const char         *name,
                                              const char         *id_number);

/**
 * yc_verify_mark_is_sample:
 * @self: a mark
 *
 * Returns: whether it names the sample key of demo mode, which everybody has
 */
gboolean      yc_verify_mark_is_sample       (const YcVerifyMark *self);

/**
 * yc_verify_mark_pick_essentials:
 * @data: what a certificate was filled with
 * @paths: (nullable): paths such as "applicant.name"; %NULL for the applicant's name and ID number
 *
 * Returns: (transfer full): an object with one string for each path, empty if the data has none
 */
JsonObject   *yc_verify_mark_pick_essentials (JsonObject         *data,
                                              const char *const  *paths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcVerifyMark, yc_verify_mark_free)

G_END_DECLS

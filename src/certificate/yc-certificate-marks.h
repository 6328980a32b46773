/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate carries beside its words. */
#pragma once

#include "yc-seal-design.h"

G_BEGIN_DECLS

/**
 * YcSheetPurpose:
 * @YC_SHEET_ISSUED: a certificate that counts
 * @YC_SHEET_SAMPLE: for training: every page says 演练 and the seal 样例印章
 * @YC_SHEET_PREVIEW: to be looked at before it is issued: every page says 预览无效, it has no number, no
 *   QR code and no seal, and it cannot be signed
 */
typedef enum
{
  YC_SHEET_ISSUED = 1,
  YC_SHEET_SAMPLE,
  YC_SHEET_PREVIEW,
} YcSheetPurpose;

/**
 * YcCertificateMarks:
 * @serial: the certificate's number, printed at the foot of every page and kept in the signature;
 *   %NULL for a preview and for a notice
 * @identifier: (nullable): its identifier after GB/T 36904, printed under the number
 * @verify_url: where anyone can check the certificate; printed and in the QR code; %NULL for a preview
 *   and for a notice
 * @qr_text: (nullable): what the QR code says in place of @verify_url
 * @issuer: name of the issuing village or community, printed above the date and around the seal
 * @issued_at: when it is issued; the sheet shows the day in China (UTC+8)
 * @valid_until: (nullable): its last day, when that is not counted from @issued_at
 * @purpose: what the sheet is for
 * @seal: (nullable): how the seal looks; %NULL for one of the usual size with the issuer's name
 *
 * The strings are borrowed for the call.
 */
typedef struct
{
  const char         *serial;
  const char         *identifier;
  const char         *verify_url;
  const char         *qr_text;
  const char         *issuer;
  GDateTime          *issued_at;
  GDateTime          *valid_until;
  YcSheetPurpose      purpose;
  const YcSealDesign *seal;
} YcCertificateMarks;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the core room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCoreError:
 * @YC_CORE_ERROR_FAILED: an operation failed for a reason told in the message.
 * @YC_CORE_ERROR_JSON: the text is not JSON as RFC 8259 defines it, or is beyond the limits; the
 *   message ends with "line L, column C".
 * @YC_CORE_ERROR_LOGIC: a JsonLogic rule names an unknown operator, is malformed, or asks for more
 *   work than one rule is allowed.
 * @YC_CORE_ERROR_ID_NUMBER_LENGTH: a citizen ID number has not 18 characters.
 * @YC_CORE_ERROR_ID_NUMBER_CHARACTER: a citizen ID number holds something that is no digit (an X
 *   may stand in the last place).
 * @YC_CORE_ERROR_ID_NUMBER_DATE: the birth date inside a citizen ID number does not exist.
 * @YC_CORE_ERROR_ID_NUMBER_CHECK: the check character of a citizen ID number is wrong.
 * @YC_CORE_ERROR_STATE: the case's state does not allow the action.
 * @YC_CORE_ERROR_ROLE: the person's role does not allow the action.
 * @YC_CORE_ERROR_OWN_INTAKE: the person took the case in and so may not decide it.
 * @YC_CORE_ERROR_CASE: a case document lacks a member or has one of a wrong type.
 * @YC_CORE_ERROR_CERTIFICATE_NUMBER: a part of a certificate number is empty or has a character
 *   other than digits and capital letters.
 * @YC_CORE_ERROR_CATALOG: a catalog document lacks a member or has one of a wrong type; the message
 *   names the JSON Pointer.
 * @YC_CORE_ERROR_QUESTION: no started list has such a question.
 * @YC_CORE_ERROR_ANSWER: the answer does not fit its question.
 * @YC_CORE_ERROR_FILE_TYPE: a file is of none of the types that are taken.
 * @YC_CORE_ERROR_FILE_DAMAGED: a file's content breaks off or makes no sense.
 * @YC_CORE_ERROR_FILE_TOO_LARGE: a file has more bytes, pixels or pages than are taken.
 */
typedef enum
{
  YC_CORE_ERROR_FAILED = 1,
  YC_CORE_ERROR_JSON,
  YC_CORE_ERROR_LOGIC,
  YC_CORE_ERROR_ID_NUMBER_LENGTH,
  YC_CORE_ERROR_ID_NUMBER_CHARACTER,
  YC_CORE_ERROR_ID_NUMBER_DATE,
  YC_CORE_ERROR_ID_NUMBER_CHECK,
  YC_CORE_ERROR_STATE,
  YC_CORE_ERROR_ROLE,
  YC_CORE_ERROR_OWN_INTAKE,
  YC_CORE_ERROR_CASE,
  YC_CORE_ERROR_CERTIFICATE_NUMBER,
  YC_CORE_ERROR_CATALOG,
  YC_CORE_ERROR_QUESTION,
  YC_CORE_ERROR_ANSWER,
  YC_CORE_ERROR_FILE_TYPE,
  YC_CORE_ERROR_FILE_DAMAGED,
  YC_CORE_ERROR_FILE_TOO_LARGE,
} YcCoreError;

#define YC_CORE_ERROR (yc_core_error_quark ())

GQuark yc_core_error_quark (void);

G_END_DECLS

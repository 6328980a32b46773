/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen ID number of GB 11643, and masks for what must not be shown in full. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcSex:
 * @YC_SEX_FEMALE: female (女), the 17th digit is even.
 * @YC_SEX_MALE: male (男), the 17th digit is odd.
 */
typedef enum
{
  YC_SEX_FEMALE = 1,
  YC_SEX_MALE,
} YcSex;

/**
 * YcIdNumber:
 * @number: the 18 characters, capital X, NUL-terminated.
 * @birth: the birth date that the number holds.
 * @sex: the sex that the number holds.
 */
typedef struct
{
  char  number[19];
  GDate birth;
  YcSex sex;
} YcIdNumber;

/**
 * yc_id_number_parse:
 * @text: what was typed, UTF-8
 * @out: (out caller-allocates) (optional): the number and what follows from it; left alone on error
 * @error: return location for an error
 *
 * Reads a citizen ID number by GB 11643-1999: six digits of area, eight of birth date, three of
 * sequence, and the check character of ISO 7064 MOD 11-2. White space around it is ignored,
 * full-width digits and a small x are taken. Whether the area exists and whether the birth date has
 * come yet is not asked.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_ID_NUMBER_LENGTH, _CHARACTER, _DATE or _CHECK
 */
gboolean    yc_id_number_parse   (const char        *text,
                                  YcIdNumber        *out,
                                  GError           **error);

/**
 * yc_id_number_age:
 * @id_number: a parsed number
 * @on: the day to count on
 *
 * Returns: the age in full years, 0 before the birth date
 */
guint       yc_id_number_age     (const YcIdNumber  *id_number,
                                  const GDate       *on);

/**
 * yc_id_number_mask:
 * @text: (nullable): an ID number, whole or not
 *
 * Returns: (transfer full): the first and last four characters with stars between; only stars when
 *   @text is too short for that to hide much
 */
char       *yc_id_number_mask    (const char        *text);

/**
 * yc_mobile_mask:
 * @text: (nullable): a mobile number
 *
 * Returns: (transfer full): the first three and last four characters with stars between; only stars
 *   when @text is too short for that to hide much
 */
char       *yc_mobile_mask       (const char        *text);

/**
 * yc_name_mask:
 * @text: (nullable): a person's name
 *
 * Returns: (transfer full): the first character and one or two stars, so that the length of a long
 *   name does not show
 */
char       *yc_name_mask         (const char        *text);

/**
 * yc_sex_to_string:
 * @sex: a sex
 *
 * Returns: "female" or "male"
 */
const char *yc_sex_to_string     (YcSex              sex);

/**
 * yc_sex_get_title:
 * @sex: a sex
 *
 * Returns: the translated word
 */
const char *yc_sex_get_title     (YcSex              sex);

G_END_DECLS

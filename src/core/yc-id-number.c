/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen ID number of GB 11643, and masks for what must not be shown in full. */
#include "yc-id-number.h"

#include "yc-core-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH 18

/* GB 11643-1999, 4.2: the weights are 2^(17-i) mod 11, the sum's remainder picks the character. */
static const guint8 weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
static const char check_characters[] = "10X98765432";

/* Makes full-width forms half-width and trims; white space inside stays and is an error later. */
static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  const char *begin = folded, *end = folded + strlen (folded);

  while (*begin != '\0' && g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_ascii_strup (begin, end - begin);
}

/* As it is stored: nothing to be made of it, which saves most of the time. */
static gboolean
is_normal (const char *text)
{
  guint digits = 0;

  while (digits < LENGTH && g_ascii_isdigit (text[digits]))
    digits++;
  return (digits == LENGTH || (digits == LENGTH - 1 && text[digits] == 'X')) &&
         text[LENGTH] == '\0';
}

static gboolean
check_shape (const char  *text,
             GError     **error)
{
  glong length = g_utf8_strlen (text, -1);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && !(*p == 'X' && p == text + LENGTH - 1))
      {
        g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_ID_NUMBER_CHARACTER,
                             _("An ID number has only digits, and perhaps an X at the end"));
        return FALSE;
      }
  if (length != LENGTH)
    {
      g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_ID_NUMBER_LENGTH,
                   ngettext ("An ID number has 18 characters, this has %ld",
                             "An ID number has 18 characters, this has %ld", length),
                   length);
      return FALSE;
    }
  return TRUE;
}

static guint
read_digits (const char *text,
             guint       from,
             guint       length)
{
  guint number = 0;

  for (guint i = from; i < from + length; i++)
    number = number * 10 + (guint) (text[i] - '0');
  return number;
}

static gboolean
read_birth (const char  *text,
            GDate       *birth,
            GError     **error)
{
  guint year = read_digits (text, 6, 4);
  guint month = read_digits (text, 10, 2);
  guint day = read_digits (text, 12, 2);

  if (!g_date_valid_dmy (day, month, year))
    {
      g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_ID_NUMBER_DATE,
                   _("The birth date in the ID number, %04u-%02u-%02u, does not exist"),
                   year, month, day);
      return FALSE;
    }
  if (birth == NULL)
    return TRUE;
  g_date_clear (birth, 1);
  g_date_set_dmy (birth, day, month, year);
  return TRUE;
}

static gboolean
check_character (const char  *text,
                 GError     **error)
{
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (guint) (text[i] - '0');
  if (text[LENGTH - 1] == check_characters[sum % 11])
    return TRUE;

  g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_ID_NUMBER_CHECK,
                       _("The check digit of the ID number is wrong: compare each digit"));
  return FALSE;
}

gboolean
yc_id_number_parse (const char  *text,
                    YcIdNumber  *out,
                    GError     **error)
{
  g_autofree char *owned = NULL;
  const char *number = text;
  GDate birth;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!is_normal (text))
    number = owned = normalise (text);
  if ((owned != NULL && !check_shape (owned, error)) ||
      !read_birth (number, out == NULL ? NULL : &birth, error) || !check_character (number, error))
    return FALSE;

  if (out != NULL)
    {
      g_strlcpy (out->number, number, sizeof out->number);
      out->birth = birth;
      out->sex = g_ascii_digit_value (number[16]) % 2 == 1 ? YC_SEX_MALE : YC_SEX_FEMALE;
    }
  return TRUE;
}

guint
yc_id_number_age (const YcIdNumber *id_number,
                  const GDate      *on)
{
  const GDate *birth;
  int age;

  g_return_val_if_fail (id_number != NULL && g_date_valid (&id_number->birth), 0);
  g_return_val_if_fail (on != NULL && g_date_valid (on), 0);

  birth = &id_number->birth;
  age = g_date_get_year (on) - g_date_get_year (birth);
  if (g_date_get_month (on) < g_date_get_month (birth) ||
      (g_date_get_month (on) == g_date_get_month (birth) &&
       g_date_get_day (on) < g_date_get_day (birth)))
    age--;
  return MAX (age, 0);
}

/* Stars for all but @head and @tail characters; for all when fewer than four would be hidden. */
static char *
mask (const char *text,
      glong       head,
      glong       tail)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) masked = g_string_new (NULL);
  glong length = g_utf8_strlen (valid, -1), i = 0;

  if (length < head + tail + 4)
    head = tail = 0;
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (i < head || i >= length - tail)
      g_string_append_unichar (masked, g_utf8_get_char (p));
    else
      g_string_append_c (masked, '*');
  return g_string_free (g_steal_pointer (&masked), FALSE);
}

char *
yc_id_number_mask (const char *text)
{
  return mask (text, 4, 4);
}

char *
yc_mobile_mask (const char *text)
{
  return mask (text, 3, 4);
}

char *
yc_name_mask (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *first = NULL;
  glong length = g_utf8_strlen (valid, -1);

  if (length < 2)
    return g_strdup (length == 1 ? "*" : "");
  first = g_utf8_substring (valid, 0, 1);
  return g_strconcat (first, length == 2 ? "*" : "**", NULL);
}

const char *
yc_sex_to_string (YcSex sex)
{
  return sex == YC_SEX_FEMALE ? "female" : "male";
}

const char *
yc_sex_get_title (YcSex sex)
{
  return sex == YC_SEX_FEMALE ? C_ ("sex", "Female") : C_ ("sex", "Male");
}
